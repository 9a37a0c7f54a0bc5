//! The house's arrows, read from what cargo knows: whoever may depend on whom, and nobody else.

#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

/// For each crate of the house the crates of the house that it may name, tests aside.
const ARROWS: [(&str, &[&str]); 14] = [
    ("kaizhang-core", &[]),
    ("kaizhang-ledger", &[]),
    ("kaizhang-words", &[]),
    ("kaizhang-evidence", &["kaizhang-ledger"]),
    ("kaizhang-alert", &[]),
    ("kaizhang-toast", &[]),
    ("kaizhang-picture", &[]),
    ("kaizhang-phone", &[]),
    ("kaizhang-report", &[]),
    ("kaizhang-store", &["kaizhang-core", "kaizhang-ledger"]),
    (
        "kaizhang-app",
        &[
            "kaizhang-alert",
            "kaizhang-core",
            "kaizhang-evidence",
            "kaizhang-ledger",
            "kaizhang-phone",
            "kaizhang-picture",
            "kaizhang-report",
            "kaizhang-store",
            "kaizhang-words",
        ],
    ),
    (
        "kaizhang-cli",
        &["kaizhang-app", "kaizhang-evidence", "kaizhang-words"],
    ),
    (
        "kaizhang-agent",
        &["kaizhang-app", "kaizhang-toast", "kaizhang-words"],
    ),
    (
        "kaizhang-desktop",
        &["kaizhang-app", "kaizhang-toast", "kaizhang-words"],
    ),
];

/// Crates that a pure crate must not name at all.
const WORLDLY: [&str; 7] = [
    "rusqlite",
    "tauri",
    "tokio",
    "getrandom",
    "rustix",
    "iana-time-zone",
    "tempfile",
];

fn packages() -> Vec<Value> {
    let out = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--locked",
            "--offline",
        ])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&out.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// Names of what a package needs when it runs; development dependencies are its own business.
fn needs(package: &Value) -> BTreeSet<String> {
    let dependencies = package["dependencies"].as_array().unwrap();
    let shipped = dependencies
        .iter()
        .filter(|dependency| dependency["kind"] != "dev");
    shipped
        .map(|dependency| dependency["name"].as_str().unwrap().to_owned())
        .collect()
}

fn foreign(needs: &BTreeSet<String>, allowed: &[&str]) -> Vec<String> {
    let ours = needs.iter().filter(|name| name.starts_with("kaizhang-"));
    ours.filter(|name| !allowed.contains(&name.as_str()))
        .cloned()
        .collect()
}

#[test]
fn arrows_point_one_way() {
    let packages = packages();
    for (name, allowed) in ARROWS {
        let package = packages.iter().find(|package| package["name"] == name);
        let needs = needs(package.unwrap());
        assert_eq!(foreign(&needs, allowed), [""; 0], "{name}");
        if [
            "kaizhang-core",
            "kaizhang-ledger",
            "kaizhang-words",
            "kaizhang-evidence",
        ]
        .contains(&name)
        {
            let worldly: Vec<_> = WORLDLY.iter().filter(|dep| needs.contains(**dep)).collect();
            assert!(worldly.is_empty(), "{name} names {worldly:?}");
        }
        if name != "kaizhang-store" {
            assert!(!needs.contains("rusqlite"), "{name} names rusqlite");
        }
    }
    // The check itself: an arrow that points back is seen.
    let back = BTreeSet::from(["kaizhang-app".to_owned(), "serde".to_owned()]);
    assert_eq!(foreign(&back, &[]), ["kaizhang-app"]);
}

#[test]
fn every_crate_of_the_house_is_named() {
    let known = |name: &str| ARROWS.iter().any(|(known, _)| *known == name);
    let folder = |package: &Value| {
        package["manifest_path"]
            .as_str()
            .unwrap()
            .contains("/src-tauri/")
    };
    for package in packages().iter().filter(|package| folder(package)) {
        let name = package["name"].as_str().unwrap();
        assert!(known(name), "{name} has no row in ARROWS");
    }
}
