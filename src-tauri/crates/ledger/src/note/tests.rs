//! The vectors are those of Go's `golang.org/x/mod/sumdb/note`, file `note_test.go`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use super::form::MOST_BYTES;
use super::*;

const TEXT: &str = "If you think cryptography is the answer to your problem,\n\
                    then you don't know what your problem is.\n";
const PETER_KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
/// The part of the published private key that is base64 of the type byte and the seed.
const PETER_SEED: &str = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const PETER: &str = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const ENOCH_KEY: &str = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
const ENOCH: &str = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

fn peter() -> Signer {
    let seed = STANDARD.decode(PETER_SEED).unwrap();
    Signer::from_seed("PeterNeumann", seed[1..].try_into().unwrap()).unwrap()
}

#[test]
fn the_published_note_is_signed_byte_for_byte() {
    let signer = peter();
    assert_eq!(signer.seal(TEXT).unwrap(), format!("{TEXT}\n{PETER}"));
    assert_eq!(signer.verifier().to_text(), PETER_KEY);
    assert_eq!(signer.verifier().key_id(), [0xc7, 0x4f, 0x20, 0xa3]);
    assert_eq!(signer.verifier(), &Verifier::from_text(PETER_KEY).unwrap());
    assert!(!format!("{signer:?}").contains("129, 10, 20"), "{signer:?}");
}

/// The lines below the text, and what comes of them for a key.
#[test]
fn notes_are_opened_as_published() {
    fn check(key: &str, note: &str, expected: Result<&str, &str>) {
        let found = Verifier::from_text(key).unwrap();
        let found = found.open(note).map_err(|error| error.to_string());
        assert_eq!(
            found.as_ref().map_err(String::as_str),
            expected.as_ref().map_err(|e| *e),
            "{note}"
        );
    }
    let note = |lines: &str| format!("{TEXT}\n{lines}");
    let both = note(&format!("{PETER}{ENOCH}"));
    check(PETER_KEY, &both, Ok(TEXT));
    check(ENOCH_KEY, &both, Ok(TEXT));
    check(PETER_KEY, &note(&PETER.repeat(100)), Ok(TEXT));
    check(
        ENOCH_KEY,
        &note(PETER),
        Err("the note is not signed by EnochRoot"),
    );

    let wrong = Err("the note's signature by PeterNeumann is wrong");
    // The published mangling: four letters put into the middle, 60 bytes in.
    let mangled = format!("{}ABCD{}", &PETER[..60], &PETER[60..]);
    check(PETER_KEY, &note(&mangled), wrong);
    check(PETER_KEY, &note(&format!("{PETER}{mangled}")), wrong);
    check(PETER_KEY, &note(PETER).replace("think", "thimk"), wrong);
    // A blank line more belongs to the text, which then is another.
    check(PETER_KEY, &format!("{TEXT}\n\n{PETER}"), wrong);

    let malformed = |why: &str| format!("this is not a signed note: {why}");
    let refuse = |text: String, why: &str| check(PETER_KEY, &text, Err(&malformed(why)));
    let line = "a signature line is not written as one";
    refuse(TEXT.into(), "no blank line parts text and signatures");
    refuse(String::new(), "no blank line parts text and signatures");
    refuse(note(""), "it has no signature");
    refuse(note(PETER.trim_end()), "its last line is cut off");
    refuse(format!("\x01{}", note(PETER)), "it has a control character");
    refuse(
        note(PETER).replace('\n', "\r\n"),
        "it has a control character",
    );
    refuse(note(&format!("{PETER}Unexpected line.\n")), line);
    refuse(note(&PETER.replace('—', "-")), line);
    refuse(
        note(&PETER.replace("PeterNeumann", "Bad Name")),
        "a signature is not base64 of a key id and more",
    );
    refuse(
        note(&PETER.replace("Neumann", "\u{a0}Neumann")),
        "a signature has an unfit name",
    );
    refuse(
        note(&PETER.replace("AM=", "AM")),
        "a signature is not base64 of a key id and more",
    );
    refuse(
        note(&PETER.replace("AM=", "AN=")),
        "a signature is not base64 of a key id and more",
    );
    refuse(
        note("— PeterNeumann x08gow==\n"),
        "a signature is not base64 of a key id and more",
    );
    refuse(note(&PETER.repeat(101)), "it has too many signatures");
    refuse("a".repeat(MOST_BYTES + 1), "it is too long");
}

#[test]
fn mangled_keys_are_refused() {
    fn check(key: &str) {
        assert!(Verifier::from_text(key).is_err(), "{key}");
    }
    for start in 0..=PETER_KEY.len() {
        for end in start..=PETER_KEY.len() {
            if (start, end) != (0, PETER_KEY.len()) {
                check(&PETER_KEY[start..end]);
            }
        }
    }
    for place in 0..PETER_KEY.len() {
        let mut bytes = PETER_KEY.as_bytes().to_vec();
        bytes[place] += 1;
        check(std::str::from_utf8(&bytes).unwrap());
    }
    // Of the wrong length, and of an unknown kind, both with the id adjusted.
    check("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==");
    check("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
}

#[test]
fn unfit_names_keys_and_texts_are_refused() {
    fn check(name: &str) {
        let name_unfit = LedgerError::NameUnfit { name: name.into() };
        assert_eq!(Signer::from_seed(name, [1; 32]).err(), Some(name_unfit));
    }
    check("");
    check("two words");
    check("two\u{3000}words");
    check("a+b");
    check("a\nb");
    check("a\0b");
    // The neutral point: under it one signature would fit any text.
    let mut neutral = [0; 32];
    neutral[0] = 1;
    assert_eq!(Verifier::new("weak", neutral), Err(LedgerError::KeyUnfit));
    assert_eq!(Verifier::new("none", [2; 32]), Err(LedgerError::KeyUnfit));
    for text in ["", "no newline", "tab\t\n"] {
        assert!(
            matches!(peter().seal(text), Err(LedgerError::NoteMalformed { .. })),
            "{text:?}"
        );
    }
}
