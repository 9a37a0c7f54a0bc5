//! A card as a slip shows it: first six and last four digits, never more.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Refusal, text};

/// A masked card number, written `622202******0128`, or `****0128` where only its end is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct CardMask(String);

impl CardMask {
    /// Reads what was typed: six and four with anything but digits between, the last four alone, or a
    /// whole number, of which only six and four are kept. `None` when nothing was typed.
    pub fn read(typed: &str) -> Result<Option<CardMask>, Refusal> {
        let plain = text::plain(typed);
        let typed = plain.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let is_mask = |c: char| c.is_ascii_digit() || c.is_whitespace() || "*xX.-·•…_/".contains(c);
        let hidden = |c: char| "*xX.·•…_".contains(c);
        if typed.chars().count() > 40 || !typed.chars().all(is_mask) {
            return Err(Refusal::CardUnreadable {});
        }
        let digits: Vec<char> = typed.chars().filter(char::is_ascii_digit).collect();
        let part = |range: std::ops::Range<usize>| digits.get(range).map(String::from_iter);
        let end = part(digits.len().saturating_sub(4)..digits.len()).unwrap_or_default();
        let mask = match digits.len() {
            4 => format!("****{end}"),
            10 if typed.chars().any(hidden) || typed.contains([' ', '-', '/']) => {
                format!("{}******{end}", part(0..6).unwrap_or_default())
            }
            13..=19 => format!("{}******{end}", part(0..6).unwrap_or_default()),
            _ => return Err(Refusal::CardUnreadable {}),
        };
        Ok(Some(CardMask(mask)))
    }

    /// The last four digits.
    pub fn last_four(&self) -> &str {
        self.0
            .get(self.0.len().saturating_sub(4)..)
            .unwrap_or_default()
    }

    /// As it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether both can be the same card: the parts that both know agree.
    pub fn may_be(&self, other: &CardMask) -> bool {
        let first = |mask: &CardMask| mask.0.split_once('*').map(|(first, _)| first.to_owned());
        let (one, two) = (
            first(self).unwrap_or_default(),
            first(other).unwrap_or_default(),
        );
        self.last_four() == other.last_four() && (one.is_empty() || two.is_empty() || one == two)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, kept: Result<Option<&str>, &str>) {
        let got = CardMask::read(typed);
        let shown = got.as_ref().map(|card| card.as_ref().map(CardMask::as_str));
        assert_eq!(shown.map_err(Refusal::code), kept, "{typed:?}");
    }

    #[test]
    fn s27_a_card_is_six_and_four() {
        check("", Ok(None));
        check("6620", Ok(Some("****6620")));
        check("****6620", Ok(Some("****6620")));
        check("６６２０", Ok(Some("****6620")));
        check("622202******0128", Ok(Some("622202******0128")));
        check("622202 **** 0128", Ok(Some("622202******0128")));
        check("6222 02xx xxxx 0128", Ok(Some("622202******0128")));
        check("6222021234567890128", Ok(Some("622202******0128")));
        check("4111 1111 1111 1111", Ok(Some("411111******1111")));
        check("622202 0128", Ok(Some("622202******0128")));
        for typed in [
            "1",
            "12345",
            "6222020128",
            "card",
            "6620; DROP",
            "62220212345678901234",
            "\0",
        ] {
            check(typed, Err("card_unreadable"));
        }
    }

    #[test]
    fn cards_are_compared_by_what_is_known() {
        let card = |typed: &str| CardMask::read(typed).unwrap().unwrap();
        assert!(card("0128").may_be(&card("622202 0128")));
        assert!(!card("0129").may_be(&card("622202 0128")));
        assert!(!card("622203 0128").may_be(&card("622202 0128")));
    }
}
