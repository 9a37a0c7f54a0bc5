//! The shop: its name, hours, tills, and what it takes.

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::cash::Float;
use crate::fact::Span;
use crate::text::{self, NAME_LIMIT};
use crate::time::{self, ClockTime, Day, Moment};
use crate::{Refusal, privacy};

/// A way of being paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    /// Bank cards at the POS terminal.
    Card,
    /// WeChat Pay, Alipay, UnionPay by QR code.
    Qr,
    /// Notes and coins.
    Cash,
}

impl Lane {
    /// All lanes, in the order in which they are shown.
    pub const ALL: [Lane; 3] = [Lane::Card, Lane::Qr, Lane::Cash];
}

/// One till, with a checklist of its own each morning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Till {
    /// Stable id, `till-1`.
    pub id: String,
    /// What people call it; empty means "till 1" in the language of the screen.
    pub name: String,
}

/// When the door is open on one weekday. Closing at or before opening means after midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// The door opens.
    pub open: ClockTime,
    /// The door closes.
    pub close: ClockTime,
}

/// The hours of one weekday, in the order of its business day; none when the door stays shut.
///
/// Written as nothing, one pair or a list, whichever is the simplest; read from any of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "WrittenShifts", into = "WrittenShifts")]
pub struct Shifts(pub Vec<Hours>);

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum WrittenShifts {
    Closed(()),
    One(Hours),
    Several(Vec<Hours>),
}

impl From<WrittenShifts> for Shifts {
    fn from(written: WrittenShifts) -> Shifts {
        Shifts(match written {
            WrittenShifts::Closed(()) => Vec::new(),
            WrittenShifts::One(hours) => vec![hours],
            WrittenShifts::Several(shifts) => shifts,
        })
    }
}

impl From<Shifts> for WrittenShifts {
    fn from(Shifts(shifts): Shifts) -> WrittenShifts {
        match shifts.as_slice() {
            [] => WrittenShifts::Closed(()),
            [hours] => WrittenShifts::One(*hours),
            _ => WrittenShifts::Several(shifts),
        }
    }
}

impl Shifts {
    /// Most shifts of one day.
    pub const MOST: usize = 4;

    /// Brings the shifts into the order of the business day and refuses those that overlap or run past
    /// its end; a door that never closes opens and closes at the same time.
    pub fn checked(mut self, cut_off: ClockTime) -> Result<Shifts, Refusal> {
        let since = |clock: ClockTime| clock.minutes_since(cut_off);
        self.0.sort_by_key(|hours| since(hours.open));
        if self.0.len() > Shifts::MOST {
            return Err(Refusal::TooManyShifts { max: Shifts::MOST });
        }
        let mut free_from = 0;
        for hours in &self.0 {
            let (open, close) = (since(hours.open), since(hours.close));
            let never_closes = hours.open == hours.close;
            // Closing with the cut-off itself is the end of the day, not its beginning.
            let close = if never_closes || close == 0 {
                DAY_MIN
            } else {
                close
            };
            if close <= open {
                return Err(Refusal::HoursPastCutOff {
                    open: hours.open.to_string(),
                    close: hours.close.to_string(),
                    cut_off: cut_off.to_string(),
                });
            }
            if open < free_from {
                return Err(Refusal::ShiftsOverlap {
                    open: hours.open.to_string(),
                    close: hours.close.to_string(),
                });
            }
            free_from = close;
        }
        Ok(self)
    }
}

/// Minutes from one cut-off to the next.
const DAY_MIN: u16 = 1440;

/// Everything the owner has told about the shop. Written to the ledger as a whole at each change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shop {
    /// As it stands over the door; empty until somebody named it.
    pub name: String,
    /// IANA zone of the shop, independent of the PC's.
    pub zone: Tz,
    /// When one business day ends and the next begins.
    pub cut_off: ClockTime,
    /// What it takes, in the order of [`Lane::ALL`], at least one.
    pub lanes: Vec<Lane>,
    /// Hours from Monday to Sunday.
    pub opens: [Shifts; 7],
    /// At least one.
    pub tills: Vec<Till>,
    /// What each drawer starts with.
    pub float: Float,
    /// Set up by the program and not yet seen by a person.
    pub by_default: bool,
}

/// Most tills that one shop can have.
const MOST_TILLS: usize = 20;

impl Shop {
    /// A shop that takes everything, open 09:00–21:00 every day, with one till.
    pub fn by_default(zone: Tz) -> Shop {
        let hours = ClockTime::new(9, 0)
            .zip(ClockTime::new(21, 0))
            .map(|(open, close)| Hours { open, close });
        let usual = Shifts(hours.into_iter().collect());
        Shop {
            name: String::new(),
            zone,
            cut_off: ClockTime::DEFAULT_CUT_OFF,
            lanes: Lane::ALL.to_vec(),
            opens: std::array::from_fn(|_| usual.clone()),
            tills: vec![Till {
                id: "till-1".to_owned(),
                name: String::new(),
            }],
            float: Float::DEFAULT,
            by_default: true,
        }
    }

    /// Checks what a person entered and brings it into the one form in which it is kept.
    pub fn checked(mut self) -> Result<Shop, Refusal> {
        self.name = text::text("name", &self.name, NAME_LIMIT)?;
        if self.name.is_empty() {
            return Err(Refusal::ShopNameNeeded {});
        }
        for shifts in &mut self.opens {
            *shifts = std::mem::take(shifts).checked(self.cut_off)?;
        }
        self.lanes.sort_unstable();
        self.lanes.dedup();
        if self.lanes.is_empty() {
            return Err(Refusal::LanesNeeded {});
        }
        for till in &mut self.tills {
            till.name = text::text("till", &till.name, NAME_LIMIT)?;
            let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            let no_number = privacy::mask(&till.id) == till.id;
            if !(1..=32).contains(&till.id.len()) || !till.id.bytes().all(good) || !no_number {
                return Err(Refusal::TillUnknown {
                    till: till.id.clone(),
                });
            }
        }
        let mut ids: Vec<&str> = self.tills.iter().map(|till| till.id.as_str()).collect();
        ids.sort_unstable();
        let doubled = ids.windows(2).find(|pair| pair[0] == pair[1]);
        if let Some(pair) = doubled {
            return Err(Refusal::TillUnknown {
                till: pair[0].to_owned(),
            });
        }
        if self.tills.is_empty() || self.tills.len() > MOST_TILLS || !self.float.is_sensible() {
            return Err(Refusal::InputInvalid {
                detail: "tills: 1 to 20; float: amounts from 0 to 10000000.00".to_owned(),
            });
        }
        self.by_default = false;
        Ok(self)
    }

    /// The moment of an instant in this shop.
    pub fn moment(&self, at: DateTime<Utc>) -> Moment {
        Moment::new(at, self.zone, self.cut_off)
    }

    /// From the beginning of one business day to the end of another.
    pub fn span(&self, first: Day, last: Day) -> Span {
        let begins = |day| time::instant(day, self.cut_off, self.zone, self.cut_off);
        Span {
            from: begins(first),
            to: begins(last.succ_opt().unwrap_or(last)),
        }
    }

    /// The till with this id, or the first one when none is named.
    pub fn till(&self, id: Option<&str>) -> Result<&Till, Refusal> {
        let found = match id {
            None => self.tills.first(),
            Some(id) => self.tills.iter().find(|till| till.id == id),
        };
        found.ok_or_else(|| Refusal::TillUnknown {
            till: id.unwrap_or_default().to_owned(),
        })
    }

    /// The usual hours of a business day; empty when the door stays shut on that weekday.
    pub fn usual(&self, day: Day) -> &[Hours] {
        &self.opens[day.weekday().num_days_from_monday() as usize].0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(change: impl FnOnce(&mut Shop), code: Option<&str>) {
        let mut shop = Shop::by_default(chrono_tz::Asia::Shanghai);
        shop.name = "示例面馆".to_owned();
        change(&mut shop);
        let got = shop.checked();
        assert_eq!(got.as_ref().err().map(Refusal::code), code, "{got:?}");
    }

    #[test]
    fn a_shop_is_checked_before_it_is_kept() {
        check(|_| {}, None);
        check(|s| s.name = " \n".to_owned(), Some("shop_name_needed"));
        check(|s| s.name = "字".repeat(81), Some("note_too_long"));
        check(|s| s.name = "a\0".to_owned(), Some("text_has_control"));
        check(|s| s.lanes.clear(), Some("lanes_needed"));
        check(|s| s.lanes = vec![Lane::Cash, Lane::Card, Lane::Cash], None);
        check(|s| s.tills.clear(), Some("input_invalid"));
        check(|s| s.tills.push(s.tills[0].clone()), Some("till_unknown"));
        check(|s| s.tills[0].id = "../x".to_owned(), Some("till_unknown"));
        check(
            |s| s.float.target_fen = crate::Fen(-1),
            Some("input_invalid"),
        );
    }

    fn check_shifts(cut_off: &str, typed: &str, want: Result<&str, &str>) {
        let hours = |pair: &str| {
            let (open, close) = pair.split_once('-').unwrap();
            Hours {
                open: open.parse().unwrap(),
                close: close.parse().unwrap(),
            }
        };
        let shifts = Shifts(typed.split_whitespace().map(hours).collect());
        let got = shifts.checked(cut_off.parse().unwrap());
        let shown = got.as_ref().map(|Shifts(shifts)| {
            let pair = |hours: &Hours| format!("{}-{}", hours.open, hours.close);
            shifts.iter().map(pair).collect::<Vec<_>>().join(" ")
        });
        assert_eq!(
            shown.as_deref().map_err(|refusal| refusal.code()),
            want,
            "{cut_off} {typed}"
        );
    }

    #[test]
    fn shifts_stand_in_the_order_of_the_business_day() {
        check_shifts("04:00", "", Ok(""));
        check_shifts(
            "04:00",
            "17:00-22:00 10:00-14:00",
            Ok("10:00-14:00 17:00-22:00"),
        );
        check_shifts(
            "04:00",
            "10:00-14:00 14:00-22:00",
            Ok("10:00-14:00 14:00-22:00"),
        );
        check_shifts("04:00", "10:00-14:01 14:00-22:00", Err("shifts_overlap"));
        check_shifts("04:00", "18:00-02:00", Ok("18:00-02:00"));
        check_shifts("04:00", "18:00-04:00", Ok("18:00-04:00"));
        check_shifts("04:00", "18:00-05:00", Err("hours_past_cut_off"));
        check_shifts("06:00", "18:00-05:00", Ok("18:00-05:00"));
        check_shifts("04:00", "03:00-22:00", Err("hours_past_cut_off"));
        check_shifts("02:00", "03:00-22:00", Ok("03:00-22:00"));
        check_shifts(
            "04:00",
            "01:00-03:00 20:00-23:00",
            Ok("20:00-23:00 01:00-03:00"),
        );
        check_shifts("04:00", "08:00-08:00", Ok("08:00-08:00"));
        check_shifts("04:00", "08:00-08:00 09:00-10:00", Err("shifts_overlap"));
        check_shifts(
            "04:00",
            "5:00-6:00 6:00-7:00 7:00-8:00 8:00-9:00 9:00-9:30",
            Err("too_many_shifts"),
        );
    }

    #[test]
    fn shifts_are_written_in_the_simplest_form() {
        for json in [
            "null",
            r#"{"open":"09:00","close":"21:00"}"#,
            r#"[{"open":"09:00","close":"12:00"},{"open":"14:00","close":"21:00"}]"#,
        ] {
            let shifts: Shifts = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&shifts).unwrap(), json);
        }
        assert_eq!(
            serde_json::from_str::<Shifts>("[]").unwrap(),
            Shifts::default()
        );
    }
}
