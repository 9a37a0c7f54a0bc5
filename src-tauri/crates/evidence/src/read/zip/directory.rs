//! The directory at the end of a zip (APPNOTE.TXT 4.3.12 to 4.3.16), with the longer fields of zip64.

use std::io::{Read, Seek, SeekFrom};

use super::extra::extra_of;
use super::{MOST_FILES, NotAPack, refused, too_many, two_ways};
use crate::names::LONGEST;
use crate::why::Why;

/// The directory of [`MOST_FILES`] rows with long names; no more is held.
const MOST_BYTES: u64 = 96 << 20;
const END: u32 = 0x0605_4B50;
const END64: u32 = 0x0606_4B50;
const LOCATOR64: u32 = 0x0706_4B50;
const ROW: u32 = 0x0201_4B50;
/// The end with the longest remark that it can have, and the zip64 locator before it.
const TAIL: u64 = 22 + 65_535 + 20;

/// One row of the directory.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) raw_name: Vec<u8>,
    pub(super) by_unix: bool,
    pub(super) flags: u16,
    pub(super) method: u16,
    /// Time and day, as they stand.
    pub(super) modified: u32,
    pub(super) crc: u32,
    pub(super) packed: u64,
    pub(super) bytes: u64,
    pub(super) attributes: u32,
    /// Where its local header begins.
    pub(super) offset: u64,
    pub(super) has_remark: bool,
    /// Whether its extra field has what stock tools do not write.
    pub(super) strange: bool,
}

impl Row {
    pub(super) fn is_folder(&self) -> bool {
        self.name.ends_with('/')
    }
}

/// Bytes that are read from the left, none beyond the end.
pub(super) struct Fields<'a>(pub(super) &'a [u8]);

impl<'a> Fields<'a> {
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], NotAPack> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or_else(torn)?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn number(&mut self, bytes: usize) -> Result<u64, NotAPack> {
        let taken = self.take(bytes)?;
        Ok(taken
            .iter()
            .rev()
            .fold(0, |number, &byte| number << 8 | u64::from(byte)))
    }

    pub(super) fn u16(&mut self) -> Result<u16, NotAPack> {
        Ok(self.number(2)? as u16)
    }

    pub(super) fn u32(&mut self) -> Result<u32, NotAPack> {
        Ok(self.number(4)? as u32)
    }
}

pub(super) fn torn() -> NotAPack {
    refused("", Why::new("torn", "the zip is torn or not a zip"))
}

/// The whole directory.
pub(super) struct Directory {
    pub(super) rows: Vec<Row>,
    /// Where it begins.
    pub(super) begin: u64,
    /// Whether the zip has a remark.
    pub(super) has_remark: bool,
}

pub(super) fn read<F: Read + Seek>(file: &mut F, length: u64) -> Result<Directory, NotAPack> {
    let mut tail = vec![0; length.min(TAIL) as usize];
    let tail_at = length - tail.len() as u64;
    file.seek(SeekFrom::Start(tail_at))?;
    file.read_exact(&mut tail)?;
    let (last, has_remark) = last_end(&tail)?;
    let (at, count, size, offset) = end(&tail, tail_at, last)?;
    if count > MOST_FILES as u64 || size > MOST_BYTES {
        return Err(too_many());
    }
    if offset.checked_add(size) != Some(at) {
        return Err(two_ways("", "its directory is not where it says"));
    }
    let mut bytes = vec![0; size as usize];
    file.seek(SeekFrom::Start(offset))?;
    file.read_exact(&mut bytes)?;
    let mut fields = Fields(&bytes);
    let mut rows = Vec::new();
    for _ in 0..count {
        rows.push(row(&mut fields)?);
    }
    if !fields.0.is_empty() {
        return Err(two_ways("", "its directory has more rows than it says"));
    }
    Ok(Directory {
        rows,
        begin: offset,
        has_remark,
    })
}

/// The place of the end record, and whether a remark follows it. Some programs take the last place that looks like one,
/// others one whose remark reaches exactly to the end of the file: there must be one such place, and it must be the last.
fn last_end(tail: &[u8]) -> Result<(usize, bool), NotAPack> {
    let sign = END.to_le_bytes();
    let mut places = (0..tail.len())
        .rev()
        .filter(|at| tail[*at..].starts_with(&sign));
    let remark = |at: usize| match tail[at..].get(20..22) {
        Some(&[low, high]) => {
            let length = usize::from(u16::from_le_bytes([low, high]));
            (length == tail.len() - at - 22).then_some(length)
        }
        _ => None,
    };
    let last = places.next().ok_or_else(torn)?;
    let length = remark(last);
    if places.any(|at| remark(at).is_some()) {
        return Err(two_ways("", "it ends in two places"));
    }
    Ok((last, length.ok_or_else(torn)? > 0))
}

/// Where the directory ends, how many rows it has, how long it is, where it begins.
fn end(tail: &[u8], tail_at: u64, at: usize) -> Result<(u64, u64, u64, u64), NotAPack> {
    let mut fields = Fields(&tail[at + 4..]);
    let (disk, first) = (fields.u16()?, fields.u16()?);
    let (here, count) = (fields.u16()?, fields.u16()?);
    let (size, offset) = (fields.u32()?, fields.u32()?);
    if let Some(locator) = at.checked_sub(20)
        && Fields(&tail[locator..]).u32()? == LOCATOR64
    {
        let mut fields = Fields(&tail[locator + 4..]);
        let (disk, end64, disks) = (fields.u32()?, fields.number(8)?, fields.u32()?);
        let begin = end64.checked_sub(tail_at).map(|at| at as usize);
        let begin = begin.filter(|begin| *begin < locator).ok_or_else(torn)?;
        let mut fields = Fields(&tail[begin..locator]);
        let (sign, rest) = (fields.u32()?, fields.number(8)?);
        fields.take(4)?;
        let disks64 = (fields.u32()?, fields.u32()?);
        let (here64, count64) = (fields.number(8)?, fields.number(8)?);
        let (size64, offset64) = (fields.number(8)?, fields.number(8)?);
        if (sign, rest, disk, disks, disks64) != (END64, 44, 0, 1, (0, 0))
            || here64 != count64
            || !fields.0.is_empty()
        {
            return Err(torn());
        }
        // Where the short fields are not full they must say the same.
        let agree = |short: u64, full: u64, long: u64| short == full || short == long;
        if !agree(count.into(), 0xFFFF, count64)
            || !agree(size.into(), 0xFFFF_FFFF, size64)
            || !agree(offset.into(), 0xFFFF_FFFF, offset64)
        {
            return Err(two_ways("", "it says two things about its directory"));
        }
        return Ok((end64, count64, size64, offset64));
    }
    if (disk, first) != (0, 0) || here != count {
        return Err(refused(
            "",
            Why::new("one_of_several", "it is one part of several"),
        ));
    }
    let at = tail_at + at as u64;
    Ok((at, count.into(), size.into(), offset.into()))
}

fn row(fields: &mut Fields<'_>) -> Result<Row, NotAPack> {
    if fields.u32()? != ROW {
        return Err(torn());
    }
    let made_by = fields.u16()?;
    fields.u16()?;
    let (flags, method) = (fields.u16()?, fields.u16()?);
    let modified = fields.u32()?;
    let crc = fields.u32()?;
    let (packed, bytes) = (fields.u32()?, fields.u32()?);
    let (name, extra, remark) = (fields.u16()?, fields.u16()?, fields.u16()?);
    let disk = fields.u16()?;
    fields.u16()?;
    let attributes = fields.u32()?;
    let offset = fields.u32()?;
    let raw_name = fields.take(name.into())?.to_vec();
    let extra_field = fields.take(extra.into())?;
    fields.take(remark.into())?;
    let name = String::from_utf8(raw_name.clone()).map_err(|error| {
        refused(
            &String::from_utf8_lossy(error.as_bytes()),
            Why::new("name_not_utf8", "its name is not UTF-8"),
        )
    })?;
    if name.len() > LONGEST || disk != 0 {
        let why = "its name is too long, or it lies in another part";
        return Err(refused(&name, Why::new("name_unusable", why)));
    }
    let mut extra = extra_of(extra_field, &name)?;
    let mut long = |short: u32| match short {
        0xFFFF_FFFF => extra.long.number(8),
        short => Ok(short.into()),
    };
    Ok(Row {
        bytes: long(bytes)?,
        packed: long(packed)?,
        offset: long(offset)?,
        name,
        raw_name,
        by_unix: made_by >> 8 == 3,
        flags,
        method,
        modified,
        crc,
        attributes,
        has_remark: remark > 0,
        strange: extra.strange,
    })
}
