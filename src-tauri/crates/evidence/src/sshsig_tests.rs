use super::*;

const SEED: [u8; 32] = [7; 32];
const MESSAGE: &[u8] = b"what was agreed\n";

#[test]
fn a_signature_names_its_key() {
    let signature = sign(&SEED, PACK, MESSAGE);
    let key = verify(&signature, PACK, MESSAGE).unwrap();
    assert_eq!(key, PublicKey::of_seed(&SEED));
    assert_eq!(sign(&SEED, PACK, MESSAGE), signature);
    // A mailbox on Windows may have changed the ends of the lines.
    let key = verify(&signature.replace('\n', "\r\n"), PACK, MESSAGE).unwrap();
    assert_eq!(PublicKey::from_line(&key.line()), Ok(key));
    assert_eq!(
        PublicKey::from_line(&format!("{} till", key.line())),
        Ok(key)
    );
}

/// The RFC 8032 test key as OpenSSH shows it: `ssh-keygen -lf` on its line.
#[test]
fn a_fingerprint_is_the_one_of_openssh() {
    let bytes = hex::decode("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    let key = PublicKey::from_bytes(&bytes.unwrap().try_into().unwrap()).unwrap();
    assert_eq!(
        key.line(),
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"
    );
    assert_eq!(
        key.fingerprint(),
        "SHA256:bbXpuKG6zhzdmnxq256TlqzFBzRl2f6OOg722cYNbU8"
    );
}

#[test]
fn whatever_was_altered_is_refused() {
    let signature = sign(&SEED, PACK, MESSAGE);
    let wrong = |namespace: &str, message: &[u8]| verify(&signature, namespace, message);
    assert_eq!(wrong(PACK, b"what was agreed"), Err(SshsigError::Wrong));
    assert!(matches!(
        wrong("file", MESSAGE),
        Err(SshsigError::Namespace { .. })
    ));
    // Every single bit of the text that ssh-keygen would read, and of its line ends.
    for at in 0..signature.len() {
        for bit in 0..8 {
            let mut bytes = signature.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let Ok(text) = String::from_utf8(bytes) else {
                continue;
            };
            assert!(
                verify(&text, PACK, MESSAGE).is_err(),
                "byte {at}, bit {bit}"
            );
        }
    }
    for end in 0..signature.len() {
        assert!(verify(&signature[..end], PACK, MESSAGE).is_err(), "{end}");
    }
}

#[test]
fn a_weak_key_is_no_key() {
    let mut one = [0; 32];
    one[0] = 1;
    assert_eq!(PublicKey::from_bytes(&one), Err(SshsigError::KeyUnfit));
    assert_eq!(
        PublicKey::from_line("ssh-rsa AAAA"),
        Err(SshsigError::KeyUnreadable)
    );
}

#[test]
fn an_allowed_signer_is_one_line() {
    let key = PublicKey::of_seed(&SEED);
    let line = allowed_signer("shop", PACK, &key);
    assert_eq!(
        line,
        format!("shop namespaces=\"kaizhang-pack\" {}\n", key.line())
    );
}
