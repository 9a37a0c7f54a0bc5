//! Manifests (RFC 8493 §2.1.3): a hash and a name a line.

use std::collections::BTreeMap;

use ring::digest as sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::NotAPack;
use crate::names;
use crate::read::too_many;
use crate::why::Why;

/// The hashes that a bag may use. MD5 and SHA-1 show damage, though no forgery; old bags have nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Algorithm {
    Md5,
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

/// A hash that is being computed.
pub(super) enum Hasher {
    Md5(md5::Md5),
    Sha1(sha1::Context),
    Sha256(Sha256),
    Sha384(Sha384),
    Sha512(Sha512),
}

impl Algorithm {
    /// The algorithm of `manifest-<name>.txt`.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "md5" => Self::Md5,
            "sha1" => Self::Sha1,
            "sha256" => Self::Sha256,
            "sha384" => Self::Sha384,
            "sha512" => Self::Sha512,
            _ => return None,
        })
    }

    fn digits(self) -> usize {
        match self {
            Self::Md5 => 32,
            Self::Sha1 => 40,
            Self::Sha256 => 64,
            Self::Sha384 => 96,
            Self::Sha512 => 128,
        }
    }

    pub(super) fn hasher(self) -> Hasher {
        match self {
            Self::Md5 => Hasher::Md5(md5::Md5::new()),
            Self::Sha1 => Hasher::Sha1(sha1::Context::new(&sha1::SHA1_FOR_LEGACY_USE_ONLY)),
            Self::Sha256 => Hasher::Sha256(Sha256::new()),
            Self::Sha384 => Hasher::Sha384(Sha384::new()),
            Self::Sha512 => Hasher::Sha512(Sha512::new()),
        }
    }
}

impl Hasher {
    pub(super) fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Md5(hash) => hash.update(bytes),
            Self::Sha1(hash) => hash.update(bytes),
            Self::Sha256(hash) => hash.update(bytes),
            Self::Sha384(hash) => hash.update(bytes),
            Self::Sha512(hash) => hash.update(bytes),
        }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        match self {
            Self::Md5(hash) => hash.finalize().to_vec(),
            Self::Sha1(hash) => hash.finish().as_ref().to_vec(),
            Self::Sha256(hash) => hash.finalize().to_vec(),
            Self::Sha384(hash) => hash.finalize().to_vec(),
            Self::Sha512(hash) => hash.finalize().to_vec(),
        }
    }
}

/// A manifest: the hash of each name.
#[derive(Debug)]
pub(super) struct Manifest {
    /// Its own name.
    pub(super) path: String,
    pub(super) algorithm: Algorithm,
    pub(super) hashes: BTreeMap<String, Vec<u8>>,
}

/// The lines of a text. A carriage return ends one too (RFC 8493 §2.1.3), and the last may go without an end.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some(at) = rest.bytes().position(|byte| matches!(byte, b'\n' | b'\r')) else {
            return Some(std::mem::take(&mut rest));
        };
        let (line, more) = rest.split_at(at);
        rest = more.strip_prefix("\r\n").unwrap_or(&more[1..]);
        Some(line)
    })
}

/// How a manifest is to be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub(super) algorithm: Algorithm,
    /// Before 1.0 a file could be listed twice, as long as both lines said the same.
    pub(super) twice: bool,
    /// Names that are held, at most.
    pub(super) most: usize,
}

/// Reads a manifest. Of each line is told, by its number from 1, whether it is one; nothing is kept of those that are
/// none, for a short file can hold a hundred million of them.
pub(super) fn parse(
    path: &str,
    text: &str,
    reading: Reading,
    told: &mut dyn FnMut(usize, Result<(), Why>) -> Result<(), NotAPack>,
) -> Result<Manifest, NotAPack> {
    let mut hashes = BTreeMap::new();
    for (at, line) in lines(text).enumerate() {
        let read = one_line(line, reading.algorithm).and_then(|(name, hash)| {
            let before = hashes.get(&name);
            if before.is_none_or(|before| reading.twice && *before == hash) {
                hashes.insert(name, hash);
                return Ok(());
            }
            let why = "it names a file that was named before";
            Err(Why::new("named_before", why))
        });
        if hashes.len() > reading.most {
            return Err(too_many());
        }
        told(at + 1, read)?;
    }
    Ok(Manifest {
        path: path.to_owned(),
        algorithm: reading.algorithm,
        hashes,
    })
}

fn one_line(line: &str, algorithm: Algorithm) -> Result<(String, Vec<u8>), Why> {
    let Some((hash, name)) = line.split_once([' ', '\t']) else {
        return Err(Why::new("line_no_hash", "it is not a hash and a name"));
    };
    let bytes = (hash.len() == algorithm.digits())
        .then(|| hex::decode(hash).ok())
        .flatten();
    let Some(bytes) = bytes else {
        let why = "its hash has not the form of one";
        return Err(Why::new("line_no_hash", why));
    };
    let name = name.trim_start_matches([' ', '\t']);
    // md5sum and its like mark what they read as bytes.
    let name = name.strip_prefix('*').unwrap_or(name);
    let name = names::unescaped(name.strip_prefix("./").unwrap_or(name));
    names::is_inside(&name)?;
    Ok((name, bytes))
}
