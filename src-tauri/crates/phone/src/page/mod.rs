//! The page itself: one answer that holds everything it needs, in the phone's language.

mod words;

use serde_json::json;

use crate::board::Board;
use crate::{FileState, Language, Limits};
use words::{SCRIPT_WORDS, word};

const SHEET: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
const TAKEN: &str = include_str!("taken.html");

/// How the phone that looks stands to the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nobody has started yet.
    Free,
    /// This phone has; it may have been away.
    Mine,
    /// Another phone has.
    Taken,
}

/// The page for a phone.
pub(crate) fn render(
    standing: Standing,
    language: Language,
    nonce: &str,
    token: &str,
    board: &Board,
) -> String {
    let sheet = if standing == Standing::Taken {
        TAKEN
    } else {
        SHEET
    };
    let facts = facts(standing, language, token, board);
    fill(sheet, |name| match name {
        "style" => STYLE.to_owned(),
        "script" => SCRIPT.to_owned(),
        "nonce" => nonce.to_owned(),
        "facts" => facts.clone(),
        "lang" => language.tag().to_owned(),
        "other-lang" => language.other().tag().to_owned(),
        "other-name" => escape(word(language.other(), "name")),
        key => escape(&with_limits(word(language, key), &board.limits)),
    })
}

/// Everything that the script needs to know. Names of files are the phone's own, given back to it after it was away.
fn facts(standing: Standing, language: Language, token: &str, board: &Board) -> String {
    let progress = board.progress();
    let kept = progress.files.iter();
    let kept = kept.filter(|file| file.state == FileState::Kept);
    let names: Vec<&str> = kept.map(|file| file.name.as_str()).collect();
    let words: serde_json::Map<_, _> = SCRIPT_WORDS
        .iter()
        .map(|key| (*key, with_limits(word(language, key), &board.limits)))
        .map(|(key, text)| (key.to_owned(), text.into()))
        .collect();
    let facts = json!({
        "base": format!("/{token}"),
        "started": standing == Standing::Mine,
        "kept": if standing == Standing::Mine { names } else { Vec::new() },
        "fileBytes": board.limits.file_bytes,
        "secondsLeft": progress.seconds_left,
        "words": words,
    });
    // Inside a script element only this sign can end it.
    facts.to_string().replace('<', "\\u003c")
}

/// Limits as a person reads them.
fn with_limits(text: &str, limits: &Limits) -> String {
    const MIB: u64 = 1024 * 1024;
    text.replace("%file%", &(limits.file_bytes / MIB).to_string())
        .replace("%files%", &limits.files.to_string())
        .replace("%total%", &(limits.total_bytes / MIB).to_string())
}

/// Puts a value into each `{{name}}`.
fn fill(template: &str, value: impl Fn(&str) -> String) -> String {
    let mut parts = template.split("{{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if let Some((name, rest)) = part.split_once("}}") {
            filled.push_str(&value(name));
            filled.push_str(rest);
        }
    }
    filled
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
#[path = "page_tests.rs"]
mod tests;
