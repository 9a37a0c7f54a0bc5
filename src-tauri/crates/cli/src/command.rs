//! What the program accepts: verbs, arguments, options.

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::args::{ACTIONS, VERBS};

mod disputes;
mod packs;
mod records;

/// Most tills of a demo, as of a shop.
const TILLS: i64 = 20;
/// Largest seed: it stands in the first entry, and JSON keeps no larger number exactly.
const SEED: u64 = (1 << 53) - 1;

/// What a report can tell.
const REPORTS: [&str; 10] = [
    "day",
    "month",
    "incident",
    "dispute",
    "range",
    "openings",
    "incidents",
    "receipts",
    "disputes",
    "key",
];

/// Everything the program accepts. `say` gives the words for the help, by key.
pub(crate) fn command(say: &dyn Fn(&str) -> String) -> Command {
    Command::new("kaizhang")
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help_flag(say))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(say("cli-option-version")),
        )
        .args(global(say))
        .subcommands(Verbs { say }.all())
}

/// The options of every verb, before it or after it.
fn global(say: &dyn Fn(&str) -> String) -> [Arg; 5] {
    let option = |id: &'static str, about: &str, name: String| {
        Arg::new(id)
            .long(id)
            .help(say(about))
            .value_name(name)
            .global(true)
    };
    [
        option("data", "cli-option-data", say("cli-name-folder")),
        option("lang", "cli-option-lang", "zh-CN|en".to_owned())
            .value_parser([PossibleValue::new("zh-CN").alias("zh"), "en".into()])
            .ignore_case(true),
        Arg::new("json")
            .long("json")
            .help(say("cli-option-json"))
            .action(ArgAction::SetTrue)
            .global(true),
        option("staff", "cli-option-staff", say("cli-name-who")),
        option("till", "cli-option-till", say("cli-name-till")),
    ]
}

fn help_flag(say: &dyn Fn(&str) -> String) -> Arg {
    Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .help(say("cli-option-help"))
}

/// The verbs, with the words for them.
#[derive(Clone, Copy)]
struct Verbs<'a> {
    say: &'a dyn Fn(&str) -> String,
}

impl Verbs<'_> {
    fn all(self) -> [Command; VERBS.len()] {
        [
            self.verb("today").arg(self.day("day", "cli-option-day")),
            self.verb("check"),
            self.mark(),
            self.verb("finish").arg(self.note("cli-option-reason")),
            self.history(),
            self.search(),
            self.incident(),
            self.receipt(),
            self.dispute(),
            self.pack(),
            self.verify(),
            self.report(),
            self.code(),
            self.remind(),
            self.verb("fsck"),
            self.verb("rebuild"),
            self.demo(),
            self.verb("commands"),
            self.call(),
            self.help(),
        ]
    }

    fn verb(self, name: &'static str) -> Command {
        Command::new(name)
            .about((self.say)(&format!("cli-verb-{name}")))
            .disable_help_flag(true)
            .arg(help_flag(self.say))
    }

    fn mark(self) -> Command {
        let result = Arg::new("result")
            .value_name("pass|fail|na")
            .help((self.say)("cli-arg-result"))
            .value_parser(["pass", "fail", "na"]);
        let value = self
            .option("value", "cli-option-value", "cli-name-value")
            .allow_hyphen_values(true);
        let attach = self
            .option("attach", "cli-option-attach", "cli-name-file")
            .action(ArgAction::Append);
        self.verb("mark")
            .arg(self.argument("item", "cli-arg-item", "cli-name-item"))
            .arg(result.required(true))
            .arg(self.note("cli-option-note"))
            .arg(value)
            .arg(attach)
    }

    fn history(self) -> Command {
        let limit = self
            .count("limit", "cli-option-limit")
            .value_parser(value_parser!(u32).range(1..));
        self.verb("history")
            .arg(self.day("from", "cli-option-from"))
            .arg(self.day("to", "cli-option-to"))
            .arg(limit)
    }

    fn search(self) -> Command {
        let words = self
            .argument("words", "cli-arg-search", "cli-name-text")
            .num_args(1..);
        let limit = self
            .count("limit", "cli-option-limit-found")
            .value_parser(value_parser!(u32).range(1..));
        self.verb("search")
            .arg(words)
            .arg(self.day("from", "cli-option-from"))
            .arg(self.day("to", "cli-option-to"))
            .arg(limit)
    }

    fn remind(self) -> Command {
        let plan = Arg::new("plan")
            .long("plan")
            .help((self.say)("cli-option-plan"))
            .action(ArgAction::SetTrue);
        let needs_plan = |day: Arg| day.requires("plan");
        self.verb("remind")
            .arg(plan)
            .arg(needs_plan(self.day("from", "cli-option-from")))
            .arg(needs_plan(self.day("to", "cli-option-to")))
    }

    fn report(self) -> Command {
        let what = Arg::new("what")
            .value_name((self.say)("cli-name-what"))
            .help((self.say)("cli-arg-report-what"))
            .value_parser(REPORTS)
            .required(true);
        let which = self
            .argument("which", "cli-arg-report-which", "cli-name-which")
            .required(false);
        let out = self
            .option("out", "cli-option-report-out", "cli-name-file")
            .required(true);
        let both = Arg::new("both")
            .long("both")
            .help((self.say)("cli-option-report-both"))
            .action(ArgAction::SetTrue);
        self.verb("report")
            .arg(what)
            .arg(which)
            .arg(out)
            .arg(self.day("from", "cli-option-from"))
            .arg(self.day("to", "cli-option-to"))
            .arg(both)
    }

    fn demo(self) -> Command {
        let seed = self
            .count("seed", "cli-option-seed")
            .value_parser(value_parser!(u64).range(..=SEED));
        let tills = self
            .count("tills", "cli-option-tills")
            .value_parser(value_parser!(u32).range(1..=TILLS));
        self.verb("demo")
            .arg(self.count("days", "cli-option-days").required(true))
            .arg(seed.required(true))
            .arg(tills)
            .arg(self.day("until", "cli-option-until"))
    }

    fn call(self) -> Command {
        let input = Arg::new("input")
            .value_name("JSON|-")
            .help((self.say)("cli-arg-json"));
        self.verb("call")
            .arg(self.argument("name", "cli-arg-name", "cli-name-name"))
            .arg(input)
    }

    fn help(self) -> Command {
        let verb = Arg::new("verb")
            .value_name((self.say)("cli-word-command"))
            .value_parser(VERBS);
        let mut actions = ACTIONS.map(|(_, action)| action).to_vec();
        actions.sort_unstable();
        actions.dedup();
        let action = Arg::new("action")
            .value_name((self.say)("cli-name-action"))
            .value_parser(actions);
        self.verb("help").arg(verb).arg(action)
    }

    fn option(self, id: &'static str, about: &str, name: &str) -> Arg {
        self.argument(id, about, name).required(false).long(id)
    }

    fn argument(self, id: &'static str, about: &str, name: &str) -> Arg {
        Arg::new(id)
            .help((self.say)(about))
            .value_name((self.say)(name))
            .required(true)
    }

    fn day(self, id: &'static str, about: &str) -> Arg {
        self.option(id, about, "cli-name-day")
    }

    fn note(self, about: &str) -> Arg {
        self.option("note", about, "cli-name-text")
            .allow_hyphen_values(true)
    }

    fn count(self, id: &'static str, about: &str) -> Arg {
        self.option(id, about, "cli-name-count")
            .value_parser(value_parser!(u32))
            .allow_negative_numbers(true)
    }
}
