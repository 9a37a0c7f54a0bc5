//! A shop's PC over some weeks, and everything that can happen to it: it sleeps, is off for days, its clock is set, the
//! loop looks late, the owner moves house and changes the hours, people put off, begin and finish. Time goes in steps
//! from one thing that may happen to the next.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, Utc};
use kaizhang_core::schedule::{DayPlan, Planned, Reminders};
use kaizhang_core::shop::{Shifts, Shop};
use kaizhang_core::time::Day;

use crate::chance::Chance;
use crate::door::{self, Frame};
use crate::plan_checks::PlanCase;
use crate::record::Record;
use crate::rules::Rules;
use crate::shops;
use crate::wall::{Atlas, DAY, Wall};

/// What does not hold, and how it came to that.
pub struct Broken {
    pub check: &'static str,
    story: String,
}

impl fmt::Debug for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "broken: {}\n{}", self.check, self.story)
    }
}

/// What was walked.
#[derive(Debug, Default, Clone, Copy)]
pub struct Tally {
    pub days: usize,
    pub open_days: usize,
    pub looks: usize,
    pub fired: usize,
    pub clock_sets: usize,
    pub sleeps: usize,
    pub moves: usize,
    pub put_offs: usize,
}

/// Which rules are walked, and how.
#[derive(Clone, Copy)]
pub struct Trial<'a> {
    pub rules: &'a dyn Rules,
    pub seed: u64,
    /// Nobody sets the clock or changes the shop.
    pub calm: bool,
    /// The one check that counts.
    pub only: Option<&'a str>,
}

pub type Known = (Option<DayPlan>, Frame);

/// One stretch of days in one zone.
pub struct World<'a> {
    pub(crate) trial: Trial<'a>,
    pub(crate) atlas: &'a Atlas,
    pub(crate) chance: Chance,
    pub(crate) at_home: usize,
    pub(crate) shop: Shop,
    pub(crate) reminders: Reminders,
    pub(crate) planned: BTreeMap<Day, Planned>,
    /// What the PC's clock shows.
    pub(crate) clock: i64,
    pub(crate) days: BTreeMap<Day, Record>,
    /// Of the shop as it is now.
    pub(crate) known: BTreeMap<Day, Known>,
    pub(crate) ran: Vec<(i64, i64)>,
    pub(crate) story: Vec<String>,
    pub(crate) tally: &'a mut Tally,
}

pub fn utc(at: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(at, 0).unwrap()
}

impl<'a> World<'a> {
    pub fn new(
        trial: Trial<'a>,
        atlas: &'a Atlas,
        (zone, begin): (usize, i64),
        tally: &'a mut Tally,
    ) -> World<'a> {
        let mut chance = Chance::of(trial.seed, zone, begin);
        let mut world = World {
            trial,
            atlas,
            at_home: zone,
            shop: shops::shop(&mut chance, atlas.zone(zone)),
            reminders: shops::reminders(&mut chance),
            planned: BTreeMap::new(),
            clock: begin,
            days: BTreeMap::new(),
            known: BTreeMap::new(),
            ran: vec![(begin, begin)],
            story: Vec::new(),
            tally,
            chance,
        };
        world.tell_shop();
        world
    }

    /// Walks until the clock shows `end`.
    pub fn walk(mut self, end: i64) -> Result<(), Broken> {
        let begin = self.clock;
        self.plan_ahead(end)?;
        let most_looks = (end - begin) / DAY * 60;
        for _ in 0..most_looks {
            if self.clock >= end {
                break;
            }
            self.happen(begin);
            self.look()?;
            self.wait();
        }
        let end = self.clock.min(end);
        self.settle(begin, end)
    }

    /// The plans of all days of the stretch and where they touch.
    fn plan_ahead(&mut self, end: i64) -> Result<(), Broken> {
        let mut day = self.oracles_day(self.clock);
        let last = self.oracles_day(end);
        while day <= last {
            self.know(day)?;
            day = day.succ_opt().unwrap();
        }
        Ok(())
    }

    pub(crate) fn wall(&self) -> &'a Wall {
        self.atlas.wall(self.at_home)
    }

    pub(crate) fn oracles_day(&self, at: i64) -> Day {
        door::day_of(self.wall(), &self.shop, at)
    }

    fn frame(&self, day: Day) -> Frame {
        let planned = self.planned.get(&day);
        door::frame(self.wall(), &self.shop, self.reminders, planned, day)
    }

    /// The plan of a day, checked against the oracle's when it is first asked for.
    pub(crate) fn know(&mut self, day: Day) -> Result<&Known, Broken> {
        if !self.known.contains_key(&day) {
            let planned = self.planned.get(&day);
            let plan = self
                .trial
                .rules
                .plan(&self.shop, self.reminders, planned, day);
            let frame = self.frame(day);
            let all = plan.iter().flat_map(DayPlan::reminders);
            let reminders: Vec<_> = all.map(|one| (one.at.timestamp(), one.kind)).collect();
            let case = PlanCase {
                day,
                plan: plan.as_ref(),
                reminders: &reminders,
                frame: &frame,
                next: &self.frame(day.succ_opt().unwrap()),
                day_of: &|at| self.trial.rules.day(&self.shop, utc(at)),
            };
            if let Some(check) = case.broken(self.trial.only) {
                return Err(self.broke(check, &format!("{day}: {plan:?} {frame:?}")));
            }
            self.known.insert(day, (plan, frame));
        }
        Ok(&self.known[&day])
    }

    pub(crate) fn broke(&self, check: &'static str, what: &str) -> Broken {
        let story = self.story.join("\n");
        Broken {
            check,
            story: format!("{story}\n{what}"),
        }
    }

    pub(crate) fn tell(&mut self, what: String) {
        self.story.push(format!("{} {what}", utc(self.clock)));
    }

    pub(crate) fn tell_shop(&mut self) {
        let usual: Vec<String> = self.shop.opens.iter().map(written).collect();
        let (zone, cut_off, minutes) = (self.shop.zone, self.shop.cut_off, self.reminders);
        self.tell(format!(
            "{zone} {cut_off} {} {minutes:?}",
            usual.join(" | ")
        ));
    }
}

fn written(Shifts(shifts): &Shifts) -> String {
    let pair = |hours: &kaizhang_core::shop::Hours| format!("{}-{}", hours.open, hours.close);
    shifts.iter().map(pair).collect::<Vec<_>>().join(" ")
}
