//! One question in bytes and one answer in bytes, for a timestamp service. The same limits as for a message; what the bytes
//! mean is none of this crate's business.

use chrono::{DateTime, Utc};
use url::Url;

use crate::answer::Service;
use crate::{AlertError, ChannelError, Limits, address, roots, web};

/// A timestamp with its certificates is some kilobytes.
const ANSWER_LIMIT: u64 = 256 * 1024;

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The type of the bytes that are sent.
    pub sends: &'a str,
    /// The type of the bytes that are to come back.
    pub wants: &'a str,
    /// The bytes.
    pub body: &'a [u8],
}

/// The address of such a service as typed. It need not be encrypted: what it answers is signed, and what it is sent is a
/// hash.
///
/// # Errors
/// What is wrong with it.
pub fn service(typed: &str) -> Result<String, ChannelError> {
    address::service(typed).map(String::from)
}

/// The host of an address that [`service`] took; of an address only this may be shown.
#[must_use]
pub fn host(url: &str) -> String {
    let url = Url::parse(url).ok();
    url.and_then(|url| url.host_str().map(str::to_owned))
        .unwrap_or_default()
}

/// Asks once and returns the bytes of the answer. It blocks for at most [`Limits::total`].
///
/// # Errors
/// Why there is no answer; a status other than 2xx is none.
pub fn ask(
    url: &str,
    question: &Question<'_>,
    now: DateTime<Utc>,
    limits: &Limits,
) -> Result<Vec<u8>, AlertError> {
    let url = address::service(url).map_err(AlertError::Channel)?;
    let answer = web::ask(&url, question, ANSWER_LIMIT, limits)?;
    answer.judge(Service::Plain, now)?;
    Ok(answer.body)
}

/// The roots that are carried along, each a certificate in DER.
pub fn public_roots() -> Vec<Vec<u8>> {
    roots::certificates(&[])
        .map(|root| root.as_ref().to_vec())
        .collect()
}
