//! Honest words: what a report rests on, and what it does not prove.

use kaizhang_report::{Block, Tone};
use kaizhang_store::View;
use kaizhang_words::args;

use super::said::Said;
use crate::Refusal;

/// What is proven and since when, and what is not.
pub(super) fn note(view: &View<'_>, said: &Said<'_>) -> Result<Vec<Block>, Refusal> {
    let count = args!["count" => view.size()?];
    let proven = said.words.say_with("report-proof", &count);
    let since = match super::checkpoint::stamped(view)? {
        Some((size, at)) => {
            let all = args!["count" => size, "at" => said.moment(&at).shown()];
            said.words.say_with("report-proof-since", &all)
        }
        None => said.words.say("report-proof-alone"),
    };
    let not = said.words.say("report-proof-not");
    let words = [proven, since, not].join("\n");
    Ok(vec![Block::Note(Tone::Plain, words)])
}
