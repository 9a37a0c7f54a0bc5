//! The report of a case, for whoever decides about it: what is claimed, what happened and what shows it on the first page;
//! after it each of those things.

use chrono::{DateTime, Utc};
use kaizhang_core::contact::Terminal;
use kaizhang_core::dispute::{Asked, Link, PieceState, State, Urgency, Weight};
use kaizhang_core::incident::Incident;
use kaizhang_core::time::rfc3339;
use kaizhang_report::{Block, Cell, Column, Kind, Table, Tile, Tone};
use kaizhang_store::{Attachment, ReceiptRow, View};
use kaizhang_words::args;

use super::pictures::Pictures;
use super::said::{Said, instant};
use super::slip::heading;
use super::{checkpoint, incident, proof, slip, tables};
use crate::dispute_page::{self, DisputeHappened, DisputePage};
use crate::loaded::{self, Loaded};
use crate::{Refusal, contacts, disputes, incidents, receipts};

/// A case with what it links to, loaded.
struct Case<'a> {
    said: &'a Said<'a>,
    page: DisputePage,
    receipts: Vec<ReceiptRow>,
    incidents: Vec<Incident>,
    openings: Vec<Loaded>,
    terminals: Vec<Terminal>,
}

/// The files that a case's report shows: a copy with parts blacked out in place of its original.
pub(super) fn attachments(view: &View<'_>, which: &str) -> Result<Vec<Attachment>, Refusal> {
    let dispute = disputes::find(view, which)?;
    let files = dispute_page::files(view, &dispute)?;
    Ok(files.into_iter().map(|one| one.file).collect())
}

/// The blocks of a case's report, and what stands on top.
pub(super) fn report(
    view: &View<'_>,
    said: &Said<'_>,
    which: &str,
    pictures: &Pictures,
    now: DateTime<Utc>,
) -> Result<(String, Vec<Block>), Refusal> {
    let case = Case::load(view, said, which, now)?;
    let title =
        args!["no" => case.page.line.no, "kind" => said.of("dispute-kind", &case.page.line.kind)];
    let mut blocks = case.first_page();
    blocks.extend(proof::note(view, said)?);
    // The first page is the story, whatever follows it.
    blocks.push(Block::PageBreak);
    blocks.push(heading(said, "report-chronology"));
    blocks.push(Block::Table(case.chronology()));
    if !case.receipts.is_empty() {
        blocks.push(heading(said, "report-receipts"));
        for row in &case.receipts {
            blocks.push(Block::Facts(tables::receipt_facts(
                said,
                &case.terminals,
                row,
            )));
        }
    }
    for one in &case.incidents {
        let number = args!["no" => one.no];
        blocks.push(Block::Heading(
            1,
            said.words.say_with("report-incident-title", &number),
        ));
        blocks.extend(incident::chapter(view, said, one, 2)?);
    }
    for loaded in &case.openings {
        let day = args!["day" => said.words.day_with_year(loaded.opening.day)];
        blocks.push(Block::Heading(
            1,
            said.words.say_with("report-slip-title", &day),
        ));
        blocks.extend(slip::opening(said, loaded, 2));
    }
    let files: Vec<_> = case.page.files.iter().map(|one| one.file.clone()).collect();
    blocks.extend(pictures.blocks(said, &files));
    blocks.extend(checkpoint::square(view, said)?);
    Ok((said.words.say_with("report-dispute-title", &title), blocks))
}

/// What happened in a case, and when.
pub(super) fn chronology(
    view: &View<'_>,
    said: &Said<'_>,
    which: &str,
    now: DateTime<Utc>,
) -> Result<Table, Refusal> {
    Ok(Case::load(view, said, which, now)?.chronology())
}

impl<'a> Case<'a> {
    fn load(
        view: &View<'_>,
        said: &'a Said<'a>,
        which: &str,
        now: DateTime<Utc>,
    ) -> Result<Case<'a>, Refusal> {
        let page = dispute_page::page(view, which, now)?;
        let (mut slips, mut broke, mut openings) = (Vec::new(), Vec::new(), Vec::new());
        for row in view.dispute_links(&page.line.id)? {
            match &row.link {
                Link::Receipt { id } => slips.push(receipts::find(view, id)?),
                Link::Incident { id } => broke.push(incidents::find(view, id)?),
                Link::Opening { till, day } => {
                    openings.push(loaded::load(view, Some(till), now, |_| *day)?);
                }
                Link::Sale { .. } | Link::File { .. } | Link::NotNeeded { .. } => {}
            }
        }
        slips.sort_by_key(|row| (row.receipt.at, row.no));
        broke.sort_by_key(|one| one.no);
        openings.sort_by_key(|one| one.opening.day);
        Ok(Case {
            said,
            page,
            receipts: slips,
            incidents: broke,
            openings,
            terminals: contacts::load(view)?.terminals,
        })
    }

    /// What is claimed, what happened, what shows it, what is missing.
    fn first_page(&self) -> Vec<Block> {
        let words = self.said.words;
        let line = &self.page.line;
        let mut blocks = vec![
            Block::Statement(self.tone(), self.claim()),
            Block::Tiles(self.tiles()),
            Block::Facts(self.facts()),
        ];
        if !line.details.said.is_empty() {
            blocks.push(heading(self.said, "report-dispute-claimed"));
            blocks.push(Block::Paragraph(line.details.said.clone()));
        }
        blocks.push(heading(self.said, "report-dispute-happened"));
        blocks.push(Block::Paragraph(if line.details.story.is_empty() {
            words.say("report-dispute-no-story")
        } else {
            line.details.story.clone()
        }));
        blocks.push(heading(self.said, "report-dispute-shown"));
        blocks.push(Block::Table(self.pieces()));
        if !line.missing.is_empty() {
            let pieces = line.missing.iter();
            let pieces: Vec<_> = pieces.map(|piece| self.said.of("piece", piece)).collect();
            let missing = args!["pieces" => words.list(&pieces)];
            blocks.push(Block::Note(
                Tone::Warn,
                words.say_with("report-dispute-missing", &missing),
            ));
        }
        blocks
    }

    fn claim(&self) -> String {
        let words = self.said.words;
        let line = &self.page.line;
        let kind = self.said.of("dispute-kind", &line.kind);
        let from = if line.from.is_empty() {
            words.say("report-dispute-somebody")
        } else {
            line.from.clone()
        };
        match line.amount_fen {
            Some(fen) => {
                let all = args!["from" => from, "kind" => kind, "amount" => words.money(fen.0)];
                words.say_with("report-dispute-claim", &all)
            }
            None => words.say_with(
                "report-dispute-claim-bare",
                &args!["from" => from, "kind" => kind],
            ),
        }
    }

    fn tone(&self) -> Tone {
        match (self.page.line.state, self.page.line.clock.urgency) {
            (State::Won, _) => Tone::Good,
            (State::Lost, _) | (_, Urgency::Overdue) => Tone::Bad,
            (_, Urgency::Today | Urgency::Soon) => Tone::Warn,
            _ => Tone::Plain,
        }
    }

    fn tiles(&self) -> Vec<Tile> {
        let words = self.said.words;
        let line = &self.page.line;
        let tile = |key: &str, value: String, tone: Tone| Tile {
            name: words.say_or(key, key),
            value,
            tone,
            under: String::new(),
        };
        let asked = self
            .page
            .asked
            .iter()
            .filter(|one| one.weight == Weight::Needed);
        let (mut needed, mut there) = (0, 0);
        for one in asked {
            needed += 1;
            there += i64::from(one.state != PieceState::Missing);
        }
        let complete = if there == needed {
            Tone::Good
        } else {
            Tone::Warn
        };
        let mut tiles = vec![
            tile(
                "report-state",
                self.said.of("dispute-state", &line.state),
                self.tone(),
            ),
            tile(
                "report-dispute-pieces",
                format!("{there} / {needed}"),
                complete,
            ),
        ];
        if let Some(day) = line.reply_by {
            tiles.insert(
                1,
                tile("report-dispute-reply-by", day.to_string(), Tone::Plain),
            );
        }
        tiles
    }

    fn facts(&self) -> Vec<(String, Cell)> {
        let details = &self.page.line.details;
        let sold = details.sold_on.map(|day| day.to_string());
        let card = details.card.as_ref().map(|card| card.as_str().to_owned());
        let rows = [
            ("report-dispute-notice-no", details.notice_no.clone()),
            ("report-dispute-notice-on", details.notice_on.to_string()),
            ("report-dispute-sold-on", sold.unwrap_or_default()),
            ("receipt-card", card.unwrap_or_default()),
            ("field-trace", details.trace.clone()),
            ("field-reference", details.reference.clone()),
        ];
        let known = rows.into_iter().filter(|(_, value)| !value.is_empty());
        known
            .map(|(key, value)| (self.said.words.say_or(key, key), Cell::Text(value)))
            .collect()
    }

    /// Piece by piece: whether it is there, and what shows it.
    fn pieces(&self) -> Table {
        let word = |key: &str| self.said.words.say_or(key, key);
        let columns = vec![
            Column::new(word("report-dispute-piece"), Kind::Text),
            Column::new(word("report-state"), Kind::Text),
            Column::new(word("report-dispute-by"), Kind::Text),
        ];
        let row = |one: &Asked| {
            let (tone, key) = match (one.state, one.weight) {
                (PieceState::There, _) => (Tone::Good, "report-piece-there"),
                (PieceState::NotNeeded, _) => (Tone::Idle, "report-piece-not-needed"),
                (PieceState::Missing, Weight::Needed) => (Tone::Bad, "report-piece-missing"),
                (PieceState::Missing, Weight::Helps) => (Tone::Idle, "report-piece-not-there"),
            };
            let mut by: Vec<_> = one.by.iter().map(|key| self.shows(key)).collect();
            by.push(one.why.clone());
            by.retain(|part| !part.is_empty());
            vec![
                Cell::Text(self.said.of("piece", &one.piece)),
                Cell::Sign(tone, word(key)),
                Cell::Text(by.join(" · ")),
            ]
        };
        Table {
            columns,
            rows: self.page.asked.iter().map(row).collect(),
        }
    }

    /// What a link's key stands for, in words that are found again in the rest of the report.
    fn shows(&self, key: &str) -> String {
        let words = self.said.words;
        match key.split_once(':') {
            Some(("receipt", id)) => {
                let row = self.receipts.iter().find(|row| row.id == id);
                row.map(|row| words.say_with("report-receipt-no", &args!["no" => row.no]))
            }
            Some(("incident", id)) => {
                let one = self.incidents.iter().find(|one| one.id == id);
                one.map(|one| words.say_with("report-incident-no", &args!["no" => one.no]))
            }
            Some(("opening", rest)) => {
                let day = rest.split_once(':').map_or(rest, |(day, _)| day);
                Some(words.say_with("report-opening-of", &args!["day" => day]))
            }
            Some(("file", rest)) => {
                let id = rest.split_once(':').map_or(rest, |(_, id)| id);
                let file = self.page.files.iter().find(|one| one.file.id == id);
                file.map(|one| one.file.name.clone())
            }
            Some(("sale", _)) => Some(words.say("report-sale")),
            _ => Some(match key {
                "notice" => words.say("report-notice"),
                _ => words.say("report-own-account"),
            }),
        }
        .unwrap_or_default()
    }

    /// Everything that has a moment, in the order in which it happened.
    fn chronology(&self) -> Table {
        let words = self.said.words;
        let mut lines: Vec<(DateTime<Utc>, String)> = Vec::new();
        for row in &self.receipts {
            let total = row.receipt.amount_fen.0 + row.receipt.tip_fen.map_or(0, |tip| tip.0);
            let all = args![
                "kind" => self.said.of("receipt-kind", &row.receipt.kind), "no" => row.no,
                "amount" => words.money(total),
            ];
            lines.push((
                row.receipt.at,
                words.say_with("report-chronology-receipt", &all),
            ));
        }
        for one in &self.incidents {
            let all = args!["no" => one.no, "what" => self.said.about(&one.details)];
            lines.push((
                one.opened_at,
                words.say_with("report-chronology-incident", &all),
            ));
        }
        for loaded in &self.openings {
            let finished = loaded.opening.finish.as_ref();
            if let Some(at) = finished.and_then(|finish| instant(&finish.at)) {
                let outcome = loaded.rules().outcome(&loaded.opening);
                let all = args!["verdict" => self.said.headline(&outcome.headline)];
                lines.push((at, words.say_with("report-chronology-opening", &all)));
            }
        }
        for event in &self.page.timeline {
            if let (Some(at), Some(what)) = (instant(&event.at), self.event(&event.what)) {
                lines.push((at, what));
            }
        }
        lines.sort_by_key(|(at, _)| rfc3339(*at));
        let row = |(at, what): (DateTime<Utc>, String)| {
            vec![Cell::Moment(self.said.local(at)), Cell::Text(what)]
        };
        Table {
            columns: vec![
                Column::new(words.say("report-when"), Kind::Moment),
                Column::new(words.say("report-happened"), Kind::Text),
            ],
            rows: lines.into_iter().map(row).collect(),
        }
    }

    /// Links and amendments are housekeeping; the ledger has them, a story does not.
    fn event(&self, what: &DisputeHappened) -> Option<String> {
        let words = self.said.words;
        Some(match what {
            DisputeHappened::Opened { .. } => words.say("report-chronology-case"),
            DisputeHappened::Submitted { submission } => {
                let all =
                    args!["way" => submission.way.as_str(), "count" => submission.files.len()];
                words.say_with("report-chronology-sent", &all)
            }
            DisputeHappened::Closed { ending } => {
                let outcome = self.said.of("dispute-state", &ending.outcome);
                words.say_with("report-chronology-closed", &args!["outcome" => outcome])
            }
            DisputeHappened::Reopened { why } => {
                words.say_with("report-chronology-reopened", &args!["why" => why.as_str()])
            }
            DisputeHappened::Amended { .. }
            | DisputeHappened::Linked { .. }
            | DisputeHappened::Unlinked { .. } => return None,
        })
    }
}
