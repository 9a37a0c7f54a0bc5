//! `receipt`: a slip written down, shown, found again.

use chrono_tz::Tz;
use kaizhang_words::{Words, args};
use serde_json::{Value, json};

use super::attach::{Brought, attach_all};
use super::list::{self, Listing};
use crate::answer::Answer;
use crate::args::{Receipt, Span};
use crate::context::Context;
use crate::failure::Failure;
use crate::forms::Typed;
use crate::print::{Paint, plain};
use crate::view::{self, Match, ReceiptLine, ReceiptPage};

/// Does what was asked for of receipts.
pub(super) fn receipt(context: &Context, wish: Receipt) -> Result<Answer, Failure> {
    match wish {
        Receipt::Add { form, attach } => add(context, form, &attach),
        Receipt::Show { receipt } => {
            let answer = context.call("show_receipt", json!({ "receipt": receipt }))?;
            told(context, answer, Brought::default(), false)
        }
        Receipt::List { words, span } => all(context, &words, &span),
    }
}

fn add(context: &Context, mut form: Typed, attach: &[String]) -> Result<Answer, Failure> {
    let app = context.open()?;
    let brought = attach_all(context, &app, attach)?;
    form.insert("attachments".to_owned(), json!(brought.ids));
    let answer = app.call(&context.caller(), "add_receipt", json!({ "form": form }))?;
    drop(app);
    told(context, answer, brought, true)
}

fn told(
    context: &Context,
    answer: Value,
    brought: Brought,
    just_added: bool,
) -> Result<Answer, Failure> {
    if context.json() {
        return Answer::json(&answer);
    }
    let (words, paint) = (context.words(), Paint::for_stdout());
    let page: ReceiptPage = view::read(answer)?;
    let zone = zone_of_the_shop(context)?;
    let mut lines = brought.said;
    let number = args!["number" => page.line.no];
    lines.push(paint.strong(&if just_added {
        words.say_with("cli-receipt-added", &number)
    } else {
        words.say_with("cli-receipt-title", &number)
    }));
    lines.extend(page.line.facts(words, zone));
    for no in &page.same_as {
        lines.push(paint.care(&words.say_with("cli-receipt-same-as", &args!["number" => *no])));
    }
    for one in &page.matches {
        lines.extend(one.said(page.line.no, &page.line.kind, words, zone));
    }
    Ok(Answer::text(lines.join("\n")))
}

fn zone_of_the_shop(context: &Context) -> Result<Tz, Failure> {
    let shop = context.call("show_shop", json!({}))?;
    Ok(view::zone_named(shop["zone"].as_str().unwrap_or_default()))
}

impl ReceiptLine {
    fn kind_said(&self, words: &Words) -> String {
        let id = self.kind.replace('_', "-");
        words.say_or(&format!("cli-slip-{id}"), &self.kind)
    }

    /// What the slip says, in its order; what it does not say is left out.
    fn facts(&self, words: &Words, zone: Tz) -> Vec<String> {
        let mut amount = format!(
            "{} · {}",
            self.kind_said(words),
            words.money(self.amount_fen)
        );
        if let Some(tip) = self.tip_fen {
            let sum = args!["tip" => words.money(tip), "total" => words.money(self.total_fen)];
            amount += &format!(" · {}", words.say_with("cli-receipt-tip", &sum));
        }
        let files = self.attachments.iter().map(|file| plain(&file.name));
        let files = words.list(&files.collect::<Vec<_>>());
        let card = self.card.clone().unwrap_or_default();
        let rows = [
            (words.say("field-terminal"), &self.terminal),
            (words.say("field-merchant_name"), &self.merchant_name),
            (words.say("field-merchant_no"), &self.merchant_no),
            (words.say("field-terminal_no"), &self.terminal_no),
            (words.say("field-operator"), &self.operator),
            (words.say("field-issuer"), &self.issuer),
            (words.say("field-acquirer"), &self.acquirer),
            (words.say("cli-fact-card"), &card),
            (words.say("field-batch"), &self.batch),
            (words.say("field-trace"), &self.trace),
            (words.say("field-auth"), &self.auth),
            (words.say("field-reference"), &self.reference),
            (words.say("field-note"), &self.note),
            (words.say("cli-fact-files"), &files),
            (words.say("cli-fact-added-by"), &self.added_by),
        ];
        let mut lines = vec![format!("{} · {amount}", words.day_and_time(self.at, zone))];
        for (name, value) in rows.into_iter().filter(|(_, value)| !value.is_empty()) {
            lines.push(words.say_with("cli-fact", &args!["name" => name, "value" => plain(value)]));
        }
        if self.amended > 0 {
            lines.push(words.say_with("cli-receipt-amended", &args!["count" => self.amended]));
        }
        lines
    }
}

impl Match {
    /// The sale in doubt that this receipt may show, and how to say so.
    fn said(&self, receipt: u32, kind: &str, words: &Words, zone: Tz) -> Vec<String> {
        let by = words.say_or(&format!("cli-matched-{}", self.by), &self.by);
        let sale = args!["sale" => self.sale.said(words, zone), "by" => by];
        let how = match kind {
            "void" | "refund" => "reversed",
            _ => "settled",
        };
        let settle = format!(
            "kaizhang incident settle {} --how {how} --receipt {receipt}",
            self.sale.incident_no
        );
        vec![
            words.say_with("cli-receipt-match", &sale),
            words.say_with("cli-receipt-settle", &args!["line" => settle]),
        ]
    }
}

fn all(context: &Context, wanted: &[String], span: &Span) -> Result<Answer, Failure> {
    let listing = Listing {
        command: "list_receipts",
        rows: "receipts",
        cursor: "id",
        page: list::PAGE,
    };
    let input = json!({ "words": wanted.join(" ") });
    let (rows, more) = list::gather(context, &listing, input, span, |_| true)?;
    if context.json() {
        return Answer::json(&rows);
    }
    let words = context.words();
    if rows.is_empty() {
        return Ok(Answer::text(if wanted.is_empty() {
            words.say("cli-receipts-none")
        } else {
            words.say("cli-receipts-none-found")
        }));
    }
    let receipts: Vec<ReceiptLine> = view::read(Value::Array(rows))?;
    let zone = zone_of_the_shop(context)?;
    let mut table = vec![vec![
        words.say("cli-list-number"),
        words.say("field-at"),
        words.say("cli-list-kind"),
        words.say("field-amount"),
        words.say("cli-fact-card"),
        words.say("field-trace"),
        words.say("field-reference"),
        words.say("field-note"),
    ]];
    for one in &receipts {
        table.push(vec![
            one.no.to_string(),
            words.day_and_time(one.at, zone),
            one.kind_said(words),
            words.money(one.total_fen),
            one.card.clone().unwrap_or_default(),
            one.trace.clone(),
            one.reference.clone(),
            plain(&one.note),
        ]);
    }
    let mut lines = list::table(&table, Paint::for_stdout());
    if more {
        lines.push(words.say("cli-list-more"));
    }
    Ok(Answer::text(lines.join("\n")))
}
