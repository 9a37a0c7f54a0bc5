//! What a file is, by its first bytes and never by its name.

/// The kinds of file that a shop attaches. Only the first three are ever decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A JPEG, as phones and chats make them.
    Jpeg,
    /// A PNG, mostly a screenshot.
    Png,
    /// A WebP.
    Webp,
    /// A HEIC or HEIF photo, as iPhones make them: kept, its facts read, never decoded.
    Heic,
    /// A PDF: kept, never drawn here.
    Pdf,
    /// Anything else, pages and drawings with scripts among it.
    Unknown,
}

impl Kind {
    /// The media type, `application/octet-stream` for what is unknown, so that no viewer guesses on.
    pub fn mime(self) -> &'static str {
        match self {
            Kind::Jpeg => "image/jpeg",
            Kind::Png => "image/png",
            Kind::Webp => "image/webp",
            Kind::Heic => "image/heic",
            Kind::Pdf => "application/pdf",
            Kind::Unknown => "application/octet-stream",
        }
    }

    /// Whether a copy to look at can be made of it.
    pub fn showable(self) -> bool {
        matches!(self, Kind::Jpeg | Kind::Png | Kind::Webp)
    }
}

/// The signature of a PNG (PNG specification, 5.2).
pub(crate) const PNG_SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// Brands of HEIF files that hold HEVC pictures or do not say what they hold (ISO/IEC 23008-12, annex B).
const HEIC_BRANDS: [&[u8]; 8] = [
    b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1",
];

/// What the file is that begins with these bytes; 64 of them are enough.
pub fn kind_of(first_bytes: &[u8]) -> Kind {
    if first_bytes.starts_with(b"\xff\xd8\xff") {
        Kind::Jpeg
    } else if first_bytes.starts_with(&PNG_SIGNATURE) {
        Kind::Png
    } else if first_bytes.starts_with(b"RIFF") && first_bytes.get(8..12) == Some(b"WEBP") {
        Kind::Webp
    } else if first_bytes.starts_with(b"%PDF-") {
        Kind::Pdf
    } else if first_bytes.get(4..8) == Some(b"ftyp") && is_heic(first_bytes) {
        Kind::Heic
    } else {
        Kind::Unknown
    }
}

/// Reads the brands of the `ftyp` box: the major one, and after four bytes of version the compatible ones. AVIF names
/// `mif1` as well and is something else.
fn is_heic(first_bytes: &[u8]) -> bool {
    let stated = first_bytes
        .first_chunk()
        .map_or(0, |size| u32::from_be_bytes(*size) as usize);
    let end = stated.min(first_bytes.len()).min(64);
    let major = first_bytes.get(8..12).unwrap_or_default();
    let compatible = first_bytes.get(16..end).unwrap_or_default();
    let brands = || std::iter::once(major).chain(compatible.chunks_exact(4));
    brands().any(|brand| HEIC_BRANDS.contains(&brand))
        && !brands().any(|brand| brand == b"avif" || brand == b"avis")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_say_what_it_is() {
        let check = |bytes: &[u8], kind: Kind, mime: &str| {
            assert_eq!((kind_of(bytes), kind.mime()), (kind, mime), "{bytes:?}");
        };
        check(b"\xff\xd8\xff\xe0", Kind::Jpeg, "image/jpeg");
        check(b"\x89PNG\r\n\x1a\n\0", Kind::Png, "image/png");
        check(b"RIFF\x04\0\0\0WEBPVP8 ", Kind::Webp, "image/webp");
        check(b"%PDF-1.7\n", Kind::Pdf, "application/pdf");
        let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
        check(heic, Kind::Heic, "image/heic");
        check(b"\0\0\0\x14ftypmif1\0\0\0\0mif1", Kind::Heic, "image/heic");
        let unknown: [&[u8]; 12] = [
            b"",
            b"\xff\xd8",
            b"\xff",
            b"GIF89a\x01\0\x01\0",
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            b"<!doctype html><script>alert(1)</script>",
            b"RIFF\x04\0\0\0WAVEfmt ",
            b"BM\x36\0\0\0",
            b"\0\0\0\x18ftypavif\0\0\0\0mif1miaf",
            b"\0\0\0\x18ftypisom\0\0\0\0isommp42",
            b"\0\0\0\x08ftyp",
            b" \x89PNG\r\n\x1a\n",
        ];
        for bytes in unknown {
            check(bytes, Kind::Unknown, "application/octet-stream");
        }
    }
}
