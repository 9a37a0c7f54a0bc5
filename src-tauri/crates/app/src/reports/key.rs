//! The page for whoever is to know this shop's packs: the fingerprint of its key, how it is compared, and the keys before.

use kaizhang_core::key::Succession;
use kaizhang_report::{Block, Cell, Column, Kind, Square, Table, Tone};
use kaizhang_store::{Epoch, View};
use kaizhang_words::args;
use serde_json::Value;

use super::said::Said;
use super::slip::heading;
use crate::{Refusal, keys};

/// Signs that an eye compares at once.
const GROUP: usize = 8;

/// The blocks of the page, and what stands on top.
pub(super) fn page(view: &View<'_>, said: &Said<'_>) -> Result<(String, Vec<Block>), Refusal> {
    let epochs = view.epochs()?;
    let now = epochs
        .last()
        .ok_or_else(|| Refusal::new("key_missing", Value::Null))?;
    let fingerprint = keys::fingerprint(&now.public_key);
    let bare: Vec<char> = fingerprint.trim_start_matches("SHA256:").chars().collect();
    let groups: Vec<String> = bare
        .chunks(GROUP)
        .map(|group| group.iter().collect())
        .collect();
    let word = |key: &str| said.words.say(key);
    let mut blocks = vec![
        Block::Statement(Tone::Plain, word("report-key-statement")),
        Block::Square(Square {
            text: keys::line(&now.public_key),
            alt: said
                .words
                .say_with("report-key-alt", &args!["code" => fingerprint.as_str()]),
            code: format!("SHA256: {}", groups.join(" ")),
            words: word("report-key-words"),
        }),
        Block::Facts(vec![
            (
                word("report-key-line"),
                Cell::Text(keys::line(&now.public_key)),
            ),
            (word("report-key-from"), said.moment(&now.began_at)),
        ]),
        heading(said, "report-key-how"),
        Block::Paragraph(word("report-key-how-told")),
    ];
    if epochs.len() > 1 {
        blocks.push(heading(said, "keys-epochs"));
        blocks.push(Block::Table(table(said, &epochs)));
    }
    Ok((word("keys-fingerprint"), blocks))
}

/// Every key of the shop, the first one first.
pub(super) fn table(said: &Said<'_>, epochs: &[Epoch]) -> Table {
    let word = |key: &str| said.words.say(key);
    let how = |epoch: &Epoch| match epoch.before.as_ref().map(|before| before.how) {
        Some(Succession::Rotated) => Cell::Text(word("keys-epoch-rotated")),
        Some(Succession::KeyLost) => Cell::Sign(Tone::Warn, word("keys-epoch-lost")),
        None => Cell::Empty,
    };
    Table {
        columns: vec![
            Column::new(word("report-key-from"), Kind::Moment),
            Column::new(word("keys-fingerprint"), Kind::Text),
            Column::new(word("report-key-came"), Kind::Text),
        ],
        rows: epochs
            .iter()
            .map(|epoch| {
                let fingerprint = keys::fingerprint(&epoch.public_key);
                vec![
                    said.moment(&epoch.began_at),
                    Cell::Text(fingerprint),
                    how(epoch),
                ]
            })
            .collect(),
    }
}
