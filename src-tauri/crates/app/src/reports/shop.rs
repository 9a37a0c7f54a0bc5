//! The morning of a shop with several tills on one page: a row for each till, and below it what was found at any of them.

use kaizhang_report::{Block, Cell, Column, Kind, Table, Tone};
use kaizhang_words::args;

use super::room::Room;
use super::said::{Said, day_tone, headline_tone};
use super::{found, slip};
use crate::loaded::Loaded;

/// The openings of all tills.
pub(super) fn openings(said: &Said<'_>, all: &[Loaded], room: &Room) -> Vec<Block> {
    let mornings: Vec<Morning<'_>> = all.iter().map(|one| morning(said, one)).collect();
    let mut blocks = vec![statement(said, &mornings)];
    blocks.extend(table(said, &mornings, room));
    let notes = notes(said, all, room);
    if !notes.is_empty() {
        blocks.push(Block::Facts(notes));
    }
    let found = found::found(said, all, room);
    if !found.is_empty() {
        blocks.push(slip::heading(said, "report-found"));
        blocks.extend(found);
    }
    blocks
}

/// How one till stood.
struct Morning<'a> {
    loaded: &'a Loaded,
    tone: Tone,
    /// The verdict; where nobody looked, what became of the day.
    verdict: String,
    looked: bool,
}

fn morning<'a>(said: &Said<'_>, loaded: &'a Loaded) -> Morning<'a> {
    let looked = !loaded.opening.current().is_empty();
    let (tone, verdict) = if looked {
        let headline = loaded.rules().outcome(&loaded.opening).headline;
        (headline_tone(&headline), said.headline(&headline))
    } else {
        let state = loaded.state();
        (day_tone(state), said.of("opening", &state))
    };
    Morning {
        loaded,
        tone,
        verdict,
        looked,
    }
}

/// The worse a till stood, the less it can be left out.
fn gravity(tone: Tone) -> u8 {
    match tone {
        Tone::Bad => 0,
        Tone::Warn => 1,
        Tone::Plain | Tone::Idle => 2,
        Tone::Good => 3,
    }
}

fn statement(said: &Said<'_>, mornings: &[Morning<'_>]) -> Block {
    let tones = mornings.iter().map(|one| one.tone);
    let worst = tones.min_by_key(|tone| gravity(*tone)).unwrap_or_default();
    let looked = mornings.iter().any(|one| one.looked);
    let first = mornings.first().map_or("", |one| one.verdict.as_str());
    if !looked && mornings.iter().all(|one| one.verdict == first) {
        return Block::Statement(worst, first.to_owned());
    }
    let ready = mornings.iter().filter(|one| one.tone == Tone::Good).count();
    let counts = args!["count" => mornings.len(), "ready" => ready];
    let words = said.words.say_with("report-tills-ready", &counts);
    Block::Statement(worst, words)
}

/// A row for each till, as far as there is room; those that stood worst are never left out first.
fn table(said: &Said<'_>, mornings: &[Morning<'_>], room: &Room) -> Vec<Block> {
    let mut order: Vec<usize> = (0..mornings.len()).collect();
    order.sort_by_key(|at| gravity(mornings[*at].tone));
    order.truncate(room.tills);
    order.sort_unstable();
    let text = |key: &str| Column::new(said.words.say_or(key, key), Kind::Text);
    let row = |at: &usize| {
        let one = &mornings[*at];
        let state = one.loaded.state();
        let items = one.loaded.opening.items(&one.loaded.checklist);
        vec![
            Cell::Text(said.till(&one.loaded.till)),
            Cell::Sign(day_tone(state), said.day_is(state)),
            Cell::Sign(one.tone, one.verdict.clone()),
            match one.looked {
                true => slip::looked_at(said, one.loaded, &items),
                false => Cell::Empty,
            },
            Cell::Text(slip::finished(said, one.loaded)),
        ]
    };
    let table = Block::Table(Table {
        columns: vec![
            text("report-till"),
            text("report-state"),
            text("report-verdict"),
            text("report-checked"),
            text("report-finished-at"),
        ],
        rows: order.iter().map(row).collect(),
    });
    let left = mornings.len() - order.len();
    let more = || {
        let words = said
            .words
            .say_with("report-more-tills", &args!["count" => left]);
        Block::Paragraph(words)
    };
    let mut blocks = vec![table];
    blocks.extend((left > 0).then(more));
    blocks
}

/// What somebody wrote about a till's opening, and about the day.
fn notes(said: &Said<'_>, all: &[Loaded], room: &Room) -> Vec<(String, Cell)> {
    let written = |one: &Loaded| {
        let note = &one.opening.finish.as_ref()?.note;
        let note = (!note.is_empty()).then(|| Cell::Text(room.of(note)))?;
        Some((said.till(&one.till), note))
    };
    let mut notes: Vec<_> = all.iter().filter_map(written).take(room.tills).collect();
    let day = all.iter().find_map(|one| one.own.as_ref());
    if let Some(own) = day.filter(|own| !own.note.is_empty()) {
        let note = Cell::Text(room.of(&own.note));
        notes.push((said.words.say("report-day-note"), note));
    }
    notes
}
