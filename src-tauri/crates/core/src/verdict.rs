//! The verdict: can we take money today, by card, by QR, in cash?
//!
//! A pure function of the marks. Each item of the opening that touches a lane says one thing about
//! it; the lane is as good as the worst of them.
//!
//! | the item's weight | its mark | its fallback item | says |
//! |---|---|---|---|
//! | advisory | any | any | nothing |
//! | blocking | none | any | unknown: `item_left` |
//! | blocking | pass | any | ready; with a warning, workaround: the warning |
//! | blocking | not applicable | any | nothing |
//! | blocking | fail | passed, touches the lane | workaround: `fallback_stands` |
//! | blocking | fail | none, or not passed | not ready: `item_failed` |
//! | degrading | none | any | unknown: `item_left` |
//! | degrading | pass | any | ready; with a warning, workaround: the warning |
//! | degrading | not applicable | any | nothing |
//! | degrading | fail | passed, touches the lane | workaround: `fallback_stands` |
//! | degrading | fail | none, or not passed | workaround: `item_failed` |
//!
//! An incident that is not resolved says as much about its lane: stopped, not ready; slowed, workaround
//! (`incident_open`).
//!
//! Worst to best: not ready, unknown, workaround, ready. A lane for which no blocking item was marked
//! pass or fail is unknown (`nothing_checked`) unless an item is left anyway: without evidence nothing
//! is ready, and unknown is never shown as ready.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::checklist::{Checklist, Item, Weight};
use crate::guide::LaneEffect;
use crate::money::Fen;
use crate::opening::{self, Mark, MarkRecord, Opening};
use crate::shop::Lane;
use crate::value::Value;

/// Whether a lane can take money. Ordered from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LaneState {
    /// It can.
    Ready,
    /// It can, another way than usual.
    Workaround,
    /// Nobody has looked.
    Unknown,
    /// It cannot.
    NotReady,
}

/// Why a lane is not simply ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReasonCode {
    /// An item is not in order.
    ItemFailed,
    /// An item is not marked.
    ItemLeft,
    /// An item is not in order, and its fallback is.
    FallbackStands,
    /// The drawer is further from its target than the tolerance; `amount_fen` says how far.
    CashOffTarget,
    /// Small change below the minimum; `amount_fen` says how much there is.
    ChangeShort,
    /// A figure below its warning mark.
    ValueLow,
    /// A choice with a drawback.
    ChoiceWeak,
    /// No blocking item says anything.
    NothingChecked,
    /// An incident of this lane is not resolved; `incident` says which.
    IncidentOpen,
}

/// One reason, with what its words need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reason {
    /// Why.
    pub code: ReasonCode,
    /// The item it is about.
    pub item: Option<String>,
    /// The item that stands in.
    pub fallback: Option<String>,
    /// The amount it is about.
    pub amount_fen: Option<Fen>,
    /// The number of the incident it is about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub incident: Option<u32>,
}

/// What an incident that is not resolved does to a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trouble {
    /// The incident's number.
    pub incident: u32,
    /// The lane.
    pub lane: Lane,
    /// What it does.
    pub effect: LaneEffect,
}

/// One lane's verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LaneVerdict {
    /// Whether it can take money.
    pub state: LaneState,
    /// The reasons for that state, in the order of the checklist; empty when ready.
    pub reasons: Vec<Reason>,
}

/// The verdict of all lanes that the shop takes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Verdict {
    /// Cards.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub card: Option<LaneVerdict>,
    /// QR codes.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub qr: Option<LaneVerdict>,
    /// Notes and coins.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cash: Option<LaneVerdict>,
}

impl Verdict {
    /// One lane's verdict; `None` when the shop does not take it.
    pub fn lane(&self, lane: Lane) -> Option<&LaneVerdict> {
        match lane {
            Lane::Card => self.card.as_ref(),
            Lane::Qr => self.qr.as_ref(),
            Lane::Cash => self.cash.as_ref(),
        }
    }

    /// The state of its worst lane; ready when the shop takes nothing.
    pub fn worst(&self) -> LaneState {
        let lanes = [&self.card, &self.qr, &self.cash];
        let states = lanes.into_iter().flatten().map(|lane| lane.state);
        states.max().unwrap_or(LaneState::Ready)
    }

    fn set(&mut self, lane: Lane, verdict: LaneVerdict) {
        match lane {
            Lane::Card => self.card = Some(verdict),
            Lane::Qr => self.qr = Some(verdict),
            Lane::Cash => self.cash = Some(verdict),
        }
    }
}

/// Which sentence stands over the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HeadlineKind {
    /// No item is marked.
    NothingYet,
    /// Items are left, and no lane is known to fail.
    ItemsLeft,
    /// Every lane is ready.
    AllReady,
    /// Every lane can take money, some another way than usual.
    Workaround,
    /// Some lanes cannot.
    SomeNotReady,
    /// Only cash can.
    OnlyCash,
    /// No lane can.
    NoneReady,
}

/// The day in one sentence, as data; the words are in `words/*/verdict.ftl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Headline {
    /// Which sentence.
    pub kind: HeadlineKind,
    /// The lanes it is about.
    pub lanes: Vec<Lane>,
    /// The item that stands in for every lane with a workaround, when it is one and the same.
    pub fallback: Option<String>,
    /// Blocking and degrading items left.
    pub left: u32,
    /// The cash counted, where the sentence is about it.
    pub amount_fen: Option<Fen>,
}

/// What an opening comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Lane by lane.
    pub verdict: Verdict,
    /// In one sentence.
    pub headline: Headline,
    /// Items marked as failed, in the order of the checklist.
    pub failed: Vec<String>,
}

/// The verdict, headline and failures of an opening as it stands.
pub fn outcome(
    lanes: &[Lane],
    checklist: &Checklist,
    opening: &Opening,
    troubles: &[Trouble],
) -> Outcome {
    let items = opening.items(checklist);
    let marks = opening.current();
    let find = |id: &str| {
        let item = items.iter().find(|item| item.id == id)?;
        Some((*item, marks.get(id).copied()))
    };
    let mut verdict = Verdict::default();
    for lane in Lane::ALL.into_iter().filter(|lane| lanes.contains(lane)) {
        verdict.set(lane, lane_verdict(lane, &items, &find, troubles));
    }
    let failed = items
        .iter()
        .filter(|item| {
            marks
                .get(item.id.as_str())
                .is_some_and(|m| m.result == Mark::Fail)
        })
        .map(|item| item.id.clone())
        .collect();
    let left = opening::must_left(checklist, opening).len();
    let cash = marks.values().find_map(|mark| match &mark.value {
        Some(Value::Cash(count)) => Some(count.total_fen),
        _ => None,
    });
    let headline = headline(&verdict, !marks.is_empty(), left, cash);
    Outcome {
        verdict,
        headline,
        failed,
    }
}

type Found<'a> = (&'a Item, Option<&'a MarkRecord>);

fn lane_verdict<'a>(
    lane: Lane,
    items: &[&'a Item],
    find: &impl Fn(&str) -> Option<Found<'a>>,
    troubles: &[Trouble],
) -> LaneVerdict {
    let touching = || items.iter().filter(|item| item.lanes.contains(&lane));
    let says: Vec<(LaneState, Reason)> = touching()
        .filter_map(|item| says(lane, item, find))
        .chain(
            troubles
                .iter()
                .filter_map(|trouble| says_trouble(lane, trouble)),
        )
        .collect();
    let looked_at = |item: &&&Item| {
        let mark = find(&item.id).and_then(|(_, mark)| mark);
        item.weight == Weight::Blocking && mark.is_some_and(|mark| mark.result != Mark::Na)
    };
    let state = says
        .iter()
        .map(|(state, _)| *state)
        .max()
        .unwrap_or(LaneState::Ready);
    if state < LaneState::Unknown && !touching().any(|item| looked_at(&item)) {
        let reason = Reason {
            code: ReasonCode::NothingChecked,
            item: None,
            fallback: None,
            amount_fen: None,
            incident: None,
        };
        return LaneVerdict {
            state: LaneState::Unknown,
            reasons: vec![reason],
        };
    }
    let worst = says.into_iter().filter(|(s, _)| *s == state);
    LaneVerdict {
        state,
        reasons: worst.map(|(_, reason)| reason).collect(),
    }
}

/// One row of the table: what one item says about one lane; `None` for nothing, and for plain ready.
fn says<'a>(
    lane: Lane,
    item: &Item,
    find: &impl Fn(&str) -> Option<Found<'a>>,
) -> Option<(LaneState, Reason)> {
    let reason = |code, fallback| Reason {
        code,
        item: Some(item.id.clone()),
        fallback,
        amount_fen: None,
        incident: None,
    };
    if item.weight == Weight::Advisory {
        return None;
    }
    let Some(mark) = find(&item.id).and_then(|(_, mark)| mark) else {
        return Some((LaneState::Unknown, reason(ReasonCode::ItemLeft, None)));
    };
    match mark.result {
        Mark::Na => None,
        Mark::Pass => Some((LaneState::Workaround, opening::warning(item, mark)?)),
        Mark::Fail => {
            let stands = item
                .fallback
                .as_deref()
                .and_then(find)
                .filter(|(fallback, mark)| {
                    fallback.lanes.contains(&lane) && mark.is_some_and(|m| m.result == Mark::Pass)
                });
            Some(match (stands, item.weight) {
                (Some((fallback, _)), _) => {
                    let standing = Some(fallback.id.clone());
                    (
                        LaneState::Workaround,
                        reason(ReasonCode::FallbackStands, standing),
                    )
                }
                (None, Weight::Blocking) => {
                    (LaneState::NotReady, reason(ReasonCode::ItemFailed, None))
                }
                (None, _) => (LaneState::Workaround, reason(ReasonCode::ItemFailed, None)),
            })
        }
    }
}

/// What an incident says about a lane; `None` when it is about another, or does it no harm.
fn says_trouble(lane: Lane, trouble: &Trouble) -> Option<(LaneState, Reason)> {
    let state = match trouble.effect {
        LaneEffect::None => return None,
        LaneEffect::Slowed => LaneState::Workaround,
        LaneEffect::Stopped => LaneState::NotReady,
    };
    let reason = Reason {
        code: ReasonCode::IncidentOpen,
        item: None,
        fallback: None,
        amount_fen: None,
        incident: Some(trouble.incident),
    };
    (trouble.lane == lane).then_some((state, reason))
}

fn headline(verdict: &Verdict, any_mark: bool, left: usize, cash: Option<Fen>) -> Headline {
    let lanes_in = |state| -> Vec<Lane> {
        let is = |lane: &Lane| verdict.lane(*lane).is_some_and(|v| v.state == state);
        Lane::ALL.into_iter().filter(is).collect()
    };
    let taken = Lane::ALL
        .into_iter()
        .filter(|lane| verdict.lane(*lane).is_some())
        .count();
    let failing = lanes_in(LaneState::NotReady);
    let unknown = lanes_in(LaneState::Unknown);
    let workaround = lanes_in(LaneState::Workaround);
    let cash_stands = verdict
        .cash
        .as_ref()
        .is_some_and(|v| v.state <= LaneState::Workaround);
    let (kind, lanes) = if !any_mark {
        (HeadlineKind::NothingYet, unknown)
    } else if failing.len() == taken {
        (HeadlineKind::NoneReady, failing)
    } else if cash_stands && !failing.is_empty() && failing.len() + 1 == taken {
        (HeadlineKind::OnlyCash, failing)
    } else if !failing.is_empty() {
        (HeadlineKind::SomeNotReady, failing)
    } else if !unknown.is_empty() {
        (HeadlineKind::ItemsLeft, unknown)
    } else if !workaround.is_empty() {
        (HeadlineKind::Workaround, workaround)
    } else {
        (HeadlineKind::AllReady, lanes_in(LaneState::Ready))
    };
    Headline {
        fallback: (kind == HeadlineKind::Workaround)
            .then(|| common_fallback(verdict, &lanes))
            .flatten(),
        amount_fen: cash.filter(|_| kind == HeadlineKind::OnlyCash),
        left: u32::try_from(left).unwrap_or(u32::MAX),
        kind,
        lanes,
    }
}

/// The one item that stands in for all of these lanes, if it is one and there is no other reason.
fn common_fallback(verdict: &Verdict, lanes: &[Lane]) -> Option<String> {
    let reasons = lanes
        .iter()
        .filter_map(|lane| verdict.lane(*lane))
        .flat_map(|v| &v.reasons);
    let mut fallbacks = reasons.map(|reason| reason.fallback.as_deref());
    let first = fallbacks.next()??;
    fallbacks
        .all(|other| other == Some(first))
        .then(|| first.to_owned())
}

#[cfg(test)]
#[path = "verdict_tests.rs"]
mod tests;
