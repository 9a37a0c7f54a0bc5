//! `incident`, `receipt` and `code`.

use clap::{Arg, ArgAction, ArgGroup, Command, value_parser};

use super::{Verbs, help_flag};
use crate::forms::{self, Field};

impl Verbs<'_> {
    pub(super) fn incident(self) -> Command {
        self.verb("incident")
            .subcommand_required(true)
            .disable_help_subcommand(true)
            .subcommand(self.incident_open())
            .subcommand(self.incident_note())
            .subcommand(self.incident_resolve())
            .subcommand(self.incident_settle())
            .subcommand(self.action("incident", "show").arg(self.which("incident")))
            .subcommand(self.incident_list())
    }

    pub(super) fn receipt(self) -> Command {
        let words = self
            .argument("words", "cli-arg-words", "cli-name-text")
            .required(false)
            .num_args(1..);
        let list = self
            .action("receipt", "list")
            .arg(words)
            .args(self.span("cli-option-limit-receipts"));
        let form = forms::RECEIPT.iter().map(|field| {
            let arg = self.field(field);
            arg.required(field.option == "amount")
        });
        let add = self
            .action("receipt", "add")
            .args(form)
            .arg(self.attach("cli-option-attach-slip"));
        self.verb("receipt")
            .subcommand_required(true)
            .disable_help_subcommand(true)
            .subcommand(add)
            .subcommand(self.action("receipt", "show").arg(self.which("receipt")))
            .subcommand(list)
    }

    pub(super) fn code(self) -> Command {
        let code = self.argument("code", "cli-arg-code", "cli-name-code");
        self.verb("code").arg(code)
    }

    fn incident_open(self) -> Command {
        self.action("incident", "open")
            .args(forms::INCIDENT.iter().map(|field| self.field(field)))
            .args(forms::SALE.iter().map(|field| self.field(field)))
            .arg(self.attach("cli-option-attach"))
    }

    fn incident_note(self) -> Command {
        let call = Arg::new("call")
            .long("call")
            .help((self.say)("cli-option-call"))
            .action(ArgAction::SetTrue);
        let of_a_call = forms::CALL.iter().map(|field| self.field(field));
        let minutes = [
            ("waited", "cli-option-waited"),
            ("talked", "cli-option-talked"),
        ];
        let something = ["note", "attach", "call", "waited", "talked"]
            .into_iter()
            .chain(forms::CALL.iter().map(|field| field.option));
        self.action("incident", "note")
            .arg(self.which("incident"))
            .arg(self.note("cli-option-note"))
            .arg(self.attach("cli-option-attach"))
            .arg(call)
            .args(of_a_call)
            .args(minutes.map(|(id, about)| self.minutes(id, about)))
            .group(
                ArgGroup::new("something")
                    .args(something)
                    .multiple(true)
                    .required(true),
            )
    }

    fn incident_resolve(self) -> Command {
        let loss = self
            .option("loss", "cli-option-loss", "cli-name-amount")
            .allow_hyphen_values(true);
        self.action("incident", "resolve")
            .arg(self.which("incident"))
            .arg(self.note("cli-option-resolved-how"))
            .arg(self.attach("cli-option-attach-proof"))
            .arg(loss)
    }

    fn incident_settle(self) -> Command {
        let how = Arg::new("how")
            .long("how")
            .help((self.say)("cli-option-how"))
            .value_name(forms::SETTLEMENTS.join("|"))
            .value_parser(forms::SETTLEMENTS.to_vec())
            .required(true);
        let receipt = self.option("receipt", "cli-option-receipt", "cli-name-till");
        self.action("incident", "settle")
            .arg(self.which("incident"))
            .arg(how)
            .arg(self.note("cli-option-settled-note"))
            .arg(receipt)
            .arg(self.attach("cli-option-attach-proof"))
    }

    fn incident_list(self) -> Command {
        let open = Arg::new("open")
            .long("open")
            .help((self.say)("cli-option-open"))
            .action(ArgAction::SetTrue);
        self.action("incident", "list")
            .arg(open)
            .args(self.span("cli-option-limit-incidents"))
    }

    /// `incident open`: its words stand under `cli-verb-incident-open`.
    pub(super) fn action(self, verb: &str, name: &'static str) -> Command {
        Command::new(name)
            .about((self.say)(&format!("cli-verb-{verb}-{name}")))
            .disable_help_flag(true)
            .arg(help_flag(self.say))
    }

    /// The incident or receipt that is meant.
    pub(super) fn which(self, id: &'static str) -> Arg {
        self.argument(id, "cli-arg-which", "cli-name-till")
    }

    pub(super) fn field(self, field: &Field) -> Arg {
        let arg = self.option(field.option, field.about, field.name);
        if field.values.is_empty() {
            // What was typed is judged by the shop's rules, whatever it begins with.
            arg.allow_hyphen_values(true)
        } else {
            arg.value_name(field.values.join("|"))
                .value_parser(field.values.to_vec())
        }
    }

    pub(super) fn attach(self, about: &str) -> Arg {
        self.option("attach", about, "cli-name-file")
            .action(ArgAction::Append)
    }

    fn minutes(self, id: &'static str, about: &str) -> Arg {
        self.option(id, about, "cli-name-minutes")
            .value_parser(value_parser!(u32).range(..=1440))
            .allow_negative_numbers(true)
    }

    pub(super) fn span(self, limit: &str) -> [Arg; 4] {
        let limit = self
            .count("limit", limit)
            .value_parser(value_parser!(u32).range(1..));
        [
            self.day("from", "cli-option-from"),
            self.day("to", "cli-option-to"),
            self.option("terminal", "cli-option-of-terminal", "cli-name-till"),
            limit,
        ]
    }
}
