//! Time as a value: instants, business days, opening hours.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Days, LocalResult, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::{GapInfo, Tz};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A business day: the shop's own day, which ends at its cut-off and not at midnight.
pub type Day = NaiveDate;

/// The moment of an act: the UTC instant, the shop's zone and the business day it falls in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// UTC, by the PC's own clock.
    pub at: DateTime<Utc>,
    /// The shop's zone, which need not be the PC's.
    pub zone: Tz,
    /// The business day of `at`.
    pub day: Day,
}

impl Moment {
    /// The moment of `at` in a shop that keeps `zone` and ends its day at `cut_off`.
    pub fn new(at: DateTime<Utc>, zone: Tz, cut_off: ClockTime) -> Moment {
        Moment {
            at,
            zone,
            day: business_day(at, zone, cut_off),
        }
    }

    /// The date on the wall: what others count by, whatever day the shop still calls it.
    pub fn date(&self) -> Day {
        self.at.with_timezone(&self.zone).date_naive()
    }

    /// RFC 3339 in UTC with milliseconds, the form of every instant that leaves this program.
    pub fn rfc3339(&self) -> String {
        rfc3339(self.at)
    }
}

/// RFC 3339 in UTC with milliseconds: `2026-11-22T00:41:07.123Z`.
pub fn rfc3339(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

/// Instants in ledger entries: written as [`rfc3339`] does.
pub mod instant_text {
    use chrono::{DateTime, Utc};
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes an instant.
    pub fn serialize<S: Serializer>(at: &DateTime<Utc>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&super::rfc3339(*at))
    }

    /// Reads an instant.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<DateTime<Utc>, D::Error> {
        DateTime::deserialize(from)
    }
}

/// The business day of an instant: the one whose cut-off has passed, up to the next one's.
///
/// That is the date on the wall, or the date before while the wall has not reached the cut-off. Where
/// the clocks go back over the cut-off, the wall reaches it twice; the first time counts, so that the
/// day that is over does not come back for the rest of that hour.
pub fn business_day(at: DateTime<Utc>, zone: Tz, cut_off: ClockTime) -> Day {
    let wall = at.with_timezone(&zone).naive_local();
    let day = if wall.time() < cut_off.time() {
        wall.date().pred_opt().unwrap_or(wall.date())
    } else {
        wall.date()
    };
    let next = day.checked_add_days(Days::new(1));
    next.filter(|next| instant(*next, cut_off, zone, cut_off) <= at)
        .unwrap_or(day)
}

/// The instant at which the wall clock shows `time` on business day `day`.
///
/// A time before the cut-off belongs to the next calendar date. Where the clocks go back the earlier
/// of the two instants is meant; where they jump over `time`, the first instant after the jump.
pub fn instant(day: Day, time: ClockTime, zone: Tz, cut_off: ClockTime) -> DateTime<Utc> {
    let date = if time < cut_off {
        day.checked_add_days(Days::new(1)).unwrap_or(day)
    } else {
        day
    };
    let wall = date.and_time(time.time());
    match zone.from_local_datetime(&wall) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
        LocalResult::None => after_gap(wall, zone),
    }
}

/// The first instant after the jump that swallowed `wall`. Jumps begin at any minute and are up to a day
/// long, so only the zone's own table knows where one ends.
fn after_gap(wall: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    GapInfo::new(&wall, &zone)
        .and_then(|gap| gap.end)
        .map_or(wall.and_utc(), |at| at.with_timezone(&Utc))
}

/// A time on the wall clock, to the minute; written `HH:MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(into = "String", try_from = "String")]
#[ts(type = "string")]
pub struct ClockTime {
    minutes: u16,
}

impl ClockTime {
    /// 04:00: a bar that closes at two is still in yesterday.
    pub const DEFAULT_CUT_OFF: ClockTime = ClockTime { minutes: 240 };

    /// From hour and minute; `None` outside 00:00–23:59.
    pub const fn new(hour: u16, minute: u16) -> Option<ClockTime> {
        if hour < 24 && minute < 60 {
            Some(ClockTime {
                minutes: hour * 60 + minute,
            })
        } else {
            None
        }
    }

    /// Minutes on the wall clock from `earlier` to this time, around midnight where need be.
    pub fn minutes_since(self, earlier: ClockTime) -> u16 {
        (self.minutes + 1440 - earlier.minutes) % 1440
    }

    fn time(self) -> chrono::NaiveTime {
        chrono::NaiveTime::from_num_seconds_from_midnight_opt(u32::from(self.minutes) * 60, 0)
            .unwrap_or_default()
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}

impl FromStr for ClockTime {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let two = |s: &str| {
            ((1..=2).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit()))
                .then(|| s.parse::<u16>().ok())
                .flatten()
        };
        text.split_once(':')
            .filter(|(_, minute)| minute.len() == 2)
            .and_then(|(hour, minute)| ClockTime::new(two(hour)?, two(minute)?))
            .ok_or_else(|| format!("not a time of day: {text}"))
    }
}

impl From<ClockTime> for String {
    fn from(time: ClockTime) -> String {
        time.to_string()
    }
}

impl TryFrom<String> for ClockTime {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> Tz {
        name.parse().unwrap()
    }

    fn check_day(at: &str, zone_name: &str, cut_off: &str, day: &str) {
        let at: DateTime<Utc> = at.parse().unwrap();
        let got = business_day(at, zone(zone_name), cut_off.parse().unwrap());
        assert_eq!(got.to_string(), day, "{at} {zone_name} {cut_off}");
    }

    #[test]
    fn the_business_day_ends_at_the_cut_off() {
        check_day(
            "2026-11-22T00:47:00Z",
            "Asia/Shanghai",
            "04:00",
            "2026-11-22",
        );
        check_day(
            "2026-11-21T19:59:59.999Z",
            "Asia/Shanghai",
            "04:00",
            "2026-11-21",
        );
        check_day(
            "2026-11-21T20:00:00Z",
            "Asia/Shanghai",
            "04:00",
            "2026-11-22",
        );
        check_day(
            "2026-11-21T16:00:00Z",
            "Asia/Shanghai",
            "00:00",
            "2026-11-22",
        );
        check_day(
            "2026-12-31T18:00:00Z",
            "Asia/Shanghai",
            "04:00",
            "2026-12-31",
        );
        check_day(
            "2028-02-29T19:00:00Z",
            "Asia/Shanghai",
            "04:00",
            "2028-02-29",
        );
        check_day(
            "2026-03-29T01:59:00Z",
            "Europe/Berlin",
            "04:00",
            "2026-03-28",
        );
        check_day(
            "2026-03-29T02:00:00Z",
            "Europe/Berlin",
            "04:00",
            "2026-03-29",
        );
        check_day(
            "2026-10-25T02:30:00Z",
            "Europe/Berlin",
            "04:00",
            "2026-10-24",
        );
        check_day(
            "2026-10-25T03:00:00Z",
            "Europe/Berlin",
            "04:00",
            "2026-10-25",
        );
        check_day(
            "2011-12-30T14:00:00Z",
            "Pacific/Apia",
            "04:00",
            "2011-12-31",
        );
        // The clocks go back over the cut-off: half past two comes twice, the day begins once.
        for (at, day) in [
            ("2026-10-25T00:29:59Z", "2026-10-24"),
            ("2026-10-25T00:30:00Z", "2026-10-25"),
            ("2026-10-25T01:00:00Z", "2026-10-25"),
            ("2026-10-25T01:29:59Z", "2026-10-25"),
            ("2026-10-25T01:30:00Z", "2026-10-25"),
        ] {
            check_day(at, "Europe/Berlin", "02:30", day);
        }
        // They jump over it: the day begins where they land.
        check_day(
            "2026-03-29T00:59:59Z",
            "Europe/Berlin",
            "02:30",
            "2026-03-28",
        );
        check_day(
            "2026-03-29T01:00:00Z",
            "Europe/Berlin",
            "02:30",
            "2026-03-29",
        );
    }

    fn check_instant(day: &str, time: &str, zone_name: &str, at: &str) {
        let got = instant(
            day.parse().unwrap(),
            time.parse().unwrap(),
            zone(zone_name),
            ClockTime::DEFAULT_CUT_OFF,
        );
        assert_eq!(rfc3339(got), at, "{day} {time} {zone_name}");
    }

    #[test]
    fn opening_hours_have_one_instant_each() {
        check_instant(
            "2026-11-22",
            "09:00",
            "Asia/Shanghai",
            "2026-11-22T01:00:00.000Z",
        );
        check_instant(
            "2026-11-22",
            "02:00",
            "Asia/Shanghai",
            "2026-11-22T18:00:00.000Z",
        );
        // The hour that does not exist: 02:30 on the night into 29 March is the end of the jump.
        check_instant(
            "2026-03-28",
            "02:30",
            "Europe/Berlin",
            "2026-03-29T01:00:00.000Z",
        );
        // The hour that comes twice: the first of the two.
        check_instant(
            "2026-10-24",
            "02:30",
            "Europe/Berlin",
            "2026-10-25T00:30:00.000Z",
        );
        // Half an hour of summer time.
        check_instant(
            "2026-10-03",
            "02:10",
            "Australia/Lord_Howe",
            "2026-10-03T15:30:00.000Z",
        );
        // A jump that begins a minute past the hour.
        check_instant(
            "2022-10-01",
            "01:30",
            "Antarctica/Casey",
            "2022-10-01T16:01:00.000Z",
        );
        // A date that Samoa skipped as a whole.
        check_instant(
            "2011-12-30",
            "09:00",
            "Pacific/Apia",
            "2011-12-30T10:00:00.000Z",
        );
    }

    fn check_clock(text: &str, shown: Option<&str>) {
        let got = text.parse::<ClockTime>().ok().map(|t| t.to_string());
        assert_eq!(got.as_deref(), shown, "{text:?}");
    }

    #[test]
    fn clock_times_are_read_strictly() {
        check_clock("09:00", Some("09:00"));
        check_clock("9:05", Some("09:05"));
        check_clock("23:59", Some("23:59"));
        check_clock("24:00", None);
        check_clock("09:60", None);
        check_clock("09:5", None);
        check_clock("0900", None);
        check_clock("+9:00", None);
        check_clock("009:00", None);
        check_clock("", None);
    }
}
