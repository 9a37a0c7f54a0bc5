//! `incident`: opened in one line, noted, settled, resolved, shown, listed.

use std::collections::BTreeMap;

use kaizhang_app::{App, Refusal};
use kaizhang_words::args;
use serde_json::{Value, json};

use super::attach::{Brought, attach_all};
use super::incident_page::Page;
use super::list::{self, Listing};
use crate::answer::Answer;
use crate::args::{Called, Incident, Span};
use crate::context::Context;
use crate::failure::Failure;
use crate::forms::Typed;
use crate::print::Paint;
use crate::view::{self, Contact, IncidentLine, IncidentPage};

/// Does what was asked for of incidents.
pub(super) fn incident(context: &Context, wish: Incident) -> Result<Answer, Failure> {
    match wish {
        Incident::Open { form, sale, attach } => open(context, form, sale, &attach),
        Incident::Note {
            incident,
            note: said,
            call,
            attach,
        } => note(context, &incident, said, call, &attach),
        Incident::Resolve {
            incident,
            note,
            loss,
            attach,
        } => {
            let app = context.open()?;
            let brought = attach_all(context, &app, &attach)?;
            let input = json!({
                "incident": incident, "how": note, "loss": loss, "proof": brought.ids,
            });
            let answer = app.call(&context.caller(), "resolve_incident", input)?;
            told(context, &app, answer, brought, |page| page.resolved())
        }
        Incident::Settle {
            incident,
            how,
            note,
            receipt,
            attach,
        } => {
            let form = json!({ "how": how, "note": note, "receipt": receipt });
            settle(context, &incident, form, &attach)
        }
        Incident::Show { incident } => {
            let app = context.open()?;
            let input = json!({ "incident": incident });
            let answer = app.call(&context.caller(), "show_incident", input)?;
            told(context, &app, answer, Brought::default(), |page| {
                page.whole()
            })
        }
        Incident::List { open, span } => all(context, open, &span),
    }
}

fn open(
    context: &Context,
    mut form: Typed,
    sale: Typed,
    attach: &[String],
) -> Result<Answer, Failure> {
    let app = context.open()?;
    let brought = attach_all(context, &app, attach)?;
    if let Some(till) = &context.global.till {
        form.insert("till".to_owned(), json!(till));
    }
    let mut input = json!({ "form": form, "attachments": brought.ids });
    // A form of the sale says that it is in doubt; without one the code and the symptom decide.
    if !sale.is_empty() {
        input["sale"] = Value::Object(sale);
    }
    let answer = app.call(&context.caller(), "open_incident", input)?;
    told(context, &app, answer, brought, |page| page.opened())
}

/// Words, a call and files are entries of their own, in this order: when the words are refused, nothing else
/// is in the timeline yet.
fn note(
    context: &Context,
    incident: &str,
    said: Option<String>,
    call: Option<Called>,
    attach: &[String],
) -> Result<Answer, Failure> {
    let app = context.open()?;
    let brought = attach_all(context, &app, attach)?;
    let mut notes = Vec::new();
    match call {
        Some(call) => notes.push(called(context, &app, incident, &call, said)?),
        None => notes.extend(said.map(|text| json!({ "kind": "said", "text": text }))),
    }
    if !brought.ids.is_empty() {
        notes.push(json!({ "kind": "attached", "attachments": brought.ids }));
    }
    let mut answer = Value::Null;
    for note in notes {
        let input = json!({ "incident": incident, "note": note });
        answer = app.call(&context.caller(), "note_incident", input)?;
    }
    told(context, &app, answer, brought, |page| page.noted())
}

/// A call. Where no number was typed it went to the one that the incident's own contact has.
fn called(
    context: &Context,
    app: &App,
    incident: &str,
    call: &Called,
    said: Option<String>,
) -> Result<Value, Failure> {
    let caller = context.caller();
    let page = app.call(&caller, "show_incident", json!({ "incident": incident }))?;
    let to_call: Option<Contact> = view::read(page["to_call"].clone())?;
    let typed = call.form.get("call_hotline").and_then(Value::as_str);
    let contact = match typed {
        None => to_call,
        Some(number) => {
            let contacts = app.call(&caller, "show_contacts", json!({}))?;
            let known: Vec<Contact> = view::read(contacts["providers"].clone())?;
            known.into_iter().find(|one| one.is_called_at(number))
        }
    };
    let usual = contact.as_ref().and_then(Contact::number);
    Ok(json!({
        "kind": "call",
        "provider": contact.as_ref().map_or("", |one| one.id.as_str()),
        "hotline": typed.or(usual).unwrap_or_default(),
        "answered_by": text(&call.form, "answered_by"),
        "ticket": text(&call.form, "ticket"),
        "waited_s": call.waited_min * 60,
        "lasted_s": (call.waited_min + call.talked_min) * 60,
        "said": said.unwrap_or_default(),
    }))
}

fn text<'a>(form: &'a Typed, field: &str) -> &'a str {
    form.get(field).and_then(Value::as_str).unwrap_or_default()
}

impl Contact {
    /// Its number for merchants.
    pub(super) fn number(&self) -> Option<&str> {
        self.hotline.as_ref().map(|hotline| hotline.value.as_str())
    }

    /// Blanks and dashes make no other number.
    fn is_called_at(&self, typed: &str) -> bool {
        let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
        self.number()
            .is_some_and(|number| digits(number) == digits(typed))
    }
}

/// Settles the sale that the incident left in doubt; the oldest, should there be several.
fn settle(
    context: &Context,
    incident: &str,
    mut form: Value,
    attach: &[String],
) -> Result<Answer, Failure> {
    let app = context.open()?;
    let page = app.call(
        &context.caller(),
        "show_incident",
        json!({ "incident": incident }),
    )?;
    let sales = page["sales"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let pending = sales.iter().find(|sale| sale["settled"].is_null());
    let Some(sale) = pending else {
        return Err(match sales {
            [] => Refusal::with("sale_unknown", "sale", incident),
            _ => Refusal {
                code: "sale_already_settled".to_owned(),
                params: BTreeMap::new(),
            },
        }
        .into());
    };
    let brought = attach_all(context, &app, attach)?;
    form["attachments"] = json!(brought.ids);
    let input = json!({ "sale": sale["id"], "form": form });
    let answer = app.call(&context.caller(), "settle_sale", input)?;
    told(context, &app, answer, brought, |page| page.settled())
}

/// The incident as JSON, or as this part of its page tells it.
fn told(
    context: &Context,
    app: &App,
    answer: Value,
    brought: Brought,
    part: fn(&Page<'_>) -> Vec<String>,
) -> Result<Answer, Failure> {
    if context.json() {
        return Answer::json(&answer);
    }
    let shop = app.call(&context.caller(), "show_shop", json!({}))?;
    let page: IncidentPage = view::read(answer)?;
    let mut lines = brought.said;
    lines.extend(part(&Page {
        page: &page,
        zone: view::zone_named(shop["zone"].as_str().unwrap_or_default()),
        words: context.words(),
        paint: Paint::for_stdout(),
    }));
    Ok(Answer::text(lines.join("\n")))
}

fn all(context: &Context, open: bool, span: &Span) -> Result<Answer, Failure> {
    let listing = Listing {
        command: "list_incidents",
        rows: "incidents",
        cursor: "no",
        page: list::PAGE,
    };
    let till = context.global.till.as_deref();
    let of_till = |row: &Value| till.is_none_or(|till| row["details"]["till"] == till);
    let (rows, more) = list::gather(context, &listing, json!({ "open": open }), span, of_till)?;
    if context.json() {
        return Answer::json(&rows);
    }
    let words = context.words();
    if rows.is_empty() {
        return Ok(Answer::text(if open {
            words.say("cli-incidents-none-open")
        } else {
            words.say("cli-incidents-none")
        }));
    }
    let incidents: Vec<IncidentLine> = view::read(Value::Array(rows))?;
    let zone = view::zone_named(
        context.call("show_shop", json!({}))?["zone"]
            .as_str()
            .unwrap_or_default(),
    );
    let mut table = vec![vec![
        words.say("cli-list-number"),
        words.say("field-at"),
        words.say("cli-history-state"),
        words.say("field-amount"),
        words.say("cli-list-what"),
    ]];
    for one in &incidents {
        table.push(vec![
            one.no.to_string(),
            words.day_and_time(one.opened_at, zone),
            one.state_said(words),
            one.details
                .amount_fen
                .map(|fen| words.money(fen))
                .unwrap_or_default(),
            one.summary(words),
        ]);
    }
    let mut lines = list::table(&table, Paint::for_stdout());
    if more {
        lines.push(words.say("cli-list-more"));
    }
    let count = args!["count" => incidents.iter().filter(|one| one.pending).count()];
    if incidents.iter().any(|one| one.pending) {
        lines.push(words.say_with("cli-incidents-pending", &count));
    }
    Ok(Answer::text(lines.join("\n")))
}
