//! Anchors: what ties a checkpoint to something outside the owner's hands.
//!
//! A ledger alone proves order and wholeness only as far as its last anchor. There are two kinds: a token of a timestamp
//! service, and a short code of the checkpoint that was printed, sent or read out to somebody.
//!
//! # The short code
//! 28 characters in seven groups of four, `7K2M-…`, in Crockford's base 32 (no I, L, O, U). The first 26 are the leading
//! 130 bits of SHA-256 over the checkpoint's three lines (origin, size, root, as they are signed), the last two check the
//! others: a Reed–Solomon code over GF(32), which shows every one or two wrong characters and every two that changed
//! places. 130 bits: whoever wanted two ledgers with one code would have to try 2^65 of them.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters that carry the digest.
const CARRIED: usize = 26;
/// Characters that check them.
const CHECKS: usize = 2;
const GROUP: usize = 4;

/// Which state of which log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Covered {
    /// The epoch.
    pub epoch: u32,
    /// Entries in it.
    #[ts(type = "number")]
    pub size: u64,
    /// The root over them, 64 hex digits.
    pub root: String,
}

/// How a short code left the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// On paper, such as a daily slip.
    Printed,
    /// In a message or a letter.
    Sent,
    /// By telephone or in person.
    ReadOut,
}

/// The short code of a checkpoint left the shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnchorGiven {
    /// What it covers.
    #[serde(flatten)]
    pub covered: Covered,
    /// The code, in groups.
    pub code: String,
    /// How it left.
    pub way: Way,
    /// Who got it, as somebody wrote.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub to: String,
}

/// A timestamp service vouched for a checkpoint, and its answer was checked before this was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnchorStamped {
    /// What it covers.
    #[serde(flatten)]
    pub covered: Covered,
    /// The signed note whose bytes were stamped.
    pub note: String,
    /// The token (RFC 3161), DER in base64.
    pub token: String,
    /// RFC 3339 UTC: the time in the token.
    pub stamped_at: String,
    /// Who signed it, by the certificate.
    pub authority: String,
}

/// Why a typed code is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CodeError {
    /// It has not 28 characters of the alphabet.
    #[error("not 28 letters and digits")]
    Shape,
    /// Its last two characters do not check the others.
    #[error("mistyped")]
    Mistyped,
}

/// The code of a checkpoint, from the SHA-256 of its three lines.
#[must_use]
pub fn code(digest: &[u8; 32]) -> String {
    let mut symbols: Vec<u8> = (0..CARRIED).map(|n| five_bits(digest, n)).collect();
    let checks = checks(&symbols);
    symbols.extend(checks);
    let letters: Vec<char> = symbols
        .iter()
        .map(|&symbol| char::from(ALPHABET[usize::from(symbol)]))
        .collect();
    let groups: Vec<String> = letters
        .chunks(GROUP)
        .map(|group| group.iter().collect())
        .collect();
    groups.join("-")
}

/// A code as it was typed or heard, written as [`code`] writes it: small letters, blanks, dashes, and the letters that are
/// easily taken for digits do not matter.
///
/// # Errors
/// What is wrong with it.
pub fn read(typed: &str) -> Result<String, CodeError> {
    let mut symbols = Vec::with_capacity(CARRIED + CHECKS);
    for letter in typed.chars().filter(|c| !c.is_whitespace() && !is_dash(*c)) {
        let meant = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let symbol = ALPHABET
            .iter()
            .position(|&known| char::from(known) == meant);
        symbols.push(
            symbol
                .and_then(|n| u8::try_from(n).ok())
                .ok_or(CodeError::Shape)?,
        );
        if symbols.len() > CARRIED + CHECKS {
            return Err(CodeError::Shape);
        }
    }
    if symbols.len() != CARRIED + CHECKS {
        return Err(CodeError::Shape);
    }
    if checks(&symbols[..CARRIED]) != symbols[CARRIED..] {
        return Err(CodeError::Mistyped);
    }
    let letters: Vec<char> = symbols
        .iter()
        .map(|&symbol| char::from(ALPHABET[usize::from(symbol)]))
        .collect();
    let groups: Vec<String> = letters
        .chunks(GROUP)
        .map(|group| group.iter().collect())
        .collect();
    Ok(groups.join("-"))
}

/// Every dash that an input method or a printer puts there.
fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FF0D}'
    )
}

/// The `n`-th five bits from the left.
fn five_bits(digest: &[u8; 32], n: usize) -> u8 {
    (0..5).fold(0, |symbol, bit| {
        let at = 5 * n + bit;
        (symbol << 1) | ((digest[at / 8] >> (7 - at % 8)) & 1)
    })
}

/// The remainder of the message times x² by (x + 2)(x + 4), whose roots are two powers in a row of the field's
/// generator 2: any two codes of at most 31 characters then differ in three.
fn checks(symbols: &[u8]) -> [u8; CHECKS] {
    symbols.iter().fold([0, 0], |[high, low], &symbol| {
        let out = high ^ symbol;
        [low ^ times(out, 6), times(out, 8)]
    })
}

/// Multiplies in GF(32) over x⁵ + x² + 1.
fn times(a: u8, b: u8) -> u8 {
    let product = (0..5)
        .filter(|bit| (b >> bit) & 1 == 1)
        .fold(0u16, |sum, bit| sum ^ (u16::from(a) << bit));
    let reduced = (5..9)
        .rev()
        .fold(product, |rest, bit| match (rest >> bit) & 1 {
            1 => rest ^ (0b10_0101 << (bit - 5)),
            _ => rest,
        });
    (reduced & 31) as u8
}

#[cfg(test)]
#[path = "anchor_tests.rs"]
mod tests;
