//! Whether the files of a zip lie end to end, each behind a header that says what the directory says.

use std::io::{Read, Seek, SeekFrom};

use super::directory::{Fields, Row, long_fields, torn};
use super::{Defect, NotAPack, two_ways};
use crate::why::Why;

const LOCAL: u32 = 0x0403_4B50;
const DESCRIPTOR: u32 = 0x0807_4B50;
/// Sizes and CRC stand behind the file instead of before it.
const STREAMED: u16 = 1 << 3;

/// Where the bytes of each row begin, in the order of the rows; and headers that differ from their rows.
pub(super) fn check<F: Read + Seek>(
    file: &mut F,
    rows: &[Row],
    end: u64,
) -> Result<(Vec<u64>, Vec<Defect>), NotAPack> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&at| rows[at].offset);
    let mut starts = vec![0; rows.len()];
    let mut defects = Vec::new();
    let mut at = 0;
    for place in order {
        let row = &rows[place];
        if row.offset != at {
            let why = "it does not begin where the file before it ends";
            return Err(two_ways(&row.name, why));
        }
        let (start, same) = header(file, row)?;
        starts[place] = start;
        at = start
            .checked_add(row.packed)
            .filter(|at| *at <= end)
            .ok_or_else(torn)?;
        let mut same = same;
        if row.flags & STREAMED != 0 {
            let (length, agrees) = descriptor(file, row, at)?;
            at += length;
            same &= agrees;
        }
        if !same {
            let why = "its header says something else than the directory";
            let why = Why::new("not_as_the_zip_says", why);
            defects.push(Defect::new("altered", &row.name, why));
        }
    }
    if at != end {
        return Err(two_ways(
            "",
            "something lies between its files and its directory",
        ));
    }
    Ok((starts, defects))
}

/// Where the bytes begin, and whether the header agrees with the directory.
fn header<F: Read + Seek>(file: &mut F, row: &Row) -> Result<(u64, bool), NotAPack> {
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
    let mut longer = long_fields(extra)?;
    let mut long = |short: u32| match short {
        0xFFFF_FFFF => longer.number(8),
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
    let sizes = (crc, packed, bytes);
    let same = (flags, method, modified) == (row.flags, row.method, row.modified)
        && (sizes == (row.crc, row.packed, row.bytes) || (streamed && sizes == (0, 0, 0)));
    Ok((row.offset + 30 + rest.len() as u64, same))
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
