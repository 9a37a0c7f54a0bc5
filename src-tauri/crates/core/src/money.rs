//! Money: whole fen, never a float.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Refusal, text};

/// An amount in fen (1/100 yuan). Sums of money in this project are never anything else.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Fen(pub i64);

/// No till holds more than ten million yuan; a larger figure is a slip of the finger.
pub const MOST_FEN: i64 = 1_000_000_000;

impl Fen {
    /// Reads an amount in major units, `523.50` or `523`: ASCII digits, a dot, at most two
    /// decimals, no sign. `None` when it is anything else or above [`MOST_FEN`].
    pub fn from_major(text: &str) -> Option<Fen> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits =
            |s: &str, most| (1..=most).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole, 9) || !digits(part, 2) {
            return None;
        }
        let part: i64 = if part.len() == 1 {
            part.parse::<i64>().ok()? * 10
        } else {
            part.parse().ok()?
        };
        let fen = whole.parse::<i64>().ok()? * 100 + part;
        (fen <= MOST_FEN).then_some(Fen(fen))
    }

    /// Reads the amount of a sale as typed: as [`Fen::from_major`], but also with full-width digits, a
    /// currency sign in front and blanks around, and never nothing.
    pub fn of_sale(field: &'static str, typed: &str) -> Result<Fen, Refusal> {
        let plain = text::plain(typed).replace('。', ".");
        let bare = plain.trim().trim_start_matches(['¥', '￥']).trim();
        match Fen::from_major(bare) {
            Some(Fen(0)) => Err(Refusal::AmountNotPositive {
                field: field.to_owned(),
            }),
            Some(amount) => Ok(amount),
            None => Err(Refusal::AmountUnreadable {
                field: field.to_owned(),
            }),
        }
    }

    /// Major units with two decimals and a dot: `523.50`.
    pub fn to_major(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        format!("{sign}{}.{:02}", fen / 100, fen % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, fen: Option<i64>) {
        assert_eq!(Fen::from_major(text), fen.map(Fen), "{text:?}");
    }

    #[test]
    fn reads_amounts_as_a_person_types_them() {
        check("523.50", Some(52350));
        check("523.5", Some(52350));
        check("523", Some(52300));
        check("0", Some(0));
        check("0.05", Some(5));
        check("10000000", Some(MOST_FEN));
        check("10000000.01", None);
        check("", None);
        check(".5", None);
        check("5.", None);
        check("1.234", None);
        check("-1", None);
        check("+1", None);
        check("1e3", None);
        check("1,000", None);
        check("１２.５０", None);
        check(" 1", None);
        check("NaN", None);
        check("99999999999999999999", None);
    }

    #[test]
    fn reads_the_amount_of_a_sale() {
        let check = |typed: &str, want: Result<i64, &str>| {
            let got = Fen::of_sale("amount", typed);
            assert_eq!(
                got.map(|fen| fen.0).map_err(|r| r.code()),
                want,
                "{typed:?}"
            );
        };
        check("128", Ok(12800));
        check(" ¥ 128.00 ", Ok(12800));
        check("１２.５０", Ok(1250));
        check("￥１２．５０", Ok(1250));
        check("12。5", Ok(1250));
        check("0", Err("amount_not_positive"));
        check("0.00", Err("amount_not_positive"));
        check("-5", Err("amount_unreadable"));
        check("1e308", Err("amount_unreadable"));
        check("1,280", Err("amount_unreadable"));
        check("", Err("amount_unreadable"));
        check("99999999", Err("amount_unreadable"));
    }

    #[test]
    fn writes_what_it_reads() {
        for fen in [0, 5, 99, 100, 52350, MOST_FEN] {
            check(&Fen(fen).to_major(), Some(fen));
        }
        assert_eq!(Fen(-1250).to_major(), "-12.50");
    }
}
