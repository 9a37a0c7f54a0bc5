//! Lists and texts of `proofs.json` that are no longer than they can be. Whatever is longer is refused while it is read:
//! a list that packs to a megabyte may hold a hundred million rows.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};

use crate::names::LONGEST;

/// A list of at most so many.
pub(super) fn at_most<'de, const MOST: usize, T, D>(reading: D) -> Result<Vec<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    reading.deserialize_seq(AtMost::<MOST, T>(PhantomData))
}

struct AtMost<const MOST: usize, T>(PhantomData<T>);

impl<'de, const MOST: usize, T: Deserialize<'de>> Visitor<'de> for AtMost<MOST, T> {
    type Value = Vec<T>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "a list of at most {MOST}")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut all: S) -> Result<Vec<T>, S::Error> {
        let mut list = Vec::new();
        while let Some(one) = all.next_element()? {
            if list.len() == MOST {
                return Err(de::Error::custom(format!("a list has more than {MOST}")));
            }
            list.push(one);
        }
        Ok(list)
    }
}

/// A name, or a key.
pub(super) fn short<'de, D: Deserializer<'de>>(reading: D) -> Result<String, D::Error> {
    let text = String::deserialize(reading)?;
    if text.len() > LONGEST {
        return Err(de::Error::custom("a text is too long"));
    }
    Ok(text)
}
