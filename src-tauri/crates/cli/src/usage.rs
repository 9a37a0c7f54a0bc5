//! Mistakes in the arguments, explained in the person's language.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use kaizhang_words::{Words, args};

use crate::language::Peek;
use crate::print::plain;

/// What is wrong, what was perhaps meant, and where to look it up.
pub(crate) fn explain(error: &Error, peek: &Peek, words: &Words) -> String {
    let mut lines = vec![what(error, words)];
    let meant = first(error, ContextKind::SuggestedSubcommand)
        .or_else(|| first(error, ContextKind::SuggestedArg));
    if let Some(word) = meant {
        lines.push(words.say_with("cli-usage-similar", &args!["word" => word]));
    }
    let mut possible = all(error, ContextKind::ValidValue);
    if peek.verb.is_some() {
        // The few things below a verb are named; the verbs themselves fill the help.
        possible.extend(all(error, ContextKind::ValidSubcommand));
    }
    if !possible.is_empty() {
        let values = possible.join(words.say("cli-values-between").as_str());
        lines.push(words.say_with("cli-usage-choices", &args!["values" => values]));
    }
    lines.push(match peek.named() {
        Some(verb) => words.say_with("cli-usage-see-verb-help", &args!["verb" => verb]),
        None => words.say("cli-usage-see-help"),
    });
    lines.join("\n")
}

fn what(error: &Error, words: &Words) -> String {
    let option = || name(&first(error, ContextKind::InvalidArg).unwrap_or_default());
    let value = first(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = first(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            words.say_with("cli-usage-unknown", &args!["word" => word])
        }
        ErrorKind::UnknownArgument => {
            words.say_with("cli-usage-unknown", &args!["word" => option()])
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            words.say_with("cli-usage-needs-value", &args!["option" => option()])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => words.say_with(
            "cli-usage-bad-value",
            &args!["option" => option(), "value" => value],
        ),
        ErrorKind::MissingRequiredArgument => {
            let missing: Vec<String> = all(error, ContextKind::InvalidArg)
                .iter()
                .map(|arg| arg.replace(['<', '>'], ""))
                .collect();
            words.say_with("cli-usage-missing", &args!["what" => words.list(&missing)])
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let verb = words.say("cli-word-command");
            words.say_with("cli-usage-missing", &args!["what" => verb])
        }
        ErrorKind::ArgumentConflict => {
            let other = name(&first(error, ContextKind::PriorArg).unwrap_or_default());
            if other == option() || other.is_empty() {
                words.say_with("cli-usage-too-many", &args!["option" => option()])
            } else {
                words.say_with(
                    "cli-usage-conflict",
                    &args!["option" => option(), "other" => other],
                )
            }
        }
        ErrorKind::InvalidUtf8 => words.say("cli-usage-not-text"),
        kind => words.say_with("cli-usage-other", &args!["detail" => kind.to_string()]),
    }
}

/// `--data <DIR>` is called `--data`, and `<ITEM>` is called `ITEM`.
fn name(arg: &str) -> String {
    let first = arg.split(' ').next().unwrap_or_default();
    first.trim_matches(['<', '>', '[', ']']).to_owned()
}

fn all(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![plain(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| plain(text)).collect(),
        _ => Vec::new(),
    }
}

fn first(error: &Error, kind: ContextKind) -> Option<String> {
    all(error, kind).into_iter().next()
}
