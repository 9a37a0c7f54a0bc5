//! What the data folder survives: kills, power cuts, full and read-only disks, flipped bytes. See the crate's own page.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, say what they counted, and break folders on purpose"
)]

#[path = "../../it/src/program.rs"]
mod built;
mod flips;
mod judge;
mod kills;
mod model;
mod packs;
mod power;
mod prompt;
mod raw;
mod refusals;
mod roles;
mod shop;
