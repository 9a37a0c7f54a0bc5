//! What happened in a case, in the order in which it happened: each thing at its own time, however much later somebody
//! wrote it down, and then it says when.

use chrono::{DateTime, NaiveDateTime, NaiveTime, Utc};
use kaizhang_core::dispute::{Details, Submission};
use kaizhang_core::fact::Fact;
use kaizhang_core::time::Day;
use kaizhang_report::{Cell, Column, Kind, Table};
use kaizhang_store::{RecordEvent, View};
use kaizhang_words::args;

use super::dispute::Case;
use super::said::{Said, instant};
use super::{events, sale};
use crate::dispute_page::{DisputeEventLine, DisputeHappened};
use crate::{Refusal, sales};

/// The lines, in order.
pub(super) struct Chronology {
    lines: Vec<Line>,
}

/// One thing that happened.
struct Line {
    /// On the shop's own clock; what stands on a day without an hour is put into that day.
    order: NaiveDateTime,
    when: Cell,
    what: String,
}

impl Chronology {
    pub(super) fn of(view: &View<'_>, case: &Case<'_>) -> Result<Chronology, Refusal> {
        let mut lines = on_that_day(case);
        lines.extend(broken(view, case)?);
        let own = of_the_case(case.said, &case.page.timeline);
        lines.extend(notices(case.said, &case.page.timeline, &own));
        lines.extend(own);
        lines.sort_by_key(|line| line.order);
        Ok(Chronology { lines })
    }

    pub(super) fn table(self, said: &Said<'_>) -> Table {
        let row = |line: Line| vec![line.when, Cell::Text(line.what)];
        Table {
            columns: vec![
                Column::new(said.words.say("report-when"), Kind::Moment),
                Column::new(said.words.say("report-happened"), Kind::Text),
            ],
            rows: self.lines.into_iter().map(row).collect(),
        }
    }
}

fn line(said: &Said<'_>, at: DateTime<Utc>, what: String) -> Line {
    let order = said.local(at);
    let when = Cell::Moment(order);
    Line { order, when, what }
}

/// What somebody wrote is put behind what happened.
fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// Slips and openings.
fn on_that_day(case: &Case<'_>) -> Vec<Line> {
    let (said, words) = (case.said, case.said.words);
    let mut lines = Vec::new();
    for row in &case.receipts {
        let total = row.receipt.amount_fen.0 + row.receipt.tip_fen.map_or(0, |tip| tip.0);
        let all = args![
            "kind" => said.of("receipt-kind", &row.receipt.kind), "no" => row.no,
            "amount" => words.money(total),
        ];
        let what = words.say_with("report-chronology-receipt", &all);
        lines.push(line(said, row.receipt.at, what));
    }
    for loaded in &case.openings {
        let finished = loaded.opening.finish.as_ref();
        if let Some(at) = finished.and_then(|finish| instant(&finish.at)) {
            let outcome = loaded.rules().outcome(&loaded.opening);
            let all = args!["verdict" => said.headline(&outcome.headline)];
            let what = words.say_with("report-chronology-opening", &all);
            lines.push(line(said, at, case.at_till(what, &loaded.opening.till)));
        }
    }
    lines
}

/// What broke and how it ended, and the sales that were in doubt by it.
fn broken(view: &View<'_>, case: &Case<'_>) -> Result<Vec<Line>, Refusal> {
    let said = case.said;
    let mut lines = Vec::new();
    for one in &case.incidents {
        let all = args!["no" => one.no, "what" => said.about(&one.details)];
        let what = said.words.say_with("report-chronology-incident", &all);
        lines.push(line(said, one.opened_at, what));
        for event in view.incident_events(&one.id)? {
            lines.extend(of_incident(said, one.no, &event));
            lines.extend(of_sale(view, said, &event)?);
        }
    }
    let told = |id: &str| case.incidents.iter().any(|one| one.id == id);
    for one in case.sales.iter().filter(|one| !told(&one.sale.incident)) {
        for event in view.incident_events(&one.sale.incident)? {
            if sale_in(&event) == Some(&one.id) {
                lines.extend(of_sale(view, said, &event)?);
            }
        }
    }
    Ok(lines)
}

fn of_incident(said: &Said<'_>, no: u32, event: &RecordEvent) -> Option<Line> {
    let number = args!["no" => no];
    let what = match &event.fact {
        Fact::IncidentResolved(resolved) => joined([
            said.words.say_with("report-chronology-resolved", &number),
            resolved.resolution.how.clone(),
            events::loss(said, &resolved.resolution),
        ]),
        Fact::IncidentReopened(reopened) => joined([
            said.words
                .say_with("report-chronology-incident-back", &number),
            reopened.why.clone(),
        ]),
        _ => return None,
    };
    Some(line(said, instant(&event.at)?, what))
}

/// The sale that a fact is about.
fn sale_in(event: &RecordEvent) -> Option<&String> {
    match &event.fact {
        Fact::SaleLeftPending(_) => Some(&event.id),
        Fact::SaleSettled(settled) => Some(&settled.sale),
        Fact::SaleReopened(reopened) => Some(&reopened.sale),
        _ => None,
    }
}

fn of_sale(view: &View<'_>, said: &Said<'_>, event: &RecordEvent) -> Result<Option<Line>, Refusal> {
    let (Some(id), Some(written)) = (sale_in(event), instant(&event.at)) else {
        return Ok(None);
    };
    let amount = sale::amount(said, &sales::find(view, id)?);
    let (at, what) = match &event.fact {
        Fact::SaleLeftPending(left) => {
            let all = args!["amount" => amount];
            (
                left.at,
                said.words.say_with("report-chronology-doubt", &all),
            )
        }
        Fact::SaleSettled(settled) => {
            let all = args!["amount" => amount, "how" => said.of("incident-sale", &settled.how)];
            let what = said.words.say_with("report-chronology-settled", &all);
            (written, joined([what, settled.note.clone()]))
        }
        Fact::SaleReopened(reopened) => {
            let all = args!["amount" => amount];
            let what = said.words.say_with("report-chronology-doubt-back", &all);
            (written, joined([what, reopened.why.clone()]))
        }
        _ => return Ok(None),
    };
    Ok(Some(line(said, at, what)))
}

/// What the shop did about the case. Links and amendments are housekeeping; the ledger has them, a story does not.
fn of_the_case(said: &Said<'_>, timeline: &[DisputeEventLine]) -> Vec<Line> {
    let words = said.words;
    let mut lines = Vec::new();
    for (n, event) in timeline.iter().enumerate() {
        let Some(written) = instant(&event.at) else {
            continue;
        };
        let (at, what) = match &event.what {
            DisputeHappened::Opened { .. } => {
                let same_day = notice_after(timeline, n) == Some(said.local(written).date());
                let key = match same_day {
                    true => "report-chronology-case",
                    false => "report-chronology-case-noted",
                };
                (written, words.say_or(key, key))
            }
            DisputeHappened::Submitted { submission } => {
                let last = last_day(timeline, n);
                (submission.sent_at, sent(said, submission, last, written))
            }
            DisputeHappened::Closed { ending } => {
                let outcome = args!["outcome" => said.of("dispute-state", &ending.outcome)];
                let what = words.say_with("report-chronology-closed", &outcome);
                (written, joined([what, ending.note.clone()]))
            }
            DisputeHappened::Reopened { why } => {
                let why = args!["why" => why.as_str()];
                (written, words.say_with("report-chronology-reopened", &why))
            }
            DisputeHappened::Amended { .. }
            | DisputeHappened::Linked { .. }
            | DisputeHappened::Unlinked { .. } => continue,
        };
        lines.push(line(said, at, what));
    }
    lines
}

/// An answer: which way, how much, whether in time, and when it was written down where that was later.
fn sent(
    said: &Said<'_>,
    submission: &Submission,
    last: Option<Day>,
    written: DateTime<Utc>,
) -> String {
    let words = said.words;
    let all = args!["way" => submission.way.as_str(), "count" => submission.files.len()];
    let mut parts = vec![words.say_with("report-chronology-sent", &all)];
    parts.extend(last.map(|last| in_time(said, submission.sent_at, last)));
    parts.push(submission.note.clone());
    let (at, noted) = (
        Cell::Moment(said.local(submission.sent_at)),
        Cell::Moment(said.local(written)),
    );
    if at.shown() != noted.shown() {
        let noted = args!["at" => noted.shown()];
        parts.push(words.say_with("report-noted-at", &noted));
    }
    joined(parts)
}

/// Whether an answer left on its last day at the latest. A bank counts days of the calendar.
pub(super) fn in_time(said: &Said<'_>, sent_at: DateTime<Utc>, last: Day) -> String {
    let late = (said.local(sent_at).date() - last).num_days();
    let day = last.to_string();
    if late > 0 {
        let all = args!["day" => day, "count" => late];
        return said.words.say_with("report-answer-late", &all);
    }
    let all = args!["day" => day];
    said.words.say_with("report-answer-in-time", &all)
}

/// Each notice on its day, unless the case was written down on that day: then that line says both. A day has no hour:
/// the notice stands before whatever the shop did about it on that day, and behind what it may be about.
fn notices(said: &Said<'_>, timeline: &[DisputeEventLine], own: &[Line]) -> Vec<Line> {
    let mut told: Option<Day> = None;
    let mut lines = Vec::new();
    for (n, event) in timeline.iter().enumerate() {
        let begins = matches!(
            event.what,
            DisputeHappened::Opened { .. } | DisputeHappened::Reopened { .. }
        );
        let Some(day) = notice_after(timeline, n).filter(|day| begins && told != Some(*day)) else {
            continue;
        };
        told = Some(day);
        let opened = matches!(event.what, DisputeHappened::Opened { .. });
        let written = instant(&event.at).map(|at| said.local(at).date());
        if opened && written == Some(day) {
            continue;
        }
        let reacted = own.iter().map(|line| line.order);
        let reacted = reacted.filter(|order| order.date() == day).min();
        let evening = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
        lines.push(Line {
            order: reacted.unwrap_or(day.and_time(evening)),
            when: Cell::Day(day),
            what: said.words.say("report-chronology-notice"),
        });
    }
    lines
}

/// What was known at the end of the round that begins with the event at `from`: until the case is opened once more.
fn known_after(timeline: &[DisputeEventLine], from: usize) -> impl Iterator<Item = &Details> {
    let is_end = |event: &&DisputeEventLine| matches!(event.what, DisputeHappened::Reopened { .. });
    let (before, round) = timeline.split_at(from + 1);
    let before = before.iter().rev().find_map(details);
    let round = round.iter().take_while(move |event| !is_end(event));
    before.into_iter().chain(round.filter_map(details))
}

fn notice_after(timeline: &[DisputeEventLine], from: usize) -> Option<Day> {
    known_after(timeline, from)
        .last()
        .map(|known| known.notice_on)
}

/// The last day for an answer, as it was known when the answer was written down; else as it was learnt after it.
fn last_day(timeline: &[DisputeEventLine], sent: usize) -> Option<Day> {
    known_after(timeline, sent).find_map(|known| known.reply_by)
}

fn details(event: &DisputeEventLine) -> Option<&Details> {
    match &event.what {
        DisputeHappened::Opened { details } | DisputeHappened::Amended { details } => Some(details),
        _ => None,
    }
}
