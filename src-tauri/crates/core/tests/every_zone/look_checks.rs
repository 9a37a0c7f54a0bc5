//! What must hold at each look, as a table of names and predicates.

use kaizhang_core::firing::{Fired, Firing};
use kaizhang_core::schedule::Kind;

use crate::door::Door;
use crate::record::{Ask, Record, Table, first};

/// A repetition keeps this distance from whatever came before it.
const PAUSE: i64 = 180;
/// What comes more than this after its time says so.
const TARDY: i64 = 120;

/// One look of the loop.
pub struct Look<'a> {
    pub now: i64,
    pub door: Option<&'a Door>,
    /// As it was before.
    pub record: &'a Record,
    pub firings: &'a [Firing],
}

impl Look<'_> {
    fn ask(&self) -> Option<&Ask> {
        self.record.asked.last()
    }

    fn until(&self) -> Option<i64> {
        self.ask().map(|ask| ask.put_off.until.timestamp())
    }

    pub fn quiet(&self) -> bool {
        let asked = self.ask().map(|ask| ask.put_off);
        asked.is_some_and(|ask| {
            (ask.asked_at.timestamp()..ask.until.timestamp()).contains(&self.now)
        })
    }

    /// The reminder may come, and should if there is one.
    pub fn is_time(&self) -> bool {
        let open = self.door.is_some_and(|door| door.is_time(self.now));
        open && !self.record.finished && !self.quiet()
    }

    fn planned(&self, kind: Kind) -> Option<i64> {
        self.door.map(|door| match kind {
            Kind::Late => door.late,
            _ => door.due,
        })
    }

    /// A reminder that comes once a day and has not come yet.
    pub fn owed(&self, kind: Kind) -> bool {
        self.is_time() && self.planned(kind).is_some_and(|at| at <= self.now)
    }

    fn nags(&self) -> impl Iterator<Item = &Firing> {
        self.firings.iter().filter(|one| one.kind == Kind::Nag)
    }

    /// The last reminder of the day, by the clock of that time.
    fn last(&self) -> Option<i64> {
        let ends = |one: &Fired| one.fired_at.max(one.planned_at).timestamp();
        self.record.fired.iter().map(ends).max()
    }

    fn is_asked(&self, firing: &Firing) -> bool {
        self.until() == Some(firing.planned_at.timestamp())
    }

    /// A reminder that stands where the answer to what was asked for would stand: from then on, and not by a clock
    /// that has been set back since.
    fn answers(&self, fired: &[Fired]) -> bool {
        let until = self.until().unwrap_or(i64::MAX);
        let answers = |one: &Fired| {
            let at = one.fired_at.timestamp();
            one.planned_at.timestamp() == until || (until <= at && at <= self.now + PAUSE)
        };
        fired.iter().any(answers)
    }
}

impl Look<'_> {
    pub fn broken(&self, only: Option<&str>) -> Option<&'static str> {
        let rows = AT_EACH_LOOK.iter();
        first(only, rows.map(|(name, holds)| (*name, holds(self))))
    }
}

const AT_EACH_LOOK: &Table<fn(&Look<'_>) -> bool> = &[
    ("nothing comes on a closed day", |look| {
        look.firings.is_empty() || look.door.is_some()
    }),
    ("nothing comes before due or from close on", |look| {
        look.firings.is_empty() || look.door.is_some_and(|door| door.is_time(look.now))
    }),
    ("nothing comes after the finish", |look| {
        look.firings.is_empty() || !look.record.finished
    }),
    ("in ten minutes means ten minutes of silence", |look| {
        look.firings.is_empty() || !look.quiet()
    }),
    ("due and late come at the first look", |look| {
        [Kind::Due, Kind::Late].iter().all(|kind| {
            let comes = look.firings.iter().any(|one| one.kind == *kind);
            !look.owed(*kind) || look.record.count(*kind) > 0 || comes
        })
    }),
    ("each is meant for an instant of the plan", |look| {
        look.firings.iter().all(|one| {
            let at = one.planned_at.timestamp();
            let planned = match one.kind {
                Kind::Nag => look.door.is_some_and(|door| door.repeats_at(at)),
                kind => look.planned(kind) == Some(at),
            };
            planned || (one.kind == Kind::Nag && look.is_asked(one))
        })
    }),
    ("tardy is what comes more than two minutes late", |look| {
        let late = |one: &Firing| look.now - one.planned_at.timestamp() > TARDY;
        look.firings.iter().all(|one| one.tardy == late(one))
    }),
    ("one repetition at a time, and alone", |look| {
        look.nags().count() == 0 || look.firings.len() == 1
    }),
    ("no repetition comes twice", |look| {
        look.nags().filter(|one| !look.is_asked(one)).all(|one| {
            let same = |old: &Fired| old.kind == Kind::Nag && old.planned_at == one.planned_at;
            !look.record.fired.iter().any(same)
        })
    }),
    ("repetitions keep their distance", |look| {
        look.nags().filter(|one| !look.is_asked(one)).all(|one| {
            let since = |last: i64| one.planned_at.timestamp() - last;
            look.last().is_some_and(|last| since(last) >= PAUSE)
        })
    }),
    (
        "a repetition is a whole interval after what came in time",
        |look| {
            look.nags().filter(|one| !look.is_asked(one)).all(|one| {
                let Some((last, door)) = look.record.fired.last().zip(look.door) else {
                    return false;
                };
                let planned = last.planned_at.timestamp();
                let of_this_plan = door.late == planned || door.repeats_at(planned);
                let punctual = (last.fired_at - last.planned_at).num_seconds().abs() <= TARDY;
                let apart = one.planned_at.timestamp() - planned;
                last.kind == Kind::Due || !of_this_plan || !punctual || apart >= door.every()
            })
        },
    ),
    ("repetitions go on until it is done", |look| {
        let others = look.firings.len() > look.nags().count();
        let quiet_so_far = look.record.fired.is_empty() || others || !look.is_time();
        let next = look.door.zip(look.last());
        let next = next.and_then(|(door, last)| door.repeats_from(last + PAUSE));
        quiet_so_far || next.is_none_or(|at| at > look.now) || look.nags().count() == 1
    }),
    ("what was asked for comes", |look| {
        let Some(ask) = look.ask().filter(|_| look.is_time()) else {
            return true;
        };
        let pending = look.until().is_some_and(|until| until <= look.now)
            && !look.record.fired.is_empty()
            && look.record.fired.len() == ask.after
            // While the clock was ahead, a reminder came at what is now the time.
            && !look.answers(&look.record.fired);
        !pending || !look.firings.is_empty()
    }),
    ("what was asked for comes once", |look| {
        look.nags().filter(|one| look.is_asked(one)).all(|_| {
            let since = look.ask().map_or(0, |ask| ask.after);
            !look.answers(&look.record.fired[since..])
        })
    }),
];
