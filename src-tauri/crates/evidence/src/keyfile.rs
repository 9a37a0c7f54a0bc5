//! An Ed25519 private key as OpenSSH keeps it (its PROTOCOL.key), under a passphrase: the copy of a signing key that its
//! owner puts away. Every `ssh-keygen` opens it, so it can be used again when this program is gone.

use aes::Aes256;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ctr::Ctr128BE;
use ctr::cipher::{KeyIvInit, StreamCipher};

use crate::sshsig::{KIND, PublicKey, put, take};

#[cfg(test)]
#[path = "keyfile_tests.rs"]
mod tests;

/// The fewest characters of a passphrase. The file may lie in a drawer for years.
pub const LEAST_PASSPHRASE: usize = 8;
/// Longest file that is read, in bytes; ours has half a thousand.
pub const MOST_BYTES: usize = 16 << 10;

const BEGIN: &str = "-----BEGIN OPENSSH PRIVATE KEY-----";
const END: &str = "-----END OPENSSH PRIVATE KEY-----";
const MAGIC: &[u8] = b"openssh-key-v1\0";
const CIPHER: &[u8] = b"aes256-ctr";
const KDF: &[u8] = b"bcrypt";
/// What `ssh-keygen` itself takes since 9.4: a try costs somebody who guesses a fifth of a second.
const ROUNDS: u32 = 24;
/// Who asks for more wants us to reckon for hours.
const MOST_ROUNDS: u32 = 512;
/// OpenSSH breaks the armour of private keys here.
const LINE: usize = 70;
const BLOCK: usize = 16;

/// Why a file gives no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyfileError {
    /// The text is no OpenSSH private key.
    #[error("this is not an OpenSSH private key: {why}")]
    Malformed {
        /// The rule that is broken.
        why: &'static str,
    },
    /// A key of another kind, or in a form that is not read here.
    #[error("this key is of the kind {kind}")]
    Unsupported {
        /// The kind of key or cipher.
        kind: String,
    },
    /// The passphrase is wrong; or the file was altered, which looks the same.
    #[error("the passphrase is wrong")]
    Passphrase,
}

/// The key of this seed as the text of a file. The same input gives the same text, so salt and check must be chance.
#[must_use]
pub fn write(
    seed: &[u8; 32],
    passphrase: &str,
    comment: &str,
    salt: &[u8; 16],
    check: [u8; 4],
) -> String {
    let key = PublicKey::of_seed(seed);
    let mut secret = [check, check].concat();
    put(&mut secret, KIND);
    put(&mut secret, &key.to_bytes());
    put(&mut secret, &[*seed, key.to_bytes()].concat());
    put(&mut secret, comment.as_bytes());
    let padding = (1..).take(secret.len().next_multiple_of(BLOCK) - secret.len());
    secret.extend(padding);
    // Salt, rounds and length are as the derivation wants them, so it does not fail.
    let _ = apply(&mut secret, passphrase, salt, ROUNDS);

    let mut options = Vec::new();
    put(&mut options, salt);
    options.extend(ROUNDS.to_be_bytes());
    let mut blob = MAGIC.to_vec();
    put(&mut blob, CIPHER);
    put(&mut blob, KDF);
    put(&mut blob, &options);
    blob.extend(1u32.to_be_bytes());
    put(&mut blob, &key.blob());
    put(&mut blob, &secret);

    let encoded = STANDARD.encode(blob);
    let lines: Vec<&str> = encoded
        .as_bytes()
        .chunks(LINE)
        .filter_map(|line| std::str::from_utf8(line).ok())
        .collect();
    format!("{BEGIN}\n{}\n{END}\n", lines.join("\n"))
}

/// The seed in the text of a key file.
///
/// # Errors
///
/// [`KeyfileError`], by what is wrong first.
pub fn read(text: &str, passphrase: &str) -> Result<[u8; 32], KeyfileError> {
    let blob = unarmour(text)?;
    let mut rest = blob
        .strip_prefix(MAGIC)
        .ok_or(malformed("its first bytes are not those of version 1"))?;
    let mut next = || take(&mut rest).ok_or(malformed("it ends too early"));
    let (cipher, kdf, options) = (next()?, next()?, next()?);
    let (count, mut rest) = rest
        .split_first_chunk::<4>()
        .ok_or(malformed("it ends too early"))?;
    if u32::from_be_bytes(*count) != 1 {
        return Err(malformed("it does not hold one key"));
    }
    let (public, secret) = (take(&mut rest), take(&mut rest));
    let (Some(public), Some(secret), true) = (public, secret, rest.is_empty()) else {
        return Err(malformed("it does not end where its key ends"));
    };
    let mut secret = secret.to_vec();
    match (cipher, kdf) {
        (CIPHER, KDF) => {
            let (salt, rounds) = read_options(options)?;
            apply(&mut secret, passphrase, salt, rounds).ok_or(malformed("its salt is empty"))?;
        }
        // Somebody took the passphrase away; the key is the same.
        (b"none", b"none") => {}
        (other, _) => {
            return Err(KeyfileError::Unsupported {
                kind: String::from_utf8_lossy(other).into_owned(),
            });
        }
    }
    seed_in(&secret, public)
}

fn read_options(options: &[u8]) -> Result<(&[u8], u32), KeyfileError> {
    let mut rest = options;
    let salt = take(&mut rest).ok_or(malformed("it has no salt"))?;
    let rounds = <[u8; 4]>::try_from(rest).map_err(|_| malformed("it has no rounds"))?;
    match u32::from_be_bytes(rounds) {
        rounds @ 1..=MOST_ROUNDS => Ok((salt, rounds)),
        _ => Err(malformed("it asks for too many rounds")),
    }
}

/// Encrypts and decrypts, which is the same. `None` where the derivation takes no such salt or passphrase.
fn apply(secret: &mut [u8], passphrase: &str, salt: &[u8], rounds: u32) -> Option<()> {
    let mut derived = [0; 48];
    bcrypt_pbkdf::bcrypt_pbkdf(passphrase, salt, rounds, &mut derived).ok()?;
    let (key, iv) = derived.split_at(32);
    Ctr128BE::<Aes256>::new_from_slices(key, iv)
        .ok()?
        .apply_keystream(secret);
    Some(())
}

fn seed_in(secret: &[u8], public: &[u8]) -> Result<[u8; 32], KeyfileError> {
    let (checks, mut rest) = secret
        .split_at_checked(8)
        .ok_or(malformed("its key is too short"))?;
    // Two copies of one number tell a wrong passphrase.
    if checks[..4] != checks[4..] {
        return Err(KeyfileError::Passphrase);
    }
    let kind = take(&mut rest).ok_or(KeyfileError::Passphrase)?;
    if kind != KIND {
        return Err(KeyfileError::Unsupported {
            kind: String::from_utf8_lossy(kind).into_owned(),
        });
    }
    let (_, both) = (take(&mut rest), take(&mut rest));
    let both = both.and_then(|both| <&[u8; 64]>::try_from(both).ok());
    let seed = both
        .and_then(|both| both.first_chunk::<32>())
        .ok_or(malformed("its key has not 64 bytes"))?;
    // Neither half that the file declares is believed.
    let key = PublicKey::of_seed(seed);
    if both.is_none_or(|both| both[32..] != key.to_bytes()) || public != key.blob() {
        return Err(malformed("its two halves do not belong together"));
    }
    Ok(*seed)
}

fn unarmour(text: &str) -> Result<Vec<u8>, KeyfileError> {
    if text.len() > MOST_BYTES {
        return Err(malformed("it is too long"));
    }
    let body = text
        .trim()
        .strip_prefix(BEGIN)
        .and_then(|rest| rest.strip_suffix(END))
        .ok_or(malformed("it does not begin and end as one"))?;
    let encoded: String = body.split_whitespace().collect();
    STANDARD
        .decode(encoded)
        .map_err(|_| malformed("it is not base64"))
}

fn malformed(why: &'static str) -> KeyfileError {
    KeyfileError::Malformed { why }
}
