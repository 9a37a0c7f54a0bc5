//! Puts a channel as typed into the form in which it is stored and used, or says what is wrong with it.

use rustls::pki_types::{DnsName, ServerName};
use url::Host;

use crate::address::{field, is_near, server_chan, web};
use crate::channel::{Channel, MailServer, Security};
use crate::refusal::ChannelError;

const SECRET_LIMIT: usize = 256;
/// Tokens of company services can be long: signed ones carry their claims.
const TOKEN_LIMIT: usize = 4_096;
const HOST_LIMIT: usize = 253;
const ADDRESS_LIMIT: usize = 254;
/// What stands before the @.
const NAME_LIMIT: usize = 64;
const RECIPIENTS: usize = 10;

impl Channel {
    /// The channel in its final form: trimmed, addresses as they will be used, a bare SendKey turned into its address,
    /// recipients without repetition. Checking it again changes nothing.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn checked(self) -> Result<Channel, ChannelError> {
        Ok(match self {
            Channel::WeCom { url } => Channel::WeCom {
                url: web(&url)?.into(),
            },
            Channel::DingTalk { url, secret } => Channel::DingTalk {
                url: web(&url)?.into(),
                secret: optional("secret", secret, SECRET_LIMIT)?,
            },
            Channel::Feishu { url, secret } => Channel::Feishu {
                url: web(&url)?.into(),
                secret: optional("secret", secret, SECRET_LIMIT)?,
            },
            Channel::ServerChan { url } => Channel::ServerChan {
                url: server_chan(&url)?.into(),
            },
            Channel::Json { url, token } => {
                let token = optional("token", token, TOKEN_LIMIT)?;
                if token
                    .as_ref()
                    .is_some_and(|token| !token.bytes().all(|byte| byte.is_ascii_graphic()))
                {
                    return Err(ChannelError::TokenUnreadable {});
                }
                Channel::Json {
                    url: web(&url)?.into(),
                    token,
                }
            }
            Channel::Email(server) => Channel::Email(mail(server)?),
        })
    }
}

/// A field that may be missing; an empty one is missing.
fn optional(
    name: &'static str,
    typed: Option<String>,
    limit: usize,
) -> Result<Option<String>, ChannelError> {
    let Some(typed) = typed else { return Ok(None) };
    let text = field(name, &typed, limit)?;
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

fn mail(server: MailServer) -> Result<MailServer, ChannelError> {
    let host = mail_host(&server.host)?;
    if server.security == Security::None && !near(&host) {
        return Err(ChannelError::MailNotEncrypted { host });
    }
    if !(1..=65_535).contains(&server.port) {
        return Err(ChannelError::Port { port: server.port });
    }
    let user = optional("user", server.user, SECRET_LIMIT)?;
    let password = optional("password", server.password, SECRET_LIMIT)?;
    if user.is_some() != password.is_some() {
        return Err(ChannelError::MailLoginIncomplete {});
    }
    let from = mail_address(&server.from)?;
    let mut to: Vec<String> = Vec::new();
    for typed in &server.to {
        let address = mail_address(typed)?;
        if !to.contains(&address) {
            to.push(address);
        }
    }
    match to.len() {
        0 => return Err(ChannelError::MailRecipientNeeded {}),
        1..=RECIPIENTS => {}
        _ => return Err(ChannelError::MailTooMany { limit: RECIPIENTS }),
    }
    Ok(MailServer {
        host,
        port: server.port,
        security: server.security,
        user,
        password,
        from,
        to,
    })
}

fn mail_host(typed: &str) -> Result<String, ChannelError> {
    let host = field("host", typed, HOST_LIMIT)?.to_ascii_lowercase();
    // What TLS can check a certificate against is what can be a host here.
    match ServerName::try_from(host.as_str()) {
        Ok(_) => Ok(host),
        Err(_) => Err(ChannelError::MailHostUnreadable { host }),
    }
}

fn near(host: &str) -> bool {
    match host.parse() {
        Ok(std::net::IpAddr::V4(ip)) => is_near(&Host::Ipv4(ip)),
        Ok(std::net::IpAddr::V6(ip)) => is_near(&Host::Ipv6(ip)),
        Err(_) => is_near(&Host::Domain(host.to_owned())),
    }
}

/// An address that every mail server takes: `name@host` in plain letters. Quoted names and international ones exist, but
/// not every server on the way knows them, and a message that cannot arrive should be noticed here.
fn mail_address(typed: &str) -> Result<String, ChannelError> {
    let text = field("address", typed, ADDRESS_LIMIT)?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    let is_name = |name: &str| {
        name.len() <= NAME_LIMIT
            && name
                .split('.')
                .all(|part| !part.is_empty() && part.bytes().all(plain))
    };
    match text.rsplit_once('@') {
        Some((name, host)) if is_name(name) && DnsName::try_from(host).is_ok() => {
            Ok(text.to_owned())
        }
        _ => Err(ChannelError::MailAddressUnreadable {
            address: text.to_owned(),
        }),
    }
}

#[cfg(test)]
#[path = "checked_tests.rs"]
mod tests;
