//! A believable shop for trying things out, marked as demo in its first entry.
//!
//! Everything in it, ids and key included, comes from the seed: the same seed and days give the same
//! ledger, byte for byte, on any machine and on any day.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Days, TimeDelta, Utc};
use kaizhang_core::anchor::Way;
use kaizhang_core::checklist::{Item, Kind, Weight};
use kaizhang_core::fact::{DaySettled, DaysPlanned, Demo, ReminderFired};
use kaizhang_core::opening::{Mark, MarkWish};
use kaizhang_core::schedule::{DayPlan, Planned};
use kaizhang_core::settling::Settled;
use kaizhang_core::shop::{Shop, Till};
use kaizhang_core::time::{self, ClockTime, Day, Moment};
use kaizhang_store::Tx;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{self, App, Caller, Desk};
use crate::loaded::Loaded;
use crate::outside::Outside;
use crate::{Refusal, anchors, demo_cases, loaded, marks, reminders, shops};

mod trading;

/// Input of `fill_demo`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FillDemo {
    /// Business days.
    pub days: u32,
    /// Of its chance.
    #[ts(type = "number")]
    pub seed: u64,
    /// One when left out.
    pub tills: Option<u32>,
    /// The last day; always the same one when left out, so that the result does not depend on today.
    pub until: Option<String>,
}

/// What was filled in.
#[derive(Debug, Serialize, TS)]
pub struct Filled {
    days: u32,
    #[ts(type = "number")]
    entries: u64,
    root: String,
}

/// Twenty years.
const MOST_DAYS: u32 = 7_300;
/// As many as a shop may have.
const MOST_TILLS: u32 = 20;
/// Days written in one transaction.
const DAYS_AT_ONCE: u64 = 30;
/// The last day when none is named.
const LAST_DAY: &str = "2026-10-31";

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same for ever, which a library's default
/// generator does not promise.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Below `n`, near enough to even for a demo.
    fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

/// A clock that is set by hand, and chance from the seed.
struct Staged {
    now: Mutex<DateTime<Utc>>,
    chance: Mutex<Chance>,
}

impl Staged {
    fn pass(&self, time: TimeDelta) {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        *now += time;
    }

    fn set(&self, at: DateTime<Utc>) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = at;
    }

    fn draw<T>(&self, draw: impl FnOnce(&mut Chance) -> T) -> T {
        draw(&mut self.chance.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Outside for Staged {
    fn now(&self) -> DateTime<Utc> {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn on_for(&self) -> Duration {
        Duration::ZERO
    }

    fn chance(&self, bytes: &mut [u8]) {
        self.draw(|chance| {
            for chunk in bytes.chunks_mut(8) {
                chunk.copy_from_slice(&chance.next().to_le_bytes()[..chunk.len()]);
            }
        });
    }
}

pub(crate) fn fill_demo(app: &App, _: &Caller, input: FillDemo) -> Result<Filled, Refusal> {
    let FillDemo { days, seed, .. } = input;
    if !(1..=MOST_DAYS).contains(&days) {
        let mut refusal = Refusal::with("demo_days_out_of_range", "min", 1);
        refusal.params.insert("max".to_owned(), MOST_DAYS.into());
        return Err(refusal);
    }
    let last = shops::parse_day(input.until.as_deref().unwrap_or(LAST_DAY))?;
    let first = last.checked_sub_days(Days::new(u64::from(days) - 1));
    let first = first.ok_or_else(|| Refusal::with("day_unreadable", "value", last.to_string()))?;
    let tills = input.tills.unwrap_or(1);
    if !(1..=MOST_TILLS).contains(&tills) {
        return Err(Refusal::with("input_invalid", "detail", "tills: 1 to 20"));
    }
    let shop = shop(tills);
    let zone = shop.zone;
    let morning = move |day: Day| {
        let half_past_seven = ClockTime::new(7, 30).unwrap_or(ClockTime::DEFAULT_CUT_OFF);
        time::instant(day, half_past_seven, zone, ClockTime::DEFAULT_CUT_OFF)
    };
    let staged = Arc::new(Staged {
        now: Mutex::new(morning(first)),
        chance: Mutex::new(Chance(seed)),
    });
    begin(app, &staged, shop, Demo { days, seed })?;
    let mut next = 0;
    let chapters = chapters(days);
    while next < u64::from(days) {
        // A chapter of a case is told after the opening of its day, with files that need a transaction of their own.
        let told = chapters.iter().find(|chapter| chapter.day >= next);
        let until = (next + DAYS_AT_ONCE)
            .min(u64::from(days))
            .min(told.map_or(u64::MAX, |chapter| chapter.day + 1));
        let clock = Arc::clone(&staged);
        app.store.write(move |tx| -> Result<(), Refusal> {
            for n in next..until {
                let day = first + Days::new(n);
                clock.set(morning(day));
                fill_day(tx, &clock, day)?;
            }
            Ok(())
        })?;
        for chapter in chapters.iter().filter(|one| one.day + 1 == until) {
            let day = first + Days::new(chapter.day);
            staged.set(time::instant(
                day,
                chapter.hour,
                zone,
                ClockTime::DEFAULT_CUT_OFF,
            ));
            demo_cases::tell(app, &desk(&staged, "老板"), day, chapter.what)?;
        }
        next = until;
    }
    app.store.write(|tx| tx.sign())?;
    app.store.read(|view| {
        Ok(Filled {
            days,
            entries: view.size()?,
            root: view.root()?,
        })
    })
}

/// A chapter of the cases, on the how many-th day it is told and when.
struct Told {
    day: u64,
    hour: ClockTime,
    what: demo_cases::Chapter,
}

/// The chapters in the order of their days; none where there are too few days.
fn chapters(days: u32) -> Vec<Told> {
    let Some(last) = u64::from(days)
        .checked_sub(1)
        .filter(|last| *last + 1 >= demo_cases::LEAST_DAYS)
    else {
        return Vec::new();
    };
    let told = demo_cases::CHAPTERS.into_iter();
    told.filter_map(|(before, (hour, minute), what)| {
        Some(Told {
            day: last.checked_sub(before)?,
            hour: ClockTime::new(hour, minute)?,
            what,
        })
    })
    .collect()
}

fn desk(staged: &Arc<Staged>, actor: &str) -> Desk {
    Desk {
        outside: Arc::clone(staged) as Arc<dyn Outside>,
        actor: actor.to_owned(),
    }
}

fn shop(tills: u32) -> Shop {
    let mut shop = Shop::by_default(chrono_tz::Asia::Shanghai);
    shop.name = "示例面馆".to_owned();
    shop.by_default = false;
    shop.tills = (1..=tills)
        .map(|n| Till {
            id: format!("till-{n}"),
            name: String::new(),
        })
        .collect();
    shop
}

fn begin(app: &App, staged: &Arc<Staged>, shop: Shop, demo: Demo) -> Result<(), Refusal> {
    let desk = desk(staged, "");
    app.store.write(move |tx| {
        if tx.shop()?.is_some() {
            return Err(Refusal {
                code: "demo_needs_empty_folder".to_owned(),
                params: Default::default(),
            });
        }
        app::begin_ledger(tx, &desk, desk.moment(&shop), Some(demo))?;
        shops::publish(tx, &desk, shop)
    })
}

/// What kind of day it is. A shop without days off, without a forgotten morning and without a PC that was
/// off is not believable.
fn fill_day(tx: &Tx<'_>, staged: &Arc<Staged>, day: Day) -> Result<(), Refusal> {
    let tills = shops::shop(tx)?.tills;
    match staged.draw(|chance| chance.below(120)) {
        0 => return fill_missed(tx, staged, &tills, day),
        1 => return fill_settled(tx, staged, &tills, day, Settled::PcOff, 0),
        2 => return fill_closed(tx, staged, &tills, day),
        _ => {}
    }
    let late = staged.draw(|chance| chance.below(85));
    staged.pass(TimeDelta::minutes(50) + TimeDelta::seconds(late as i64 * 30));
    for till in &tills {
        let actor = if staged.draw(|chance| chance.one_in(5)) {
            "替班"
        } else {
            "早班"
        };
        fill_opening(tx, &desk(staged, actor), staged, &till.id, day)?;
    }
    trading::fill(tx, staged, &tills, day)
}

/// A day off, said in the morning.
fn fill_closed(tx: &Tx<'_>, staged: &Arc<Staged>, tills: &[Till], day: Day) -> Result<(), Refusal> {
    let desk = desk(staged, "早班");
    let planned = DaysPlanned {
        from: day,
        to: day,
        planned: Planned::Closed,
        note: "店休一天".to_owned(),
    };
    tx.append(&desk.stamp(desk.moment(&shops::shop(tx)?)), planned.into())?;
    fill_settled(tx, staged, tills, day, Settled::Closed, 0)
}

/// A morning on which everybody was reminded and nobody looked.
fn fill_missed(tx: &Tx<'_>, staged: &Arc<Staged>, tills: &[Till], day: Day) -> Result<(), Refusal> {
    const REMINDED: usize = 4;
    let (shop, desk) = (shops::shop(tx)?, desk(staged, ""));
    let plan = reminders::day_plan(tx, &shop, day)?;
    for (n, one) in plan
        .iter()
        .flat_map(DayPlan::reminders)
        .take(REMINDED)
        .enumerate()
    {
        staged.set(one.at);
        for till in tills {
            let fired = ReminderFired {
                till: till.id.clone(),
                day,
                kind: one.kind,
                n: (n as u32).saturating_sub(1),
                planned_at: one.at,
            };
            tx.append(&desk.stamp(desk.moment(&shop)), fired.into())?;
        }
    }
    fill_settled(tx, staged, tills, day, Settled::Missed, REMINDED as u32)
}

/// Puts a day on record the morning after.
fn fill_settled(
    tx: &Tx<'_>,
    staged: &Arc<Staged>,
    tills: &[Till],
    day: Day,
    state: Settled,
    reminded: u32,
) -> Result<(), Refusal> {
    let (shop, desk) = (shops::shop(tx)?, desk(staged, ""));
    staged.pass(TimeDelta::hours(22));
    for till in tills {
        let settled = DaySettled {
            till: till.id.clone(),
            day,
            state,
            reminded,
            ran: Vec::new(),
        };
        tx.append(&desk.stamp(desk.moment(&shop)), settled.into())?;
    }
    Ok(())
}

fn fill_opening(
    tx: &Tx<'_>,
    desk: &Desk,
    staged: &Staged,
    till: &str,
    day: Day,
) -> Result<(), Refusal> {
    let mut loaded = loaded::load(tx, Some(till), desk.outside.now(), |_| day)?;
    let due: Vec<Item> = loaded
        .opening
        .items(&loaded.checklist)
        .into_iter()
        .cloned()
        .collect();
    for item in due {
        // A picture would have to be made up; advisory, it may wait.
        if matches!(item.kind, Kind::Photo) {
            continue;
        }
        staged.pass(TimeDelta::seconds(
            4 + staged.draw(|chance| chance.below(20)) as i64,
        ));
        let moment = desk.moment(&loaded.shop);
        mark(tx, desk, staged, moment, &mut loaded, &item)?;
    }
    staged.pass(TimeDelta::seconds(9));
    let moment = desk.moment(&loaded.shop);
    let finished = marks::finished(tx, &mut loaded, "", moment)?;
    tx.append(&desk.stamp(moment), finished.into())?;
    // A checkpoint a month keeps ten years of demo small; a real shop signs every morning.
    if chrono::Datelike::day(&day) == 1 {
        // Where it went can be seen under anchors: on paper, and in the owner's own mailbox.
        anchors::give(tx, desk, Way::Sent, "店主邮箱".to_owned())?;
    }
    Ok(())
}

/// How often, in mornings, an item of this weight is out of order.
fn rarity(item: &Item) -> u64 {
    match item.weight {
        Weight::Blocking => 180,
        Weight::Degrading => 70,
        Weight::Advisory => 40,
    }
}

fn mark(
    tx: &Tx<'_>,
    desk: &Desk,
    staged: &Staged,
    moment: Moment,
    loaded: &mut Loaded,
    item: &Item,
) -> Result<(), Refusal> {
    let fails = staged.draw(|chance| chance.one_in(rarity(item)));
    let value = staged.draw(|chance| value(chance, item)).filter(|_| !fails);
    let note = if fails { seen(&item.id) } else { "" };
    let wish = MarkWish {
        item: &item.id,
        value: value.as_deref(),
        note,
        attachments: &[],
    };
    let result = if fails { Mark::Fail } else { Mark::Pass };
    let mark = loaded.rules().mark(&loaded.opening, result, &wish)?;
    marks::append(tx, desk, moment, loaded, vec![mark])?;
    Ok(())
}

fn value(chance: &mut Chance, item: &Item) -> Option<String> {
    match &item.kind {
        Kind::Number { .. } => Some(format!("{}.{}", 2 + chance.below(18), chance.below(10))),
        Kind::Text => Some(format!(
            "V{}.{}.{}",
            2 + chance.below(2),
            chance.below(10),
            chance.below(10)
        )),
        Kind::Choice { choices, .. } => choices.first().cloned(),
        Kind::Cash { .. } => {
            // 100 50 20 10 5 1 and coins: close to 500, now and then short of change.
            let ones = 20 + chance.below(6);
            let tens = if chance.one_in(30) {
                1
            } else {
                5 + chance.below(2)
            };
            let (hundreds, twenties) = if tens == 1 { (4, 2) } else { (3, 4) };
            Some(format!(
                "100x{hundreds} 20x{twenties} 10x{tens} 5x8 1x{ones} 0.5x6 0.1x5"
            ))
        }
        Kind::Check | Kind::Photo | Kind::Probe => None,
    }
}

/// What a cashier wrote about a failure.
fn seen(item: &str) -> &'static str {
    match item {
        "network-internet" => "外网不通，重启路由器后恢复",
        "network-wifi" => "信号只有一格",
        "machine-test-slip" => "小票印得很淡",
        "machine-speaker" => "音箱没声音，重新插电",
        "machine-keys-lights" => "「确认」键要按两下",
        "machine-untampered" => "机身贴条翘起，已拍照问客服",
        "upkeep-paper" => "只剩半卷，已去买",
        "account-settled" => "昨天的结算还没到",
        "cash-float" => "零钱不够，去银行换",
        _ => "不正常，已记下",
    }
}
