//! The app and the prompt on real files; everything is in `tests/`. Here stand the clock, the shop, the built prompt and the
//! stock tools that they share.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod program;
mod shop;

pub mod stock;

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};
use kaizhang_app::Outside;

pub use program::program;
pub use shop::Shop;

/// A clock that stands until it is moved, and chance that only counts.
#[derive(Debug)]
pub struct Staged {
    wall: AtomicI64,
    on_for: AtomicU64,
    drawn: AtomicU64,
}

impl Staged {
    /// A clock that shows `now`, RFC 3339.
    pub fn at(now: &str) -> Staged {
        Staged {
            wall: AtomicI64::new(millis(now)),
            on_for: AtomicU64::new(0),
            drawn: AtomicU64::new(0),
        }
    }

    /// Sets the clock on the wall; no time passes.
    pub fn set(&self, now: &str) {
        self.wall.store(millis(now), Ordering::Relaxed);
    }

    /// Lets time pass until the wall shows `now`.
    pub fn pass_until(&self, now: &str) {
        let passed = millis(now) - self.wall.swap(millis(now), Ordering::Relaxed);
        let passed = u64::try_from(passed).unwrap();
        self.on_for.fetch_add(passed, Ordering::Relaxed);
    }

    /// Lets time pass.
    pub fn pass(&self, time: Duration) {
        let passed = u64::try_from(time.as_millis()).unwrap();
        self.wall.fetch_add(passed as i64, Ordering::Relaxed);
        self.on_for.fetch_add(passed, Ordering::Relaxed);
    }
}

fn millis(text: &str) -> i64 {
    text.parse::<DateTime<Utc>>().unwrap().timestamp_millis()
}

impl Outside for Staged {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.wall.load(Ordering::Relaxed)).unwrap()
    }

    fn on_for(&self) -> Duration {
        Duration::from_millis(self.on_for.load(Ordering::Relaxed))
    }

    fn chance(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let n = self.drawn.fetch_add(1, Ordering::Relaxed);
            chunk.copy_from_slice(
                &n.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_le_bytes()[..chunk.len()],
            );
        }
    }
}
