use std::sync::Arc;

use kaizhang_app::{OpenOptions, System};
use kaizhang_words::Lang;
use tempfile::TempDir;

use super::*;
use crate::print::Paint;

struct Shop {
    _folder: TempDir,
    app: App,
    words: Words,
}

impl Shop {
    fn new() -> Shop {
        let folder = TempDir::new().unwrap();
        let app = App::open_with(folder.path(), OpenOptions::default(), Arc::new(System)).unwrap();
        Shop {
            _folder: folder,
            app,
            words: Words::new(Lang::En),
        }
    }

    /// Takes a walk with these answers; gives its end and everything it said.
    fn walk(&self, answers: &[u8]) -> (End, String) {
        let mut said = Vec::new();
        let screen = Screen {
            words: &self.words,
            paint: Paint::default(),
        };
        let caller = Caller {
            staff: "Mei".to_owned(),
        };
        let end = Walk::new(&self.app, caller, None, screen, answers, &mut said)
            .run()
            .unwrap();
        (end, String::from_utf8(said).unwrap())
    }

    fn today(&self) -> Today {
        let today = self.app.call(&Caller::default(), "show_today", Value::Null);
        view::read(today.unwrap()).unwrap()
    }

    /// An answer to each item in turn, by its kind.
    fn answers(&self, photo: &str) -> Vec<String> {
        let today = self.today();
        let open = today.items().filter(|item| item.result.is_none());
        open.map(|item| match item.kind.as_str() {
            "number" => "12.5".to_owned(),
            "text" => "V2.3".to_owned(),
            "choice" => "1".to_owned(),
            "photo" => photo.to_owned(),
            "cash" => "100x3 20x4 10x6 5x8 1x20".to_owned(),
            _ => String::new(),
        })
        .collect()
    }

    fn result(&self, id: &str) -> Option<String> {
        let today = self.today();
        let item = today.items().find(|item| item.item == id);
        item.and_then(|item| item.result.clone())
    }
}

fn typed(answers: &[&str]) -> Vec<u8> {
    answers
        .iter()
        .flat_map(|answer| format!("{answer}\n").into_bytes())
        .collect()
}

#[test]
fn a_whole_morning_is_one_line_an_item() {
    let shop = Shop::new();
    let picture = TempDir::new().unwrap();
    let path = picture.path().join("pos 1.png");
    Write::write_all(
        &mut std::fs::File::options()
            .write(true)
            .create(true)
            .truncate(true)
            .open(&path)
            .unwrap(),
        b"\x89PNG\r\n\x1A\n",
    )
    .unwrap();
    let mut answers = shop.answers(&format!("'{}'", path.display()));
    let items = answers.len();
    answers.push(String::new());
    let lines: Vec<&str> = answers.iter().map(String::as_str).collect();
    let (end, said) = shop.walk(&typed(&lines));
    assert_eq!(end, End::Finished, "{said}");
    let today = shop.today();
    assert!(today.is_finished());
    assert_eq!(today.left, 0);
    assert_eq!(today.finished_by, "Mei");
    assert!(said.contains(&format!("{items}/{items} ")), "{said}");
    assert!(said.contains("Attached pos 1.png"), "{said}");
    assert!(said.contains("You can open"), "{said}");
    let (end, said) = shop.walk(b"");
    assert_eq!(end, End::Finished);
    assert!(said.contains("Everything is checked."), "{said}");
}

#[test]
fn a_walk_goes_on_where_the_last_one_stopped() {
    let shop = Shop::new();
    let (end, said) = shop.walk(&typed(&["", "", "q"]));
    assert_eq!(end, End::Stopped);
    let left = shop.today().left;
    assert!(
        said.contains(&format!("Stopped with {left} items to go")),
        "{said}"
    );
    assert_eq!(shop.result("account-settled").as_deref(), Some("pass"));
    assert_eq!(shop.result("account-enabled"), None);
    // The end of the input is a stop like any other.
    let (end, said) = shop.walk(b"\n");
    assert_eq!(end, End::Stopped);
    assert!(said.contains("3/22 "), "{said}");
    assert!(!said.contains("2/22 "), "{said}");
    assert_eq!(shop.today().left, left - 1);
    let (end, _) = shop.walk(b"");
    assert_eq!(end, End::Unasked);
}

#[test]
fn every_key_does_what_it_says() {
    let shop = Shop::new();
    let (_, said) = shop.walk(&typed(&[
        "u", "?", "what", "x", "frozen", "n", "s", "u", "", "ｓ",
    ]));
    assert!(said.contains("There is nothing to undo."), "{said}");
    assert!(said.contains("What to look at: "), "{said}");
    assert!(said.contains("“what” was not understood"), "{said}");
    assert!(said.contains("What to do: "), "{said}");
    assert!(said.contains("Skipped for now."), "{said}");
    assert!(said.contains("Undone: "), "{said}");
    let today = shop.today();
    let first = today.items().next().unwrap();
    assert_eq!(
        (first.result.as_deref(), first.note.as_str()),
        (Some("fail"), "frozen")
    );
    // `n` was taken back and the item passed then.
    assert_eq!(shop.result("account-settled").as_deref(), Some("pass"));
    assert_eq!(shop.result("account-enabled"), None);
    assert_eq!(shop.result("machine-screen"), None);
}

#[test]
fn stopping_is_possible_at_every_question() {
    let shop = Shop::new();
    let (end, _) = shop.walk(&typed(&["x", "q", ""]));
    assert_eq!(end, End::Stopped);
    assert_eq!(shop.result("account-normal"), None);
    at(&shop, "cash-float", &["900", "Q", ""]);
    assert_eq!(shop.result("cash-float"), None);
    let skips = vec!["s"; shop.today().left as usize];
    let (end, _) = shop.walk(&typed(&[&skips[..], &["ｑ"]].concat()));
    assert_eq!(end, End::Stopped);
    assert!(!shop.today().is_finished());
}

/// Passes everything up to this item, then gives these answers.
fn at(shop: &Shop, id: &str, answers: &[&str]) -> String {
    let today = shop.today();
    let before = today.items().filter(|item| item.result.is_none());
    let mut lines: Vec<&str> = before
        .take_while(|item| item.item != id)
        .map(|_| "s")
        .collect();
    lines.extend(answers);
    shop.walk(&typed(&lines)).1
}

#[test]
fn refusals_are_explained_and_asked_again() {
    let shop = Shop::new();
    let said = at(
        &shop,
        "network-data-left",
        &["", "lots", "1001", "-1", "0.5"],
    );
    assert!(said.contains("A number from 0 to 1000 GB: "), "{said}");
    assert_eq!(said.matches("between 0 and 1000").count(), 2, "{said}");
    assert!(said.contains("Running low"), "{said}");
    assert_eq!(shop.result("network-data-left").as_deref(), Some("pass"));

    let said = at(
        &shop,
        "machine-untampered",
        &["x", "", "a\u{202E}b", "loose screw"],
    );
    assert_eq!(
        said.matches("Please write a line:").count() + said.matches("please write a line:").count(),
        3,
        "{said}"
    );
    assert_eq!(shop.result("machine-untampered").as_deref(), Some("fail"));

    let said = at(
        &shop,
        "machine-photo",
        &["/nowhere/at/all.png", "/dev/zero", "/", ""],
    );
    assert!(said.contains("/dev/zero"), "{said}");
    assert!(said.contains("Skipped for now."), "{said}");

    at(&shop, "limits-qr-kind", &["9", "0", "3"]);
    let today = shop.today();
    let kind = today
        .items()
        .find(|item| item.item == "limits-qr-kind")
        .unwrap();
    assert_eq!(kind.value, Some(json!("personal")));
}

#[test]
fn cash_off_its_target_takes_a_reason_or_another_count() {
    let shop = Shop::new();
    let said = at(
        &shop,
        "cash-float",
        &["abc", "900", "", "900", "market day"],
    );
    assert_eq!(said.matches("Why the difference?").count(), 2, "{said}");
    let today = shop.today();
    let cash = today
        .items()
        .find(|item| item.item == "cash-float")
        .unwrap();
    assert_eq!(cash.note, "market day");
    assert_eq!(cash.value.as_ref().unwrap()["total_fen"], 90_000);
}

#[test]
fn opening_before_all_is_checked_takes_a_reason() {
    let shop = Shop::new();
    let skips = vec!["s"; shop.today().left as usize];
    let (end, said) = shop.walk(&typed(&[&skips[..], &[""]].concat()));
    assert_eq!(end, End::Stopped, "{said}");
    assert!(!shop.today().is_finished());
    let (end, said) = shop.walk(&typed(
        &[&skips[..], &["a\u{2066}b", "a guest waits"]].concat(),
    ));
    assert_eq!(end, End::Finished, "{said}");
    assert_eq!(shop.today().finish_note, "a guest waits");
    // What is left can still be answered; the opening is not asked to be finished twice.
    let (end, _) = shop.walk(&typed(&["", "q"]));
    assert_eq!(end, End::Stopped);
    assert_eq!(shop.result("account-normal").as_deref(), Some("pass"));
}

#[test]
fn what_can_wait_is_told_apart_and_the_last_answer_can_be_taken_back() {
    let shop = Shop::new();
    let today = shop.today();
    let mut answers = shop.answers("");
    for (answer, item) in answers.iter_mut().zip(today.items()) {
        if item.kind == "text" {
            *answer = "s".to_owned();
        }
    }
    let mut lines: Vec<&str> = answers.iter().map(String::as_str).collect();
    lines.extend(["u", "", "n"]);
    let (end, said) = shop.walk(&typed(&lines));
    assert_eq!(end, End::Stopped, "{said}");
    assert_eq!(said.matches("2 items can wait").count(), 2, "{said}");
    assert_eq!(said.matches("22/22 ").count(), 2, "{said}");
    let (end, _) = shop.walk(b"s\ns\n\n");
    assert_eq!(end, End::Finished);
}

#[test]
fn answers_that_are_no_text_or_too_long_do_no_harm() {
    let shop = Shop::new();
    let mut input = b"\xFF\xFE\n".to_vec();
    input.extend(vec![b'a'; 3 << 20]);
    input.extend(b"\n\x1b[31m\nx\n");
    input.extend(vec![b'n'; 100_000]);
    input.extend(b"\nseen\n");
    let (_, said) = shop.walk(&input);
    assert!(said.len() < 100_000);
    assert!(!said.contains('\x1b'));
    assert_eq!(shop.result("account-normal").as_deref(), Some("fail"));
    assert_eq!(shop.result("account-settled"), None);
}
