//! What people may type: their text is data everywhere, and evidence must read as it was written.

use crate::{Refusal, privacy};

/// Characters in a note; a page of small print, far more than a till ever needs.
pub const NOTE_LIMIT: usize = 4_000;
/// Characters in a name (shop, till, staff, file).
pub const NAME_LIMIT: usize = 80;

/// Takes a text field as typed: line ends become `\n`, spaces at both ends go, and whole card, phone and
/// identity numbers lose their middle ([`privacy`]).
///
/// Refused are more than `limit` characters, control characters other than line break and tab (NUL
/// among them), and the marks that reorder text on screen (U+202A–202E, U+2066–2069): with those a
/// note can show something else than it holds. Right-to-left letters and emoji are welcome.
pub fn text(field: &'static str, typed: &str, limit: usize) -> Result<String, Refusal> {
    privacy::kept(field, &readable(field, typed, limit)?)
}

/// As [`text`], for what is printed about a bank or a company: its landlines stay as they are.
pub fn of_business(field: &'static str, typed: &str, limit: usize) -> Result<String, Refusal> {
    privacy::kept_of_business(field, &readable(field, typed, limit)?)
}

fn readable(field: &'static str, typed: &str, limit: usize) -> Result<String, Refusal> {
    let length = typed.chars().count();
    if length > limit {
        return Err(Refusal::NoteTooLong { limit, length });
    }
    let text = typed.replace("\r\n", "\n");
    let reorders = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if text
        .chars()
        .any(|c| (c.is_control() && c != '\n' && c != '\t') || reorders(c))
    {
        return Err(Refusal::TextHasControl {
            field: field.to_owned(),
        });
    }
    Ok(text.trim().to_owned())
}

/// Digits, letters and dashes that name something to a bank: a merchant, a terminal, a sale. `None` when
/// nothing was typed.
///
/// Full-width characters become plain ones and blanks go. A card number is refused: none of these is one.
/// (A wallet's partner number may look like one: Alipay's begins with 2088.)
pub fn number(
    field: &'static str,
    typed: &str,
    fits: impl Fn(&str) -> bool,
) -> Result<String, Refusal> {
    let number: String = plain(typed)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let unreadable = || Refusal::NumberUnreadable {
        field: field.to_owned(),
    };
    if number.is_empty() {
        return Ok(number);
    }
    let good = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let card =
        privacy::mask(&number) != number && number.len() >= 16 && !number.starts_with("2088");
    if number.len() > 32 || !number.chars().all(good) || !fits(&number) || card {
        return Err(unreadable());
    }
    Ok(number.to_ascii_uppercase())
}

/// A number to dial: digits with `+`, blanks, dashes and brackets, as it is printed. Empty when nothing was
/// typed. Mobile numbers and landlines are what it is for, and stay; a card or identity number is refused.
pub fn dial(field: &'static str, typed: &str) -> Result<String, Refusal> {
    let number = plain(typed.trim());
    let good =
        |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '(' | ')' | ',' | '#' | '*');
    // Several stars are a number that was masked in a draft; nobody could dial it.
    if number.contains("**") {
        return Err(Refusal::NumberUnreadable {
            field: field.to_owned(),
        });
    }
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let dials = (3..=18).contains(&digits.len()) && number.len() <= 32;
    if number.is_empty() || (number.chars().all(good) && dials && !privacy::is_personal(&digits)) {
        return Ok(number);
    }
    Err(Refusal::NumberUnreadable {
        field: field.to_owned(),
    })
}

/// Full-width ASCII, as a Chinese keyboard writes it, as plain ASCII.
pub fn plain(typed: &str) -> String {
    let plain = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    };
    typed.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, kept: Result<&str, &str>) {
        let got = text("note", typed, NOTE_LIMIT);
        match (&got, kept) {
            (Ok(got), Ok(kept)) => assert_eq!(got, kept),
            (Err(refusal), Err(code)) => assert_eq!(refusal.code(), code, "{typed:?}"),
            _ => panic!("{typed:?}: {got:?}, expected {kept:?}"),
        }
    }

    #[test]
    fn numbers_name_things_and_are_no_cards() {
        let check = |typed: &str, kept: Result<&str, &str>| {
            let got = number("merchant_no", typed, |n| n.len() <= 20);
            assert_eq!(got.as_deref().map_err(Refusal::code), kept, "{typed:?}");
        };
        check(" 8221 0005 8120 117 ", Ok("822100058120117"));
        check("ａ１２", Ok("A12"));
        check("", Ok(""));
        check("2088102146225135", Ok("2088102146225135"));
        check("4111111111111111", Err("number_unreadable"));
        check("a/b", Err("number_unreadable"));
        check("1\u{202E}2", Err("number_unreadable"));
        check("123456789012345678901", Err("number_unreadable"));
    }

    #[test]
    fn s13_hotlines_are_kept_as_printed() {
        let check = |typed: &str, kept: Result<&str, &str>| {
            assert_eq!(
                dial("hotline", typed).as_deref().map_err(Refusal::code),
                kept
            );
        };
        check("95516", Ok("95516"));
        check("400-821-1234", Ok("400-821-1234"));
        check("＋８６ 21 1234 5678", Ok("+86 21 1234 5678"));
        check("13812345678", Ok("13812345678"));
        check("", Ok(""));
        check("12", Err("number_unreadable"));
        check("call me", Err("number_unreadable"));
    }

    #[test]
    fn text_is_kept_as_typed_or_refused() {
        check("  纸卡住了 🧾\r\n换了一卷  ", Ok("纸卡住了 🧾\n换了一卷"));
        check("שלום, مرحبا", Ok("שלום, مرحبا"));
        check("👩‍👩‍👧", Ok("👩‍👩‍👧"));
        check("卡 4111111111111111", Ok("卡 411111******1111"));
        check("CVV 123", Err("card_secret"));
        check("a\tb", Ok("a\tb"));
        check("", Ok(""));
        check("a\0b", Err("text_has_control"));
        check("a\u{1b}[31mb", Err("text_has_control"));
        check("a\u{85}b", Err("text_has_control"));
        check("gpj.\u{202E}exe", Err("text_has_control"));
        check("\u{2066}x\u{2069}", Err("text_has_control"));
        check(&"字".repeat(NOTE_LIMIT), Ok(&"字".repeat(NOTE_LIMIT)));
        check(&"字".repeat(NOTE_LIMIT + 1), Err("note_too_long"));
        check(&"x".repeat(100_000), Err("note_too_long"));
    }
}
