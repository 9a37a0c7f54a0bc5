//! Our own pack: what stands in it, in which order, and what it says about itself.

use std::io::{Read, Seek, Write};

use chrono::{DateTime, Utc};
use kaizhang_ledger::Hash;

use crate::bag::{Bag, Watch, WriteError, Written};
use crate::sshsig::{self, PublicKey};
use crate::timestamp;

mod bounded;
mod proofs;
mod told;

pub use proofs::{Anchor, Log};
pub(crate) use proofs::{LogLine, MOST_ANCHORS, ProofLine};

/// The label in `bag-info.txt` that says that a bag is a pack, and which form it has.
pub(crate) const LABEL: &str = "Kaizhang-Pack";
/// The form that is written here. A later program reads it forever.
pub(crate) const FORM: &str = "1";
pub(crate) const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
pub(crate) const SIGNATURE: &str = "tagmanifest-sha256.txt.sig";
pub(crate) const TOKEN: &str = "tagmanifest-sha256.txt.tsr";
pub(crate) const SIGNERS: &str = "allowed_signers";
pub(crate) const ROOTS: &str = "timestamp-roots.pem";
pub(crate) const ENTRIES: &str = "data/entries.jsonl";
pub(crate) const PROOFS: &str = "data/proofs.json";
pub(crate) const ATTACHMENTS: &str = "data/attachments/";
/// What every pack has, whatever its case; the payload's own manifest lists the rest.
pub(crate) const ALWAYS: [&str; 9] = [
    "bagit.txt",
    "bag-info.txt",
    "manifest-sha256.txt",
    SIGNATURE,
    SIGNERS,
    "VERIFY.txt",
    ENTRIES,
    PROOFS,
    "data/checkpoint.txt",
];

/// One file of the shop's that goes along.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its name below `data/attachments/`.
    pub name: String,
    /// What was written down about it; anything else is refused.
    pub written: Written,
}

/// An entry with the way to the root of its log.
#[derive(Debug)]
pub struct Proven<'a> {
    /// Which of the logs it stands in, by its place in [`Contents::logs`].
    pub log: usize,
    /// Its place there.
    pub seq: u64,
    /// Its canonical JSON.
    pub json: &'a str,
    /// The hashes from its leaf to the root of that log's checkpoint.
    pub proof: &'a [Hash],
}

/// Takes one entry after the other.
pub type Take<'t> = &'t mut dyn FnMut(&Proven<'_>) -> Result<(), WriteError>;

/// Where the long parts of a pack come from, so that none of them has to be held.
pub trait Source {
    /// Hands over every entry, in the order of its log and of its place there. It is asked twice and must answer the same.
    ///
    /// # Errors
    ///
    /// Its own, as [`WriteError::Source`], and whatever `take` returned.
    fn entries(&mut self, take: Take<'_>) -> Result<(), WriteError>;

    /// Opens the bytes of an attachment.
    ///
    /// # Errors
    ///
    /// The system's.
    fn open(&mut self, attachment: &Attachment) -> std::io::Result<Box<dyn Read>>;

    /// Asks the owner's timestamp service about this SHA-256; `None` where there is none or it is down.
    fn stamp(&mut self, digest: &[u8; 32]) -> Option<Vec<u8>>;
}

/// What a pack says and holds beside what its [`Source`] hands over.
#[derive(Debug)]
pub struct Contents<'a> {
    /// The one folder in the zip, as `kaizhang-incident-12-20261129`.
    pub folder: &'a str,
    /// When it is made.
    pub at: DateTime<Utc>,
    /// The shop's id, under which its key signs.
    pub shop: &'a str,
    /// The shop's name, for people.
    pub shop_name: &'a str,
    /// What the pack is about, for people: one line.
    pub about: &'a str,
    /// The program that makes it, as `kaizhang/0.1.0`.
    pub program: &'a str,
    /// The logs whose entries go along; the first is the one that is being written.
    pub logs: &'a [Log],
    /// Files that are short and made for this pack, with their names below `data/`: the report, the lists.
    pub papers: &'a [(&'a str, Vec<u8>)],
    /// The shop's files.
    pub attachments: &'a [Attachment],
    /// The roots of the timestamp service, as PEM; empty where there is none.
    pub roots_pem: &'a str,
    /// The seed of the key that signs.
    pub seed: &'a [u8; 32],
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Entries in it.
    pub entries: u64,
    /// Files of its payload.
    pub files: u64,
    /// SHA-256 of the tag manifest, which stands for all of it.
    pub digest: Hash,
    /// The fingerprint of the key that signed.
    pub signed_by: String,
    /// Whether a timestamp stands on it.
    pub timestamped: bool,
}

/// Writes a pack. Memory stays flat whatever its size; the same input gives the same bytes.
///
/// # Errors
///
/// [`WriteError`]. What `out` holds then is no pack.
pub fn write<W: Write + Seek>(
    out: W,
    contents: &Contents<'_>,
    source: &mut dyn Source,
    watch: Watch<'_>,
) -> Result<(W, Made), WriteError> {
    let mut bag = Bag::begin(out, contents.folder, contents.at, watch)?;
    let key = PublicKey::of_seed(contents.seed);
    bag.tag("VERIFY.txt", told::verify_txt(contents, &key).as_bytes())?;
    let signer = sshsig::allowed_signer(contents.shop, sshsig::PACK, &key);
    bag.tag(SIGNERS, signer.as_bytes())?;
    if !contents.roots_pem.is_empty() {
        bag.tag(ROOTS, contents.roots_pem.as_bytes())?;
    }
    let mut files = 0;
    for (name, bytes) in contents.papers {
        bag.file(&format!("data/{name}"), None, &mut bytes.as_slice())?;
        files += 1;
    }
    let entries = proofs::write(&mut bag, contents.logs, source, &mut files)?;
    for attachment in contents.attachments {
        let path = format!("{ATTACHMENTS}{}", attachment.name);
        let mut bytes = source.open(attachment).map_err(|source| {
            let path = path.clone();
            WriteError::Unreadable { path, source }
        })?;
        bag.file(&path, Some(&attachment.written), &mut bytes)?;
        files += 1;
    }
    let manifest = bag.manifests(&told::info(contents, &key))?;
    let signature = sshsig::sign(contents.seed, sshsig::PACK, &manifest);
    bag.loose(SIGNATURE, signature.as_bytes())?;
    let digest = <sha2::Sha256 as sha2::Digest>::digest(&manifest).into();
    let token = source.stamp(&digest);
    if let Some(answer) = &token {
        // The plainest form, whatever the authority wrapped it in: nothing in a pack can be altered unseen.
        let token =
            timestamp::token_of(answer).map_err(|error| WriteError::Source(Box::new(error)))?;
        bag.loose(TOKEN, &timestamp::response_of(token))?;
    }
    let made = Made {
        entries,
        files,
        digest: Hash(digest),
        signed_by: key.fingerprint(),
        timestamped: token.is_some(),
    };
    Ok((bag.finish()?, made))
}
