//! What happened in an incident, one line for each fact of the ledger.

use kaizhang_core::fact::Fact;
use kaizhang_core::incident::{Call, Details, Note, Resolution};
use kaizhang_report::{Cell, Column, Kind, Table};
use kaizhang_store::RecordEvent;
use kaizhang_words::args;

use super::said::Said;

/// The timeline: when, who, what.
pub(super) fn timeline(said: &Said<'_>, events: &[RecordEvent]) -> Table {
    let word = |key: &str| said.words.say_or(key, key);
    let columns = vec![
        Column::new(word("report-when"), Kind::Moment),
        Column::new(word("report-who"), Kind::Text),
        Column::new(word("report-happened"), Kind::Text),
    ];
    let line = |event: &RecordEvent| {
        let what = happened(said, &event.fact)?;
        Some(vec![
            said.moment(&event.at),
            Cell::Text(event.actor.clone()),
            Cell::Text(what),
        ])
    };
    Table {
        columns,
        rows: events.iter().filter_map(line).collect(),
    }
}

/// `None` for facts that say nothing of an incident.
fn happened(said: &Said<'_>, fact: &Fact) -> Option<String> {
    let words = said.words;
    let joined = |mut parts: Vec<String>| {
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    };
    Some(match fact {
        Fact::IncidentOpened(opened) => joined(vec![
            words.say("incident-event-opened"),
            details(said, &opened.details),
            files(said, opened.attachments.len()),
        ]),
        Fact::IncidentNoted(noted) => match &noted.note {
            Note::Step { step, answer } => step_taken(said, step, answer),
            Note::Said { text } => text.clone(),
            Note::Call(call) => joined(called(said, call)),
            Note::Attached { attachments } => files(said, attachments.len()),
        },
        Fact::IncidentAmended(amended) => joined(vec![
            words.say("incident-event-amended"),
            details(said, &amended.details),
        ]),
        Fact::IncidentAssigned(assigned) => {
            let to = if assigned.owner.is_empty() {
                words.say("incident-event-assigned-nobody")
            } else {
                let owner = args!["owner" => assigned.owner.as_str()];
                words.say_with("incident-event-assigned", &owner)
            };
            let waiting = assigned
                .waiting
                .then(|| words.say("incident-event-waiting"));
            let due = assigned.due.map(|day| {
                words.say_with("incident-due", &args!["day" => words.day_with_year(day)])
            });
            joined(vec![
                to,
                due.unwrap_or_default(),
                waiting.unwrap_or_default(),
            ])
        }
        Fact::IncidentResolved(resolved) => joined(vec![
            words.say("incident-event-resolved"),
            resolved.resolution.how.clone(),
            loss(said, &resolved.resolution),
            files(said, resolved.resolution.proof.len()),
        ]),
        Fact::IncidentReopened(reopened) => joined(vec![
            words.say("incident-event-reopened"),
            reopened.why.clone(),
        ]),
        Fact::SaleLeftPending(left) => match left.amount_fen {
            Some(fen) => {
                let amount = args!["amount" => words.money(fen.0)];
                words.say_with("incident-event-sale-pending", &amount)
            }
            None => words.say("incident-event-sale-pending-bare"),
        },
        Fact::SaleAmended(_) => words.say("incident-event-sale-amended"),
        Fact::SaleSettled(settled) => {
            let how = said.of("incident-sale", &settled.how);
            joined(vec![
                words.say_with("incident-event-sale-settled", &args!["how" => how]),
                settled.note.clone(),
                files(said, settled.attachments.len()),
            ])
        }
        Fact::SaleReopened(reopened) => joined(vec![
            words.say("incident-event-sale-reopened"),
            reopened.why.clone(),
        ]),
        _ => return None,
    })
}

fn step_taken(said: &Said<'_>, step: &str, answer: &str) -> String {
    let title = said.words.say_or(&format!("guide-{step}-title"), step);
    if answer.is_empty() {
        let looked = args!["step" => title];
        return said.words.say_with("incident-event-step-looked", &looked);
    }
    let answered = said
        .words
        .say_or(&format!("guide-{step}-answer-{answer}"), answer);
    said.words.say_with(
        "incident-event-step",
        &args!["step" => title, "answer" => answered],
    )
}

fn called(said: &Said<'_>, call: &Call) -> Vec<String> {
    let words = said.words;
    let minutes = |seconds: u32| i64::from(seconds.div_ceil(60));
    let mut parts = vec![if call.hotline.is_empty() {
        words.say("incident-event-call-bare")
    } else {
        let number = args!["number" => call.hotline.as_str()];
        words.say_with("incident-event-call", &number)
    }];
    if !call.answered_by.is_empty() {
        let who = args!["who" => call.answered_by.as_str()];
        parts.push(words.say_with("incident-event-answered", &who));
    }
    if !call.ticket.is_empty() {
        let ticket = args!["ticket" => call.ticket.as_str()];
        parts.push(words.say_with("incident-event-ticket", &ticket));
    }
    if call.waited_s > 0 {
        let waited = args!["minutes" => minutes(call.waited_s)];
        parts.push(words.say_with("incident-event-waited", &waited));
    }
    if call.lasted_s > 0 {
        let lasted = args!["minutes" => minutes(call.lasted_s)];
        parts.push(words.say_with("incident-event-lasted", &lasted));
    }
    parts.push(call.said.clone());
    parts
}

fn files(said: &Said<'_>, count: usize) -> String {
    if count == 0 {
        return String::new();
    }
    said.words
        .say_with("incident-event-attached", &args!["count" => count])
}

/// What it cost, in words.
pub(super) fn loss(said: &Said<'_>, resolution: &Resolution) -> String {
    match resolution.loss_fen {
        Some(fen) if fen.0 > 0 => {
            let amount = args!["amount" => said.words.money(fen.0)];
            said.words.say_with("incident-event-loss", &amount)
        }
        Some(_) => said.words.say("incident-event-no-loss"),
        None => String::new(),
    }
}

/// Everything that was known of it then, on one line.
fn details(said: &Said<'_>, details: &Details) -> String {
    let about = said.about(details);
    let mut parts = vec![about.clone(), said.money(details.amount_fen)];
    parts.extend(details.card.as_ref().map(|card| card.as_str().to_owned()));
    if details.note != about {
        parts.push(details.note.clone());
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}
