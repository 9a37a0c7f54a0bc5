//! `commands` and `call`: the command table itself.

use std::io::{self, Read};

use kaizhang_app::{COMMANDS, Refusal};
use serde_json::{Value, json};
use ts_rs::Config;

use crate::answer::Answer;
use crate::context::Context;
use crate::failure::Failure;
use crate::print::{self, Paint};

/// What each command is for, in the person's language.
const ABOUTS: [(&str, &str); 14] = [
    ("show_today", "cli-command-show-today"),
    ("mark_item", "cli-command-mark-item"),
    ("confirm_section", "cli-command-confirm-section"),
    ("undo_marks", "cli-command-undo-marks"),
    ("finish_opening", "cli-command-finish-opening"),
    ("list_history", "cli-command-list-history"),
    ("show_day", "cli-command-show-day"),
    ("show_shop", "cli-command-show-shop"),
    ("set_up_shop", "cli-command-set-up-shop"),
    ("read_place", "cli-command-read-place"),
    ("keep_place", "cli-command-keep-place"),
    ("check_folder", "cli-command-check-folder"),
    ("rebuild_projections", "cli-command-rebuild-projections"),
    ("fill_demo", "cli-command-fill-demo"),
];

/// More than any command takes; what is longer is cut off and then refused as torn.
const INPUT_LIMIT: u64 = 16 << 20;

pub(crate) fn commands(context: &Context) -> Result<Answer, Failure> {
    let config = Config::default().with_large_int("number");
    if context.json() {
        let rows: Vec<Value> = COMMANDS
            .iter()
            .map(|command| {
                json!({
                    "name": command.name,
                    "about": command.about,
                    "role": command.role,
                    "writes": command.writes,
                    "input": (command.input)(&config),
                    "output": (command.output)(&config),
                })
            })
            .collect();
        return Answer::json(&rows);
    }
    let (words, paint) = (context.words(), Paint::for_stdout());
    let mut lines = Vec::new();
    for command in COMMANDS {
        let key = ABOUTS.iter().find(|(name, _)| *name == command.name);
        let about = key.map_or_else(|| command.about.to_owned(), |(_, key)| words.say(key));
        let touch = if command.writes {
            words.say("cli-commands-writes")
        } else {
            words.say("cli-commands-reads")
        };
        let types = format!(
            "{} → {}",
            (command.input)(&config),
            (command.output)(&config)
        );
        lines.push(format!(
            "{}  {}  {}",
            paint.strong(&print::padded(command.name, 20)),
            print::padded(&touch, 6),
            paint.quiet(&types),
        ));
        lines.push(format!("    {about}"));
    }
    Ok(Answer::text(lines.join("\n")))
}

pub(crate) fn call(
    context: &Context,
    name: &str,
    input: Option<String>,
) -> Result<Answer, Failure> {
    let text = match input.as_deref() {
        Some("-") => {
            let mut bytes = Vec::new();
            io::stdin()
                .lock()
                .take(INPUT_LIMIT)
                .read_to_end(&mut bytes)?;
            bytes
        }
        Some(text) => text.as_bytes().to_vec(),
        None => b"null".to_vec(),
    };
    let input: Value = serde_json::from_slice(&text)
        .map_err(|error| Refusal::with("input_invalid", "detail", error.to_string()))?;
    Answer::json(&context.call(name, input)?)
}

#[cfg(test)]
mod tests {
    use kaizhang_words::{Lang, Words};

    use super::*;

    #[test]
    fn every_command_has_words_in_both_languages() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for command in COMMANDS {
                let key = ABOUTS.iter().find(|(name, _)| *name == command.name);
                assert!(
                    key.is_some_and(|(_, key)| words.has(key)),
                    "{lang} {}",
                    command.name
                );
            }
            assert_eq!(ABOUTS.len(), COMMANDS.len());
        }
    }
}
