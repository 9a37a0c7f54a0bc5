//! `proofs.json`, read as it comes: one log is held at a time, and one proof, whatever the length of the whole.

use std::fmt;
use std::io::{self, BufReader, Read};

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};

use super::Walk;
pub(super) use crate::pack::{LogLine, ProofLine};

/// A line is one proof, or the logs: sixty hashes, or a thousand logs with their keys.
const MOST_LINE: usize = 8 << 20;

pub(super) fn each(proofs: Box<dyn Read + Send>, walk: &mut Walk<'_, '_>) -> Result<(), String> {
    let short = ShortLines {
        inner: BufReader::with_capacity(256 << 10, proofs),
        line: 0,
    };
    let mut reading = serde_json::Deserializer::from_reader(BufReader::new(short));
    Whole(walk)
        .deserialize(&mut reading)
        .and_then(|()| reading.end())
        .map_err(|error| error.to_string())
}

/// Bytes whose newlines come often enough that nobody can make the parser hold much.
struct ShortLines<R> {
    inner: R,
    line: usize,
}

impl<R: Read> Read for ShortLines<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(to)?;
        self.line = match to[..read].iter().rposition(|&byte| byte == b'\n') {
            Some(at) => read - at,
            None => self.line + read,
        };
        if self.line > MOST_LINE {
            return Err(io::Error::other("a line of it is too long"));
        }
        Ok(read)
    }
}

struct Whole<'w, 'f, 'a>(&'w mut Walk<'f, 'a>);

impl<'de> DeserializeSeed<'de> for Whole<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, reading: D) -> Result<(), D::Error> {
        reading.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("the version, the logs and the proofs, in this order")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        fn key<'de, M: MapAccess<'de>>(map: &mut M, expected: &str) -> Result<(), M::Error> {
            if map.next_key::<String>()?.as_deref() == Some(expected) {
                Ok(())
            } else {
                Err(de::Error::custom(format!(
                    "{expected} is not where it must be"
                )))
            }
        }
        key(&mut map, "v")?;
        if map.next_value::<u64>()? != 1 {
            return Err(de::Error::custom("its version is not known here"));
        }
        key(&mut map, "logs")?;
        map.next_value_seed(Logs(self.0))?;
        key(&mut map, "entries")?;
        map.next_value_seed(Entries(self.0))?;
        match map.next_key::<String>()? {
            None => Ok(()),
            Some(_) => Err(de::Error::custom("it says more than proofs")),
        }
    }
}

struct Logs<'w, 'f, 'a>(&'w mut Walk<'f, 'a>);

impl<'de> DeserializeSeed<'de> for Logs<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, reading: D) -> Result<(), D::Error> {
        reading.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Logs<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("one log after the other")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut all: S) -> Result<(), S::Error> {
        while let Some(log) = all.next_element::<LogLine>()? {
            self.0.log(&log).map_err(de::Error::custom)?;
        }
        Ok(())
    }
}

struct Entries<'w, 'f, 'a>(&'w mut Walk<'f, 'a>);

impl<'de> DeserializeSeed<'de> for Entries<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, reading: D) -> Result<(), D::Error> {
        reading.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Entries<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("one proof after the other")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut all: S) -> Result<(), S::Error> {
        while let Some(proof) = all.next_element::<ProofLine>()? {
            self.0.proof(&proof).map_err(de::Error::custom)?;
        }
        Ok(())
    }
}
