//! Broken calendars and ledgers that the walk must catch.

use chrono::{DateTime, NaiveDateTime, Offset, TimeDelta, TimeZone, Timelike, Utc};
use kaizhang_core::schedule::{DayPlan, Planned, Reminders};
use kaizhang_core::settling::{Evidence, Settled, settle};
use kaizhang_core::shop::Shop;
use kaizhang_core::time::Day;

use crate::rules::{Real, Rules};

/// Takes a time on the wall for an instant with the offset that the day began with.
pub struct FixedOffset;

impl Rules for FixedOffset {
    fn plan(
        &self,
        shop: &Shop,
        reminders: Reminders,
        planned: Option<&Planned>,
        day: Day,
    ) -> Option<DayPlan> {
        let midnight: NaiveDateTime = day.into();
        let offset = shop.zone.offset_from_utc_datetime(&midnight).fix();
        let hours = offset.local_minus_utc() / 3600;
        // The database counts these zones westwards, and has whole hours only.
        let fixed = format!("Etc/GMT{:+}", -hours).parse();
        let Some(zone) = fixed.ok().filter(|_| offset.local_minus_utc() % 3600 == 0) else {
            return Real.plan(shop, reminders, planned, day);
        };
        let shop = Shop {
            zone,
            ..shop.clone()
        };
        Real.plan(&shop, reminders, planned, day)
    }
}

/// Knows no closed days.
pub struct EveryDayIsOpen;

impl Rules for EveryDayIsOpen {
    fn plan(
        &self,
        shop: &Shop,
        reminders: Reminders,
        planned: Option<&Planned>,
        day: Day,
    ) -> Option<DayPlan> {
        let usual = Shop::by_default(shop.zone);
        let plan = Real.plan(shop, reminders, planned, day);
        plan.or_else(|| Real.plan(&usual, reminders, None, day))
    }
}

/// Reads the business day off the wall, so that yesterday comes back when the clocks go back over the cut-off.
pub struct YesterdayComesBack;

impl Rules for YesterdayComesBack {
    fn day(&self, shop: &Shop, at: DateTime<Utc>) -> Day {
        let wall = at.with_timezone(&shop.zone).naive_local();
        let cut_off = shop.cut_off.to_string();
        let before = format!("{:02}:{:02}", wall.hour(), wall.minute()) < cut_off;
        wall.date() - TimeDelta::days(i64::from(before))
    }
}

/// Believes that the PC was off whenever nobody was reminded.
pub struct BlamesThePc;

impl Rules for BlamesThePc {
    fn settle(&self, plan: Option<&DayPlan>, evidence: &Evidence<'_>) -> Settled {
        settle(
            plan,
            &Evidence {
                ran: &[],
                ..*evidence
            },
        )
    }
}
