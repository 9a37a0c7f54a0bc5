//! One case as the prompt shows it.

use chrono_tz::Tz;
use kaizhang_words::{Words, args};

use super::dispute::{clock_said, kind_said, state_said};
use crate::print::{Paint, plain};
use crate::view::{Asked, DisputePage, Submission, Thing};

/// A heading, what is known, what is asked for, what belongs to it, what was sent.
pub(super) fn lines(page: &DisputePage, heading: &str, words: &Words, zone: Tz) -> Vec<String> {
    let (line, paint) = (&page.line, Paint::for_stdout());
    let number = args!["number" => line.no];
    let mut lines = vec![paint.strong(&words.say_with(heading, &number))];
    let head = [
        kind_said(&line.kind, words),
        state_said(&line.state, words),
        line.amount_fen
            .map(|fen| words.money(fen))
            .unwrap_or_default(),
        clock_said(line, words),
    ];
    let head = head.into_iter().filter(|part| !part.is_empty());
    let head = head.collect::<Vec<_>>().join(" · ");
    lines.push(
        if ["overdue", "today", "soon"].contains(&line.clock.urgency.as_str()) {
            paint.care(&head)
        } else {
            head
        },
    );
    lines.extend(facts(page, words));
    lines.push(words.say("dispute-asked"));
    lines.extend(page.asked.iter().map(|asked| asked.said(words, paint)));
    if !page.links.is_empty() {
        lines.push(words.say("dispute-links"));
        lines.extend(
            page.links
                .iter()
                .filter_map(|one| one.thing.said(words, zone)),
        );
    }
    if !page.suggestions.is_empty() {
        lines.push(words.say("dispute-suggestions"));
        let found = page
            .suggestions
            .iter()
            .filter_map(|one| one.thing.said(words, zone));
        lines.extend(found);
    }
    if let Some(sent) = &page.submission {
        lines.extend(sent.said(page, words, zone));
    }
    if let Some(ending) = page
        .ending
        .as_ref()
        .filter(|ending| !ending.note.is_empty())
    {
        lines.push(plain(&ending.note));
    }
    lines
}

fn facts(page: &DisputePage, words: &Words) -> Vec<String> {
    let (line, details) = (&page.line, &page.line.details);
    let files = page.notice.iter().map(|file| plain(&file.name));
    let sold_on = details.sold_on.map(|day| words.day(day));
    let rows = [
        ("field-channel", line.from.clone()),
        ("dispute-notice-on", words.day(line.notice_on)),
        ("field-notice_no", details.notice_no.clone()),
        ("field-said", details.said.clone()),
        ("dispute-sold-on", sold_on.unwrap_or_default()),
        ("field-reference", details.reference.clone()),
        ("field-trace", details.trace.clone()),
        ("cli-fact-card", details.card.clone().unwrap_or_default()),
        ("field-story", details.story.clone()),
        ("dispute-notice", words.list(&files.collect::<Vec<_>>())),
        ("cli-fact-added-by", line.opened_by.clone()),
    ];
    let given = rows.into_iter().filter(|(_, value)| !value.is_empty());
    let said = given.map(|(name, value)| {
        words.say_with(
            "cli-fact",
            &args!["name" => words.say(name), "value" => plain(&value)],
        )
    });
    said.collect()
}

pub(super) fn piece_said(piece: &str, words: &Words) -> String {
    words.say_or(&format!("piece-{piece}"), piece)
}

impl Asked {
    fn said(&self, words: &Words, paint: Paint) -> String {
        let piece = piece_said(&self.piece, words);
        let state = match (self.state.as_str(), self.weight.as_str()) {
            ("there", _) => words.say("dispute-piece-there"),
            ("not_needed", _) => words.say_with(
                "dispute-piece-not-needed",
                &args!["why" => plain(&self.why)],
            ),
            (_, "needed") => words.say("dispute-piece-missing"),
            _ => words.say("dispute-piece-helps"),
        };
        // The id stands beside it, since `dispute link --piece` asks for it.
        let said = format!("  {piece} ({}): {state}", self.piece);
        if self.state == "missing" && self.weight == "needed" {
            paint.care(&said)
        } else {
            said
        }
    }
}

impl Thing {
    /// What a link leads to, in a line; a piece that is not needed stands among those asked for.
    fn said(&self, words: &Words, zone: Tz) -> Option<String> {
        let said = match self {
            Thing::Receipt { receipt } => {
                let title = words.say_with("cli-receipt-title", &args!["number" => receipt.no]);
                format!("{title} · {}", words.money(receipt.total_fen))
            }
            Thing::Incident { incident } => {
                words.say_with("dispute-link-incident", &args!["no" => incident.no])
            }
            Thing::Sale { sale } => sale.said(words, zone),
            Thing::Opening { opening } => words.say_with(
                "dispute-link-opening",
                &args!["day" => words.day(opening.day)],
            ),
            Thing::File { file, piece } => {
                format!("{} · {}", plain(&file.name), piece_said(piece, words))
            }
            Thing::NotNeeded { .. } => return None,
        };
        Some(format!("  {said}"))
    }
}

impl Submission {
    fn said(&self, page: &DisputePage, words: &Words, zone: Tz) -> Vec<String> {
        let sent = args![
            "time" => words.day_and_time(self.sent_at, zone),
            "way" => plain(&self.way),
            "count" => self.files.len(),
        ];
        let mut lines = vec![words.say_with("dispute-sent", &sent)];
        if !self.pack.is_empty() {
            let known = page.packs.iter().find(|pack| pack.id == self.pack);
            let pack = plain(known.map_or(&self.pack, |pack| &pack.name));
            lines.push(words.say_with("dispute-sent-pack", &args!["pack" => pack]));
        }
        let file =
            |file: &crate::view::SentFile| format!("  {}  {}", file.sha256, plain(&file.name));
        lines.extend(self.files.iter().map(file));
        lines
    }
}
