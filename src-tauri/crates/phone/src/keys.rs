//! The three secrets of a session, all from one draw of the caller's chance.

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// What nobody can guess: the part of the address, the cookie of the one phone, and a nonce for each answer.
///
/// Each is a hash of the 256 random bits, so that whoever knows the address knows nothing of the cookie.
pub(crate) struct Keys {
    chance: [u8; 32],
    /// 26 characters; 128 bits.
    pub(crate) token: String,
    /// 26 characters; 128 bits.
    pub(crate) cookie: String,
}

impl Keys {
    pub(crate) fn new(chance: [u8; 32]) -> Self {
        Self {
            chance,
            token: derive(&chance, b'a', 0),
            cookie: derive(&chance, b'c', 0),
        }
    }

    /// Another one for each number.
    pub(crate) fn nonce(&self, number: u64) -> String {
        derive(&self.chance, b'n', number)
    }
}

/// Whether two secrets are the same, in a time that does not tell where they differ.
pub(crate) fn same(given: &str, secret: &str) -> bool {
    given.as_bytes().ct_eq(secret.as_bytes()).into()
}

/// 128 bits of SHA-256 over input of one fixed length.
fn derive(chance: &[u8; 32], purpose: u8, number: u64) -> String {
    let hash = Sha256::new()
        .chain_update(chance)
        .chain_update([purpose])
        .chain_update(number.to_be_bytes())
        .finalize();
    base32(&hash[..16])
}

/// RFC 4648 without padding: capitals and digits, which a QR code holds in fewer modules than small letters.
fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bit = |at: usize| {
        bytes
            .get(at / 8)
            .map_or(0, |byte| usize::from(byte >> (7 - at % 8) & 1))
    };
    let letters = (bytes.len() * 8).div_ceil(5);
    (0..letters)
        .map(|letter| (0..5).fold(0, |value, at| value << 1 | bit(letter * 5 + at)))
        .map(|value| char::from(LETTERS[value]))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn base32_is_the_rfcs() {
        // RFC 4648, section 10.
        let vectors = [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ];
        for (plain, coded) in vectors {
            assert_eq!(base32(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn no_secret_shows_another() {
        let keys = Keys::new([7; 32]);
        let all = [
            keys.token.clone(),
            keys.cookie.clone(),
            keys.nonce(0),
            keys.nonce(1),
        ];
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 4);
        assert!(all.iter().all(|secret| secret.len() == 26));
        assert_ne!(Keys::new([8; 32]).token, keys.token);
    }

    #[test]
    fn only_the_same_is_the_same() {
        assert!(same("ABC", "ABC"));
        assert!(!same("ABD", "ABC") && !same("AB", "ABC") && !same("", "ABC"));
    }
}
