//! Attempts against real servers on loopback: good ones, broken ones, slow ones, and those that never end.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod letters;
mod mail;
mod mail_server;
mod quiet;
mod requests;
mod server;
mod tls;
mod web;

use std::time::Duration;

use chrono::{DateTime, Utc};
use kaizhang_alert::{AlertError, Channel, Limits, Message, Sent, send};
use serde_json::{Value, json};

use server::Stopwatch;

/// Stands in every path, token and password of these tests, and must never come back.
const SECRET: &str = "S3cretS3cret";

/// How much longer than its limit an attempt may take on a busy machine. What these tests are for takes forever.
const SLACK: Duration = Duration::from_secs(5);

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_795_393_800_123).unwrap()
}

fn message() -> Message {
    Message {
        title: "老王面馆：早检迟了 30 分钟".to_owned(),
        text: "一号台还没查完。\n\"刷卡\" 和 <扫码> 都没试。".to_owned(),
        at: DateTime::from_timestamp_millis(1_795_393_800_000).unwrap(),
        shop: "老王面馆".to_owned(),
        day: "2026-11-23".to_owned(),
        tills: vec!["一号台".to_owned(), "二号台".to_owned()],
        minutes_late: 30,
    }
}

fn limits(millis: u64, extra_roots: &[Vec<u8>]) -> Limits {
    Limits {
        total: Duration::from_millis(millis),
        extra_roots: extra_roots.to_vec(),
    }
}

fn channel(value: Value) -> Channel {
    serde_json::from_value(value).unwrap()
}

fn web_channel(kind: &str, scheme: &str, port: u16) -> Channel {
    let url = format!("{scheme}://localhost:{port}/{SECRET}?key={SECRET}");
    channel(json!({ "kind": kind, "url": url }))
}

/// One attempt: it ends in time, and whatever comes of it tells no secret.
fn attempt(channel: &Channel, message: &Message, limits: &Limits) -> Result<Sent, AlertError> {
    let watch = Stopwatch::start();
    let outcome = send(channel, message, now(), limits);
    let took = watch.elapsed();
    assert!(took <= limits.total + SLACK, "{took:?}: {outcome:?}");
    if let Err(error) = &outcome {
        let told = format!("{error:?} {error:#?} {error} {}", error.params());
        assert!(!told.contains(SECRET), "{told}");
        assert_eq!(error.to_string(), error.code());
        assert!(std::error::Error::source(error).is_none(), "{told}");
    }
    outcome
}

/// A name that does not exist. A PC without any network may need longer than the limit to find that out.
fn check_unknown_name(channel: &Channel) {
    let outcome = attempt(channel, &message(), &limits(5_000, &[]));
    let late = matches!(outcome, Err(AlertError::TimedOut { .. }));
    let code = if late {
        "alert_timed_out"
    } else {
        "alert_host_unknown"
    };
    check("unknown name", &outcome, code, false);
}

/// Compares the outcome of an attempt with a code, `sent` for success, and whether that is final.
fn check(what: &str, outcome: &Result<Sent, AlertError>, code: &str, is_final: bool) {
    let got = match outcome {
        Ok(_) => ("sent", false),
        Err(error) => (error.code(), error.is_final()),
    };
    assert_eq!(got, (code, is_final), "{what}: {outcome:?}");
}
