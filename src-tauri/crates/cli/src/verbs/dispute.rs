//! `dispute`: a case opened, amended, filled, sent, ended, shown, listed.

use kaizhang_app::{App, Refusal};
use kaizhang_words::{Words, args};
use serde_json::{Value, json};

use super::attach::{Brought, attach_all};
use super::dispute_page;
use super::list::{self, Listing};
use crate::answer::Answer;
use crate::args::{Dispute, DisputeLinks, Linked, Span};
use crate::context::Context;
use crate::failure::Failure;
use crate::forms::Typed;
use crate::print::{Paint, plain};
use crate::view::{self, DisputeLine, DisputePage};

/// Does what was asked for of cases.
pub(super) fn dispute(context: &Context, wish: Dispute) -> Result<Answer, Failure> {
    match wish {
        Dispute::Open {
            form,
            links,
            attach,
        } => open(context, &form, &links, &attach),
        Dispute::Amend {
            dispute,
            form,
            attach,
            remove,
        } => amend(context, &dispute, &form, &attach, &remove),
        Dispute::Link { dispute, links } => link(context, &dispute, &links),
        Dispute::Unlink {
            dispute,
            linked,
            note,
        } => unlink(context, &dispute, &linked, note),
        Dispute::Submit { dispute, form } => {
            let input = json!({ "dispute": dispute, "form": form });
            changed(context, "submit_dispute", input, "cli-dispute-submitted")
        }
        Dispute::Close {
            dispute,
            outcome,
            note,
        } => {
            let input = json!({ "dispute": dispute, "outcome": outcome, "note": note });
            changed(context, "close_dispute", input, "cli-dispute-closed")
        }
        Dispute::Reopen { dispute, note } => {
            let input = json!({ "dispute": dispute, "why": note });
            changed(context, "reopen_dispute", input, "cli-dispute-reopened")
        }
        Dispute::Show { dispute } => {
            let input = json!({ "dispute": dispute });
            changed(context, "show_dispute", input, "cli-dispute-title")
        }
        Dispute::List { words, open, span } => all(context, &words, open, &span),
    }
}

/// One command, and the case as it is afterwards under a heading of its own.
fn changed(
    context: &Context,
    command: &str,
    input: Value,
    heading: &str,
) -> Result<Answer, Failure> {
    let answer = context.call(command, input)?;
    told(context, answer, Brought::default(), heading)
}

fn open(
    context: &Context,
    form: &Typed,
    links: &DisputeLinks,
    attach: &[String],
) -> Result<Answer, Failure> {
    let app = context.open()?;
    let brought = attach_all(context, &app, attach)?;
    let input = json!({ "form": form, "notice": brought.ids, "links": wishes(context, links) });
    let answer = app.call(&context.caller(), "open_dispute", input)?;
    drop(app);
    told(context, answer, brought, "cli-dispute-opened")
}

/// Writes what is known anew. What is removed from the notice stays in the records and in the timeline.
fn amend(
    context: &Context,
    dispute: &str,
    form: &Typed,
    attach: &[String],
    remove: &[String],
) -> Result<Answer, Failure> {
    let app = context.open()?;
    let shown = app.call(
        &context.caller(),
        "show_dispute",
        json!({ "dispute": dispute }),
    )?;
    let mut notice = shown["notice"].as_array().cloned().unwrap_or_default();
    for which in remove {
        let before = notice.len();
        notice.retain(|file| !is_file(file, which));
        if notice.len() == before {
            return Err(Refusal::with("attachment_unknown", "id", which.as_str()).into());
        }
    }
    let brought = attach_all(context, &app, attach)?;
    let kept = notice.iter().map(|file| file["id"].clone());
    let ids: Vec<Value> = kept.chain(brought.ids.iter().cloned()).collect();
    let mut input = json!({ "dispute": dispute, "form": form });
    if !(attach.is_empty() && remove.is_empty()) {
        input["notice"] = json!(ids);
    }
    let answer = app.call(&context.caller(), "amend_dispute", input)?;
    drop(app);
    told(context, answer, brought, "cli-dispute-amended")
}

fn unlink(
    context: &Context,
    dispute: &str,
    linked: &Linked,
    note: Option<String>,
) -> Result<Answer, Failure> {
    let shown = context.call("show_dispute", json!({ "dispute": dispute }))?;
    let till = context.global.till.as_deref();
    let links = shown["links"].as_array().map(Vec::as_slice);
    let meant = links
        .unwrap_or_default()
        .iter()
        .find(|link| is_meant(&link["thing"], linked, till));
    // Without such a link the key is empty, and the shop's own rules say that it is not linked.
    let key = meant.map_or("", |link| link["key"].as_str().unwrap_or_default());
    let input = json!({ "dispute": dispute, "key": key, "why": note });
    changed(context, "unlink_dispute", input, "cli-dispute-unlinked")
}

/// Whether a linked thing is the one that was named. Without a till the opening of the day is meant, whichever is linked.
fn is_meant(thing: &Value, linked: &Linked, till: Option<&str>) -> bool {
    let to = |kind: &str| thing["to"] == kind;
    match linked {
        Linked::Record { to: kind, which } => {
            let record = &thing[kind];
            let by_number = || which.parse::<u64>().is_ok_and(|no| record["no"] == no);
            to(kind) && (record["id"] == *which || by_number())
        }
        Linked::Opening(day) => {
            let opening = &thing["opening"];
            let there = till.is_none_or(|till| opening["till"]["id"] == till);
            to("opening") && opening["day"] == *day && there
        }
        Linked::File { which, piece } => {
            let as_piece = piece.as_ref().is_none_or(|piece| thing["piece"] == *piece);
            to("file") && is_file(&thing["file"], which) && as_piece
        }
        Linked::NotNeeded(piece) => to("not_needed") && thing["piece"] == *piece,
    }
}

/// Whether a file has this id or name.
fn is_file(file: &Value, which: &str) -> bool {
    file["id"] == which || file["name"] == which
}

fn link(context: &Context, dispute: &str, links: &DisputeLinks) -> Result<Answer, Failure> {
    let app = context.open()?;
    let brought = attach_all(context, &app, &links.files)?;
    let mut wishes = wishes(context, links);
    if let Some(piece) = &links.piece {
        let of_piece = |id: &Value| json!({ "to": "file", "id": id, "piece": piece });
        wishes.extend(brought.ids.iter().map(of_piece));
        if let Some(why) = &links.not_needed {
            wishes.push(json!({ "to": "not_needed", "piece": piece, "why": why }));
        }
    }
    let answer = linked(context, &app, dispute, &wishes)?;
    drop(app);
    told(context, answer, brought, "cli-dispute-linked")
}

fn linked(context: &Context, app: &App, dispute: &str, wishes: &[Value]) -> Result<Value, Failure> {
    let input = json!({ "dispute": dispute, "links": wishes });
    Ok(app.call(&context.caller(), "link_dispute", input)?)
}

fn wishes(context: &Context, links: &DisputeLinks) -> Vec<Value> {
    let named = |to: &'static str, ids: &[String]| -> Vec<Value> {
        ids.iter().map(|id| json!({ "to": to, "id": id })).collect()
    };
    let till = &context.global.till;
    let opening = |day: &String| json!({ "to": "opening", "day": day, "till": till });
    let mut wishes = named("receipt", &links.receipts);
    wishes.extend(named("incident", &links.incidents));
    wishes.extend(named("sale", &links.sales));
    wishes.extend(links.openings.iter().map(opening));
    wishes
}

fn told(
    context: &Context,
    answer: Value,
    brought: Brought,
    heading: &str,
) -> Result<Answer, Failure> {
    if context.json() {
        return Answer::json(&answer);
    }
    let page: DisputePage = view::read(answer)?;
    let shop = context.call("show_shop", json!({}))?;
    let zone = view::zone_named(shop["zone"].as_str().unwrap_or_default());
    let mut lines = brought.said;
    lines.extend(dispute_page::lines(&page, heading, context.words(), zone));
    Ok(Answer::text(lines.join("\n")))
}

/// `retrieval` as people call it.
pub(super) fn kind_said(kind: &str, words: &Words) -> String {
    words.say_or(&format!("dispute-kind-{}", kind.replace('_', "-")), kind)
}

pub(super) fn state_said(state: &str, words: &Words) -> String {
    words.say_or(&format!("dispute-state-{state}"), state)
}

/// By when, and how long that is.
pub(super) fn clock_said(line: &DisputeLine, words: &Words) -> String {
    let Some(day) = line.reply_by else {
        return words.say("dispute-no-day");
    };
    let days = line.clock.days_left.unwrap_or(0);
    let (day, days) = (words.day(day), days.unsigned_abs());
    match line.clock.urgency.as_str() {
        "overdue" => words.say_with("dispute-overdue", &args!["day" => day, "days" => days]),
        "today" => words.say_with("dispute-by-today", &args!["day" => day]),
        "done" => words.say_with("dispute-by", &args!["day" => day]),
        _ => words.say_with("dispute-by-days", &args!["day" => day, "days" => days]),
    }
}

fn all(context: &Context, wanted: &[String], open: bool, span: &Span) -> Result<Answer, Failure> {
    let listing = Listing {
        command: "list_disputes",
        rows: "disputes",
        cursor: "no",
        page: list::PAGE,
    };
    let input = json!({ "words": wanted.join(" "), "going_on": open });
    let (rows, more) = list::gather(context, &listing, input, span, |_| true)?;
    if context.json() {
        return Answer::json(&rows);
    }
    let words = context.words();
    if rows.is_empty() {
        return Ok(Answer::text(words.say("cli-disputes-none")));
    }
    let disputes: Vec<DisputeLine> = view::read(Value::Array(rows))?;
    let mut table = vec![vec![
        words.say("cli-list-number"),
        words.say("cli-list-kind"),
        words.say("cli-list-state"),
        words.say("field-amount"),
        words.say("cli-list-reply-by"),
        words.say("cli-list-missing"),
        words.say("field-channel"),
    ]];
    for one in &disputes {
        table.push(vec![
            one.no.to_string(),
            kind_said(&one.kind, words),
            state_said(&one.state, words),
            one.amount_fen
                .map(|fen| words.money(fen))
                .unwrap_or_default(),
            clock_said(one, words),
            one.missing.len().to_string(),
            plain(&one.from),
        ]);
    }
    let mut lines = list::table(&table, Paint::for_stdout());
    if more {
        lines.push(words.say("cli-list-more"));
    }
    Ok(Answer::text(lines.join("\n")))
}
