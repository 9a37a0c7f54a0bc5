//! `mark` and `finish`.

use std::fs::{self, File};
use std::path::Path;

use kaizhang_app::{App, Caller, Refusal};
use kaizhang_words::args;
use serde_json::{Value, json};

use super::today::Screen;
use crate::answer::Answer;
use crate::args::Verb;
use crate::context::Context;
use crate::failure::Failure;
use crate::print::{Paint, plain};
use crate::view::{self, Today};

pub(crate) fn mark(context: &Context, verb: Verb) -> Result<Answer, Failure> {
    let Verb::Mark {
        item,
        result,
        note,
        value,
        attach: files,
    } = verb
    else {
        return super::run(context, verb);
    };
    let app = context.open()?;
    let caller = context.caller();
    let mut lines = Vec::new();
    let mut attachments = Vec::new();
    for file in &files {
        let attached = attach(&app, &caller, file)?;
        if !context.json() {
            let name = attached["name"].as_str().unwrap_or_default();
            let said = context
                .words()
                .say_with("cli-attached", &args!["name" => plain(name)]);
            lines.push(said);
        }
        attachments.push(attached["id"].clone());
    }
    let input = context.input(json!({
        "item": item,
        "result": result,
        "note": note,
        "value": value,
        "attachments": attachments,
    }));
    let mut marked = app.call(&caller, "mark_item", input)?;
    let today = marked["today"].take();
    if context.json() {
        return Answer::json(&today);
    }
    let today: Today = view::read(today)?;
    let words = context.words();
    let marked = args![
        "item" => words.item_title(&item),
        "result" => words.say_or(&format!("result-{result}"), &result),
    ];
    lines.push(words.say_with("cli-marked", &marked));
    let warning = today
        .items()
        .find(|one| one.item == item)
        .and_then(|one| one.warning.as_ref());
    lines.extend(warning.map(|warning| plain(&warning.said(words))));
    lines.push(today.headline.said(words));
    Ok(Answer::text(lines.join("\n")))
}

/// Brings a file into the store. Only plain files are read: a pipe or a device has no end.
pub(crate) fn attach(app: &App, caller: &Caller, file: &str) -> Result<Value, Failure> {
    let unreadable = || Refusal::with("attachment_unreadable", "path", file);
    let path = Path::new(file);
    let plain_file = fs::metadata(path).is_ok_and(|meta| meta.is_file());
    if !plain_file {
        return Err(unreadable().into());
    }
    let mut source = File::open(path).map_err(|_| unreadable())?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(app.attach(caller, &name, &mut source)?)
}

pub(crate) fn finish(context: &Context, note: Option<String>) -> Result<Answer, Failure> {
    let input = context.input(json!({ "note": note }));
    let answer = context.call("finish_opening", input)?;
    if context.json() {
        return Answer::json(&answer);
    }
    let screen = Screen {
        words: context.words(),
        paint: Paint::for_stdout(),
    };
    Ok(Answer::text(finished(&view::read(answer)?, screen)))
}

/// The verdict with which the day begins.
pub(crate) fn finished(today: &Today, screen: Screen<'_>) -> String {
    let headline = args!["headline" => today.headline.said(screen.words)];
    let mut lines = vec![
        screen
            .paint
            .strong(&screen.words.say_with("cli-finished", &headline)),
    ];
    lines.extend(screen.lanes(today));
    lines.join("\n")
}
