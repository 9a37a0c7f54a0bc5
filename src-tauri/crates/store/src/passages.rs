//! What people wrote, passage by passage, and the index by which it is found.
//!
//! Every wording that was ever written is found, for an old one is evidence too; it says that it was replaced. A mark
//! without words that found everything in order leaves no row, so that the usual mark costs next to nothing here.

use std::borrow::Cow;

use chrono::Datelike;
use kaizhang_core::Fact;
use kaizhang_core::card::CardMask;
use kaizhang_core::codes::{OwnFrom, OwnText};
use kaizhang_core::contact::{Provider, Sourced, Terminal};
use kaizhang_core::dispute::{self, Link};
use kaizhang_core::fact::{FileAttached, ItemMarked, MarkWithdrawn, SaleLeftPending};
use kaizhang_core::incident::{Call, Details, Note};
use kaizhang_core::opening::Mark;
use kaizhang_core::receipt::Receipt;
use kaizhang_core::search::{self, Query, Range, Token};
use kaizhang_core::time::Day;
use kaizhang_core::value::Value;
use rusqlite::{Connection, OptionalExtension, params};

use crate::belongings::Belonging;
use crate::log::LogError;
use crate::projection::Head;
use crate::view::{View, parse_day};
use crate::{StoreError, incidents};

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

/// A text on its way into the index.
#[derive(Default)]
struct Written<'a> {
    kind: &'static str,
    record: Cow<'a, str>,
    part: String,
    day: Option<Day>,
    till: String,
    about: Vec<String>,
    text: String,
}

/// Places of one day.
const A_DAY: i64 = 1 << 20;

fn first_of(day: Day) -> i64 {
    i64::from(day.num_days_from_ce()) * A_DAY
}

/// Brings the index up to date with one fact.
pub(crate) fn apply(connection: &Connection, head: &Head<'_>, fact: &Fact) -> Result<(), LogError> {
    let replaced = match fact {
        Fact::MarkWithdrawn(withdrawn) => return withdraw(connection, withdrawn),
        Fact::ItemMarked(mark) => part_of_mark(mark.day, &mark.till, &mark.item),
        Fact::IncidentAmended(amended) => amended.incident.clone(),
        Fact::IncidentReopened(reopened) => end_of(&reopened.incident),
        Fact::SaleAmended(amended) => amended.id.clone(),
        Fact::SaleReopened(reopened) => end_of(&reopened.sale),
        Fact::ReceiptAmended(amended) => amended.id.clone(),
        Fact::DisputeAmended(amended) => amended.dispute.clone(),
        Fact::DisputeReopened(reopened) => end_of(&reopened.dispute),
        Fact::ProviderPut(one) => part_of("provider", &one.id),
        Fact::TerminalPut(one) => part_of("terminal", &one.id),
        Fact::StaffPut(one) => part_of("staff", &one.id),
        Fact::CodeTextPut(text) => part_of("code_text", &code_text_id(text)),
        _ => String::new(),
    };
    replace(connection, &replaced)?;
    match written(connection, head, fact)? {
        // Even without a word an item that failed is found by its title.
        Some(written) if !written.text.is_empty() || !written.about.is_empty() => {
            keep(connection, head, &written)
        }
        _ => Ok(()),
    }
}

/// A mark of an item is replaced by the next one of the same item on the same morning.
fn part_of_mark(day: Day, till: &str, item: &str) -> String {
    format!("{day} {till} {item}")
}

/// What is put whole each time is replaced by the next that has its id.
fn part_of(kind: &str, id: &str) -> String {
    format!("{kind} {id}")
}

/// How an incident, a sale or a case ended holds until it is open again.
fn end_of(id: &str) -> String {
    format!("{id} end")
}

/// What tells the shop's own texts for codes apart.
fn code_text_id(text: &OwnText) -> String {
    let from = match text.from {
        OwnFrom::Owner => "owner",
        OwnFrom::Acquirer => "acquirer",
    };
    let provider = text.provider.as_deref().unwrap_or("any");
    format!("{}-{from}-{provider}", text.code)
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

/// What a fact has of words, if it has any.
fn written<'a>(
    connection: &Connection,
    head: &Head<'a>,
    fact: &'a Fact,
) -> Result<Option<Written<'a>>, LogError> {
    let noted = |incident: &'a str, text: String| -> Result<Option<Written<'a>>, LogError> {
        Ok(Some(Written {
            kind: "incident_note",
            record: incident.into(),
            till: till_of(connection, incident)?,
            text,
            ..Written::default()
        }))
    };
    let found_out = |sale: &'a str, text: &str| -> Result<Option<Written<'a>>, LogError> {
        let incident = incidents::incident_of(connection, sale)?;
        Ok(Some(Written {
            kind: "sale",
            till: till_of(connection, &incident)?,
            record: incident.into(),
            text: text.to_owned(),
            ..Written::default()
        }))
    };
    let ended = |written: Option<Written<'a>>, id: &str| {
        written.map(|written| Written {
            part: end_of(id),
            ..written
        })
    };
    Ok(match fact {
        Fact::ItemMarked(mark) => marked(head, mark),
        Fact::OpeningFinished(finished) => Some(Written {
            kind: "finish",
            record: head.id.into(),
            day: Some(finished.day),
            till: finished.till.clone(),
            text: finished.note.clone(),
            ..Written::default()
        }),
        Fact::DaysPlanned(planned) => Some(Written {
            kind: "day_note",
            record: head.id.into(),
            day: Some(planned.from),
            text: planned.note.clone(),
            ..Written::default()
        }),
        Fact::FileAttached(file) => attached(head, file),
        Fact::IncidentOpened(opened) => Some(Written {
            day: Some(opened.day),
            ..of_incident(head.id, &opened.details)
        }),
        Fact::IncidentAmended(amended) => Some(of_incident(&amended.incident, &amended.details)),
        Fact::IncidentNoted(one) => match &one.note {
            Note::Said { text } => noted(&one.incident, text.clone())?,
            Note::Call(call) => noted(&one.incident, of_call(call))?,
            Note::Step { .. } | Note::Attached { .. } => None,
        },
        Fact::IncidentAssigned(one) => noted(&one.incident, one.owner.clone())?,
        Fact::IncidentResolved(one) => ended(
            noted(&one.incident, one.resolution.how.clone())?,
            &one.incident,
        ),
        Fact::IncidentReopened(one) => noted(&one.incident, one.why.clone())?,
        Fact::SaleLeftPending(sale) => Some(of_sale(head.id, sale)),
        Fact::SaleAmended(amended) => Some(of_sale(&amended.id, &amended.sale)),
        Fact::SaleSettled(one) => ended(found_out(&one.sale, &one.note)?, &one.sale),
        Fact::SaleReopened(one) => found_out(&one.sale, &one.why)?,
        Fact::ReceiptAdded(added) => Some(of_receipt(head.id, added.day, &added.receipt)),
        Fact::ReceiptAmended(one) => Some(of_receipt(&one.id, one.day, &one.receipt)),
        Fact::DisputeOpened(opened) => Some(of_dispute(head.id, &opened.details)),
        Fact::DisputeAmended(one) => Some(of_dispute(&one.dispute, &one.details)),
        Fact::DisputeLinked(one) => match &one.link {
            Link::NotNeeded { why, .. } => Some(noted_in_dispute(&one.dispute, why.clone())),
            _ => None,
        },
        Fact::DisputeUnlinked(one) => Some(noted_in_dispute(&one.dispute, one.why.clone())),
        Fact::DisputeSubmitted(one) => {
            let sent = &one.submission;
            Some(noted_in_dispute(
                &one.dispute,
                lines(&[&sent.note, &sent.way]),
            ))
        }
        Fact::DisputeClosed(one) => ended(
            Some(noted_in_dispute(&one.dispute, one.ending.note.clone())),
            &one.dispute,
        ),
        Fact::DisputeReopened(one) => Some(noted_in_dispute(&one.dispute, one.why.clone())),
        Fact::ProviderPut(one) => Some(put("provider", &one.id, of_provider(one))),
        Fact::TerminalPut(one) => Some(put("terminal", &one.id, of_terminal(one))),
        Fact::StaffPut(one) => Some(put("staff", &one.id, one.name.clone())),
        Fact::CodeTextPut(text) => of_code_text(text),
        _ => None,
    })
}

fn marked<'a>(head: &Head<'a>, mark: &ItemMarked) -> Option<Written<'a>> {
    let typed = match &mark.value {
        Some(Value::Text(text)) => text.as_str(),
        _ => "",
    };
    if mark.note.is_empty() && typed.is_empty() && mark.result != Mark::Fail {
        return None;
    }
    Some(Written {
        kind: "mark",
        record: head.id.into(),
        part: part_of_mark(mark.day, &mark.till, &mark.item),
        day: Some(mark.day),
        till: mark.till.clone(),
        about: vec![format!("i:{}", mark.item)],
        text: lines(&[&mark.note, typed]),
    })
}

fn attached<'a>(head: &Head<'a>, file: &FileAttached) -> Option<Written<'a>> {
    // A copy with parts blacked out bears the name of its original.
    file.redacts.is_none().then(|| Written {
        kind: "file",
        record: head.id.into(),
        text: file.name.clone(),
        ..Written::default()
    })
}

fn of_incident<'a>(id: &'a str, details: &Details) -> Written<'a> {
    let about = [
        ("i", &details.item),
        ("c", &details.code),
        ("s", &details.symptom),
    ];
    let about = about.into_iter().filter(|(_, id)| !id.is_empty());
    let amount = details
        .amount_fen
        .map_or(String::new(), |fen| fen.to_major());
    let card = details.card.as_ref().map_or("", CardMask::as_str);
    Written {
        kind: "incident",
        record: id.into(),
        part: id.to_owned(),
        till: details.till.clone(),
        about: about.map(|(kind, id)| format!("{kind}:{id}")).collect(),
        text: lines(&[&details.note, &details.screen, &details.code, &amount, card]),
        ..Written::default()
    }
}

fn of_call(call: &Call) -> String {
    lines(&[&call.said, &call.answered_by, &call.ticket, &call.hotline])
}

fn of_sale<'a>(id: &str, sale: &'a SaleLeftPending) -> Written<'a> {
    let amount = sale.amount_fen.map_or(String::new(), |fen| fen.to_major());
    let card = sale.card.as_ref().map_or("", CardMask::as_str);
    Written {
        kind: "sale",
        record: sale.incident.as_str().into(),
        part: id.to_owned(),
        day: Some(sale.day),
        till: sale.till.clone(),
        text: lines(&[
            &sale.note,
            &sale.trace,
            &sale.reference,
            &amount,
            card,
            &sale.code,
        ]),
        ..Written::default()
    }
}

fn of_receipt<'a>(id: &'a str, day: Day, receipt: &Receipt) -> Written<'a> {
    let amount = receipt.amount_fen.to_major();
    let card = receipt.card.as_ref().map_or("", CardMask::as_str);
    Written {
        kind: "receipt",
        record: id.into(),
        part: id.to_owned(),
        day: Some(day),
        text: lines(&[
            &receipt.note,
            &receipt.merchant_name,
            &amount,
            card,
            &receipt.trace,
            &receipt.reference,
            &receipt.auth,
            &receipt.batch,
            &receipt.issuer,
            &receipt.acquirer,
            &receipt.operator,
            &receipt.merchant_no,
            &receipt.terminal_no,
        ]),
        ..Written::default()
    }
}

fn of_dispute<'a>(id: &'a str, details: &dispute::Details) -> Written<'a> {
    let amount = details
        .amount_fen
        .map_or(String::new(), |fen| fen.to_major());
    let card = details.card.as_ref().map_or("", CardMask::as_str);
    Written {
        kind: "dispute",
        record: id.into(),
        part: id.to_owned(),
        text: lines(&[
            &details.said,
            &details.story,
            &details.channel,
            &details.notice_no,
            &details.reference,
            &details.trace,
            &amount,
            card,
        ]),
        ..Written::default()
    }
}

fn noted_in_dispute(id: &str, text: String) -> Written<'_> {
    Written {
        kind: "dispute_note",
        record: id.into(),
        text,
        ..Written::default()
    }
}

fn put<'a>(kind: &'static str, id: &'a str, text: String) -> Written<'a> {
    Written {
        kind,
        record: id.into(),
        part: part_of(kind, id),
        text,
        ..Written::default()
    }
}

fn of_provider(one: &Provider) -> String {
    let said = |sourced: &Option<Sourced>| {
        let value = sourced.as_ref().map(|sourced| sourced.value.clone());
        value.unwrap_or_default()
    };
    let licence = one
        .licence
        .as_ref()
        .map(|licence| lines(&[&licence.holder, &licence.number, &licence.business]));
    lines(&[
        &one.name,
        &one.note,
        &said(&one.hotline),
        &said(&one.site),
        &said(&one.branch),
        &one.merchant_no,
        &licence.unwrap_or_default(),
    ])
}

fn of_terminal(one: &Terminal) -> String {
    lines(&[
        &one.name,
        &one.terminal_no,
        &one.model,
        &one.serial_no,
        &one.lights,
        &one.software,
        &one.address,
    ])
}

/// A text that was taken away has no words left.
fn of_code_text(text: &OwnText) -> Option<Written<'_>> {
    let id = code_text_id(text);
    let said = lines(&[&text.meaning, &text.advice]);
    (!said.is_empty()).then(|| Written {
        kind: "code_text",
        part: part_of("code_text", &id),
        record: id.into(),
        about: vec![format!("c:{}", text.code)],
        text: lines(&[&text.code, &said]),
        ..Written::default()
    })
}

/// The till at which an incident was opened, which no amendment changes.
fn till_of(connection: &Connection, incident: &str) -> Result<String, LogError> {
    let till = connection
        .prepare_cached(
            "SELECT json ->> '$.till' FROM incident_event WHERE incident = ?1 ORDER BY epoch, seq LIMIT 1",
        )?
        .query_row([incident], |row| row.get::<_, Option<String>>(0))
        .optional()?;
    Ok(till.flatten().unwrap_or_default())
}

fn lines(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join("\n")
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
