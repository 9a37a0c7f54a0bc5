//! The lists of a shop as sheets: typed, so that a spreadsheet can sum and sort them.

use chrono::{DateTime, TimeDelta, Utc};
use kaizhang_core::incident::Incident;
use kaizhang_core::opening;
use kaizhang_core::settling::DayState;
use kaizhang_core::time::Day;
use kaizhang_report::{Cell, Column, Kind, Sheet};
use kaizhang_store::{
    DisputeWish, HistoryRow, HistoryWish, IncidentWish, ReceiptRow, ReceiptWish, View,
};

use super::said::{Said, instant};
use super::tables;
use crate::dispute_page::{self, DisputeLine};
use crate::{Refusal, contacts, shops};

/// From one business day to another, both included.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Span {
    pub(crate) from: Option<Day>,
    pub(crate) to: Option<Day>,
}

/// More than a shop writes in its lifetime.
const ALL: u32 = 1_000_000;

/// Every receipt of these days, oldest first.
pub(super) fn receipts_of(view: &View<'_>, span: Span) -> Result<Vec<ReceiptRow>, Refusal> {
    let wish = ReceiptWish {
        from: span.from,
        to: span.to,
        limit: ALL,
        ..ReceiptWish::default()
    };
    let mut rows = view.receipts(&wish)?;
    rows.reverse();
    Ok(rows)
}

/// Every incident that began on these days, oldest first.
pub(super) fn incidents_of(view: &View<'_>, span: Span) -> Result<Vec<Incident>, Refusal> {
    let wish = IncidentWish {
        from: span.from,
        to: span.to,
        limit: ALL,
        ..IncidentWish::default()
    };
    let mut rows = view.incidents(&wish)?;
    rows.sort_by_key(|one| one.no);
    Ok(rows)
}

/// Receipts as a sheet.
pub(super) fn receipts(
    view: &View<'_>,
    said: &Said<'_>,
    rows: &[ReceiptRow],
) -> Result<Sheet, Refusal> {
    let terminals = contacts::load(view)?.terminals;
    let word = |key: &str| said.words.say(key);
    let text = |key: &str| Column::new(word(key), Kind::Text);
    let columns = vec![
        Column::new(word("report-number"), Kind::Number),
        Column::new(word("report-day"), Kind::Day),
        Column::new(word("report-slip-at"), Kind::Moment),
        text("receipt-kind"),
        Column::new(word("report-amount"), Kind::Money),
        Column::new(word("report-tip"), Kind::Money),
        Column::new(word("report-total"), Kind::Money),
        text("field-terminal"),
        text("field-merchant_name"),
        text("field-merchant_no"),
        text("field-terminal_no"),
        text("field-operator"),
        text("field-issuer"),
        text("field-acquirer"),
        text("receipt-card"),
        text("field-batch"),
        text("field-trace"),
        text("field-auth"),
        text("field-reference"),
        text("field-note"),
        Column::new(word("report-files"), Kind::Number),
        Column::new(word("report-written-at"), Kind::Moment),
        text("report-written-by"),
    ];
    let line = |row: &ReceiptRow| {
        let one = &row.receipt;
        let tip = one.tip_fen.map(|tip| tip.0);
        let text = |text: &str| Cell::Text(text.to_owned());
        vec![
            Cell::Number(row.no.into()),
            Cell::Day(row.day),
            Cell::Moment(said.local(one.at)),
            Cell::Text(said.of("receipt-kind", &one.kind)),
            Cell::Money(one.amount_fen.0),
            Cell::money(tip),
            Cell::Money(one.amount_fen.0 + tip.unwrap_or(0)),
            Cell::Text(said.terminal(&terminals, &one.terminal)),
            text(&one.merchant_name),
            text(&one.merchant_no),
            text(&one.terminal_no),
            text(&one.operator),
            text(&one.issuer),
            text(&one.acquirer),
            Cell::text(one.card.as_ref().map(|card| card.as_str())),
            text(&one.batch),
            text(&one.trace),
            text(&one.auth),
            text(&one.reference),
            text(&one.note),
            Cell::Number(one.attachments.len() as i64),
            said.moment(&row.added_at),
            text(&row.added_by),
        ]
    };
    Ok(Sheet {
        name: word("report-receipts"),
        columns,
        rows: rows.iter().map(line).collect(),
    })
}

/// When an incident was resolved, and how long that took in minutes; `None` while it is not.
pub(super) fn resolved(
    view: &View<'_>,
    incident: &Incident,
) -> Result<Option<(String, i64)>, Refusal> {
    if incident.resolution.is_none() {
        return Ok(None);
    }
    let events = view.incident_events(&incident.id)?;
    let last = events
        .iter()
        .rev()
        .find(|event| matches!(event.fact, kaizhang_core::fact::Fact::IncidentResolved(_)));
    Ok(last.and_then(|event| {
        let took: TimeDelta = instant(&event.at)? - incident.opened_at;
        Some((event.at.clone(), took.num_minutes()))
    }))
}

/// Incidents as a sheet.
pub(super) fn incidents(
    view: &View<'_>,
    said: &Said<'_>,
    rows: &[Incident],
) -> Result<Sheet, Refusal> {
    let has = contacts::load(view)?;
    let word = |key: &str| said.words.say(key);
    let text = |key: &str| Column::new(word(key), Kind::Text);
    let columns = vec![
        Column::new(word("report-number"), Kind::Number),
        Column::new(word("report-day"), Kind::Day),
        Column::new(word("report-opened-at"), Kind::Moment),
        text("report-till"),
        text("field-terminal"),
        text("report-what"),
        text("incident-cause"),
        text("receipt-card"),
        Column::new(word("report-amount"), Kind::Money),
        text("report-state"),
        Column::new(word("report-resolved-at"), Kind::Moment),
        Column::new(word("report-fix-minutes"), Kind::Number),
        Column::new(word("report-loss"), Kind::Money),
        text("incident-resolve-how"),
        text("field-note"),
        text("report-written-by"),
    ];
    let mut lines = Vec::new();
    for one in rows {
        let resolved = resolved(view, one)?;
        let details = &one.details;
        let resolution = one.resolution.as_ref();
        let cause = details.cause.map(|cause| said.of("incident-cause", &cause));
        lines.push(vec![
            Cell::Number(one.no.into()),
            Cell::Day(one.day),
            Cell::Moment(said.local(one.opened_at)),
            Cell::Text(said.till(&shops::till_named(&has.shop, &details.till))),
            Cell::Text(said.terminal(&has.terminals, &details.terminal)),
            Cell::Text(said.about(details)),
            Cell::text(cause),
            Cell::text(details.card.as_ref().map(|card| card.as_str())),
            Cell::money(details.amount_fen.map(|fen| fen.0)),
            Cell::Text(said.of("incident-state", &one.state)),
            resolved
                .as_ref()
                .map_or(Cell::Empty, |(at, _)| said.moment(at)),
            resolved.map_or(Cell::Empty, |(_, took)| Cell::Number(took)),
            Cell::money(resolution.and_then(|one| one.loss_fen).map(|fen| fen.0)),
            Cell::text(resolution.map(|one| one.how.as_str())),
            Cell::Text(details.note.clone()),
            Cell::Text(one.opened_by.clone()),
        ]);
    }
    Ok(Sheet {
        name: word("report-incidents"),
        columns,
        rows: lines,
    })
}

/// The openings of these days, oldest first.
pub(super) fn openings_of(view: &View<'_>, wish: HistoryWish) -> Result<Vec<HistoryRow>, Refusal> {
    let mut rows = view.history(&HistoryWish { limit: ALL, ..wish })?;
    rows.reverse();
    Ok(rows)
}

/// What became of a day of history.
pub(super) fn state_of(row: &HistoryRow) -> DayState {
    let progress = if row.finish.is_some() {
        opening::State::Finished
    } else if row.begun {
        opening::State::InProgress
    } else {
        opening::State::Due
    };
    DayState::of(progress, row.late_min, row.settled, true)
}

/// Openings as a sheet.
pub(super) fn openings(
    view: &View<'_>,
    said: &Said<'_>,
    rows: &[HistoryRow],
) -> Result<Sheet, Refusal> {
    let shop = shops::shop(view)?;
    let word = |key: &str| said.words.say(key);
    let text = |key: &str| Column::new(word(key), Kind::Text);
    let columns = vec![
        Column::new(word("report-day"), Kind::Day),
        text("report-till"),
        text("report-state"),
        text("report-verdict"),
        text("lane-card"),
        text("lane-qr"),
        text("lane-cash"),
        Column::new(word("report-failures"), Kind::Number),
        text("report-failed-items"),
        Column::new(word("report-finished-at"), Kind::Moment),
        text("report-finished-by"),
        Column::new(word("report-late-minutes"), Kind::Number),
        text("field-note"),
    ];
    let line = |row: &HistoryRow| {
        let outcome = row.outcome.as_ref();
        let lane = |lane| {
            let verdict = outcome.and_then(|outcome| outcome.verdict.lane(lane));
            Cell::text(verdict.map(|one| said.of("lane-state", &one.state)))
        };
        let failed = outcome.map_or(&[][..], |outcome| &outcome.failed);
        let failed: Vec<_> = failed
            .iter()
            .map(|item| said.words.item_title(item))
            .collect();
        use kaizhang_core::shop::Lane;
        vec![
            Cell::Day(row.day),
            Cell::Text(said.till(&shops::till_named(&shop, &row.till))),
            Cell::Text(said.day_is(state_of(row))),
            Cell::text(outcome.map(|outcome| said.headline(&outcome.headline))),
            lane(Lane::Card),
            lane(Lane::Qr),
            lane(Lane::Cash),
            Cell::Number(failed.len() as i64),
            Cell::Text(said.words.list(&failed)),
            row.finish
                .as_ref()
                .map_or(Cell::Empty, |finish| said.moment(&finish.at)),
            Cell::text(row.finish.as_ref().map(|finish| finish.actor.as_str())),
            Cell::Number(row.late_min.into()),
            Cell::text(row.finish.as_ref().map(|finish| finish.note.as_str())),
        ]
    };
    Ok(Sheet {
        name: word("report-openings"),
        columns,
        rows: rows.iter().map(line).collect(),
    })
}

/// Every case whose notice came on these days, oldest first.
pub(super) fn disputes_of(
    view: &View<'_>,
    span: Span,
    now: DateTime<Utc>,
) -> Result<Vec<DisputeLine>, Refusal> {
    let wish = DisputeWish {
        from: span.from,
        to: span.to,
        limit: ALL,
        ..DisputeWish::default()
    };
    let mut rows = view.disputes(&wish)?;
    rows.sort_by_key(|one| one.no);
    dispute_page::lines(view, &rows, now)
}

/// Cases as a sheet.
pub(super) fn disputes(
    view: &View<'_>,
    said: &Said<'_>,
    span: Span,
    now: DateTime<Utc>,
) -> Result<Sheet, Refusal> {
    let rows = disputes_of(view, span, now)?;
    let mut table = tables::disputes(said, &rows);
    let word = |key: &str| said.words.say_or(key, key);
    let more = [
        ("report-dispute-notice-no", Kind::Text),
        ("report-dispute-sold-on", Kind::Day),
        ("receipt-card", Kind::Text),
        ("field-trace", Kind::Text),
        ("field-reference", Kind::Text),
        ("report-dispute-missing-pieces", Kind::Text),
        ("report-written-at", Kind::Moment),
        ("report-written-by", Kind::Text),
    ];
    let more = more.map(|(key, kind)| Column::new(word(key), kind));
    table.columns.extend(more);
    for (line, one) in table.rows.iter_mut().zip(&rows) {
        let details = &one.details;
        let missing = one.missing.iter().map(|piece| said.of("piece", piece));
        let missing: Vec<_> = missing.collect();
        line.extend([
            Cell::Text(details.notice_no.clone()),
            details.sold_on.map_or(Cell::Empty, Cell::Day),
            Cell::text(details.card.as_ref().map(|card| card.as_str())),
            Cell::Text(details.trace.clone()),
            Cell::Text(details.reference.clone()),
            Cell::Text(said.words.list(&missing)),
            said.moment(&one.opened_at),
            Cell::Text(one.opened_by.clone()),
        ]);
    }
    Ok(Sheet {
        name: word("report-disputes"),
        columns: table.columns,
        rows: table.rows,
    })
}
