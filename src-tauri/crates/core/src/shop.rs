//! The shop: its name, hours, tills, and what it takes.

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Refusal;
use crate::cash::Float;
use crate::text::{self, NAME_LIMIT};
use crate::time::{self, ClockTime, Day, Moment};

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
    /// Hours from Monday to Sunday; `None` on closed days.
    pub opens: [Option<Hours>; 7],
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
        Shop {
            name: String::new(),
            zone,
            cut_off: ClockTime::DEFAULT_CUT_OFF,
            lanes: Lane::ALL.to_vec(),
            opens: [hours; 7],
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
        self.lanes.sort_unstable();
        self.lanes.dedup();
        if self.lanes.is_empty() {
            return Err(Refusal::LanesNeeded {});
        }
        for till in &mut self.tills {
            till.name = text::text("till", &till.name, NAME_LIMIT)?;
            let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            if !(1..=32).contains(&till.id.len()) || !till.id.bytes().all(good) {
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

    /// The instant at which the door opens on a business day; `None` on a closed one.
    pub fn opens_at(&self, day: Day) -> Option<DateTime<Utc>> {
        let hours = self.opens[day.weekday().num_days_from_monday() as usize]?;
        Some(time::instant(day, hours.open, self.zone, self.cut_off))
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

    #[test]
    fn a_closed_weekday_has_no_opening_instant() {
        let mut shop = Shop::by_default(chrono_tz::Asia::Shanghai);
        shop.opens[6] = None;
        let at = |day: &str| shop.opens_at(day.parse().unwrap()).map(time::rfc3339);
        assert_eq!(at("2026-11-22"), None);
        assert_eq!(
            at("2026-11-23").as_deref(),
            Some("2026-11-23T01:00:00.000Z")
        );
    }
}
