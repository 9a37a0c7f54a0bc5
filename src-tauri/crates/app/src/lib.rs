//! The use cases of the shop, in one command table that the window, the prompt and the tests call.
//!
//! A command takes the moment and an id from [`Outside`], asks `core` what it means, and has the
//! store write the answer down. Nothing is announced before it is on the disk.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod app;
mod contract;
mod day;
mod demo;
mod keeping;
mod marks;
mod outside;
mod refusal;
mod shops;
mod table;
mod today;

pub use app::{App, Caller};
pub use contract::typescript;
pub use outside::{Outside, System, default_folder};
pub use refusal::Refusal;
pub use table::{COMMANDS, Command, Role};

pub use kaizhang_store::{OpenOptions, StoreError};
