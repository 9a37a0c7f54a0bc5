//! Why a channel cannot be used as it was typed.

use serde_json::{Value, json};
use thiserror::Error;

/// One thing that is wrong with a channel. The words live in `words/*/alert.ftl` under `refusal-` and the code with
/// dashes. Nothing of an address beyond its host is kept, since the rest holds the key.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.code())]
#[allow(missing_docs, reason = "the fields are the parameters of the message")]
pub enum ChannelError {
    /// Not a web address.
    UrlUnreadable {},
    /// Plain HTTP, and the host is neither this PC nor in the shop's own network.
    UrlNotHttps { host: String },
    /// `https://name:password@…`: a browser's habit that no service here asks for.
    UrlHasLogin { host: String },
    /// Neither of the two forms of a SendKey, nor an address.
    SendKeyUnreadable {},
    /// A token that cannot stand in a header.
    TokenUnreadable {},
    /// More characters than the field takes.
    FieldTooLong {
        field: &'static str,
        limit: usize,
        length: usize,
    },
    /// Control characters, which could end a header and begin another.
    FieldHasControl { field: &'static str },
    /// Not the name or the number of a host.
    MailHostUnreadable { host: String },
    /// No port that can be connected to.
    Port { port: u32 },
    /// Not an address that every mail server takes.
    MailAddressUnreadable { address: String },
    /// Nobody to write to.
    MailRecipientNeeded {},
    /// More addresses than an owner has.
    MailTooMany { limit: usize },
    /// A name without a password, or the other way round.
    MailLoginIncomplete {},
    /// Without TLS everybody on the way could read along.
    MailNotEncrypted { host: String },
}

impl ChannelError {
    /// The stable code, as it leaves the program.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            ChannelError::UrlUnreadable {} => "alert_url_unreadable",
            ChannelError::UrlNotHttps { .. } => "alert_url_not_https",
            ChannelError::UrlHasLogin { .. } => "alert_url_has_login",
            ChannelError::SendKeyUnreadable {} => "alert_send_key_unreadable",
            ChannelError::TokenUnreadable {} => "alert_token_unreadable",
            ChannelError::FieldTooLong { .. } => "alert_field_too_long",
            ChannelError::FieldHasControl { .. } => "alert_field_has_control",
            ChannelError::MailHostUnreadable { .. } => "alert_mail_host_unreadable",
            ChannelError::Port { .. } => "alert_port",
            ChannelError::MailAddressUnreadable { .. } => "alert_mail_address_unreadable",
            ChannelError::MailRecipientNeeded {} => "alert_mail_recipient_needed",
            ChannelError::MailTooMany { .. } => "alert_mail_too_many",
            ChannelError::MailLoginIncomplete {} => "alert_mail_login_incomplete",
            ChannelError::MailNotEncrypted { .. } => "alert_mail_not_encrypted",
        }
    }

    /// The parameters of its message.
    #[must_use]
    pub fn params(&self) -> Value {
        match self {
            ChannelError::UrlUnreadable {}
            | ChannelError::SendKeyUnreadable {}
            | ChannelError::TokenUnreadable {}
            | ChannelError::MailRecipientNeeded {}
            | ChannelError::MailLoginIncomplete {} => json!({}),
            ChannelError::UrlNotHttps { host }
            | ChannelError::UrlHasLogin { host }
            | ChannelError::MailHostUnreadable { host }
            | ChannelError::MailNotEncrypted { host } => json!({ "host": host }),
            ChannelError::FieldTooLong {
                field,
                limit,
                length,
            } => json!({ "field": field, "limit": limit, "length": length }),
            ChannelError::FieldHasControl { field } => json!({ "field": field }),
            ChannelError::Port { port } => json!({ "port": port.to_string() }),
            ChannelError::MailAddressUnreadable { address } => json!({ "address": address }),
            ChannelError::MailTooMany { limit } => json!({ "limit": limit }),
        }
    }
}
