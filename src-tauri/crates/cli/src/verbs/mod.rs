//! The verbs: each one or two commands of the table, and how their answers read.

mod attach;
mod check;
mod code;
mod dispute;
mod dispute_page;
mod history;
mod incident;
mod incident_events;
mod incident_page;
mod keeping;
mod list;
mod mark;
mod pack;
mod receipt;
mod remind;
mod report;
mod search;
mod section;
mod table;
pub(crate) mod today;
mod verify;

use crate::answer::Answer;
use crate::args::Verb;
use crate::context::Context;
use crate::failure::Failure;

pub(crate) use attach::attach;
pub(crate) use mark::finished;

/// Does what was asked for.
pub(crate) fn run(context: &Context, verb: Verb) -> Result<Answer, Failure> {
    match verb {
        Verb::Today { day } => today::today(context, day),
        Verb::Check => check::check(context),
        Verb::Mark { .. } => mark::mark(context, verb),
        Verb::Finish { note } => mark::finish(context, note),
        Verb::History { from, to, limit } => history::history(context, from, to, limit),
        Verb::Search { words, span } => search::search(context, &words, &span),
        Verb::Incident(wish) => incident::incident(context, wish),
        Verb::Receipt(wish) => receipt::receipt(context, wish),
        Verb::Dispute(wish) => dispute::dispute(context, wish),
        Verb::Pack(wish) => pack::pack(context, wish),
        Verb::Verify(wish) => verify::verify(context, wish),
        Verb::Report(wish) => report::report(context, wish),
        Verb::Code { code } => code::code(context, &code),
        Verb::Remind { plan, from, to } => remind::remind(context, plan, from, to),
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
