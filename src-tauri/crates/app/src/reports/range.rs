//! Everything of some days, and the lists as a page.

use chrono::{DateTime, Utc};
use kaizhang_core::time::Day;
use kaizhang_report::{Block, Cell, Column, Kind, Table, Tone};
use kaizhang_store::{HistoryRow, HistoryWish, View};
use kaizhang_words::args;

use super::lists::{self, Span};
use super::room::Room;
use super::said::{Said, day_tone};
use super::slip::heading;
use super::{What, checkpoint, proof, tables};
use crate::{Refusal, contacts, shops};

type Days = (Option<Day>, Option<Day>);

/// The blocks of a report over some days, and what stands on top.
pub(super) fn report(
    view: &View<'_>,
    said: &Said<'_>,
    days: Days,
    now: DateTime<Utc>,
) -> Result<(String, Vec<Block>), Refusal> {
    let span = Span {
        from: days.0,
        to: days.1,
    };
    let incidents = lists::incidents_of(view, span)?;
    let receipts = lists::receipts_of(view, span)?;
    let openings = openings_of(view, days, now)?;
    let counts = args![
        "openings" => openings.len(), "incidents" => incidents.len(), "receipts" => receipts.len(),
    ];
    let mut blocks = vec![Block::Statement(
        Tone::Plain,
        said.words.say_with("report-range-statement", &counts),
    )];
    blocks.extend(proof::note(view, said)?);
    for of in [What::Openings, What::Incidents, What::Receipts] {
        blocks.extend(section(view, said, of, days, now)?);
    }
    blocks.extend(checkpoint::square(view, said)?);
    Ok((
        said.words.say_with(
            "report-range-title",
            &args!["days" => days_said(said, days)],
        ),
        blocks,
    ))
}

/// One list as a page.
pub(super) fn list(
    view: &View<'_>,
    said: &Said<'_>,
    of: What,
    days: Days,
    now: DateTime<Utc>,
) -> Result<(String, Vec<Block>), Refusal> {
    let title = args!["what" => name(said, of), "days" => days_said(said, days)];
    let mut blocks = section(view, said, of, days, now)?;
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(said.words.say("report-list-empty")));
    } else {
        // The title says it already.
        blocks.remove(0);
    }
    Ok((said.words.say_with("report-list-title", &title), blocks))
}

fn name(said: &Said<'_>, of: What) -> String {
    said.words.say(match of {
        What::Incidents => "report-incidents",
        What::Receipts => "report-receipts",
        What::Disputes => "report-disputes",
        _ => "report-openings",
    })
}

fn days_said(said: &Said<'_>, days: Days) -> String {
    match days {
        (Some(from), Some(to)) => said.words.say_with(
            "report-days-between",
            &args!["from" => from.to_string(), "to" => to.to_string()],
        ),
        (Some(from), None) => said
            .words
            .say_with("report-days-since", &args!["from" => from.to_string()]),
        (None, Some(to)) => said
            .words
            .say_with("report-days-until", &args!["to" => to.to_string()]),
        (None, None) => said.words.say("report-days-all"),
    }
}

/// A heading and a table, or nothing where there is nothing.
fn section(
    view: &View<'_>,
    said: &Said<'_>,
    of: What,
    days: Days,
    now: DateTime<Utc>,
) -> Result<Vec<Block>, Refusal> {
    let span = Span {
        from: days.0,
        to: days.1,
    };
    let table = match of {
        What::Incidents => {
            let rows = lists::incidents_of(view, span)?;
            let shop = shops::shop(view)?;
            tables::incidents(view, said, &rows, Some(&shop), &Room::enough())?
        }
        What::Receipts => {
            let has = contacts::load(view)?;
            let rows = lists::receipts_of(view, span)?;
            tables::receipts(said, &rows, Some(&has.shop), &has.terminals)
        }
        What::Disputes => tables::disputes(said, &lists::disputes_of(view, span, now)?),
        _ => openings(view, said, &openings_of(view, days, now)?)?,
    };
    if table.rows.is_empty() {
        return Ok(Vec::new());
    }
    let heading = match of {
        What::Incidents => heading(said, "report-incidents"),
        What::Receipts => heading(said, "report-receipts"),
        What::Disputes => heading(said, "report-disputes"),
        _ => heading(said, "report-openings"),
    };
    Ok(vec![heading, Block::Table(table)])
}

fn openings_of(
    view: &View<'_>,
    (from, to): Days,
    now: DateTime<Utc>,
) -> Result<Vec<HistoryRow>, Refusal> {
    let wish = HistoryWish {
        now,
        from,
        to,
        limit: 0,
    };
    lists::openings_of(view, wish)
}

fn openings(view: &View<'_>, said: &Said<'_>, rows: &[HistoryRow]) -> Result<Table, Refusal> {
    let shop = shops::shop(view)?;
    let word = |key: &str| said.words.say_or(key, key);
    let columns = vec![
        Column::new(word("report-day"), Kind::Day),
        Column::new(word("report-till"), Kind::Text),
        Column::new(word("report-state"), Kind::Text),
        Column::new(word("report-verdict"), Kind::Text),
        Column::new(word("report-finished-at"), Kind::Moment),
    ];
    let line = |row: &HistoryRow| {
        let state = lists::state_of(row);
        let outcome = row.outcome.as_ref();
        vec![
            Cell::Day(row.day),
            Cell::Text(said.till(&shops::till_named(&shop, &row.till))),
            Cell::Sign(day_tone(state), said.day_is(state)),
            Cell::text(outcome.map(|outcome| said.headline(&outcome.headline))),
            row.finish
                .as_ref()
                .map_or(Cell::Empty, |finish| said.moment(&finish.at)),
        ]
    };
    Ok(Table {
        columns,
        rows: rows.iter().map(line).collect(),
    })
}
