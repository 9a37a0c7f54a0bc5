//! The verbs: each one or two commands of the table, and how their answers read.

mod check;
mod history;
mod keeping;
mod mark;
mod section;
mod table;
pub(crate) mod today;

use crate::answer::Answer;
use crate::args::Verb;
use crate::context::Context;
use crate::failure::Failure;

pub(crate) use mark::{attach, finished};

/// Does what was asked for.
pub(crate) fn run(context: &Context, verb: Verb) -> Result<Answer, Failure> {
    match verb {
        Verb::Today { day } => today::today(context, day),
        Verb::Check => check::check(context),
        Verb::Mark { .. } => mark::mark(context, verb),
        Verb::Finish { note } => mark::finish(context, note),
        Verb::History { from, to, limit } => history::history(context, from, to, limit),
        Verb::Fsck => keeping::fsck(context),
        Verb::Rebuild => keeping::rebuild(context),
        Verb::Demo {
            days,
            seed,
            tills,
            until,
        } => keeping::demo(context, days, seed, tills, until),
        Verb::Commands => table::commands(context),
        Verb::Call { name, json } => table::call(context, &name, json),
    }
}
