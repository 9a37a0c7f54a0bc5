#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use proptest::prelude::*;

use super::*;

fn signer() -> Signer {
    Signer::from_seed(&origin("shop", "device", 1).unwrap(), [7; 32]).unwrap()
}

fn checkpoint() -> Checkpoint {
    Checkpoint {
        origin: "kaizhang/shop/device/1".into(),
        size: 1_234,
        root: Hash([0xab; 32]),
    }
}

#[test]
fn a_checkpoint_survives_signing_and_checking() {
    let note = sign(&checkpoint(), &signer()).unwrap();
    let text = "kaizhang/shop/device/1\n1234\nq6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=\n\n— kaizhang/shop/device/1 ";
    assert!(note.starts_with(text), "{note}");
    assert_eq!(verify(&note, signer().verifier()), Ok(checkpoint()));
    assert_eq!(signer().sign(&checkpoint()), Ok(note));
}

#[test]
fn a_checkpoint_of_another_log_is_neither_signed_nor_believed() {
    let elsewhere = Checkpoint {
        origin: "kaizhang/shop/device/2".into(),
        ..checkpoint()
    };
    let mismatch = LedgerError::OriginMismatch {
        expected: "kaizhang/shop/device/1".into(),
        found: "kaizhang/shop/device/2".into(),
    };
    assert_eq!(sign(&elsewhere, &signer()), Err(mismatch.clone()));
    let note = signer().seal(&elsewhere.text()).unwrap();
    assert_eq!(verify(&note, signer().verifier()), Err(mismatch));
}

/// A text of three lines, and what is wrong with it, even when properly signed.
#[test]
fn texts_are_read_strictly() {
    fn check(text: &str, why: &'static str) {
        let expected = Err(LedgerError::CheckpointMalformed { why });
        assert_eq!(Checkpoint::from_text(text), expected, "{text:?}");
        if text.ends_with('\n') {
            let note = signer().seal(text).unwrap();
            assert_eq!(verify(&note, signer().verifier()), expected, "{text:?}");
        }
    }
    // The example of the C2SP tlog-checkpoint page.
    let published =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    let read = Checkpoint::from_text(published).unwrap();
    assert_eq!(read.size, 20_852_163);
    assert_eq!(read.text(), published);

    let three = "it has not exactly three lines";
    let unread = "its size or root cannot be read";
    let plain = "its size is not written plainly";
    check("", three);
    check("a\n1\n", three);
    check(published.trim_end(), three);
    check(&format!("{published}extension\n"), three);
    check(
        &published.replacen("example.com/behind-the-sofa", "", 1),
        "its origin is empty",
    );
    for size in ["", "-1", "1.0", "1e3", " 1", "18446744073709551616"] {
        check(&published.replace("20852163", size), unread);
    }
    for size in ["020852163", "00", "+20852163"] {
        check(&published.replace("20852163", size), plain);
    }
    check(&published.replace("2I=", "2I"), unread);
    check(&published.replace("2I=", "2J="), unread);
    check(&published.replace("CsUY", ""), "its root has not 32 bytes");
    check(
        &published.replace("CsUY", "CsUYCsUY"),
        "its root has not 32 bytes",
    );
}

#[test]
fn origins_are_made_of_fit_parts() {
    fn check(shop: &str, device: &str, unfit: &str) {
        let name = unfit.into();
        assert_eq!(
            origin(shop, device, 0),
            Err(LedgerError::NameUnfit { name })
        );
    }
    assert_eq!(
        origin("s", "设备", 4_294_967_295).unwrap(),
        "kaizhang/s/设备/4294967295"
    );
    check("", "device", "");
    check("shop", "", "");
    check("a/b", "device", "a/b");
    check("shop", "my device", "my device");
    check("shop", "a+b", "a+b");
}

proptest! {
    #[test]
    fn any_checkpoint_survives(epoch: u32, size: u64, root: [u8; 32], seed: [u8; 32]) {
        let origin = origin("shop", "device", epoch).unwrap();
        let signer = Signer::from_seed(&origin, seed).unwrap();
        let checkpoint = Checkpoint { origin, size, root: Hash(root) };
        let note = signer.sign(&checkpoint).unwrap();
        let verifier = Verifier::new(signer.name(), signer.public_key()).unwrap();
        prop_assert_eq!(verify(&note, &verifier), Ok(checkpoint));
    }

    #[test]
    fn any_flipped_bit_is_noticed(place in 0..180usize, bit in 0..7u32) {
        let mut bytes = sign(&checkpoint(), &signer()).unwrap().into_bytes();
        let place = place % bytes.len();
        bytes[place] ^= 1 << bit;
        // Bytes that are no text any more never reach us.
        if let Ok(note) = String::from_utf8(bytes) {
            prop_assert!(verify(&note, signer().verifier()).is_err(), "{}", note);
        }
    }
}
