//! The report of a case, for whoever decides about it: what is claimed, what happened and what shows it on the first page;
//! after it each of those things.

use chrono::{DateTime, Utc};
use kaizhang_core::dispute::{Asked, Link, PieceState, State, Urgency, Weight};
use kaizhang_core::incident::Incident;
use kaizhang_core::sale::PendingSale;
use kaizhang_report::{Block, Cell, Column, Kind, Table, Tile, Tone};
use kaizhang_store::{Attachment, ReceiptRow, View};
use kaizhang_words::args;

use super::chronology::{self, Chronology};
use super::pictures::Pictures;
use super::room::Room;
use super::said::Said;
use super::slip::heading;
use super::{checkpoint, incident, proof, sale, slip, tables, tills};
use crate::dispute_page::{self, DisputePage};
use crate::loaded::{self, Loaded};
use crate::{Refusal, contacts, disputes, incidents, receipts, sales, shops};

/// A case with what it links to, loaded.
pub(super) struct Case<'a> {
    pub(super) said: &'a Said<'a>,
    pub(super) page: DisputePage,
    pub(super) receipts: Vec<ReceiptRow>,
    pub(super) incidents: Vec<Incident>,
    /// Sales in doubt that were linked themselves.
    pub(super) sales: Vec<PendingSale>,
    pub(super) openings: Vec<Loaded>,
    has: contacts::Loaded,
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
    room: &Room,
) -> Result<(String, Vec<Block>), Refusal> {
    let case = Case::load(view, said, which, now)?;
    let title =
        args!["no" => case.page.line.no, "kind" => said.of("dispute-kind", &case.page.line.kind)];
    let Story {
        first: mut blocks,
        whole,
    } = case.story(room);
    blocks.extend(proof::note(view, said)?);
    // The first page is the story, whatever follows it.
    blocks.push(Block::PageBreak);
    blocks.push(heading(said, "report-chronology"));
    blocks.push(Block::Table(Chronology::of(view, &case)?.table(said)));
    blocks.extend(whole);
    if !case.receipts.is_empty() {
        blocks.push(heading(said, "report-receipts"));
        for row in &case.receipts {
            blocks.push(Block::Facts(tables::receipt_facts(
                said,
                &case.has.terminals,
                row,
            )));
        }
    }
    if !case.sales.is_empty() {
        blocks.push(heading(said, "report-sale"));
        for one in &case.sales {
            blocks.extend(sale::chapter(view, said, &case.has, one)?);
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
        let title = said.words.say_with("report-slip-title", &day);
        blocks.push(Block::Heading(1, case.at_till(title, &loaded.opening.till)));
        blocks.extend(slip::opening(said, loaded, 2, &Room::enough()));
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
    let case = Case::load(view, said, which, now)?;
    Ok(Chronology::of(view, &case)?.table(said))
}

/// The first page of a case, and what of it stands whole further back because there was no room.
struct Story {
    first: Vec<Block>,
    whole: Vec<Block>,
}

impl<'a> Case<'a> {
    fn load(
        view: &View<'_>,
        said: &'a Said<'a>,
        which: &str,
        now: DateTime<Utc>,
    ) -> Result<Case<'a>, Refusal> {
        let page = dispute_page::page(view, which, now)?;
        let (mut slips, mut broke) = (Vec::new(), Vec::new());
        let (mut doubtful, mut openings) = (Vec::new(), Vec::new());
        for row in view.dispute_links(&page.line.id)? {
            match &row.link {
                Link::Receipt { id } => slips.push(receipts::find(view, id)?),
                Link::Incident { id } => broke.push(incidents::find(view, id)?),
                Link::Sale { id } => doubtful.push(sales::find(view, id)?),
                Link::Opening { till, day } => {
                    openings.push(loaded::load(view, Some(till), now, |_| *day)?);
                }
                Link::File { .. } | Link::NotNeeded { .. } => {}
            }
        }
        slips.sort_by_key(|row| (row.receipt.at, row.no));
        broke.sort_by_key(|one| one.no);
        doubtful.sort_by_key(|one| one.sale.at);
        openings.sort_by_key(|one| one.opening.day);
        Ok(Case {
            said,
            page,
            receipts: slips,
            incidents: broke,
            sales: doubtful,
            openings,
            has: contacts::load(view)?,
        })
    }

    /// Words about an opening, with its till where there are several.
    pub(super) fn at_till(&self, words: String, till: &str) -> String {
        let seen = self.openings.iter().map(|one| one.opening.till.as_str());
        if !tills::told_apart(&self.has.shop, seen) {
            return words;
        }
        let till = self.said.till(&shops::till_named(&self.has.shop, till));
        [words, till].join(" · ")
    }

    /// What is claimed, what happened, what shows it, what is missing.
    fn story(&self, room: &Room) -> Story {
        let words = self.said.words;
        let line = &self.page.line;
        let mut whole = Vec::new();
        let mut blocks = vec![
            Block::Statement(self.tone(), self.claim()),
            Block::Tiles(self.tiles()),
            Block::Facts(self.facts()),
        ];
        if !line.details.said.is_empty() {
            blocks.push(heading(self.said, "report-dispute-claimed"));
            let said = self.told(
                "report-dispute-claimed",
                &line.details.said,
                room,
                &mut whole,
            );
            blocks.push(said);
        }
        blocks.push(heading(self.said, "report-dispute-happened"));
        blocks.push(if line.details.story.is_empty() {
            Block::Paragraph(words.say("report-dispute-no-story"))
        } else {
            self.told(
                "report-dispute-happened",
                &line.details.story,
                room,
                &mut whole,
            )
        });
        blocks.push(heading(self.said, "report-dispute-shown"));
        let (short, pieces) = (self.pieces(room), self.pieces(&Room::enough()));
        let is_whole = short == pieces;
        blocks.push(Block::Table(short));
        if !is_whole {
            let title = self.in_full("report-dispute-shown");
            blocks.push(Block::Paragraph(self.see_behind(&title)));
            whole.extend([Block::Heading(1, title), Block::Table(pieces)]);
        }
        if !line.missing.is_empty() {
            let pieces = line.missing.iter();
            let pieces: Vec<_> = pieces.map(|piece| self.said.of("piece", piece)).collect();
            let missing = args!["pieces" => words.list(&pieces)];
            blocks.push(Block::Note(
                Tone::Warn,
                words.say_with("report-dispute-missing", &missing),
            ));
        }
        Story {
            first: blocks,
            whole,
        }
    }

    /// A text as far as there is room on the first page. What is cut there stands in `whole`, under a heading that the page
    /// names.
    fn told(&self, key: &str, text: &str, room: &Room, whole: &mut Vec<Block>) -> Block {
        let short = room.of(text);
        if short == text {
            return Block::Paragraph(short);
        }
        let title = self.in_full(key);
        let behind = self.see_behind(&title);
        whole.extend([Block::Heading(1, title), Block::Paragraph(text.to_owned())]);
        Block::Paragraph([short, behind].join("\n"))
    }

    /// What a whole text or table is called further back.
    fn in_full(&self, key: &str) -> String {
        let what = args!["what" => self.said.words.say_or(key, key)];
        self.said.words.say_with("report-in-full", &what)
    }

    fn see_behind(&self, title: &str) -> String {
        let title = args!["title" => title];
        self.said.words.say_with("report-see-in-full", &title)
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
        let sent = self.page.submission.as_ref().map(|sent| {
            let at = Cell::Moment(self.said.local(sent.sent_at)).shown();
            let in_time = details
                .reply_by
                .map(|last| chronology::in_time(self.said, sent.sent_at, last));
            let parts = [Some(at), in_time, Some(sent.way.clone())];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        });
        let rows = [
            ("report-dispute-notice-no", details.notice_no.clone()),
            ("report-dispute-notice-on", details.notice_on.to_string()),
            ("report-dispute-sent", sent.unwrap_or_default()),
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
    fn pieces(&self, room: &Room) -> Table {
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
            let shown = one.by.iter().take(room.shown);
            let mut by: Vec<_> = shown.map(|key| room.of(&self.shows(key))).collect();
            let left = one.by.len() - by.len();
            if left > 0 {
                let left = args!["count" => left];
                by.push(self.said.words.say_with("report-and-more", &left));
            }
            by.push(room.of(&one.why));
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
                let (day, till) = rest.split_once(':').unwrap_or((rest, ""));
                let opening = words.say_with("report-opening-of", &args!["day" => day]);
                Some(self.at_till(opening, till))
            }
            Some(("file", rest)) => {
                let id = rest.split_once(':').map_or(rest, |(_, id)| id);
                let file = self.page.files.iter().find(|one| one.file.id == id);
                file.map(|one| one.file.name.clone())
            }
            Some(("sale", id)) => {
                let one = self.sales.iter().find(|one| one.id == id);
                one.map(|one| sale::became(self.said, one))
            }
            _ => Some(match key {
                "notice" => words.say("report-notice"),
                _ => words.say("report-own-account"),
            }),
        }
        .unwrap_or_default()
    }
}
