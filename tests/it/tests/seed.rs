//! Every row of the article that this program grew from has a test with its number in its name.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a test fails by panicking and says what it found"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The rows, S01 to S32.
const ROWS: u32 = 32;

/// Sources below these folders are read.
const FOLDERS: [&str; 3] = ["src-tauri", "tests", "ui/src"];

fn sources(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = FOLDERS.iter().map(|folder| root.join(folder)).collect();
    while let Some(at) = waiting.pop() {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let made = ["node_modules", "target", "gen", "dist"].contains(&name.as_str());
            if path.is_dir() && !made && !name.starts_with('.') {
                waiting.push(path);
            } else if path
                .extension()
                .is_some_and(|end| end == "rs" || end == "ts")
            {
                found.push(path);
            }
        }
    }
    found
}

/// The names of tests in a source: functions below `#[test]`, and first words of `test("…")` and `it("…")`.
fn tests(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut marked = false;
    for line in source.lines().map(str::trim) {
        if let Some(rest) = line.strip_prefix("fn ").filter(|_| marked) {
            names.extend(rest.split('(').next().map(str::to_owned));
        }
        // Other attributes and the words above a test may stand between.
        marked = line == "#[test]" || marked && (line.starts_with("#[") || line.starts_with("//"));
        for call in ["test(", "it("] {
            let rest = line.strip_prefix(call).map(str::trim_start);
            let quoted = rest.and_then(|rest| rest.strip_prefix(['"', '`', '\'']));
            names.extend(
                quoted
                    .and_then(|rest| rest.split(['"', '`', '\'']).next())
                    .map(str::to_owned),
            );
        }
    }
    names
}

/// The rows that the name of a test says it is for: `s05_s10_limits`, `S07 network`.
fn rows(name: &str) -> Vec<u32> {
    name.split(['_', ' ', ',', ':'])
        .filter_map(|word| word.strip_prefix(['s', 'S']))
        .filter(|digits| digits.len() == 2)
        .filter_map(|digits| digits.parse().ok())
        .collect()
}

fn covered(root: &Path) -> BTreeMap<u32, Vec<String>> {
    let mut covered: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for path in sources(root) {
        for name in tests(&std::fs::read_to_string(&path).unwrap()) {
            for row in rows(&name) {
                covered.entry(row).or_default().push(name.clone());
            }
        }
    }
    covered
}

#[test]
fn every_row_of_the_article_has_a_test() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let covered = covered(root);
    for (row, names) in &covered {
        println!("S{row:02} {}", names.join(", "));
    }
    let missing: Vec<u32> = (1..=ROWS)
        .filter(|row| !covered.contains_key(row))
        .collect();
    assert!(missing.is_empty(), "no test for {missing:?}");
    let unknown: Vec<_> = covered
        .keys()
        .filter(|row| **row > ROWS || **row == 0)
        .collect();
    assert!(unknown.is_empty(), "no such row: {unknown:?}");
}

#[test]
fn only_tests_count() {
    let check = |source: &str, want: &[u32]| {
        let found: Vec<u32> = tests(source).iter().flat_map(|name| rows(name)).collect();
        assert_eq!(found, want, "{source}");
    };
    check("#[test]\nfn s05_s10_limits() {", &[5, 10]);
    check(
        "    #[test]\n    // Why.\n    #[ignore]\n    fn s05_limits() {",
        &[5],
    );
    check("fn s05_limits() {", &[]);
    check("#[test]\nfn other() {\n}\nfn s05_limits() {", &[]);
    check("test(\"S07 the network\", async () => {", &[7]);
    check("  it('s32: contacts', () => {", &[32]);
    check("// test: s07\nlet s07 = 1;", &[]);
    check("#[test]\nfn s1_and_s100_and_is05() {", &[]);
}
