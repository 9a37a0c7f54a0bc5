//! The shop's rules as plain values and functions.
//!
//! Nothing here reads a clock, draws a random number, opens a file or knows of a window: time and
//! ids come in as values, decisions go out as [`Fact`]s for the ledger or as a [`Refusal`].

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod cadence;
pub mod cash;
pub mod checklist;
pub mod fact;
pub mod money;
pub mod opening;
pub mod refusal;
pub mod shop;
pub mod template;
pub mod text;
pub mod time;
pub mod value;
pub mod verdict;

pub use fact::Fact;
pub use money::Fen;
pub use refusal::Refusal;
