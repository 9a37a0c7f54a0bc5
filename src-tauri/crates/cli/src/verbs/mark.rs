//! `mark` and `finish`.

use kaizhang_words::args;
use serde_json::json;

use super::attach::attach_all;
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
    let brought = attach_all(context, &app, &files)?;
    let input = context.input(json!({
        "item": item,
        "result": result,
        "note": note,
        "value": value,
        "attachments": brought.ids,
    }));
    let mut marked = app.call(&context.caller(), "mark_item", input)?;
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
    let mut lines = brought.said;
    lines.push(words.say_with("cli-marked", &marked));
    let warning = today
        .items()
        .find(|one| one.item == item)
        .and_then(|one| one.warning.as_ref());
    lines.extend(warning.map(|warning| plain(&warning.said(words))));
    lines.push(today.headline.said(words));
    Ok(Answer::text(lines.join("\n")))
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
