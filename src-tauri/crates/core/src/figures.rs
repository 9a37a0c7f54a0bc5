//! What the history adds up to: the calendar's kinds of day, punctuality, failures, how long a fix takes, outages, the
//! drawer. Pure: what was written down comes in, figures go out.
//!
//! A day on which the door stayed shut or the PC was off says nothing about punctuality: it neither counts nor ends a
//! streak. An outage is an incident of the network's that somebody wrote down; nothing watches the line by itself yet.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::Fen;
use crate::cash::Float;
use crate::codes::Cause;
use crate::fact::Span;
use crate::settling::Settled;
use crate::time::Day;
use crate::verdict::LaneState;

/// What became of a till's day, as far as figures are made of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Morning {
    /// The business day.
    pub day: Day,
    /// The till.
    pub till: String,
    /// The state of its worst lane; `None` until it is finished.
    pub worst: Option<LaneState>,
    /// Minutes past the late time when it was finished.
    pub late_min: u32,
    /// Items that failed.
    pub failed: Vec<String>,
    /// Somebody marked something, and it is not finished.
    pub begun: bool,
    /// What it was put on record as.
    pub settled: Option<Settled>,
}

/// The kinds of day that a calendar tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Finished, and every lane could take money.
    Ready,
    /// Finished, some lane another way than usual.
    Workaround,
    /// Finished, and of some lane nobody knew.
    Unknown,
    /// Finished, and some lane could not take money.
    NotReady,
    /// Nobody finished it, though somebody could have.
    Missed,
    /// The PC was off.
    PcOff,
    /// The door stayed shut.
    Closed,
    /// Begun, and still going on.
    InProgress,
}

impl DayKind {
    /// Somebody finished the check.
    pub fn is_finished(self) -> bool {
        use DayKind::{NotReady, Ready, Unknown, Workaround};
        matches!(self, Ready | Workaround | Unknown | NotReady)
    }

    /// Which till stands for a day on which they differ: the one with the greater weight. What went wrong comes before what
    /// nobody looked at, and a till whose door stayed shut says nothing about one that opened.
    pub fn weight(self) -> u8 {
        match self {
            DayKind::Closed => 0,
            DayKind::PcOff => 1,
            DayKind::Ready => 2,
            DayKind::InProgress => 3,
            DayKind::Workaround => 4,
            DayKind::Unknown => 5,
            DayKind::Missed => 6,
            DayKind::NotReady => 7,
        }
    }
}

impl Morning {
    /// Its kind in the calendar.
    pub fn kind(&self) -> DayKind {
        match (self.worst, self.settled) {
            (Some(LaneState::Ready), _) => DayKind::Ready,
            (Some(LaneState::Workaround), _) => DayKind::Workaround,
            (Some(LaneState::Unknown), _) => DayKind::Unknown,
            (Some(LaneState::NotReady), _) => DayKind::NotReady,
            (None, Some(Settled::Missed)) => DayKind::Missed,
            // Whoever marked something was there, whatever the day was put on record as.
            (None, _) if self.begun => DayKind::InProgress,
            (None, Some(Settled::PcOff)) => DayKind::PcOff,
            (None, Some(Settled::Closed)) => DayKind::Closed,
            (None, None) => DayKind::InProgress,
        }
    }

    fn punctual(&self) -> Option<Punctual> {
        match self.kind() {
            DayKind::Missed => Some(Punctual::Missed),
            DayKind::PcOff | DayKind::Closed | DayKind::InProgress => None,
            _ if self.late_min > 0 => Some(Punctual::Late),
            _ => Some(Punctual::InTime),
        }
    }
}

/// From the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Punctual {
    InTime,
    Late,
    Missed,
}

/// How often the check was done in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct Punctuality {
    /// Finished before the late time.
    pub in_time: u32,
    /// Finished after it.
    pub late: u32,
    /// Not finished.
    pub missed: u32,
    /// In thousandths of all three; null when there is none.
    pub permille: Option<u32>,
    /// In whole percent, rounded down, for one late morning in three hundred is not "always"; null when there is none.
    pub percent: Option<u32>,
    /// Days in a row, up to the last, on which every till was in time.
    pub streak: u32,
    /// The most days in a row.
    pub best_streak: u32,
}

/// Punctuality over mornings in the order of their days.
pub fn punctuality(mornings: &[Morning]) -> Punctuality {
    let mut sum = Punctuality::default();
    // What counts of a day is its worst till.
    let mut days: BTreeMap<Day, Punctual> = BTreeMap::new();
    for morning in mornings {
        let Some(one) = morning.punctual() else {
            continue;
        };
        match one {
            Punctual::InTime => sum.in_time += 1,
            Punctual::Late => sum.late += 1,
            Punctual::Missed => sum.missed += 1,
        }
        let day = days.entry(morning.day).or_insert(one);
        *day = (*day).max(one);
    }
    for one in days.values() {
        sum.streak = match one {
            Punctual::InTime => sum.streak + 1,
            _ => 0,
        };
        sum.best_streak = sum.best_streak.max(sum.streak);
    }
    let all = sum.in_time + sum.late + sum.missed;
    sum.permille = (all > 0).then(|| sum.in_time * 1000 / all);
    sum.percent = sum.permille.map(|permille| permille / 10);
    sum
}

/// How often one item failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Failed {
    /// The item.
    pub item: String,
    /// On how many mornings.
    pub count: u32,
}

/// The items that failed most often, at most `most` of them.
pub fn failures(mornings: &[Morning], most: usize) -> Vec<Failed> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for item in mornings.iter().flat_map(|morning| &morning.failed) {
        *counts.entry(item).or_default() += 1;
    }
    let mut failed: Vec<Failed> = counts
        .into_iter()
        .map(|(item, count)| Failed {
            item: item.to_owned(),
            count,
        })
        .collect();
    failed.sort_by_key(|one| std::cmp::Reverse(one.count));
    failed.truncate(most);
    failed
}

/// An incident, as far as figures are made of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Fixed {
    /// When it began.
    pub opened_at: DateTime<Utc>,
    /// When it ended; `None` while it has not.
    pub resolved_at: Option<DateTime<Utc>>,
    /// What it came from.
    pub cause: Option<Cause>,
    /// What it cost, as the shop estimates.
    pub loss_fen: Option<Fen>,
}

impl Fixed {
    /// How long it took, if it has ended by now: what a clock that ran ahead wrote down has not.
    fn minutes(&self, now: DateTime<Utc>) -> Option<u32> {
        let resolved_at = self.resolved_at.filter(|at| *at <= now)?;
        let minutes = (resolved_at - self.opened_at).num_minutes();
        Some(u32::try_from(minutes.max(0)).unwrap_or(u32::MAX))
    }
}

/// What the incidents come to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct Repairs {
    /// Incidents that began.
    pub incidents: u32,
    /// Those of them that are resolved.
    pub resolved: u32,
    /// Mean minutes from the beginning to the end of those; null when there is none.
    pub mean_min: Option<u32>,
    /// Half of them took no longer; null when there is none.
    pub median_min: Option<u32>,
    /// Where they came from, the most frequent first.
    pub causes: Vec<Caused>,
    /// What they cost together, as the shop estimates.
    pub loss_fen: Fen,
    /// How many have an estimate.
    pub estimated: u32,
}

/// How many incidents came from one cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Caused {
    /// The cause; null where it is not known.
    pub cause: Option<Cause>,
    /// How many.
    pub count: u32,
}

/// What incidents come to at an instant.
pub fn repairs(incidents: &[Fixed], now: DateTime<Utc>) -> Repairs {
    let by_now = incidents.iter().filter_map(|one| one.minutes(now));
    let mut minutes: Vec<u32> = by_now.collect();
    minutes.sort_unstable();
    let sum: u64 = minutes.iter().map(|one| u64::from(*one)).sum();
    let mean = sum.checked_div(minutes.len() as u64);
    let mut counts: BTreeMap<Option<Cause>, u32> = BTreeMap::new();
    for one in incidents {
        *counts.entry(one.cause).or_default() += 1;
    }
    let mut causes: Vec<Caused> = counts
        .into_iter()
        .map(|(cause, count)| Caused { cause, count })
        .collect();
    causes.sort_by_key(|one| std::cmp::Reverse(one.count));
    let losses = || incidents.iter().filter_map(|one| one.loss_fen);
    Repairs {
        incidents: incidents.len() as u32,
        resolved: minutes.len() as u32,
        mean_min: mean.map(|mean| u32::try_from(mean).unwrap_or(u32::MAX)),
        median_min: minutes.get(minutes.len().saturating_sub(1) / 2).copied(),
        causes,
        loss_fen: Fen(losses().map(|loss| loss.0).sum()),
        estimated: losses().count() as u32,
    }
}

/// An outage: an incident of the network's that somebody wrote down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outage {
    /// When it began.
    pub from: DateTime<Utc>,
    /// When it ended; `None` while it has not.
    pub to: Option<DateTime<Utc>>,
}

/// What the outages of a span of time come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct Outages {
    /// How many reach into it.
    pub count: u32,
    /// Minutes of it without a network, what overlaps counted once.
    pub minutes: u32,
}

/// What outages come to within a span, each with the part of it that lies there and is over: one that has not ended goes
/// on until now.
pub fn outages(all: &[Outage], span: Span, now: DateTime<Utc>) -> Outages {
    let mut parts: Vec<Span> = Vec::new();
    for one in all {
        // A clock that ran ahead or was set back makes no time that never was.
        let to = one.to.unwrap_or(now).min(now).max(one.from);
        let here = one.from < span.to && (one.from >= span.from || to > span.from);
        if here {
            parts.push(Span {
                from: one.from.max(span.from),
                to: to.min(span.to),
            });
        }
    }
    parts.sort_unstable_by_key(|part| part.from);
    let mut seconds = 0;
    let mut reached = span.from;
    for part in &parts {
        let from = part.from.max(reached);
        if part.to > from {
            seconds += (part.to - from).num_seconds();
            reached = part.to;
        }
    }
    Outages {
        count: parts.len() as u32,
        minutes: u32::try_from(seconds / 60).unwrap_or(u32::MAX),
    }
}

/// What one item counted in a drawer one morning.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// The business day.
    pub day: Day,
    /// The till.
    pub till: String,
    /// The count; `None` where the checklist of that day says nothing of what it should have been.
    pub cash: Option<Cash>,
}

/// A count beside what the drawer should hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cash {
    /// What was counted.
    pub counted_fen: Fen,
    /// What it should hold.
    pub float: Float,
}

/// One point of the drawer's line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Drawer {
    /// The business day.
    #[ts(type = "string")]
    pub day: Day,
    /// The till.
    pub till: String,
    /// What was counted.
    pub counted_fen: Fen,
    /// Above the target, or below it when negative.
    pub over_fen: Fen,
    /// Within the tolerance.
    pub on_target: bool,
}

/// How the drawers stood.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct Drawers {
    /// Counts of a drawer.
    pub counted: u32,
    /// Those within the tolerance.
    pub on_target: u32,
    /// All amounts above the target together.
    pub over_fen: Fen,
    /// All amounts below it together, as a positive amount.
    pub short_fen: Fen,
    /// The counts beyond the tolerance, newest first, as many as were asked for.
    pub beyond: Vec<Drawer>,
    /// Month by month, oldest first.
    pub months: Vec<DrawerMonth>,
}

/// One month of the drawers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DrawerMonth {
    /// `2026-11`.
    pub month: String,
    /// Counts of a drawer.
    pub counted: u32,
    /// Above the target together.
    pub over_fen: Fen,
    /// Below it together, as a positive amount.
    pub short_fen: Fen,
}

/// What the counts come to, in the order of their days.
pub fn drawers(counts: &[Counted], most_beyond: usize) -> Drawers {
    let mut sum = Drawers::default();
    for one in counts {
        let Some(cash) = one.cash else { continue };
        let over = cash.counted_fen.0 - cash.float.target_fen.0;
        let on_target = over.abs() <= cash.float.tolerance_fen.0;
        let month = one.day.format("%Y-%m").to_string();
        if sum.months.last().is_none_or(|last| last.month != month) {
            sum.months.push(DrawerMonth {
                month,
                counted: 0,
                over_fen: Fen(0),
                short_fen: Fen(0),
            });
        }
        if let Some(month) = sum.months.last_mut() {
            month.counted += 1;
            month.over_fen.0 += over.max(0);
            month.short_fen.0 += (-over).max(0);
        }
        sum.counted += 1;
        sum.on_target += u32::from(on_target);
        sum.over_fen.0 += over.max(0);
        sum.short_fen.0 += (-over).max(0);
        if !on_target {
            sum.beyond.push(Drawer {
                day: one.day,
                till: one.till.clone(),
                counted_fen: cash.counted_fen,
                over_fen: Fen(over),
                on_target,
            });
        }
    }
    sum.beyond.reverse();
    sum.beyond.truncate(most_beyond);
    sum
}

#[cfg(test)]
#[path = "figures_tests.rs"]
mod tests;
