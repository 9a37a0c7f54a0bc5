//! `remind`: the reminders of the next days, and with `--plan` every one of them for scripts.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use kaizhang_words::{Words, args};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::context::Context;
use crate::failure::Failure;
use crate::print::{Paint, plain};
use crate::view;

#[derive(Debug, Deserialize)]
struct Page {
    zone: String,
    days: Vec<Day>,
    on_duty: bool,
}

#[derive(Debug, Deserialize)]
struct Day {
    day: NaiveDate,
    note: String,
    reminders: Vec<Reminder>,
    nags: u32,
    last_nag_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Deserialize)]
struct Reminder {
    kind: String,
    at: DateTime<Utc>,
}

#[derive(Debug, Deserialize)]
struct Planned {
    day: NaiveDate,
    kind: String,
    at: DateTime<Utc>,
}

pub(crate) fn remind(
    context: &Context,
    plan: bool,
    from: Option<String>,
    to: Option<String>,
) -> Result<Answer, Failure> {
    if plan {
        return planned(context, from, to);
    }
    let answer = context.call("show_reminders", json!({}))?;
    if context.json() {
        return Answer::json(&answer);
    }
    let (words, paint) = (context.words(), Paint::for_stdout());
    let page: Page = view::read(answer)?;
    let zone = view::zone_named(&page.zone);
    let mut lines: Vec<String> = page.days.iter().map(|day| line(day, zone, words)).collect();
    let duty = if page.on_duty {
        words.say("cli-remind-on-duty")
    } else {
        words.say("cli-remind-nobody")
    };
    lines.push(paint.quiet(&duty));
    Ok(Answer::text(lines.join("\n")))
}

/// Every reminder from one day to another; the next seven days when none are named.
fn planned(context: &Context, from: Option<String>, to: Option<String>) -> Result<Answer, Failure> {
    let page = context.call("show_reminders", json!({}))?;
    let shown = |place: Option<&Value>| place.map(|day| day["day"].clone());
    let days = page["days"].as_array();
    let from = from.map(Value::from).or_else(|| shown(days?.first()));
    let to = to.map(Value::from).or_else(|| shown(days?.last()));
    let answer = context.call("plan_reminders", json!({ "from": from, "to": to }))?;
    if context.json() {
        return Answer::json(&answer);
    }
    let words = context.words();
    let zone = view::zone_named(page["zone"].as_str().unwrap_or_default());
    let all: Vec<Planned> = view::read(answer)?;
    if all.is_empty() {
        return Ok(Answer::text(words.say("cli-remind-none")));
    }
    let lines = all.iter().map(|one| {
        words.say_with(
            "cli-remind-line",
            &args![
                "day" => words.day_with_year(one.day),
                "time" => clock(one.at, zone),
                "kind" => kind_said(&one.kind, words),
            ],
        )
    });
    Ok(Answer::text(lines.collect::<Vec<_>>().join("\n")))
}

fn line(day: &Day, zone: Tz, words: &Words) -> String {
    let name = words.day_with_year(day.day);
    if day.reminders.is_empty() {
        let closed = words.say_with("cli-remind-closed", &args!["day" => name]);
        return format!("{closed} {}", plain(&day.note))
            .trim_end()
            .to_owned();
    }
    let said = day.reminders.iter().map(|one| {
        words.say_with(
            "cli-remind-at",
            &args!["time" => clock(one.at, zone), "kind" => kind_said(&one.kind, words)],
        )
    });
    let mut parts: Vec<String> = said.collect();
    if let Some(last) = day.last_nag_at {
        let nags = args!["count" => day.nags, "time" => clock(last, zone)];
        parts.push(words.say_with("cli-remind-nags", &nags));
    }
    words.say_with(
        "cli-remind-day",
        &args!["day" => name, "reminders" => parts.join(&words.say("cli-values-between"))],
    )
}

fn kind_said(kind: &str, words: &Words) -> String {
    match kind {
        "due" => words.say("cli-remind-due"),
        "late" => words.say("cli-remind-late"),
        _ => words.say("cli-remind-nag"),
    }
}

fn clock(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%H:%M").to_string()
}
