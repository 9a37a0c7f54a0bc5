//! The calendar, and what the history adds up to.

use std::collections::BTreeMap;

use kaizhang_core::Refusal as No;
use kaizhang_core::figures::{
    self, DayKind, Drawers, Failed, Morning, Outages, Punctuality, Repairs,
};
use kaizhang_core::shop::Till;
use kaizhang_core::time::Day;
use kaizhang_store::View;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller};
use crate::{Refusal, shops};

/// Input of `show_calendar`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ShowCalendar {
    /// The first business day.
    pub from: String,
    /// The last one.
    pub to: String,
    /// Of this till; of all of them when left out.
    pub till: Option<String>,
    /// One row for each day: of the till at which it went worst, with the incidents of all of them.
    pub together: Option<bool>,
}

/// Input of `show_figures`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DaysWish {
    /// The first business day.
    pub from: String,
    /// The last one.
    pub to: String,
    /// Of this till; of all of them when left out.
    pub till: Option<String>,
}

/// One day of one till.
#[derive(Debug, Serialize, TS)]
pub struct CalendarDay {
    #[ts(type = "string")]
    day: Day,
    till: String,
    /// What became of it; null where nothing but its incidents is known.
    kind: Option<DayKind>,
    /// Finished after the late time.
    late: bool,
    /// Incidents that began.
    incidents: u32,
}

/// Days with what became of them, oldest first; days of which nothing is known are not among them.
#[derive(Debug, Serialize, TS)]
pub struct Calendar {
    days: Vec<CalendarDay>,
    /// Every till that the shop has or had on these days.
    tills: Vec<Till>,
    /// The first business day of which anything is known; null in an empty history.
    #[ts(type = "string | null")]
    first: Option<Day>,
    /// The business day at hand.
    #[ts(type = "string")]
    today: Day,
}

/// What the days add up to.
#[derive(Debug, Serialize, TS)]
pub struct Figures {
    punctuality: Punctuality,
    /// The items that failed most often, at most eight.
    failures: Vec<Failed>,
    /// Of all kinds of day, how many there were.
    kinds: Vec<KindCount>,
    repairs: Repairs,
    /// Incidents of the network's that somebody wrote down, with their part of these days.
    outages: Outages,
    drawers: Drawers,
}

/// How many days there were of a kind.
#[derive(Debug, Serialize, TS)]
pub struct KindCount {
    kind: DayKind,
    count: u32,
}

/// Days of one calendar: a year and the weeks around it.
const MOST_DAYS: i64 = 400;
/// Days that figures are made of, at most: forty years.
const A_LIFETIME: i64 = 14_610;
/// Items in the chart of failures, and counts of a drawer in its list.
const MOST_FAILED: usize = 8;
const MOST_BEYOND: usize = 50;

struct Read {
    from: Day,
    to: Day,
    till: String,
}

fn read(input: DaysWish, most: i64) -> Result<Read, Refusal> {
    let (from, to) = (shops::parse_day(&input.from)?, shops::parse_day(&input.to)?);
    if from > to || (to - from).num_days() >= most {
        let max = u32::try_from(most).unwrap_or(u32::MAX);
        let (from, to) = (input.from, input.to);
        return Err(No::SpanUnreadable { from, to, max }.into());
    }
    let till = input.till.unwrap_or_default();
    Ok(Read { from, to, till })
}

pub(crate) fn show_calendar(
    app: &App,
    caller: &Caller,
    input: ShowCalendar,
) -> Result<Calendar, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let ShowCalendar {
        from,
        to,
        till,
        together,
    } = input;
    let wish = read(DaysWish { from, to, till }, MOST_DAYS)?;
    let now = app.outside.now();
    app.store.read(|view| {
        let shop = shops::shop(&view)?;
        let mornings = view.mornings(wish.from, wish.to, &wish.till, now)?;
        let began = view.incident_days(wish.from, wish.to, &wish.till)?;
        let mut began: BTreeMap<(Day, String), u32> = began
            .into_iter()
            .map(|(day, till, count)| ((day, till), count))
            .collect();
        let mut tills = shop.tills.clone();
        let known = mornings.iter().map(|morning| &morning.till);
        for id in known.chain(began.keys().map(|(_, till)| till)) {
            if !tills.iter().any(|till| till.id == *id) {
                tills.push(shops::till_named(&shop, id));
            }
        }
        let day = |morning: Morning| CalendarDay {
            kind: Some(morning.kind()),
            late: morning.worst.is_some() && morning.late_min > 0,
            incidents: began
                .remove(&(morning.day, morning.till.clone()))
                .unwrap_or(0),
            day: morning.day,
            till: morning.till,
        };
        let mut days: Vec<CalendarDay> = mornings.into_iter().map(day).collect();
        // An incident alone is a sign on its day as well.
        let alone = |((day, till), incidents)| CalendarDay {
            day,
            till,
            kind: None,
            late: false,
            incidents,
        };
        days.extend(began.into_iter().map(alone));
        days.sort_by(|one, other| (one.day, &one.till).cmp(&(other.day, &other.till)));
        if together == Some(true) {
            days = as_one(days);
        }
        Ok(Calendar {
            days,
            tills,
            first: view.first_day()?,
            today: shop.moment(now).day,
        })
    })
}

/// One row for each day, from the rows of its tills.
fn as_one(days: Vec<CalendarDay>) -> Vec<CalendarDay> {
    let mut whole: Vec<CalendarDay> = Vec::new();
    for one in days {
        match whole.last_mut().filter(|last| last.day == one.day) {
            Some(last) => last.join(one),
            None => whole.push(one),
        }
    }
    whole
}

impl CalendarDay {
    fn join(&mut self, other: CalendarDay) {
        let incidents = self.incidents + other.incidents;
        let late = self.late || other.late;
        if other.kind.map(DayKind::weight) > self.kind.map(DayKind::weight) {
            *self = other;
        }
        self.incidents = incidents;
        self.late = late && self.kind.is_some_and(DayKind::is_finished);
    }
}

pub(crate) fn show_figures(
    app: &App,
    caller: &Caller,
    input: DaysWish,
) -> Result<Figures, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let wish = read(input, A_LIFETIME)?;
    let now = app.outside.now();
    app.store.read(|view: View<'_>| {
        let mornings = view.mornings(wish.from, wish.to, &wish.till, now)?;
        let mut kinds: BTreeMap<DayKind, u32> = BTreeMap::new();
        for morning in &mornings {
            *kinds.entry(morning.kind()).or_default() += 1;
        }
        let incidents = view.fixes(wish.from, wish.to, &wish.till)?;
        let span = shops::shop(&view)?.span(wish.from, wish.to);
        let outages = view.outages(span, &wish.till)?;
        let counts = view.cash_counts(wish.from, wish.to, &wish.till)?;
        Ok(Figures {
            punctuality: figures::punctuality(&mornings),
            failures: figures::failures(&mornings, MOST_FAILED),
            kinds: kinds
                .into_iter()
                .map(|(kind, count)| KindCount { kind, count })
                .collect(),
            repairs: figures::repairs(&incidents, now),
            outages: figures::outages(&outages, span, now),
            drawers: figures::drawers(&counts, MOST_BEYOND),
        })
    })
}
