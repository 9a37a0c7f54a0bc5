use std::collections::BTreeSet;
use std::sync::Arc;

use super::words::{CHINESE, ENGLISH, Table};
use super::*;
use crate::answer::Refusal;
use crate::board::Outcome;

const BOTH: [Language; 2] = [Language::Chinese, Language::English];
const STANDINGS: [Standing; 3] = [Standing::Free, Standing::Mine, Standing::Taken];

fn board() -> Arc<Board> {
    Arc::new(Board::new(Limits::default()))
}

fn every_page(check: impl Fn(&str, Standing, Language)) {
    for standing in STANDINGS {
        for language in BOTH {
            let html = render(standing, language, "NONCE", "TOKEN", &board());
            check(&html, standing, language);
        }
    }
}

/// What stands between `before` and `after`, each time.
fn between<'a>(text: &'a str, before: &'a str, after: &'a str) -> Vec<&'a str> {
    let parts = text.split(before).skip(1);
    parts
        .filter_map(|part| Some(part.split_once(after)?.0))
        .collect()
}

#[test]
fn both_languages_have_the_same_keys_in_the_same_order() {
    let keys = |table: &Table| table.map(|(key, _)| key);
    assert_eq!(keys(&CHINESE), keys(&ENGLISH));
    let once: BTreeSet<_> = keys(&CHINESE).into_iter().collect();
    assert_eq!(once.len(), CHINESE.len());
    for ((key, chinese), (_, english)) in CHINESE.iter().zip(&ENGLISH) {
        assert!(!chinese.trim().is_empty() && !english.trim().is_empty());
        for hole in ["%n%", "%file%", "%files%", "%total%"] {
            assert_eq!(
                chinese.contains(hole),
                english.contains(hole),
                "{key} {hole}"
            );
        }
    }
}

#[test]
fn every_word_is_used_and_every_used_word_exists() {
    let known: BTreeSet<_> = CHINESE.iter().map(|(key, _)| *key).collect();
    let mut used: BTreeSet<_> = SCRIPT_WORDS.into_iter().collect();
    used.insert("name");
    for sheet in [SHEET, TAKEN] {
        used.extend(between(sheet, "{{", "}}"));
    }
    for own in [
        "style",
        "script",
        "nonce",
        "facts",
        "lang",
        "other-lang",
        "other-name",
    ] {
        used.remove(own);
    }
    assert_eq!(used, known);
    let is_letter = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
    for spoken in SCRIPT.split("words.").skip(1) {
        let key: String = spoken.chars().take_while(|sign| is_letter(*sign)).collect();
        assert!(SCRIPT_WORDS.contains(&key.as_str()), "{key}");
    }
    for refusal in Refusal::ALL {
        assert!(SCRIPT_WORDS.contains(&refusal.code()), "{}", refusal.code());
    }
}

#[test]
fn a_page_is_small_whole_and_asks_nobody_else() {
    every_page(|html, standing, language| {
        assert!(
            html.len() <= 20 * 1024,
            "{standing:?} {language:?}: {}",
            html.len()
        );
        assert!(!html.contains("{{") && !html.contains("%file"));
        let rest = html.replace("http://www.w3.org/2000/svg", "");
        for outside in [
            "http:",
            "https:",
            "//cdn",
            "src=",
            "@import",
            "url(",
            " style=",
            " onclick=",
        ] {
            assert!(!rest.contains(outside), "{outside}");
        }
        assert!(html.contains(&format!("<html lang=\"{}\">", language.tag())));
        let elements = html.matches("<script").count() + html.matches("<style").count();
        assert_eq!(html.matches("nonce=\"NONCE\"").count(), elements);
    });
}

#[test]
fn what_the_tests_of_the_screen_look_for_is_there() {
    every_page(|html, standing, _| {
        let wanted: &[&str] = match standing {
            Standing::Taken => &["phone-said"],
            _ => &[
                "phone-start",
                "phone-files",
                "phone-done",
                "phone-list",
                "phone-said",
            ],
        };
        let there: BTreeSet<_> = between(html, "data-testid=\"", "\"").into_iter().collect();
        assert_eq!(there, wanted.iter().copied().collect());
    });
}

#[test]
fn a_name_is_data_in_the_page() {
    let board = board();
    let evil = "</script><script>alert(1)</script><!--\u{2028}{{nonce}}.jpg";
    let place = board.admit(evil, 9).unwrap();
    place.settle(Outcome::Kept("id".to_owned()));
    let html = render(Standing::Mine, Language::English, "NONCE", "TOKEN", &board);
    assert_eq!(html.matches("</script>").count(), 2);
    let facts = between(&html, "id=\"facts\" nonce=\"NONCE\">", "</script>")[0];
    let facts: serde_json::Value = serde_json::from_str(facts).unwrap();
    assert_eq!(facts["kept"][0], evil);
    // A phone that is not the one sees no names.
    for standing in [Standing::Free, Standing::Taken] {
        let html = render(standing, Language::English, "NONCE", "TOKEN", &board);
        assert!(!html.contains("alert"));
    }
}

#[test]
fn limits_are_told_as_they_are() {
    let limits = Limits {
        file_bytes: 5 * 1024 * 1024,
        files: 3,
        ..Limits::default()
    };
    let board = Board::new(limits);
    let html = render(Standing::Free, Language::English, "N", "T", &board);
    assert!(html.contains("up to 3 files of 5\u{A0}MB each"));
}
