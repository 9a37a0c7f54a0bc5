//! First aid: what to do when a payment fails, as a graph that is data (`data/guide.json`).
//!
//! A symptom leads to a step; a step is one thing to look at, do, say or ask by telephone, with at most four answers;
//! an answer leads to the next step or to an end; an end is something that the shop *does*. The words stand in
//! `words/*/guide.ftl` under the keys that [`Step::words`] and [`End::words`] name.
//!
//! One rule stands above the order of the steps: **whoever may have been charged is never charged again before it was
//! looked up.** An answer says what it tells about the money ([`AnswerOutcome`]); the tests walk every path and fail
//! when one on which the sale is in doubt, or paid, ends in charging.

use std::sync::OnceLock;

use crate::codes::{self, Cause, Outcome, Retry};

mod graph;
pub use graph::{
    Action, Answer, AnswerOutcome, Asks, CustomerCard, End, FollowUp, Guide, LaneEffect, Next,
    Picture, ScreenText, Step, StepKind, StepWords, Symptom,
};

/// The guide that is compiled in. A test proves that it can be read and is whole.
pub fn guide() -> &'static Guide {
    static GUIDE: OnceLock<Guide> = OnceLock::new();
    let read = || serde_json::from_str(include_str!("../data/guide.json"));
    GUIDE.get_or_init(|| read().unwrap_or_default())
}

/// A step by its id.
pub fn step(id: &str) -> Option<&'static Step> {
    guide().step(id)
}

/// An end by its id.
pub fn end(id: &str) -> Option<&'static End> {
    guide().end(id)
}

/// The first step of a symptom.
pub fn symptom(id: &str) -> Option<&'static Step> {
    let symptom = guide().symptoms.iter().find(|symptom| symptom.id == id)?;
    step(&symptom.first)
}

/// The symptom that is itself a sale in doubt: a customer shows a debit.
pub const CHARGED_BUT_FAILED: &str = "charged-but-failed";

/// The step at which the last sale is looked up on the terminal.
pub const LOOK_UP: &str = "look-up";

/// The step that a code leads to. A code that nobody knows may hide a charge: it leads to the look-up.
pub fn next_after_code(typed: &str) -> &'static str {
    let Some(code) = codes::code(typed) else {
        return LOOK_UP;
    };
    match (code.outcome, code.retry) {
        (Outcome::Unknown, _) | (_, Retry::AfterQuery) => return LOOK_UP,
        (Outcome::Approved, _) => return "code-approved",
        (Outcome::Partial, _) => return "code-partial",
        (Outcome::Declined, _) => {}
    }
    match (code.code.as_str(), code.retry, code.cause) {
        ("55", ..) => "pin",
        ("61", ..) => "card-limit",
        ("65", ..) => "count-limit",
        ("79" | "95", ..) => "settle",
        ("14" | "19" | "40" | "45", ..) => "card-read",
        ("Z3", ..) => "net-where",
        ("22" | "77" | "99" | "A0" | "A7", ..) => "sign-in",
        (_, Retry::Once, _) => "try-once",
        (_, Retry::AfterFix, _) => "redo",
        (_, Retry::No, Some(Cause::Security)) => "stop-card",
        (_, Retry::No, _) => "hotline",
        _ => "other-card",
    }
}

#[cfg(test)]
mod proofs_tests;
#[cfg(test)]
mod rows_tests;
#[cfg(test)]
mod walk_tests;
