//! The daily slip: one page that says whether the shop could take money that morning, and lets anybody hold it to that.

use chrono::{DateTime, Utc};
use kaizhang_core::checklist::{Item, SECTIONS};
use kaizhang_core::opening::Mark;
use kaizhang_core::settling::DayState;
use kaizhang_core::shop::Lane;
use kaizhang_core::time::Day;
use kaizhang_core::verdict::Outcome;
use kaizhang_report::{Block, Cell, Tile, Tone};
use kaizhang_store::View;
use kaizhang_words::args;

use super::room::Room;
use super::said::{Said, day_tone, headline_tone, lane_tone};
use super::{checkpoint, found, shop, tables, tills};
use crate::loaded::Loaded;
use crate::{Refusal, contacts};

/// Most reasons of a way of paying; what else is out of order stands below.
const MOST_REASONS: usize = 2;

/// The blocks of a day's slip, and what stands on top: of one till, or of the whole shop.
pub(super) fn slip(
    view: &View<'_>,
    said: &Said<'_>,
    till: Option<&str>,
    day: Day,
    now: DateTime<Utc>,
    room: &Room,
) -> Result<(String, Vec<Block>), Refusal> {
    let openings = tills::of_day(view, till, day, now)?;
    let mut blocks = match &openings[..] {
        [only] => opening(said, only, 1, room),
        all => shop::openings(said, all, room),
    };
    blocks.extend(happened(view, said, till, day, room)?);
    if room.was_cut() {
        blocks.push(Block::Paragraph(said.words.say("report-cut")));
    }
    blocks.extend(checkpoint::square(view, said)?);
    let title = said.words.say_with(
        "report-slip-title",
        &args!["day" => said.words.day_with_year(day)],
    );
    Ok((title, blocks))
}

/// The opening: verdict, lanes, what was found, section by section. `level` is its headings'.
pub(super) fn opening(said: &Said<'_>, loaded: &Loaded, level: u8, room: &Room) -> Vec<Block> {
    let outcome = loaded.rules().outcome(&loaded.opening);
    let state = loaded.state();
    let looked = !loaded.opening.current().is_empty();
    let mut blocks = vec![if looked {
        let headline = &outcome.headline;
        Block::Statement(headline_tone(headline), said.headline(headline))
    } else {
        Block::Statement(day_tone(state), said.of("opening", &state))
    }];
    if looked {
        blocks.push(Block::Tiles(lanes(said, loaded, &outcome)));
    }
    blocks.push(Block::Facts(facts(said, loaded, state, room)));
    if looked {
        blocks.push(Block::Heading(level, said.words.say("report-checked")));
        blocks.push(Block::Facts(sections(said, loaded)));
        blocks.extend(found::found(said, std::slice::from_ref(loaded), room));
    }
    blocks
}

pub(super) fn heading(said: &Said<'_>, key: &str) -> Block {
    Block::Heading(1, said.words.say_or(key, key))
}

fn lanes(said: &Said<'_>, loaded: &Loaded, outcome: &Outcome) -> Vec<Tile> {
    let taken = Lane::ALL
        .into_iter()
        .filter(|lane| loaded.shop.lanes.contains(lane));
    let tile = |lane: Lane| {
        let verdict = outcome.verdict.lane(lane)?;
        let reasons = verdict.reasons.iter().take(MOST_REASONS);
        let mut reasons: Vec<_> = reasons.map(|one| said.reason(one)).collect();
        if verdict.reasons.len() > MOST_REASONS {
            reasons.push("…".to_owned());
        }
        Some(Tile {
            name: said.of("lane", &lane),
            value: said.of("lane-state", &verdict.state),
            tone: lane_tone(verdict.state),
            under: reasons.join(&said.words.say("list-clause")),
        })
    };
    taken.filter_map(tile).collect()
}

fn facts(said: &Said<'_>, loaded: &Loaded, state: DayState, room: &Room) -> Vec<(String, Cell)> {
    let word = |key: &str| said.words.say_or(key, key);
    let mut facts = vec![
        (word("report-till"), Cell::Text(said.till(&loaded.till))),
        (
            word("report-state"),
            Cell::Sign(day_tone(state), said.of("opening", &state)),
        ),
    ];
    if let Some(finish) = &loaded.opening.finish {
        facts.push((
            word("report-finished-at"),
            Cell::Text(finished(said, loaded)),
        ));
        if !finish.note.is_empty() {
            facts.push((word("field-note"), Cell::Text(room.of(&finish.note))));
        }
    }
    if let Some(own) = loaded.own.as_ref().filter(|own| !own.note.is_empty()) {
        facts.push((word("report-day-note"), Cell::Text(room.of(&own.note))));
    }
    facts
}

/// When and by whom an opening was finished, and how late; empty while it is not.
pub(super) fn finished(said: &Said<'_>, loaded: &Loaded) -> String {
    let Some(finish) = &loaded.opening.finish else {
        return String::new();
    };
    let mut by = vec![said.hour(&finish.at), finish.actor.clone()];
    if loaded.late_min > 0 {
        let late = args!["span" => said.span(loaded.late_min.into())];
        by.push(said.words.say_with("history-late", &late));
    }
    by.retain(|part| !part.is_empty());
    by.join(" · ")
}

/// A line for each section: how many items were looked at, and how they were.
fn sections(said: &Said<'_>, loaded: &Loaded) -> Vec<(String, Cell)> {
    let items = loaded.opening.items(&loaded.checklist);
    let line = |section: &str| {
        let of: Vec<_> = items
            .iter()
            .copied()
            .filter(|item| item.section == section)
            .collect();
        let counted = looked_at(said, loaded, &of);
        (said.words.section_title(section), counted)
    };
    let known = |section: &&str| items.iter().any(|item| item.section == **section);
    SECTIONS.into_iter().filter(known).map(line).collect()
}

/// How many of these items were looked at, and how they were.
pub(super) fn looked_at(said: &Said<'_>, loaded: &Loaded, items: &[&Item]) -> Cell {
    let current = loaded.opening.current();
    let marks = items.iter().map(|item| current.get(item.id.as_str()));
    let marks: Vec<_> = marks.map(|mark| mark.map(|mark| mark.result)).collect();
    let count = |wanted: Option<Mark>| marks.iter().filter(|mark| **mark == wanted).count();
    let (bad, left) = (count(Some(Mark::Fail)), count(None));
    let parts = [
        ("report-items-good", count(Some(Mark::Pass))),
        ("report-items-bad", bad),
        ("report-items-aside", count(Some(Mark::Na))),
        ("report-items-left", left),
    ];
    let told = parts.into_iter().filter(|(_, count)| *count > 0);
    let words: Vec<_> = told
        .map(|(key, count)| said.words.say_with(key, &args!["count" => count]))
        .collect();
    let tone = match (bad, left) {
        (1.., _) => Tone::Bad,
        (_, 1..) => Tone::Idle,
        _ => Tone::Good,
    };
    Cell::Sign(tone, words.join(&said.words.say("list-clause")))
}

/// Incidents and receipts of the day, as many as a page takes.
fn happened(
    view: &View<'_>,
    said: &Said<'_>,
    till: Option<&str>,
    day: Day,
    room: &Room,
) -> Result<Vec<Block>, Refusal> {
    let has = contacts::load(view)?;
    let shop = till.is_none().then_some(&has.shop);
    let mut blocks = Vec::new();
    let incidents = tills::incidents(view, till, day)?;
    if !incidents.is_empty() {
        blocks.push(heading(said, "report-incidents"));
        let shown = &incidents[..incidents.len().min(room.lines)];
        if !shown.is_empty() {
            let table = tables::incidents(view, said, shown, shop, room)?;
            blocks.push(Block::Table(table));
        }
        blocks.extend(more(said, incidents.len() - shown.len()));
    }
    let receipts = tills::receipts(view, till, day)?;
    if !receipts.is_empty() {
        blocks.push(heading(said, "report-receipts"));
        let shown = &receipts[..receipts.len().min(room.lines)];
        if !shown.is_empty() {
            let table = tables::receipts(said, shown, shop, &has.terminals);
            blocks.push(Block::Table(table));
        }
        blocks.extend(more(said, receipts.len() - shown.len()));
    }
    Ok(blocks)
}

/// How many there are beyond those that are shown.
pub(super) fn more(said: &Said<'_>, left: usize) -> Option<Block> {
    let words = || said.words.say_with("report-more", &args!["count" => left]);
    (left > 0).then(|| Block::Paragraph(words()))
}
