//! What is known of a day, and what must hold of it once it is over.

use kaizhang_core::firing::{Fired, PutOff};
use kaizhang_core::schedule::Kind;
use kaizhang_core::settling::Settled;

use crate::door::Door;

/// Checks by their names.
pub type Table<F> = [(&'static str, F)];

/// The name of the first check that does not hold; of that one alone, when one is named.
pub fn first(
    only: Option<&str>,
    rows: impl Iterator<Item = (&'static str, bool)>,
) -> Option<&'static str> {
    let mut rows = rows.filter(|(name, _)| only.is_none_or(|only| only == *name));
    rows.find(|(_, holds)| !holds).map(|(name, _)| name)
}

/// Somebody asked for quiet.
#[derive(Debug, Clone, Copy)]
pub struct Ask {
    pub put_off: PutOff,
    /// How many reminders had come by then.
    pub after: usize,
}

/// What is known of one day and its one till.
#[derive(Debug, Default)]
pub struct Record {
    /// In the order in which they came, whatever the clock showed.
    pub fired: Vec<Fired>,
    pub asked: Vec<Ask>,
    pub begun: bool,
    pub finished: bool,
    /// The program looked while it was time, and nobody had asked for quiet.
    pub owed_due: bool,
    pub owed_late: bool,
    /// When the program looked.
    pub looks: Vec<i64>,
}

impl Record {
    pub fn count(&self, kind: Kind) -> usize {
        self.fired.iter().filter(|one| one.kind == kind).count()
    }
}

/// A day that is over.
pub struct Over<'a> {
    pub record: &'a Record,
    pub door: Option<&'a Door>,
    pub ran: &'a [(i64, i64)],
    pub settled: Settled,
}

impl Over<'_> {
    pub fn broken(&self, only: Option<&str>) -> Option<&'static str> {
        let rows = OF_EACH_DAY.iter();
        first(only, rows.map(|(name, holds)| (*name, holds(self))))
    }
}

const OF_EACH_DAY: &Table<fn(&Over<'_>) -> bool> = &[
    ("due comes exactly once when it is owed", |over| {
        over.record.count(Kind::Due) == usize::from(over.record.owed_due)
    }),
    ("late comes exactly once when it is owed", |over| {
        over.record.count(Kind::Late) == usize::from(over.record.owed_late)
    }),
    ("a day is put on record as the oracle says", |over| {
        let Some(door) = over.door else {
            let begun = over.record.begun;
            return over.settled
                == if begun {
                    Settled::Missed
                } else {
                    Settled::Closed
                };
        };
        // The seconds strictly between due and close in which the program ran.
        let shared = |ran: &(i64, i64)| ran.1.min(door.closes - 1) - ran.0.max(door.due + 1) + 1;
        let could = over.record.begun
            || !over.record.fired.is_empty()
            || over.ran.iter().any(|ran| shared(ran) > 0);
        over.settled
            == if could {
                Settled::Missed
            } else {
                Settled::PcOff
            }
    }),
    ("the PC was off only when nobody looked", |over| {
        let inside = |at: &i64| {
            over.door
                .is_some_and(|door| door.due < *at && *at < door.closes)
        };
        over.settled != Settled::PcOff || !over.record.looks.iter().any(inside)
    }),
];
