//! The check of the words: both languages complete and alike, every key said somewhere, every said key there.
//! Run by `cargo test -p kaizhang-words`.
//! `tests/controls.rs` shows for each check that it does find what it is for.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "the check reads the sources of the repository"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use catalog::families::{self, FOUND_IN_PACKS, ITEMS, REFUSALS, SECTIONS};
use catalog::scan;
use catalog::{Catalog, checks, typescript};
use kaizhang_words::{Lang, SOURCE_NAMES, source};

#[path = "catalog/mod.rs"]
mod catalog;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

fn read(lang: Lang) -> Catalog {
    Catalog::read(
        SOURCE_NAMES
            .iter()
            .map(|name| (*name, source(lang, name).unwrap())),
    )
}

fn both() -> [Catalog; 2] {
    Lang::ALL.map(read)
}

#[track_caller]
fn assert_none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// The prefixes that only family members may begin with.
const FAMILY_ONLY: [&str; 17] = [
    "item-",
    "choice-",
    "unit-",
    "fallback-",
    "cadence-",
    "weight-",
    "section-",
    "lane-state-",
    "reason-",
    "headline-",
    "refusal-",
    "field-",
    "cash-denomination-",
    "weekday-",
    "date-month-",
    "cli-verb-",
    "guide-",
];

#[test]
fn the_list_of_files_is_the_folder() {
    for lang in Lang::ALL {
        let folder = root().join("words").join(lang.tag());
        let there: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        let listed: BTreeSet<String> = SOURCE_NAMES
            .iter()
            .map(|name| format!("{name}.ftl"))
            .collect();
        assert_eq!(there, listed, "{lang}");
        for name in SOURCE_NAMES {
            let on_disk =
                std::fs::read_to_string(root().join(format!("words/{lang}/{name}.ftl"))).unwrap();
            assert!(
                source(lang, name) == Some(&on_disk),
                "{lang}/{name}.ftl is not the one compiled in"
            );
        }
    }
}

#[test]
fn every_file_can_be_read_and_no_key_stands_twice() {
    for catalog in both() {
        assert_none(&catalog.problems);
        assert_none(&checks::broken_references(&catalog));
    }
}

#[test]
fn both_languages_have_the_same_keys_and_arguments() {
    let [zh, en] = both();
    assert_none(&checks::missing_in_one(&zh, &en));
    assert_none(&checks::different_args(&zh, &en));
}

#[test]
fn every_id_has_its_words() {
    assert_none(&checks::families_incomplete(
        &read(Lang::ZhCn),
        &families::with_guide(),
        &FAMILY_ONLY,
    ));
}

#[test]
fn the_items_are_those_of_the_template() {
    let sources = scan::product_sources(&root());
    let template = sources
        .iter()
        .find(|one| one.path.ends_with("core/src/template.rs"))
        .unwrap();
    assert_none(&checks::items_apart(template, SECTIONS, ITEMS));
}

#[test]
fn the_refusals_are_those_that_are_made() {
    let sources = scan::product_sources(&root());
    assert_none(&checks::refusals_apart(
        &sources,
        REFUSALS,
        &["no-answer", "other"],
    ));
}

#[test]
fn what_is_found_in_packs_is_what_has_words() {
    let sources = scan::product_sources(&root());
    assert_none(&checks::found_in_packs_apart(&sources, FOUND_IN_PACKS));
}

#[test]
fn every_key_that_is_said_exists_and_gets_its_arguments() {
    assert_none(&checks::wrong_calls(
        &both(),
        &scan::product_sources(&root()),
    ));
}

#[test]
fn every_key_is_said_somewhere() {
    assert_none(&checks::unused(
        &read(Lang::ZhCn),
        &families::with_guide(),
        &scan::product_sources(&root()),
    ));
}

#[test]
fn signs_and_spaces_are_right_in_both_languages() {
    // A date is written without spaces: 11月23日.
    assert_none(&checks::chinese_typography(&read(Lang::ZhCn), &["date-"]));
    assert_none(&checks::english_typography(
        &read(Lang::En),
        &["language-zh-cn", "language-switch", "language-switch-name"],
    ));
}

#[test]
fn the_generated_types_are_fresh() {
    let path = root().join("ui/src/generated/words.ts");
    let there = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    assert!(
        there == typescript::generate(&both()),
        "ui/src/generated/words.ts is old: cargo run -p kaizhang-words --example generate_words_ts"
    );
}
