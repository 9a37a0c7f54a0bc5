//! What of a fact is text that somebody wrote, and which earlier text it stands in place of.

use std::borrow::Cow;

use kaizhang_core::Fact;
use kaizhang_core::card::CardMask;
use kaizhang_core::codes::{OwnFrom, OwnText};
use kaizhang_core::contact::{Provider, Sourced, Terminal};
use kaizhang_core::dispute::{self, Link};
use kaizhang_core::fact::{FileAttached, ItemMarked, SaleLeftPending};
use kaizhang_core::incident::{Call, Details, Note};
use kaizhang_core::opening::Mark;
use kaizhang_core::receipt::Receipt;
use kaizhang_core::time::Day;
use kaizhang_core::value::Value;
use rusqlite::{Connection, OptionalExtension};

use crate::incidents;
use crate::log::LogError;
use crate::projection::Head;

/// A text on its way into the index.
#[derive(Default)]
pub(super) struct Written<'a> {
    pub(super) kind: &'static str,
    pub(super) record: Cow<'a, str>,
    pub(super) part: String,
    pub(super) day: Option<Day>,
    pub(super) till: String,
    pub(super) about: Vec<String>,
    pub(super) text: String,
}

/// The part whose earlier text does not hold any more once this is written; empty where none is replaced.
pub(super) fn replaced(fact: &Fact) -> String {
    match fact {
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
    }
}

/// A mark of an item is replaced by the next one of the same item on the same morning.
pub(super) fn part_of_mark(day: Day, till: &str, item: &str) -> String {
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

/// What a fact has of words, if it has any.
pub(super) fn written<'a>(
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
