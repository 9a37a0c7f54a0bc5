//! One opening: the checklist of one till on one business day, from its first mark to its finish.
//!
//! Every function takes the opening as it is and answers with facts to write, or with a refusal.
//! A mark is never overwritten: a newer one stands over it, and one taken back stays in sight.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Refusal;
use crate::checklist::{Checklist, Item, Kind, Weight};
use crate::fact::{ItemMarked, MarkWithdrawn, OpeningFinished};
use crate::shop::Lane;
use crate::text::{self, NOTE_LIMIT};
use crate::time::Day;
use crate::value::Value;
use crate::verdict::{self, Outcome, Reason, ReasonCode, Trouble};

/// What a person found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "MarkResult")]
pub enum Mark {
    /// In order.
    Pass,
    /// Not in order.
    Fail,
    /// Does not apply today.
    Na,
}

/// Where an opening stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "OpeningState")]
pub enum State {
    /// Nothing marked yet.
    Due,
    /// Something marked.
    InProgress,
    /// Closed with its verdict; further marks amend it.
    Finished,
}

/// One mark as it stands in the ledger.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkRecord {
    /// The id of its entry.
    pub id: String,
    /// The item.
    pub item: String,
    /// What was found.
    pub result: Mark,
    /// What was entered.
    pub value: Option<Value>,
    /// What was said.
    pub note: String,
    /// Ids of attachments.
    pub attachments: Vec<String>,
    /// RFC 3339 UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// Taken back.
    pub withdrawn: bool,
}

/// How an opening was closed.
#[derive(Debug, Clone, PartialEq)]
pub struct Finish {
    /// RFC 3339 UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// Why it was closed with items left, or what else there is to say.
    pub note: String,
}

/// One opening with everything that happened in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// Its business day.
    pub day: Day,
    /// Its till.
    pub till: String,
    /// Items due that day, fixed at the first mark.
    pub due: Vec<String>,
    /// All marks, oldest first.
    pub marks: Vec<MarkRecord>,
    /// Set when it is closed.
    pub finish: Option<Finish>,
}

/// What somebody wants to mark.
#[derive(Debug, Clone, Default)]
pub struct MarkWish<'a> {
    /// The item's id.
    pub item: &'a str,
    /// As typed; empty counts as none.
    pub value: Option<&'a str>,
    /// As typed.
    pub note: &'a str,
    /// Ids of files that are in the store already.
    pub attachments: &'a [String],
}

impl Opening {
    /// Where it stands.
    pub fn state(&self) -> State {
        if self.finish.is_some() {
            State::Finished
        } else if self.marks.iter().any(|mark| !mark.withdrawn) {
            State::InProgress
        } else {
            State::Due
        }
    }

    /// The marks that count: per item the newest that was not taken back.
    pub fn current(&self) -> BTreeMap<&str, &MarkRecord> {
        let standing = self.marks.iter().filter(|mark| !mark.withdrawn);
        standing.map(|mark| (mark.item.as_str(), mark)).collect()
    }

    /// The items of this opening: those due, and those that somebody marked all the same.
    pub fn items<'c>(&self, checklist: &'c Checklist) -> Vec<&'c Item> {
        let marked = self.current();
        let here =
            |item: &&Item| self.due.contains(&item.id) || marked.contains_key(item.id.as_str());
        checklist.items.iter().filter(here).collect()
    }
}

/// What a mark warns of although it passed: money off its target, change short, a low figure, a weak
/// choice.
pub fn warning(item: &Item, mark: &MarkRecord) -> Option<Reason> {
    if mark.result != Mark::Pass {
        return None;
    }
    let reason = |code, amount_fen| {
        Some(Reason {
            code,
            item: Some(item.id.clone()),
            fallback: None,
            amount_fen,
            incident: None,
        })
    };
    match (&item.kind, mark.value.as_ref()?) {
        (Kind::Cash { float }, Value::Cash(count)) => {
            if !count.on_target(float) {
                let off = crate::Fen(count.total_fen.0 - float.target_fen.0);
                return reason(ReasonCode::CashOffTarget, Some(off));
            }
            let small = count.small_change()?;
            (small < float.change_min_fen)
                .then(|| reason(ReasonCode::ChangeShort, Some(small)))
                .flatten()
        }
        (Kind::Number { low_below, .. }, Value::Number(n))
            if low_below.is_some_and(|low| *n < low) =>
        {
            reason(ReasonCode::ValueLow, None)
        }
        (Kind::Choice { weak, .. }, Value::Choice(id)) if weak.contains(id) => {
            reason(ReasonCode::ChoiceWeak, None)
        }
        _ => None,
    }
}

/// The facts about the shop's checklist that a decision about an opening needs.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// What the shop takes.
    pub lanes: &'a [Lane],
    /// The version with which the opening began.
    pub checklist: &'a Checklist,
    /// Incidents of its till that are not resolved.
    pub troubles: &'a [Trouble],
}

impl Rules<'_> {
    /// The verdict of an opening as it stands.
    pub fn outcome(&self, opening: &Opening) -> Outcome {
        verdict::outcome(self.lanes, self.checklist, opening, self.troubles)
    }

    /// Decides a mark.
    pub fn mark(
        &self,
        opening: &Opening,
        result: Mark,
        wish: &MarkWish<'_>,
    ) -> Result<ItemMarked, Refusal> {
        let item = self.checklist.item(wish.item)?;
        let note = text::text("note", wish.note, NOTE_LIMIT)?;
        let typed = wish.value.filter(|typed| !typed.trim().is_empty());
        let value = match typed {
            Some(_) if result == Mark::Na => {
                return Err(Refusal::ValueNotWanted {
                    item: item.id.clone(),
                });
            }
            Some(typed) => Some(Value::parse(item, typed)?),
            None => None,
        };
        check_demands(item, result, value.as_ref(), &note, wish.attachments)?;
        Ok(ItemMarked {
            till: opening.till.clone(),
            day: opening.day,
            item: item.id.clone(),
            result,
            value,
            note,
            attachments: wish.attachments.to_vec(),
            outcome: None,
        })
    }

    /// Passes everything of a section that a person confirms by looking and that is not marked yet.
    pub fn confirm(&self, opening: &Opening, section: &str) -> Result<Vec<ItemMarked>, Refusal> {
        if !crate::checklist::SECTIONS.contains(&section) {
            return Err(Refusal::SectionUnknown {
                section: section.to_owned(),
            });
        }
        let marked = opening.current();
        let open = |item: &&Item| {
            item.section == section
                && item.kind.is_confirmed_by_looking()
                && !marked.contains_key(item.id.as_str())
        };
        let marks: Vec<ItemMarked> = opening
            .items(self.checklist)
            .into_iter()
            .filter(open)
            .map(|item| {
                let wish = MarkWish {
                    item: &item.id,
                    ..MarkWish::default()
                };
                self.mark(opening, Mark::Pass, &wish)
            })
            .collect::<Result<_, _>>()?;
        if marks.is_empty() {
            return Err(Refusal::NothingToConfirm {
                section: section.to_owned(),
            });
        }
        Ok(marks)
    }

    /// Takes marks back; each must be the one that counts for its item.
    pub fn withdraw(
        &self,
        opening: &Opening,
        marks: &[String],
    ) -> Result<Vec<MarkWithdrawn>, Refusal> {
        let current = opening.current();
        marks
            .iter()
            .map(|id| {
                let mark = opening.marks.iter().find(|mark| mark.id == *id);
                let mark = mark.ok_or_else(|| Refusal::MarkUnknown { mark: id.clone() })?;
                if current
                    .get(mark.item.as_str())
                    .is_none_or(|now| now.id != *id)
                {
                    return Err(Refusal::MarkNotCurrent { mark: id.clone() });
                }
                Ok(MarkWithdrawn {
                    till: opening.till.clone(),
                    day: opening.day,
                    item: mark.item.clone(),
                    mark: id.clone(),
                    outcome: None,
                })
            })
            .collect()
    }

    /// Closes an opening with its verdict. With blocking or degrading items left it takes a reason;
    /// the lanes they touch stay unknown.
    pub fn finish(&self, opening: &Opening, note: &str) -> Result<OpeningFinished, Refusal> {
        if opening.finish.is_some() {
            return Err(Refusal::AlreadyFinished {});
        }
        let note = text::text("note", note, NOTE_LIMIT)?;
        let left = must_left(self.checklist, opening);
        if let (Some(first), true) = (left.first(), note.is_empty()) {
            return Err(Refusal::ItemsLeft {
                count: left.len(),
                first: first.id.clone(),
            });
        }
        Ok(OpeningFinished {
            till: opening.till.clone(),
            day: opening.day,
            note,
            outcome: self.outcome(opening),
            late_min: 0,
        })
    }
}

/// Items of an opening without a mark.
pub fn left<'c>(checklist: &'c Checklist, opening: &Opening) -> Vec<&'c Item> {
    let marked = opening.current();
    let mut items = opening.items(checklist);
    items.retain(|item| !marked.contains_key(item.id.as_str()));
    items
}

/// Of the items left, those that bear on a verdict.
pub fn must_left<'c>(checklist: &'c Checklist, opening: &Opening) -> Vec<&'c Item> {
    let mut items = left(checklist, opening);
    items.retain(|item| item.weight != Weight::Advisory);
    items
}

/// What an item demands beside the bare result.
fn check_demands(
    item: &Item,
    result: Mark,
    value: Option<&Value>,
    note: &str,
    attachments: &[String],
) -> Result<(), Refusal> {
    let id = || item.id.clone();
    if result == Mark::Fail && item.fail_needs_note && note.is_empty() {
        return Err(Refusal::NoteNeeded { item: id() });
    }
    if result != Mark::Pass {
        return Ok(());
    }
    match (&item.kind, value) {
        (Kind::Photo, _) if attachments.is_empty() => Err(Refusal::PhotoNeeded { item: id() }),
        (Kind::Number { .. } | Kind::Text | Kind::Choice { .. } | Kind::Cash { .. }, None) => {
            Err(Refusal::ValueNeeded { item: id() })
        }
        (Kind::Cash { float }, Some(Value::Cash(count)))
            if note.is_empty() && !count.on_target(float) =>
        {
            Err(Refusal::CashOffTargetNeedsNote {
                item: id(),
                total_fen: count.total_fen.0,
                target_fen: float.target_fen.0,
            })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
#[path = "opening_tests.rs"]
mod tests;
