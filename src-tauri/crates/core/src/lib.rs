//! The shop's rules as plain values and functions.
//!
//! Nothing here reads a clock, draws a random number, opens a file or knows of a window: time and
//! ids come in as values, decisions go out as [`Fact`]s for the ledger or as a [`Refusal`].

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test fails by panicking"
    )
)]

pub mod anchor;
pub mod cadence;
pub mod card;
pub mod cash;
pub mod checklist;
pub mod codes;
pub mod contact;
pub mod dispute;
pub mod fact;
pub mod figures;
pub mod find;
pub mod firing;
pub mod first_aid;
pub mod guide;
pub mod incident;
pub mod key;
pub mod money;
pub mod opening;
pub mod pack;
pub mod privacy;
pub mod receipt;
pub mod refusal;
pub mod sale;
pub mod schedule;
pub mod search;
pub mod settling;
pub mod shop;
pub mod template;
pub mod text;
pub mod time;
pub mod topic;
pub mod upload;
pub mod value;
pub mod verdict;

pub use fact::Fact;
pub use money::Fen;
pub use refusal::Refusal;
