//! Where a message can go.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use url::Url;

/// Where the owner wants to be told. As stored and as typed; [`Channel::checked`] puts it into its final form.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Channel {
    /// A group robot in WeCom. The address holds its key.
    #[serde(rename = "wecom")]
    WeCom {
        /// `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…`
        url: String,
    },
    /// A group robot in DingTalk. The address holds its key.
    #[serde(rename = "dingtalk")]
    DingTalk {
        /// `https://oapi.dingtalk.com/robot/send?access_token=…`
        url: String,
        /// The robot's signing secret, `SEC…`, when signing is switched on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        secret: Option<String>,
    },
    /// A custom bot in Feishu or Lark. The address holds its key.
    Feishu {
        /// `https://open.feishu.cn/open-apis/bot/v2/hook/…`
        url: String,
        /// The bot's signing secret, when the signature check is switched on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        secret: Option<String>,
    },
    /// ServerChan, which passes a message on to WeChat or its own app.
    ServerChan {
        /// `https://sctapi.ftqq.com/….send`, or only the SendKey (`SCT…`, `sctp…`).
        url: String,
    },
    /// Any address that takes our own JSON; its shape stands at [`crate::Message`].
    Json {
        /// The address that is posted to.
        url: String,
        /// Sent as `Authorization: Bearer …`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        token: Option<String>,
    },
    /// E-mail through the owner's own mail account.
    Email(MailServer),
}

/// The owner's mail account and whom it writes to.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MailServer {
    /// `smtp.qq.com`
    pub host: String,
    /// 465 with TLS, 587 with STARTTLS, as a rule.
    pub port: u32,
    /// How the connection is protected.
    pub security: Security,
    /// The name to sign in with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// The password, which many services call an authorisation code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// The sender's address.
    pub from: String,
    /// Whom to write to.
    pub to: Vec<String>,
}

/// How a mail connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Security {
    /// TLS from the first byte.
    Tls,
    /// Begins plain and must change to TLS; a server that does not offer it gets nothing.
    StartTls,
    /// Not at all: only for a server on this PC or in the shop's own network.
    None,
}

/// What the screen may show of a channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChannelView {
    /// `wecom`, `dingtalk`, `feishu`, `server_chan`, `json` or `email`.
    pub kind: String,
    /// The host alone: path and query hold the key. Empty while the address cannot be read.
    pub host: String,
    /// Whether a signing secret, a token or a password goes with it.
    pub has_secret: bool,
}

impl Channel {
    /// Its kind, as in JSON.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Channel::WeCom { .. } => "wecom",
            Channel::DingTalk { .. } => "dingtalk",
            Channel::Feishu { .. } => "feishu",
            Channel::ServerChan { .. } => "server_chan",
            Channel::Json { .. } => "json",
            Channel::Email(_) => "email",
        }
    }

    /// The channel without anything that somebody could send messages with.
    #[must_use]
    pub fn without_secrets(&self) -> ChannelView {
        let (host, secret) = match self {
            Channel::WeCom { url } | Channel::ServerChan { url } => (host_of(url), &None),
            Channel::DingTalk { url, secret } | Channel::Feishu { url, secret } => {
                (host_of(url), secret)
            }
            Channel::Json { url, token } => (host_of(url), token),
            Channel::Email(server) => (server.host.clone(), &server.password),
        };
        ChannelView {
            kind: self.kind().to_owned(),
            host,
            has_secret: secret.is_some(),
        }
    }
}

fn host_of(url: &str) -> String {
    let url = Url::parse(url).ok();
    url.as_ref()
        .and_then(Url::host_str)
        .unwrap_or_default()
        .to_owned()
}

impl fmt::Debug for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let view = self.without_secrets();
        f.debug_struct("Channel")
            .field("kind", &view.kind)
            .field("host", &view.host)
            .field("has_secret", &view.has_secret)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for MailServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailServer")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("security", &self.security)
            .field("has_secret", &self.password.is_some())
            .finish_non_exhaustive()
    }
}
