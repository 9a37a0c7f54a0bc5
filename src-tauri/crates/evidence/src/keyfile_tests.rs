use super::*;

const SEED: [u8; 32] = [7; 32];

fn text(passphrase: &str) -> String {
    write(&SEED, passphrase, "shop", &[9; 16], [1, 2, 3, 4])
}

#[test]
fn a_key_comes_back_with_its_passphrase_and_with_no_other() {
    let file = text("早上好 door 08:52");
    assert_eq!(read(&file, "早上好 door 08:52"), Ok(SEED));
    assert_eq!(
        read(&file, "早上好 door 08:53"),
        Err(KeyfileError::Passphrase)
    );
    assert_eq!(read(&file, ""), Err(malformed("its salt is empty")));
    // As mail programs and Windows leave it.
    assert_eq!(
        read(
            &format!("\n{}\n ", file.replace('\n', "\r\n")),
            "早上好 door 08:52"
        ),
        Ok(SEED)
    );
    assert!(!file.contains("shop"));
}

/// Whatever is wrong with a file, it gives no key.
#[test]
fn a_file_that_was_altered_gives_no_key() {
    let file = text("passphrase");
    let check = |altered: &str, expected: &str| {
        let told = read(altered, "passphrase").unwrap_err().to_string();
        assert!(told.contains(expected), "{told}");
    };
    check("", "begin and end");
    check(&file.replace("BEGIN OPENSSH", "BEGIN RSA"), "begin and end");
    check(&file.replacen("b3Blb", "!3Blb", 1), "base64");
    check(&"x".repeat(MOST_BYTES + 1), "too long");
    let blob = unarmour(&file).unwrap();
    let armoured = |blob: &[u8]| format!("{BEGIN}\n{}\n{END}\n", STANDARD.encode(blob));
    check(&armoured(&blob[1..]), "version 1");
    check(&armoured(&blob[..blob.len() - 1]), "end where its key ends");
    check(
        &armoured(&[&blob[..], &[0]].concat()),
        "end where its key ends",
    );
    // The rounds stand behind the salt: MAGIC, "aes256-ctr", "bcrypt", length, salt.
    let rounds = MAGIC.len() + 14 + 10 + 4 + 20;
    let mut many = blob.clone();
    many[rounds..rounds + 4].copy_from_slice(&u32::MAX.to_be_bytes());
    check(&armoured(&many), "too many rounds");
    let mut other = blob.clone();
    other[MAGIC.len() + 4..][..10].copy_from_slice(b"aes128-cbc");
    check(&armoured(&other), "aes128-cbc");
    // The public half in the clear, replaced by another.
    let mut swapped = blob.clone();
    swapped[rounds + 4 + 4 + 4 + 4 + 11 + 4] ^= 1;
    check(&armoured(&swapped), "do not belong together");
}
