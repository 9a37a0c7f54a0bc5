//! Judges what a service answered.
//!
//! Group robots and ServerChan say with a number in the body whether they took a message; the HTTP status is often 200
//! either way. A number known to mean the key is final, one known to mean "too many" is not, and an unknown one falls
//! back on the status.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use crate::AlertError;

/// A wait longer than this would leave the owner uninformed for a second morning.
const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);
/// Both signing services take a signature within an hour of their own clock.
const CLOCK_MAY_DIFFER: TimeDelta = TimeDelta::minutes(55);

/// Head and beginning of an answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) host: String,
    pub(crate) status: u16,
    pub(crate) retry_after: Option<String>,
    /// The peer's own clock, when TLS vouches for it.
    pub(crate) server_time: Option<DateTime<Utc>>,
    pub(crate) body: Vec<u8>,
}

/// Whose rules an answer follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Service {
    WeCom,
    DingTalk,
    Feishu,
    ServerChan,
    /// The status alone counts.
    Plain,
}

enum Meaning {
    Taken,
    Throttled,
    Key,
    Signature,
    Unknown,
}

impl Answer {
    pub(crate) fn judge(&self, service: Service, now: DateTime<Utc>) -> Result<(), AlertError> {
        let good = (200..300).contains(&self.status);
        if service == Service::Plain {
            return if good {
                Ok(())
            } else {
                Err(self.by_status(now))
            };
        }
        let Some((code, meaning)) = serde_json::from_slice(&self.body)
            .ok()
            .and_then(|body| meaning(service, &body))
        else {
            return Err(match good {
                true => AlertError::AnswerUnreadable {
                    host: self.host.clone(),
                },
                false => self.by_status(now),
            });
        };
        let host = self.host.clone();
        Err(match meaning {
            Meaning::Taken if good => return Ok(()),
            Meaning::Throttled => AlertError::Throttled {
                host,
                wait: self.wait(now),
            },
            Meaning::Signature if self.clock_is_off(now).is_some() => AlertError::ClockWrong {
                host,
                minutes: self.clock_is_off(now).unwrap_or_default(),
            },
            Meaning::Key | Meaning::Signature => AlertError::KeyRefused { host, answer: code },
            Meaning::Unknown if good => AlertError::ServiceRefused { host, answer: code },
            Meaning::Taken | Meaning::Unknown => self.by_status(now),
        })
    }

    /// What a status other than 2xx means.
    fn by_status(&self, now: DateTime<Utc>) -> AlertError {
        let (host, status) = (self.host.clone(), self.status);
        match status {
            300..400 => AlertError::Redirected {
                host,
                status,
                lasting: matches!(status, 301 | 308),
            },
            429 => AlertError::Throttled {
                host,
                wait: self.wait(now),
            },
            401 | 403 => AlertError::KeyRefused {
                host,
                answer: i64::from(status),
            },
            408 | 500.. => AlertError::ServerFailed {
                host,
                status,
                wait: self.wait(now),
            },
            400..500 => AlertError::Refused { host, status },
            _ => AlertError::AnswerUnreadable { host },
        }
    }

    /// `Retry-After`, in seconds or as a moment of the peer's clock.
    fn wait(&self, now: DateTime<Utc>) -> Option<Duration> {
        let text = self.retry_after.as_deref()?.trim();
        let wait = match text.parse() {
            Ok(seconds) => Duration::from_secs(seconds),
            Err(_) => {
                let from = self.server_time.unwrap_or(now);
                (http_date(text)? - from).to_std().unwrap_or_default()
            }
        };
        Some(wait.min(LONGEST_WAIT))
    }

    /// By how many minutes the caller's clock is off, when that alone spoils every signature.
    fn clock_is_off(&self, now: DateTime<Utc>) -> Option<i64> {
        let off = (self.server_time? - now).abs();
        (off > CLOCK_MAY_DIFFER).then(|| off.num_minutes())
    }
}

/// The number in a service's answer and what it means, from each service's own pages.
fn meaning(service: Service, body: &Value) -> Option<(i64, Meaning)> {
    let number = |name: &str| body.get(name).and_then(Value::as_i64);
    let code = match service {
        Service::WeCom | Service::DingTalk => number("errcode")?,
        Service::Feishu => number("code").or_else(|| number("StatusCode"))?,
        Service::ServerChan => number("code")?,
        Service::Plain => return None,
    };
    let meaning = match (service, code) {
        (_, 0) => Meaning::Taken,
        // Frequency of a robot; calls at the same time.
        (Service::WeCom, 45_009 | 45_033) => Meaning::Throttled,
        // The robot is gone or its key is wrong.
        (Service::WeCom, 93_000) => Meaning::Key,
        (Service::DingTalk, 130_101 | 410_100) => Meaning::Throttled,
        // Keyword, network or signature of the robot's security settings.
        (Service::DingTalk, 310_000) => Meaning::Signature,
        // Group gone, token unknown (old and new number), robot switched off, robot gone.
        (Service::DingTalk, 300_001 | 400_013 | 400_101 | 400_102 | 400_106) => Meaning::Key,
        (Service::Feishu, 11_232) => Meaning::Throttled,
        (Service::Feishu, 19_021) => Meaning::Signature,
        // Token unknown, bot switched off, network, keyword.
        (Service::Feishu, 19_001 | 19_007 | 19_022 | 19_024) => Meaning::Key,
        // One number for the day's quota and for a wrong key; only its sentence tells them apart.
        (Service::ServerChan, 40_001 | 471) if says_too_many(body) => Meaning::Throttled,
        (Service::ServerChan, 40_001) => Meaning::Key,
        _ => Meaning::Unknown,
    };
    Some((code, meaning))
}

fn says_too_many(body: &Value) -> bool {
    let sentence = body.get("message").and_then(Value::as_str);
    sentence.is_some_and(|sentence| sentence.contains("次数"))
}

/// A moment as HTTP writes it: `Mon, 23 Nov 2026 00:30:00 GMT`.
pub(crate) fn http_date(text: &str) -> Option<DateTime<Utc>> {
    let moment = DateTime::parse_from_rfc2822(text.trim()).ok()?;
    Some(moment.with_timezone(&Utc))
}

#[cfg(test)]
#[path = "answer_tests.rs"]
mod tests;
