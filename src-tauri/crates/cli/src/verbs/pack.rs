//! `pack`: evidence into one file.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use kaizhang_app::Work;
use kaizhang_words::{Words, args};
use serde_json::json;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::answer::Answer;
use crate::args::Pack;
use crate::context::Context;
use crate::failure::Failure;
use crate::print::plain;

/// How often somebody who waits is told how far it is.
const EACH: Duration = Duration::from_millis(200);

pub(crate) fn pack(context: &Context, wish: Pack) -> Result<Answer, Failure> {
    let out = std::path::absolute(PathBuf::from(&wish.out))?;
    let mut input = wish.wish;
    if let Some(about) = input.as_object_mut() {
        about.retain(|_, value| !value.is_null());
    }
    input["out"] = json!(out);
    let app = context.open()?;
    let stop = told_to_stop()?;
    app.call(&context.caller(), "start_pack", input)?;
    let shows = !context.json() && io::stderr().is_terminal();
    let made = app.finish_work(EACH, |work| {
        if stop.load(Ordering::Relaxed) {
            app.break_work_off();
        }
        if shows {
            show(context.words(), work);
        }
    });
    if shows {
        // The line of how far it is gives way to what came of it.
        let _ = write!(io::stderr().lock(), "\r\x1b[K");
    }
    let made = made?;
    if context.json() {
        return Answer::json(&made);
    }
    let words = context.words();
    let text = |name: &str| plain(made[name].as_str().unwrap_or_default());
    let number = |name: &str| made[name].as_i64().unwrap_or(0);
    if made["profile"].is_string() {
        return Ok(Answer::text(words.say_with(
            "cli-pack-upload",
            &args![
                "path" => text("path"),
                "files" => number("files"),
                "sets" => number("sets"),
                "left" => number("left_out"),
            ],
        )));
    }
    let mut lines = vec![
        words.say_with(
            "cli-pack-made",
            &args![
                "path" => text("path"),
                "entries" => number("entries"),
                "files" => number("files"),
            ],
        ),
        words.say_with("cli-pack-key", &args!["key" => text("signed_by")]),
    ];
    if made["timestamped"] != true {
        lines.push(words.say("cli-pack-not-timestamped"));
    }
    Ok(Answer::text(lines.join("\n")))
}

/// Becomes true with Ctrl-C or a request to end: the half-made pack is cleared away first. The second one ends at once.
fn told_to_stop() -> io::Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        flag::register_conditional_default(signal, Arc::clone(&stop))?;
        flag::register(signal, Arc::clone(&stop))?;
    }
    Ok(stop)
}

fn show(words: &Words, work: &Work) {
    let percent = work.total.map_or(0, |total| {
        (u128::from(work.done) * 100 / u128::from(total.max(1))) as i64
    });
    let line = words.say_with("cli-pack-going", &args!["percent" => percent]);
    // Whoever closed standard error does not want to know.
    let _ = write!(io::stderr().lock(), "\r\x1b[K{line}");
}
