//! The daily slip: one page that says whether the shop could take money that morning, and lets anybody hold it to that.

use chrono::{DateTime, Utc};
use kaizhang_core::checklist::SECTIONS;
use kaizhang_core::opening::{Mark, MarkRecord};
use kaizhang_core::settling::DayState;
use kaizhang_core::shop::Lane;
use kaizhang_core::time::Day;
use kaizhang_core::value::Value;
use kaizhang_core::verdict::Outcome;
use kaizhang_report::{Block, Cell, Column, Kind, Table, Tile, Tone};
use kaizhang_store::View;
use kaizhang_words::args;

use super::lists::{self, Span};
use super::said::{Said, day_tone, headline_tone, lane_tone};
use super::{checkpoint, tables};
use crate::Refusal;
use crate::loaded::{self, Loaded};

/// Most incidents and receipts of a slip; what is beyond stands in the lists.
const MOST_LINES: usize = 8;

/// Most reasons of a way of paying; what else is out of order stands below.
const MOST_REASONS: usize = 2;

/// The blocks of one opening's slip, and what stands on top.
pub(super) fn slip(
    view: &View<'_>,
    said: &Said<'_>,
    till: Option<&str>,
    day: Day,
    now: DateTime<Utc>,
) -> Result<(String, Vec<Block>), Refusal> {
    let loaded = loaded::load(view, till, now, |_| day)?;
    let mut blocks = opening(said, &loaded, 1);
    blocks.extend(happened(view, said, day)?);
    blocks.extend(checkpoint::square(view, said)?);
    let title = said.words.say_with(
        "report-slip-title",
        &args!["day" => said.words.day_with_year(day)],
    );
    Ok((title, blocks))
}

/// The opening: verdict, lanes, what was found, section by section. `level` is its headings'.
pub(super) fn opening(said: &Said<'_>, loaded: &Loaded, level: u8) -> Vec<Block> {
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
    blocks.push(Block::Facts(facts(said, loaded, state)));
    if looked {
        blocks.push(Block::Heading(level, said.words.say("report-checked")));
        blocks.push(Block::Facts(sections(said, loaded)));
        let found = found(said, loaded);
        if !found.rows.is_empty() {
            blocks.push(Block::Table(found));
        }
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

fn facts(said: &Said<'_>, loaded: &Loaded, state: DayState) -> Vec<(String, Cell)> {
    let word = |key: &str| said.words.say_or(key, key);
    let mut facts = vec![
        (word("report-till"), Cell::Text(said.till(&loaded.till))),
        (
            word("report-state"),
            Cell::Sign(day_tone(state), said.of("opening", &state)),
        ),
    ];
    if let Some(finish) = &loaded.opening.finish {
        let mut by = vec![said.hour(&finish.at), finish.actor.clone()];
        if loaded.late_min > 0 {
            let late = args!["span" => said.span(loaded.late_min.into())];
            by.push(said.words.say_with("history-late", &late));
        }
        by.retain(|part| !part.is_empty());
        facts.push((word("report-finished-at"), Cell::Text(by.join(" · "))));
        if !finish.note.is_empty() {
            facts.push((word("field-note"), Cell::Text(finish.note.clone())));
        }
    }
    if let Some(own) = loaded.own.as_ref().filter(|own| !own.note.is_empty()) {
        facts.push((word("report-day-note"), Cell::Text(own.note.clone())));
    }
    facts
}

/// A line for each section: how many items were looked at, and how they were.
fn sections(said: &Said<'_>, loaded: &Loaded) -> Vec<(String, Cell)> {
    let current = loaded.opening.current();
    let items = loaded.opening.items(&loaded.checklist);
    let mut lines = Vec::new();
    for section in SECTIONS {
        let of = items.iter().filter(|item| item.section == section);
        let marks: Vec<_> = of.map(|item| current.get(item.id.as_str())).collect();
        if marks.is_empty() {
            continue;
        }
        let count = |wanted: Option<Mark>| {
            let is = |mark: &&Option<&&MarkRecord>| mark.map(|mark| mark.result) == wanted;
            marks.iter().filter(is).count()
        };
        let (good, bad, left) = (
            count(Some(Mark::Pass)),
            count(Some(Mark::Fail)),
            count(None),
        );
        let mut words = Vec::new();
        if good > 0 {
            words.push(
                said.words
                    .say_with("report-items-good", &args!["count" => good]),
            );
        }
        if bad > 0 {
            words.push(
                said.words
                    .say_with("report-items-bad", &args!["count" => bad]),
            );
        }
        let aside = count(Some(Mark::Na));
        if aside > 0 {
            words.push(
                said.words
                    .say_with("report-items-aside", &args!["count" => aside]),
            );
        }
        if left > 0 {
            words.push(
                said.words
                    .say_with("report-items-left", &args!["count" => left]),
            );
        }
        let tone = match (bad, left) {
            (1.., _) => Tone::Bad,
            (_, 1..) => Tone::Idle,
            _ => Tone::Good,
        };
        let words = words.join(&said.words.say("list-clause"));
        lines.push((said.words.section_title(section), Cell::Sign(tone, words)));
    }
    lines
}

/// Marks that say more than "as it should be": failures, notes, the drawer, and everything that was amended.
fn found(said: &Said<'_>, loaded: &Loaded) -> Table {
    let word = |key: &str| said.words.say_or(key, key);
    let columns = vec![
        Column::new(word("report-item"), Kind::Text),
        Column::new(word("report-result"), Kind::Text),
        Column::new(word("report-value-and-note"), Kind::Text),
        Column::new(word("report-when-who"), Kind::Text),
    ];
    let marks = &loaded.opening.marks;
    let mut rows = Vec::new();
    for item in loaded.opening.items(&loaded.checklist) {
        let of: Vec<_> = marks.iter().filter(|mark| mark.item == item.id).collect();
        let amended = of.len() > 1 || of.iter().any(|mark| mark.withdrawn);
        for mark in of {
            let counted = matches!(mark.value, Some(Value::Cash(_)));
            let telling = mark.result == Mark::Fail || counted || !mark.note.is_empty();
            if !telling && !amended {
                continue;
            }
            let value = mark.value.as_ref().map(|value| said.value(value));
            let more = [value.unwrap_or_default(), mark.note.clone()];
            let more: Vec<_> = more.into_iter().filter(|one| !one.is_empty()).collect();
            let mut when = vec![said.hour(&mark.at), mark.actor.clone()];
            if mark.withdrawn {
                when.push(word("history-mark-withdrawn"));
            }
            when.retain(|part| !part.is_empty());
            rows.push(vec![
                Cell::Text(said.words.item_title(&item.id)),
                Cell::Sign(mark_tone(mark.result), said.of("result", &mark.result)),
                Cell::Text(more.join(" · ")),
                Cell::Text(when.join(" · ")),
            ]);
        }
    }
    Table { columns, rows }
}

fn mark_tone(mark: Mark) -> Tone {
    match mark {
        Mark::Pass => Tone::Good,
        Mark::Fail => Tone::Bad,
        Mark::Na => Tone::Idle,
    }
}

/// Incidents and receipts of the day, as many as a page takes.
fn happened(view: &View<'_>, said: &Said<'_>, day: Day) -> Result<Vec<Block>, Refusal> {
    let span = Span {
        from: Some(day),
        to: Some(day),
    };
    let mut blocks = Vec::new();
    let incidents = lists::incidents_of(view, span)?;
    if !incidents.is_empty() {
        blocks.push(heading(said, "report-incidents"));
        let shown = &incidents[..incidents.len().min(MOST_LINES)];
        blocks.push(Block::Table(tables::incidents(view, said, shown)?));
        blocks.extend(more(said, incidents.len()));
    }
    let receipts = lists::receipts_of(view, span)?;
    if !receipts.is_empty() {
        blocks.push(heading(said, "report-receipts"));
        let shown = &receipts[..receipts.len().min(MOST_LINES)];
        blocks.push(Block::Table(tables::receipts(said, shown)));
        blocks.extend(more(said, receipts.len()));
    }
    Ok(blocks)
}

fn more(said: &Said<'_>, all: usize) -> Option<Block> {
    let left = all.checked_sub(MOST_LINES).filter(|left| *left > 0)?;
    let words = said.words.say_with("report-more", &args!["count" => left]);
    Some(Block::Paragraph(words))
}
