//! The rules an entry must keep before it may be written, because it can never be taken back.

use chrono::{DateTime, NaiveDate, SecondsFormat};
use serde_json::{Number, Value};

use super::{EntryOf, VERSION};
use crate::LedgerError;
use crate::note::check_name;

/// The largest whole number every JSON reader keeps exactly (RFC 7493 §2.2): 2^53 − 1.
const LARGEST_EXACT: u64 = (1 << 53) - 1;
/// The first whole number beyond it.
const TWO_TO_53: f64 = 9_007_199_254_740_992.0;
/// From here canonical JSON writes numbers with an exponent (ECMAScript's rule, RFC 8785 §3.2.2.3).
const WRITTEN_WITH_EXPONENT: f64 = 1e21;

/// A field's name, its value, and what the value must be like.
type Rule<'a> = (&'static str, &'a str, fn(&str) -> bool);

/// Whether all fields but the body are as they must be.
pub(super) fn check_head<B>(entry: &EntryOf<B>) -> Result<(), LedgerError> {
    if entry.v != VERSION {
        return Err(LedgerError::EntryVersion {
            found: entry.v.into(),
            known: VERSION,
        });
    }
    let rules: [Rule<'_>; 7] = [
        ("id", &entry.id, is_uuid),
        ("shop", &entry.shop, is_origin_part),
        ("device", &entry.device, is_origin_part),
        ("at", &entry.at, is_instant),
        ("zone", &entry.zone, |zone| !zone.is_empty()),
        ("day", &entry.day, is_day),
        ("kind", &entry.kind, |kind| !kind.is_empty()),
    ];
    for (field, value, allowed) in rules {
        if !allowed(value) {
            return Err(LedgerError::EntryField {
                field,
                value: value.into(),
            });
        }
    }
    Ok(())
}

/// Whether every whole number in the value survives being written as canonical JSON, which has only
/// doubles. A silently rounded amount would be worse than a refused one.
pub(super) fn check_numbers(value: &Value) -> Result<(), LedgerError> {
    match value {
        Value::Number(number) if !is_exact(number) => Err(LedgerError::NumberTooLarge {
            value: number.to_string(),
        }),
        Value::Array(values) => values.iter().try_for_each(check_numbers),
        Value::Object(fields) => fields.values().try_for_each(check_numbers),
        _ => Ok(()),
    }
}

/// A whole number within the exact range, or a double that is not written like a whole number.
fn is_exact(number: &Number) -> bool {
    if let Some(positive) = number.as_u64() {
        positive <= LARGEST_EXACT
    } else if let Some(negative) = number.as_i64() {
        negative.unsigned_abs() <= LARGEST_EXACT
    } else {
        // From 2^53 up every double is whole, and up to 10^21 it is written out digit by digit, so that a
        // reader would take it for one of the numbers refused above.
        number
            .as_f64()
            .is_some_and(|double| !(TWO_TO_53..WRITTEN_WITH_EXPONENT).contains(&double.abs()))
    }
}

/// A shop or device is part of the origin line, so it must fit in there, and the slash parts them.
pub(crate) fn is_origin_part(text: &str) -> bool {
    check_name(text).is_ok() && !text.contains('/')
}

/// Eight, four, four, four and twelve hexadecimal digits in small letters.
fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        })
}

/// An instant that exists, in the one way of writing it.
fn is_instant(text: &str) -> bool {
    DateTime::parse_from_rfc3339(text).is_ok_and(|instant| {
        instant
            .to_utc()
            .to_rfc3339_opts(SecondsFormat::Millis, true)
            == text
    })
}

/// A day of the calendar, in the one way of writing it.
fn is_day(text: &str) -> bool {
    text.parse::<NaiveDate>()
        .is_ok_and(|day| day.to_string() == text)
}
