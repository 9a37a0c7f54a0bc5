//! The signatures of DingTalk and Feishu. Both are made of the moment and the secret; they differ in which of the two is
//! the key and which the text.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// DingTalk signs `moment LF secret` with the secret; the moment is in milliseconds.
pub(crate) fn dingtalk(secret: &str, millis: i64) -> String {
    hmac(secret.as_bytes(), format!("{millis}\n{secret}").as_bytes())
}

/// Feishu signs nothing at all, with `moment LF secret` as the key; the moment is in seconds.
pub(crate) fn feishu(secret: &str, seconds: i64) -> String {
    hmac(format!("{seconds}\n{secret}").as_bytes(), b"")
}

fn hmac(key: &[u8], text: &[u8]) -> String {
    // HMAC takes keys of every length, so there is always a signature; an empty one would be refused by the service.
    Hmac::<Sha256>::new_from_slice(key)
        .map(|mac| STANDARD.encode(mac.chain_update(text).finalize().into_bytes()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed by Python's `hmac` and by `openssl dgst -sha256 -hmac`, which agree.
    #[test]
    fn signatures_are_those_of_an_independent_computation() {
        assert_eq!(
            dingtalk("SECthis is secret", 1_795_312_800_123),
            "7w5uHvfQMKQCh6Kq9J/E+RM05SCzmQLtKOisFJAJ5rM="
        );
        assert_eq!(
            feishu("demo", 100),
            "jquNHnVOwmDRfw+vqTIrY5dooJAgi5EcRtLsQE4wfXg="
        );
        assert_eq!(
            feishu("demo", 1_599_360_473),
            "l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8="
        );
    }
}
