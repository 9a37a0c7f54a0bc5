//! The shop's settings and the checklist that fits them.

use std::sync::Arc;

use chrono::Datelike;
use kaizhang_core::cash::Float;
use kaizhang_core::checklist::Checklist;
use kaizhang_core::fact::ChecklistPublished;
use kaizhang_core::shop::{Hours, Lane, Shifts, Shop, Till};
use kaizhang_core::template;
use kaizhang_core::time::{ClockTime, Day};
use kaizhang_store::{StoreError, Tx, View};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Refusal;
use crate::app::{App, Caller, Desk};

/// Input of `show_shop`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowShop {}

/// Opening hours as typed, `HH:MM`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedHours {
    open: String,
    close: String,
}

/// A weekday's hours as typed: none, one pair, or several shifts.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum TypedShifts {
    Closed(()),
    One(TypedHours),
    Several(Vec<TypedHours>),
}

/// Input of `set_up_shop`. What is left out stays as it is.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetUpShop {
    name: String,
    lanes: Vec<Lane>,
    /// From Monday to Sunday; null or an empty list on closed days, one pair, or several shifts.
    #[ts(type = "(Hours[] | Hours | null)[]")]
    opens: Option<Vec<TypedShifts>>,
    /// IANA name.
    zone: Option<String>,
    /// `HH:MM`.
    cut_off: Option<String>,
    tills: Option<Vec<Till>>,
    float: Option<Float>,
}

/// The shop's settings.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Shop")]
pub struct ShopSettings {
    name: String,
    zone: String,
    cut_off: ClockTime,
    lanes: Vec<Lane>,
    /// From Monday to Sunday; empty on closed days.
    opens: Vec<Vec<Hours>>,
    tills: Vec<Till>,
    float: Float,
    demo: bool,
    by_default: bool,
}

/// The settings and whether the folder is a demo.
pub(crate) fn shop_and_demo(view: &View<'_>) -> Result<(Shop, bool), Refusal> {
    view.shop()?.ok_or_else(nothing_there)
}

/// The settings.
pub(crate) fn shop(view: &View<'_>) -> Result<Shop, Refusal> {
    shop_and_demo(view).map(|(shop, _)| shop)
}

/// The newest checklist.
pub(crate) fn checklist(view: &View<'_>) -> Result<Arc<Checklist>, Refusal> {
    view.checklist()?.ok_or_else(nothing_there)
}

/// The till with this id as it is called now; one that is gone has no name any more.
pub(crate) fn till_named(shop: &Shop, id: &str) -> Till {
    let gone = || Till {
        id: id.to_owned(),
        name: String::new(),
    };
    shop.till(Some(id)).cloned().unwrap_or_else(|_| gone())
}

/// Every command sets the shop up before it looks; only a torn ledger has none.
fn nothing_there() -> Refusal {
    StoreError::Damaged {
        copy: Default::default(),
        detail: "the ledger has no shop".to_owned(),
    }
    .into()
}

/// Reads a business day.
pub(crate) fn parse_day(text: &str) -> Result<Day, Refusal> {
    // chrono reads `2026-1-2` and `+12026-01-02` too; one spelling is enough, of years that shops live in.
    text.parse()
        .ok()
        .filter(|day: &Day| day.to_string() == text && (1970..=9999).contains(&day.year()))
        .ok_or_else(|| Refusal::with("day_unreadable", "value", text))
}

/// A day that may be left out.
pub(crate) fn given_day(text: Option<&str>) -> Result<Option<Day>, Refusal> {
    text.map(parse_day).transpose()
}

pub(crate) fn show_shop(app: &App, caller: &Caller, _: ShowShop) -> Result<ShopSettings, Refusal> {
    app.begin(&app.desk(caller)?)?;
    app.store.read(|view| settings(&view))
}

fn settings(view: &View<'_>) -> Result<ShopSettings, Refusal> {
    let (shop, demo) = shop_and_demo(view)?;
    Ok(ShopSettings {
        name: shop.name,
        zone: shop.zone.name().to_owned(),
        cut_off: shop.cut_off,
        lanes: shop.lanes,
        opens: shop.opens.iter().map(|shifts| shifts.0.clone()).collect(),
        tills: shop.tills,
        float: shop.float,
        demo,
        by_default: shop.by_default,
    })
}

pub(crate) fn set_up_shop(
    app: &App,
    caller: &Caller,
    input: SetUpShop,
) -> Result<ShopSettings, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    app.store.write(move |tx| {
        let wished = wished(shop(tx)?, input)?;
        publish(tx, &desk, wished.checked()?)?;
        settings(tx)
    })
}

fn clock(text: &str) -> Result<ClockTime, Refusal> {
    text.parse()
        .map_err(|_| Refusal::with("hours_unreadable", "value", text))
}

/// Reads hours as typed.
pub(crate) fn read_shifts(typed: Vec<TypedHours>) -> Result<Vec<Hours>, Refusal> {
    let read = |hours: TypedHours| {
        Ok(Hours {
            open: clock(&hours.open)?,
            close: clock(&hours.close)?,
        })
    };
    typed.into_iter().map(read).collect()
}

/// The settings with everything replaced that was given.
fn wished(shop: Shop, input: SetUpShop) -> Result<Shop, Refusal> {
    let opens = match input.opens {
        None => shop.opens,
        Some(week) => {
            let read = |typed: TypedShifts| {
                read_shifts(match typed {
                    TypedShifts::Closed(()) => Vec::new(),
                    TypedShifts::One(hours) => vec![hours],
                    TypedShifts::Several(shifts) => shifts,
                })
                .map(Shifts)
            };
            let days: Vec<Shifts> = week.into_iter().map(read).collect::<Result<_, _>>()?;
            let count = days.len();
            days.try_into().map_err(|_| {
                Refusal::with(
                    "input_invalid",
                    "detail",
                    format!("opens: 7 days, not {count}"),
                )
            })?
        }
    };
    let zone = match input.zone {
        None => shop.zone,
        Some(name) => name
            .parse()
            .map_err(|_| Refusal::with("zone_unknown", "zone", name))?,
    };
    let cut_off = match input.cut_off {
        None => shop.cut_off,
        Some(text) => clock(&text)?,
    };
    Ok(Shop {
        name: input.name,
        lanes: input.lanes,
        opens,
        zone,
        cut_off,
        tills: input.tills.unwrap_or(shop.tills),
        float: input.float.unwrap_or(shop.float),
        by_default: shop.by_default,
    })
}

/// Writes the settings, and a new version of the checklist where they call for one.
pub(crate) fn publish(tx: &Tx<'_>, desk: &Desk, shop: Shop) -> Result<(), Refusal> {
    let moment = desk.moment(&shop);
    let items = template::for_shop(&shop);
    tx.append(&desk.stamp(moment), shop.into())?;
    let newest = tx.checklist()?;
    if newest.as_ref().is_some_and(|list| list.items == items) {
        return Ok(());
    }
    let version = newest.map_or(0, |list| list.version) + 1;
    tx.append(
        &desk.stamp(moment),
        ChecklistPublished { version, items }.into(),
    )?;
    Ok(())
}
