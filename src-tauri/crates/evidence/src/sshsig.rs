//! SSH signatures (OpenSSH's PROTOCOL.sshsig) by Ed25519 keys, as `ssh-keygen -Y sign` and `-Y verify` make and
//! check them: every system has that program, so a stranger needs no other.
//!
//! The `ssh-key` crate was looked at: its stable 0.6 stands on ed25519-dalek 2 and would put a second Ed25519, SHA-2 and
//! base64 into the program, its 0.7 is a candidate since a year. What is needed of the format is short; the stock
//! `ssh-keygen` is the second opinion that the tests are held against, both ways.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256, Sha512};

#[cfg(test)]
#[path = "sshsig_tests.rs"]
mod tests;

/// The namespace of a pack's signature.
pub const PACK: &str = "kaizhang-pack";
/// A signature is some three hundred bytes; more is no signature.
const MOST_BYTES: usize = 8_192;
const MAGIC: &[u8] = b"SSHSIG";
pub(crate) const KIND: &[u8] = b"ssh-ed25519";
const BEGIN: &str = "-----BEGIN SSH SIGNATURE-----";
const END: &str = "-----END SSH SIGNATURE-----";
/// OpenSSH breaks the armour here.
const LINE: usize = 70;

/// Why a signature or a key is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SshsigError {
    /// The text is no SSH signature of the one form that is written here.
    #[error("this is not an SSH signature: {why}")]
    Malformed {
        /// The rule that is broken.
        why: &'static str,
    },
    /// The signature is by a key of another kind than Ed25519.
    #[error("the signature is by a key of the kind {kind}, not ssh-ed25519")]
    KeyKind {
        /// The kind that the signature names.
        kind: String,
    },
    /// The signature was made for another purpose.
    #[error("the signature is for {found}, not for {expected}")]
    Namespace {
        /// The namespace that was asked for.
        expected: String,
        /// The one in the signature.
        found: String,
    },
    /// The signature does not belong to this message: message, key or signature were altered.
    #[error("the signature is wrong")]
    Wrong,
    /// The bytes are no Ed25519 public key, or one so weak that anybody could sign for it.
    #[error("the public key is not a usable Ed25519 key")]
    KeyUnfit,
    /// The text is not a public key line (`ssh-ed25519 AAAA…`).
    #[error("this is not an ssh-ed25519 public key")]
    KeyUnreadable,
}

/// An Ed25519 public key, as SSH knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// The public half of the key with this seed.
    #[must_use]
    pub fn of_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed).verifying_key())
    }

    /// The key in these 32 bytes.
    ///
    /// # Errors
    ///
    /// [`SshsigError::KeyUnfit`].
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, SshsigError> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| SshsigError::KeyUnfit)?;
        // Under a point of small order one signature fits many texts.
        if key.is_weak() {
            return Err(SshsigError::KeyUnfit);
        }
        Ok(Self(key))
    }

    /// Reads `ssh-ed25519 AAAA…`, with or without a comment behind it.
    ///
    /// # Errors
    ///
    /// [`SshsigError::KeyUnreadable`] or [`SshsigError::KeyUnfit`].
    pub fn from_line(line: &str) -> Result<Self, SshsigError> {
        let mut words = line.split_whitespace();
        let (Some("ssh-ed25519"), Some(blob)) = (words.next(), words.next()) else {
            return Err(SshsigError::KeyUnreadable);
        };
        let blob = STANDARD
            .decode(blob)
            .map_err(|_| SshsigError::KeyUnreadable)?;
        Self::from_blob(&blob)
    }

    /// The 32 bytes.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The line `ssh-ed25519 AAAA…`, without a comment.
    #[must_use]
    pub fn line(&self) -> String {
        format!("ssh-ed25519 {}", STANDARD.encode(self.blob()))
    }

    /// The fingerprint as OpenSSH shows it: `SHA256:` and 43 characters. It names the key; compared with one that came
    /// by another way, it also proves it.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(self.blob());
        format!("SHA256:{}", STANDARD_NO_PAD.encode(digest))
    }

    /// As it stands in files and signatures.
    pub(crate) fn blob(&self) -> Vec<u8> {
        let mut blob = Vec::with_capacity(51);
        put(&mut blob, KIND);
        put(&mut blob, self.0.as_bytes());
        blob
    }

    fn from_blob(blob: &[u8]) -> Result<Self, SshsigError> {
        let mut rest = blob;
        let kind = take(&mut rest).ok_or(SshsigError::KeyUnreadable)?;
        if kind != KIND {
            let kind = String::from_utf8_lossy(kind).into_owned();
            return Err(SshsigError::KeyKind { kind });
        }
        let key = take(&mut rest).and_then(|key| <&[u8; 32]>::try_from(key).ok());
        match key {
            Some(key) if rest.is_empty() => Self::from_bytes(key),
            _ => Err(SshsigError::KeyUnreadable),
        }
    }
}

/// The line of an `allowed_signers` file that lets this key sign for `principal` in `namespace`.
///
/// `principal` must be of the characters that need no quoting: letters, digits, `.`, `_`, `-`, `@`; a shop's id is.
#[must_use]
pub fn allowed_signer(principal: &str, namespace: &str, key: &PublicKey) -> String {
    format!("{principal} namespaces=\"{namespace}\" {}\n", key.line())
}

/// Signs `message` for `namespace` with the key of this seed. The same input gives the same text.
#[must_use]
pub fn sign(seed: &[u8; 32], namespace: &str, message: &[u8]) -> String {
    let key = SigningKey::from_bytes(seed);
    let signed = to_be_signed(namespace, b"sha512", &Sha512::digest(message));
    let mut signature = Vec::with_capacity(83);
    put(&mut signature, KIND);
    put(&mut signature, &key.sign(&signed).to_bytes());

    let mut blob = MAGIC.to_vec();
    blob.extend(1u32.to_be_bytes());
    put(&mut blob, &PublicKey(key.verifying_key()).blob());
    put(&mut blob, namespace.as_bytes());
    put(&mut blob, b"");
    put(&mut blob, b"sha512");
    put(&mut blob, &signature);
    armour(&blob)
}

/// Whose signature this is: the key that stands in it, after the signature on `message` has been checked.
///
/// That key is only a claim of the signature itself. Whether it may sign is the caller's question, to be answered by
/// [`PublicKey::fingerprint`] or an `allowed_signers` file.
///
/// # Errors
///
/// [`SshsigError`], by what is wrong.
pub fn verify(armoured: &str, namespace: &str, message: &[u8]) -> Result<PublicKey, SshsigError> {
    let blob = unarmour(armoured)?;
    let mut rest = blob
        .strip_prefix(MAGIC)
        .and_then(|rest| rest.strip_prefix(&1u32.to_be_bytes()))
        .ok_or(malformed("its first bytes are not those of version 1"))?;
    let mut next = || take(&mut rest).ok_or(malformed("it ends too early"));
    let (key, found, reserved, hash, signature) = (next()?, next()?, next()?, next()?, next()?);
    if !rest.is_empty() || !reserved.is_empty() {
        return Err(malformed("it says more than a signature does"));
    }
    let key = PublicKey::from_blob(key)?;
    if found != namespace.as_bytes() {
        return Err(SshsigError::Namespace {
            expected: namespace.to_owned(),
            found: String::from_utf8_lossy(found).into_owned(),
        });
    }
    let digest = match hash {
        b"sha512" => Sha512::digest(message).to_vec(),
        b"sha256" => Sha256::digest(message).to_vec(),
        _ => return Err(malformed("its hash is neither SHA-256 nor SHA-512")),
    };
    let mut rest = signature;
    let (kind, bytes) = (take(&mut rest), take(&mut rest));
    let (Some(KIND), Some(bytes), true) = (kind, bytes, rest.is_empty()) else {
        return Err(malformed("its signature is not one of Ed25519"));
    };
    let signature = Signature::from_slice(bytes).map_err(|_| SshsigError::Wrong)?;
    let signed = to_be_signed(namespace, hash, &digest);
    key.0
        .verify_strict(&signed, &signature)
        .map_err(|_| SshsigError::Wrong)?;
    Ok(key)
}

fn to_be_signed(namespace: &str, hash: &[u8], digest: &[u8]) -> Vec<u8> {
    let mut signed = MAGIC.to_vec();
    put(&mut signed, namespace.as_bytes());
    put(&mut signed, b"");
    put(&mut signed, hash);
    put(&mut signed, digest);
    signed
}

fn armour(blob: &[u8]) -> String {
    let encoded = STANDARD.encode(blob);
    let mut text = format!("{BEGIN}\n");
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        // Base64 is ASCII, so every place is a border between characters.
        let (line, more) = rest.split_at(rest.len().min(LINE));
        text.push_str(line);
        text.push('\n');
        rest = more;
    }
    text.push_str(END);
    text.push('\n');
    text
}

/// The bytes in the armour. One signature has one spelling, or a pack could be altered without any check noticing.
fn unarmour(text: &str) -> Result<Vec<u8>, SshsigError> {
    if text.len() > MOST_BYTES {
        return Err(malformed("it is too long"));
    }
    let body = text
        .strip_prefix(BEGIN)
        .and_then(|rest| rest.trim_end().strip_suffix(END))
        .ok_or(malformed("it does not begin and end as one"))?;
    let encoded: String = body.split(['\r', '\n']).collect();
    let blob = STANDARD
        .decode(encoded)
        .map_err(|_| malformed("it is not base64"))?;
    if armour(&blob) == text.replace("\r\n", "\n") {
        Ok(blob)
    } else {
        Err(malformed("its lines are not broken as they must be"))
    }
}

/// An SSH string: its length in four bytes, then its bytes.
pub(crate) fn put(to: &mut Vec<u8>, bytes: &[u8]) {
    to.extend((bytes.len() as u32).to_be_bytes());
    to.extend(bytes);
}

/// The next SSH string.
pub(crate) fn take<'a>(from: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, rest) = from.split_first_chunk::<4>()?;
    let (bytes, rest) = rest.split_at_checked(u32::from_be_bytes(*length) as usize)?;
    *from = rest;
    Some(bytes)
}

fn malformed(why: &'static str) -> SshsigError {
    SshsigError::Malformed { why }
}
