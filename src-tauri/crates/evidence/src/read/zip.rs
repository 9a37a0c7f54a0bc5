//! A zip, read strictly: one directory at its end, one local header for each of its rows, nothing between them.
//!
//! The `zip` crate reads whatever can be read, which is right for an archiver. Here a zip that two programs may read in
//! two ways is no evidence, and one of a million rows must not cost a million allocations. So the directory is measured
//! before it is read, every name and size is judged before anything is unpacked, and the files must lie end to end, so
//! that no bytes are used twice and none are hidden. The zip crate and Python's are the second opinions in the tests.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use flate2::Crc;
use flate2::bufread::DeflateDecoder;

use super::{Item, Listed, MOST_FILES, NotAPack, Place as Where, refused, too_many};
use crate::names;
use crate::verify::Defect;
use crate::why::Why;

mod directory;
mod extra;
mod layout;

use directory::{Directory, Row};

/// More than this unpacked out of so little is no photo album.
const MOST_UNPACKED: u64 = 1 << 30;
const MOST_RATIO: u64 = 200;

/// Where the bytes of one file lie.
#[derive(Debug, Clone)]
pub(super) struct Place {
    start: u64,
    packed: u64,
    bytes: u64,
    crc: u32,
    deflated: bool,
}

pub(super) fn list(path: &Path) -> Result<Listed, NotAPack> {
    let mut file = BufReader::new(File::open(path)?);
    let length = file.seek(SeekFrom::End(0))?;
    let Directory {
        rows,
        begin,
        has_remark,
    } = directory::read(&mut file, length)?;
    let mut names_seen = BTreeSet::new();
    let mut unpacked: u64 = 0;
    for row in &rows {
        judge(row)?;
        if !names_seen.insert(names::folded(row.name.trim_end_matches('/'))) {
            let why = "its name is there twice, for Windows at least";
            return Err(two_ways(&row.name, why));
        }
        unpacked = unpacked.saturating_add(row.bytes);
    }
    for row in &rows {
        let folded = names::folded(row.name.trim_end_matches('/'));
        if !row.is_folder()
            && names_seen
                .range(format!("{folded}/")..)
                .next()
                .is_some_and(|next| next.starts_with(&format!("{folded}/")))
        {
            return Err(two_ways(&row.name, "it is a file and a folder at once"));
        }
    }
    if unpacked > MOST_UNPACKED && unpacked / MOST_RATIO > length {
        return Err(bomb("", "it would unpack to hundreds of times its size"));
    }
    let mut listed = Listed::default();
    if has_remark {
        listed.strange.push(layout::remark(""));
    }
    let starts = layout::check(&mut file, &rows, begin, &mut listed)?;
    for (row, start) in rows.into_iter().zip(starts) {
        if row.is_folder() {
            listed.folder(row.name.trim_end_matches('/'));
            continue;
        }
        let place = Where::Zip(Place {
            start,
            packed: row.packed,
            bytes: row.bytes,
            crc: row.crc,
            deflated: row.method == 8,
        });
        let bytes = row.bytes;
        listed.items.insert(row.name, Item { bytes, place });
    }
    Ok(listed)
}

/// Two programs may read it in two ways, so it shows nothing.
fn two_ways(path: &str, why: &'static str) -> NotAPack {
    refused(path, Why::new("two_ways", why))
}

fn bomb(path: &str, why: &'static str) -> NotAPack {
    refused(path, Why::new("bomb", why))
}

fn judge(row: &Row) -> Result<(), NotAPack> {
    let no = |why: Why| Err(refused(&row.name, why));
    if let Err(why) = names::is_safe(row.name.trim_end_matches('/')) {
        return no(why);
    }
    // 0: encrypted; 6: strongly; 13: its names too.
    if row.flags & 0b0010_0000_0100_0001 != 0 {
        return no(Why::new("encrypted", "it is encrypted"));
    }
    if row.flags & 0b0010_0000 != 0 || !matches!(row.method, 0 | 8) {
        let why = "it is packed in a way that is not read here";
        return no(Why::new("packed_otherwise", why));
    }
    // Unix keeps the kind of a file in the upper half; 0 where the packer did not say.
    let kind = row.attributes >> 28;
    if row.by_unix && !matches!(kind, 0 | 0o10 | 0o04) {
        return no(Why::new("link", "it is a link or a device, not a file"));
    }
    if row.is_folder() && (row.bytes, row.packed) != (0, 0) && row.bytes != 0 {
        return Err(two_ways(&row.name, "it is a folder that holds bytes"));
    }
    if row.method == 0 && row.bytes != row.packed {
        return Err(two_ways(&row.name, "it says two sizes of itself"));
    }
    // DEFLATE cannot do better than 1 to 1,032.
    if row.bytes / 1_032 > row.packed.saturating_add(64) {
        return Err(bomb(&row.name, "it says that it is larger than it can be"));
    }
    Ok(())
}

pub(super) fn open(path: &Path, place: &Place) -> io::Result<Box<dyn Read + Send>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(place.start))?;
    let packed = file.take(place.packed);
    let inner: Box<dyn Read + Send> = if place.deflated {
        Box::new(Inflated(DeflateDecoder::new(BufReader::with_capacity(
            64 << 10,
            packed,
        ))))
    } else {
        Box::new(packed)
    };
    Ok(Box::new(Checked {
        inner,
        left: place.bytes,
        crc: Crc::new(),
        expected: place.crc,
    }))
}

/// The bytes of a file differ from what the zip announces.
fn not_as_said(why: &'static str) -> io::Error {
    Why::new("not_as_the_zip_says", why).into_io()
}

/// What was deflated, with the insistence that nothing follows it in its place.
struct Inflated<R: io::BufRead>(DeflateDecoder<R>);

impl<R: io::BufRead> Read for Inflated<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read(to)?;
        if read == 0 && !to.is_empty() && !self.0.get_mut().fill_buf()?.is_empty() {
            return Err(not_as_said("something follows it in its place"));
        }
        Ok(read)
    }
}

/// Exactly as many bytes as were announced, with the CRC that was announced.
struct Checked {
    inner: Box<dyn Read + Send>,
    left: u64,
    crc: Crc,
    expected: u32,
}

impl Read for Checked {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if to.is_empty() {
            return Ok(0);
        }
        let read = self.inner.read(to)?;
        let Some(left) = self.left.checked_sub(read as u64) else {
            return Err(not_as_said("it is longer than it says"));
        };
        self.left = left;
        self.crc.update(&to[..read]);
        if read == 0 && self.left > 0 {
            return Err(not_as_said("it is shorter than it says"));
        }
        if read == 0 && self.crc.sum() != self.expected {
            return Err(not_as_said("its CRC is wrong"));
        }
        Ok(read)
    }
}
