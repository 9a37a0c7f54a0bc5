//! The walk through the list at the prompt: one question an item, each answer saved at once.
//!
//! It talks over any reader and writer, so that the tests can take the same walk over pipes. Nothing
//! is kept here that the store does not have: a walk that is cut off is taken up by the next one.

mod dropped;
mod question;
mod talk;

use std::collections::BTreeSet;
use std::io::{BufRead, Write};

use kaizhang_app::{App, Caller, Refusal};
use kaizhang_words::{Words, args};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::print::plain;
use crate::verbs::finished;
use crate::verbs::today::Screen;
use crate::view::{self, Today};

/// How a walk ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// The opening is closed.
    Finished,
    /// It goes on another time.
    Stopped,
    /// The input ended before the first answer.
    Unasked,
}

/// What comes after a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Look again what is left.
    On,
    /// Ask the same again.
    Again,
    /// The person has had enough, or has gone.
    Stop,
}

/// One walk.
pub(crate) struct Walk<'a, R, W: ?Sized> {
    app: &'a App,
    caller: Caller,
    till: Option<String>,
    screen: Screen<'a>,
    input: R,
    out: &'a mut W,
    /// Item and marks of each answer of this walk, for taking back.
    answered: Vec<(String, Value)>,
    skipped: BTreeSet<String>,
    heard: bool,
}

impl<'a, R: BufRead, W: Write + ?Sized> Walk<'a, R, W> {
    /// Prepares a walk; nothing is asked yet.
    pub(crate) fn new(
        app: &'a App,
        caller: Caller,
        till: Option<String>,
        screen: Screen<'a>,
        input: R,
        out: &'a mut W,
    ) -> Self {
        Walk {
            app,
            caller,
            till,
            screen,
            input,
            out,
            answered: Vec::new(),
            skipped: BTreeSet::new(),
            heard: false,
        }
    }

    /// Asks item by item what is not marked yet, and in the end whether to finish.
    pub(crate) fn run(&mut self) -> Result<End, Failure> {
        let today = self.today()?;
        for line in self.screen.top(&today, false) {
            self.tell(&line)?;
        }
        if today.left == 0 && today.is_finished() {
            self.say("cli-check-nothing-left")?;
            self.tell(&self.screen.finished(&today))?;
            return Ok(End::Finished);
        }
        if today.left > 0 {
            self.tell("")?;
            self.say("cli-check-intro")?;
            self.say("cli-check-keys")?;
        }
        loop {
            let today = self.today()?;
            let open = today.items().enumerate().find(|(_, item)| {
                item.result.is_none() && !self.skipped.contains(item.item.as_str())
            });
            let step = match open {
                Some((place, item)) => self.item(&today, place + 1, item)?,
                None => match self.close(&today)? {
                    Ok(end) => return Ok(end),
                    Err(step) => step,
                },
            };
            if step == Step::Stop {
                return self.stopped();
            }
        }
    }

    /// The last question. `Ok` when the walk is over, `Err` with what comes next when it is not.
    fn close(&mut self, today: &Today) -> Result<Result<End, Step>, Failure> {
        if today.is_finished() {
            return Ok(Err(Step::Stop));
        }
        let (key, left) = match (today.must_left, today.left) {
            (0, 0) => ("cli-check-finish", 0),
            (0, left) => ("cli-check-finish-rest", left),
            (must_left, _) => ("cli-check-finish-left", must_left),
        };
        self.tell("")?;
        let question = self.words().say_with(key, &args!["left" => left]);
        let Some(answer) = self.ask(&question)? else {
            return Ok(Err(Step::Stop));
        };
        let reason_wanted = today.must_left > 0;
        let note = match (answer.as_str(), reason_wanted) {
            ("u" | "U", _) => {
                self.undo()?;
                return Ok(Err(Step::On));
            }
            ("", true) => return Ok(Err(Step::Stop)),
            (answer, _) if question::stops(answer) => return Ok(Err(Step::Stop)),
            ("", false) => None,
            (reason, true) => Some(reason),
            (_, false) => return Ok(Err(Step::Stop)),
        };
        let input = self.input(json!({ "note": note }));
        match self.app.call(&self.caller, "finish_opening", input) {
            Ok(answer) => {
                let today: Today = view::read(answer)?;
                self.tell(&finished(&today, self.screen))?;
                Ok(Ok(End::Finished))
            }
            Err(refusal) => {
                self.explain(refusal)?;
                Ok(Err(Step::Again))
            }
        }
    }

    /// Takes the last answer of this walk back.
    fn undo(&mut self) -> Result<Step, Failure> {
        let Some((item, marks)) = self.answered.pop() else {
            self.say("cli-check-nothing-to-undo")?;
            return Ok(Step::Again);
        };
        let input = self.input(json!({ "marks": marks }));
        match self.app.call(&self.caller, "undo_marks", input) {
            Ok(_) => {
                let title = self.words().item_title(&item);
                self.say_with("cli-check-undone", &args!["item" => plain(&title)])?;
                self.skipped.remove(&item);
            }
            Err(refusal) => self.explain(refusal)?,
        }
        Ok(Step::On)
    }

    /// The last words when the walk is not over.
    fn stopped(&mut self) -> Result<End, Failure> {
        if !self.heard {
            return Ok(End::Unasked);
        }
        let left = self.today()?.left;
        self.tell("")?;
        if left > 0 {
            self.say_with("cli-check-stopped", &args!["left" => left])?;
        } else {
            self.say("cli-interrupted")?;
        }
        Ok(End::Stopped)
    }

    /// Today as it is now; others may be marking at the same time.
    fn today(&self) -> Result<Today, Failure> {
        view::read(
            self.app
                .call(&self.caller, "show_today", self.input(json!({})))?,
        )
    }

    fn input(&self, mut input: Value) -> Value {
        if let Some(till) = &self.till {
            input["till"] = json!(till);
        }
        input
    }

    fn words(&self) -> &'a Words {
        self.screen.words
    }

    /// Why something was refused. What concerns the whole folder ends the walk, except that another
    /// program is busy with it: that passes.
    fn explain(&mut self, refusal: Refusal) -> Result<(), Failure> {
        if refusal.is_about_the_folder() && refusal.code != "folder_busy" {
            return Err(refusal.into());
        }
        let why = self.words().refusal_text(&refusal.code, &refusal.params);
        self.tell(&self.screen.paint.care(&plain(&why)))
    }
}

#[cfg(test)]
#[path = "walk_tests.rs"]
mod tests;
