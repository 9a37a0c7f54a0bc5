//! What happens to a shop's PC between two looks.

use kaizhang_core::firing::PutOff;

use crate::record::Ask;
use crate::shops;
use crate::wall::DAY;
use crate::world::{World, utc};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

impl World<'_> {
    /// Mostly nothing. The clock is never set to before `begin`.
    pub(crate) fn happen(&mut self, begin: i64) {
        match self.chance.below(300) {
            0..5 => self.sleep(),
            5..31 => self.put_off(),
            31..51 => self.today_is_begun(),
            51..101 => self.finish(),
            _ if self.trial.calm => {}
            101..106 => self.set_clock(begin),
            106..108 => self.move_house(),
            108..111 => self.change_hours(),
            111..115 => self.plan_days(),
            _ => {}
        }
    }

    /// The loop does not run for a while.
    fn sleep(&mut self) {
        let most = self
            .chance
            .one_of(&[5 * MINUTE, HOUR, 12 * HOUR, DAY, 4 * DAY, 9 * DAY]);
        self.clock += self.chance.between(1, most);
        self.ran.push((self.clock, self.clock));
        self.tally.sleeps += 1;
        self.tell("woke up".to_owned());
    }

    fn set_clock(&mut self, begin: i64) {
        let most = self
            .chance
            .one_of(&[30, 10 * MINUTE, 2 * HOUR, 26 * HOUR, 3 * DAY]);
        let by = self.chance.between(1, most);
        let back = self.chance.one_in(2);
        self.clock = (self.clock + if back { -by } else { by }).max(begin);
        self.ran.push((self.clock, self.clock));
        self.tally.clock_sets += 1;
        self.tell(format!(
            "the clock was set {}",
            if back { "back" } else { "ahead" }
        ));
    }

    fn move_house(&mut self) {
        self.at_home = self.chance.below(self.atlas.len() as i64) as usize;
        self.shop.zone = self.atlas.zone(self.at_home);
        self.known.clear();
        self.tally.moves += 1;
        self.tell_shop();
    }

    fn change_hours(&mut self) {
        if self.chance.one_in(2) {
            self.reminders = shops::reminders(&mut self.chance);
        } else {
            self.shop = shops::shop(&mut self.chance, self.shop.zone);
        }
        self.known.clear();
        self.tell_shop();
    }

    fn plan_days(&mut self) {
        let planned = shops::planned(&mut self.chance, self.shop.cut_off);
        let today = self.oracles_day(self.clock);
        let first = self.chance.below(8) as usize;
        let days = self.chance.between(1, 4) as usize;
        for day in today.iter_days().skip(first).take(days) {
            self.tell(format!("{day} is planned: {planned:?}"));
            self.planned.insert(day, planned.clone());
            self.known.remove(&day);
        }
    }

    fn put_off(&mut self) {
        let minutes = self.chance.one_of(&[1, 5, 10, 10, 10, 30, 60]);
        let today = self.oracles_day(self.clock);
        let put_off = PutOff {
            asked_at: utc(self.clock),
            until: utc(self.clock + minutes * MINUTE),
        };
        let record = self.days.entry(today).or_default();
        let after = record.fired.len();
        record.asked.push(Ask { put_off, after });
        self.tally.put_offs += 1;
        self.tell(format!("put off by {minutes} minutes"));
    }

    fn today_is_begun(&mut self) {
        let today = self.oracles_day(self.clock);
        self.days.entry(today).or_default().begun = true;
        self.tell(format!("{today} is begun"));
    }

    fn finish(&mut self) {
        let today = self.oracles_day(self.clock);
        let record = self.days.entry(today).or_default();
        record.begun = true;
        record.finished = true;
        self.tell(format!("{today} is finished"));
    }

    /// Time passes until something may happen next, or a little less or more.
    pub(crate) fn wait(&mut self) {
        let next = self.next_instant();
        let now = self.clock;
        self.clock = match self.chance.below(16) {
            0..4 => next,
            4 | 5 => next - 1,
            6 => now + self.chance.between(1, (next - now).max(1)),
            7 => next + self.chance.below(11 * MINUTE),
            _ => next + self.chance.below(31),
        }
        .max(now + 1);
    }

    /// The next instant at which the oracle expects something.
    fn next_instant(&mut self) -> i64 {
        let now = self.clock;
        let today = self.oracles_day(now);
        let Ok((_, frame)) = self.know(today) else {
            return now + 1;
        };
        let frame = frame.clone();
        let record = self.days.get(&today);
        let mut instants = vec![frame.ends];
        if let Some(door) = frame.door.as_ref() {
            instants.extend([door.due, door.late, door.closes]);
            let finished = record.is_some_and(|record| record.finished);
            // Once it is done, nobody need look as often; but somebody does.
            if !finished || self.chance.one_in(8) {
                let nag = door.repeats_from(now + 1);
                // Of a long row of repetitions, some are looked at.
                let skip = self.chance.one_of(&[0, 0, 0, 1, 5, 20]) * door.every();
                instants.extend(nag.and_then(|at| door.repeats_from(at + skip)));
            }
        }
        let until = record.and_then(|record| record.asked.last());
        instants.extend(until.map(|ask| ask.put_off.until.timestamp()));
        let next = instants.into_iter().filter(|at| *at > now).min();
        next.unwrap_or(now + 1)
    }
}
