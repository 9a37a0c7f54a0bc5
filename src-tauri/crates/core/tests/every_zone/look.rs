//! What the loop does at each look, and what becomes of the days afterwards.

use chrono::{DateTime, Utc};
use kaizhang_core::firing::{Fired, Firing};
use kaizhang_core::schedule::Kind;
use kaizhang_core::settling::Evidence;
use kaizhang_core::time::Day;

use crate::look_checks::Look;
use crate::record::{Over, first};
use crate::rules::Scene;
use crate::world::{Broken, World, utc};

impl World<'_> {
    /// The business day as the program sees it, which must be the oracle's.
    fn today(&self) -> Result<Day, Broken> {
        let day = self.trial.rules.day(&self.shop, utc(self.clock));
        let oracle = self.oracles_day(self.clock);
        let check = "an instant lies in the oracle's business day";
        if first(self.trial.only, [(check, day == oracle)].into_iter()).is_none() {
            Ok(day)
        } else {
            let what = format!("{}: {day} instead of {oracle}", utc(self.clock));
            Err(self.broke(check, &what))
        }
    }

    pub(crate) fn look(&mut self) -> Result<(), Broken> {
        let now = self.clock;
        let day = self.today()?;
        self.tally.looks += 1;
        if let Some(ran) = self.ran.last_mut() {
            ran.1 = now;
        }
        let (plan, frame) = self.know(day)?.clone();
        let record = self.days.entry(day).or_default();
        let put_off = record.asked.last().map(|ask| ask.put_off);
        let firings = plan.as_ref().map_or(Vec::new(), |plan| {
            self.trial.rules.fire(&Scene {
                shop: &self.shop,
                plan,
                finished: record.finished,
                fired: &record.fired,
                put_off,
                now: utc(now),
            })
        });
        let look = Look {
            now,
            door: frame.door.as_ref(),
            record,
            firings: &firings,
        };
        let failed = look.broken(self.trial.only);
        let owed = [Kind::Due, Kind::Late].map(|kind| look.owed(kind));
        record.owed_due |= owed[0];
        record.owed_late |= owed[1];
        record.looks.push(now);
        let came = firings.iter().map(|one: &Firing| Fired {
            kind: one.kind,
            planned_at: one.planned_at,
            fired_at: utc(now),
        });
        record.fired.extend(came);
        self.tally.fired += firings.len();
        if !firings.is_empty() {
            self.tell(format!("of {day} came {firings:?}"));
        }
        match failed {
            Some(check) => Err(self.broke(check, &format!("{}: {day} {frame:?}", utc(now)))),
            None => Ok(()),
        }
    }

    /// Puts the days of the stretch on record, by the plans as they stand at its end.
    pub(crate) fn settle(mut self, begin: i64, end: i64) -> Result<(), Broken> {
        let mut day = self.oracles_day(begin);
        let last = self.oracles_day(end);
        while day < last {
            self.settle_day(day)?;
            day = day.succ_opt().unwrap();
        }
        Ok(())
    }

    fn settle_day(&mut self, day: Day) -> Result<(), Broken> {
        let (plan, frame) = self.know(day)?.clone();
        self.tally.days += 1;
        self.tally.open_days += usize::from(plan.is_some());
        let record = self.days.entry(day).or_default();
        let ran: Vec<(DateTime<Utc>, DateTime<Utc>)> = self
            .ran
            .iter()
            .map(|ran| (utc(ran.0), utc(ran.1)))
            .collect();
        let evidence = Evidence {
            begun: record.begun,
            reminded: !record.fired.is_empty(),
            ran: &ran,
        };
        let over = Over {
            record,
            door: frame.door.as_ref(),
            ran: &self.ran,
            settled: self.trial.rules.settle(plan.as_ref(), &evidence),
        };
        let Some(check) = over.broken(self.trial.only) else {
            return Ok(());
        };
        let what = format!("{day}: {:?} {:?} {frame:?}", over.settled, over.record);
        Err(self.broke(check, &what))
    }
}
