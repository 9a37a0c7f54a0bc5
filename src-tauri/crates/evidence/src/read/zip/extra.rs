//! Extra fields (APPNOTE.TXT 4.5): what packers write beside the name of a file.

use std::collections::BTreeSet;

use super::directory::Fields;
use super::{NotAPack, two_ways};

/// The longer sizes, and the name once more.
const LONG: u16 = 0x0001;
const UNICODE_PATH: u16 = 0x7075;
/// What stock tools write: longer sizes, times (NTFS, Unix), owners (Unix), the latter in forms of several ages.
const USUAL: [u16; 6] = [LONG, 0x000A, 0x5455, 0x5855, 0x7855, 0x7875];

/// What an extra field holds.
pub(super) struct Extra<'a> {
    /// The longer sizes; empty where there are none.
    pub(super) long: Fields<'a>,
    /// Whether it has what stock tools do not write, or something twice.
    pub(super) strange: bool,
}

/// Reads the extra field of the file with this name.
pub(super) fn extra_of<'a>(field: &'a [u8], name: &str) -> Result<Extra<'a>, NotAPack> {
    let mut fields = Fields(field);
    let mut seen = BTreeSet::new();
    let mut extra = Extra {
        long: Fields(&[]),
        strange: false,
    };
    // Some packers leave a few bytes behind the last one.
    while fields.0.len() >= 4 {
        let (kind, length) = (fields.u16()?, fields.u16()?);
        let body = fields.take(length.into())?;
        let again = !seen.insert(kind);
        match kind {
            LONG if again => return Err(two_ways(name, "it says its sizes twice")),
            LONG => extra.long = Fields(body),
            // Some programs take this name, behind a version and a checksum, in place of the one in the row.
            UNICODE_PATH if body.get(5..) != Some(name.as_bytes()) => {
                return Err(two_ways(name, "it has another name in its extra field"));
            }
            _ => {}
        }
        extra.strange |= again || !USUAL.contains(&kind);
    }
    extra.strange |= !fields.0.is_empty();
    Ok(extra)
}
