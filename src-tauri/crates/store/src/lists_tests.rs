//! How much of a history a list of a few days walks through: counted in steps of SQLite's machine, never in time.

use rusqlite::{Connection, StatementStatus, ToSql};

use crate::{disputes, incidents, migrations, receipts, view};

/// A history of so many days from 2016 on, each with an opening at two tills, an outage of an hour, a receipt, a case and a
/// day of a third till that was put on record without an opening.
fn history(days: u32) -> Connection {
    let mut connection = Connection::open_in_memory().unwrap();
    migrations::run(&mut connection, &migrations::STEPS).unwrap();
    let fill = format!(
        "CREATE TEMP TABLE n AS WITH RECURSIVE n (no, day) AS (
             SELECT 1, '2016-01-01' UNION ALL SELECT no + 1, date(day, '+1 day') FROM n WHERE no < {days})
         SELECT no, day FROM n;
         INSERT INTO checklist (version, items) VALUES (1, '[]');
         INSERT INTO opening (day, till, checklist_version, due, started_at, finished_at, outcome)
         SELECT day, till.value, 1, '[]', day || 'T01:00:00.000Z', day || 'T01:10:00.000Z', '{{}}'
         FROM n, json_each('[\"till-1\", \"till-2\"]') AS till;
         INSERT INTO settled (day, till, state, reminded, at)
         SELECT day, 'till-3', 'missed', 0, day || 'T20:00:00.000Z' FROM n;
         INSERT INTO incident (id, no, day, till, terminal, fault, opened_at, opened_by, details, state, owner, resolved_at,
                               resolution, cause)
         SELECT 'i' || no, no, day, 'till-1', '', '', day || 'T02:00:00.000Z', '', '{{}}', 'resolved', '',
                day || 'T03:00:00.000Z', '{{}}', 'network' FROM n;
         INSERT INTO receipt (id, no, day, at, amount_fen, terminal, trace, reference, last_four, words, json, added_at,
                              added_by, amended)
         SELECT 'r' || no, no, day, day || 'T04:00:00.000Z', 1, '', '', '', '', '', '{{}}', '', '', 0 FROM n;
         INSERT INTO dispute (id, no, kind, state, notice_on, words, opened_at, opened_by, details, notice)
         SELECT 'd' || no, no, 'other', 'open', day, '', '', '', '{{}}', '[]' FROM n;"
    );
    connection.execute_batch(&fill).unwrap();
    connection
}

/// The rows that a query gives, and the steps that it took.
fn run(connection: &Connection, sql: &str, values: &[&dyn ToSql]) -> (usize, i32) {
    let mut statement = connection.prepare(sql).unwrap();
    let mut rows = statement.query(values).unwrap();
    let mut count = 0;
    while rows.next().unwrap().is_some() {
        count += 1;
    }
    drop(rows);
    (count, statement.get_status(StatementStatus::VmStep))
}

#[test]
fn a_list_of_one_day_does_not_walk_through_the_history() {
    let (short, long) = (history(40), history(4_000));
    let check = |what: &str, sql: &str, values: &[&dyn ToSql], expected: usize| {
        let [(few, small), (many, large)] = [&short, &long].map(|one| run(one, sql, values));
        assert_eq!((few, many), (expected, expected), "{what}");
        assert!(
            large <= small + small / 4,
            "{what}: {small} steps among 40 days, {large} among 4000"
        );
    };
    let day = "2016-01-20";
    let most = u32::MAX;
    let incidents = incidents::list_sql(false);
    check(
        "incidents of a day",
        &incidents,
        &[&day, &day, &most, &"", &"", &"", &50],
        1,
    );
    check(
        "incidents of a till's day",
        &incidents,
        &[&day, &day, &most, &"", &"till-1", &"", &50],
        1,
    );
    check(
        "a page of incidents",
        &incidents,
        &[&"", &day, &20, &"", &"", &"", &5],
        5,
    );
    check(
        "open incidents",
        &incidents::list_sql(true),
        &[&"", &"~", &most, &"", &"", &"", &5],
        0,
    );
    let receipts = receipts::list_sql();
    check(
        "receipts of a day",
        &receipts,
        &[&"[]", &day, &day, &"~", &0, &"", &50],
        1,
    );
    check(
        "a page of receipts",
        &receipts,
        &[&"[]", &"", &day, &"2016-01-20T04:00:00.000Z", &20, &"", &5],
        5,
    );
    check(
        "cases of a day",
        &disputes::list_sql(),
        &[&"[]", &most, &day, &day, &"", &"", &false, &50],
        1,
    );
    let now = "2099-01-01T00:00:00.000Z";
    check(
        "openings of a day",
        &view::history_sql(false),
        &[&day, &day, &50, &now],
        3,
    );
    check(
        "a page of openings",
        &view::history_sql(false),
        &[&"", &day, &6, &now],
        6,
    );
    check(
        "openings of a till",
        &view::history_sql(true),
        &[&"", &day, &6, &now, &"till-2"],
        6,
    );
    check(
        "days on record of a till",
        &view::history_sql(true),
        &[&"", &day, &6, &now, &"till-3"],
        6,
    );
    check(
        "openings of a till unknown",
        &view::history_sql(true),
        &[&"", &day, &6, &now, &"x"],
        0,
    );
}

#[test]
fn outages_of_the_last_days_do_not_walk_through_those_before() {
    let check = |days: u32, from: &str, to: &str| {
        let (count, steps) = run(&history(days), incidents::OUTAGES, &[&from, &to, &""]);
        assert_eq!(count, 2, "{days}");
        steps
    };
    let short = check(40, "2016-02-08T00:00:00.000Z", "2016-02-10T00:00:00.000Z");
    let long = check(
        4_000,
        "2026-12-12T00:00:00.000Z",
        "2026-12-14T00:00:00.000Z",
    );
    assert_eq!(short, long);
}
