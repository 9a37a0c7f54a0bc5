//! What goes back to a phone: the same guarding heads on every answer.

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::{Response, StatusCode};

pub(crate) type Answer = Response<Full<Bytes>>;

/// Why the phone does not get what it wants. The page has words for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    FileKindUnknown,
    FileTooLarge,
    FilesTooMany,
    TotalTooLarge,
    FileEmpty,
    LengthMissing,
    BrokenOff,
    NotKept,
    Busy,
    OtherPhone,
    StillSending,
}

impl Refusal {
    /// Every one, for the check that the page has words for it.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 11] = [
        Self::FileKindUnknown,
        Self::FileTooLarge,
        Self::FilesTooMany,
        Self::TotalTooLarge,
        Self::FileEmpty,
        Self::LengthMissing,
        Self::BrokenOff,
        Self::NotKept,
        Self::Busy,
        Self::OtherPhone,
        Self::StillSending,
    ];

    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::FileKindUnknown => "file_kind_unknown",
            Self::FileTooLarge => "file_too_large",
            Self::FilesTooMany => "files_too_many",
            Self::TotalTooLarge => "total_too_large",
            Self::FileEmpty => "file_empty",
            Self::LengthMissing => "length_missing",
            Self::BrokenOff => "broken_off",
            Self::NotKept => "not_kept",
            Self::Busy => "busy",
            Self::OtherPhone => "other_phone",
            Self::StillSending => "still_sending",
        }
    }

    fn status(self) -> StatusCode {
        match self {
            Self::FileKindUnknown => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::FileTooLarge | Self::TotalTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::FilesTooMany | Self::StillSending => StatusCode::CONFLICT,
            Self::FileEmpty => StatusCode::BAD_REQUEST,
            Self::LengthMissing => StatusCode::LENGTH_REQUIRED,
            Self::BrokenOff => StatusCode::REQUEST_TIMEOUT,
            Self::NotKept => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::OtherPhone => StatusCode::FORBIDDEN,
        }
    }
}

/// The one answer to everything that is not ours: whoever guesses learns nothing from it.
pub(crate) fn nothing() -> Answer {
    build(StatusCode::NOT_FOUND, "text/plain", String::new(), None)
}

pub(crate) fn verdict(verdict: Result<(), Refusal>) -> Answer {
    let (status, body) = match verdict {
        Ok(()) => (StatusCode::OK, "{}".to_owned()),
        Err(refusal) => {
            let body = format!(r#"{{"refusal":"{}"}}"#, refusal.code());
            (refusal.status(), body)
        }
    };
    build(status, "application/json", body, None)
}

/// A page whose one script and one style carry `nonce`.
pub(crate) fn page(html: String, nonce: &str) -> Answer {
    build(
        StatusCode::OK,
        "text/html; charset=utf-8",
        html,
        Some(nonce),
    )
}

/// Adds the cookie by which the one phone is known again. It is kept on the phone's disk for its minutes, since a phone
/// short of memory throws the whole browser out while its camera is open.
pub(crate) fn with_cookie(mut answer: Answer, cookie: &str, token: &str, seconds: u32) -> Answer {
    let line =
        format!("{COOKIE}={cookie}; Path=/{token}; Max-Age={seconds}; HttpOnly; SameSite=Strict");
    if let Ok(value) = HeaderValue::from_str(&line) {
        answer.headers_mut().insert(header::SET_COOKIE, value);
    }
    answer
}

/// Tells the phone that this connection is at its end.
pub(crate) fn closing(mut answer: Answer) -> Answer {
    let close = HeaderValue::from_static("close");
    answer.headers_mut().insert(header::CONNECTION, close);
    answer
}

pub(crate) const COOKIE: &str = "kaizhang_phone";

fn build(status: StatusCode, kind: &'static str, body: String, nonce: Option<&str>) -> Answer {
    let mut answer = Response::new(Full::new(Bytes::from(body)));
    *answer.status_mut() = status;
    let heads = answer.headers_mut();
    heads.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    for (name, value) in GUARDS {
        heads.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(policy) = HeaderValue::from_str(&policy(nonce)) {
        heads.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    answer
}

const GUARDS: [(HeaderName, &str); 6] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-embedder-policy"),
        "require-corp",
    ),
];

fn policy(nonce: Option<&str>) -> String {
    let own = nonce.map_or_else(String::new, |nonce| {
        format!(
            "style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; img-src blob:; connect-src 'self'; "
        )
    });
    format!("default-src 'none'; {own}form-action 'none'; base-uri 'none'; frame-ancestors 'none'")
}
