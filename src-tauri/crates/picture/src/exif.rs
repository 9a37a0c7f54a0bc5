//! The few fields of EXIF that matter here: which way up, when, in which zone, by what.
//!
//! Layout: TIFF 6.0, section 2; tags: Exif 3.0 (CIPA DC-008), 4.6.4 and 4.6.5. Of the file's directories exactly two are
//! visited, the first one and the one it names as Exif's, each once and in one pass. So there is no loop to guard
//! against and nothing to allocate, and the directory that holds the place is never opened.

use crate::bytes;

/// Longest maker and model that are shown, in characters.
const CAMERA_CHARS: usize = 60;

const MAKE: u16 = 0x010f;
const MODEL: u16 = 0x0110;
const ORIENTATION: u16 = 0x0112;
const EXIF_DIRECTORY: u16 = 0x8769;
const DATE_TIME_ORIGINAL: u16 = 0x9003;
const OFFSET_TIME_ORIGINAL: u16 = 0x9011;

const ASCII: u16 = 2;
const SHORT: u16 = 3;
const LONG: u16 = 4;

/// What a camera wrote about a photo. Garbage leaves a field empty.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Exif {
    /// 1 to 8, as Exif counts them.
    pub orientation: Option<u8>,
    /// `YYYY-MM-DDTHH:MM:SS`, with `+HH:MM` behind it where the camera knew.
    pub taken_at: Option<String>,
    /// Maker and model.
    pub camera: Option<String>,
}

/// Reads a block of EXIF, beginning with its byte order.
pub(crate) fn read(block: &[u8]) -> Exif {
    let Some(tiff) = Tiff::new(block) else {
        return Exif::default();
    };
    let mut photo = Exif::default();
    let [mut make, mut model, mut taken, mut offset] = [None; 4];
    let mut exif_directory = None;
    for entry in tiff.directory(tiff.long(4)) {
        match entry.tag {
            MAKE => make = entry.text(),
            MODEL => model = entry.text(),
            ORIENTATION => photo.orientation = entry.number().and_then(way_up),
            EXIF_DIRECTORY => exif_directory = entry.number(),
            _ => {}
        }
    }
    for entry in tiff.directory(exif_directory) {
        match entry.tag {
            DATE_TIME_ORIGINAL => taken = entry.text(),
            OFFSET_TIME_ORIGINAL => offset = entry.text(),
            _ => {}
        }
    }
    photo.taken_at = taken.and_then(moment).map(|mut moment| {
        moment.push_str(offset.and_then(zone).unwrap_or_default());
        moment
    });
    photo.camera = camera(make.unwrap_or_default(), model.unwrap_or_default());
    photo
}

/// A block and its byte order.
struct Tiff<'a> {
    block: &'a [u8],
    little: bool,
}

/// One field: its tag, type, number of values, and where its four bytes of value or offset stand.
struct Entry<'a> {
    tiff: &'a Tiff<'a>,
    tag: u16,
    format: u16,
    count: u32,
    value_at: usize,
}

impl<'a> Tiff<'a> {
    fn new(block: &'a [u8]) -> Option<Tiff<'a>> {
        let little = match bytes::name(block, 0)? {
            [b'I', b'I', 42, 0] => true,
            [b'M', b'M', 0, 42] => false,
            _ => return None,
        };
        Some(Tiff { block, little })
    }

    fn short(&self, at: usize) -> Option<u16> {
        let read = if self.little {
            bytes::le16
        } else {
            bytes::be16
        };
        read(self.block, at)
    }

    fn long(&self, at: usize) -> Option<u32> {
        let read = if self.little {
            bytes::le32
        } else {
            bytes::be32
        };
        read(self.block, at)
    }

    /// The entries of the directory at an offset, as many of them as the block really has.
    fn directory(&'a self, at: Option<u32>) -> impl Iterator<Item = Entry<'a>> {
        let at = at.map_or(usize::MAX, |at| at as usize);
        let count = self.short(at).map_or(0, usize::from);
        (0..count).map_while(move |index| self.entry(at + 2 + 12 * index))
    }

    fn entry(&'a self, at: usize) -> Option<Entry<'a>> {
        bytes::slice(self.block, at, 12)?;
        Some(Entry {
            tiff: self,
            tag: self.short(at)?,
            format: self.short(at + 2)?,
            count: self.long(at + 4)?,
            value_at: at + 8,
        })
    }
}

impl<'a> Entry<'a> {
    /// A single number.
    fn number(&self) -> Option<u32> {
        match (self.format, self.count) {
            (SHORT, 1) => self.tiff.short(self.value_at).map(u32::from),
            (LONG, 1) => self.tiff.long(self.value_at),
            _ => None,
        }
    }

    /// Text up to its first NUL; short ones stand in the entry itself.
    fn text(&self) -> Option<&'a [u8]> {
        let len = self.count as usize;
        let at = if len <= 4 {
            self.value_at
        } else {
            self.tiff.long(self.value_at)? as usize
        };
        let text = bytes::slice(self.tiff.block, at, len).filter(|_| self.format == ASCII)?;
        text.split(|byte| *byte == 0).next()
    }
}

/// The orientations that there are; 0, 9 and others are no statement.
pub(crate) fn way_up(number: u32) -> Option<u8> {
    u8::try_from(number)
        .ok()
        .filter(|way| (1..=8).contains(way))
}

/// `YYYY:MM:DD HH:MM:SS` as ISO 8601, if it is a moment that can have been. A camera whose clock was never set writes
/// zeros or blanks.
fn moment(text: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(text).ok()?.trim_end();
    let shape = text.len() == 19
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 | 13 | 16 => byte == b':',
            10 => byte == b' ',
            _ => byte.is_ascii_digit(),
        });
    if !shape {
        return None;
    }
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
    let (year, month, day) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
    let days = match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    let real = year >= 1900
        && (1..=days).contains(&day)
        && part(11, 13)? < 24
        && part(14, 16)? < 60
        && part(17, 19)? < 60;
    let clock = text.get(11..)?;
    real.then(|| format!("{year:04}-{month:02}-{day:02}T{clock}"))
}

/// `+HH:MM` or `-HH:MM`, if it is the offset of a zone.
fn zone(text: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(text).ok()?.trim_end();
    let [b'+' | b'-', h1, h2, b':', m1, m2] = text.as_bytes() else {
        return None;
    };
    let digits = [h1, h2, m1, m2].iter().all(|byte| byte.is_ascii_digit());
    let hours = text.get(1..3)?.parse::<u8>().ok()?;
    let minutes = text.get(4..6)?.parse::<u8>().ok()?;
    (digits && hours <= 14 && minutes < 60).then_some(text)
}

/// Maker and model in one line, the maker once. Only letters, digits, spaces and ASCII signs: nothing that could turn the
/// text around it on screen.
fn camera(make: &[u8], model: &[u8]) -> Option<String> {
    let clean = |text: &[u8]| -> String {
        let text = String::from_utf8_lossy(bytes::up_to(text, 0, 4 * CAMERA_CHARS)).into_owned();
        let words = text.split(|c: char| c.is_whitespace() || c.is_control());
        let kept = words.map(|word| {
            let shown = |c: &char| c.is_alphanumeric() || c.is_ascii_graphic();
            word.chars().filter(shown).collect::<String>()
        });
        let kept: Vec<String> = kept.filter(|word| !word.is_empty()).collect();
        kept.join(" ")
    };
    let (make, model) = (clean(make), clean(model));
    let twice = model.to_lowercase().starts_with(&make.to_lowercase());
    let line = if twice {
        model
    } else {
        format!("{make} {model}")
    };
    let line: String = line.trim().chars().take(CAMERA_CHARS).collect();
    (!line.is_empty()).then_some(line)
}

#[cfg(test)]
#[path = "exif_tests.rs"]
mod tests;
