//! Why one attempt did not reach the owner, and whether another can.

use std::io;
use std::time::Duration;

use rustls::{CertificateError, Error as TlsError};
use serde_json::{Value, json};
use thiserror::Error;

use crate::ChannelError;

/// What became of one attempt. It is made of the host, numbers and nothing else: never of an address's path, a secret, or
/// the words of a library or a server, which can hold either. It has no source for the same reason.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.code())]
#[allow(missing_docs, reason = "the fields are the parameters of the message")]
pub enum AlertError {
    /// The channel itself is wrong; nothing was sent.
    Channel(ChannelError),
    /// The whole took longer than allowed.
    TimedOut { host: String, seconds: u64 },
    /// No such name, or nobody to ask for it.
    HostUnknown { host: String },
    /// The host is there and takes no connection.
    ConnectionRefused { host: String },
    /// No way to the host: most often this PC is offline.
    Unreachable { host: String },
    /// The other side hung up in the middle. Whether the message arrived is not known.
    CutOff { host: String },
    /// The host shows a certificate that nobody known vouches for, or of another host.
    CertificateUntrusted { host: String },
    /// Its certificate is too old or not valid yet, which more often is this PC's clock.
    CertificateTime { host: String },
    /// No TLS with this host for another reason, such as the wrong port.
    TlsFailed { host: String },
    /// Something answered, but not the service: a router's sign-in page, for example.
    AnswerUnreadable { host: String },
    /// The address leads elsewhere, where it was not followed. `lasting` is a move for good.
    Redirected {
        host: String,
        status: u16,
        lasting: bool,
    },
    /// Too many messages for now; `wait` is what the service asked for.
    Throttled {
        host: String,
        wait: Option<Duration>,
    },
    /// The service itself has a problem.
    ServerFailed {
        host: String,
        status: u16,
        wait: Option<Duration>,
    },
    /// The address or the message is wrong for this service.
    Refused { host: String, status: u16 },
    /// Key, token, signature or one of the robot's own conditions (keyword, known network) does not fit.
    KeyRefused { host: String, answer: i64 },
    /// The signature did not fit, and this PC's clock is too far from the service's for any to fit.
    ClockWrong { host: String, minutes: i64 },
    /// The service says no with a number that is not known here.
    ServiceRefused { host: String, answer: i64 },
    /// The mail server does not offer the TLS that was asked for; nothing was sent without it.
    MailNoTls { host: String },
    /// The mail server knows no way to sign in that is known here.
    MailNoSignIn { host: String },
    /// The mail account's name or password is wrong.
    MailSignInRefused { host: String, status: u16 },
    /// Nobody of those to be told can be written to.
    MailRecipientRefused { host: String, status: u16 },
    /// The mail server refuses the sender or the message.
    MailRefused { host: String, status: u16 },
    /// The mail server asks to come again later.
    MailBusy { host: String, status: u16 },
}

impl AlertError {
    /// The stable code, as it leaves the program.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            AlertError::Channel(error) => error.code(),
            AlertError::TimedOut { .. } => "alert_timed_out",
            AlertError::HostUnknown { .. } => "alert_host_unknown",
            AlertError::ConnectionRefused { .. } => "alert_connection_refused",
            AlertError::Unreachable { .. } => "alert_unreachable",
            AlertError::CutOff { .. } => "alert_cut_off",
            AlertError::CertificateUntrusted { .. } => "alert_certificate_untrusted",
            AlertError::CertificateTime { .. } => "alert_certificate_time",
            AlertError::TlsFailed { .. } => "alert_tls_failed",
            AlertError::AnswerUnreadable { .. } => "alert_answer_unreadable",
            AlertError::Redirected { .. } => "alert_redirected",
            AlertError::Throttled { .. } => "alert_throttled",
            AlertError::ServerFailed { .. } => "alert_server_failed",
            AlertError::Refused { .. } => "alert_refused",
            AlertError::KeyRefused { .. } => "alert_key_refused",
            AlertError::ClockWrong { .. } => "alert_clock_wrong",
            AlertError::ServiceRefused { .. } => "alert_service_refused",
            AlertError::MailNoTls { .. } => "alert_mail_no_tls",
            AlertError::MailNoSignIn { .. } => "alert_mail_no_sign_in",
            AlertError::MailSignInRefused { .. } => "alert_mail_sign_in_refused",
            AlertError::MailRecipientRefused { .. } => "alert_mail_recipient_refused",
            AlertError::MailRefused { .. } => "alert_mail_refused",
            AlertError::MailBusy { .. } => "alert_mail_busy",
        }
    }

    /// The parameters of its message. Numbers of an answer are texts, so that none is written with thousands' signs.
    #[must_use]
    pub fn params(&self) -> Value {
        match self {
            AlertError::Channel(error) => error.params(),
            AlertError::TimedOut { host, seconds } => json!({ "host": host, "seconds": seconds }),
            AlertError::HostUnknown { host }
            | AlertError::ConnectionRefused { host }
            | AlertError::Unreachable { host }
            | AlertError::CutOff { host }
            | AlertError::CertificateUntrusted { host }
            | AlertError::CertificateTime { host }
            | AlertError::TlsFailed { host }
            | AlertError::AnswerUnreadable { host }
            | AlertError::Throttled { host, .. }
            | AlertError::MailNoTls { host }
            | AlertError::MailNoSignIn { host } => json!({ "host": host }),
            AlertError::Redirected { host, status, .. }
            | AlertError::ServerFailed { host, status, .. }
            | AlertError::Refused { host, status }
            | AlertError::MailSignInRefused { host, status }
            | AlertError::MailRecipientRefused { host, status }
            | AlertError::MailRefused { host, status }
            | AlertError::MailBusy { host, status } => {
                json!({ "host": host, "answer": status.to_string() })
            }
            AlertError::KeyRefused { host, answer }
            | AlertError::ServiceRefused { host, answer } => {
                json!({ "host": host, "answer": answer.to_string() })
            }
            AlertError::ClockWrong { host, minutes } => json!({ "host": host, "minutes": minutes }),
        }
    }

    /// Whether trying again is pointless until the owner changes something.
    ///
    /// In doubt it is not: a message sent once an hour for nothing harms less than one given up while the shop's network
    /// was in somebody else's hands. So a certificate, a missing STARTTLS and an unknown number are tried again.
    #[must_use]
    pub fn is_final(&self) -> bool {
        match self {
            AlertError::Channel(_)
            | AlertError::Refused { .. }
            | AlertError::KeyRefused { .. }
            | AlertError::MailNoSignIn { .. }
            | AlertError::MailSignInRefused { .. }
            | AlertError::MailRecipientRefused { .. }
            | AlertError::MailRefused { .. } => true,
            AlertError::Redirected { lasting, .. } => *lasting,
            _ => false,
        }
    }

    /// How long the other side asked to be left alone; never more than a day.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            AlertError::Throttled { wait, .. } | AlertError::ServerFailed { wait, .. } => *wait,
            _ => None,
        }
    }

    /// What a failed read, write or connection means.
    pub(crate) fn from_io(host: &str, total: Duration, error: &io::Error) -> AlertError {
        if let Some(error) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
            return AlertError::from_tls(host, error);
        }
        let host = host.to_owned();
        match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => AlertError::TimedOut {
                host,
                seconds: total.as_secs(),
            },
            io::ErrorKind::ConnectionRefused => AlertError::ConnectionRefused { host },
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe
            | io::ErrorKind::WriteZero => AlertError::CutOff { host },
            io::ErrorKind::InvalidData => AlertError::AnswerUnreadable { host },
            _ if is_unknown_name(error) => AlertError::HostUnknown { host },
            _ => AlertError::Unreachable { host },
        }
    }

    pub(crate) fn from_tls(host: &str, error: &TlsError) -> AlertError {
        let host = host.to_owned();
        match error {
            TlsError::InvalidCertificate(
                CertificateError::Expired
                | CertificateError::ExpiredContext { .. }
                | CertificateError::NotValidYet
                | CertificateError::NotValidYetContext { .. },
            ) => AlertError::CertificateTime { host },
            TlsError::InvalidCertificate(_) => AlertError::CertificateUntrusted { host },
            _ => AlertError::TlsFailed { host },
        }
    }
}

/// The standard library has no kind for a name that was not found: on Windows it is one of four numbers, elsewhere an
/// error without a number.
fn is_unknown_name(error: &io::Error) -> bool {
    match error.raw_os_error() {
        Some(number) => (11_001..=11_004).contains(&number),
        None => error.to_string().starts_with("failed to lookup address"),
    }
}
