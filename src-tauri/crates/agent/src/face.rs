//! What the tray shows, in words: the state of the day, and what can be done about it.

use chrono::{DateTime, Utc};
use kaizhang_app::duty::{Status, TillStatus};
use kaizhang_words::{HeadlineFacts, LATER_MIN, Words, args};
use serde_json::Value;

use crate::icon::Sign;

/// The tray, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Face {
    pub(crate) sign: Sign,
    pub(crate) name: String,
    /// What is the case: the first lines of the menu, which cannot be chosen, and what hovering shows.
    pub(crate) lines: Vec<String>,
    pub(crate) open: String,
    /// Offered while a reminder stands.
    pub(crate) later: Option<String>,
    /// Offered while nobody has begun.
    pub(crate) close_today: Option<String>,
    /// Offered after the day was closed from here.
    pub(crate) open_today: Option<String>,
    pub(crate) quit: String,
}

impl Face {
    /// Before anything is known.
    pub(crate) fn at_first(words: &Words) -> Self {
        Self::plain(words, Sign::Left, words.say("tray-begin"))
    }

    /// While the data folder cannot be used.
    pub(crate) fn in_trouble(words: &Words) -> Self {
        Self::plain(words, Sign::Alert, words.say("tray-trouble"))
    }

    fn plain(words: &Words, sign: Sign, line: String) -> Self {
        Self {
            sign,
            name: words.say("tray-tip"),
            lines: vec![line],
            open: words.say("tray-open"),
            later: None,
            close_today: None,
            open_today: None,
            quit: words.say("tray-quit"),
        }
    }

    /// The day as it stands. `closed_here` tells that it was closed from this tray, and can be opened again.
    pub(crate) fn of(
        words: &Words,
        status: &Status,
        closed_here: bool,
        now: DateTime<Utc>,
    ) -> Self {
        let mut lines = day(words, status);
        lines.extend(status.next_at.map(|at| next(words, status, at, now)));
        let untouched = status.tills.iter().all(|till| state(till) == "due");
        let later = || words.say_with("tray-later", &args!["minutes" => LATER_MIN]);
        Self {
            sign: sign(status),
            lines,
            later: status.waiting.then(later),
            close_today: (!status.closed && untouched).then(|| words.say("tray-close-today")),
            open_today: (status.closed && closed_here).then(|| words.say("tray-open-today")),
            ..Self::plain(words, Sign::Left, String::new())
        }
    }
}

/// The states and kinds as the command table writes them, which is how the words know them.
fn written(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(text)) => text,
        _ => String::new(),
    }
}

fn state(till: &TillStatus) -> String {
    written(till.state)
}

fn day(words: &Words, status: &Status) -> Vec<String> {
    if status.closed {
        return vec![words.say("tray-closed")];
    }
    match status.tills.as_slice() {
        [only] => vec![till_state(words, only)],
        tills => tills
            .iter()
            .map(|till| {
                let name = words.till_name(&till.till.id, &till.till.name);
                let state = till_state(words, till);
                words.say_with("tray-till", &args!["till" => name, "state" => state])
            })
            .collect(),
    }
}

fn till_state(words: &Words, till: &TillStatus) -> String {
    match state(till).as_str() {
        "in_progress" => words.say_with("tray-left", &args!["left" => till.left]),
        "finished" | "late" => headline(words, till),
        "missed" => words.say("tray-missed"),
        "closed" => words.say("tray-closed"),
        _ => words.say("tray-due"),
    }
}

fn headline(words: &Words, till: &TillStatus) -> String {
    let headline = &till.headline;
    let lanes: Vec<String> = headline.lanes.iter().map(written).collect();
    let lanes: Vec<&str> = lanes.iter().map(String::as_str).collect();
    words.headline_text(&HeadlineFacts {
        kind: &written(headline.kind),
        lanes: &lanes,
        fallback: headline.fallback.as_deref(),
        left: u64::from(headline.left),
        amount_fen: serde_json::to_value(headline.amount_fen)
            .ok()
            .and_then(|amount| amount.as_i64()),
    })
}

/// A reminder of today needs no date.
fn next(words: &Words, status: &Status, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let date = |at: DateTime<Utc>| at.with_timezone(&status.zone).date_naive();
    let time = if date(at) == date(now) {
        words.time(at, status.zone)
    } else {
        words.day_and_time(at, status.zone)
    };
    words.say_with("tray-next", &args!["time" => time])
}

fn sign(status: &Status) -> Sign {
    if status.closed {
        return Sign::Closed;
    }
    let finished = |till: &TillStatus| ["finished", "late"].contains(&state(till).as_str());
    let takes_money = |till: &TillStatus| {
        ["all_ready", "workaround"].contains(&written(till.headline.kind).as_str())
    };
    if status.late {
        Sign::Alert
    } else if !status.tills.iter().all(finished) {
        Sign::Left
    } else if status.tills.iter().all(takes_money) {
        Sign::Ready
    } else {
        Sign::Alert
    }
}

#[cfg(test)]
#[path = "face_tests.rs"]
mod tests;
