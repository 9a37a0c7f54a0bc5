//! Several processes at once on one folder.

use rusqlite::Connection;
use serde_json::Value;

use crate::{Place, items};

const PROCESSES: usize = 8;
const MARKS: usize = 25;

#[test]
fn eight_processes_mark_at_once_and_nothing_is_lost() {
    let place = Place::new();
    let ids: Vec<String> = items(&place.done(&["today"]))
        .iter()
        .map(|item| item["item"].as_str().unwrap().to_owned())
        .collect();
    let begun = std::sync::Barrier::new(PROCESSES);
    let mut noted: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..PROCESSES)
            .map(|process| {
                let (place, ids, begun) = (&place, &ids, &begun);
                scope.spawn(move || {
                    begun.wait();
                    let mark = |mark: usize| {
                        let note = format!("{process}/{mark}");
                        let item = &ids[(process * 5 + mark) % ids.len()];
                        let staff = format!("p{process}");
                        place.done(&["mark", item, "fail", "--note", &note, "--staff", &staff]);
                        note
                    };
                    (0..MARKS).map(mark).collect::<Vec<_>>()
                })
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    noted.sort();

    let day = place.done(&["today"])["day"].as_str().unwrap().to_owned();
    let day = place.done(&["call", "show_day", &format!(r#"{{"day":"{day}"}}"#)]);
    let marks = items(&day)
        .into_iter()
        .flat_map(|item| match &item["marks"] {
            Value::Array(marks) => marks.clone(),
            _ => Vec::new(),
        });
    let mut kept: Vec<String> = marks
        .map(|mark| mark["note"].as_str().unwrap().to_owned())
        .collect();
    kept.sort();
    assert_eq!(kept, noted);

    let database = Connection::open(place.database()).unwrap();
    let mut statement = database
        .prepare("SELECT seq FROM entry ORDER BY seq")
        .unwrap();
    let seqs: Vec<i64> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    // The epoch, the shop, the checklist, the opening, the marks: each once.
    assert_eq!(
        seqs,
        (0..(4 + PROCESSES * MARKS) as i64).collect::<Vec<_>>()
    );
    let found = place.done(&["fsck"]);
    assert_eq!(found["ok"], true, "{found}");
}

#[test]
fn eight_first_starts_at_once_make_one_shop() {
    for _ in 0..5 {
        let place = Place::new();
        let begun = std::sync::Barrier::new(PROCESSES);
        std::thread::scope(|scope| {
            for process in 0..PROCESSES {
                let (place, begun) = (&place, &begun);
                scope.spawn(move || {
                    begun.wait();
                    let note = process.to_string();
                    place.done(&["mark", "upkeep-paper", "pass", "--note", &note]);
                });
            }
        });
        let found = place.done(&["fsck"]);
        assert_eq!(
            (&found["ok"], found["entries"].as_u64()),
            (&true.into(), Some(12))
        );
    }
}

#[test]
fn readers_see_whole_mornings_while_others_write() {
    let place = Place::new();
    place.done(&["today"]);
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for n in 0..30 {
                place.done(&["mark", "account-normal", "pass", "--note", &n.to_string()]);
            }
        });
        while !writer.is_finished() {
            let today = place.done(&["today"]);
            let item = crate::item(&today, "account-normal");
            assert_eq!(item["result"].is_null(), item["note"] == "", "{item}");
        }
        writer.join().unwrap();
    });
}

#[test]
fn an_examination_while_others_write_finds_nothing_wrong() {
    let place = Place::new();
    place.done(&["today"]);
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for n in 0..60 {
                place.done(&["mark", "account-normal", "pass", "--note", &n.to_string()]);
            }
        });
        while !writer.is_finished() {
            let found = place.script(&["fsck"]);
            assert_eq!(found.code, 0, "{found:?}");
        }
        writer.join().unwrap();
    });
}
