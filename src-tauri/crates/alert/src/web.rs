//! Posts once and reads the answer.

use std::sync::Arc;

use serde_json::Value;
use ureq::config::Config;
use ureq::http::{Response, header};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Body, Error};
use url::Url;

use crate::answer::{Answer, http_date};
use crate::ask::Question;
use crate::send::Limits;
use crate::{AlertError, roots};

/// An answer is a line or two; more is not read.
const ANSWER_LIMIT: u64 = 64 * 1024;

/// One POST. Whatever the status, an answer is an answer; only what is no answer at all is an error here.
pub(crate) fn post(
    url: &Url,
    token: Option<&str>,
    body: &Value,
    needs_body: bool,
    limits: &Limits,
) -> Result<Answer, AlertError> {
    let host = url.host_str().unwrap_or_default();
    let fail = |error: &Error| from_ureq(host, limits, error);
    let mut request = agent(url, limits)
        .post(url.as_str())
        .header(header::CONTENT_TYPE, "application/json; charset=utf-8");
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    let answer = request
        .send(body.to_string())
        .map_err(|error| fail(&error))?;
    let limit = needs_body.then_some(ANSWER_LIMIT);
    read(url, answer, limit, limits)
}

/// One question in bytes, and its answer in at most `most` bytes.
pub(crate) fn ask(
    url: &Url,
    question: &Question<'_>,
    most: u64,
    limits: &Limits,
) -> Result<Answer, AlertError> {
    let host = url.host_str().unwrap_or_default();
    let answer = agent(url, limits)
        .post(url.as_str())
        .header(header::CONTENT_TYPE, question.sends)
        .header(header::ACCEPT, question.wants)
        .send(question.body)
        .map_err(|error| from_ureq(host, limits, &error))?;
    read(url, answer, Some(most), limits)
}

/// Head and body of an answer; without a limit the body is of no interest.
fn read(
    url: &Url,
    mut answer: Response<Body>,
    most: Option<u64>,
    limits: &Limits,
) -> Result<Answer, AlertError> {
    let host = url.host_str().unwrap_or_default();
    let text = |name: header::HeaderName| {
        let value = answer.headers().get(name)?;
        value.to_str().ok().map(str::to_owned)
    };
    let status = answer.status().as_u16();
    let retry_after = text(header::RETRY_AFTER);
    let server_time = match url.scheme() {
        "https" => text(header::DATE).as_deref().and_then(http_date),
        _ => None,
    };
    let body = match most {
        Some(most) => {
            let reader = answer.body_mut().with_config().limit(most);
            match (reader.read_to_vec(), (200..300).contains(&status)) {
                (Ok(body), _) => body,
                // A bad status says enough by itself.
                (Err(_), false) => Vec::new(),
                (Err(error), true) => return Err(from_ureq(host, limits, &error)),
            }
        }
        None => Vec::new(),
    };
    Ok(Answer {
        host: host.to_owned(),
        status,
        retry_after,
        server_time,
        body,
    })
}

/// Made for one request, so that nothing stays behind: no open connection, no roots, no settings.
fn agent(url: &Url, limits: &Limits) -> Agent {
    let mut config = Config::builder()
        .timeout_global(Some(limits.total))
        // A proxy that some other program set in the environment must not see the shop's messages.
        .proxy(None)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .max_idle_connections(0)
        .user_agent("kaizhang")
        .accept("application/json");
    if url.scheme() == "https" {
        let certificates = roots::certificates(&limits.extra_roots)
            .map(|one| Certificate::from_der(&one).to_owned())
            .collect();
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::Specific(Arc::new(certificates)))
            .unversioned_rustls_crypto_provider(roots::provider());
        config = config.tls_config(tls.build());
    }
    Agent::new_with_config(config.build())
}

/// What happened, without a word of the library's, which can hold the address.
fn from_ureq(host: &str, limits: &Limits, error: &Error) -> AlertError {
    let named = host.to_owned();
    match error {
        Error::Io(error) => AlertError::from_io(host, limits.total, error),
        Error::Rustls(error) => AlertError::from_tls(host, error),
        Error::Timeout(_) => AlertError::TimedOut {
            host: named,
            seconds: limits.total.as_secs(),
        },
        Error::HostNotFound => AlertError::HostUnknown { host: named },
        Error::ConnectionFailed => AlertError::Unreachable { host: named },
        Error::Tls(_) | Error::TlsRequired => AlertError::TlsFailed { host: named },
        _ => AlertError::AnswerUnreadable { host: named },
    }
}
