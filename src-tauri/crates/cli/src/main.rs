//! `kaizhang`: everything the window does, on the same data folder, for scripts, remote help and
//! machines without a screen.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test fails by panicking"
    )
)]

mod answer;
mod args;
mod command;
mod context;
mod failure;
mod forms;
mod help;
mod language;
mod print;
mod usage;
mod verbs;
mod view;
mod walk;

use std::ffi::OsString;
use std::process::ExitCode;

use answer::Answer;
use args::Parsed;
use context::Context;
use failure::Failure;
use language::Peek;

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    // Known before the options are parsed, because even a mistake in them is answered in the
    // person's language.
    let peek = Peek::at(&args);
    let lang = language::choose(peek.lang);
    let done = args::parse(&args, lang, &peek).and_then(|parsed| match parsed {
        Parsed::Text(text) => Ok(Answer::text(text)),
        Parsed::Wish { global, verb } => verbs::run(&Context::new(global, lang), verb),
    });
    let answered = done.and_then(|answer| {
        answer.write()?;
        Ok(answer.exit)
    });
    answered.unwrap_or_else(|failure: Failure| failure.tell(lang, peek.json))
}
