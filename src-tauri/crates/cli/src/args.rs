//! The arguments, understood.

use std::ffi::OsString;

use clap::ArgMatches;
use clap::error::ErrorKind;
use kaizhang_words::{Lang, Words};

use crate::command::command;
use crate::failure::Failure;
use crate::language::Peek;
use crate::{help, usage};

mod disputes;
mod packs;
mod records;
pub(crate) use disputes::{Dispute, DisputeLinks, Linked};
pub(crate) use packs::{Pack, Verify};
pub(crate) use records::{Called, Incident, Receipt, Span};

/// The verbs, in the order in which the help shows them.
pub(crate) const VERBS: [&str; 20] = [
    "today", "check", "mark", "finish", "history", "search", "incident", "receipt", "dispute",
    "pack", "verify", "report", "code", "remind", "fsck", "rebuild", "demo", "commands", "call",
    "help",
];
/// What some verbs have below them: `incident open`.
pub(crate) const ACTIONS: [(&str, &str); 21] = [
    ("incident", "open"),
    ("incident", "note"),
    ("incident", "resolve"),
    ("incident", "settle"),
    ("incident", "show"),
    ("incident", "list"),
    ("receipt", "add"),
    ("receipt", "show"),
    ("receipt", "list"),
    ("dispute", "open"),
    ("dispute", "amend"),
    ("dispute", "link"),
    ("dispute", "unlink"),
    ("dispute", "submit"),
    ("dispute", "close"),
    ("dispute", "reopen"),
    ("dispute", "show"),
    ("dispute", "list"),
    ("pack", "incident"),
    ("pack", "dispute"),
    ("pack", "range"),
];

/// Options of every verb.
#[derive(Debug, Default)]
pub(crate) struct Global {
    pub(crate) data: Option<String>,
    pub(crate) json: bool,
    pub(crate) staff: String,
    pub(crate) till: Option<String>,
}

/// A report, as asked for.
#[derive(Debug)]
#[allow(missing_docs, reason = "named after the options")]
pub(crate) struct Report {
    pub(crate) what: String,
    pub(crate) which: Option<String>,
    pub(crate) from: Option<String>,
    pub(crate) to: Option<String>,
    pub(crate) both: bool,
    pub(crate) out: String,
}

/// What is asked for.
#[derive(Debug)]
#[allow(missing_docs, reason = "named after the verbs and their options")]
pub(crate) enum Verb {
    Today {
        day: Option<String>,
    },
    Check,
    Mark {
        item: String,
        result: String,
        note: Option<String>,
        value: Option<String>,
        attach: Vec<String>,
    },
    Finish {
        note: Option<String>,
    },
    History {
        from: Option<String>,
        to: Option<String>,
        limit: Option<u32>,
    },
    Search {
        words: Vec<String>,
        span: Span,
    },
    Incident(Incident),
    Receipt(Receipt),
    Dispute(Dispute),
    Pack(Pack),
    Verify(Verify),
    Report(Report),
    Code {
        code: String,
    },
    Remind {
        plan: bool,
        from: Option<String>,
        to: Option<String>,
    },
    Fsck,
    Rebuild,
    Demo {
        days: u32,
        seed: u64,
        tills: Option<u32>,
        until: Option<String>,
    },
    Commands,
    Call {
        name: String,
        json: Option<String>,
    },
}

/// The arguments, understood.
#[derive(Debug)]
pub(crate) enum Parsed {
    /// Help or version, ready to print.
    Text(String),
    /// Something to do.
    Wish { global: Global, verb: Verb },
}

/// Reads the arguments. The words are only looked up when there is something to say about them.
pub(crate) fn parse(args: &[OsString], lang: Lang, peek: &Peek) -> Result<Parsed, Failure> {
    let silent = command(&str::to_owned);
    if let Some(wish) = silent
        .try_get_matches_from(args)
        .ok()
        .and_then(|matches| wish(&matches))
    {
        return Ok(wish);
    }
    explained(args, &Words::new(lang), peek)
}

/// Reads the arguments once more, with the words for whatever there is to say about them.
fn explained(args: &[OsString], words: &Words, peek: &Peek) -> Result<Parsed, Failure> {
    let mut spoken = command(&|key| words.say(key));
    let pages = help::pages(&spoken, words);
    for (verb, text) in VERBS.into_iter().map(|verb| (verb, pages.of(verb, None))) {
        spoken = spoken.mut_subcommand(verb, |sub| sub.override_help(text.clone()));
    }
    for (verb, action) in ACTIONS {
        let text = pages.of(verb, Some(action));
        spoken = spoken.mut_subcommand(verb, |sub| {
            sub.mut_subcommand(action, |sub| sub.override_help(text.clone()))
        });
    }
    spoken = spoken.override_help(pages.overall.clone());
    match spoken.try_get_matches_from(args) {
        // Everything else was understood before: this is `kaizhang help [VERB [ACTION]]`.
        Ok(matches) => {
            let sub = matches.subcommand().map(|(_, sub)| sub);
            let named = |id: &str| sub.and_then(|sub| text(sub, id));
            Ok(Parsed::Text(match named("verb") {
                Some(verb) => pages.of(&verb, named("action").as_deref()),
                None => pages.overall,
            }))
        }
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Ok(Parsed::Text(error.render().to_string()))
            }
            _ => Err(Failure::Usage(usage::explain(&error, peek, words))),
        },
    }
}

fn text(matches: &ArgMatches, id: &str) -> Option<String> {
    matches.get_one::<String>(id).cloned()
}

/// What was asked for; `None` for `help`.
fn wish(matches: &ArgMatches) -> Option<Parsed> {
    let (name, sub) = matches.subcommand()?;
    let number = |id: &str| sub.get_one::<u32>(id).copied();
    let verb = match name {
        "today" => Verb::Today {
            day: text(sub, "day"),
        },
        "check" => Verb::Check,
        "mark" => Verb::Mark {
            item: text(sub, "item")?,
            result: text(sub, "result")?,
            note: text(sub, "note"),
            value: text(sub, "value"),
            attach: sub
                .get_many::<String>("attach")
                .into_iter()
                .flatten()
                .cloned()
                .collect(),
        },
        "finish" => Verb::Finish {
            note: text(sub, "note"),
        },
        "history" => Verb::History {
            from: text(sub, "from"),
            to: text(sub, "to"),
            limit: number("limit"),
        },
        "search" => Verb::Search {
            words: records::several(sub, "words"),
            span: records::span_of_days(sub),
        },
        "incident" => Verb::Incident(records::incident(sub)?),
        "receipt" => Verb::Receipt(records::receipt(sub)?),
        "dispute" => Verb::Dispute(disputes::dispute(sub)?),
        "pack" => Verb::Pack(packs::pack(sub)?),
        "verify" => Verb::Verify(packs::verify(sub)?),
        "report" => Verb::Report(Report {
            what: text(sub, "what")?,
            which: text(sub, "which"),
            from: text(sub, "from"),
            to: text(sub, "to"),
            both: sub.get_flag("both"),
            out: text(sub, "out")?,
        }),
        "code" => Verb::Code {
            code: text(sub, "code")?,
        },
        "remind" => Verb::Remind {
            plan: sub.get_flag("plan"),
            from: text(sub, "from"),
            to: text(sub, "to"),
        },
        "fsck" => Verb::Fsck,
        "rebuild" => Verb::Rebuild,
        "demo" => Verb::Demo {
            days: number("days")?,
            seed: sub.get_one::<u64>("seed").copied()?,
            tills: number("tills"),
            until: text(sub, "until"),
        },
        "commands" => Verb::Commands,
        "call" => Verb::Call {
            name: text(sub, "name")?,
            json: text(sub, "input"),
        },
        _ => return None,
    };
    let global = Global {
        data: text(sub, "data"),
        json: sub.get_flag("json"),
        staff: text(sub, "staff").unwrap_or_default(),
        till: text(sub, "till"),
    };
    Some(Parsed::Wish { global, verb })
}

#[cfg(test)]
#[path = "args_tests.rs"]
mod tests;
