//! The arguments, understood.

use std::ffi::OsString;

use clap::ArgMatches;
use clap::error::ErrorKind;
use kaizhang_words::{Lang, Words};

use crate::command::command;
use crate::failure::Failure;
use crate::language::Peek;
use crate::{help, usage};

/// The verbs, in the order in which the help shows them.
pub(crate) const VERBS: [&str; 11] = [
    "today", "check", "mark", "finish", "history", "fsck", "rebuild", "demo", "commands", "call",
    "help",
];

/// Options of every verb.
#[derive(Debug, Default)]
pub(crate) struct Global {
    pub(crate) data: Option<String>,
    pub(crate) json: bool,
    pub(crate) staff: String,
    pub(crate) till: Option<String>,
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
    let words = Words::new(lang);
    let mut spoken = command(&|key| words.say(key));
    let helps: Vec<String> = VERBS
        .iter()
        .map(|verb| help::of_verb(&spoken, verb, &words))
        .collect();
    let overall = help::overall(&spoken, &words);
    for (verb, text) in VERBS.into_iter().zip(&helps) {
        spoken = spoken.mut_subcommand(verb, |sub| sub.override_help(text.clone()));
    }
    spoken = spoken.override_help(overall.clone());
    match spoken.try_get_matches_from(args) {
        // Everything else was understood before: this is `kaizhang help [VERB]`.
        Ok(matches) => {
            let about = matches.subcommand().and_then(|(_, sub)| text(sub, "verb"));
            let place = VERBS
                .iter()
                .position(|verb| Some(*verb) == about.as_deref());
            let text = place.and_then(|place| helps.get(place).cloned());
            Ok(Parsed::Text(text.unwrap_or(overall)))
        }
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Ok(Parsed::Text(error.render().to_string()))
            }
            _ => Err(Failure::Usage(usage::explain(&error, peek.verb, &words))),
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
