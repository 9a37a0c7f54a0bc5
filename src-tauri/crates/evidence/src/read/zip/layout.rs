//! Whether the files of a zip lie end to end, each behind a header that says what the directory says.

use std::io::{Read, Seek, SeekFrom};

use super::directory::{Fields, Row, torn};
use super::extra::extra_of;
use super::{Defect, Listed, NotAPack, two_ways};
use crate::why::Why;

const LOCAL: u32 = 0x0403_4B50;
const DESCRIPTOR: u32 = 0x0807_4B50;
/// Sizes and CRC stand behind the file instead of before it.
const STREAMED: u16 = 1 << 3;

/// Where the bytes of each row begin, in the order of the rows; headers that differ from their rows are listed.
pub(super) fn check<F: Read + Seek>(
    file: &mut F,
    rows: &[Row],
    end: u64,
    listed: &mut Listed,
) -> Result<Vec<u64>, NotAPack> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&at| rows[at].offset);
    let mut starts = vec![0; rows.len()];
    let mut at = 0;
    for place in order {
        let row = &rows[place];
        if row.offset != at {
            let why = "it does not begin where the file before it ends";
            return Err(two_ways(&row.name, why));
        }
        let Header {
            start,
            mut same,
            strange,
        } = header(file, row)?;
        starts[place] = start;
        at = start
            .checked_add(row.packed)
            .filter(|at| *at <= end)
            .ok_or_else(torn)?;
        if row.flags & STREAMED != 0 {
            let (length, agrees) = descriptor(file, row, at)?;
            at += length;
            same &= agrees;
        }
        if !same {
            let why = "its header says something else than the directory";
            let why = Why::new("not_as_the_zip_says", why);
            listed.defects.push(Defect::new("altered", &row.name, why));
        }
        if row.strange || strange {
            let why = "the zip says of it what no pack says";
            let why = Why::new("zip_field", why);
            listed.strange.push(Defect::new("extra", &row.name, why));
        }
        if row.has_remark {
            listed.strange.push(remark(&row.name));
        }
    }
    if at != end {
        return Err(two_ways(
            "",
            "something lies between its files and its directory",
        ));
    }
    Ok(starts)
}

/// A remark on one file, or on the whole zip: nobody signed it, and some programs show it.
pub(super) fn remark(path: &str) -> Defect {
    let why = "a remark stands on it in the zip; packs have none";
    Defect::new("extra", path, Why::new("zip_remark", why))
}

/// The header before a file.
struct Header {
    /// Where the bytes behind it begin.
    start: u64,
    /// Whether it agrees with the directory.
    same: bool,
    /// Whether its extra field has what stock tools do not write.
    strange: bool,
}

fn header<F: Read + Seek>(file: &mut F, row: &Row) -> Result<Header, NotAPack> {
    let mut head = [0; 30];
    file.seek(SeekFrom::Start(row.offset))?;
    file.read_exact(&mut head).map_err(|_| torn())?;
    let mut fields = Fields(&head);
    let sign = fields.u32()?;
    fields.u16()?;
    let (flags, method) = (fields.u16()?, fields.u16()?);
    let (modified, crc) = (fields.u32()?, fields.u32()?);
    let (packed, bytes) = (fields.u32()?, fields.u32()?);
    let (name, extra) = (usize::from(fields.u16()?), usize::from(fields.u16()?));
    let mut rest = vec![0; name + extra];
    file.read_exact(&mut rest).map_err(|_| torn())?;
    let (name, extra) = rest.split_at(name);
    let mut extra = extra_of(extra, &row.name)?;
    let mut long = |short: u32| match short {
        0xFFFF_FFFF => extra.long.number(8),
        short => Ok(short.into()),
    };
    let (bytes, packed) = (long(bytes)?, long(packed)?);
    if sign != LOCAL || name != row.raw_name {
        return Err(two_ways(
            &row.name,
            "its header has another name than the directory",
        ));
    }
    let streamed = flags & STREAMED != 0;
    // What a packer did not know yet it left out; Info-ZIP knows the length even then.
    let agrees = |said: u64, known: u64| said == known || (streamed && said == 0);
    let same = (flags, method, modified) == (row.flags, row.method, row.modified)
        && agrees(crc.into(), row.crc.into())
        && agrees(packed, row.packed)
        && agrees(bytes, row.bytes);
    Ok(Header {
        start: row.offset + 30 + rest.len() as u64,
        same,
        strange: extra.strange,
    })
}

/// How long the descriptor behind a file is, and whether it agrees. Its sign may be left out, and its sizes have four
/// or eight bytes: of the four forms the one counts that says what the directory says.
fn descriptor<F: Read + Seek>(file: &mut F, row: &Row, at: u64) -> Result<(u64, bool), NotAPack> {
    file.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    file.by_ref().take(24).read_to_end(&mut bytes)?;
    for (sign, wide) in [(true, 4), (true, 8), (false, 4), (false, 8)] {
        let mut fields = Fields(&bytes);
        if sign && fields.u32().ok() != Some(DESCRIPTOR) {
            continue;
        }
        let found = (fields.u32(), fields.number(wide), fields.number(wide));
        if let (Ok(crc), Ok(packed), Ok(unpacked)) = found
            && (crc, packed, unpacked) == (row.crc, row.packed, row.bytes)
        {
            let length = 4 + 2 * wide + if sign { 4 } else { 0 };
            return Ok((length as u64, true));
        }
    }
    Err(two_ways(
        &row.name,
        "what stands behind it says something else than the directory",
    ))
}
