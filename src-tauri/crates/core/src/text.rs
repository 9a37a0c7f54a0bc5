//! What people may type: their text is data everywhere, and evidence must read as it was written.

use crate::Refusal;

/// Characters in a note; a page of small print, far more than a till ever needs.
pub const NOTE_LIMIT: usize = 4_000;
/// Characters in a name (shop, till, staff, file).
pub const NAME_LIMIT: usize = 80;

/// Takes a text field as typed: line ends become `\n`, spaces at both ends go.
///
/// Refused are more than `limit` characters, control characters other than line break and tab (NUL
/// among them), and the marks that reorder text on screen (U+202A–202E, U+2066–2069): with those a
/// note can show something else than it holds. Right-to-left letters and emoji are welcome.
pub fn text(field: &'static str, typed: &str, limit: usize) -> Result<String, Refusal> {
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
    fn text_is_kept_as_typed_or_refused() {
        check("  纸卡住了 🧾\r\n换了一卷  ", Ok("纸卡住了 🧾\n换了一卷"));
        check("שלום, مرحبا", Ok("שלום, مرحبا"));
        check("👩‍👩‍👧", Ok("👩‍👩‍👧"));
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
