//! TSTInfo (RFC 3161 §2.4.2): what the authority signs.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::der::{CONTEXT, INTEGER, OCTETS, OID, Reader, SEQUENCE, TIME, malformed, small};
use super::{SHA256, TimestampError};

pub(super) struct Info<'a> {
    pub(super) policy: String,
    pub(super) digest: &'a [u8],
    pub(super) serial: String,
    pub(super) at: DateTime<Utc>,
    pub(super) accuracy_ms: Option<u64>,
    /// The whole INTEGER.
    pub(super) nonce: Option<&'a [u8]>,
}

pub(super) fn read(content: &[u8]) -> Result<Info<'_>, TimestampError> {
    let mut outer = Reader::new(content);
    let mut info = outer.one(SEQUENCE)?.inside();
    outer.end()?;
    if small(&info.one(INTEGER)?)? != 1 {
        return Err(malformed("its version is not 1"));
    }
    let policy = dotted(info.one(OID)?.body)?;
    let mut imprint = info.one(SEQUENCE)?.inside();
    let algorithm = imprint.one(SEQUENCE)?.inside().one(OID)?;
    if algorithm.body != SHA256 {
        // We only ever ask about SHA-256, so another hash is an answer to somebody else.
        return Err(TimestampError::OtherDigest);
    }
    let digest = imprint.one(OCTETS)?.body;
    imprint.end()?;
    let serial = hex::encode(info.one(INTEGER)?.body);
    let at = instant(info.one(TIME)?.body)?;
    let accuracy_ms = match info.maybe(SEQUENCE)? {
        Some(accuracy) => Some(milliseconds(accuracy.inside())?),
        None => None,
    };
    // `ordering`, which promises something only between two tokens of the same authority.
    info.maybe(super::der::BOOLEAN)?;
    let nonce = info.maybe(INTEGER)?.map(|nonce| nonce.whole);
    info.maybe(CONTEXT)?;
    if info.maybe(CONTEXT + 1)?.is_some() {
        // An extension may be critical, and none is known here.
        return Err(malformed("it has extensions"));
    }
    info.end()?;
    Ok(Info {
        policy,
        digest,
        serial,
        at,
        accuracy_ms,
        nonce,
    })
}

/// GeneralizedTime in UTC, with any fraction of a second.
pub(super) fn instant(body: &[u8]) -> Result<DateTime<Utc>, TimestampError> {
    let unreadable = || malformed("its time cannot be read");
    let text = std::str::from_utf8(body).map_err(|_| unreadable())?;
    let plain = text.strip_suffix('Z').ok_or_else(unreadable)?;
    let whole = plain.split_once('.').map_or(plain, |(whole, _)| whole);
    if whole.len() != 14 || !plain.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return Err(unreadable());
    }
    NaiveDateTime::parse_from_str(plain, "%Y%m%d%H%M%S%.f")
        .map(|read| read.and_utc())
        .map_err(|_| unreadable())
}

/// Accuracy, rounded up to whole milliseconds.
fn milliseconds(mut accuracy: Reader<'_>) -> Result<u64, TimestampError> {
    let mut total_us: u64 = 0;
    for (tag, unit_us) in [(INTEGER, 1_000_000), (0x80, 1_000), (0x81, 1)] {
        if let Some(part) = accuracy.maybe(tag)? {
            let part = small(&part)?.saturating_mul(unit_us);
            total_us = total_us.saturating_add(part);
        }
    }
    accuracy.end()?;
    Ok(total_us.div_ceil(1_000))
}

/// An object identifier as dotted numbers.
fn dotted(body: &[u8]) -> Result<String, TimestampError> {
    let mut arcs: Vec<u64> = Vec::new();
    let mut arc: u64 = 0;
    for &byte in body {
        if arc > u64::MAX >> 7 {
            return Err(malformed("an object identifier is too large"));
        }
        arc = arc << 7 | u64::from(byte & 0x7F);
        if byte & 0x80 == 0 {
            // The first number holds two: 40 × first + second, the first being 0, 1 or 2.
            if arcs.is_empty() {
                let first = (arc / 40).min(2);
                arcs.push(first);
                arc -= first * 40;
            }
            arcs.push(arc);
            arc = 0;
        }
    }
    let texts: Vec<String> = arcs.iter().map(u64::to_string).collect();
    Ok(texts.join("."))
}
