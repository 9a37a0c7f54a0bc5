//! The newest signed checkpoint on a page: a square for a camera and a short code to compare by eye. Whoever holds the
//! page holds the shop to its records up to that moment.

use kaizhang_report::{Block, Square};
use kaizhang_store::View;
use kaizhang_words::args;

use super::said::Said;
use super::slip::heading;
use crate::{Refusal, anchors};

/// The square, or nothing where nothing was signed yet.
pub(super) fn square(view: &View<'_>, said: &Said<'_>) -> Result<Vec<Block>, Refusal> {
    let Some((covered, note)) = view.checkpoint()? else {
        return Ok(Vec::new());
    };
    let code = anchors::code_of(&note);
    let words = args!["count" => covered.size];
    Ok(vec![
        heading(said, "report-checkpoint"),
        Block::Square(Square {
            alt: said
                .words
                .say_with("report-checkpoint-alt", &args!["code" => code.as_str()]),
            words: said.words.say_with("report-checkpoint-words", &words),
            text: note,
            code,
        }),
    ])
}

/// How many entries a service outside the shop vouched for last, and when.
pub(super) fn stamped(view: &View<'_>) -> Result<Option<(u64, String)>, Refusal> {
    let epoch = view.identity()?.map_or(0, |identity| identity.epoch);
    let newest = view.newest_stamp(epoch)?;
    Ok(newest.map(|stamp| (stamp.covered.size, stamp.stamped_at)))
}
