//! `search`: everything that people wrote, found by words.

use kaizhang_words::{Words, args};
use serde_json::{Value, json};

use super::list;
use crate::answer::Answer;
use crate::args::Span;
use crate::context::Context;
use crate::failure::Failure;
use crate::print::{Paint, plain};
use crate::view::{self, Found};

/// Rows of one call.
const PAGE: usize = 200;

/// Finds words; newest last, as in every list.
pub(super) fn search(context: &Context, wanted: &[String], span: &Span) -> Result<Answer, Failure> {
    let (rows, more) = gather(context, wanted, span)?;
    if context.json() {
        return Answer::json(&rows);
    }
    let words = context.words();
    if rows.is_empty() {
        return Ok(Answer::text(words.say("cli-search-none")));
    }
    let paint = Paint::for_stdout();
    let found: Vec<Found> = view::read(Value::Array(rows))?;
    let mut lines = list::table(&table(&found, words), paint);
    if more {
        lines.push(words.say("cli-list-more"));
    }
    Ok(Answer::text(lines.join("\n")))
}

fn gather(
    context: &Context,
    wanted: &[String],
    span: &Span,
) -> Result<(Vec<Value>, bool), Failure> {
    let app = context.open()?;
    let most = span.limit.map_or(usize::MAX, |limit| limit as usize);
    let mut input = json!({
        "words": wanted.join(" "), "from": span.from, "to": span.to, "till": context.global.till, "limit": PAGE,
    });
    let mut rows: Vec<Value> = Vec::new();
    loop {
        let mut answer = app.call(&context.caller(), "search_records", input.clone())?;
        let page = answer["found"].as_array_mut().map(std::mem::take);
        rows.extend(page.unwrap_or_default());
        let last = rows.last().map(|row| row["place"].clone());
        match last {
            Some(place) if answer["more"] == true && rows.len() <= most => input["before"] = place,
            _ => {
                let more = rows.len() > most || answer["more"] == true;
                rows.truncate(most);
                rows.reverse();
                return Ok((rows, more));
            }
        }
    }
}

fn table(found: &[Found], words: &Words) -> Vec<Vec<String>> {
    let mut rows = vec![vec![
        words.say("cli-history-day"),
        words.say("cli-list-kind"),
        words.say("cli-history-till"),
        words.say("cli-list-what"),
    ]];
    for one in found {
        let kind = kind(&one.kind, one.no, words);
        let till = one.till.as_ref().map(|till| till.called(words));
        rows.push(vec![
            words.day_with_year(one.day),
            kind,
            plain(&till.unwrap_or_default()),
            plain(&one.said(words)),
        ]);
    }
    rows
}

/// What a record is called, with its number where it has one.
fn kind(kind: &str, no: Option<u32>, words: &Words) -> String {
    let key = format!("found-in-{}", kind.replace('_', "-"));
    let number = no.map_or(String::new(), |no| format!(" {no}"));
    format!("{}{number}", words.say_or(&key, kind))
}

impl Found {
    /// What it is about, and what was written.
    fn said(&self, words: &Words) -> String {
        let mut parts = Vec::new();
        if let Some(item) = &self.item {
            parts.push(words.item_title(item));
        }
        if let Some(symptom) = &self.symptom {
            parts.push(words.say_or(&format!("guide-symptom-{symptom}"), symptom));
        }
        let before = if self.cut_before { "…" } else { "" };
        let after = if self.cut_after { "…" } else { "" };
        if !self.text.is_empty() {
            parts.push(format!("{before}{}{after}", self.text));
        }
        if let Some(at) = &self.belongs {
            let what = args!["what" => kind(&at.kind, at.no, words)];
            parts.push(words.say_with("found-belongs", &what));
        }
        let mut said = parts.join(" · ");
        if self.replaced {
            said = words.say_with("cli-search-replaced", &args!["text" => said]);
        }
        said
    }
}
