//! Which tills a report is about. Asked for one, it tells that one; otherwise the whole shop, and says at which till
//! something happened wherever there is more than one.

use chrono::{DateTime, Utc};
use kaizhang_core::incident::Incident;
use kaizhang_core::shop::Shop;
use kaizhang_core::time::Day;
use kaizhang_store::{ReceiptRow, View};

use super::lists::{self, Span};
use crate::loaded::{self, Loaded};
use crate::{Refusal, day as days, shops};

/// The openings of a day: of the till that was asked for, else of every till, those that are gone last.
pub(super) fn of_day(
    view: &View<'_>,
    till: Option<&str>,
    day: Day,
    now: DateTime<Utc>,
) -> Result<Vec<Loaded>, Refusal> {
    if till.is_some() {
        return Ok(vec![loaded::load(view, till, now, |_| day)?]);
    }
    let shop = shops::shop(view)?;
    let known = view.mornings(day, day, "", now)?;
    let known: Vec<String> = known.into_iter().map(|one| one.till).collect();
    let mut ids: Vec<String> = shop.tills.iter().map(|till| till.id.clone()).collect();
    if day < shop.moment(now).day && !known.is_empty() {
        // A till that came later has nothing to tell of that day.
        ids.retain(|id| known.contains(id));
    }
    let gone: Vec<_> = known.into_iter().filter(|id| !ids.contains(id)).collect();
    ids.extend(gone);
    let load = |id: &String| loaded::load(view, Some(id), now, |_| day);
    ids.iter().map(load).collect()
}

/// Incidents that began on a day, oldest first.
pub(super) fn incidents(
    view: &View<'_>,
    till: Option<&str>,
    day: Day,
) -> Result<Vec<Incident>, Refusal> {
    match till {
        Some(till) => {
            let began = view.incidents_on(day, till)?;
            Ok(began.into_iter().map(|(incident, _)| incident).collect())
        }
        None => {
            let (from, to) = (Some(day), Some(day));
            lists::incidents_of(view, Span { from, to })
        }
    }
}

/// Receipts of a day, oldest first; of a till also those that are no till's.
pub(super) fn receipts(
    view: &View<'_>,
    till: Option<&str>,
    day: Day,
) -> Result<Vec<ReceiptRow>, Refusal> {
    match till {
        Some(till) => days::receipts_at(view, till, day),
        None => Ok(view.receipts_on(day)?),
    }
}

/// Whether it has to be said at which till something was: the shop has several, or has had others.
pub(super) fn told_apart<'a>(shop: &'a Shop, seen: impl IntoIterator<Item = &'a str>) -> bool {
    let mut all = shop
        .tills
        .iter()
        .map(|till| till.id.as_str())
        .chain(seen)
        .filter(|id| !id.is_empty());
    let first = all.next();
    all.any(|id| Some(id) != first)
}
