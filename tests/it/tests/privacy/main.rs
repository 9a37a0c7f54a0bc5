//! Ten thousand notes with numbers of cards and people through every door of the app; then every byte of every file
//! of the data folder is read, and none of them is there.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a test fails by panicking, says what it counted, and writes beside the app on purpose"
)]

mod doors;
mod numbers;
mod scan;

use doors::{Door, LENIENT, NUMBERS, Shop, WORDS};
use numbers::{Dice, card, dressed, identity, note};
use rusqlite::Connection;
use scan::{Wanted, files};
use serde_json::{Value, json};

const NOTES: usize = 10_000;

#[test]
fn s27_ten_thousand_notes_leave_no_number_in_any_file() {
    let shop = Shop::new();
    let mut dice = Dice(20_261_123);
    let mut numbers = Vec::new();
    let mut through = 0;
    while numbers.len() < NOTES {
        for Door(name, limit, put) in WORDS.iter().chain(&LENIENT) {
            let text = note(&mut dice, *limit, &mut numbers);
            let kept = put(&shop, &text);
            // The software of a terminal is asked for once a month; on other days that door is shut.
            let shut = kept
                .as_ref()
                .is_err_and(|no| no.code == "item_unknown" && *name == "mark.value");
            assert!(kept.is_ok() || shut, "{name}: {kept:?} {text}");
            through += 1;
        }
    }
    let draft = type_slowly(&shop, &mut dice, &mut numbers);
    let wanted = Wanted::new(&numbers);
    let look = || {
        let mut found = wanted.in_folder(shop.folder.path());
        found.dedup();
        assert!(
            found.is_empty(),
            "{} {:?}",
            found.len(),
            &found[..found.len().min(20)]
        );
    };
    look();
    let whole = shop.call("check_folder", Value::Null).unwrap();
    assert_eq!(whole["ok"], true, "{whole}");
    shop.call("rebuild_projections", Value::Null).unwrap();
    look();
    let kaizhang_it::Shop { folder, app, .. } = shop.shop;
    drop(app);
    let left = wanted.in_folder(folder.path());
    assert!(left.is_empty(), "{left:?}");
    let bytes: usize = files(folder.path())
        .iter()
        .map(|(_, bytes)| bytes.len())
        .sum();
    eprintln!(
        "{} notes, {through} commands and {draft} drafts, {bytes} bytes read",
        numbers.len()
    );
}

/// Types numbers digit by digit, each stroke kept as the window keeps it.
fn type_slowly(shop: &Shop, dice: &mut Dice, numbers: &mut Vec<String>) -> usize {
    let mut strokes = 0;
    for _ in 0..40 {
        let number = if dice.below(5) == 0 {
            identity(dice)
        } else {
            card(dice)
        };
        let mut typed = String::from("卡 ");
        for c in dressed(dice, &number).chars() {
            typed.push(c);
            let whole = typed.trim_start_matches("卡 ").parse::<u64>().ok();
            let place = json!({ "aidDraft": { "note": typed, "number": whole } });
            shop.call("keep_place", json!({ "place": place })).unwrap();
            strokes += 1;
        }
        numbers.push(number);
    }
    strokes
}

#[test]
fn s27_numbers_of_banks_and_ids_are_no_cards() {
    let shop = Shop::new();
    let mut dice = Dice(7);
    let mut numbers = Vec::new();
    for Door(name, _, put) in &NUMBERS {
        let mut tried = 0;
        while tried < 6 {
            let number = card(&mut dice);
            // Fifteen digits are a merchant's number as well, and fewer a maker's.
            if number.len() < 16 {
                continue;
            }
            for typed in [
                number.clone(),
                dressed(&mut dice, &number),
                format!("a-{number}"),
            ] {
                let kept = put(&shop, &typed);
                assert!(kept.is_err(), "{name} {typed}: {kept:?}");
            }
            numbers.push(number);
            tried += 1;
        }
    }
    // Whatever a command does not know is refused whole.
    for input in [
        json!({ "incident": "1", "extra": numbers[0] }),
        json!({ "incident": numbers[0] }),
    ] {
        assert!(shop.call("show_incident", input.clone()).is_err());
        assert!(shop.call("resolve_incident", input).is_err());
    }
    let found = Wanted::new(&numbers).in_folder(shop.folder.path());
    assert!(found.is_empty(), "{found:?}");
    // A form takes a whole card, and keeps six and four of it.
    let form = json!({ "incident": "1", "form": { "card": numbers[1] } });
    let kept = shop.call("amend_incident", form).unwrap();
    let mask = format!(
        "{}******{}",
        &numbers[1][..6],
        &numbers[1][numbers[1].len() - 4..]
    );
    assert_eq!(kept["details"]["card"], mask);
    assert!(
        Wanted::new(&numbers)
            .in_folder(shop.folder.path())
            .is_empty()
    );
}

/// Neither the words around a secret nor the secret may be anywhere.
#[test]
fn s27_codes_pins_and_tracks_are_refused_at_every_door() {
    let secrets = [
        "CVV 7315",
        "安全码：７３１５",
        "密码 731597",
        "PIN: 7315",
        ";6222021234567890128=2512101731597",
        "%B4111111111111111^LI/SI^2512101",
        "6222021234567890128D25121017315",
        "C\u{200b}VV is 731",
    ];
    let shop = Shop::new();
    for Door(name, _, put) in &WORDS {
        for secret in secrets {
            let refused = put(&shop, &format!("Zeuge {secret}"));
            assert_eq!(
                refused.map_err(|no| no.code),
                Err("card_secret".to_owned()),
                "{name} {secret}"
            );
        }
    }
    // A file with such a name is not taken; a draft keeps its words and loses every digit.
    let Door(_, _, attach) = &LENIENT[3];
    assert_eq!(
        attach(&shop, "PIN 7315.jpg").unwrap_err().code,
        "card_secret"
    );
    for Door(name, _, put) in &LENIENT[..3] {
        for secret in secrets {
            put(&shop, &format!("Entwurf {secret}")).unwrap_or_else(|no| panic!("{name}: {no:?}"));
        }
    }
    for (path, bytes) in files(shop.folder.path()) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("Zeuge"), "{path:?}");
        for drafted in ["7315", "731597", "７３１５", "2512101"] {
            let near = text
                .find("Entwurf")
                .map(|_| text.contains(&format!(" {drafted}")));
            assert_ne!(near, Some(true), "{path:?} {drafted}");
        }
    }
}

/// The same look finds what was written past the app, in every spelling and every place.
#[test]
fn what_is_written_past_the_app_is_found() {
    let mut dice = Dice(99);
    for spelling in 0..24 {
        let number = if spelling % 4 == 3 {
            identity(&mut dice)
        } else {
            card(&mut dice)
        };
        let shown = match spelling {
            0 => number.clone(),
            1 => number.replace("", "\u{200b}"),
            2 => json!(number.replace("", "\n")).to_string(),
            _ => dressed(&mut dice, &number),
        };
        let shop = Shop::new();
        let raw = Connection::open(shop.folder.path().join("kaizhang.db")).unwrap();
        match spelling % 3 {
            0 => raw
                .execute(
                    "INSERT INTO staff (id, retired, json) VALUES ('x', 0, ?1)",
                    [&shown],
                )
                .unwrap(),
            1 => raw
                .execute("INSERT INTO ran VALUES (?1, '')", [&shown])
                .unwrap_or_else(|_| {
                    raw.execute(
                        "INSERT INTO staff (id, retired, json) VALUES (?1, 0, '')",
                        [&shown],
                    )
                    .unwrap()
                }),
            _ => {
                std::fs::write(
                    shop.folder.path().join("agent.log"),
                    format!("kept {shown}."),
                )
                .unwrap();
                1
            }
        };
        let found = Wanted::new(std::slice::from_ref(&number)).in_folder(shop.folder.path());
        assert!(!found.is_empty(), "{spelling} {shown}");
        // And nothing else is taken for it.
        let other = Wanted::new(&[card(&mut dice)]).in_folder(shop.folder.path());
        assert!(other.is_empty(), "{other:?}");
    }
}
