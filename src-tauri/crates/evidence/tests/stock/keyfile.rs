//! The copy of a key against `ssh-keygen`, both ways.

use std::path::Path;
use std::process::Command;

use kaizhang_evidence::keyfile::{KeyfileError, read, write};
use kaizhang_evidence::sshsig::PublicKey;
use tempfile::TempDir;

const SEED: [u8; 32] = [42; 32];

/// Runs `ssh-keygen` in the folder: whether it agreed, and what it said.
fn ssh_keygen(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let out = Command::new("ssh-keygen")
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&[out.stdout, out.stderr].concat()).into_owned();
    (out.status.success(), said)
}

/// A private key that others may read is refused by the stock tool.
#[allow(clippy::disallowed_methods, reason = "a test's own file")]
fn keep(folder: &Path, text: &str) {
    let path = folder.join("key");
    std::fs::write(&path, text).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    }
}

#[test]
fn ssh_keygen_opens_what_we_write() {
    let folder = TempDir::new().unwrap();
    keep(
        folder.path(),
        &write(&SEED, "开张 08:52", "kaizhang", &[3; 16], [5; 4]),
    );
    let (ok, line) = ssh_keygen(folder.path(), &["-y", "-P", "开张 08:52", "-f", "key"]);
    assert!(ok, "{line}");
    assert_eq!(
        line.trim(),
        format!("{} kaizhang", PublicKey::of_seed(&SEED).line())
    );
    let (ok, said) = ssh_keygen(folder.path(), &["-y", "-P", "another", "-f", "key"]);
    assert!(!ok && said.contains("passphrase"), "{said}");
    let (_, shown) = ssh_keygen(folder.path(), &["-lf", "key"]);
    assert!(
        shown.contains(&PublicKey::of_seed(&SEED).fingerprint()),
        "{shown}"
    );
    // And again after the stock tool has taken the passphrase away.
    let change = ["-p", "-P", "开张 08:52", "-N", "", "-f", "key"];
    assert!(ssh_keygen(folder.path(), &change).0);
    let text = std::fs::read_to_string(folder.path().join("key")).unwrap();
    assert_eq!(read(&text, "whatever"), Ok(SEED));
}

#[test]
fn we_open_what_ssh_keygen_writes() {
    let folder = TempDir::new().unwrap();
    let make = |name: &str, how: &[&str]| {
        let (ok, said) = ssh_keygen(
            folder.path(),
            &[&["-q", "-C", "c", "-f", name], how].concat(),
        );
        assert!(ok, "{said}");
        std::fs::read_to_string(folder.path().join(name)).unwrap()
    };
    let file = make("one", &["-t", "ed25519", "-N", "first light"]);
    let seed = read(&file, "first light").unwrap();
    let line = std::fs::read_to_string(folder.path().join("one.pub")).unwrap();
    assert_eq!(
        line.trim(),
        format!("{} c", PublicKey::of_seed(&seed).line())
    );
    assert_eq!(read(&file, "last light"), Err(KeyfileError::Passphrase));
    let other = make("two", &["-t", "ecdsa", "-N", "first light"]);
    assert!(matches!(
        read(&other, "first light"),
        Err(KeyfileError::Unsupported { .. })
    ));
}
