//! What a picture says about itself before anything of it is decoded: size, EXIF, and what decoding will take.

use crate::kind::{Kind, PNG_SIGNATURE};
use crate::{bytes, webp};

/// The size of a picture as it is stored, and what else its header tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Header<'a> {
    /// Pixels across, as stored.
    pub width: u32,
    /// Pixels down, as stored.
    pub height: u32,
    /// The largest width and height that the file claims anywhere; a decoder may believe any of them.
    pub claimed: (u32, u32),
    /// The block of EXIF, beginning with its byte order.
    pub exif: Option<&'a [u8]>,
    /// Bytes that the decoder takes at its peak besides the decoded picture.
    pub decoder_bytes: u64,
}

/// Reads the header of a kind that is decoded. `None` when there is none.
pub(crate) fn header(kind: Kind, file: &[u8]) -> Option<Header<'_>> {
    match kind {
        Kind::Jpeg => jpeg(file),
        Kind::Png => png(file),
        Kind::Webp => webp::header(file),
        Kind::Heic | Kind::Pdf | Kind::Unknown => None,
    }
    .filter(|header| header.width > 0 && header.height > 0)
}

/// Markers up to the first scan (ITU-T T.81, annex B). Bytes between segments are skipped, as decoders do.
fn jpeg(file: &[u8]) -> Option<Header<'_>> {
    let mut frame = Frame::default();
    let mut exif = None;
    let mut at = 2;
    while let Some(two) = bytes::slice(file, at, 2) {
        at += match two {
            [0xff, 0x01 | 0xd0..=0xd8] => 2,
            [0xff, 0xda] => break,
            [0xff, marker @ 0xc0..=0xfe] => {
                let len = usize::from(bytes::be16(file, at + 2)?);
                let body = bytes::up_to(file, at + 4, len.saturating_sub(2));
                match marker {
                    0xc4 | 0xc8 | 0xcc => {}
                    0xc0..=0xcf => frame.read(*marker, body)?,
                    0xe1 if exif.is_none() => exif = body.strip_prefix(b"Exif\0\0"),
                    _ => {}
                }
                len.max(2) + 2
            }
            _ => 1,
        };
    }
    // A first scan that leaves out a component makes even a baseline decoder keep all coefficients until the last.
    let scanned = bytes::slice(file, at + 4, 1).map_or(0, |count| count.iter().sum());
    let keeps = frame.progressive || scanned < frame.components;
    Some(Header {
        width: frame.width,
        height: frame.height,
        claimed: (frame.width, frame.height),
        exif,
        decoder_bytes: if keeps { frame.coefficients } else { 0 },
    })
}

/// What the frame's header says; of two frames, which is against the rules, the larger values.
#[derive(Default)]
struct Frame {
    width: u32,
    height: u32,
    components: u8,
    progressive: bool,
    /// Bytes of all coefficients, two each, should they be kept.
    coefficients: u64,
}

impl Frame {
    fn read(&mut self, marker: u8, body: &[u8]) -> Option<()> {
        self.height = self.height.max(u32::from(bytes::be16(body, 1)?));
        self.width = self.width.max(u32::from(bytes::be16(body, 3)?));
        let components = *body.get(5)?;
        self.components = self.components.max(components);
        self.progressive |= marker == 0xc2;
        let (mut blocks, mut across, mut down) = (0, 1, 1);
        let samplings = body.get(6..)?.chunks_exact(3);
        for sampling in samplings.take(usize::from(components)) {
            let [_, sampling, _] = sampling else { continue };
            let (h, v) = (u64::from(sampling >> 4), u64::from(sampling & 15));
            blocks += h * v;
            across = h.max(across);
            down = v.max(down);
        }
        let mcus =
            u64::from(self.width).div_ceil(8 * across) * u64::from(self.height).div_ceil(8 * down);
        self.coefficients = self.coefficients.max(mcus * blocks * 64 * 2);
        Some(())
    }
}

/// The first chunk and the one with EXIF (PNG specification, 11.2.1 and 11.3.4.3).
fn png(file: &[u8]) -> Option<Header<'_>> {
    let chunks = file.strip_prefix(&PNG_SIGNATURE)?;
    if bytes::name(chunks, 4)? != *b"IHDR" {
        return None;
    }
    let (width, height) = (bytes::be32(chunks, 8)?, bytes::be32(chunks, 12)?);
    let mut exif = None;
    let mut at = 0;
    while let (Some(len), Some(name)) = (bytes::be32(chunks, at), bytes::name(chunks, at + 4)) {
        if name == *b"eXIf" {
            exif = Some(bytes::up_to(chunks, at + 8, len as usize));
            break;
        }
        at = at.saturating_add(len as usize).saturating_add(12);
    }
    Some(Header {
        width,
        height,
        claimed: (width, height),
        exif,
        decoder_bytes: 0,
    })
}
