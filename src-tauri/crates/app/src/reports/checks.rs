//! Every mark of a day's openings as a sheet.

use kaizhang_core::checklist::Item;
use kaizhang_core::opening::MarkRecord;
use kaizhang_report::{Cell, Column, Kind, Sheet};

use super::said::Said;
use crate::loaded::Loaded;

/// Items without a mark have a row as well: that nobody looked is a fact.
pub(super) fn sheet(said: &Said<'_>, openings: &[Loaded]) -> Sheet {
    let word = |key: &str| said.words.say_or(key, key);
    let text = |key: &str| Column::new(word(key), Kind::Text);
    let columns = vec![
        Column::new(word("report-day"), Kind::Day),
        text("report-till"),
        text("report-section"),
        text("report-item"),
        text("report-result"),
        text("report-value"),
        text("field-note"),
        Column::new(word("report-when"), Kind::Moment),
        text("report-who"),
        text("report-withdrawn"),
    ];
    Sheet {
        name: word("report-checked"),
        columns,
        rows: openings.iter().flat_map(|one| rows(said, one)).collect(),
    }
}

fn rows(said: &Said<'_>, loaded: &Loaded) -> Vec<Vec<Cell>> {
    let till = said.till(&loaded.till);
    let row = |item: &Item, mark: Option<&MarkRecord>| {
        let withdrawn = mark.is_some_and(|mark| mark.withdrawn);
        vec![
            Cell::Day(loaded.opening.day),
            Cell::Text(till.clone()),
            Cell::Text(said.words.section_title(&item.section)),
            Cell::Text(said.words.item_title(&item.id)),
            Cell::text(mark.map(|mark| said.of("result", &mark.result))),
            Cell::text(
                mark.and_then(|mark| mark.value.as_ref())
                    .map(|value| said.value(value)),
            ),
            Cell::text(mark.map(|mark| mark.note.as_str())),
            mark.map_or(Cell::Empty, |mark| said.moment(&mark.at)),
            Cell::text(mark.map(|mark| mark.actor.as_str())),
            Cell::text(withdrawn.then(|| said.words.say("history-mark-withdrawn"))),
        ]
    };
    let mut rows = Vec::new();
    for item in loaded.opening.items(&loaded.checklist) {
        let marks = loaded
            .opening
            .marks
            .iter()
            .filter(|mark| mark.item == item.id);
        let before = rows.len();
        rows.extend(marks.map(|mark| row(item, Some(mark))));
        if rows.len() == before {
            rows.push(row(item, None));
        }
    }
    rows
}
