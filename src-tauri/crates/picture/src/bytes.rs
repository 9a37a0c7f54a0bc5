//! Numbers out of a file that may end anywhere: every read says `None` beyond the end.

/// `len` bytes from `at`, if the file has them all.
pub(crate) fn slice(bytes: &[u8], at: usize, len: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(len)?)
}

/// As many of `len` bytes from `at` as the file has.
pub(crate) fn up_to(bytes: &[u8], at: usize, len: usize) -> &[u8] {
    let end = at.saturating_add(len).min(bytes.len());
    bytes.get(at..end).unwrap_or_default()
}

/// Four letters, as chunks and boxes are named by.
pub(crate) fn name(bytes: &[u8], at: usize) -> Option<[u8; 4]> {
    slice(bytes, at, 4)?.try_into().ok()
}

/// Sixteen bits, the high byte first.
pub(crate) fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(slice(bytes, at, 2)?.try_into().ok()?))
}

/// Thirty-two bits, the high byte first.
pub(crate) fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(name(bytes, at)?))
}

/// Sixteen bits, the low byte first.
pub(crate) fn le16(bytes: &[u8], at: usize) -> Option<u16> {
    be16(bytes, at).map(u16::swap_bytes)
}

/// Twenty-four bits, the low byte first.
pub(crate) fn le24(bytes: &[u8], at: usize) -> Option<u32> {
    let three = slice(bytes, at, 3)?;
    Some(
        three
            .iter()
            .rev()
            .fold(0, |sum, byte| sum << 8 | u32::from(*byte)),
    )
}

/// Thirty-two bits, the low byte first.
pub(crate) fn le32(bytes: &[u8], at: usize) -> Option<u32> {
    be32(bytes, at).map(u32::swap_bytes)
}
