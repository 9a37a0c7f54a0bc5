use kaizhang_core::checklist::Checklist;
use kaizhang_core::opening::{Opening, Rules};

use super::*;
use crate::migrations;

/// A till's day that was finished, with an opening and no mark.
fn finished() -> Connection {
    let mut connection = Connection::open_in_memory().unwrap();
    migrations::run(&mut connection, &migrations::STEPS).unwrap();
    let checklist = Checklist {
        version: 1,
        items: Vec::new(),
    };
    let rules = Rules {
        lanes: &[],
        checklist: &checklist,
        troubles: &[],
    };
    let outcome = rules.outcome(&Opening {
        day: "2026-11-23".parse().unwrap(),
        till: "till-1".to_owned(),
        due: Vec::new(),
        marks: Vec::new(),
        finish: None,
    });
    connection
        .execute_batch("INSERT INTO checklist (version, items) VALUES (1, '[]')")
        .unwrap();
    connection
        .execute(
            "INSERT INTO opening (day, till, checklist_version, due, started_at, finished_at, outcome)
             VALUES ('2026-11-23', 'till-1', 1, '[]', '', '2026-11-23T01:00:00.000Z', ?1)",
            [serde_json::to_string(&outcome).unwrap()],
        )
        .unwrap();
    connection
}

/// Marks in a line: item, result, what was counted in fen, and whether it was taken back.
type Marked = (&'static str, &'static str, Option<i64>, bool);

#[test]
fn a_drawer_holds_what_the_standing_mark_of_each_item_counted() {
    let check = |marks: &[Marked], expected: &[(&str, i64)]| {
        let connection = finished();
        for (seq, (item, result, fen, withdrawn)) in marks.iter().enumerate() {
            let value = fen.map(|fen| format!(r#"{{"cash":{{"total_fen":{fen}}}}}"#));
            connection
                .execute(
                    "INSERT INTO mark (till, day, seq, epoch, id, item, result, value, note, attachments, at, actor, withdrawn)
                     VALUES ('till-1', '2026-11-23', ?1, 0, ?1, ?2, ?3, ?4, '', '[]', '', '', ?5)",
                    params![seq as i64, item, result, value, withdrawn],
                )
                .unwrap();
            // As after each mark: what the one before counted must go.
            refresh(&connection, "till-1", "2026-11-23").unwrap();
        }
        let mut statement = connection
            .prepare("SELECT item, fen FROM drawer ORDER BY item")
            .unwrap();
        let rows = statement
            .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))
            .unwrap();
        let counted: Vec<(String, i64)> = rows.collect::<Result<_, _>>().unwrap();
        let counted: Vec<(&str, i64)> = counted
            .iter()
            .map(|(item, fen)| (item.as_str(), *fen))
            .collect();
        assert_eq!(counted, expected, "{marks:?}");
    };
    let pass = |fen| ("cash", "pass", Some(fen), false);
    check(&[], &[]);
    check(&[pass(50_000)], &[("cash", 50_000)]);
    check(&[pass(50_000), pass(42_000)], &[("cash", 42_000)]);
    check(&[("cash", "fail", Some(100), false)], &[("cash", 100)]);
    check(&[pass(50_000), ("cash", "na", None, false)], &[]);
    check(&[pass(50_000), ("cash", "fail", None, false)], &[]);
    check(&[("cash", "pass", Some(50_000), true)], &[]);
    check(
        &[pass(50_000), ("cash", "fail", None, true)],
        &[("cash", 50_000)],
    );
    check(
        &[pass(50_000), ("cash", "pass", Some(1), true)],
        &[("cash", 50_000)],
    );
    let coins = ("coins", "pass", Some(3_000), false);
    check(
        &[pass(50_000), coins],
        &[("cash", 50_000), ("coins", 3_000)],
    );
    check(
        &[coins, pass(50_000), ("coins", "na", None, false)],
        &[("cash", 50_000)],
    );
}
