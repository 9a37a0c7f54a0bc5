//! A mark against a bare commit, and the speed of a replay.

use std::path::Path;
use std::time::Instant;

use kaizhang_app::{App, Caller, Refusal};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::{Answer, Figure, quantile};

const MARKS: usize = 1_500;

pub(crate) fn call(app: &App, name: &str, input: Value) -> Answer<Value> {
    app.call(&Caller::default(), name, input)
        .map_err(|Refusal { code, params }| format!("{code} {params:?}").into())
}

/// Fills a folder with a demo of three tills.
pub(crate) fn fill(folder: &Path, days: u32) -> Answer<Value> {
    let app = App::open(folder).map_err(|refusal| refusal.code)?;
    call(
        &app,
        "fill_demo",
        json!({ "days": days, "seed": 1, "tills": 3 }),
    )
}

/// Each mark is followed by a bare commit on the same disk, with the same pragmas and a row as long
/// as an entry, so that both meet the same moods of the machine.
pub(crate) fn mark_against_bare_commit() -> Answer<Figure> {
    let folder = tempfile::tempdir()?;
    let app = App::open(folder.path()).map_err(|refusal| refusal.code)?;
    let bare = Connection::open(folder.path().join("bare.db"))?;
    bare.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    bare.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;
         PRAGMA mmap_size = 0; CREATE TABLE entry (seq INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;",
    )?;
    let row = "x".repeat(430);
    // Twenty mornings' worth of items keep the openings as short as real ones.
    let items = [
        "account-normal",
        "machine-screen",
        "network-wifi",
        "upkeep-paper",
    ];
    let (mut marks, mut commits) = (Vec::new(), Vec::new());
    for n in 0..MARKS {
        let till = format!("till-{}", n / 30 % 20 + 1);
        if n == 0 {
            let tills: Vec<Value> = (1..=20)
                .map(|n| json!({ "id": format!("till-{n}"), "name": "" }))
                .collect();
            call(
                &app,
                "set_up_shop",
                json!({ "name": "店", "lanes": ["card", "qr", "cash"], "tills": tills }),
            )?;
        }
        let wish = json!({ "item": items[n % items.len()], "result": "pass", "till": till });
        let begin = Instant::now();
        call(&app, "mark_item", wish)?;
        marks.push(begin.elapsed().as_secs_f64() * 1e3);
        let begin = Instant::now();
        bare.execute("INSERT INTO entry (json) VALUES (?1)", [&row])?;
        commits.push(begin.elapsed().as_secs_f64() * 1e3);
    }
    let (mark, commit) = (quantile(&mut marks, 0.99), quantile(&mut commits, 0.99));
    let (mark_half, commit_half) = (quantile(&mut marks, 0.5), quantile(&mut commits, 0.5));
    Ok(Figure {
        what: "a mark, durable, p99 against a bare commit",
        measured: format!(
            "{:.2} × ({mark:.2} ms / {commit:.2} ms; median {:.2} ×)",
            mark / commit,
            mark_half / commit_half
        ),
        bar: "≤ 2 ×",
        met: mark <= 2.0 * commit,
    })
}

/// Ten years of three tills, replayed as a whole.
pub(crate) fn replay(folder: &Path) -> Answer<Figure> {
    fill(folder, 3_650)?;
    let app = App::open(folder).map_err(|refusal| refusal.code)?;
    let begin = Instant::now();
    let rebuilt = call(&app, "rebuild_projections", Value::Null)?;
    let seconds = begin.elapsed().as_secs_f64();
    let entries = rebuilt["entries"].as_f64().ok_or("no entries")?;
    Ok(Figure {
        what: "replay of ten years, three tills",
        measured: format!(
            "{:.0} entries/s ({entries} entries, {seconds:.2} s)",
            entries / seconds
        ),
        bar: "≥ 50,000/s",
        met: entries / seconds >= 50_000.0,
    })
}
