//! `code`: what a response code means, what is known about the money, and what to do.

use kaizhang_words::{Lang, Words, args};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::context::Context;
use crate::failure::Failure;
use crate::print::{self, LINE, Paint, plain};
use crate::view::{self, Told};

/// What is told where nothing is known of the money: the same that first aid says of a code that it does not
/// know, namely to look the last sale up.
const IN_DOUBT: (&str, &str) = ("unknown", "after_query");

#[derive(Debug, Deserialize)]
struct Explained {
    code: String,
    zh: Told,
    en: Told,
    step: String,
}

impl Explained {
    fn told(&self, lang: Lang) -> &Told {
        match lang {
            Lang::ZhCn => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// What is known of the money, and whether it may be charged again.
    fn money(&self) -> (&str, &str) {
        let ours = self.zh.ours.as_ref();
        ours.map_or(IN_DOUBT, |row| (row.outcome.as_str(), row.retry.as_str()))
    }

    fn as_json(&self, row: &Value, lang: Lang) -> Value {
        let (outcome, retry) = self.money();
        json!({
            "code": self.code,
            "zh": self.zh.meaning,
            "en": self.en.meaning,
            "cause": row["cause"],
            "outcome": outcome,
            "retry": retry,
            "advice": self.told(lang).advice,
            "from": self.zh.from,
            "advice_from": self.zh.advice_from,
            "ours": row["meaning"],
            "newer": row["meaning_newer"],
            "unverified": row["unverified"] == true,
            "step": self.step,
        })
    }
}

pub(super) fn code(context: &Context, code: &str) -> Result<Answer, Failure> {
    let answer = context.call("explain_code", json!({ "code": code }))?;
    let row = answer["ours"].clone();
    let explained: Explained = view::read(answer)?;
    if context.json() {
        return Answer::json(&explained.as_json(&row, context.lang()));
    }
    Ok(Answer::text(
        said(&explained, context.words(), Paint::for_stdout()).join("\n"),
    ))
}

fn said(explained: &Explained, words: &Words, paint: Paint) -> Vec<String> {
    let told = explained.told(words.lang());
    let (outcome, retry) = explained.money();
    let title = args!["code" => explained.code.as_str(), "meaning" => plain(&told.meaning)];
    let mut lines = vec![paint.strong(&words.say_with("cli-code-title", &title))];
    lines.extend(whose(told, words).map(|whose| paint.quiet(&whose)));
    let mut fact = |name: &str, key: String, id: &str| {
        let value = words.say_or(&key.replace('_', "-"), id);
        let fact = args!["name" => words.say(name), "value" => value];
        lines.push(words.say_with("cli-fact", &fact));
    };
    fact(
        "cli-fact-outcome",
        format!("cli-outcome-{outcome}"),
        outcome,
    );
    fact("cli-fact-retry", format!("cli-retry-{retry}"), retry);
    let ours = told.ours.as_ref();
    if let Some(cause) = ours.and_then(|row| row.cause.as_deref()) {
        fact("cli-fact-cause", format!("cli-cause-{cause}"), cause);
    }
    if !told.advice.is_empty() {
        lines.extend(print::wrapped(&plain(&told.advice), LINE));
    }
    let Some(row) = ours else { return lines };
    let in_words = |both: &view::Both| match words.lang() {
        Lang::ZhCn => both.zh.clone(),
        Lang::En => both.en.clone(),
    };
    if told.from != "ours" {
        let ours = args!["meaning" => in_words(&row.meaning)];
        lines.push(words.say_with("cli-code-ours", &ours));
    }
    if let Some(newer) = &row.meaning_newer {
        let newer = args!["meaning" => in_words(newer)];
        lines.push(words.say_with("cli-code-newer", &newer));
    }
    if row.unverified {
        lines.push(paint.care(&words.say("cli-code-unverified")));
    }
    lines
}

/// Whose meaning it is, when it is not the table's.
fn whose(told: &Told, words: &Words) -> Option<String> {
    match told.from.as_str() {
        "owner" => Some(words.say("cli-code-from-owner")),
        "acquirer" => Some(words.say("cli-code-from-acquirer")),
        _ => None,
    }
}
