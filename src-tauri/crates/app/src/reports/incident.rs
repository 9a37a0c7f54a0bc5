//! The report of one incident: what was seen, who did what, whom the shop called, how it ended.

use kaizhang_core::fact::Fact;
use kaizhang_core::incident::{Incident, Note};
use kaizhang_core::sale::PendingSale;
use kaizhang_report::{Block, Cell, Tile, Tone};
use kaizhang_store::{Attachment, RecordEvent, View};
use kaizhang_words::args;

use super::pictures::Pictures;
use super::said::Said;
use super::tables::state_tone;
use super::{checkpoint, events, lists, proof, sale};
use crate::{Refusal, contacts, incidents, shops, today};

/// The blocks of an incident's report, and what stands on top.
pub(super) fn report(
    view: &View<'_>,
    said: &Said<'_>,
    which: &str,
    pictures: &Pictures,
) -> Result<(String, Vec<Block>), Refusal> {
    let incident = incidents::find(view, which)?;
    let title = args!["no" => incident.no];
    let title = said.words.say_with("report-incident-title", &title);
    let mut blocks = chapter(view, said, &incident, 1)?;
    let files = attachments(view, &view.incident_events(&incident.id)?)?;
    blocks.extend(pictures.blocks(said, &files));
    blocks.extend(proof::note(view, said)?);
    blocks.extend(checkpoint::square(view, said)?);
    Ok((title, blocks))
}

/// The story of an incident without its files: also a chapter of a case's report. `level` is its headings'.
pub(super) fn chapter(
    view: &View<'_>,
    said: &Said<'_>,
    incident: &Incident,
    level: u8,
) -> Result<Vec<Block>, Refusal> {
    let events = view.incident_events(&incident.id)?;
    let sales = view.sales_of(&incident.id)?;
    let mut blocks = vec![Block::Statement(
        state_tone(incident.state),
        said.about(&incident.details),
    )];
    blocks.push(Block::Tiles(tiles(view, said, incident, &sales)?));
    blocks.push(Block::Facts(facts(view, said, incident, &events)?));
    for one in &sales {
        blocks.push(sale::note(said, one));
    }
    blocks.push(Block::Heading(level, said.words.say("incident-timeline")));
    blocks.push(Block::Table(events::timeline(said, &events)));
    Ok(blocks)
}

fn tiles(
    view: &View<'_>,
    said: &Said<'_>,
    incident: &Incident,
    sales: &[PendingSale],
) -> Result<Vec<Tile>, Refusal> {
    let word = |key: &str| said.words.say_or(key, key);
    let took = lists::resolved(view, incident)?.map(|(_, minutes)| said.span(minutes));
    let pending = sales.iter().any(|sale| sale.settled.is_none());
    let mut tiles = vec![Tile {
        name: word("report-state"),
        value: said.of("incident-state", &incident.state),
        tone: state_tone(incident.state),
        under: took.unwrap_or_default(),
    }];
    if let Some(fen) = incident.details.amount_fen {
        tiles.push(Tile {
            name: word("report-amount-said"),
            value: said.words.money(fen.0),
            tone: Tone::Plain,
            under: String::new(),
        });
    }
    if !sales.is_empty() {
        tiles.push(Tile {
            name: word("report-charged"),
            value: if pending {
                word("report-in-doubt")
            } else {
                word("report-settled")
            },
            tone: if pending { Tone::Bad } else { Tone::Good },
            under: String::new(),
        });
    }
    if let Some(resolution) = &incident.resolution {
        let loss = events::loss(said, resolution);
        if !loss.is_empty() {
            tiles.push(Tile {
                name: word("report-loss-said"),
                value: loss,
                tone: Tone::Plain,
                under: String::new(),
            });
        }
    }
    Ok(tiles)
}

fn facts(
    view: &View<'_>,
    said: &Said<'_>,
    incident: &Incident,
    events: &[RecordEvent],
) -> Result<Vec<(String, Cell)>, Refusal> {
    let has = contacts::load(view)?;
    let details = &incident.details;
    let word = |key: &str| said.words.say_or(key, key);
    let calls = events.iter().filter(|event| {
        matches!(&event.fact, Fact::IncidentNoted(noted) if matches!(noted.note, Note::Call(_)))
    });
    let resolution = incident.resolution.as_ref();
    let card = details.card.as_ref().map(|card| card.as_str().to_owned());
    let cause = details.cause.map(|cause| said.of("incident-cause", &cause));
    let rows = [
        ("report-opened-at", {
            let at = said.local(incident.opened_at);
            format!("{} · {}", Cell::Moment(at).shown(), incident.opened_by)
        }),
        (
            "report-till",
            said.till(&shops::till_named(&has.shop, &details.till)),
        ),
        (
            "field-terminal",
            said.terminal(&has.terminals, &details.terminal),
        ),
        ("receipt-card", card.unwrap_or_default()),
        ("incident-cause", cause.unwrap_or_default()),
        ("field-note", details.note.clone()),
        ("field-owner", incident.owner.clone()),
        ("report-calls", calls.count().to_string()),
        (
            "incident-resolve-how",
            resolution.map(|one| one.how.clone()).unwrap_or_default(),
        ),
    ];
    let known = rows.into_iter().filter(|(_, value)| {
        let value = value.trim_end_matches([' ', '·']);
        !value.is_empty() && value != "0"
    });
    Ok(known
        .map(|(key, value)| (word(key), Cell::Text(value)))
        .collect())
}

/// Every file that a fact of the incident names, once, oldest first.
pub(super) fn attachments(
    view: &View<'_>,
    events: &[RecordEvent],
) -> Result<Vec<Attachment>, Refusal> {
    let mut ids: Vec<&String> = Vec::new();
    for event in events {
        let named: &[String] = match &event.fact {
            Fact::IncidentOpened(opened) => &opened.attachments,
            Fact::IncidentNoted(noted) => match &noted.note {
                Note::Attached { attachments } => attachments,
                _ => &[],
            },
            Fact::IncidentResolved(resolved) => &resolved.resolution.proof,
            Fact::SaleSettled(settled) => &settled.attachments,
            _ => &[],
        };
        for id in named {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids.into_iter()
        .map(|id| today::attachment(view, id))
        .collect()
}
