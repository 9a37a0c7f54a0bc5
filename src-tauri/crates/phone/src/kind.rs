//! What a file is, by its first bytes. Names and what a browser says about a file are wishes.

use serde::Serialize;
use ts_rs::TS;

/// How many bytes [`Kind::of`] wants to see.
pub(crate) const FIRST: usize = 12;

/// The kinds of file that are passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A photo, as most phones keep it.
    Jpeg,
    /// A screenshot.
    Png,
    /// A picture out of a chat.
    Webp,
    /// A photo, as newer phones keep it. Few programs can show it.
    Heic,
    /// A document.
    Pdf,
}

/// What HEIC files name as their main brand: single pictures, sequences, and the two brands for any HEIF.
const HEIF_BRANDS: [&[u8; 4]; 10] = [
    b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1",
];

impl Kind {
    /// The kind that begins like this, if it is one of those passed on.
    #[must_use]
    pub fn of(first: &[u8]) -> Option<Self> {
        if first.starts_with(b"\xFF\xD8\xFF") {
            return Some(Self::Jpeg);
        }
        if first.starts_with(b"\x89PNG\r\n\x1A\n") {
            return Some(Self::Png);
        }
        if first.starts_with(b"%PDF-") {
            return Some(Self::Pdf);
        }
        let (form, brand) = (first.get(4..8)?, first.get(8..FIRST)?);
        if first.starts_with(b"RIFF") && brand == b"WEBP" {
            return Some(Self::Webp);
        }
        let heif = form == b"ftyp" && HEIF_BRANDS.iter().any(|known| brand == *known);
        heif.then_some(Self::Heic)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(first: &[u8], kind: Option<Kind>) {
        assert_eq!(Kind::of(first), kind, "{first:?}");
    }

    #[test]
    fn first_bytes_decide() {
        check(b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01", Some(Kind::Jpeg));
        check(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", Some(Kind::Png));
        check(b"RIFF\x24\0\0\0WEBPVP8 ", Some(Kind::Webp));
        check(b"\0\0\0\x18ftypheic\0\0\0\0", Some(Kind::Heic));
        check(b"\0\0\0\x1Cftypmif1\0\0\0\0", Some(Kind::Heic));
        check(b"%PDF-1.7\n%\xE2\xE3", Some(Kind::Pdf));
        // Enough is enough: the short marks need no twelve bytes.
        check(b"%PDF-", Some(Kind::Pdf));
        check(b"\xFF\xD8\xFF", Some(Kind::Jpeg));
    }

    #[test]
    fn everything_else_stays_outside() {
        check(b"", None);
        check(b"\xFF\xD8", None);
        check(b"<!doctype html><script>", None);
        check(b"GIF89a\x01\0\x01\0\0\0", None);
        check(b"RIFF\x24\0\0\0WAVEfmt ", None);
        check(b"\0\0\0\x18ftypmp42\0\0\0\0", None);
        check(b"\0\0\0\x18ftypavif\0\0\0\0", None);
        check(b"MZ\x90\0\x03\0\0\0\x04\0\0\0", None);
        check(b"PK\x03\x04\x14\0\0\0\x08\0\0\0", None);
        check(b" %PDF-1.7\n\n\n", None);
        check(b"\x89PNG\n\x1A\n\0\0\0\rI", None);
        check(b"RIFF\x24\0\0\0WEB", None);
    }
}
