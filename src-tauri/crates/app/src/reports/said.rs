//! How the facts of a report read, in one language.

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use kaizhang_core::Fen;
use kaizhang_core::contact::Terminal;
use kaizhang_core::incident::Details;
use kaizhang_core::settling::DayState;
use kaizhang_core::shop::Till;
use kaizhang_core::value::Value;
use kaizhang_core::verdict::{Headline, HeadlineKind, LaneState, Reason};
use kaizhang_report::{Cell, Tone};
use kaizhang_words::{HeadlineFacts, Words, args};
use serde::Serialize;

/// One language, in the shop's zone.
pub(super) struct Said<'a> {
    pub(super) words: &'a Words,
    pub(super) zone: Tz,
}

/// `in_progress` as the keys of words have it: `in-progress`.
pub(super) fn id(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().replace('_', "-")
}

/// An instant as it was written, RFC 3339; nothing where it is no such text, which the store never holds.
pub(super) fn instant(text: &str) -> Option<DateTime<Utc>> {
    text.parse().ok()
}

impl Said<'_> {
    /// A word that may be unknown to these words: a newer version's id is shown as itself.
    pub(super) fn of(&self, family: &str, value: &impl Serialize) -> String {
        let id = id(value);
        self.words.say_or(&format!("{family}-{id}"), &id)
    }

    /// What became of a day, in a word that fits into a calendar.
    pub(super) fn day_is(&self, state: DayState) -> String {
        let id = id(&state);
        self.words.say_or(&format!("report-day-is-{id}"), &id)
    }

    /// On the shop's own clock.
    pub(super) fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.zone).naive_local()
    }

    pub(super) fn moment(&self, text: &str) -> Cell {
        instant(text).map_or(Cell::Empty, |at| Cell::Moment(self.local(at)))
    }

    /// The hour alone, where the day is known.
    pub(super) fn hour(&self, text: &str) -> String {
        instant(text).map_or_else(String::new, |at| self.words.time(at, self.zone))
    }

    pub(super) fn till(&self, till: &Till) -> String {
        self.words.till_name(&till.id, &till.name)
    }

    /// A terminal by its name; by its id where it has none, or is none of the list any more.
    pub(super) fn terminal(&self, terminals: &[Terminal], terminal: &str) -> String {
        let known = terminals.iter().find(|one| one.id == terminal);
        let named = known.filter(|one| !one.name.is_empty());
        named.map_or_else(|| terminal.to_owned(), |one| one.name.clone())
    }

    pub(super) fn money(&self, fen: Option<Fen>) -> String {
        fen.map_or_else(String::new, |fen| self.words.money(fen.0))
    }

    pub(super) fn headline(&self, headline: &Headline) -> String {
        let lanes: Vec<String> = headline.lanes.iter().map(id).collect();
        let lanes: Vec<&str> = lanes.iter().map(String::as_str).collect();
        self.words.headline_text(&HeadlineFacts {
            kind: &id(&headline.kind).replace('-', "_"),
            lanes: &lanes,
            fallback: headline.fallback.as_deref(),
            left: headline.left.into(),
            amount_fen: headline.amount_fen.map(|fen| fen.0),
        })
    }

    pub(super) fn reason(&self, reason: &Reason) -> String {
        self.words.reason_text(
            &id(&reason.code).replace('-', "_"),
            reason.item.as_deref(),
            reason.fallback.as_deref(),
            reason.amount_fen.map(|fen| fen.0),
            reason.incident,
        )
    }

    /// What an incident is about, in a few words.
    pub(super) fn about(&self, details: &Details) -> String {
        let mut about = Vec::new();
        about.extend(details.lane.map(|lane| self.of("lane", &lane)));
        if !details.symptom.is_empty() {
            let symptom = &details.symptom;
            about.push(
                self.words
                    .say_or(&format!("guide-symptom-{symptom}"), symptom),
            );
        }
        if !details.item.is_empty() {
            let item = args!["item" => self.words.item_title(&details.item)];
            about.push(self.words.say_with("incident-what-item", &item));
        }
        if !details.code.is_empty() {
            let code = args!["code" => details.code.as_str()];
            about.push(self.words.say_with("incident-what-code-bare", &code));
        }
        if !details.screen.is_empty() {
            let screen = args!["text" => details.screen.as_str()];
            about.push(self.words.say_with("report-screen-said", &screen));
        }
        if about.is_empty() && !details.note.is_empty() {
            about.push(details.note.clone());
        }
        if about.is_empty() {
            about.push(self.words.say("incident-what-unknown"));
        }
        about.join(" · ")
    }

    /// A value as somebody filled it in.
    pub(super) fn value(&self, value: &Value) -> String {
        match value {
            Value::Number(number) => number.to_string(),
            Value::Text(text) => text.clone(),
            Value::Choice(choice) => self.words.say_or(&format!("choice-{choice}"), choice),
            Value::Cash(count) => self.words.money(count.total_fen.0),
        }
    }

    /// How long something took, in the largest unit that says it: `35 分钟`, `4.5 小时`, `3 天`.
    pub(super) fn span(&self, minutes: i64) -> String {
        match minutes.max(0) {
            minutes @ 0..=119 => self
                .words
                .say_with("report-minutes", &args!["count" => minutes]),
            minutes @ 120..=2879 => {
                let tenths = minutes * 10 / 60;
                let hours = format!("{}.{}", tenths / 10, tenths % 10);
                let hours = hours.strip_suffix(".0").unwrap_or(&hours);
                self.words
                    .say_with("report-hours", &args!["count" => hours])
            }
            minutes => self
                .words
                .say_with("report-days", &args!["count" => minutes / 1440]),
        }
    }
}

pub(super) fn day_tone(state: DayState) -> Tone {
    match state {
        DayState::Finished => Tone::Good,
        DayState::Late => Tone::Warn,
        DayState::Missed => Tone::Bad,
        DayState::Due | DayState::InProgress => Tone::Plain,
        DayState::Closed | DayState::PcOff => Tone::Idle,
    }
}

pub(super) fn headline_tone(headline: &Headline) -> Tone {
    match headline.kind {
        HeadlineKind::AllReady => Tone::Good,
        HeadlineKind::Workaround | HeadlineKind::OnlyCash => Tone::Warn,
        HeadlineKind::SomeNotReady | HeadlineKind::NoneReady => Tone::Bad,
        HeadlineKind::NothingYet | HeadlineKind::ItemsLeft => Tone::Idle,
    }
}

pub(super) fn lane_tone(state: LaneState) -> Tone {
    match state {
        LaneState::Ready => Tone::Good,
        LaneState::Workaround => Tone::Warn,
        LaneState::NotReady => Tone::Bad,
        LaneState::Unknown => Tone::Idle,
    }
}
