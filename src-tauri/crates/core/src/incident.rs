//! Incidents: a payment failed, or something did not work. From what was seen to the proof of the fix.
//!
//! An incident is a row of facts in the ledger; nothing in it is overwritten. Amending writes its details
//! anew, and the earlier ones stay in the timeline.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::card::CardMask;
use crate::codes::{self, Cause};
use crate::contact::{Provider, Terminal};
use crate::fact::{
    IncidentAmended, IncidentAssigned, IncidentNoted, IncidentReopened, IncidentResolved,
};
use crate::guide::{self, LaneEffect};
use crate::receipt::MOST_FILES;
use crate::shop::{Lane, Shop};
use crate::text::{self, NAME_LIMIT, NOTE_LIMIT};
use crate::time::Day;
use crate::{Fen, Refusal};

/// Where an incident stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "IncidentState")]
pub enum State {
    /// Somebody here has to go on.
    Open,
    /// Somebody else has: a provider was called.
    Waiting,
    /// It works again, or there is nothing more to do.
    Resolved,
}

/// What is known of an incident. Empty text means that it is not known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Details {
    /// The till.
    pub till: String,
    /// The terminal, `terminal-1`.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub terminal: String,
    /// The way of paying.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lane: Option<Lane>,
    /// What was seen, as one of the guide's nine.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub symptom: String,
    /// The response code on screen or slip.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub code: String,
    /// The words on the screen.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub screen: String,
    /// The amount of the sale.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub amount_fen: Option<Fen>,
    /// The card.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub card: Option<CardMask>,
    /// The item of the checklist that failed.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub item: String,
    /// What it came from, as far as known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cause: Option<Cause>,
    /// What it does to the way of paying until it is resolved.
    #[serde(skip_serializing_if = "is_none", default = "no_effect")]
    pub lane_effect: LaneEffect,
    /// What was seen, in somebody's words.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub note: String,
}

fn no_effect() -> LaneEffect {
    LaneEffect::None
}

fn is_none(effect: &LaneEffect) -> bool {
    *effect == LaneEffect::None
}

/// One thing in the timeline of an incident.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Note {
    /// A step of the guide was taken.
    Step {
        /// The step.
        step: String,
        /// What was answered; empty when the step was only looked at.
        #[serde(skip_serializing_if = "String::is_empty", default)]
        answer: String,
    },
    /// Somebody wrote something.
    Said {
        /// In their words.
        text: String,
    },
    /// Somebody was called.
    Call(Call),
    /// Files were added.
    Attached {
        /// Ids of attachments.
        attachments: Vec<String>,
    },
}

/// One call.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Call {
    /// Whom, `provider-1`; empty when it is none of the list.
    pub provider: String,
    /// The number that was dialled.
    pub hotline: String,
    /// Who answered: a name, a staff number.
    pub answered_by: String,
    /// The number they gave the case.
    pub ticket: String,
    /// Seconds until somebody answered.
    pub waited_s: u32,
    /// Seconds from dialling to hanging up.
    pub lasted_s: u32,
    /// What they said.
    pub said: String,
}

/// How an incident ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Resolution {
    /// What was done.
    pub how: String,
    /// Proof that it works again: ids of attachments.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub proof: Vec<String>,
    /// What it cost, as the shop estimates.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub loss_fen: Option<Fen>,
}

/// An incident as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Incident {
    /// The id of its first entry.
    pub id: String,
    /// Its number in the shop, from 1.
    pub no: u32,
    /// The business day on which it began.
    pub day: Day,
    /// When.
    pub opened_at: DateTime<Utc>,
    /// Who wrote it down.
    pub opened_by: String,
    /// What is known.
    pub details: Details,
    /// Where it stands.
    pub state: State,
    /// Who sees to it; empty when nobody was named.
    pub owner: String,
    /// By when.
    pub due: Option<Day>,
    /// How it ended; `None` until it has.
    pub resolution: Option<Resolution>,
}

/// What somebody knows of an incident, as typed. What is left out stays as it was.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct IncidentForm {
    /// The first till when left out.
    pub till: Option<String>,
    /// The terminal; where the till has but one that takes the lane, it is that.
    pub terminal: Option<String>,
    /// The way of paying.
    pub lane: Option<Lane>,
    /// One of the guide's nine.
    pub symptom: Option<String>,
    /// `96`, or `code 96` as somebody says it.
    pub code: Option<String>,
    /// The words on the screen.
    pub screen: Option<String>,
    /// `128.00`.
    pub amount: Option<String>,
    /// Six and four, or the last four.
    pub card: Option<String>,
    /// The item of the checklist that failed.
    pub item: Option<String>,
    /// What it came from.
    pub cause: Option<Cause>,
    /// What it does to the way of paying.
    pub lane_effect: Option<LaneEffect>,
    /// In somebody's words.
    pub note: Option<String>,
}

/// What the shop has, to read a form by.
#[derive(Debug, Clone, Copy)]
pub struct Equipment<'a> {
    /// The shop.
    pub shop: &'a Shop,
    /// All terminals, those retired included.
    pub terminals: &'a [Terminal],
    /// All providers, those retired included.
    pub providers: &'a [Provider],
}

impl Equipment<'_> {
    /// Whom to call about a terminal, else whoever settles cards, else anybody.
    pub fn to_call(&self, terminal: &str, lane: Option<Lane>) -> Option<&Provider> {
        use crate::contact::ProviderKind::{Acquirer, Wallet};
        // Whoever has a hotline comes first: a card without one helps nobody with a customer waiting.
        let used = || {
            let by_hotline = |with: bool| {
                let has = move |one: &&Provider| !one.retired && one.hotline.is_some() == with;
                self.providers.iter().filter(has)
            };
            by_hotline(true).chain(by_hotline(false))
        };
        let of_terminal = self
            .terminals
            .iter()
            .find(|one| one.id == terminal)
            .and_then(|one| used().find(|provider| provider.id == one.provider));
        let kind = if lane == Some(Lane::Qr) {
            Wallet
        } else {
            Acquirer
        };
        of_terminal
            .or_else(|| used().find(|one| one.kind == kind))
            .or_else(|| used().find(|one| one.kind == Acquirer))
            .or_else(|| used().next())
    }

    fn terminal(&self, till: &str, lane: Option<Lane>) -> String {
        let mut here = self.terminals.iter().filter(|one| {
            !one.retired && one.till == till && lane.is_none_or(|lane| one.lanes.contains(&lane))
        });
        match (here.next(), here.next()) {
            (Some(only), None) => only.id.clone(),
            _ => String::new(),
        }
    }
}

impl IncidentForm {
    /// Reads what was typed. `known` is what is known so far; `None` for a new incident.
    pub fn read(self, known: Option<&Details>, has: &Equipment<'_>) -> Result<Details, Refusal> {
        let till = match (&self.till, known) {
            (None, Some(known)) => known.till.clone(),
            (till, _) => has.shop.till(till.as_deref())?.id.clone(),
        };
        let code = match self.code.as_deref() {
            Some(typed) => code(typed)?,
            None => known.map(|known| known.code.clone()).unwrap_or_default(),
        };
        let symptom = match self.symptom {
            Some(id) if id.is_empty() || guide::symptom(&id).is_some() => id,
            Some(symptom) => return Err(Refusal::SymptomUnknown { symptom }),
            None => known.map(|known| known.symptom.clone()).unwrap_or_default(),
        };
        let lane = self
            .lane
            .or(known.and_then(|known| known.lane))
            .or(only_lane(&symptom));
        let terminal = match self.terminal {
            Some(id) if id.is_empty() || has.terminals.iter().any(|one| one.id == id) => id,
            Some(terminal) => return Err(Refusal::TerminalUnknown { terminal }),
            None => known.map_or_else(|| has.terminal(&till, lane), |known| known.terminal.clone()),
        };
        let words = |field, typed: Option<String>, known: Option<&String>, limit| match typed {
            Some(typed) => text::text(field, &typed, limit),
            None => Ok(known.cloned().unwrap_or_default()),
        };
        let amount_fen = match self.amount.as_deref().map(str::trim) {
            None => known.and_then(|known| known.amount_fen),
            Some("") => None,
            Some(typed) => Some(Fen::of_sale("amount", typed)?),
        };
        let card = match self.card {
            None => known.and_then(|known| known.card.clone()),
            Some(typed) => CardMask::read(&typed)?,
        };
        let by_code = codes::code(&code).and_then(|code| code.cause);
        Ok(Details {
            till,
            terminal,
            lane,
            symptom,
            cause: self
                .cause
                .or(known.and_then(|known| known.cause))
                .or(by_code),
            code,
            screen: words(
                "screen",
                self.screen,
                known.map(|known| &known.screen),
                NAME_LIMIT,
            )?,
            amount_fen,
            card,
            item: words(
                "item",
                self.item,
                known.map(|known| &known.item),
                NAME_LIMIT,
            )?,
            lane_effect: self
                .lane_effect
                .or(known.map(|known| known.lane_effect))
                .unwrap_or(LaneEffect::None),
            note: words(
                "note",
                self.note,
                known.map(|known| &known.note),
                NOTE_LIMIT,
            )?,
        })
    }
}

/// The way of paying that a symptom is about, when it can be about one alone.
fn only_lane(symptom: &str) -> Option<Lane> {
    let known = guide::guide()
        .symptoms
        .iter()
        .find(|known| known.id == symptom)?;
    match known.lanes.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// A response code as typed: one of the table, or two to four letters or digits that an acquirer uses.
pub fn code(typed: &str) -> Result<String, Refusal> {
    if let Some(known) = codes::code(typed) {
        return Ok(known.code.clone());
    }
    let plain = text::plain(typed).trim().to_ascii_uppercase();
    if plain.is_empty() || (plain.len() <= 4 && plain.bytes().all(|b| b.is_ascii_alphanumeric())) {
        return Ok(plain);
    }
    Err(Refusal::CodeUnreadable {})
}

impl Details {
    /// What makes two incidents the same fault: the code, else the symptom, else the item.
    pub fn fault(&self) -> Option<String> {
        [&self.code, &self.symptom, &self.item]
            .into_iter()
            .find(|word| !word.is_empty())
            .cloned()
    }

    /// Whether nobody knows if the customer was charged: the guide sends this code to the look-up, a customer
    /// shows a debit, or a sale is named in the middle of which something failed. A code of which nobody has a
    /// text may hide a charge too; a terminal that is dead before the door opens leaves no sale in doubt.
    pub fn outcome_unknown(&self) -> bool {
        let by_code = !self.code.is_empty() && guide::next_after_code(&self.code) == guide::LOOK_UP;
        let mut symptoms = guide::guide().symptoms.iter();
        let in_doubt = symptoms.any(|known| known.in_doubt && known.id == self.symptom);
        let a_sale = self.amount_fen.is_some() || self.card.is_some();
        by_code || (in_doubt && (a_sale || self.symptom == guide::CHARGED_BUT_FAILED))
    }

    /// Nothing at all is known.
    pub fn says_nothing(&self) -> bool {
        self.fault().is_none() && self.screen.is_empty() && self.note.is_empty()
    }
}

impl Incident {
    /// Something is added to the timeline.
    pub fn note(&self, note: Note, has: &Equipment<'_>) -> Result<IncidentNoted, Refusal> {
        let note = match note {
            Note::Said { text } => {
                let text = text::text("note", &text, NOTE_LIMIT)?;
                if text.is_empty() {
                    return Err(Refusal::TextNeeded {
                        field: "note".to_owned(),
                    });
                }
                Note::Said { text }
            }
            Note::Call(call) => Note::Call(call.checked(has)?),
            Note::Attached { attachments }
                if attachments.is_empty() || attachments.len() > MOST_FILES =>
            {
                return Err(Refusal::TooManyFiles { max: MOST_FILES });
            }
            other => other,
        };
        Ok(IncidentNoted {
            incident: self.id.clone(),
            note,
        })
    }

    /// Its details are written anew.
    pub fn amend(
        &self,
        form: IncidentForm,
        has: &Equipment<'_>,
    ) -> Result<IncidentAmended, Refusal> {
        let details = form.read(Some(&self.details), has)?;
        if details.says_nothing() {
            return Err(Refusal::TextNeeded {
                field: "note".to_owned(),
            });
        }
        Ok(IncidentAmended {
            incident: self.id.clone(),
            details,
        })
    }

    /// Somebody sees to it, here or elsewhere.
    pub fn assign(
        &self,
        owner: &str,
        due: Option<Day>,
        waiting: bool,
    ) -> Result<IncidentAssigned, Refusal> {
        self.not_resolved()?;
        Ok(IncidentAssigned {
            incident: self.id.clone(),
            owner: text::text("owner", owner, NAME_LIMIT)?,
            due,
            waiting,
        })
    }

    /// It ended.
    pub fn resolve(
        &self,
        how: &str,
        proof: Vec<String>,
        loss: Option<&str>,
    ) -> Result<IncidentResolved, Refusal> {
        self.not_resolved()?;
        if proof.len() > MOST_FILES {
            return Err(Refusal::TooManyFiles { max: MOST_FILES });
        }
        let loss_fen = match loss.map(str::trim).unwrap_or_default() {
            "" => None,
            // Nothing lost is an estimate too.
            typed if Fen::from_major(&text::plain(typed)) == Some(Fen(0)) => Some(Fen(0)),
            typed => Some(Fen::of_sale("loss", typed)?),
        };
        Ok(IncidentResolved {
            incident: self.id.clone(),
            resolution: Resolution {
                how: text::text("note", how, NOTE_LIMIT)?,
                proof,
                loss_fen,
            },
        })
    }

    /// It had not ended after all.
    pub fn reopen(&self, why: &str) -> Result<IncidentReopened, Refusal> {
        if self.state != State::Resolved {
            return Err(Refusal::NotResolved { incident: self.no });
        }
        Ok(IncidentReopened {
            incident: self.id.clone(),
            why: text::text("note", why, NOTE_LIMIT)?,
        })
    }

    fn not_resolved(&self) -> Result<(), Refusal> {
        match self.state {
            State::Resolved => Err(Refusal::AlreadyResolved { incident: self.no }),
            State::Open | State::Waiting => Ok(()),
        }
    }
}

/// Longest call that is one: a day.
const LONGEST_CALL_S: u32 = 86_400;

impl Call {
    fn checked(self, has: &Equipment<'_>) -> Result<Call, Refusal> {
        Ok(Call {
            hotline: text::dial("hotline", &self.hotline)?,
            answered_by: text::text("answered_by", &self.answered_by, NAME_LIMIT)?,
            ticket: text::text("ticket", &self.ticket, NAME_LIMIT)?,
            said: text::text("note", &self.said, NOTE_LIMIT)?,
            lasted_s: self.lasted_s.min(LONGEST_CALL_S),
            waited_s: self.waited_s.min(self.lasted_s).min(LONGEST_CALL_S),
            provider: match self.provider {
                known if known.is_empty() || has.providers.iter().any(|one| one.id == known) => {
                    known
                }
                provider => return Err(Refusal::ProviderUnknown { provider }),
            },
        })
    }
}

#[cfg(test)]
#[path = "incident_tests.rs"]
mod tests;
