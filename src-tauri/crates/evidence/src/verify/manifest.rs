//! Manifests (RFC 8493 §2.1.3): a hash and a name a line.

use std::collections::BTreeMap;

use ring::digest as sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use crate::names;
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

/// A line that is none, by its number from 1.
pub(super) type Wrong = (usize, Why);

/// Reads a manifest; lines that are none are told beside it.
pub(super) fn parse(path: &str, algorithm: Algorithm, text: &str) -> (Manifest, Vec<Wrong>) {
    let mut hashes = BTreeMap::new();
    let mut wrong = Vec::new();
    // A carriage return ends a line too (RFC 8493 §2.1.3), and a last line may go without an end.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for (at, line) in text.split_terminator('\n').enumerate() {
        let mut told = |why| wrong.push((at + 1, why));
        let Some((hash, name)) = line.split_once([' ', '\t']) else {
            told(Why::new("line_no_hash", "it is not a hash and a name"));
            continue;
        };
        let mut bytes = vec![0; algorithm.digits() / 2];
        if hash.len() != algorithm.digits() || hex::decode_to_slice(hash, &mut bytes).is_err() {
            told(Why::new("line_no_hash", "its hash has not the form of one"));
            continue;
        }
        let name = name.trim_start_matches([' ', '\t']);
        // md5sum and its like mark what they read as bytes.
        let name = name.strip_prefix('*').unwrap_or(name);
        let name = names::unescaped(name.strip_prefix("./").unwrap_or(name));
        if let Err(why) = names::is_inside(&name) {
            told(why);
            continue;
        }
        if hashes.insert(name, bytes).is_some() {
            let why = "it names a file that was named before";
            told(Why::new("named_before", why));
        }
    }
    let manifest = Manifest {
        path: path.to_owned(),
        algorithm,
        hashes,
    };
    (manifest, wrong)
}
