//! What a WebP says about itself (RFC 9649), in each of the places where it may say something.
//!
//! The decoder sizes its memory by the inner picture's header before it compares that with the canvas. So the largest
//! claim anywhere in the file is the one that is held against the limits.

use crate::bytes;
use crate::header::Header;

/// Reads sizes, EXIF and what kind of data there is. `None` when there is no picture in it.
pub(crate) fn header(file: &[u8]) -> Option<Header<'_>> {
    let mut seen = Seen::default();
    for (name, data) in chunks(file.get(12..)?) {
        match &name {
            b"VP8X" => {
                let size = (bytes::le24(data, 4)? + 1, bytes::le24(data, 7)? + 1);
                seen.canvas = seen.canvas.or(Some(size));
                seen.claim(size);
                seen.moving |= data.first().is_some_and(|flags| flags & 0b10 != 0);
            }
            b"ANMF" => {
                seen.moving = true;
                seen.claim((bytes::le24(data, 6)? + 1, bytes::le24(data, 9)? + 1));
                for (name, data) in chunks(data.get(16..).unwrap_or_default()) {
                    seen.bitstream(&name, data);
                }
            }
            b"EXIF" => seen.exif = seen.exif.or(Some(data)),
            _ => seen.bitstream(&name, data),
        }
    }
    let (width, height) = seen.canvas.or(seen.inner)?;
    Some(Header {
        width,
        height,
        claimed: seen.largest,
        exif: seen.exif,
        decoder_bytes: seen.decoder_bytes(),
    })
}

/// Chunks one behind the other, each padded to an even length, as far as they are whole. The last one may be cut short.
fn chunks(mut data: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    std::iter::from_fn(move || {
        let name = bytes::name(data, 0)?;
        let len = bytes::le32(data, 4)? as usize;
        let body = bytes::up_to(data, 8, len);
        let next = len.saturating_add(len & 1).saturating_add(8);
        data = data.get(next..).unwrap_or_default();
        Some((name, body))
    })
}

#[derive(Default)]
struct Seen<'a> {
    canvas: Option<(u32, u32)>,
    inner: Option<(u32, u32)>,
    largest: (u32, u32),
    exif: Option<&'a [u8]>,
    lossless: bool,
    alpha: bool,
    moving: bool,
}

impl Seen<'_> {
    /// The header of a lossy or a lossless picture (RFC 6386, 9.1; RFC 9649, 3.4).
    fn bitstream(&mut self, name: &[u8; 4], data: &[u8]) {
        let size = match name {
            b"VP8 " => bytes::le16(data, 6)
                .zip(bytes::le16(data, 8))
                .map(|(w, h)| (u32::from(w & 0x3fff), u32::from(h & 0x3fff))),
            b"VP8L" => {
                bytes::le32(data, 1).map(|bits| ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
            }
            _ => None,
        };
        self.lossless |= name == b"VP8L";
        self.alpha |= name == b"ALPH";
        if let Some(size) = size {
            self.inner = self.inner.or(Some(size));
            self.claim(size);
        }
    }

    fn claim(&mut self, (width, height): (u32, u32)) {
        self.largest = (self.largest.0.max(width), self.largest.1.max(height));
    }

    /// What the decoder takes besides the picture it hands over, read off its source (image-webp 0.2): planes of a lossy
    /// picture, four bytes a pixel of a lossless one, both for transparency, canvas and frame for a moving one.
    fn decoder_bytes(&self) -> u64 {
        let pixels = u64::from(self.largest.0) * u64::from(self.largest.1);
        let halves = if self.lossless { 8 } else { 3 };
        let halves = halves + if self.alpha { 12 } else { 0 };
        let halves = halves + if self.moving { 16 } else { 0 };
        pixels * halves / 2
    }
}
