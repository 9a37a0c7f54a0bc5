//! Signatures against `ssh-keygen -Y`, both ways.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use kaizhang_evidence::sshsig::{PACK, PublicKey, SshsigError, allowed_signer, sign, verify};
use tempfile::TempDir;

const SEED: [u8; 32] = [42; 32];

fn keep(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).unwrap();
}

/// Runs `ssh-keygen` in the folder with `message` on its standard input: whether it agreed, and what it said.
fn ssh_keygen(folder: &Path, arguments: &[&str], message: &[u8]) -> (bool, String) {
    let mut child = Command::new("ssh-keygen")
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may have refused before it read anything.
    let _ = child.stdin.take().unwrap().write_all(message);
    let out = child.wait_with_output().unwrap();
    let said = [out.stdout, out.stderr].concat();
    (
        out.status.success(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

fn stock_verify(folder: &Path, message: &[u8]) -> (bool, String) {
    let arguments = [
        "-Y",
        "verify",
        "-f",
        "allowed_signers",
        "-I",
        "shop",
        "-n",
        PACK,
        "-s",
        "it.sig",
    ];
    ssh_keygen(folder, &arguments, message)
}

#[test]
fn ssh_keygen_takes_what_we_sign() {
    let folder = TempDir::new().unwrap();
    let key = PublicKey::of_seed(&SEED);
    keep(
        folder.path(),
        "allowed_signers",
        &allowed_signer("shop", PACK, &key),
    );
    for message in [
        &b""[..],
        b"one line\n",
        &[0x0A; 100_000],
        "收银\r\n".as_bytes(),
    ] {
        keep(folder.path(), "it.sig", &sign(&SEED, PACK, message));
        let (good, said) = stock_verify(folder.path(), message);
        assert!(good && said.contains(&key.fingerprint()), "{said}");
        let (good, _) = stock_verify(folder.path(), &[message, b"x"].concat());
        assert!(!good, "the check itself must be able to fail");
    }
    keep(
        folder.path(),
        "it.sig",
        &sign(&SEED, "other", b"one line\n"),
    );
    assert!(!stock_verify(folder.path(), b"one line\n").0);
}

#[test]
fn we_take_what_ssh_keygen_signs() {
    let folder = TempDir::new().unwrap();
    let (made, said) = ssh_keygen(
        folder.path(),
        &["-q", "-t", "ed25519", "-N", "", "-f", "key"],
        b"",
    );
    assert!(made, "{said}");
    let line = std::fs::read_to_string(folder.path().join("key.pub")).unwrap();
    let key = PublicKey::from_line(&line).unwrap();
    for hash in ["sha256", "sha512"] {
        let option = format!("hashalg={hash}");
        let sign = ["-Y", "sign", "-f", "key", "-n", PACK, "-O", &option];
        let (_, said) = ssh_keygen(folder.path(), &sign, b"from elsewhere");
        let from = said.find("-----BEGIN").unwrap();
        let to = said.rfind("-----END SSH SIGNATURE-----\n").unwrap() + 28;
        let signature = &said[from..to];
        assert_eq!(verify(signature, PACK, b"from elsewhere"), Ok(key));
        assert_eq!(
            verify(signature, PACK, b"from elsewherf"),
            Err(SshsigError::Wrong)
        );
    }
}
