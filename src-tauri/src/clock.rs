//! The one place of the window that reads a clock, and only one that counts; the time of day belongs to the app.

use std::time::Instant;

/// A point to measure a pause from.
#[expect(
    clippy::disallowed_methods,
    reason = "this file is the window's one clock"
)]
pub fn now() -> Instant {
    Instant::now()
}
