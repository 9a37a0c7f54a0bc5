//! What people wrote, passage by passage, and the index by which it is found.
//!
//! Every wording that was ever written is found, for an old one is evidence too; it says that it was replaced. A mark
//! without words that found everything in order leaves no row, so that the usual mark costs next to nothing here.

use chrono::Datelike;
use kaizhang_core::Fact;
use kaizhang_core::fact::MarkWithdrawn;
use kaizhang_core::search::{self, Query, Range, Token};
use kaizhang_core::time::Day;
use rusqlite::{Connection, OptionalExtension, params};

use crate::StoreError;
use crate::belongings::Belonging;
use crate::log::LogError;
use crate::projection::Head;
use crate::view::{View, parse_day};

mod written;

use written::{Written, part_of_mark, replaced, written};

/// A passage that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// Its place in the order of days; the next page comes before it.
    pub place: i64,
    /// `mark`, `finish`, `day_note`, `incident`, `incident_note`, `sale`, `receipt`, `dispute`, `dispute_note`, `file`,
    /// `provider`, `terminal`, `staff` or `code_text`.
    pub kind: String,
    /// The id of what to open for it.
    pub record: String,
    /// The number of the incident, receipt or case.
    pub no: Option<u32>,
    /// The business day.
    pub day: Day,
    /// The till; empty where it belongs to none.
    pub till: String,
    /// RFC 3339 UTC: when it was written.
    pub at: String,
    /// Who wrote it.
    pub actor: String,
    /// `i:item`, `c:code`, `s:symptom`, parted by spaces.
    pub about: String,
    /// As it was written.
    pub text: String,
    /// It was written anew or taken back since.
    pub replaced: bool,
    /// What a file belongs to; `None` where it belongs to nothing, and for every other kind.
    pub belongs: Option<Belonging>,
    /// Where the words stand in it.
    pub hits: Vec<Range>,
}

/// Which passages are wanted, newest first.
#[derive(Debug, Clone)]
pub struct PassageWish {
    /// The words.
    pub query: Query,
    /// Of these kinds; of all when there is none.
    pub kinds: Vec<String>,
    /// Of this till or of none; of all when empty.
    pub till: String,
    /// Not before this business day.
    pub from: Option<Day>,
    /// Not after this business day.
    pub to: Option<Day>,
    /// Older than this place.
    pub before: Option<i64>,
    /// At most so many.
    pub limit: usize,
}

/// Places of one day.
const A_DAY: i64 = 1 << 20;

fn first_of(day: Day) -> i64 {
    i64::from(day.num_days_from_ce()) * A_DAY
}

/// Brings the index up to date with one fact.
pub(crate) fn apply(connection: &Connection, head: &Head<'_>, fact: &Fact) -> Result<(), LogError> {
    if let Fact::MarkWithdrawn(withdrawn) = fact {
        return withdraw(connection, withdrawn);
    }
    replace(connection, &replaced(fact))?;
    match written(connection, head, fact)? {
        // Even without a word an item that failed is found by its title.
        Some(written) if !written.text.is_empty() || !written.about.is_empty() => {
            keep(connection, head, &written)
        }
        _ => Ok(()),
    }
}

/// Taking a mark back brings the one before it to the front.
fn withdraw(connection: &Connection, withdrawn: &MarkWithdrawn) -> Result<(), LogError> {
    let part = part_of_mark(withdrawn.day, &withdrawn.till, &withdrawn.item);
    replace(connection, &part)?;
    let standing =
        "SELECT id FROM mark WHERE till = ?1 AND day = ?2 AND item = ?3 AND NOT withdrawn
         ORDER BY epoch DESC, seq DESC LIMIT 1";
    let standing: Option<String> = connection
        .prepare_cached(standing)?
        .query_row(
            params![withdrawn.till, withdrawn.day.to_string(), withdrawn.item],
            |row| row.get(0),
        )
        .optional()?;
    connection
        .prepare_cached(
            "UPDATE passage SET replaced = 0 WHERE part = ?1 AND part <> '' AND record = ?2",
        )?
        .execute(params![part, standing])?;
    Ok(())
}

fn replace(connection: &Connection, part: &str) -> Result<(), LogError> {
    if part.is_empty() {
        return Ok(());
    }
    connection
        .prepare_cached(
            "UPDATE passage SET replaced = 1 WHERE part = ?1 AND part <> '' AND NOT replaced",
        )?
        .execute([part])?;
    Ok(())
}

fn keep(connection: &Connection, head: &Head<'_>, written: &Written<'_>) -> Result<(), LogError> {
    let day = match written.day {
        Some(day) => day,
        None => parse_day(head.day)?,
    };
    let first = first_of(day);
    let last: Option<i64> = connection
        .prepare_cached("SELECT max(id) FROM passage WHERE id BETWEEN ?1 AND ?2")?
        .query_row([first, first + A_DAY - 1], |row| row.get(0))?;
    let id = last.map_or(first, |last| last + 1);
    let about = written.about.join(" ");
    connection
        .prepare_cached(
            "INSERT INTO passage (id, kind, record, part, day, till, at, actor, about, text, replaced)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0)",
        )?
        .execute(params![
            id,
            written.kind,
            written.record,
            written.part,
            day.to_string(),
            written.till,
            head.at,
            head.actor,
            about,
            written.text,
        ])?;
    let mut tokens: Vec<String> = search::tokens(&written.text).into_iter().collect();
    tokens.extend(written.about.iter().cloned());
    tokens.push(kind_token(written.kind));
    tokens.push(till_token(&written.till));
    connection
        .prepare_cached("INSERT INTO passage_words (rowid, tokens) VALUES (?1, ?2)")?
        .execute(params![id, tokens.join(" ")])?;
    Ok(())
}

fn kind_token(kind: &str) -> String {
    format!("k:{kind}")
}

fn till_token(till: &str) -> String {
    format!("t:{till}")
}

/// Empties the index; the passages are emptied like every other shadow.
pub(crate) fn empty(connection: &Connection) -> Result<(), LogError> {
    connection.execute(
        "INSERT INTO passage_words (passage_words) VALUES ('delete-all')",
        [],
    )?;
    Ok(())
}

/// The tokens of the index with the passages that have them, in order: what `fsck` compares.
pub(crate) fn index_rows(connection: &Connection) -> Result<Vec<(String, i64)>, LogError> {
    connection.execute(
        "CREATE VIRTUAL TABLE temp.passage_terms USING fts5vocab (main, passage_words, instance)",
        [],
    )?;
    let rows = connection
        .prepare("SELECT term, doc FROM temp.passage_terms ORDER BY term, doc")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    connection.execute("DROP TABLE temp.passage_terms", [])?;
    Ok(rows)
}

impl View<'_> {
    /// Passages in which every word is found, newest first.
    pub fn passages(&self, wish: &PassageWish) -> Result<Vec<Passage>, StoreError> {
        self.done("search", self.find_passages(wish))
    }

    fn find_passages(&self, wish: &PassageWish) -> Result<Vec<Passage>, LogError> {
        let first = wish.from.map_or(0, first_of);
        let day_end = wish.to.map_or(i64::MAX, |day| first_of(day) + A_DAY);
        let before = wish.before.unwrap_or(i64::MAX).min(day_end);
        // In the order of the index, and only as far as the limit asks.
        let mut statement = self.connection.prepare_cached(
            "SELECT passage.id, passage.kind, record,
                    coalesce((SELECT no FROM incident WHERE incident.id = record),
                             (SELECT no FROM receipt WHERE receipt.id = record),
                             (SELECT no FROM dispute WHERE dispute.id = record)),
                    day, till, at, actor, about, text, replaced
             FROM passage_words CROSS JOIN passage ON passage.id = passage_words.rowid
             WHERE passage_words MATCH ?1 AND passage_words.rowid >= ?2 AND passage_words.rowid < ?3
             ORDER BY passage_words.rowid DESC",
        )?;
        let mut rows = statement.query(params![expression(wish), first, before])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (text, about): (String, String) = (row.get(9)?, row.get(8)?);
            let Some(hits) = wish.query.find(&text, &about) else {
                continue;
            };
            let (kind, record): (String, String) = (row.get(1)?, row.get(2)?);
            found.push(Passage {
                place: row.get(0)?,
                belongs: match kind.as_str() {
                    "file" => self.belonging(&record)?,
                    _ => None,
                },
                kind,
                record,
                no: row.get(3)?,
                day: parse_day(&row.get::<_, String>(4)?)?,
                till: row.get(5)?,
                at: row.get(6)?,
                actor: row.get(7)?,
                about,
                text,
                replaced: row.get(10)?,
                hits,
            });
            if found.len() >= wish.limit {
                break;
            }
        }
        Ok(found)
    }
}

/// The wish as FTS5 reads it. Every token is quoted, and none holds a quote: they are made of letters and digits.
fn expression(wish: &PassageWish) -> String {
    let one = |token: &Token| {
        let text: String = token.text.chars().filter(|c| *c != '"').collect();
        let beginning = if token.beginning { " *" } else { "" };
        format!("\"{text}\"{beginning}")
    };
    let any = |of: Vec<String>| format!("({})", of.join(" OR "));
    let all = |of: &Vec<Token>| {
        let tokens: Vec<String> = of.iter().map(one).collect();
        format!("({})", tokens.join(" AND "))
    };
    let plain = |text: String| {
        one(&Token {
            text,
            beginning: false,
        })
    };
    let wanted = wish.query.wanted();
    let mut parts: Vec<String> = wanted
        .iter()
        .map(|ways| any(ways.iter().map(all).collect()))
        .collect();
    if !wish.kinds.is_empty() {
        parts.push(any(wish
            .kinds
            .iter()
            .map(|kind| plain(kind_token(kind)))
            .collect()));
    }
    if !wish.till.is_empty() {
        parts.push(any([wish.till.as_str(), ""]
            .map(|till| plain(till_token(till)))
            .to_vec()));
    }
    parts.join(" AND ")
}
