//! `check`: the walk through the list, on a terminal or over pipes.

use std::io::{self, IsTerminal};

use super::today::Screen;
use crate::answer::Answer;
use crate::context::Context;
use crate::failure::Failure;
use crate::print::Paint;
use crate::walk::{End, Walk};

pub(crate) fn check(context: &Context) -> Result<Answer, Failure> {
    let app = context.open()?;
    let stdin = io::stdin();
    let somebody = stdin.is_terminal();
    // With --json the talk goes to standard error, and standard output holds the one value.
    let (mut screen, mut aside);
    let (out, paint): (&mut dyn io::Write, _) = if context.json() {
        aside = io::stderr().lock();
        (&mut aside, Paint::default())
    } else {
        screen = io::stdout().lock();
        (&mut screen, Paint::for_stdout())
    };
    let mut walk = Walk::new(
        &app,
        context.caller(),
        context.global.till.clone(),
        Screen {
            words: context.words(),
            paint,
        },
        stdin.lock(),
        out,
    );
    let ended = match walk.run() {
        // Whoever reads the talk has left; every answer until then is saved.
        Err(Failure::Pipe(error)) if error.kind() == io::ErrorKind::BrokenPipe => End::Stopped,
        ended => ended?,
    };
    drop(walk);
    match ended {
        End::Unasked if !somebody => Err(Failure::NobodyThere),
        _ if context.json() => {
            let input = context.input(serde_json::json!({}));
            Answer::json(&app.call(&context.caller(), "show_today", input)?)
        }
        _ => Ok(Answer::text("")),
    }
}
