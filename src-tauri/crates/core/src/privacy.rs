//! What must never be kept: whole card numbers, phone and identity numbers, and the secrets of a card.
//!
//! Every free text goes through [`kept`] before anything else sees it ([`crate::text::text`] calls it),
//! so no caller can forget it.
//!
//! | in the text | kept as | rule |
//! |---|---|---|
//! | card number | `622202******0128` | 13 to 19 digits that pass Luhn (ISO/IEC 7812-1); first six and last four stay, as PCI DSS 3.4 allows |
//! | identity number | `110105********002X` | 18 characters with a plausible date of birth (GB 11643) |
//! | mobile number | `138****5678` | 11 digits from 13 to 19, with or without 86 |
//! | landline | `010****5678` | area code, a mark between, seven or eight digits |
//! | CVV, PIN, track data | refused | PCI DSS 3.3: never kept after authorisation, not even masked |
//!
//! Digits may be full-width, and blanks, dashes, dots or invisible characters may stand between them. A
//! number begins and ends where a group of digits begins and ends: the 28 digits of a WeChat Pay order
//! hold no card number, and twelve digits of a reference number no phone number.

use crate::Refusal;

/// A stretch of digits and where it stands in the text.
struct Group {
    from: usize,
    to: usize,
    digits: String,
    /// Ends with the X of an identity number.
    ends_in_x: bool,
}

/// Takes a text as it may be kept.
///
/// # Errors
/// [`Refusal::CardSecret`] when it holds a security code, a PIN, or what a card's stripe holds.
pub fn kept(field: &'static str, text: &str) -> Result<String, Refusal> {
    refuse_secrets(field, text)?;
    Ok(mask(text))
}

/// As [`kept`], for what is printed about a bank or a company: its landlines stay, since they are what the
/// record is for.
///
/// # Errors
/// As [`kept`].
pub fn kept_of_business(field: &'static str, text: &str) -> Result<String, Refusal> {
    refuse_secrets(field, text)?;
    Ok(hide(text, false, number_in))
}

fn refuse_secrets(field: &'static str, text: &str) -> Result<(), Refusal> {
    match secret(text) {
        Some(what) => Err(Refusal::CardSecret {
            field: field.to_owned(),
            what: what.to_owned(),
        }),
        None => Ok(()),
    }
}

/// Replaces the middle of every card, phone and identity number by stars.
pub fn mask(text: &str) -> String {
    hide(text, true, number_in)
}

/// Replaces everything that could be a part of such a number, for text that is still being typed: the
/// first twelve digits of a card pass no test yet.
pub fn blot(text: &str) -> String {
    let masked = hide(text, true, |digits, ends_in_x| {
        number_in(digits, ends_in_x).or_else(|| {
            let many = (11..=19).contains(&digits.len());
            many.then_some((digits.len().min(6), 0))
        })
    });
    match secret(&masked) {
        Some(_) => masked
            .chars()
            .map(|c| if digit(c).is_some() { '*' } else { c })
            .collect(),
        None => masked,
    }
}

/// Whether these digits are those of a card or of a person, and of nothing that can be dialled.
pub(crate) fn is_personal(digits: &str) -> bool {
    digits.len() >= 13 && number_in(digits, false) == Some((6, 4))
}

/// How many digits stay in front and behind, when these digits are a number that must not be kept.
fn number_in(digits: &str, ends_in_x: bool) -> Option<(usize, usize)> {
    if is_identity(digits, ends_in_x) {
        return Some((6, 4));
    }
    let mobile = |d: &str| {
        d.len() == 11 && d.starts_with('1') && matches!(d.as_bytes().get(1), Some(b'3'..=b'9'))
    };
    if mobile(digits) {
        return Some((3, 4));
    }
    let abroad = ["86", "086", "0086"]
        .iter()
        .find_map(|country| digits.strip_prefix(country).filter(|rest| mobile(rest)))
        .map(|rest| (digits.len() - rest.len() + 3, 4));
    if abroad.is_some() {
        return abroad;
    }
    ((13..=19).contains(&digits.len()) && luhn(digits)).then_some((6, 4))
}

fn hide(
    text: &str,
    landlines: bool,
    rule: impl Fn(&str, bool) -> Option<(usize, usize)>,
) -> String {
    let groups = groups(text);
    let mut stars: Vec<(usize, usize)> = Vec::new();
    let mut first = 0;
    while first < groups.len() {
        let found = longest(text, &groups, first, landlines, &rule);
        let Some((last, hidden)) = found else {
            first += 1;
            continue;
        };
        stars.extend(hidden);
        first = last + 1;
    }
    if stars.is_empty() {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    for (from, to) in stars {
        kept.push_str(text.get(at..from).unwrap_or_default());
        kept.push('*');
        at = to;
    }
    kept.push_str(text.get(at..).unwrap_or_default());
    kept
}

/// The longest number that begins with this group: its last group, and each digit to hide.
#[allow(clippy::type_complexity, reason = "a place and a list of places")]
fn longest(
    text: &str,
    groups: &[Group],
    first: usize,
    landlines: bool,
    rule: &impl Fn(&str, bool) -> Option<(usize, usize)>,
) -> Option<(usize, Vec<(usize, usize)>)> {
    let mut digits = String::new();
    let mut found = None;
    for last in first..groups.len() {
        if last > first && !joined(text, &groups[last - 1], &groups[last]) {
            break;
        }
        digits.push_str(&groups[last].digits);
        if digits.len() > 19 {
            break;
        }
        let landline = || {
            landlines
                .then(|| landline(text, groups, first, last))
                .flatten()
        };
        if let Some(stay) = rule(&digits, groups[last].ends_in_x).or_else(landline) {
            found = Some((last, stay));
        }
    }
    let (last, (front, behind)) = found?;
    // The X of an identity number is its last place; behind any other number it is just a letter.
    let keeps_x = groups[last].ends_in_x
        && groups[first..=last]
            .iter()
            .map(|group| group.digits.len())
            .sum::<usize>()
            == 17;
    let places: Vec<(usize, usize)> = groups[first..=last]
        .iter()
        .flat_map(|group| {
            let part = text.get(group.from..group.to).unwrap_or_default();
            part.char_indices()
                .filter(|(_, c)| keeps_x || digit(*c).is_some())
                .map(|(at, c)| (group.from + at, group.from + at + c.len_utf8()))
        })
        .collect();
    let end = places.len().saturating_sub(behind);
    Some((last, places.get(front..end).unwrap_or_default().to_vec()))
}

/// An area code and a number with one mark between them, as a landline is written.
fn landline(text: &str, groups: &[Group], first: usize, last: usize) -> Option<(usize, usize)> {
    let [area, number] = groups.get(first..=last)? else {
        return None;
    };
    let two = matches!(
        area.digits.as_str(),
        "010" | "020" | "021" | "022" | "023" | "024" | "025" | "027" | "028" | "029"
    );
    let three = area.digits.len() == 4
        && area.digits.starts_with('0')
        && matches!(area.digits.as_bytes().get(1), Some(b'3'..=b'9'));
    let between = text.get(area.to..number.from)?;
    let fits = (two || three)
        && (7..=8).contains(&number.digits.len())
        && !number.digits.starts_with(['0', '1'])
        && between.chars().count() == 1;
    fits.then_some((area.digits.len(), 4))
}

/// Nothing but marks that people and screens put between the digits of one number.
fn joined(text: &str, one: &Group, next: &Group) -> bool {
    if one.ends_in_x {
        return false;
    }
    only_marks(text.get(one.to..next.from).unwrap_or_default())
}

fn only_marks(between: &str) -> bool {
    between.chars().take(4).count() <= 3 && between.chars().all(is_between)
}

fn is_between(c: char) -> bool {
    c.is_whitespace()
        || is_invisible(c)
        || matches!(
            c,
            '-' | '.' | '_' | '·' | '•' | '/' | '－' | '．' | '＿' | '／' | '、' | '\u{2010}'
                ..='\u{2015}' | '\u{2212}' | '~'
        )
}

/// Characters that take no room on the screen: Unicode's Default_Ignorable_Code_Point, zero-width ones, the
/// soft hyphen, variation selectors and the byte order mark among them.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFF8}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// A decimal digit: ASCII, full-width, or of the mathematical and circled-free sets that render as one.
fn digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => return Some(c),
        '０'..='９' => c as u32 - '０' as u32,
        '٠'..='٩' => c as u32 - '٠' as u32,
        '۰'..='۹' => c as u32 - '۰' as u32,
        '\u{1D7CE}'..='\u{1D7FF}' => (c as u32 - 0x1D7CE) % 10,
        _ => return None,
    };
    char::from_digit(value, 10)
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, c) in text.char_indices() {
        let to = at + c.len_utf8();
        let behind_marks = groups.last().is_some_and(|group| {
            !group.ends_in_x
                && group.to < at
                && only_marks(text.get(group.to..at).unwrap_or_default())
        });
        let open = groups.last_mut().filter(|group| group.to == at);
        match (digit(c), open) {
            (Some(d), Some(group)) if !group.ends_in_x => {
                group.digits.push(d);
                group.to = to;
            }
            (Some(d), _) => groups.push(Group {
                from: at,
                to,
                digits: d.to_string(),
                ends_in_x: false,
            }),
            (None, Some(group)) if is_last_x(text, c, to) => {
                group.ends_in_x = true;
                group.to = to;
            }
            // The X may stand behind a mark as any other place does: a group without digits of its own.
            (None, None) if behind_marks && is_last_x(text, c, to) => groups.push(Group {
                from: at,
                to,
                digits: String::new(),
                ends_in_x: true,
            }),
            _ => {}
        }
    }
    groups
}

/// Only the last place of an identity number can be an X; with a letter after it, it begins a word.
fn is_last_x(text: &str, c: char, to: usize) -> bool {
    let next = text.get(to..).and_then(|rest| rest.chars().next());
    matches!(c, 'x' | 'X' | 'ｘ' | 'Ｘ') && !next.is_some_and(|next| next.is_ascii_alphanumeric())
}

/// GB 11643: six digits of place, eight of birth, three of order, one to check (0 to 9 or X).
fn is_identity(digits: &str, ends_in_x: bool) -> bool {
    let length = digits.len() + usize::from(ends_in_x);
    if length != 18 {
        return false;
    }
    let number = |range: std::ops::Range<usize>| {
        digits
            .get(range)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or(0)
    };
    (11..=91).contains(&number(0..2))
        && (1880..=2099).contains(&number(6..10))
        && (1..=12).contains(&number(10..12))
        && (1..=31).contains(&number(12..14))
}

/// ISO/IEC 7812-1, annex B.
pub(crate) fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let value = u32::from(byte.saturating_sub(b'0'));
            match (place % 2, value * 2) {
                (0, _) => value,
                (_, twice) if twice > 9 => twice - 9,
                (_, twice) => twice,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// What kind of secret a text holds: `track`, `security_code` or `pin`.
fn secret(text: &str) -> Option<&'static str> {
    let plain: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .flat_map(|c| digit(c).unwrap_or(c).to_lowercase())
        .collect();
    if holds_track(&plain) {
        return Some("track");
    }
    let after = |words: &[&str], shortest: usize, longest: usize| {
        words.iter().any(|word| {
            plain.match_indices(word).any(|(at, _)| {
                let before = plain.get(..at).unwrap_or_default().chars().next_back();
                let whole = !word.is_ascii() || !before.is_some_and(|c| c.is_ascii_alphanumeric());
                whole
                    && value_after(
                        plain.get(at + word.len()..).unwrap_or_default(),
                        shortest,
                        longest,
                    )
            })
        })
    };
    if after(SECURITY_CODE, 3, 4) {
        return Some("security_code");
    }
    after(PIN, 4, 6).then_some("pin")
}

/// What the code beside the signature is called.
const SECURITY_CODE: &[&str] = &[
    "cvv2",
    "cvc2",
    "cvn2",
    "cid",
    "cvv",
    "cvc",
    "cvn",
    "security code",
    "安全码",
    "校验码",
    "验证码后三位",
    "后三位",
    "背面三位",
    "背面3位",
];
/// What people call a card's PIN.
const PIN: &[&str] = &[
    "pin",
    "pin码",
    "密码",
    "取款密码",
    "支付密码",
    "口令",
    "passcode",
    "password",
];

/// A number of so many digits, with no more than a few joining words in front of it.
fn value_after(rest: &str, shortest: usize, longest: usize) -> bool {
    const JOINING: [&str; 8] = ["code", "number", "no.", "is", "是", "为", "码", "号"];
    let mut rest = rest.trim_start_matches(is_joining);
    while let Some(shorter) = JOINING.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter.trim_start_matches(is_joining);
    }
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    (shortest..=longest).contains(&digits)
}

fn is_joining(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ':' | '：' | '=' | '＝' | '-' | '"' | '“' | '(' | '（' | '#'
        )
}

/// Track 1 (`%B…^…^`) or track 2 (`;…=YYMM…`, or with D as a chip writes it), ISO/IEC 7813.
fn holds_track(plain: &str) -> bool {
    groups(plain).iter().any(|group| {
        let many = (13..=19).contains(&group.digits.len());
        let mut rest = plain.get(group.to..).unwrap_or_default().chars();
        let follows = match rest.next() {
            Some('=' | 'd') => rest.take(4).filter(char::is_ascii_digit).count() == 4,
            Some('^') => true,
            _ => false,
        };
        many && !group.ends_in_x && follows
    })
}

#[cfg(test)]
#[path = "privacy_tests.rs"]
mod tests;
