use serde_json::{Value, json};

use super::*;

fn read(line: &[&str], lang: Lang) -> Result<Parsed, Failure> {
    let args: Vec<OsString> = std::iter::once("kaizhang")
        .chain(line.iter().copied())
        .map(OsString::from)
        .collect();
    parse(&args, lang, &Peek::at(&args))
}

#[track_caller]
fn wished(line: &[&str]) -> (Global, Verb) {
    match read(line, Lang::En) {
        Ok(Parsed::Wish { global, verb }) => (global, verb),
        other => panic!("{line:?}: {other:?}"),
    }
}

/// What is wrong with a line, in both languages.
#[track_caller]
fn check(line: &[&str], chinese: &str, english: &str) {
    for (lang, expected) in [(Lang::ZhCn, chinese), (Lang::En, english)] {
        match read(line, lang) {
            Err(Failure::Usage(message)) => {
                let head = message.rsplit_once('\n').map(|(head, _)| head);
                assert_eq!(head, Some(expected), "{line:?}");
            }
            other => panic!("{line:?}: {other:?}"),
        }
    }
}

#[test]
fn global_options_stand_before_or_after_the_verb() {
    for line in [
        [
            "--json", "--till", "till-2", "--staff", "小王", "--data", "d", "today",
        ],
        [
            "today", "--data", "d", "--staff", "小王", "--till", "till-2", "--json",
        ],
        [
            "--data=d",
            "today",
            "--json",
            "--staff=小王",
            "--till",
            "till-2",
            "--lang",
            "en",
        ],
    ] {
        let (global, verb) = wished(&line);
        assert!(matches!(verb, Verb::Today { day: None }));
        assert!(global.json);
        assert_eq!(global.data.as_deref(), Some("d"));
        assert_eq!(global.staff, "小王");
        assert_eq!(global.till.as_deref(), Some("till-2"));
    }
}

#[test]
fn values_and_notes_may_begin_with_a_dash() {
    let line = [
        "mark", "x", "pass", "--value", "-1", "--note", "--json", "--attach", "a", "--attach", "b",
    ];
    let (global, verb) = wished(&line);
    assert!(!global.json);
    let Verb::Mark {
        value,
        note,
        attach,
        ..
    } = verb
    else {
        panic!("{verb:?}");
    };
    assert_eq!(value.as_deref(), Some("-1"));
    assert_eq!(note.as_deref(), Some("--json"));
    assert_eq!(attach, ["a", "b"]);
    let (_, verb) = wished(&["finish", "--note", "- 客人在等"]);
    assert!(matches!(verb, Verb::Finish { note: Some(note) } if note == "- 客人在等"));
    let (_, verb) = wished(&["call", "show_today", "-"]);
    assert!(matches!(verb, Verb::Call { json: Some(json), .. } if json == "-"));
}

#[test]
fn options_become_the_fields_of_a_form() {
    let line = [
        "incident", "open", "--amount", "-1", "--note", "--json", "--trace", "42", "--lane", "qr",
        "--attach", "a", "--attach", "b", "--till", "till-2", "--json",
    ];
    let (global, verb) = wished(&line);
    assert!(global.json);
    assert_eq!(global.till.as_deref(), Some("till-2"));
    let Verb::Incident(Incident::Open { form, sale, attach }) = verb else {
        panic!("{verb:?}");
    };
    let form = Value::Object(form);
    assert_eq!(
        form,
        json!({ "amount": "-1", "note": "--json", "lane": "qr" })
    );
    assert_eq!(Value::Object(sale), json!({ "trace": "42" }));
    assert_eq!(attach, ["a", "b"]);

    let line = [
        "receipt",
        "add",
        "--amount",
        "5",
        "--merchant-no",
        "8221",
        "--kind",
        "pre-auth",
    ];
    let (_, verb) = wished(&line);
    let Verb::Receipt(Receipt::Add { form, .. }) = verb else {
        panic!("{verb:?}");
    };
    let want = json!({ "amount": "5", "merchant_no": "8221", "kind": "pre_auth" });
    assert_eq!(Value::Object(form), want);
    let (_, verb) = wished(&["receipt", "list", "靠窗", "0128", "--limit", "3"]);
    assert!(matches!(verb, Verb::Receipt(Receipt::List { words, span })
        if words == ["靠窗", "0128"] && span.limit == Some(3)));
}

#[test]
fn any_word_about_a_call_means_that_there_was_one() {
    let check = |more: &[&str], there_was: bool| {
        let (_, verb) = wished(&[&["incident", "note", "3", "--note", "x"], more].concat());
        let Verb::Incident(Incident::Note { call, .. }) = verb else {
            panic!("{verb:?}");
        };
        assert_eq!(call.is_some(), there_was, "{more:?}");
    };
    check(&[], false);
    check(&["--attach", "a"], false);
    for more in [
        &["--call"][..],
        &["--call-hotline", "95516"],
        &["--answered-by", "018"],
        &["--ticket", "T1"],
        &["--waited", "3"],
        &["--talked", "0"],
    ] {
        check(more, true);
    }
}

#[test]
fn mistakes_are_explained_in_both_languages() {
    check(&[], "还缺：命令", "Still needed: COMMAND");
    check(
        &["tody"],
        "不认识“tody”。\n是不是想写“today”？",
        "“tody” is not known.\nDid you mean “today”?",
    );
    check(
        &["today", "--fast"],
        "不认识“--fast”。",
        "“--fast” is not known.",
    );
    check(
        &["today", "extra"],
        "不认识“extra”。",
        "“extra” is not known.",
    );
    check(
        &["today", "--jsn"],
        "不认识“--jsn”。\n是不是想写“--json”？",
        "“--jsn” is not known.\nDid you mean “--json”?",
    );
    check(
        &["mark"],
        "还缺：项和pass|fail|na",
        "Still needed: ITEM and pass|fail|na",
    );
    check(
        &["mark", "x", "ok"],
        "pass|fail|na 不能是“ok”。\n可以是：pass、fail、na",
        "pass|fail|na cannot be “ok”.\nIt can be: pass, fail, na",
    );
    check(
        &["mark", "x", "pass", "--note"],
        "--note 后面要写内容。",
        "--note needs a value.",
    );
    check(
        &["--data"],
        "--data 后面要写内容。",
        "--data needs a value.",
    );
    check(
        &["finish", "--note", "a", "--note", "b"],
        "--note 写了不止一次。",
        "--note was given more than once.",
    );
    check(
        &["demo", "--days", "many", "--seed", "1"],
        "--days 不能是“many”。",
        "--days cannot be “many”.",
    );
    check(
        &["demo", "--days", "-5", "--seed", "1"],
        "--days 不能是“-5”。",
        "--days cannot be “-5”.",
    );
    check(
        &["demo", "--days", "1", "--seed", "1", "--tills", "21"],
        "--tills 不能是“21”。",
        "--tills cannot be “21”.",
    );
    check(
        &["demo", "--days", "1", "--seed", "9007199254740992"],
        "--seed 不能是“9007199254740992”。",
        "--seed cannot be “9007199254740992”.",
    );
    check(
        &["demo", "--days", "1"],
        "还缺：--seed 个数",
        "Still needed: --seed N",
    );
    check(
        &["history", "--limit", "0"],
        "--limit 不能是“0”。",
        "--limit cannot be “0”.",
    );
    check(
        &["today", "--lang", "fr"],
        "--lang 不能是“fr”。\n可以是：zh-CN、en",
        "--lang cannot be “fr”.\nIt can be: zh-CN, en",
    );
    check(
        &["incident"],
        "还缺：命令\n可以是：open、note、resolve、settle、show、list",
        "Still needed: COMMAND\nIt can be: open, note, resolve, settle, show, list",
    );
    check(
        &["receipt", "ad"],
        "不认识“ad”。\n是不是想写“add”？",
        "“ad” is not known.\nDid you mean “add”?",
    );
    check(
        &["incident", "settle", "3", "--how", "paid"],
        "--how 不能是“paid”。\n可以是：settled、reversed、written-off",
        "--how cannot be “paid”.\nIt can be: settled, reversed, written-off",
    );
    check(
        &["up\u{1b}[31m"],
        "不认识“up\u{FFFD}[31m”。",
        "“up\u{FFFD}[31m” is not known.",
    );
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_are_wrong_usage() {
    use std::os::unix::ffi::OsStringExt;
    let broken = || OsString::from_vec(b"a\xFFb".to_vec());
    for before in [
        &["kaizhang"][..],
        &["kaizhang", "--data"],
        &["kaizhang", "mark", "x", "pass", "--note"],
    ] {
        let mut args: Vec<OsString> = before.iter().map(OsString::from).collect();
        args.push(broken());
        let got = parse(&args, Lang::En, &Peek::at(&args));
        assert!(matches!(got, Err(Failure::Usage(_))), "{args:?}: {got:?}");
    }
}

#[test]
fn help_is_of_the_verb_that_was_named() {
    let text = |line: &[&str]| match read(line, Lang::ZhCn) {
        Ok(Parsed::Text(text)) => text,
        other => panic!("{line:?}: {other:?}"),
    };
    assert_eq!(text(&["--help"]), text(&["help"]));
    assert_eq!(text(&["mark", "--help"]), text(&["help", "mark"]));
    assert_eq!(text(&["mark", "-h"]), text(&["help", "mark"]));
    assert_ne!(text(&["mark", "--help"]), text(&["--help"]));
    assert!(text(&["help", "mark"]).contains("kaizhang mark"));
    assert!(text(&["help", "help"]).contains("kaizhang help"));
    let open = text(&["incident", "open", "--help"]);
    assert_eq!(open, text(&["help", "incident", "open"]));
    assert!(open.contains("kaizhang incident open [选项]") && open.contains("wont-start"));
    // What a verb does not have below it is answered with the verb's own page.
    assert_eq!(
        text(&["help", "incident", "add"]),
        text(&["help", "incident"])
    );
    assert!(text(&["incident", "-h"]).contains("settle"));
    assert_eq!(
        text(&["--version"]),
        format!("kaizhang {}\n", env!("CARGO_PKG_VERSION"))
    );
}
