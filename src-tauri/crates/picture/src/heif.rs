//! Size, way up and EXIF of a HEIC photo, from its boxes (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12, 6.5 and annex A).
//!
//! Boxes are looked for where those standards put them and nowhere else, so that the depth is fixed and every step goes
//! forward in the file.

use crate::bytes;

/// Longest block of EXIF that is read, as long as a JPEG could carry it.
const EXIF_BYTES: usize = 65_535;

/// What a HEIC says about itself.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Heif {
    /// Width and height as stored, before it is turned.
    pub size: Option<(u32, u32)>,
    /// 1 to 8 as EXIF counts. A HEIC says it with a box, and its EXIF is not to be asked.
    pub orientation: Option<u8>,
    /// The block of EXIF, beginning with its byte order.
    pub exif: Option<Vec<u8>>,
}

/// Reads the `meta` box. Whatever is broken is left empty.
pub(crate) fn read(file: &[u8]) -> Heif {
    let Some(meta) = child(file, b"meta").and_then(|meta| meta.get(4..)) else {
        return Heif::default();
    };
    let properties = child(meta, b"iprp").and_then(|all| child(all, b"ipco"));
    let mut heif = Heif::default();
    for (name, body) in boxes(properties.unwrap_or_default()) {
        match &name {
            // The photo is the largest of what there is: tiles and thumbnails are smaller.
            b"ispe" => {
                let size = bytes::be32(body, 4).zip(bytes::be32(body, 8));
                let area = |(w, h): (u32, u32)| u64::from(w) * u64::from(h);
                heif.size = heif
                    .size
                    .into_iter()
                    .chain(size)
                    .max_by_key(|size| area(*size));
            }
            // Quarter turns against the clock.
            b"irot" if heif.orientation.is_none() => {
                let turns = body.first().map(|byte| usize::from(byte & 3));
                heif.orientation = turns.and_then(|turns| [1, 8, 3, 6].get(turns).copied());
            }
            _ => {}
        }
    }
    heif.exif = exif(file, meta);
    heif
}

/// Boxes one behind the other, as far as they are whole.
fn boxes(mut data: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    std::iter::from_fn(move || {
        let name = bytes::name(data, 4)?;
        let (head, len) = match bytes::be32(data, 0)? {
            0 => (8, data.len()),
            1 => {
                let high = bytes::be32(data, 8)?;
                (16, bytes::be32(data, 12).filter(|_| high == 0)? as usize)
            }
            len => (8, len as usize),
        };
        let body = data.get(head..len)?;
        data = data.get(len..)?;
        Some((name, body))
    })
}

fn child<'a>(data: &'a [u8], wanted: &[u8; 4]) -> Option<&'a [u8]> {
    boxes(data)
        .find(|(name, _)| name == wanted)
        .map(|(_, body)| body)
}

/// Finds the item of type `Exif` and brings its pieces together.
fn exif(file: &[u8], meta: &[u8]) -> Option<Vec<u8>> {
    let item = exif_item(child(meta, b"iinf")?)?;
    let place = location(child(meta, b"iloc")?, item)?;
    let within = match place.method {
        0 => file,
        1 => child(meta, b"idat")?,
        _ => return None,
    };
    let mut block = Vec::new();
    for (at, len) in place.pieces {
        let at = place.base.checked_add(at)?;
        let len = if len == 0 { usize::MAX } else { len };
        let room = EXIF_BYTES.saturating_sub(block.len());
        block.extend_from_slice(bytes::up_to(within, at, len.min(room)));
    }
    // In front of the byte order stands how far it is to it (ISO/IEC 23008-12, A.2.1).
    let skip = bytes::be32(&block, 0)? as usize;
    block.get(skip.checked_add(4)?..).map(<[u8]>::to_vec)
}

fn exif_item(iinf: &[u8]) -> Option<u32> {
    let entries = if *iinf.first()? == 0 { 6 } else { 8 };
    boxes(iinf.get(entries..)?).find_map(|(name, body)| {
        let (id, kind_at) = match (&name, body.first()?) {
            (b"infe", 2) => (u32::from(bytes::be16(body, 4)?), 8),
            (b"infe", 3) => (bytes::be32(body, 4)?, 10),
            _ => return None,
        };
        (bytes::name(body, kind_at)? == *b"Exif").then_some(id)
    })
}

struct Location {
    method: u16,
    base: usize,
    pieces: Vec<(usize, usize)>,
}

/// Where an item stands, by the `iloc` box. Every number in it has a width of its own.
fn location(iloc: &[u8], wanted: u32) -> Option<Location> {
    let version = *iloc.first()?;
    let widths = bytes::be16(iloc, 4)?;
    let width = |shift: u16| usize::from(widths >> shift & 15);
    let index_width = if version == 0 { 0 } else { width(0) };
    let mut rest = Rest(iloc.get(6..)?);
    let id_width = if version < 2 { 2 } else { 4 };
    let items = rest.number(id_width)?;
    for _ in 0..items {
        let id = rest.number(id_width)?;
        let method = if version == 0 {
            0
        } else {
            rest.number(2)? & 15
        };
        rest.number(2)?;
        let base = rest.number(width(4))?;
        let count = rest.number(2)?;
        let mut pieces = Vec::new();
        for _ in 0..count {
            rest.number(index_width)?;
            let piece = (rest.number(width(12))?, rest.number(width(8))?);
            // Phones write one piece; a handful is the most that is believed.
            if id == wanted as usize && pieces.len() < 8 {
                pieces.push(piece);
            }
        }
        if id == wanted as usize {
            let method = u16::try_from(method).ok()?;
            return Some(Location {
                method,
                base,
                pieces,
            });
        }
    }
    None
}

/// What has not been read yet.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    /// The next number of so many bytes, the high one first; of none it is zero.
    fn number(&mut self, width: usize) -> Option<usize> {
        let (number, rest) = self.0.split_at_checked(width)?;
        self.0 = rest;
        let fold = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
        usize::try_from(number.iter().fold(0, fold)).ok()
    }
}

#[cfg(test)]
#[path = "heif_tests.rs"]
mod tests;
