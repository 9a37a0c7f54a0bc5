//! One attempt.

use std::time::Duration;

use chrono::{DateTime, Utc};
use url::Url;

use crate::answer::Service;
use crate::{AlertError, Channel, ChannelError, Message, forms, mail, web};

/// What one attempt may take, and whom it trusts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// For everything together: names, connecting, TLS, writing, reading. Ten minutes at most.
    pub total: Duration,
    /// Roots (DER) that are trusted besides Mozilla's: of a company's own service, or of a network that looks into TLS.
    pub extra_roots: Vec<Vec<u8>>,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            total: Duration::from_secs(20),
            extra_roots: Vec::new(),
        }
    }
}

/// A message that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// What the other side's clock said, when it came over TLS: whoever compares it with `now` learns how far this PC's
    /// clock is off, to a second and the time of the way.
    pub server_time: Option<DateTime<Utc>>,
    /// Addresses that the mail server would not take while it took others.
    pub left_out: Vec<String>,
}

/// Sends a message once. It blocks for at most [`Limits::total`].
///
/// `now` is the moment of this attempt: it is signed, and it dates an e-mail. Services take a signature within an hour of
/// their own clock, so a later attempt needs a later moment. The channel is checked again; an unchecked one is not sent to.
///
/// # Errors
/// Why the message was not taken, and by [`AlertError::is_final`] whether trying again makes sense. After
/// [`AlertError::CutOff`] or [`AlertError::TimedOut`] it may have arrived all the same; a second one then carries the same
/// id (`id` in JSON, `Message-ID` in an e-mail).
pub fn send(
    channel: &Channel,
    message: &Message,
    now: DateTime<Utc>,
    limits: &Limits,
) -> Result<Sent, AlertError> {
    let channel = channel.clone().checked().map_err(AlertError::Channel)?;
    let post = |url: &Url, token: Option<&str>, body, service| {
        let answer = web::post(url, token, &body, service != Service::Plain, limits)?;
        answer.judge(service, now)?;
        Ok(Sent {
            server_time: answer.server_time,
            left_out: Vec::new(),
        })
    };
    match &channel {
        Channel::WeCom { url } => post(&read(url)?, None, forms::wecom(message), Service::WeCom),
        Channel::DingTalk { url, secret } => {
            let mut url = read(url)?;
            let body = forms::dingtalk(message, &mut url, secret.as_deref(), now);
            post(&url, None, body, Service::DingTalk)
        }
        Channel::Feishu { url, secret } => {
            let body = forms::feishu(message, secret.as_deref(), now);
            post(&read(url)?, None, body, Service::Feishu)
        }
        Channel::ServerChan { url } => {
            let body = forms::server_chan(message);
            post(&read(url)?, None, body, Service::ServerChan)
        }
        Channel::Json { url, token } => post(
            &read(url)?,
            token.as_deref(),
            message.json(),
            Service::Plain,
        ),
        Channel::Email(server) => {
            let left_out = mail::deliver(server, message, now, limits)?;
            Ok(Sent {
                server_time: None,
                left_out,
            })
        }
    }
}

fn read(url: &str) -> Result<Url, AlertError> {
    Url::parse(url).map_err(|_| AlertError::Channel(ChannelError::UrlUnreadable {}))
}
