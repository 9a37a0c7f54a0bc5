//! Disputes: somebody asks the shop to prove a sale, and by when.
//!
//! A case is a row of facts in the ledger, as an incident is. What was known earlier and what was sent stay in
//! the timeline: amending writes the details anew, and a submission is frozen as it left the shop.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::card::CardMask;
use crate::fact::{
    DisputeAmended, DisputeClosed, DisputeLinked, DisputeReopened, DisputeSubmitted,
    DisputeUnlinked,
};
use crate::time::Day;
use crate::{Fen, Refusal};

mod asks;
mod clock;
mod found;
mod read;

pub use asks::{Asked, Held, Kinds, PieceState, Shown, Weight, asked, kinds};
pub use clock::{Clock, Urgency, reply_due};
pub use found::FoundBy;
pub use read::{DisputeForm, SubmissionForm};

/// What kind of case it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "DisputeKind")]
pub enum Kind {
    /// 调单: UnionPay asks for the slip, nothing is taken back yet.
    Retrieval,
    /// 拒付: the money is taken back unless the shop proves the sale.
    Chargeback,
    /// A complaint through WeChat Pay.
    WechatComplaint,
    /// A complaint through Alipay.
    AlipayComplaint,
    /// Anything else that asks for proof.
    Other,
}

impl Kind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Kind; 5] = [
        Kind::Retrieval,
        Kind::Chargeback,
        Kind::WechatComplaint,
        Kind::AlipayComplaint,
        Kind::Other,
    ];

    /// As it is written in the ledger.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Retrieval => "retrieval",
            Kind::Chargeback => "chargeback",
            Kind::WechatComplaint => "wechat_complaint",
            Kind::AlipayComplaint => "alipay_complaint",
            Kind::Other => "other",
        }
    }
}

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "DisputeState")]
pub enum State {
    /// The shop has to answer.
    Open,
    /// The answer was sent; somebody else decides.
    Submitted,
    /// The money stays.
    Won,
    /// The money is gone.
    Lost,
    /// Whoever asked took it back.
    Withdrawn,
}

impl State {
    /// As it is written in the ledger.
    pub fn name(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Submitted => "submitted",
            State::Won => "won",
            State::Lost => "lost",
            State::Withdrawn => "withdrawn",
        }
    }
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "DisputeOutcome")]
pub enum Outcome {
    /// The money stays.
    Won,
    /// The money is gone.
    Lost,
    /// Whoever asked took it back.
    Withdrawn,
}

impl Outcome {
    /// The state that a case has after it.
    pub fn state(self) -> State {
        match self {
            Outcome::Won => State::Won,
            Outcome::Lost => State::Lost,
            Outcome::Withdrawn => State::Withdrawn,
        }
    }
}

/// What is known of a case. Empty text means that it is not known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "DisputeDetails")]
pub struct Details {
    /// What kind.
    pub kind: Kind,
    /// Who sent it, of the shop's providers, `provider-1`.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub provider: String,
    /// Who sent it and which way, in somebody's words.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub channel: String,
    /// The amount in dispute.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub amount_fen: Option<Fen>,
    /// The day of the notice.
    #[ts(type = "string")]
    pub notice_on: Day,
    /// The last day for an answer, as the notice says.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(type = "string | null")]
    pub reply_by: Option<Day>,
    /// The number of the notice.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub notice_no: String,
    /// What the notice says.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub said: String,
    /// The business day of the sale.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(type = "string | null")]
    pub sold_on: Option<Day>,
    /// 参考号, or a wallet's order number.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub reference: String,
    /// 凭证号.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub trace: String,
    /// The card.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub card: Option<CardMask>,
    /// What happened, in the shop's own words: the answer to whoever asks.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub story: String,
}

/// What belongs to a case: something on record, a file, or the word that a piece is not needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "to", rename_all = "snake_case")]
#[ts(rename = "DisputeLink")]
pub enum Link {
    /// A slip.
    Receipt {
        /// Its id.
        id: String,
    },
    /// What did not work.
    Incident {
        /// Its id.
        id: String,
    },
    /// A sale that was or is in doubt.
    Sale {
        /// Its id.
        id: String,
    },
    /// The opening of a day: how the terminal stood that morning.
    Opening {
        /// The till.
        till: String,
        /// The business day.
        #[ts(type = "string")]
        day: Day,
    },
    /// A file that is one of the pieces asked for.
    File {
        /// The id of the attachment.
        id: String,
        /// The piece that it is.
        piece: String,
    },
    /// A piece that this case does not need.
    NotNeeded {
        /// The piece.
        piece: String,
        /// Why not.
        why: String,
    },
}

impl Link {
    /// What makes two links the same; the address at which one is taken off again.
    pub fn key(&self) -> String {
        match self {
            Link::Receipt { id } => format!("receipt:{id}"),
            Link::Incident { id } => format!("incident:{id}"),
            Link::Sale { id } => format!("sale:{id}"),
            Link::Opening { till, day } => format!("opening:{day}:{till}"),
            Link::File { id, piece } => format!("file:{piece}:{id}"),
            Link::NotNeeded { piece, .. } => format!("not_needed:{piece}"),
        }
    }
}

/// A file as it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SentFile {
    /// The id of the attachment.
    pub id: String,
    /// The name it has here.
    pub name: String,
    /// SHA-256 of its bytes, 64 hex digits.
    pub sha256: String,
    /// Its length.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// What left the shop, as it left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Submission {
    /// When it was sent.
    #[serde(with = "crate::time::instant_text")]
    #[ts(type = "string")]
    pub sent_at: DateTime<Utc>,
    /// Which way: the acquirer's site, an e-mail, by hand.
    pub way: String,
    /// The files that were sent.
    pub files: Vec<SentFile>,
    /// The pack that was sent, by its id; empty when none was.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub pack: String,
    /// The pieces that were asked for and missing when it was sent.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub missing: Vec<String>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub note: String,
}

/// How and why a case ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "DisputeEnding")]
pub struct Ending {
    /// How.
    pub outcome: Outcome,
    /// In somebody's words.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub note: String,
}

/// A case as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Dispute {
    /// The id of its first entry.
    pub id: String,
    /// Its number in the shop, from 1.
    pub no: u32,
    /// RFC 3339 UTC: when it was written down.
    pub opened_at: String,
    /// Who wrote it down.
    pub opened_by: String,
    /// What is known.
    pub details: Details,
    /// The notice itself: ids of attachments.
    pub notice: Vec<String>,
    /// Where it stands.
    pub state: State,
    /// What was sent last; `None` when nothing was, or since it was reopened.
    pub submission: Option<Submission>,
    /// How it ended; `None` until it has.
    pub ending: Option<Ending>,
}

/// Most links of one case.
pub const MOST_LINKS: usize = 200;
/// Most files of one submission.
pub const MOST_SENT: usize = 500;

impl Dispute {
    /// Its details are written anew, in whatever state it is: what comes to light later is written down too.
    pub fn amend(
        &self,
        form: DisputeForm,
        notice: Option<Vec<String>>,
        today: Day,
    ) -> Result<DisputeAmended, Refusal> {
        let details = form.read(Some(&self.details), today)?;
        let notice = notice.unwrap_or_else(|| self.notice.clone());
        read::notice_files(&notice)?;
        Ok(DisputeAmended {
            dispute: self.id.clone(),
            details,
            notice,
        })
    }

    /// Something belongs to it. `known` are the links that it has.
    pub fn link(&self, link: Link, known: &[Link]) -> Result<DisputeLinked, Refusal> {
        let link = read::link(link)?;
        if known.iter().any(|one| one.key() == link.key()) {
            return Err(Refusal::AlreadyLinked {});
        }
        if known.len() >= MOST_LINKS {
            return Err(Refusal::TooManyLinks { max: MOST_LINKS });
        }
        Ok(DisputeLinked {
            dispute: self.id.clone(),
            link,
        })
    }

    /// Something does not belong to it after all.
    pub fn unlink(&self, key: &str, why: &str, known: &[Link]) -> Result<DisputeUnlinked, Refusal> {
        let found = known.iter().find(|one| one.key() == key);
        let link = found.ok_or(Refusal::NotLinked {})?;
        Ok(DisputeUnlinked {
            dispute: self.id.clone(),
            link: link.clone(),
            why: read::words("why", why)?,
        })
    }

    /// The answer was sent. Once: a second answer needs the case reopened.
    pub fn submit(&self, submission: Submission) -> Result<DisputeSubmitted, Refusal> {
        match self.state {
            State::Open => {}
            State::Submitted => return Err(Refusal::AlreadySubmitted { dispute: self.no }),
            State::Won | State::Lost | State::Withdrawn => {
                return Err(Refusal::DisputeClosed { dispute: self.no });
            }
        }
        if submission.files.len() > MOST_SENT {
            return Err(Refusal::TooManyFiles { max: MOST_SENT });
        }
        Ok(DisputeSubmitted {
            dispute: self.id.clone(),
            submission,
        })
    }

    /// It ended. Without an answer sent there must be a word why.
    pub fn close(&self, outcome: Outcome, note: &str) -> Result<DisputeClosed, Refusal> {
        let note = read::words("note", note)?;
        match self.state {
            State::Open if note.is_empty() => return Err(Refusal::ReasonNeeded {}),
            State::Open | State::Submitted => {}
            State::Won | State::Lost | State::Withdrawn => {
                return Err(Refusal::DisputeClosed { dispute: self.no });
            }
        }
        Ok(DisputeClosed {
            dispute: self.id.clone(),
            ending: Ending { outcome, note },
        })
    }

    /// The shop has to answer once more. What was sent stays in the timeline.
    pub fn reopen(&self, why: &str) -> Result<DisputeReopened, Refusal> {
        if self.state == State::Open {
            return Err(Refusal::DisputeOpen { dispute: self.no });
        }
        Ok(DisputeReopened {
            dispute: self.id.clone(),
            why: read::words("why", why)?,
        })
    }
}

/// The days around the sale in which what belongs to a case is looked for; all that came before the notice
/// within half a year when the day of the sale is not known.
pub fn days_to_search(details: &Details) -> (Day, Day) {
    const AROUND: Days = Days::new(2);
    const BEFORE_NOTICE: Days = Days::new(180);
    let (first, last) = match details.sold_on {
        Some(day) => (
            day.checked_sub_days(AROUND).unwrap_or(day),
            day.checked_add_days(AROUND).unwrap_or(day),
        ),
        None => (
            details
                .notice_on
                .checked_sub_days(BEFORE_NOTICE)
                .unwrap_or(details.notice_on),
            details.notice_on,
        ),
    };
    (first, last)
}

/// The files of a case without repetition, in the order in which they came.
pub fn once(ids: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    ids.into_iter()
        .filter(|id| seen.insert(id.clone()))
        .collect()
}

#[cfg(test)]
#[path = "dispute_tests.rs"]
mod tests;
