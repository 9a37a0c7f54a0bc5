//! How often an item is due.

use chrono::{Days, Months};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::time::Day;

/// How often an item must be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Cadence {
    /// Every business day.
    Daily,
    /// Seven days after it was last in order.
    Weekly,
    /// On the same date of the next month; on its last day where that month is shorter.
    Monthly,
    /// So many days after it was last in order.
    Days(u16),
}

impl Cadence {
    /// Whether the item is due on `day`, when it was last in order (passed, or not applicable) on
    /// `last_good`. What was never in order is due; what failed stays due until it is mended; what
    /// is due and was not looked at stays due. A `last_good` in the future (the clock was set back)
    /// does not hide an item: it is due.
    pub fn is_due(self, last_good: Option<Day>, day: Day) -> bool {
        let Some(last) = last_good.filter(|last| *last <= day) else {
            return true;
        };
        let next = match self {
            Cadence::Daily => last.checked_add_days(Days::new(1)),
            Cadence::Weekly => last.checked_add_days(Days::new(7)),
            Cadence::Monthly => last.checked_add_months(Months::new(1)),
            Cadence::Days(n) => last.checked_add_days(Days::new(u64::from(n.max(1)))),
        };
        next.is_none_or(|next| next <= day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(cadence: Cadence, last: &str, day: &str, due: bool) {
        let last = (!last.is_empty()).then(|| last.parse().unwrap());
        let got = cadence.is_due(last, day.parse().unwrap());
        assert_eq!(got, due, "{cadence:?} last {last:?} on {day}");
    }

    #[test]
    fn due_days() {
        check(Cadence::Daily, "", "2026-11-22", true);
        check(Cadence::Daily, "2026-11-21", "2026-11-22", true);
        check(Cadence::Daily, "2026-11-22", "2026-11-22", false);
        check(Cadence::Weekly, "2026-11-16", "2026-11-22", false);
        check(Cadence::Weekly, "2026-11-15", "2026-11-22", true);
        check(Cadence::Weekly, "2026-11-23", "2026-11-22", true);
        check(Cadence::Monthly, "2026-10-22", "2026-11-21", false);
        check(Cadence::Monthly, "2026-10-22", "2026-11-22", true);
        check(Cadence::Monthly, "2026-01-31", "2026-02-27", false);
        check(Cadence::Monthly, "2026-01-31", "2026-02-28", true);
        check(Cadence::Monthly, "2028-01-31", "2028-02-28", false);
        check(Cadence::Monthly, "2028-01-31", "2028-02-29", true);
        check(Cadence::Days(90), "2026-08-24", "2026-11-21", false);
        check(Cadence::Days(90), "2026-08-24", "2026-11-22", true);
        check(Cadence::Days(0), "2026-11-22", "2026-11-22", false);
    }

    fn any_cadence() -> impl Strategy<Value = Cadence> {
        prop_oneof![
            Just(Cadence::Daily),
            Just(Cadence::Weekly),
            Just(Cadence::Monthly),
            (0u16..400).prop_map(Cadence::Days),
        ]
    }

    proptest! {
        /// Once due, an item stays due on every later day until it is in order again.
        #[test]
        fn due_stays_due(cadence in any_cadence(), start in 0u64..20_000, gap in 0u64..500, more in 0u64..500) {
            let epoch: Day = "1990-01-01".parse().unwrap();
            let last = epoch + Days::new(start);
            let day = last + Days::new(gap);
            if cadence.is_due(Some(last), day) {
                prop_assert!(cadence.is_due(Some(last), day + Days::new(more)));
            }
        }

        /// A shop that is open every day and never skips meets each item once in every period: never
        /// twice on one day, never more than 31 days apart for a monthly one.
        #[test]
        fn the_gaps_are_the_period(cadence in any_cadence(), start in 0u64..20_000) {
            let mut last: Day = "1990-01-01".parse::<Day>().unwrap() + Days::new(start);
            let mut day = last;
            let mut seen = 0;
            while seen < 5 {
                day = day + Days::new(1);
                if cadence.is_due(Some(last), day) {
                    let gap = (day - last).num_days();
                    match cadence {
                        Cadence::Daily => prop_assert_eq!(gap, 1),
                        Cadence::Weekly => prop_assert_eq!(gap, 7),
                        Cadence::Monthly => prop_assert!((28..=31).contains(&gap)),
                        Cadence::Days(n) => prop_assert_eq!(gap, i64::from(n.max(1))),
                    }
                    last = day;
                    seen += 1;
                }
            }
        }
    }
}
