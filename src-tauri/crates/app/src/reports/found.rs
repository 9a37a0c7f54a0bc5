//! What was found in the openings of a day: every mark that says more than "as it should be".

use kaizhang_core::opening::{Mark, MarkRecord};
use kaizhang_core::value::Value;
use kaizhang_report::{Block, Cell, Column, Kind, Table, Tone};

use super::room::Room;
use super::said::Said;
use super::slip::more;
use crate::loaded::Loaded;

/// A mark that says more than "as it should be".
struct Telling<'a> {
    loaded: &'a Loaded,
    mark: &'a MarkRecord,
}

impl Telling<'_> {
    /// What did not work goes before notes and counts where there is no room for all.
    fn is_grave(&self) -> bool {
        self.mark.result == Mark::Fail && !self.mark.withdrawn
    }
}

/// Failures, notes, the drawer, and everything that was amended, as far as there is room; of several tills with a column
/// for the till.
pub(super) fn found(said: &Said<'_>, openings: &[Loaded], room: &Room) -> Vec<Block> {
    let all: Vec<Telling<'_>> = openings.iter().flat_map(telling).collect();
    let (grave, other) = (
        all.iter().filter(|one| one.is_grave()),
        all.iter().filter(|one| !one.is_grave()),
    );
    let shown: Vec<&MarkRecord> = grave
        .chain(other)
        .take(room.marks)
        .map(|one| one.mark)
        .collect();
    let is_shown = |one: &&Telling<'_>| shown.iter().any(|mark| std::ptr::eq(*mark, one.mark));
    let rows = all.iter().filter(is_shown);
    let several = openings.len() > 1;
    let rows: Vec<_> = rows
        .map(|one| found_row(said, one, several, room))
        .collect();
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        let text = |key: &str| Column::new(said.words.say_or(key, key), Kind::Text);
        let mut columns = vec![
            text("report-item"),
            text("report-result"),
            text("report-value-and-note"),
            text("report-when-who"),
        ];
        if several {
            columns.insert(0, text("report-till"));
        }
        blocks.push(Block::Table(Table { columns, rows }));
    }
    blocks.extend(more(said, all.len() - shown.len()));
    blocks
}

fn telling(loaded: &Loaded) -> Vec<Telling<'_>> {
    let marks = &loaded.opening.marks;
    let mut found = Vec::new();
    for item in loaded.opening.items(&loaded.checklist) {
        let of: Vec<_> = marks.iter().filter(|mark| mark.item == item.id).collect();
        let amended = of.len() > 1 || of.iter().any(|mark| mark.withdrawn);
        let tells = |mark: &&MarkRecord| {
            let counted = matches!(mark.value, Some(Value::Cash(_)));
            amended || mark.result == Mark::Fail || counted || !mark.note.is_empty()
        };
        let of = of.into_iter().filter(tells);
        found.extend(of.map(|mark| Telling { loaded, mark }));
    }
    found
}

fn found_row(said: &Said<'_>, one: &Telling<'_>, several: bool, room: &Room) -> Vec<Cell> {
    let mark = one.mark;
    let value = mark.value.as_ref().map(|value| said.value(value));
    let mut more = vec![room.of(&value.unwrap_or_default()), room.of(&mark.note)];
    more.retain(|part| !part.is_empty());
    let mut when = vec![said.hour(&mark.at), mark.actor.clone()];
    if mark.withdrawn {
        when.push(said.words.say("history-mark-withdrawn"));
    }
    when.retain(|part| !part.is_empty());
    let mut row = vec![
        Cell::Text(said.words.item_title(&mark.item)),
        Cell::Sign(mark_tone(mark.result), said.of("result", &mark.result)),
        Cell::Text(more.join(" · ")),
        Cell::Text(when.join(" · ")),
    ];
    if several {
        row.insert(0, Cell::Text(said.till(&one.loaded.till)));
    }
    row
}

fn mark_tone(mark: Mark) -> Tone {
    match mark {
        Mark::Pass => Tone::Good,
        Mark::Fail => Tone::Bad,
        Mark::Na => Tone::Idle,
    }
}
