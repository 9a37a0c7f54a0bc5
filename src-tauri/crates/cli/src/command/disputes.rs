//! `dispute`.

use clap::{Arg, ArgAction, ArgGroup, Command, value_parser};

use super::Verbs;
use crate::forms;

impl Verbs<'_> {
    pub(super) fn dispute(self) -> Command {
        let words = self
            .argument("words", "cli-arg-words", "cli-name-text")
            .required(false)
            .num_args(1..);
        let open = Arg::new("open")
            .long("open")
            .help((self.say)("cli-option-going-on"))
            .action(ArgAction::SetTrue);
        let limit = self
            .count("limit", "cli-option-limit-disputes")
            .value_parser(value_parser!(u32).range(1..));
        let list = self.action("dispute", "list").arg(words).arg(open).args([
            self.day("from", "cli-option-notice-from"),
            self.day("to", "cli-option-to"),
            limit,
        ]);
        self.verb("dispute")
            .subcommand_required(true)
            .disable_help_subcommand(true)
            .subcommand(self.dispute_open())
            .subcommand(self.dispute_amend())
            .subcommand(self.dispute_link())
            .subcommand(self.dispute_unlink())
            .subcommand(self.dispute_submit())
            .subcommand(self.dispute_close())
            .subcommand(self.dispute_reopen())
            .subcommand(self.action("dispute", "show").arg(self.which("dispute")))
            .subcommand(list)
    }

    fn dispute_open(self) -> Command {
        self.action("dispute", "open")
            .args(forms::DISPUTE.iter().map(|field| self.field(field)))
            .args(self.belongings())
            .arg(self.attach("cli-option-attach-notice"))
    }

    fn dispute_amend(self) -> Command {
        let something = forms::DISPUTE.iter().map(|field| field.option);
        self.action("dispute", "amend")
            .arg(self.which("dispute"))
            .args(forms::DISPUTE.iter().map(|field| self.field(field)))
            .arg(self.attach("cli-option-attach-notice"))
            .arg(self.several("remove", "cli-option-remove-notice", "cli-name-file"))
            .group(
                ArgGroup::new("something")
                    .args(something.chain(["attach", "remove"]))
                    .multiple(true)
                    .required(true),
            )
    }

    /// One thing at a time: what it was called when it was linked names it again.
    fn dispute_unlink(self) -> Command {
        let things = ["receipt", "incident", "sale", "opening", "file"];
        let piece = self
            .option("piece", "cli-option-off-piece", "cli-name-value")
            .value_name("PIECE")
            .required_unless_present_any(things)
            .conflicts_with_all(["receipt", "incident", "sale", "opening"]);
        self.action("dispute", "unlink")
            .arg(self.which("dispute"))
            .args([
                self.option("receipt", "cli-option-off-receipt", "cli-name-till"),
                self.option("incident", "cli-option-off-incident", "cli-name-till"),
                self.option("sale", "cli-option-off-sale", "cli-name-till"),
                self.option("opening", "cli-option-off-opening", "cli-name-day"),
                self.option("file", "cli-option-off-file", "cli-name-file"),
            ])
            .arg(piece)
            .arg(self.note("cli-option-off-note"))
            .group(ArgGroup::new("thing").args(things))
    }

    fn dispute_link(self) -> Command {
        let file = self.several("file", "cli-option-piece-file", "cli-name-file");
        let piece = self
            .option("piece", "cli-option-piece", "cli-name-value")
            .value_name("PIECE");
        let why = self
            .option("not-needed", "cli-option-not-needed", "cli-name-text")
            .allow_hyphen_values(true)
            .requires("piece")
            .conflicts_with("file");
        let something = [
            "receipt",
            "incident",
            "sale",
            "opening",
            "file",
            "not-needed",
        ];
        self.action("dispute", "link")
            .arg(self.which("dispute"))
            .args(self.belongings())
            .arg(file.requires("piece"))
            .arg(piece)
            .arg(why)
            .group(
                ArgGroup::new("something")
                    .args(something)
                    .multiple(true)
                    .required(true),
            )
    }

    fn dispute_submit(self) -> Command {
        let fields = forms::SUBMISSION.iter().map(|field| {
            let arg = self.field(field);
            arg.required(field.option == "way")
        });
        self.action("dispute", "submit")
            .arg(self.which("dispute"))
            .args(fields)
    }

    fn dispute_close(self) -> Command {
        let outcome = Arg::new("outcome")
            .long("outcome")
            .help((self.say)("cli-option-outcome"))
            .value_name(forms::OUTCOMES.join("|"))
            .value_parser(forms::OUTCOMES.to_vec())
            .required(true);
        self.action("dispute", "close")
            .arg(self.which("dispute"))
            .arg(outcome)
            .arg(self.note("cli-option-closed-note"))
    }

    fn dispute_reopen(self) -> Command {
        self.action("dispute", "reopen")
            .arg(self.which("dispute"))
            .arg(self.note("cli-option-reopened-note"))
    }

    /// What on record belongs to a case.
    fn belongings(self) -> [Arg; 4] {
        [
            self.several("receipt", "cli-option-link-receipt", "cli-name-till"),
            self.several("incident", "cli-option-link-incident", "cli-name-till"),
            self.several("sale", "cli-option-link-sale", "cli-name-till"),
            self.several("opening", "cli-option-link-opening", "cli-name-day"),
        ]
    }

    fn several(self, id: &'static str, about: &str, name: &str) -> Arg {
        self.option(id, about, name).action(ArgAction::Append)
    }
}
