//! What on record may belong to a case: the same rules as for a receipt and a sale in doubt.

use chrono::TimeDelta;
use serde::Serialize;
use ts_rs::TS;

use super::{Details, days_to_search};
use crate::Fen;
use crate::card::CardMask;
use crate::guide::LaneEffect;
use crate::incident::Incident;
use crate::receipt::Receipt;
use crate::sale::PendingSale;
use crate::time::Day;

/// What tells that something on record belongs to a case, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FoundBy {
    /// The same reference number.
    Reference,
    /// The same trace number around the day of the sale.
    Trace,
    /// The same card and amount around that day.
    Card,
    /// The same amount on that day, no other card. A guess.
    Amount,
    /// Something did not work on that day.
    Day,
}

/// What is known of something on record that may be the sale of a case.
struct Seen<'a> {
    reference: &'a str,
    trace: &'a str,
    card: Option<&'a CardMask>,
    amount_fen: Option<Fen>,
    day: Day,
}

impl Details {
    /// Whether a receipt is of the sale in dispute. `day` is the business day of the slip.
    pub fn finds_receipt(&self, receipt: &Receipt, day: Day) -> Option<FoundBy> {
        self.finds(&Seen {
            reference: &receipt.reference,
            trace: &receipt.trace,
            card: receipt.card.as_ref(),
            amount_fen: Some(receipt.amount_fen),
            day,
        })
    }

    /// Whether a sale that was in doubt is the sale in dispute.
    pub fn finds_sale(&self, pending: &PendingSale) -> Option<FoundBy> {
        self.finds(&Seen {
            reference: &pending.sale.reference,
            trace: &pending.sale.trace,
            card: pending.sale.card.as_ref(),
            amount_fen: pending.sale.amount_fen,
            day: pending.sale.day,
        })
    }

    /// Whether an incident is about the sale in dispute, or stopped or slowed a way of paying on its day.
    pub fn finds_incident(&self, incident: &Incident) -> Option<FoundBy> {
        let of_sale = self.finds(&Seen {
            reference: "",
            trace: "",
            card: incident.details.card.as_ref(),
            amount_fen: incident.details.amount_fen,
            day: incident.day,
        });
        let stopped = incident.details.lane_effect != LaneEffect::None;
        let that_day = self.sold_on == Some(incident.day);
        of_sale.or((stopped && that_day).then_some(FoundBy::Day))
    }

    fn finds(&self, seen: &Seen<'_>) -> Option<FoundBy> {
        let same = |one: &str, other: &str| !one.is_empty() && one == other;
        let not_other = |one: &str, other: &str| one.is_empty() || other.is_empty() || one == other;
        if same(&self.reference, seen.reference) {
            return Some(FoundBy::Reference);
        }
        let (first, last) = days_to_search(self);
        // Another reference is another sale, whatever else is alike.
        if !not_other(&self.reference, seen.reference) || seen.day < first || seen.day > last {
            return None;
        }
        if same(&self.trace, seen.trace) {
            return Some(FoundBy::Trace);
        }
        let cards = match (&self.card, seen.card) {
            (Some(one), Some(other)) => Some(one.may_be(other)),
            _ => None,
        };
        let amount = self.amount_fen.is_some() && self.amount_fen == seen.amount_fen;
        if !amount || cards == Some(false) || !not_other(&self.trace, seen.trace) {
            return None;
        }
        if cards == Some(true) {
            return Some(FoundBy::Card);
        }
        let near = |day: Day| (day - seen.day).abs() <= TimeDelta::days(1);
        // Half a year of the same price says nothing; a day and a price do.
        self.sold_on.is_some_and(near).then_some(FoundBy::Amount)
    }
}
