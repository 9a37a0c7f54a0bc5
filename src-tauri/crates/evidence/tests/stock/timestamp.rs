//! Timestamps against a real authority made of `openssl ts`.

use chrono::TimeDelta;
use kaizhang_evidence::timestamp::{
    TimestampError, Wanted, request, response_of, roots_of_pem, token_of, verify,
};
use sha2::{Digest, Sha256};

use crate::authority::{Authority, EC, Plan, RSA};

const NONCE: [u8; 16] = [0x00, 0x81, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
const TEXT: &[u8] = b"a tag manifest\n";

fn digest() -> [u8; 32] {
    Sha256::digest(TEXT).into()
}

fn check(authority: &Authority, answer: &[u8]) -> Result<(), TimestampError> {
    let roots = roots_of_pem(&authority.root_pem()).unwrap();
    let wanted = Wanted {
        digest: &digest(),
        nonce: Some(&NONCE),
        roots: &roots,
        now: None,
    };
    verify(answer, &wanted).map(|_| ())
}

#[test]
fn tokens_of_every_kind_are_taken() {
    for plan in [
        RSA,
        EC,
        Plan {
            digest: "sha512",
            names_by: "sha384",
            ..RSA
        },
        // How older authorities name their certificate.
        Plan {
            names_by: "sha1",
            ..RSA
        },
        Plan {
            key: &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"],
            digest: "sha384",
            ..RSA
        },
    ] {
        let authority = Authority::new(&plan);
        let answer = authority.answer(&request(&digest(), &NONCE));
        let roots = roots_of_pem(&authority.root_pem()).unwrap();
        let digest = digest();
        let wanted = Wanted {
            digest: &digest,
            nonce: Some(&NONCE),
            roots: &roots,
            now: None,
        };
        let stamp = verify(&answer, &wanted).unwrap();
        assert_eq!(stamp.authority, "O=Clock Tower, CN=Clock");
        assert_eq!(stamp.accuracy_ms, Some(1_501));
        assert_eq!(stamp.policy, "1.2.3.4.1");
        assert_eq!(stamp.root_sha256, hex::encode(Sha256::digest(&roots[0])));
        // The bare token says the same, and the stock tool agrees with us about both.
        let token = token_of(&answer).unwrap();
        assert_eq!(verify(token, &wanted), Ok(stamp));
        authority.keep("text", TEXT);
        authority.keep("token", token);
        authority.openssl(&[
            "ts",
            "-verify",
            "-data",
            "text",
            "-in",
            "answer.tsr",
            "-CAfile",
            "root.pem",
        ]);
        authority.openssl(&[
            "ts",
            "-verify",
            "-data",
            "text",
            "-in",
            "token",
            "-token_in",
            "-CAfile",
            "root.pem",
        ]);
    }
}

#[test]
fn somebody_elses_token_is_not_ours() {
    let authority = Authority::new(&EC);
    let ours = authority.answer(&request(&digest(), &NONCE));
    let other = authority.answer(&request(&[9; 32], &NONCE));
    assert_eq!(check(&authority, &other), Err(TimestampError::OtherDigest));
    let late = authority.answer(&request(&digest(), &NONCE[1..15]));
    assert_eq!(check(&authority, &late), Err(TimestampError::OtherNonce));
    // Of the same name, and not the same.
    let impostor = Authority::new(&EC);
    assert!(matches!(
        check(&impostor, &ours),
        Err(TimestampError::Chain { .. })
    ));
    assert_eq!(check(&authority, &ours), Ok(()));
}

#[test]
fn a_refusal_is_told_in_the_authoritys_words() {
    let authority = Authority::new(&EC);
    // SHA-1 is not among the hashes that this authority takes.
    authority.openssl(&["ts", "-query", "-data", "conf", "-sha1", "-out", "sha1.tsq"]);
    let request = std::fs::read(authority.path().join("sha1.tsq")).unwrap();
    let answer = authority.answer(&request);
    assert!(matches!(
        check(&authority, &answer),
        Err(TimestampError::Refused { status: 2, text }) if text.contains("not supported")
    ));
}

/// What the authority signed in this answer: the TSTInfo, found by its version and policy.
fn info_of(answer: &[u8]) -> Vec<u8> {
    let begin = [0x02, 0x01, 0x01, 0x06, 0x04, 0x2A, 0x03, 0x04, 0x01];
    let at = answer.windows(begin.len()).position(|bytes| bytes == begin);
    // The header of the sequence: 0x30, 0x81, its length.
    let from = at.unwrap() - 3;
    assert_eq!(&answer[from..from + 2], [0x30, 0x81]);
    answer[from..from + 3 + usize::from(answer[from + 2])].to_vec()
}

#[test]
fn a_certificate_must_be_for_timestamps_alone() {
    let good = Authority::new(&EC);
    let info = info_of(&good.answer(&request(&digest(), &NONCE)));
    // Made in this second way, a good token is still good: what follows fails for the one reason named.
    assert_eq!(check(&good, &good.token_over(&info)), Ok(()));
    for usage in [
        "timeStamping",
        "critical,timeStamping,codeSigning",
        "critical,codeSigning",
    ] {
        let other = Authority::new(&Plan { usage, ..EC });
        let token = other.token_over(&info);
        assert_eq!(check(&other, &token), Err(TimestampError::Usage), "{usage}");
    }
}

#[test]
fn a_certificate_must_have_been_valid() {
    let authority = Authority::new(&EC);
    let answer = authority.answer(&request(&digest(), &NONCE));
    let roots = roots_of_pem(&authority.root_pem()).unwrap();
    let digest = digest();
    let check = |bytes: &[u8], now| {
        let wanted = Wanted {
            digest: &digest,
            nonce: None,
            roots: &roots,
            now,
        };
        verify(bytes, &wanted)
    };
    // Years later the token still shows what it showed; a new one by the same certificate is not taken any more.
    let stamp = check(&answer, None).unwrap();
    assert!(check(&answer, Some(stamp.at + TimeDelta::minutes(1))).is_ok());
    let late = check(&answer, Some(stamp.at + TimeDelta::days(4_000)));
    assert!(
        matches!(late, Err(TimestampError::Expired { .. })),
        "{late:?}"
    );
    // And none from before the certificate began.
    let mut info = info_of(&answer);
    let at = info.windows(2).position(|bytes| bytes == [0x18, 0x0F]);
    info[at.unwrap() + 2..][..4].copy_from_slice(b"2001");
    let early = check(&authority.token_over(&info), None);
    assert!(
        matches!(early, Err(TimestampError::Expired { .. })),
        "{early:?}"
    );
}

#[test]
fn garbage_is_refused() {
    let authority = Authority::new(&EC);
    let answer = authority.answer(&request(&digest(), &NONCE));
    for garbage in [
        &b""[..],
        b"<html>busy</html>",
        &[0x30; 64],
        &[0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF],
        &answer[1..],
    ] {
        assert!(
            matches!(
                check(&authority, garbage),
                Err(TimestampError::Malformed { .. })
            ),
            "{garbage:x?}"
        );
    }
    for end in 0..answer.len() {
        assert!(check(&authority, &answer[..end]).is_err(), "{end}");
    }
    assert!(check(&authority, &[&answer[..], b"x"].concat()).is_err());
    // No bit of the token may be changed, not even of what lies outside its signature.
    let token = token_of(&answer).unwrap();
    assert_eq!(check(&authority, &response_of(token)), Ok(()));
    for at in 0..token.len() {
        let mut altered = token.to_vec();
        for bit in 0..8 {
            altered[at] = token[at] ^ (1 << bit);
            assert!(check(&authority, &altered).is_err(), "byte {at}, bit {bit}");
        }
    }
}
