//! What the lists of incidents, receipts and cases have in common: which record is meant, which days and which words
//! are wanted, and what happened in one.

use kaizhang_core::Fact;
use kaizhang_core::time::Day;
use rusqlite::{Connection, params};

use crate::StoreError;
use crate::log::LogError;
use crate::projection::Head;
use crate::view::View;

/// One thing that happened in an incident or a case.
#[derive(Debug, Clone)]
pub struct RecordEvent {
    /// The id of its entry.
    pub id: String,
    /// RFC 3339 UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What.
    pub fact: Fact,
}

/// Holds for the row that `?1` means, by its id or its number.
pub(crate) const IS_MEANT: &str =
    "(id = ?1 OR no = CAST(?1 AS INTEGER) AND ?1 GLOB '[1-9]*' AND ?1 NOT GLOB '*[^0-9]*')";

/// Holds for a row whose words hold each of `?1`, which is what `words` gives.
pub(crate) const HOLDS_WORDS: &str =
    "NOT EXISTS (SELECT 1 FROM json_each(?1) AS word WHERE instr(words, word.value) = 0)";

/// Words to look for, as data, so that none can be anything but text.
pub(crate) fn words(words: &[String]) -> String {
    serde_json::Value::from(words).to_string()
}

/// The first and the last day as text that days on disk compare with; an open end lies beyond every day.
pub(crate) fn span(from: Option<Day>, to: Option<Day>) -> (String, String) {
    let text = |day: Day| day.to_string();
    (
        from.map(text).unwrap_or_default(),
        to.map_or_else(|| "~".to_owned(), text),
    )
}

/// Writes down what happened in one record; `insert` takes the record, the entry's place, id, time and person, and the
/// fact's kind and body.
pub(crate) fn happened(
    connection: &Connection,
    insert: &str,
    head: &Head<'_>,
    record: &str,
    fact: &Fact,
) -> Result<(), LogError> {
    let (seq, kind) = (head.seq as i64, fact.kind());
    let body = fact.body()?.to_string();
    connection.prepare_cached(insert)?.execute(params![
        record, head.epoch, seq, head.id, head.at, head.actor, kind, body
    ])?;
    Ok(())
}

impl View<'_> {
    /// What happened in one record, oldest first; `sql` reads id, time, who, kind and body.
    pub(crate) fn events(
        &self,
        operation: &str,
        sql: &str,
        record: &str,
    ) -> Result<Vec<RecordEvent>, StoreError> {
        let query = || -> Result<Vec<RecordEvent>, LogError> {
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query([record])?;
            let mut events = Vec::new();
            while let Some(row) = rows.next()? {
                let kind: String = row.get(3)?;
                let body = serde_json::value::RawValue::from_string(row.get(4)?)?;
                // A kind that this version does not know casts no shadow here.
                let Some(fact) = Fact::read(&kind, &body)? else {
                    continue;
                };
                events.push(RecordEvent {
                    id: row.get(0)?,
                    at: row.get(1)?,
                    actor: row.get(2)?,
                    fact,
                });
            }
            Ok(events)
        };
        self.done(operation, query())
    }
}

#[cfg(test)]
#[path = "lists_tests.rs"]
mod tests;
