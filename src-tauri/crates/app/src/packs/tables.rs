//! The lists of a pack as CSV: UTF-8 with its mark, so that any spreadsheet opens them as text of that.

use kaizhang_core::incident::{Incident, State};
use kaizhang_core::time::rfc3339;
use kaizhang_store::{Attachment, ReceiptRow};
use kaizhang_words::Words;

/// Columns by the keys of their words.
const RECEIPTS: [&str; 14] = [
    "pack-column-no",
    "pack-column-day",
    "pack-column-time",
    "pack-column-amount",
    "pack-column-card",
    "pack-column-merchant-name",
    "pack-column-merchant-no",
    "pack-column-terminal-no",
    "pack-column-issuer",
    "pack-column-batch",
    "pack-column-trace",
    "pack-column-auth",
    "pack-column-reference",
    "pack-column-note",
];
const INCIDENTS: [&str; 10] = [
    "pack-column-no",
    "pack-column-day",
    "pack-column-time",
    "pack-column-actor",
    "pack-column-symptom",
    "pack-column-code",
    "pack-column-amount",
    "pack-column-card",
    "pack-column-state",
    "pack-column-note",
];
const FILES: [&str; 5] = [
    "pack-column-file",
    "pack-column-name",
    "pack-column-hash",
    "pack-column-time",
    "pack-column-actor",
];

pub(super) fn receipts(words: &[Words; 2], rows: &[ReceiptRow]) -> Vec<u8> {
    let mut table = Table::new(words, &RECEIPTS);
    for row in rows {
        let receipt = &row.receipt;
        table.row(&[
            &row.no.to_string(),
            &row.day.to_string(),
            &rfc3339(receipt.at),
            &receipt.amount_fen.to_major(),
            receipt.card.as_ref().map_or("", |card| card.as_str()),
            &receipt.merchant_name,
            &receipt.merchant_no,
            &receipt.terminal_no,
            &receipt.issuer,
            &receipt.batch,
            &receipt.trace,
            &receipt.auth,
            &receipt.reference,
            &receipt.note,
        ]);
    }
    table.0
}

pub(super) fn incidents(words: &[Words; 2], rows: &[Incident]) -> Vec<u8> {
    let mut table = Table::new(words, &INCIDENTS);
    for row in rows {
        let details = &row.details;
        let state = match row.state {
            State::Open => "open",
            State::Waiting => "waiting",
            State::Resolved => "resolved",
        };
        table.row(&[
            &row.no.to_string(),
            &row.day.to_string(),
            &rfc3339(row.opened_at),
            &row.opened_by,
            &details.symptom,
            &details.code,
            &details
                .amount_fen
                .map(|fen| fen.to_major())
                .unwrap_or_default(),
            details.card.as_ref().map_or("", |card| card.as_str()),
            state,
            row.resolution.as_ref().map_or("", |one| one.how.as_str()),
        ]);
    }
    table.0
}

/// Which file of the pack is which: names in a pack are plain, the shop's own names stand here.
pub(super) fn files<'f>(
    words: &[Words; 2],
    rows: impl Iterator<Item = (String, &'f Attachment)>,
) -> Vec<u8> {
    let mut table = Table::new(words, &FILES);
    for (path, file) in rows {
        table.row(&[&path, &file.name, &file.sha256, &file.at, &file.actor]);
    }
    table.0
}

struct Table(Vec<u8>);

impl Table {
    fn new(words: &[Words; 2], columns: &[&str]) -> Table {
        let mut table = Table("\u{FEFF}".into());
        let titles: Vec<String> = columns
            .iter()
            .map(|key| format!("{} {}", words[0].say(key), words[1].say(key)))
            .collect();
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        table.row(&titles);
        table
    }

    /// One row, every cell in quotes (RFC 4180). What a spreadsheet would take for a formula begins with a quote mark.
    fn row(&mut self, cells: &[&str]) {
        let quoted = cells.iter().map(|cell| {
            let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            let guard = if formula { "'" } else { "" };
            format!("\"{guard}{}\"", cell.replace('"', "\"\""))
        });
        let line = quoted.collect::<Vec<_>>().join(",");
        self.0.extend(line.as_bytes());
        self.0.extend(b"\r\n");
    }
}
