//! A believable shop for trying things out, marked as demo in its first entry.
//!
//! Everything in it, ids and key included, comes from the seed: the same seed and days give the same
//! ledger, byte for byte, on any machine and on any day.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Days, TimeDelta, Utc};
use kaizhang_core::checklist::{Item, Kind, Weight};
use kaizhang_core::fact::Demo;
use kaizhang_core::opening::{Mark, MarkWish};
use kaizhang_core::shop::{Shop, Till};
use kaizhang_core::time::{self, ClockTime, Day, Moment};
use kaizhang_store::Tx;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{self, App, Caller, Desk};
use crate::outside::Outside;
use crate::{Refusal, marks, shops, today};

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
    while next < u64::from(days) {
        let until = (next + DAYS_AT_ONCE).min(u64::from(days));
        let staged = Arc::clone(&staged);
        app.store.write(move |tx| -> Result<(), Refusal> {
            for n in next..until {
                let day = first + Days::new(n);
                staged.set(morning(day));
                fill_day(tx, &staged, day)?;
            }
            Ok(())
        })?;
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

/// One morning of every till.
fn fill_day(tx: &Tx<'_>, staged: &Arc<Staged>, day: Day) -> Result<(), Refusal> {
    let tills = shops::shop(tx)?.tills;
    // About one morning in sixty nobody looked; a shop without such days is not believable.
    if staged.draw(|chance| chance.one_in(60)) {
        return Ok(());
    }
    let late = staged.draw(|chance| chance.below(85));
    staged.pass(TimeDelta::minutes(50) + TimeDelta::seconds(late as i64 * 30));
    for till in tills {
        let actor = if staged.draw(|chance| chance.one_in(5)) {
            "替班"
        } else {
            "早班"
        };
        fill_opening(tx, &desk(staged, actor), staged, &till.id, day)?;
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
    let mut loaded = today::load(tx, Some(till), |_| day)?;
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
    let finished = loaded.rules().finish(&loaded.opening, "")?;
    tx.append(&desk.stamp(desk.moment(&loaded.shop)), finished.into())?;
    // A checkpoint a month keeps ten years of demo small; a real shop signs every morning.
    if chrono::Datelike::day(&day) == 1 {
        tx.sign()?;
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
    loaded: &mut today::Loaded,
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
