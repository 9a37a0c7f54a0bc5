//! How a note is written: its characters, its names, its blank line and its signature lines.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::LedgerError;

/// A checkpoint is a few hundred bytes; a note of a megabyte is an attack.
pub(super) const MOST_BYTES: usize = 1_000_000;

/// Whether a key may have this name: not empty, no space of any kind, no plus, no control character.
pub(crate) fn check_name(name: &str) -> Result<(), LedgerError> {
    let unfit = |c: char| c.is_whitespace() || c.is_control() || c == '+';
    if name.is_empty() || name.contains(unfit) {
        return Err(LedgerError::NameUnfit { name: name.into() });
    }
    Ok(())
}

/// The note's text, up to and with its last newline, and its signature lines.
pub(super) fn split(note: &str) -> Result<(&str, &str), LedgerError> {
    if note.len() > MOST_BYTES {
        return malformed("it is too long");
    }
    check_characters(note)?;
    let Some(blank) = note.rfind("\n\n") else {
        return malformed("no blank line parts text and signatures");
    };
    let (text, lines) = (&note[..=blank], &note[blank + 2..]);
    if lines.is_empty() {
        return malformed("it has no signature");
    }
    if !lines.ends_with('\n') {
        return malformed("its last line is cut off");
    }
    Ok((text, lines))
}

/// The name and the decoded bytes of one signature line.
pub(super) fn signature_line(line: &str) -> Result<(&str, Vec<u8>), LedgerError> {
    let Some((name, encoded)) = line
        .strip_prefix("— ")
        .and_then(|rest| rest.split_once(' '))
    else {
        return malformed("a signature line is not written as one");
    };
    if check_name(name).is_err() {
        return malformed("a signature has an unfit name");
    }
    match STANDARD.decode(encoded) {
        Ok(bytes) if bytes.len() > 4 => Ok((name, bytes)),
        _ => malformed("a signature is not base64 of a key id and more"),
    }
}

/// The format allows no ASCII control character but the newline.
pub(super) fn check_characters(text: &str) -> Result<(), LedgerError> {
    if text.bytes().any(|byte| byte < b' ' && byte != b'\n') {
        return malformed("it has a control character");
    }
    Ok(())
}

pub(super) fn malformed<T>(why: &'static str) -> Result<T, LedgerError> {
    Err(LedgerError::NoteMalformed { why })
}
