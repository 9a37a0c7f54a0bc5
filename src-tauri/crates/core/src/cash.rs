//! Counting the drawer by denomination.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::{Fen, MOST_FEN};

/// Notes and coins of the yuan, largest first, in fen: 100 50 20 10 5 1, and 1 0.5 0.1 as coins
/// (the one-yuan note and coin are counted together).
pub const CNY_DENOMINATIONS_FEN: [i64; 8] = [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10];

/// What counts as small change: pieces up to ten yuan.
pub const SMALL_CHANGE_FROM_FEN: i64 = 1_000;

/// Most pieces of one denomination that a count takes.
const MOST_PIECES: u32 = 100_000;

/// One count of one drawer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CashCount {
    /// The sum.
    pub total_fen: Fen,
    /// Pieces by denomination in fen, when they were counted one by one; `None` for a bare total.
    #[ts(type = "Record<string, number> | null")]
    pub counts: Option<BTreeMap<i64, u32>>,
}

/// What the drawer should hold in the morning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Float {
    /// The sum to start the day with.
    pub target_fen: Fen,
    /// How far from it a count may be without a reason.
    pub tolerance_fen: Fen,
    /// The least in pieces up to ten yuan.
    pub change_min_fen: Fen,
}

impl Float {
    /// 500 yuan, give or take 20, at least 100 of it small.
    pub const DEFAULT: Float = Float {
        target_fen: Fen(50_000),
        tolerance_fen: Fen(2_000),
        change_min_fen: Fen(10_000),
    };

    /// Whether all three sums are amounts a drawer can hold.
    pub fn is_sensible(&self) -> bool {
        [self.target_fen, self.tolerance_fen, self.change_min_fen]
            .iter()
            .all(|fen| (0..=MOST_FEN).contains(&fen.0))
    }
}

impl CashCount {
    /// Reads a total in major units (`523.50`) or pieces by denomination (`100x5 10x3 0.5x2`);
    /// `None` for anything else: an unknown denomination, one named twice, a sign, too much.
    pub fn parse(text: &str) -> Option<CashCount> {
        if !text.contains(['x', 'X', '×']) {
            let total_fen = Fen::from_major(text.trim())?;
            return Some(CashCount {
                total_fen,
                counts: None,
            });
        }
        let mut counts = BTreeMap::new();
        for part in text.split_whitespace() {
            let (denomination, pieces) = part.split_once(['x', 'X', '×'])?;
            let fen = Fen::from_major(denomination)?.0;
            let all_digits = !pieces.is_empty() && pieces.bytes().all(|b| b.is_ascii_digit());
            let pieces = pieces
                .parse()
                .ok()
                .filter(|n| all_digits && *n <= MOST_PIECES)?;
            if !CNY_DENOMINATIONS_FEN.contains(&fen) || counts.insert(fen, pieces).is_some() {
                return None;
            }
        }
        let total: i64 = counts.iter().map(|(fen, n)| fen * i64::from(*n)).sum();
        (total <= MOST_FEN).then_some(CashCount {
            total_fen: Fen(total),
            counts: Some(counts),
        })
    }

    /// The part of it in pieces up to ten yuan; `None` when only a total is known.
    pub fn small_change(&self) -> Option<Fen> {
        let small = |(fen, n): (&i64, &u32)| {
            if *fen <= SMALL_CHANGE_FROM_FEN {
                fen * i64::from(*n)
            } else {
                0
            }
        };
        Some(Fen(self.counts.as_ref()?.iter().map(small).sum()))
    }

    /// Whether the total is within the float's tolerance.
    pub fn on_target(&self, float: &Float) -> bool {
        (self.total_fen.0 - float.target_fen.0).abs() <= float.tolerance_fen.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, total: Option<i64>, small: Option<i64>) {
        let got = CashCount::parse(text);
        assert_eq!(got.as_ref().map(|c| c.total_fen.0), total, "{text:?}");
        let got_small = got.and_then(|c| c.small_change()).map(|f| f.0);
        assert_eq!(got_small, small, "{text:?}");
    }

    #[test]
    fn counts_are_read_by_total_or_by_piece() {
        check("523.50", Some(52_350), None);
        check(" 523.50 ", Some(52_350), None);
        check("100x5 10x3", Some(53_000), Some(3_000));
        check(
            "100×4 50x1 20X1 10x2 5x2 1x20 0.5x6 0.1x5",
            Some(52_350),
            Some(5_350),
        );
        check("100x0", Some(0), Some(0));
        check("100x5 100x1", None, None);
        check("7x1", None, None);
        check("100x", None, None);
        check("x5", None, None);
        check("100x-1", None, None);
        check("100x+1", None, None);
        check("100x999999999999", None, None);
        check("100x100000 50x100000", None, None);
        check("-5", None, None);
        check("abc", None, None);
        check("", None, None);
    }

    #[test]
    fn tolerance_counts_both_ways() {
        let count = |total| CashCount {
            total_fen: Fen(total),
            counts: None,
        };
        for (total, on) in [
            (50_000, true),
            (52_000, true),
            (48_000, true),
            (52_001, false),
            (47_999, false),
        ] {
            assert_eq!(count(total).on_target(&Float::DEFAULT), on, "{total}");
        }
    }
}
