//! How long to wait before trying again.

use std::time::Duration;

const MINUTE: u64 = 60;
const STEPS: [u64; 6] = [30, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE];

/// The pause after the given number of failed tries: half a minute after the first, then 1, 2, 5, 10 and 30 minutes, then
/// an hour each time. With no failed try there is nothing to wait for.
#[must_use]
pub fn backoff(tries: u32) -> Duration {
    let Some(last) = tries.checked_sub(1) else {
        return Duration::ZERO;
    };
    let step = usize::try_from(last)
        .ok()
        .and_then(|index| STEPS.get(index));
    Duration::from_secs(step.copied().unwrap_or(60 * MINUTE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_pauses_are_those_that_were_meant() {
        let seconds: Vec<u64> = (0..9).map(|tries| backoff(tries).as_secs()).collect();
        assert_eq!(seconds, [0, 30, 60, 120, 300, 600, 1800, 3600, 3600]);
    }

    proptest! {
        #[test]
        fn pauses_never_shrink_and_end_at_an_hour(tries in any::<u32>(), more in any::<u32>()) {
            let later = tries.saturating_add(more);
            prop_assert!(backoff(tries) <= backoff(later));
            prop_assert!(backoff(later) <= Duration::from_secs(3600));
            prop_assert!(tries == 0 || backoff(tries) >= Duration::from_secs(30));
        }
    }
}
