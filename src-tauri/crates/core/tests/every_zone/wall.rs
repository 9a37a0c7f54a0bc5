//! The calendar of a zone, worked out the other way round than the core does: it asks what the wall shows at an
//! instant, and never which instant a time on the wall is. Every time on the wall then means one thing, without a
//! case for gaps or overlaps: the first instant at which the wall has reached it.

use std::cell::OnceCell;

use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::Tz;

pub const DAY: i64 = 86_400;
/// No zone has changed its clocks twice within this time in the years that are walked.
const APART: i64 = DAY;

/// What one zone's wall shows over some years. Instants are seconds since 1970 in UTC, times on the wall seconds
/// since the same moment on the wall.
pub struct Wall {
    /// From when, and how far the wall is ahead of UTC.
    spans: Vec<(i64, i64)>,
}

impl Wall {
    pub fn read(zone: Tz, from: i64, to: i64) -> Wall {
        let ahead = |at: i64| {
            let utc = DateTime::from_timestamp(at, 0).unwrap().naive_utc();
            let offset = zone.offset_from_utc_datetime(&utc).fix();
            i64::from(offset.local_minus_utc())
        };
        let mut spans = vec![(i64::MIN / 2, ahead(from))];
        let mut begin = from;
        while begin < to {
            let (mut low, mut high) = (begin, begin + APART);
            begin = high;
            let old = ahead(low);
            if ahead(high) == old {
                continue;
            }
            while high - low > 1 {
                let middle = low + (high - low) / 2;
                if ahead(middle) == old {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            spans.push((high, ahead(high)));
        }
        Wall { spans }
    }

    /// When the clocks were changed.
    pub fn changes(&self) -> impl Iterator<Item = i64> + '_ {
        self.spans.iter().skip(1).map(|span| span.0)
    }

    pub fn shows(&self, at: i64) -> i64 {
        let span = self.spans.partition_point(|span| span.0 <= at) - 1;
        at + self.spans[span].1
    }

    /// The first instant at which the wall has reached this.
    pub fn reaches(&self, wall: i64) -> i64 {
        let far = self.spans.partition_point(|span| span.0 <= wall - 2 * DAY);
        (far.saturating_sub(1)..)
            .find_map(|i| {
                let (from, ahead) = self.spans[i];
                let to = self.spans.get(i + 1).map_or(i64::MAX, |next| next.0);
                let at = (wall - ahead).max(from);
                (at < to).then_some(at)
            })
            .unwrap()
    }
}

/// The zones and what their walls show, read when first asked for.
pub struct Atlas {
    zones: Vec<(Tz, OnceCell<Wall>)>,
    /// The years that are walked, with room on both sides.
    years: (i64, i64),
}

impl Atlas {
    pub fn new(zones: &[Tz], years: (i64, i64)) -> Atlas {
        Atlas {
            zones: zones.iter().map(|zone| (*zone, OnceCell::new())).collect(),
            years: (years.0 - 60 * DAY, years.1 + 60 * DAY),
        }
    }

    pub fn len(&self) -> usize {
        self.zones.len()
    }

    pub fn zone(&self, i: usize) -> Tz {
        self.zones[i].0
    }

    pub fn wall(&self, i: usize) -> &Wall {
        let (zone, wall) = &self.zones[i];
        wall.get_or_init(|| Wall::read(*zone, self.years.0, self.years.1))
    }
}
