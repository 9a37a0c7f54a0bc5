//! A pack in the hands of somebody who has stock tools and nothing of ours.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs a line of a shell in a folder: whether it succeeded, and what it said.
pub fn shell(folder: &Path, line: &str) -> (bool, String) {
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

/// Unpacks a pack into a new folder of `into`, and returns the one folder that is in it.
pub fn unpack(zip: &Path, into: &Path) -> PathBuf {
    let clean = tempfile::tempdir_in(into).unwrap().keep();
    let (good, said) = shell(&clean, &format!("unzip -q '{}'", zip.display()));
    assert!(good, "{said}");
    let mut folders = std::fs::read_dir(&clean).unwrap();
    let folder = folders.next().unwrap().unwrap().path();
    assert!(folders.next().is_none(), "more than one thing in the zip");
    folder
}

/// The commands of one system in a pack's own VERIFY.txt, word for word.
pub fn commands(folder: &Path, system: &str) -> Vec<String> {
    let text = std::fs::read_to_string(folder.join("VERIFY.txt")).unwrap();
    let (_, rest) = text.split_once(&format!("\n{system}\n")).unwrap();
    let part = rest.split("\n\n\n").next().unwrap();
    let lines = part.lines().filter_map(|line| line.strip_prefix("    "));
    lines.map(str::to_owned).collect()
}

/// Whether every command of VERIFY.txt for Linux succeeds in a folder; else the first that does not, with what it said.
pub fn follow(folder: &Path) -> Result<(), String> {
    let lines = commands(folder, "LINUX");
    assert_eq!(lines.len(), 5, "{lines:#?}");
    for line in lines {
        let (good, said) = shell(folder, &line);
        if !good {
            return Err(format!("{line}\n{said}"));
        }
    }
    Ok(())
}

/// bagit-python, from where `scripts/setup.sh test` has put it.
pub fn bagit(folder: &Path) -> Result<(), String> {
    let python = concat!(env!("CARGO_MANIFEST_DIR"), "/../../.tools/python");
    let line = format!("PYTHONPATH='{python}' python3 -m bagit --validate .");
    match shell(folder, &line) {
        (true, _) => Ok(()),
        (false, said) => Err(said),
    }
}
