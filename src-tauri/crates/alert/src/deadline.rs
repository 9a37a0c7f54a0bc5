//! How long an attempt may still take. It measures a span and never tells the time.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the file that measures the span of one attempt"
)]

use std::io;
use std::time::{Duration, Instant};

/// Longer than anybody waits; a total beyond it is cut, so that adding it cannot overflow.
const LONGEST: Duration = Duration::from_secs(600);

/// The end of one attempt.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Deadline(Instant);

impl Deadline {
    pub(crate) fn after(total: Duration) -> Deadline {
        Deadline(Instant::now() + total.min(LONGEST))
    }

    /// What is left, never nothing: with nothing left it is the error that a socket would give.
    pub(crate) fn left(self) -> io::Result<Duration> {
        let left = self.0.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        Ok(left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_left_is_a_time_out_and_no_total_overflows() {
        let error = Deadline::after(Duration::ZERO).left().unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        assert!(Deadline::after(Duration::MAX).left().unwrap() <= LONGEST);
    }
}
