//! What a reminder says on the desktop. The agent and the window show the same one.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::{Words, args};

/// Minutes of "later", on the toast and in the tray.
pub const LATER_MIN: u32 = 10;

/// What a reminder is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToastKind {
    /// Time to check.
    Due,
    /// The door should be open.
    Late,
    /// It has been open for a while.
    Nag,
    /// Sales of earlier days are still in doubt.
    FollowUp,
    /// Cases wait for an answer.
    Reply,
    /// Somebody wants to see that reminders arrive.
    Try,
}

/// A reminder, as plain values.
#[derive(Debug, Clone)]
pub struct ToastFacts<'a> {
    /// What it is about.
    pub kind: ToastKind,
    /// The business day.
    pub day: NaiveDate,
    /// For when it was meant.
    pub planned_at: DateTime<Utc>,
    /// It comes noticeably late, since the PC did not run.
    pub tardy: bool,
    /// Sales of earlier days that are still in doubt, if it is to be said.
    pub sales: u32,
    /// Cases that wait for an answer and whose last day is near or over, if it is to be said.
    pub cases: u32,
    /// Of them those whose last day is over.
    pub overdue: u32,
    /// Days until the nearest last day that is not over.
    pub days_left: Option<i64>,
    /// Names of the tills that are not ready, where the shop has several; else empty.
    pub tills: &'a [String],
    /// When the door opens, if it does.
    pub opens_at: Option<DateTime<Utc>>,
    /// Whole minutes until then; negative when it is open.
    pub minutes_to_open: i64,
    /// Where the shop's clock hangs.
    pub zone: Tz,
}

/// A reminder in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToastWords {
    /// One line.
    pub title: String,
    /// One to three sentences; never speaks of the buttons, which not every desktop shows.
    pub body: String,
    /// The button that opens today's check.
    pub start: String,
    /// The button that asks for quiet; none where that makes no sense.
    pub later: Option<String>,
}

impl Words {
    /// Title, body and buttons of a reminder.
    #[must_use]
    pub fn toast(&self, facts: &ToastFacts<'_>) -> ToastWords {
        let in_doubt = || self.say_with("toast-follow-up-title", &args!["sales" => facts.sales]);
        let (title, body) = match facts.kind {
            ToastKind::Due => (self.say("toast-due-title"), self.until_open(facts)),
            ToastKind::Late => (self.say("toast-late-title"), self.open_since(facts)),
            ToastKind::Nag => (self.say("toast-nag-title"), self.still_open(facts)),
            ToastKind::FollowUp => (in_doubt(), self.say("toast-follow-up-text")),
            ToastKind::Reply => (
                self.say_with("toast-reply-title", &args!["cases" => facts.cases]),
                String::new(),
            ),
            ToastKind::Try => (self.say("toast-try-title"), self.say("toast-try-text")),
        };
        let mut sentences = vec![body];
        let checks = matches!(
            facts.kind,
            ToastKind::Due | ToastKind::Late | ToastKind::Nag
        );
        if checks && facts.sales > 0 {
            sentences.push(self.say_with("toast-sales", &args!["sales" => facts.sales]));
        }
        if facts.kind != ToastKind::Reply && facts.cases > 0 {
            sentences.push(self.say_with("toast-reply-also", &args!["cases" => facts.cases]));
        }
        if facts.cases > 0 {
            sentences.extend(self.by_when(facts));
        }
        if !facts.tills.is_empty() && checks {
            sentences.push(self.say_with("toast-tills", &args!["tills" => self.list(facts.tills)]));
        }
        if facts.tardy {
            sentences.push(self.meant_for(facts));
        }
        sentences.retain(|sentence| !sentence.is_empty());
        ToastWords {
            title,
            // A sentence of its own on a line of its own reads well in both languages.
            body: sentences.join("\n"),
            start: self.say(if checks { "toast-start" } else { "toast-open" }),
            later: checks.then(|| self.say_with("toast-later", &args!["minutes" => LATER_MIN])),
        }
    }

    /// How pressing the answers are: what is over first, then the nearest day.
    fn by_when(&self, facts: &ToastFacts<'_>) -> Vec<String> {
        let over = (facts.overdue > 0)
            .then(|| self.say_with("toast-reply-overdue", &args!["cases" => facts.overdue]));
        let near = facts
            .days_left
            .map(|days| self.say_with("toast-reply-days", &args!["days" => days]));
        over.into_iter().chain(near).collect()
    }

    fn until_open(&self, facts: &ToastFacts<'_>) -> String {
        // The day may have been closed since.
        if facts.opens_at.is_none() {
            return String::new();
        }
        let minutes = facts.minutes_to_open.max(0);
        if minutes < 60 {
            return self.say_with("toast-due-minutes", &args!["minutes" => minutes]);
        }
        self.say_with(
            "toast-due-hours",
            &args!["hours" => minutes / 60, "minutes" => minutes % 60],
        )
    }

    fn open_since(&self, facts: &ToastFacts<'_>) -> String {
        facts.opens_at.map_or_else(String::new, |opens_at| {
            let time = self.time(opens_at, facts.zone);
            self.say_with("toast-late-text", &args!["time" => time])
        })
    }

    fn still_open(&self, facts: &ToastFacts<'_>) -> String {
        if facts.opens_at.is_none() {
            return String::new();
        }
        let minutes = facts.minutes_to_open.saturating_neg().max(0);
        if minutes < 60 {
            return self.say_with("toast-nag-text", &args!["minutes" => minutes]);
        }
        self.say_with("toast-nag-text-hours", &args!["hours" => minutes / 60])
    }

    fn meant_for(&self, facts: &ToastFacts<'_>) -> String {
        let time = self.time(facts.planned_at, facts.zone);
        let date = facts.planned_at.with_timezone(&facts.zone).date_naive();
        if date == facts.day {
            return self.say_with("toast-tardy", &args!["time" => time]);
        }
        // A reminder after midnight belongs to the business day before.
        self.say_with(
            "toast-tardy-day",
            &args!["day" => self.day(date), "time" => time],
        )
    }
}

#[cfg(test)]
#[path = "remind_tests.rs"]
mod tests;
