//! One item: what is asked, and what the answer means.

use std::io::{BufRead, Write};

use kaizhang_words::args;
use serde_json::{Value, json};

use super::dropped::dropped;
use super::{Step, Walk};
use crate::failure::Failure;
use crate::print::plain;
use crate::verbs::attach;
use crate::view::{self, Item, Marked, Today};

/// What is written down about an item.
#[derive(Default)]
struct Found<'a> {
    result: &'a str,
    value: Option<&'a str>,
    note: Option<&'a str>,
    attachments: Vec<Value>,
}

impl<R: BufRead, W: Write + ?Sized> Walk<'_, R, W> {
    /// Asks about one item until it is answered, skipped or left.
    pub(super) fn item(
        &mut self,
        today: &Today,
        number: usize,
        item: &Item,
    ) -> Result<Step, Failure> {
        let title = args![
            "number" => number,
            "total" => today.items().count(),
            "item" => self.screen.title(item),
        ];
        let title = self.words().say_with("cli-check-item", &title);
        self.tell("")?;
        self.tell(&self.screen.paint.strong(&title))?;
        loop {
            let question = self.question(item)?;
            let Some(answer) = self.ask(&question)? else {
                return Ok(Step::Stop);
            };
            let step = self.answer(item, &answer)?;
            if step != Step::Again {
                return Ok(step);
            }
        }
    }

    fn question(&mut self, item: &Item) -> Result<String, Failure> {
        let words = self.words();
        Ok(match (item.kind.as_str(), &item.range, &item.choices) {
            ("number", Some(range), _) => words.say_with(
                "cli-check-number",
                &args![
                    "min" => range.min.to_string(),
                    "max" => range.max.to_string(),
                    "unit" => self.screen.unit(&range.unit),
                ],
            ),
            ("number", None, _) => words.say("cli-check-number-plain"),
            ("text", ..) => words.say("cli-check-text"),
            ("choice", _, Some(choices)) => {
                for (place, choice) in choices.iter().enumerate() {
                    let choice = words.say_or(&format!("choice-{choice}"), choice);
                    self.say_with(
                        "cli-check-choice-line",
                        &args!["number" => place + 1, "choice" => plain(&choice)],
                    )?;
                }
                words.say("cli-check-choice")
            }
            ("photo", ..) => words.say("cli-check-photo"),
            ("cash", ..) => words.say("cli-check-cash"),
            _ => ">".to_owned(),
        })
    }

    fn answer(&mut self, item: &Item, answer: &str) -> Result<Step, Failure> {
        let by_looking = matches!(item.kind.as_str(), "check" | "probe");
        // Chinese input methods give full-width signs.
        match answer.to_lowercase().as_str() {
            _ if stops(answer) => Ok(Step::Stop),
            "s" | "ｓ" => self.skip(item),
            "u" | "ｕ" => self.undo(),
            "?" | "？" => {
                let guide = self
                    .words()
                    .say_or(&format!("item-{}-guide", item.item), "");
                self.say_with("cli-check-guide", &args!["guide" => guide])?;
                self.say("cli-check-keys")?;
                Ok(Step::Again)
            }
            "x" | "ｘ" => self.failed(item),
            "n" | "ｎ" => self.mark(
                item,
                Found {
                    result: "na",
                    ..Found::default()
                },
            ),
            "" if by_looking => self.mark(
                item,
                Found {
                    result: "pass",
                    ..Found::default()
                },
            ),
            "" if item.kind == "photo" => self.skip(item),
            _ if by_looking => {
                self.not_understood(answer)?;
                self.say("cli-check-keys")?;
                Ok(Step::Again)
            }
            _ if item.kind == "photo" => self.photo(item, answer),
            _ => self.value(item, answer),
        }
    }

    fn skip(&mut self, item: &Item) -> Result<Step, Failure> {
        self.skipped.insert(item.item.clone());
        self.say("cli-check-skipped")?;
        Ok(Step::On)
    }

    /// Not in order: what to do about it, and what was seen.
    fn failed(&mut self, item: &Item) -> Result<Step, Failure> {
        let fix = self.words().say_or(&format!("item-{}-fix", item.item), "");
        if !fix.is_empty() {
            self.say_with("cli-check-fix", &args!["fix" => fix])?;
        }
        let question = if item.fail_needs_note {
            self.words().say("cli-check-note-needed")
        } else {
            self.words().say("cli-check-note")
        };
        loop {
            // Stopping is promised at any time; as a note the letter would say nothing.
            let Some(note) = self.ask(&question)?.filter(|note| !stops(note)) else {
                return Ok(Step::Stop);
            };
            let found = Found {
                result: "fail",
                note: Some(&note),
                ..Found::default()
            };
            let step = self.mark(item, found)?;
            if step != Step::Again {
                return Ok(step);
            }
        }
    }

    /// A figure, words, a choice or a count.
    fn value(&mut self, item: &Item, typed: &str) -> Result<Step, Failure> {
        let by_number = item.choices.as_ref().and_then(|choices| {
            let place: usize = typed.parse().ok()?;
            choices.get(place.checked_sub(1)?)
        });
        let value = by_number.map_or(typed, String::as_str);
        let found = |note| Found {
            result: "pass",
            value: Some(value),
            note,
            ..Found::default()
        };
        match self.try_mark(item, found(None))? {
            Ok(()) => Ok(Step::On),
            Err(refusal) if refusal.code == "cash_off_target_needs_note" => {
                self.explain(refusal)?;
                let question = self.words().say("cli-check-cash-why");
                match self.ask(&question)?.filter(|note| !stops(note)) {
                    None => Ok(Step::Stop),
                    // Counted again, then.
                    Some(note) if note.is_empty() => Ok(Step::Again),
                    Some(note) => self.mark(item, found(Some(&note))),
                }
            }
            Err(refusal) => {
                self.explain(refusal)?;
                Ok(Step::Again)
            }
        }
    }

    /// A picture, by the path that was typed or dropped on the terminal.
    fn photo(&mut self, item: &Item, typed: &str) -> Result<Step, Failure> {
        match attach(self.app, &self.caller, &dropped(typed)) {
            Ok(attached) => {
                let name = attached["name"].as_str().unwrap_or_default();
                self.say_with("cli-attached", &args!["name" => plain(name)])?;
                let found = Found {
                    result: "pass",
                    attachments: vec![attached["id"].clone()],
                    ..Found::default()
                };
                self.mark(item, found)
            }
            Err(Failure::Refused(refusal)) => {
                self.explain(refusal)?;
                Ok(Step::Again)
            }
            Err(other) => Err(other),
        }
    }

    fn mark(&mut self, item: &Item, found: Found<'_>) -> Result<Step, Failure> {
        match self.try_mark(item, found)? {
            Ok(()) => Ok(Step::On),
            Err(refusal) => {
                self.explain(refusal)?;
                Ok(Step::Again)
            }
        }
    }

    /// Writes a mark down, remembers it for taking back, and passes a warning on.
    fn try_mark(
        &mut self,
        item: &Item,
        found: Found<'_>,
    ) -> Result<Result<(), kaizhang_app::Refusal>, Failure> {
        let input = self.input(json!({
            "item": item.item,
            "result": found.result,
            "value": found.value,
            "note": found.note,
            "attachments": found.attachments,
        }));
        let answer = match self.app.call(&self.caller, "mark_item", input) {
            Ok(answer) => answer,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let marked: Marked = view::read(answer)?;
        self.answered.push((item.item.clone(), json!(marked.marks)));
        let after = marked.today.items().find(|one| one.item == item.item);
        if let Some(warning) = after.and_then(|item| item.warning.as_ref()) {
            let warning = plain(&warning.said(self.words()));
            self.tell(&self.screen.paint.care(&warning))?;
        }
        Ok(Ok(()))
    }
}

/// Whether the answer is to stop; Chinese input methods give full-width letters.
pub(super) fn stops(answer: &str) -> bool {
    matches!(answer, "q" | "Q" | "ｑ" | "Ｑ")
}
