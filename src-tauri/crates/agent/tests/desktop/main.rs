//! The real agent on a real folder and a real bus, with everything around it that can be missing, hang or end.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a test fails by panicking, measures time and writes files of its own"
)]

#[allow(dead_code, reason = "the tests of the toasts use the rest")]
#[path = "../../../toast/tests/desktop/bus.rs"]
mod bus;
mod shop;
mod watcher;

mod life;
mod reminders;
mod tray;
mod units;
