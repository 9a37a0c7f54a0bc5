//! When the door opens and when the shop is reminded. Every instant of a business day comes from
//! [`DayPlan::of`]; nothing else computes one.

use chrono::{DateTime, Days, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Refusal;
use crate::fact::DaysPlanned;
use crate::shop::{Hours, Shifts, Shop};
use crate::text::{self, NOTE_LIMIT};
use crate::time::{self, ClockTime, Day};

/// How the owner wants to be reminded, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ReminderRules")]
pub struct Reminders {
    /// The check is due this long before the door opens.
    pub before_min: u16,
    /// It is late this long after the door opened.
    pub late_after_min: u16,
    /// From then on this often, until it is done or the door closes.
    pub nag_every_min: u16,
}

impl Default for Reminders {
    /// Half an hour before the door opens; late with the open door; then each quarter of an hour.
    fn default() -> Reminders {
        Reminders {
            before_min: 30,
            late_after_min: 0,
            nag_every_min: 15,
        }
    }
}

impl Reminders {
    /// The longest distance from the open door.
    pub const MOST_MIN: u16 = 240;
    /// The shortest pause between two reminders.
    pub const LEAST_NAG_MIN: u16 = 5;

    /// Refuses what would be no reminder any more.
    pub fn checked(self) -> Result<Reminders, Refusal> {
        let refuse = |field: &str, value, min| {
            Err(Refusal::MinutesOutOfRange {
                field: field.to_owned(),
                value,
                min,
                max: Reminders::MOST_MIN,
            })
        };
        let most = Reminders::MOST_MIN;
        if self.before_min > most {
            return refuse("before_min", self.before_min, 0);
        }
        if self.late_after_min > most {
            return refuse("late_after_min", self.late_after_min, 0);
        }
        if !(Reminders::LEAST_NAG_MIN..=most).contains(&self.nag_every_min) {
            return refuse(
                "nag_every_min",
                self.nag_every_min,
                Reminders::LEAST_NAG_MIN,
            );
        }
        Ok(self)
    }
}

/// What the owner decided for single days, against the week's usual hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "plan", rename_all = "snake_case")]
pub enum Planned {
    /// The door stays shut.
    Closed,
    /// The door opens at these hours.
    Open {
        /// At least one, in the order of the day.
        shifts: Vec<Hours>,
    },
    /// As in every week; takes an earlier decision back.
    Usual,
}

impl Planned {
    /// The door opens after all, and nobody said when: at the usual hours, or on a weekday that is closed at those of
    /// the last open one. No hours at all in a week that never opens.
    pub fn open_after_all(shop: &Shop, day: Day) -> Planned {
        if !shop.usual(day).is_empty() {
            return Planned::Usual;
        }
        let week = (1..7).filter_map(|back| day.checked_sub_days(Days::new(back)));
        let mut hours = week.map(|day| shop.usual(day));
        let last = hours.find(|hours| !hours.is_empty());
        Planned::Open {
            shifts: last.unwrap_or_default().to_vec(),
        }
    }
}

/// What kind of reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ReminderKind")]
pub enum Kind {
    /// Time to check, before the door opens.
    Due,
    /// The door is open and nobody knows whether money can be taken.
    Late,
    /// Still not.
    Nag,
}

impl Kind {
    /// As it is written in ledger, tables and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Due => "due",
            Kind::Late => "late",
            Kind::Nag => "nag",
        }
    }
}

/// One reminder of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// When.
    pub at: DateTime<Utc>,
    /// What kind.
    pub kind: Kind,
}

/// All instants of one business day on which the door opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayPlan {
    /// The business day.
    pub day: Day,
    /// From when to when the door is open, in order; at least one.
    pub shifts: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    /// Time to check.
    pub due: DateTime<Utc>,
    /// Late from here on.
    pub late: DateTime<Utc>,
    /// The cut-off: what is not finished by now is missed.
    pub ends: DateTime<Utc>,
    reminders: Reminders,
}

impl DayPlan {
    /// The plan of a business day; `None` when the door stays shut.
    ///
    /// Hours are read on the wall clock of the shop's zone, by the rule of [`time::instant`]; the
    /// minutes before and after are minutes that pass. Nothing falls outside its business day: a check
    /// is due at the earliest when the day begins, and a door that is open past the cut-off closes with it.
    pub fn of(
        shop: &Shop,
        reminders: Reminders,
        planned: Option<&Planned>,
        day: Day,
    ) -> Option<DayPlan> {
        let hours = match planned {
            None | Some(Planned::Usual) => shop.usual(day),
            Some(Planned::Closed) => &[],
            Some(Planned::Open { shifts }) => shifts.as_slice(),
        };
        let next = day.checked_add_days(Days::new(1))?;
        let at = |day, clock| time::instant(day, clock, shop.zone, shop.cut_off);
        let (begins, ends) = (at(day, shop.cut_off), at(next, shop.cut_off));
        let mut shifts: Vec<_> = hours
            .iter()
            .map(|hours| {
                let since = |clock: ClockTime| clock.minutes_since(shop.cut_off);
                // Closing at or before opening means the next time the wall shows it, which is past the
                // cut-off; a shift around the clock ends with the day, too.
                let ends_later = since(hours.close) <= since(hours.open);
                let close = if ends_later {
                    ends
                } else {
                    at(day, hours.close)
                };
                (at(day, hours.open), close)
            })
            // The clocks can jump over a whole shift, or over a date; then no door opens.
            .filter(|(open, close)| open < close)
            .collect();
        // Days were planned by the cut-off of that time; another one since can turn their order around.
        shifts.sort_unstable();
        let (opens, _) = *shifts.first()?;
        let closes = shifts.iter().map(|shift| shift.1).max()?;
        let minutes = |n: u16| TimeDelta::minutes(i64::from(n));
        Some(DayPlan {
            day,
            due: (opens - minutes(reminders.before_min)).max(begins),
            late: (opens + minutes(reminders.late_after_min)).min(closes),
            ends,
            shifts,
            reminders,
        })
    }

    /// The door opens, for the first time of the day.
    pub fn opens(&self) -> DateTime<Utc> {
        self.shifts.first().map_or(self.due, |shift| shift.0)
    }

    /// The door closes, for the last time of the day; nobody is reminded any more.
    pub fn closes(&self) -> DateTime<Utc> {
        let closes = self.shifts.iter().map(|shift| shift.1).max();
        closes.unwrap_or(self.ends)
    }

    /// Every reminder of a day on which nobody does anything, in order.
    pub fn reminders(&self) -> impl Iterator<Item = Reminder> + '_ {
        let first = [(self.due, Kind::Due), (self.late, Kind::Late)];
        let nags = self.nags().map(|at| (at, Kind::Nag));
        let all = first.into_iter().chain(nags);
        let closes = self.closes();
        // A door that closes before it is late is never late.
        all.filter(move |(at, _)| *at < closes)
            .map(|(at, kind)| Reminder { at, kind })
    }

    /// Repetitions in the pause between two shifts would ring in an empty shop, so they rest until
    /// somebody is expected again.
    pub(crate) fn nags(&self) -> impl Iterator<Item = DateTime<Utc>> + '_ {
        let every = TimeDelta::minutes(i64::from(self.reminders.nag_every_min.max(1)));
        let before = TimeDelta::minutes(i64::from(self.reminders.before_min));
        let closes = self.closes();
        (1..)
            .map(move |n| self.late + every * n)
            .take_while(move |at| *at < closes)
            .filter(move |at| {
                let mut shifts = self.shifts.iter();
                shifts.any(|(open, close)| *open - before <= *at && at < close)
            })
    }

    /// Whole minutes past the late time; 0 when something happened in time.
    pub fn minutes_late(&self, at: DateTime<Utc>) -> u32 {
        u32::try_from((at - self.late).num_minutes()).unwrap_or(0)
    }
}

/// Most days that one decision is for.
const MOST_DAYS: u32 = 366;

/// A decision about single days: from `today` on, a year at most.
pub fn plan_days(
    today: Day,
    (from, to): (Day, Day),
    planned: Planned,
    note: &str,
    cut_off: ClockTime,
) -> Result<DaysPlanned, Refusal> {
    if from < today {
        return Err(Refusal::DayIsPast {
            day: from.to_string(),
        });
    }
    if to < from || (to - from).num_days() >= i64::from(MOST_DAYS) {
        return Err(Refusal::DaysOutOfRange {
            from: from.to_string(),
            to: to.to_string(),
            max: MOST_DAYS,
        });
    }
    let planned = match planned {
        Planned::Open { shifts } => Planned::Open {
            shifts: Shifts(shifts).checked(cut_off)?.0,
        },
        other => other,
    };
    if (Planned::Open { shifts: Vec::new() }) == planned {
        return Err(Refusal::ShiftsNeeded {});
    }
    Ok(DaysPlanned {
        from,
        to,
        planned,
        note: text::text("note", note, NOTE_LIMIT)?,
    })
}

#[cfg(test)]
#[path = "schedule_tests.rs"]
pub(crate) mod tests;
