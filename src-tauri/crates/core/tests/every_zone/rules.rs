//! The rules that are walked, as the loop uses them.

use chrono::{DateTime, Utc};
use kaizhang_core::firing::{Fired, Firing, PutOff, to_fire};
use kaizhang_core::schedule::{DayPlan, Planned, Reminders};
use kaizhang_core::settling::{Evidence, Settled, settle};
use kaizhang_core::shop::Shop;
use kaizhang_core::time::Day;

/// What the loop knows when it looks.
pub struct Scene<'a> {
    pub shop: &'a Shop,
    pub plan: &'a DayPlan,
    pub finished: bool,
    pub fired: &'a [Fired],
    pub put_off: Option<PutOff>,
    pub now: DateTime<Utc>,
}

/// The core's rules as the loop uses them; a broken variant replaces one of them.
pub trait Rules {
    fn day(&self, shop: &Shop, at: DateTime<Utc>) -> Day {
        shop.moment(at).day
    }

    fn plan(
        &self,
        shop: &Shop,
        reminders: Reminders,
        planned: Option<&Planned>,
        day: Day,
    ) -> Option<DayPlan> {
        DayPlan::of(shop, reminders, planned, day)
    }

    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        if scene.finished {
            return Vec::new();
        }
        to_fire(scene.plan, scene.fired, scene.put_off, scene.now)
    }

    fn settle(&self, plan: Option<&DayPlan>, evidence: &Evidence<'_>) -> Settled {
        settle(plan, evidence)
    }
}

pub struct Real;

impl Rules for Real {}
