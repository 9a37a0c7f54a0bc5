//! What incidents and receipts never take: wrong figures, files that are none, secrets of a card.

use crate::{PNG, Place};

#[test]
fn incidents_that_cannot_be_are_refused() {
    let place = Place::new();
    place.done(&["incident", "open", "--note", "x"]);
    let before = place.done(&["fsck"]);
    let long = "字".repeat(4_001);
    let check = |line: &[&str], code: &str| {
        place.refused(&[&["incident", "open"], line].concat(), 1, code);
    };
    check(&[], "text_needed");
    check(&["--amount", "12.50"], "text_needed");
    for amount in ["0", "0.00", "０"] {
        check(&["--note", "x", "--amount", amount], "amount_not_positive");
    }
    for amount in [
        "-1", "1e308", "NaN", "1,280", "12.345", "99999999", "--json",
    ] {
        check(&["--note", "x", "--amount", amount], "amount_unreadable");
    }
    for card in ["12345", "card", "62220212345678901234"] {
        check(&["--note", "x", "--card", card], "card_unreadable");
    }
    for code in ["96 51", "../x96", "abcde"] {
        check(&["--code", code], "code_unreadable");
    }
    check(
        &["--note", "x", "--terminal", "../terminal-1"],
        "terminal_unknown",
    );
    check(&["--note", "x", "--till", ".."], "till_unknown");
    check(&["--note", "x", "--trace", "1234567"], "digits_needed");
    check(
        &["--note", "x", "--reference", "12345678901"],
        "digits_needed",
    );
    check(&["--note", &long], "note_too_long");
    check(&["--note", "a\u{202E}b"], "text_has_control");
    for which in [
        "9",
        "..",
        "../../etc/passwd",
        "",
        "01",
        "0",
        "1x",
        "1; DROP",
    ] {
        place.refused(&["incident", "show", which], 1, "incident_unknown");
    }
    place.refused(
        &["incident", "settle", "1", "--how", "settled", "--note", "x"],
        1,
        "sale_unknown",
    );
    place.refused(&["incident", "note", "1", "--note", " "], 1, "text_needed");
    for loss in ["-1", "1e308", "much"] {
        place.refused(
            &["incident", "resolve", "1", "--loss", loss],
            1,
            "amount_unreadable",
        );
    }
    for wrong in [
        &["incident"][..],
        &["incident", "close", "1"],
        &["incident", "show"],
        &["incident", "open", "--lane", "cheque"],
        &["incident", "settle", "1"],
        &["incident", "note", "1"],
    ] {
        place.refused(wrong, 2, "usage");
    }
    assert_eq!(place.done(&["fsck"]), before);
}

#[test]
fn files_that_are_no_plain_files_are_refused_and_none_is_taken() {
    let place = Place::new();
    let good = place.file("slip.png", PNG);
    let around = place.data().parent().unwrap().to_owned();
    let name = |name: &str| around.join(name).to_str().unwrap().to_owned();
    let mut wrong = vec![
        around.to_str().unwrap().to_owned(),
        name("missing.png"),
        "..".to_owned(),
    ];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&good, around.join("link.png")).unwrap();
        let pipe = name("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        wrong.extend([name("link.png"), pipe]);
    }
    place.done(&["incident", "open", "--note", "x"]);
    let before = place.done(&["fsck"]);
    for path in &wrong {
        for line in [
            &["incident", "open", "--note", "y"][..],
            &["incident", "note", "1"],
            &["incident", "resolve", "1"],
            &["receipt", "add", "--amount", "1"],
        ] {
            let line = [line, &["--attach", &good, "--attach", path]].concat();
            let params = place.refused(&line, 1, "attachment_unreadable");
            assert_eq!(params["path"], path.as_str());
        }
    }
    let many: Vec<&str> = std::iter::repeat_n(["--attach", good.as_str()], 21)
        .flatten()
        .collect();
    let params = place.refused(
        &[&["incident", "note", "1"], &many[..]].concat(),
        1,
        "too_many_files",
    );
    assert_eq!(params["max"], 20);
    // Not even the good file before the bad one was taken in.
    assert_eq!(place.done(&["fsck"]), before);
    let roundabout = format!("{}/data/../slip.png", around.to_str().unwrap());
    let opened = place.done(&["incident", "note", "1", "--attach", &roundabout]);
    assert_eq!(opened["attachments"][0]["name"], "slip.png");
}

#[test]
fn s27_a_whole_card_number_and_its_secrets_are_nowhere_in_the_folder() {
    let place = Place::new();
    let card = "6222021234567890128";
    place.done(&["incident", "open", "--code", "96", "--card", card]);
    let note = format!("顾客的卡 {card}，电话 13812345678");
    let noted = place.done(&["incident", "note", "1", "--note", &note]);
    let said = &noted["timeline"].as_array().unwrap().last().unwrap()["what"]["text"];
    assert_eq!(said, "顾客的卡 622202*********0128，电话 138****5678");
    place.done(&[
        "receipt", "add", "--amount", "5", "--card", card, "--note", &note,
    ]);
    for secret in ["CVV 123", "安全码：456", "密码 123456"] {
        for line in [
            &["incident", "open", "--note", secret][..],
            &["incident", "note", "1", "--note", secret],
            &["incident", "resolve", "1", "--note", secret],
            &["receipt", "add", "--amount", "5", "--note", secret],
        ] {
            place.refused(line, 1, "card_secret");
        }
    }
    for run in [
        place.run(&["incident", "show", "1", "--lang", "zh-CN"]),
        place.run(&["receipt", "list", "--lang", "en"]),
    ] {
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.out.contains("622202******0128"), "{run:?}");
        assert!(!run.out.contains(card), "{run:?}");
    }
    let mut files = Vec::new();
    collect(&place.data(), &mut files);
    assert!(files.len() > 1);
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        for hidden in [card, "21234567890", "13812345678", "CVV 123"] {
            let found = bytes
                .windows(hidden.len())
                .any(|part| part == hidden.as_bytes());
            assert!(!found, "{hidden} in {}", file.display());
        }
    }
}

fn collect(folder: &std::path::Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
