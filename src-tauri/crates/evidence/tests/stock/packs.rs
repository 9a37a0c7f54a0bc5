//! A pack against every stock tool that it promises to satisfy, and against ours.

use std::path::Path;
use std::process::Command;

use kaizhang_evidence::sshsig::PublicKey;
use kaizhang_evidence::verify::{Report, Wanted, verify};
use tempfile::TempDir;

use crate::authority::{Authority, EC};
use crate::sample::{FOLDER, SEED, Sample, keep, unpack};

pub fn ours(path: &Path) -> Report {
    let wanted = Wanted {
        key: Some(PublicKey::of_seed(&SEED).fingerprint()),
        roots: Vec::new(),
    };
    verify(path, &wanted, &|_, _| true).unwrap()
}

/// Runs a line of a shell in a folder: whether it succeeded, and what it said.
fn shell(folder: &Path, line: &str) -> (bool, String) {
    let out = Command::new("bash")
        .args(["-e", "-c", line])
        .current_dir(folder)
        .output()
        .unwrap();
    let said = [out.stdout, out.stderr].concat();
    (
        out.status.success(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

/// bagit-python, from where `scripts/setup.sh test` has put it.
pub fn bagit(folder: &Path) -> (bool, String) {
    let python = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../.tools/python");
    let line = format!("PYTHONPATH='{python}' python3 -m bagit --validate .");
    shell(folder, &line)
}

/// The commands of one system in a pack's own VERIFY.txt, word for word.
fn commands(folder: &Path, system: &str) -> Vec<String> {
    let text = std::fs::read_to_string(folder.join("VERIFY.txt")).unwrap();
    let from = text.find(&format!("\n{system}\n")).unwrap();
    let rest = &text[from + system.len() + 2..];
    let to = rest.find("\n\n\n").unwrap();
    let lines = rest[..to]
        .lines()
        .filter_map(|line| line.strip_prefix("    "));
    lines.map(str::to_owned).collect()
}

#[test]
fn stock_tools_and_ours_agree_on_a_pack() {
    let authority = Authority::new(&EC);
    for stamped in [true, false] {
        let mut sample = Sample::new(stamped.then_some(&authority));
        let (zip, made) = sample.write(&mut |_| true).unwrap();
        assert_eq!(made.timestamped, stamped);
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("pack.zip");
        keep(&file, &zip);
        let bag = unpack(&zip, folder.path());

        for place in [file.as_path(), bag.as_path()] {
            let report = ours(place);
            assert_eq!(report.defects, []);
            assert!(report.ok && report.pack);
            assert_eq!(report.entries, made.entries);
            assert_eq!(report.files, made.files);
            assert_eq!(report.signed_by, Some(made.signed_by.clone()));
            assert_eq!(report.timestamps.len(), if stamped { 2 } else { 0 });
            assert_eq!(report.anchored_until.is_some(), stamped);
        }
        let (good, said) = bagit(&bag);
        assert!(good, "{said}");
        let lines = commands(&bag, "LINUX");
        assert_eq!(lines.len(), 5);
        for (at, line) in lines.iter().enumerate() {
            let (good, said) = shell(&bag, line);
            assert!(good, "{line}\n{said}");
            // Nobody takes silence for an answer.
            assert!(at > 2 || said.ends_with(": OK\n"), "{line}\n{said}");
        }
        // The tools can say no: one file added beside what is listed, one altered, one added to the payload.
        for (name, bytes) in [
            ("report.pdf", b"%PDF".as_slice()),
            ("tagmanifest-sha256.txt.old", b""),
            ("data/attachments/more.jpg", b"x"),
        ] {
            keep(&bag.join(name), bytes);
            assert!(!shell(&bag, &lines[2]).0, "{name}");
            std::fs::remove_file(bag.join(name)).unwrap();
        }
        std::os::unix::fs::symlink("data/report.pdf", bag.join("report.pdf")).unwrap();
        assert!(!shell(&bag, &lines[2]).0);
        std::fs::remove_file(bag.join("report.pdf")).unwrap();
        keep(&bag.join("data/report.pdf"), b"%PDF-1.7 simple");
        assert!(!bagit(&bag).0);
        assert!(!shell(&bag, &lines[1]).0);
        keep(&bag.join("data/report.pdf"), b"%PDF-1.7 sample");
        keep(&bag.join("data/more.pdf"), b"%PDF");
        assert!(!shell(&bag, &lines[2]).0);
        keep(&bag.join("tagmanifest-sha256.txt"), b"");
        assert!(!shell(&bag, &lines[3]).0);
        assert_eq!(shell(&bag, &lines[4]).0, !stamped);
    }
}

/// When the authority's certificate has ended, its stamp is worth what it was; the text says how to ask then.
#[test]
fn a_stamp_is_checked_years_later() {
    let authority = Authority::new(&EC);
    let mut sample = Sample::new(Some(&authority));
    // The authority's certificates begin now.
    sample.at = std::time::SystemTime::now().into();
    let folder = TempDir::new().unwrap();
    let bag = unpack(&sample.bytes(), folder.path());
    let years = |line: &str| {
        let openssl = &line[line.find("openssl").unwrap()..];
        shell(&bag, &format!("faketime -f +12y {openssl}"))
    };
    let (good, said) = years(&commands(&bag, "LINUX")[4]);
    assert!(!good && said.contains("certificate has expired"), "{said}");
    let later = commands(&bag, "多年以后 / YEARS LATER");
    assert_eq!(later.len(), 1);
    let (good, said) = years(&later[0]);
    assert!(good, "{said}");
    // It is still about these very bytes.
    keep(&bag.join("tagmanifest-sha256.txt"), b"");
    assert!(!years(&later[0]).0);
}

#[test]
fn every_tool_unpacks_what_we_pack() {
    let zip = Sample::new(None).bytes();
    let folder = TempDir::new().unwrap();
    keep(&folder.path().join("pack.zip"), &zip);
    for (into, line) in [
        ("unzip", "unzip -q pack.zip -d unzip"),
        ("python", "python3 -m zipfile -e pack.zip python"),
    ] {
        let (good, said) = shell(folder.path(), line);
        assert!(good, "{said}");
        assert_eq!(ours(&folder.path().join(into).join(FOLDER)).defects, []);
        // Whoever unpacked it may hand over the folder around it just as well.
        assert_eq!(ours(&folder.path().join(into)).defects, []);
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(Sample::new(None).bytes(), Sample::new(None).bytes());
}
