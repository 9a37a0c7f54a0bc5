//! C2SP signed notes (<https://c2sp.org/signed-note>): a text anybody can read, and signatures below it.
//!
//! The `signed_note` crate was looked at: its 0.2 stands on ed25519-dalek 2, so it would put a second
//! Ed25519, SHA-2 and base64 into the program. The format is short; it is written here and held to the
//! vectors that Go's `sumdb/note`, the format's origin, publishes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::LedgerError;

mod form;

#[cfg(test)]
mod tests;

pub(crate) use form::check_name;
use form::{check_characters, malformed, signature_line, split};

/// The signature type byte of plain Ed25519 in the C2SP list.
const ED25519: u8 = 0x01;
/// More signatures than this nobody makes; somebody who sends them wants to waste our time.
const MOST_SIGNATURES: usize = 100;

/// A device's key, ready to sign under its name.
pub struct Signer {
    key: SigningKey,
    verifier: Verifier,
}

/// The public half of a key with its name: whose signature a note must carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verifier {
    name: String,
    id: [u8; 4],
    key: VerifyingKey,
}

impl Signer {
    /// The key with this seed, under this name; for checkpoints the name is the log's origin.
    ///
    /// # Errors
    ///
    /// [`LedgerError::NameUnfit`] if a signed note cannot carry the name.
    pub fn from_seed(name: &str, seed: [u8; 32]) -> Result<Self, LedgerError> {
        let key = SigningKey::from_bytes(&seed);
        let verifier = Verifier::from_key(name, key.verifying_key())?;
        Ok(Self { key, verifier })
    }

    /// The name signatures are made under.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.verifier.name
    }

    /// The 32 bytes of the public key.
    #[must_use]
    pub fn public_key(&self) -> [u8; 32] {
        self.key.verifying_key().to_bytes()
    }

    /// What others need to check this key's signatures.
    #[must_use]
    pub fn verifier(&self) -> &Verifier {
        &self.verifier
    }

    /// The text as a note with this key's signature.
    ///
    /// # Errors
    ///
    /// [`LedgerError::NoteMalformed`] if the text does not end in a newline or has control characters.
    pub fn seal(&self, text: &str) -> Result<String, LedgerError> {
        check_characters(text)?;
        if !text.ends_with('\n') {
            return malformed("the text does not end in a newline");
        }
        let mut bytes = self.verifier.id.to_vec();
        bytes.extend(self.key.sign(text.as_bytes()).to_bytes());
        let encoded = STANDARD.encode(bytes);
        Ok(format!("{text}\n— {} {encoded}\n", self.name()))
    }
}

impl std::fmt::Debug for Signer {
    /// Only the public half: a secret key must not get into a log by way of `{:?}`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Signer")
            .field("verifier", &self.verifier)
            .finish_non_exhaustive()
    }
}

impl Verifier {
    /// The verifier for this public key under this name.
    ///
    /// # Errors
    ///
    /// [`LedgerError::NameUnfit`], or [`LedgerError::KeyUnfit`] if the bytes are no key or a weak one.
    pub fn new(name: &str, public_key: [u8; 32]) -> Result<Self, LedgerError> {
        let key = VerifyingKey::from_bytes(&public_key).map_err(|_| LedgerError::KeyUnfit)?;
        // Under a point of small order one signature fits many texts.
        if key.is_weak() {
            return Err(LedgerError::KeyUnfit);
        }
        Self::from_key(name, key)
    }

    /// Reads the written form `name+id+key`, as [`Verifier::to_text`] and Go's `note` tools write it.
    ///
    /// # Errors
    ///
    /// [`LedgerError::KeyUnreadable`] if it is not written so or the id is not the key's; else as
    /// [`Verifier::new`].
    pub fn from_text(text: &str) -> Result<Self, LedgerError> {
        let unreadable = || LedgerError::KeyUnreadable { text: text.into() };
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(unreadable());
        };
        let bytes = STANDARD.decode(key).map_err(|_| unreadable())?;
        let [ED25519, key @ ..] = bytes.as_slice() else {
            return Err(unreadable());
        };
        let verifier = Self::new(name, key.try_into().map_err(|_| unreadable())?)?;
        if hex::encode(verifier.id) == id {
            Ok(verifier)
        } else {
            Err(unreadable())
        }
    }

    /// The written form `name+id+key`, for stock tools and for handing the key on.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut bytes = vec![ED25519];
        bytes.extend(self.key.as_bytes());
        let (id, key) = (hex::encode(self.id), STANDARD.encode(bytes));
        format!("{}+{id}+{key}", self.name)
    }

    /// The name a signature must be under.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The 32 bytes of the public key.
    #[must_use]
    pub fn public_key(&self) -> [u8; 32] {
        self.key.to_bytes()
    }

    /// The four bytes that tell keys of the same name apart: the start of
    /// SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). No proof of anything by themselves.
    #[must_use]
    pub fn key_id(&self) -> [u8; 4] {
        self.id
    }

    /// The text of a note, after this key's signature on it has been checked.
    ///
    /// Signatures by other keys are left aside, as the format asks; one that claims to be by this key and
    /// is not makes the whole note worthless.
    ///
    /// # Errors
    ///
    /// [`LedgerError::NoteMalformed`], [`LedgerError::SignatureMissing`], [`LedgerError::SignatureWrong`].
    pub fn open<'a>(&self, note: &'a str) -> Result<&'a str, LedgerError> {
        let (text, lines) = split(note)?;
        let mut signed = false;
        for (count, line) in lines.split_terminator('\n').enumerate() {
            if count == MOST_SIGNATURES {
                return malformed("it has too many signatures");
            }
            let (name, bytes) = signature_line(line)?;
            let Some(signature) = bytes.strip_prefix(&self.id) else {
                continue;
            };
            if name != self.name {
                continue;
            }
            self.check(text, signature)?;
            signed = true;
        }
        if signed {
            Ok(text)
        } else {
            let name = self.name.clone();
            Err(LedgerError::SignatureMissing { name })
        }
    }

    fn check(&self, text: &str, signature: &[u8]) -> Result<(), LedgerError> {
        Signature::from_slice(signature)
            .and_then(|signature| self.key.verify_strict(text.as_bytes(), &signature))
            .map_err(|_| LedgerError::SignatureWrong {
                name: self.name.clone(),
            })
    }

    fn from_key(name: &str, key: VerifyingKey) -> Result<Self, LedgerError> {
        check_name(name)?;
        let mut sha = Sha256::new();
        sha.update(name.as_bytes());
        sha.update([b'\n', ED25519]);
        sha.update(key.as_bytes());
        let [a, b, c, d, ..]: [u8; 32] = sha.finalize().into();
        Ok(Self {
            name: name.into(),
            id: [a, b, c, d],
            key,
        })
    }
}
