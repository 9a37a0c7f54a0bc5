//! DER, as far as a timestamp needs it: definite lengths in their shortest form, tags of one byte.
//!
//! The RustCrypto crates were looked at: what reads CMS there is a candidate for release, what reads timestamps stands
//! on its elder sister. A timestamp needs some twenty fields; a reader that cannot allocate is shorter than their types.

use super::TimestampError;

pub(super) const BOOLEAN: u8 = 0x01;
pub(super) const INTEGER: u8 = 0x02;
pub(super) const OCTETS: u8 = 0x04;
pub(super) const OID: u8 = 0x06;
pub(super) const TIME: u8 = 0x18;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;
/// The constructed context tag 0; the others follow it.
pub(super) const CONTEXT: u8 = 0xA0;

/// One value: its tag, what it holds, and all its bytes, tag and length included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value<'a> {
    pub(super) tag: u8,
    pub(super) body: &'a [u8],
    pub(super) whole: &'a [u8],
}

/// Values one after the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Value<'a> {
    /// The values in this one.
    pub(super) fn inside(&self) -> Reader<'a> {
        Reader { rest: self.body }
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next value, whatever it is.
    pub(super) fn any(&mut self) -> Result<Value<'a>, TimestampError> {
        let all = self.rest;
        let broken = || malformed("a value does not have the form of DER");
        let (&tag, rest) = all.split_first().ok_or_else(broken)?;
        let (&first, mut rest) = rest.split_first().ok_or_else(broken)?;
        let length = if first < 0x80 {
            usize::from(first)
        } else {
            // 0x80 would be BER's open end; four bytes are four gigabytes.
            let count = usize::from(first & 0x7F);
            if tag & 0x1F == 0x1F || count == 0 || count > 4 {
                return Err(broken());
            }
            let (bytes, more) = rest.split_at_checked(count).ok_or_else(broken)?;
            rest = more;
            let length = bytes
                .iter()
                .fold(0usize, |length, &byte| length << 8 | usize::from(byte));
            if bytes[0] == 0 || length < 0x80 {
                return Err(broken());
            }
            length
        };
        let (body, rest) = rest.split_at_checked(length).ok_or_else(broken)?;
        self.rest = rest;
        let whole = &all[..all.len() - rest.len()];
        Ok(Value { tag, body, whole })
    }

    /// The next value, which must have this tag.
    pub(super) fn one(&mut self, tag: u8) -> Result<Value<'a>, TimestampError> {
        let value = self.any()?;
        if value.tag == tag {
            Ok(value)
        } else {
            Err(malformed("a field is missing or of the wrong kind"))
        }
    }

    /// The next value if it has this tag.
    pub(super) fn maybe(&mut self, tag: u8) -> Result<Option<Value<'a>>, TimestampError> {
        match self.rest.first() {
            Some(&next) if next == tag => self.any().map(Some),
            _ => Ok(None),
        }
    }

    /// Insists that nothing follows.
    pub(super) fn end(&self) -> Result<(), TimestampError> {
        if self.is_empty() {
            Ok(())
        } else {
            Err(malformed("something follows where nothing may"))
        }
    }
}

/// A value with this tag around these parts.
pub(super) fn wrap(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut bytes = vec![tag];
    if length < 0x80 {
        bytes.push(length as u8);
    } else {
        let digits = length.to_be_bytes();
        let skip = digits.iter().take_while(|&&digit| digit == 0).count();
        bytes.push(0x80 | (digits.len() - skip) as u8);
        bytes.extend(&digits[skip..]);
    }
    parts.iter().for_each(|part| bytes.extend(*part));
    bytes
}

/// A positive INTEGER of these bytes, in the one shortest form.
pub(super) fn unsigned(bytes: &[u8]) -> Vec<u8> {
    let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
    let digits = &bytes[zeros.min(bytes.len().saturating_sub(1))..];
    match digits.first() {
        Some(first) if *first < 0x80 => wrap(INTEGER, &[digits]),
        _ => wrap(INTEGER, &[&[0], digits]),
    }
}

/// A small number out of an INTEGER or what is tagged as one.
pub(super) fn small(value: &Value<'_>) -> Result<u64, TimestampError> {
    match value.body {
        [] => Err(malformed("a number has no digits")),
        [first, ..] if *first >= 0x80 => Err(malformed("a number is negative")),
        digits if digits.len() > 8 => Err(malformed("a number is too large")),
        digits => Ok(digits
            .iter()
            .fold(0, |number, &digit| number << 8 | u64::from(digit))),
    }
}

pub(super) fn malformed(why: &'static str) -> TimestampError {
    TimestampError::Malformed { why }
}
