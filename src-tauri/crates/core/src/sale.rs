//! Sales whose outcome nobody knows: never charged again before somebody has looked.
//!
//! Such a sale stays on the list until it is settled, reversed, or written off with evidence, and comes back
//! each morning until then.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Refusal;
use crate::card::CardMask;
use crate::fact::{SaleAmended, SaleLeftPending, SaleReopened, SaleSettled};
use crate::incident::{Details, Incident};
use crate::receipt::{MOST_FILES, Receipt, SlipKind, reference, six_digits};
use crate::text::{self, NOTE_LIMIT};
use crate::time::Day;

/// What became of a sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Settlement {
    /// The customer was charged and the money is the shop's.
    Settled,
    /// The customer was not charged, or was given the money back.
    Reversed,
    /// Nobody will ever know; the shop bears it.
    WrittenOff,
}

/// How a sale was settled.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    /// What became of it.
    pub how: Settlement,
    /// How that is known.
    pub note: String,
    /// The receipt that shows it; empty when there is none.
    pub receipt: String,
    /// Ids of attachments.
    pub attachments: Vec<String>,
    /// RFC 3339 UTC.
    pub at: String,
    /// Who.
    pub actor: String,
}

/// A sale on the list.
#[derive(Debug, Clone, PartialEq)]
pub struct PendingSale {
    /// The id of its first entry.
    pub id: String,
    /// What is known of it.
    pub sale: SaleLeftPending,
    /// RFC 3339 UTC: when it was written down.
    pub noted_at: String,
    /// Who wrote it down.
    pub noted_by: String,
    /// Set when it is no longer pending.
    pub settled: Option<Settled>,
}

/// What somebody knows of a pending sale, as typed. What is left out stays as it was.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct SaleForm {
    /// Six digits.
    pub trace: Option<String>,
    /// Twelve letters or digits.
    pub reference: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

/// What somebody found out, as typed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SettleForm {
    /// What became of it.
    pub how: Settlement,
    /// How that is known.
    pub note: Option<String>,
    /// The receipt that shows it.
    pub receipt: Option<String>,
    /// Ids of files brought in before.
    pub attachments: Option<Vec<String>>,
}

/// What of a receipt tells that it belongs to a sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MatchedBy {
    /// The same reference number.
    Reference,
    /// The same trace number on the same terminal within two days.
    Trace,
    /// The same amount, no other card, within a day. A guess.
    Amount,
}

/// The sale that an incident leaves pending.
pub fn left_pending(
    incident: &Incident,
    details: &Details,
    form: &SaleForm,
) -> Result<SaleLeftPending, Refusal> {
    let typed = |text: &Option<String>| text.clone().unwrap_or_default();
    Ok(SaleLeftPending {
        till: details.till.clone(),
        day: incident.day,
        incident: incident.id.clone(),
        terminal: details.terminal.clone(),
        lane: details.lane,
        amount_fen: details.amount_fen,
        card: details.card.clone(),
        code: details.code.clone(),
        trace: six_digits("trace", &typed(&form.trace))?,
        reference: reference(&typed(&form.reference))?,
        at: incident.opened_at,
        note: text::text("note", &typed(&form.note), NOTE_LIMIT)?,
    })
}

impl PendingSale {
    /// Somebody found out what became of it. Every way needs something that shows it; writing off needs a
    /// word and a paper.
    pub fn settle(&self, form: SettleForm) -> Result<SaleSettled, Refusal> {
        if self.settled.is_some() {
            return Err(Refusal::SaleAlreadySettled {});
        }
        let note = text::text("note", &form.note.unwrap_or_default(), NOTE_LIMIT)?;
        let receipt = form.receipt.unwrap_or_default();
        let attachments = form.attachments.unwrap_or_default();
        if attachments.len() > MOST_FILES {
            return Err(Refusal::TooManyFiles { max: MOST_FILES });
        }
        let paper = !receipt.is_empty() || !attachments.is_empty();
        let shown = match form.how {
            Settlement::WrittenOff => paper && !note.is_empty(),
            Settlement::Settled | Settlement::Reversed => paper || !note.is_empty(),
        };
        if !shown {
            return Err(Refusal::EvidenceNeeded {
                how: match form.how {
                    Settlement::Settled => "settled",
                    Settlement::Reversed => "reversed",
                    Settlement::WrittenOff => "written_off",
                }
                .to_owned(),
            });
        }
        Ok(SaleSettled {
            sale: self.id.clone(),
            how: form.how,
            note,
            step: String::new(),
            receipt,
            attachments,
        })
    }

    /// What was learned about its numbers is written down.
    pub fn amend(&self, form: &SaleForm) -> Result<SaleAmended, Refusal> {
        let mut sale = self.sale.clone();
        if let Some(typed) = &form.trace {
            sale.trace = six_digits("trace", typed)?;
        }
        if let Some(typed) = &form.reference {
            sale.reference = reference(typed)?;
        }
        if let Some(typed) = &form.note {
            sale.note = text::text("note", typed, NOTE_LIMIT)?;
        }
        Ok(SaleAmended {
            id: self.id.clone(),
            sale,
        })
    }

    /// What was learned about the incident holds for its sale too; `None` when it knew that already.
    pub fn follows(&self, details: &Details) -> Option<SaleAmended> {
        let sale = SaleLeftPending {
            till: details.till.clone(),
            terminal: details.terminal.clone(),
            lane: details.lane,
            amount_fen: details.amount_fen,
            card: details.card.clone(),
            code: details.code.clone(),
            ..self.sale.clone()
        };
        (sale != self.sale).then(|| SaleAmended {
            id: self.id.clone(),
            sale,
        })
    }

    /// It was not as somebody thought.
    pub fn reopen(&self, why: &str) -> Result<SaleReopened, Refusal> {
        if self.settled.is_none() {
            return Err(Refusal::SaleNotSettled {});
        }
        Ok(SaleReopened {
            sale: self.id.clone(),
            why: text::text("note", why, NOTE_LIMIT)?,
        })
    }

    /// Whether a receipt shows what became of this sale.
    pub fn matches(&self, receipt: &Receipt) -> Option<MatchedBy> {
        let sale = &self.sale;
        let same = |one: &str, other: &str| !one.is_empty() && one == other;
        let apart = (receipt.at - sale.at).abs();
        let not_other = |one: &str, other: &str| one.is_empty() || other.is_empty() || one == other;
        if same(&sale.reference, &receipt.reference) {
            return Some(MatchedBy::Reference);
        }
        // A receipt with another reference is another sale, whatever else is alike.
        if !not_other(&sale.reference, &receipt.reference)
            || !not_other(&sale.terminal, &receipt.terminal)
        {
            return None;
        }
        if same(&sale.trace, &receipt.trace) && apart <= TimeDelta::days(2) {
            return Some(MatchedBy::Trace);
        }
        let cards = match (&sale.card, &receipt.card) {
            (Some(one), Some(other)) => CardMask::may_be(one, other),
            _ => true,
        };
        let amount = sale.amount_fen == Some(receipt.amount_fen);
        let alike = amount && cards && not_other(&sale.trace, &receipt.trace);
        (alike && receipt.kind != SlipKind::PreAuth && apart <= TimeDelta::days(1))
            .then_some(MatchedBy::Amount)
    }
}

/// Whether today's reminder of the pending sales is to come now: once a business day, from the time at
/// which the check is due, for sales of earlier days.
pub fn follow_up_due(
    oldest: Option<Day>,
    today: Day,
    due: DateTime<Utc>,
    now: DateTime<Utc>,
    came: bool,
) -> bool {
    !came && now >= due && oldest.is_some_and(|day| day < today)
}

#[cfg(test)]
#[path = "sale_tests.rs"]
mod tests;
