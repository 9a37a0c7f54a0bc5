//! Incidents and receipts as the tables of a page: fewer columns than a sheet, words instead of codes.

use kaizhang_core::contact::Terminal;
use kaizhang_core::incident::{Incident, State};
use kaizhang_core::shop::Shop;
use kaizhang_report::{Cell, Column, Kind, Table, Tone};
use kaizhang_store::{Attachment, ReceiptRow, View};

use super::room::Room;
use super::said::Said;
use super::{lists, tills};
use crate::dispute_page::DisputeLine;
use crate::{Refusal, shops};

/// The column of the till, after number and moment.
const TILL_AT: usize = 2;

/// Incidents: number, when, what, state, how long it took; with the till where `shop` has several.
pub(super) fn incidents(
    view: &View<'_>,
    said: &Said<'_>,
    rows: &[Incident],
    shop: Option<&Shop>,
    room: &Room,
) -> Result<Table, Refusal> {
    let word = |key: &str| said.words.say_or(key, key);
    let mut columns = vec![
        Column::new(word("report-number"), Kind::Number),
        Column::new(word("report-opened-at"), Kind::Moment),
        Column::new(word("report-what"), Kind::Text),
        Column::new(word("report-state"), Kind::Text),
        Column::new(word("report-fix"), Kind::Text),
    ];
    let seen = rows.iter().map(|one| one.details.till.as_str());
    let shop = shop.filter(|shop| tills::told_apart(shop, seen));
    if shop.is_some() {
        columns.insert(TILL_AT, Column::new(word("report-till"), Kind::Text));
    }
    let mut lines = Vec::new();
    for one in rows {
        let took = lists::resolved(view, one)?.map(|(_, minutes)| said.span(minutes));
        let mut line = vec![
            Cell::Number(one.no.into()),
            Cell::Moment(said.local(one.opened_at)),
            Cell::Text(room.of(&said.about(&one.details))),
            Cell::Sign(state_tone(one.state), said.of("incident-state", &one.state)),
            Cell::text(took),
        ];
        if let Some(shop) = shop {
            let till = said.till(&shops::till_named(shop, &one.details.till));
            line.insert(TILL_AT, Cell::Text(till));
        }
        lines.push(line);
    }
    Ok(Table {
        columns,
        rows: lines,
    })
}

pub(super) fn state_tone(state: State) -> Tone {
    match state {
        State::Open => Tone::Bad,
        State::Waiting => Tone::Warn,
        State::Resolved => Tone::Good,
    }
}

/// Receipts: what finds the same sale in a bank's books; with the till of its terminal where `shop` has several.
pub(super) fn receipts(
    said: &Said<'_>,
    rows: &[ReceiptRow],
    shop: Option<&Shop>,
    terminals: &[Terminal],
) -> Table {
    let word = |key: &str| said.words.say_or(key, key);
    let mut columns = vec![
        Column::new(word("report-number"), Kind::Number),
        Column::new(word("report-slip-at"), Kind::Moment),
        Column::new(word("receipt-kind"), Kind::Text),
        Column::new(word("report-total"), Kind::Money),
        Column::new(word("receipt-card"), Kind::Text),
        Column::new(word("field-trace"), Kind::Text),
        Column::new(word("field-reference"), Kind::Text),
    ];
    let till_of = |row: &ReceiptRow| {
        let terminal = terminals
            .iter()
            .find(|one| one.id == row.receipt.terminal)?;
        (!terminal.till.is_empty()).then_some(terminal.till.as_str())
    };
    let seen = rows.iter().filter_map(till_of);
    let shop = shop.filter(|shop| tills::told_apart(shop, seen));
    if shop.is_some() {
        columns.insert(TILL_AT, Column::new(word("report-till"), Kind::Text));
    }
    let line = |row: &ReceiptRow| {
        let one = &row.receipt;
        let mut line = vec![
            Cell::Number(row.no.into()),
            Cell::Moment(said.local(one.at)),
            Cell::Text(said.of("receipt-kind", &one.kind)),
            Cell::Money(one.amount_fen.0 + one.tip_fen.map_or(0, |tip| tip.0)),
            Cell::text(one.card.as_ref().map(|card| card.as_str())),
            Cell::Text(one.trace.clone()),
            Cell::Text(one.reference.clone()),
        ];
        if let Some(shop) = shop {
            let till = till_of(row).map(|till| said.till(&shops::till_named(shop, till)));
            line.insert(TILL_AT, Cell::text(till));
        }
        line
    };
    Table {
        columns,
        rows: rows.iter().map(line).collect(),
    }
}

/// What one slip says, as far as it says anything.
pub(super) fn receipt_facts(
    said: &Said<'_>,
    terminals: &[Terminal],
    row: &ReceiptRow,
) -> Vec<(String, Cell)> {
    let one = &row.receipt;
    let tip = one.tip_fen.map(|tip| said.words.money(tip.0));
    let card = one.card.as_ref().map(|card| card.as_str().to_owned());
    let by = [said.moment(&row.added_at).shown(), row.added_by.clone()].join(" · ");
    let rows = [
        ("report-number", row.no.to_string()),
        ("receipt-kind", said.of("receipt-kind", &one.kind)),
        ("report-slip-at", Cell::Moment(said.local(one.at)).shown()),
        ("report-amount-said", said.words.money(one.amount_fen.0)),
        ("report-tip-said", tip.unwrap_or_default()),
        ("receipt-card", card.unwrap_or_default()),
        ("field-merchant_name", one.merchant_name.clone()),
        ("field-merchant_no", one.merchant_no.clone()),
        ("field-terminal", said.terminal(terminals, &one.terminal)),
        ("field-terminal_no", one.terminal_no.clone()),
        ("field-operator", one.operator.clone()),
        ("field-issuer", one.issuer.clone()),
        ("field-acquirer", one.acquirer.clone()),
        ("field-batch", one.batch.clone()),
        ("field-trace", one.trace.clone()),
        ("field-auth", one.auth.clone()),
        ("field-reference", one.reference.clone()),
        ("field-note", one.note.clone()),
        ("report-written-at", by),
    ];
    let known = rows.into_iter().filter(|(_, value)| !value.is_empty());
    known
        .map(|(key, value)| (said.words.say_or(key, key), Cell::Text(value)))
        .collect()
}

/// Cases: number, from whom, what kind, where it stands, until when.
pub(super) fn disputes(said: &Said<'_>, rows: &[DisputeLine]) -> Table {
    let word = |key: &str| said.words.say_or(key, key);
    let columns = vec![
        Column::new(word("report-number"), Kind::Number),
        Column::new(word("report-dispute-notice-on"), Kind::Day),
        Column::new(word("report-dispute-kind"), Kind::Text),
        Column::new(word("report-dispute-from"), Kind::Text),
        Column::new(word("report-amount"), Kind::Money),
        Column::new(word("report-state"), Kind::Text),
        Column::new(word("report-dispute-reply-by"), Kind::Day),
    ];
    let line = |one: &DisputeLine| {
        vec![
            Cell::Number(one.no.into()),
            Cell::Day(one.notice_on),
            Cell::Text(said.of("dispute-kind", &one.kind)),
            Cell::Text(one.from.clone()),
            Cell::money(one.amount_fen.map(|fen| fen.0)),
            Cell::Text(said.of("dispute-state", &one.state)),
            one.reply_by.map_or(Cell::Empty, Cell::Day),
        ]
    };
    Table {
        columns,
        rows: rows.iter().map(line).collect(),
    }
}

/// Files: name, size, when they came, and the SHA-256 that anybody can compute again.
pub(super) fn files(said: &Said<'_>, files: &[Attachment]) -> Table {
    let word = |key: &str| said.words.say_or(key, key);
    let columns = vec![
        Column::new(word("report-file-name"), Kind::Text),
        Column::new(word("report-file-kib"), Kind::Number),
        Column::new(word("report-written-at"), Kind::Moment),
        Column::new(word("report-file-sha256"), Kind::Text),
    ];
    let line = |file: &Attachment| {
        vec![
            Cell::Text(file.name.clone()),
            Cell::Number(i64::try_from(file.bytes.div_ceil(1024)).unwrap_or(i64::MAX)),
            said.moment(&file.at),
            Cell::Text(in_two_lines(&file.sha256)),
        ]
    };
    Table {
        columns,
        rows: files.iter().map(line).collect(),
    }
}

/// A hash is longer than a column is wide.
fn in_two_lines(hash: &str) -> String {
    match hash.split_at_checked(hash.len() / 2) {
        Some((first, second)) => format!("{first}\n{second}"),
        None => hash.to_owned(),
    }
}
