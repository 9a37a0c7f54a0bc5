//! Faults on purpose: what a program's data folder looks like after a crash, a power cut or a full disk.
//!
//! A program runs with a shim preloaded (`shim/shim.c`) that logs every change it makes below one folder, can kill it at
//! any of them, and can refuse them. From the log, [`disk::Disk`] knows which changes were durable at any moment and
//! builds the folders that a power cut could have left.
//!
//! The crate knows nothing of the app: the programs and the judges stand in `tests/`.
#![cfg(target_os = "linux")]
#![allow(
    clippy::disallowed_methods,
    reason = "building broken folders is what this crate is for, so it writes files directly"
)]

pub mod cut;
pub mod disk;
pub mod log;
pub mod program;
pub mod random;
pub mod sweep;
pub mod trial;
