//! Shows for each check of the words that it does find what it is for, on small samples.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "shares the reading of sources with the check"
)]

use catalog::families::Family;
use catalog::scan::Source;
use catalog::{Catalog, checks, typescript};

#[path = "catalog/mod.rs"]
mod catalog;

#[track_caller]
fn assert_none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

fn sample(text: &str) -> Catalog {
    Catalog::read([("sample", text)])
}

#[track_caller]
fn assert_one(problems: &[String], part: &str) {
    assert!(
        problems.len() == 1 && problems[0].contains(part),
        "wanted one with “{part}”: {problems:?}"
    );
}

#[test]
fn control_reading() {
    assert_one(
        &sample("a-key = One\na-key = Two\n").problems,
        "a-key stands twice",
    );
    let across = Catalog::read([("one", "a-key = One\n"), ("two", "a-key = Two\n")]);
    assert_one(&across.problems, "in one.ftl and two.ftl");
    assert!(!sample("a-key = { $count ->\n").problems.is_empty());
    assert_one(
        &sample("a-key = One\n    .title = Two\n").problems,
        "attributes",
    );
    assert_one(
        &checks::broken_references(&sample("a-key = { b-key }\n")),
        "refers to b-key",
    );
    assert!(sample("a-key = One { $count }\n").problems.is_empty());
}

#[test]
fn control_languages() {
    let (full, less) = (sample("a = 1\nb = 2\n"), sample("a = 1\n"));
    assert_one(&checks::missing_in_one(&full, &less), "b stands");
    assert_one(&checks::missing_in_one(&less, &full), "b stands");

    let (shown, none) = (sample("a = { $item }\n"), sample("a = x\n"));
    assert_one(&checks::different_args(&shown, &none), "$item");
    assert_one(&checks::different_args(&none, &shown), "$item");
    let plural = sample("a = { $count ->\n    [one] x\n   *[other] y\n}\n");
    assert_none(&checks::different_args(&plural, &none));
    let chosen = sample("a = { $kind ->\n    [red] x\n   *[blue] y\n}\n");
    assert_one(&checks::different_args(&chosen, &none), "$kind");
}

#[test]
fn control_families() {
    let families = [Family {
        prefix: "lane-",
        suffix: "-said",
        ids: &["card", "qr"],
    }];
    let words = sample("lane-card-said = x\nlane-boat-said = y\n");
    let problems = checks::families_incomplete(&words, &families, &["lane-"]);
    assert_eq!(
        problems,
        [
            "lane-qr-said has no words",
            "lane-boat-said belongs to no id"
        ]
    );
}

#[test]
fn control_unused() {
    let words = sample("said = 1\nsilent = 2\nlane-card-said = 3\ninner = 4\nouter = { inner }\n");
    let families = [Family {
        prefix: "lane-",
        suffix: "-said",
        ids: &["card"],
    }];
    let with = [
        Source::new("a.ts", "say('said'); `lane-${lane}-said`; say(\"outer\")"),
        Source::new(
            "b.rs",
            "fn f() {}\n#[cfg(test)]\nmod tests { fn g() { say(\"silent\") } }",
        ),
    ];
    assert_one(&checks::unused(&words, &families, &with), "silent");
    let without = [Source::new(
        "a.ts",
        "say('said'); say(\"outer\"); say('silent')",
    )];
    assert_one(
        &checks::unused(&words, &families, &without),
        "lane-card-said",
    );
}

#[test]
fn control_calls() {
    let words = [
        sample("plain = x\nwith = { $item } { $note }\n"),
        sample("plain = x\nwith = { $item } { $note }\n"),
    ];
    let problems = |code: &str| checks::wrong_calls(&words, &[Source::new("a.rs", code)]);
    assert_one(
        &problems("\nwords.say(\"absent\")"),
        "a.rs:2: there is no message absent",
    );
    assert_one(&problems("words.say(\"with\")"), "is given {}");
    assert_one(
        &problems("words.say_with(\"with\", &args![\"item\" => f(\"note\")])"),
        "is given {\"item\"}",
    );
    assert_one(
        &problems("words.say_with(\"plain\", &args!(\"item\" => 1))"),
        "is given {\"item\"}",
    );
    assert_none(&problems(
        "words.say_with(\n    \"with\",\n    &args![\"item\" => g(\"]\\\"\", [1]), \"note\" => 2],\n)",
    ));
    assert_none(&problems(
        "words.say(\"plain\"); words.say_with(\"with\", &built); essay(\"absent\"); say(key)",
    ));
    assert_none(&problems(
        "// say(\"absent\")\nlet x = 1; // say(\"absent\")",
    ));
    let script = [Source::new("a.svelte", "{say(\"absent\", { item })}")];
    assert_one(&checks::wrong_calls(&words, &script), "absent");
}

#[test]
fn control_ids() {
    let template = Source::new(
        "template.rs",
        "[check(\"cash-float\", x), f(\"cash-new\"), g(\"shop-static\")]",
    );
    assert_eq!(
        checks::items_apart(&template, &["cash"], &["cash-float", "cash-old"]),
        [
            "cash-new is there and not listed among the words",
            "cash-old is listed among the words and not there"
        ]
    );
    let sources = [
        Source::new("core/src/refusal.rs", "Refusal::A { .. } => \"one_thing\","),
        Source::new(
            "app/src/x.rs",
            "Refusal::with(\n    \"other_thing\", \"item\", 1)",
        ),
    ];
    assert_none(&checks::refusals_apart(
        &sources,
        &["one-thing", "other-thing", "mine"],
        &["mine"],
    ));
    assert_one(
        &checks::refusals_apart(&sources, &["one-thing"], &[]),
        "other-thing is there",
    );
    assert_one(
        &checks::refusals_apart(&sources, &["one-thing", "other-thing", "dead"], &[]),
        "dead is listed",
    );
}

#[test]
fn control_what_is_found_in_packs() {
    let sources = [
        Source::new(
            "src-tauri/crates/evidence/src/verify.rs",
            "Why::new(\"one_thing\", \"it is\"); let why = |code| Why::new(code, \"\"); Some(e) => why(\"other\")",
        ),
        Source::new("src-tauri/crates/app/src/x.rs", "Why::new(\"elsewhere\")"),
    ];
    assert_none(&checks::found_in_packs_apart(
        &sources,
        &["one-thing", "other"],
    ));
    assert_one(
        &checks::found_in_packs_apart(&sources, &["one-thing"]),
        "other is there",
    );
    assert_one(
        &checks::found_in_packs_apart(&sources, &["one-thing", "other", "dead"]),
        "dead is listed",
    );
}

#[test]
fn control_typography() {
    for bad in [
        "可以,好",
        "好.",
        "用 POS机",
        "好 ，行",
        "他说\"好\"",
        "(好)",
    ] {
        let problems = checks::chinese_typography(&sample(&format!("a = {bad}\n")), &[]);
        assert!(!problems.is_empty(), "{bad}");
    }
    for good in ["可以，好。", "用 POS 机", "503.50 元", "{ $a }，好"] {
        assert_none(&checks::chinese_typography(
            &sample(&format!("a = {good}\n")),
            &[],
        ));
    }
    assert_none(&checks::chinese_typography(
        &sample("date-a = 1月\n"),
        &["date-"],
    ));
    assert_one(
        &checks::english_typography(&sample("a = 好\n"), &[]),
        "Chinese",
    );
    assert_one(
        &checks::english_typography(&sample("a = don't\n"), &[]),
        "straight",
    );
    assert_none(&checks::english_typography(&sample("a = don’t\n"), &[]));
}

#[test]
fn control_types() {
    let languages = [
        sample("a = x\nb = { $left } { $item }\n"),
        sample("a = x\nb = { $left ->\n    [one] { $item }\n   *[other] { $left } { $item }\n}\n"),
    ];
    let types = typescript::generate(&languages);
    assert!(types.contains("  \"a\": null;\n"), "{types}");
    assert!(
        types.contains("  \"b\": { item: string | number; left: number };\n"),
        "{types}"
    );
}
