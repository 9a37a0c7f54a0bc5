//! What people read, in both languages.

use std::process::Stdio;

use crate::{Place, finish};

#[test]
fn the_language_is_the_persons() {
    let place = Place::new();
    let speaks = |args: &[&str], environment: &[(&str, &str)]| {
        let mut command = place.command(args);
        command
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env_remove("LANG");
        command.envs(environment.iter().copied());
        let run = finish(&mut command, b"");
        assert_eq!(run.code, 0, "{run:?}");
        let chinese = run.out.contains("今天还没看");
        assert_ne!(chinese, run.out.contains("Nothing checked yet"), "{run:?}");
        if chinese { "zh" } else { "en" }
    };
    assert_eq!(speaks(&["today"], &[]), "zh");
    assert_eq!(speaks(&["today"], &[("LANG", "en_GB.UTF-8")]), "en");
    assert_eq!(
        speaks(
            &["today"],
            &[("LANG", "en_GB.UTF-8"), ("LC_MESSAGES", "zh_CN.UTF-8")]
        ),
        "zh"
    );
    assert_eq!(
        speaks(&["today"], &[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")]),
        "en"
    );
    assert_eq!(
        speaks(&["today"], &[("LC_ALL", "C"), ("KAIZHANG_LANG", "zh-CN")]),
        "zh"
    );
    assert_eq!(
        speaks(&["today", "--lang", "en"], &[("KAIZHANG_LANG", "zh-CN")]),
        "en"
    );
    assert_eq!(
        speaks(&["--lang", "zh-CN", "today"], &[("LC_ALL", "en_US")]),
        "zh"
    );
}

#[test]
fn every_verb_reads_well_in_both_languages() {
    for (lang, said) in [
        (
            "zh-CN",
            [
                "示例店铺放好了",
                "备用金 ",
                "日期",
                "记下了：外网 — 有问题",
                "今天的检查已结束：",
                "记录完好",
                "重算好了",
            ],
        ),
        (
            "en",
            [
                "The demo shop is ready",
                "Backup cash ",
                "Day ",
                "Saved: Internet — Problem",
                "Today’s opening is finished: ",
                "The records are whole",
                "Rebuilt from",
            ],
        ),
    ] {
        let place = Place::new();
        let verbs: [&[&str]; 7] = [
            &["demo", "--days", "12", "--seed", "5"],
            &["today"],
            &["history"],
            &["mark", "network-internet", "fail"],
            &["finish", "--note", "x"],
            &["fsck"],
            &["rebuild"],
        ];
        for (verb, expected) in verbs.iter().zip(said) {
            let run = place.run(&[verb, &["--lang", lang][..]].concat());
            assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
            assert!(run.out.contains(expected), "{expected}: {run:?}");
            assert!(
                !run.out.contains('\u{1b}'),
                "colours without a terminal: {run:?}"
            );
            assert!(
                !run.out.contains("cli-") && !run.out.contains("item-"),
                "{run:?}"
            );
        }
    }
}

#[test]
fn help_and_refusals_speak_the_language_too() {
    let place = Place::new();
    for verb in [
        "today", "check", "mark", "finish", "history", "fsck", "rebuild", "demo", "commands",
        "call",
    ] {
        let chinese = place.run(&[verb, "--help", "--lang", "zh-CN"]);
        let english = place.run(&["--lang", "en", "help", verb]);
        assert_eq!((chinese.code, english.code), (0, 0));
        assert!(chinese.out.contains("用法："), "{chinese:?}");
        assert!(english.out.contains("Usage:"), "{english:?}");
    }
    assert!(!place.data().exists());
    let refusal = |lang| {
        let run = place.script(&["mark", "coffee", "pass", "--lang", lang]);
        run.refusal()["message"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        refusal("zh-CN"),
        "清单里没有“coffee”这一项。运行 kaizhang today 可以看到所有的项。"
    );
    assert!(refusal("en").contains("coffee"));
    let run = place.run(&["mark", "coffee\u{1b}[2J", "pass"]);
    assert_eq!(run.code, 1);
    assert!(!run.err.contains('\u{1b}'), "{run:?}");
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let place = Place::new();
    place.done(&["demo", "--days", "700", "--seed", "5"]);
    let mut child = place
        .command(&["history", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
