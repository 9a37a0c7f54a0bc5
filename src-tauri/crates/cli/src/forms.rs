//! The forms that are filled in by options: each option is one field of a command's form.

use serde_json::{Map, Value};

/// What was typed, by the names of the form's fields. What was not typed is left out, so that the shop's
/// own rules fill it in.
pub(crate) type Typed = Map<String, Value>;

/// One option and the field that it fills in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    /// `--merchant-no`; the field of the form is the same with underscores.
    pub(crate) option: &'static str,
    /// The key of what it is for.
    pub(crate) about: &'static str,
    /// The key of what its value is called.
    pub(crate) name: &'static str,
    /// The only values that it takes; any text when there are none.
    pub(crate) values: &'static [&'static str],
}

/// What was seen, as the guide of first aid names it. Which of them it knows is for the guide to say.
pub(crate) const SYMPTOMS: [&str; 9] = [
    "wont-start",
    "screen-text",
    "no-response",
    "wont-print",
    "card-refused",
    "qr-failed",
    "network",
    "over-limit",
    "charged-but-failed",
];
/// The ways of paying.
const LANES: &[&str] = &["card", "qr", "cash"];
/// The kinds of slip.
const SLIPS: &[&str] = &["sale", "void", "refund", "pre-auth", "query", "wallet"];
/// What became of a sale.
pub(crate) const SETTLEMENTS: &[&str] = &["settled", "reversed", "written-off"];

const fn text(option: &'static str, about: &'static str, name: &'static str) -> Field {
    Field {
        option,
        about,
        name,
        values: &[],
    }
}

const fn one_of(
    option: &'static str,
    about: &'static str,
    values: &'static [&'static str],
) -> Field {
    Field {
        option,
        about,
        name: "cli-name-value",
        values,
    }
}

const AMOUNT: Field = text("amount", "cli-option-amount", "cli-name-amount");
const CARD: Field = text("card", "cli-option-card", "cli-name-number");
const TERMINAL: Field = text("terminal", "cli-option-terminal", "cli-name-till");
const NOTE: Field = text("note", "cli-option-note", "cli-name-text");

/// An incident.
pub(crate) const INCIDENT: [Field; 9] = [
    text("symptom", "cli-option-symptom", "cli-name-value"),
    one_of("lane", "cli-option-lane", LANES),
    TERMINAL,
    text("code", "cli-option-code", "cli-name-code"),
    text("screen", "cli-option-screen", "cli-name-text"),
    AMOUNT,
    CARD,
    text("item", "cli-option-failed-item", "cli-name-item"),
    NOTE,
];
/// The sale that an incident may leave in doubt.
pub(crate) const SALE: [Field; 2] = [
    text("trace", "cli-option-sale-trace", "cli-name-number"),
    text("reference", "cli-option-sale-reference", "cli-name-number"),
];
/// A receipt, in the order of a slip.
pub(crate) const RECEIPT: [Field; 17] = [
    AMOUNT,
    text("at", "cli-option-at", "cli-name-time"),
    one_of("kind", "cli-option-kind", SLIPS),
    text("tip", "cli-option-tip", "cli-name-amount"),
    TERMINAL,
    text("merchant-name", "cli-option-merchant-name", "cli-name-text"),
    text("merchant-no", "cli-option-merchant-no", "cli-name-number"),
    text("terminal-no", "cli-option-terminal-no", "cli-name-number"),
    text("operator", "cli-option-operator", "cli-name-who"),
    text("issuer", "cli-option-issuer", "cli-name-text"),
    text("acquirer", "cli-option-acquirer", "cli-name-text"),
    CARD,
    text("batch", "cli-option-batch", "cli-name-number"),
    text("trace", "cli-option-trace", "cli-name-number"),
    text("auth", "cli-option-auth", "cli-name-number"),
    text("reference", "cli-option-reference", "cli-name-number"),
    NOTE,
];
/// A call that was made about an incident; the minutes stand beside it.
pub(crate) const CALL: [Field; 3] = [
    text("call-hotline", "cli-option-call-hotline", "cli-name-number"),
    text("answered-by", "cli-option-answered-by", "cli-name-who"),
    text("ticket", "cli-option-ticket", "cli-name-number"),
];

/// The kinds of case.
const DISPUTES: &[&str] = &[
    "retrieval",
    "chargeback",
    "wechat-complaint",
    "alipay-complaint",
    "other",
];
/// How a case ends.
pub(crate) const OUTCOMES: &[&str] = &["won", "lost", "withdrawn"];
/// A case, in the order of a notice.
pub(crate) const DISPUTE: [Field; 13] = [
    one_of("kind", "cli-option-dispute-kind", DISPUTES),
    text("channel", "cli-option-channel", "cli-name-text"),
    text("provider", "cli-option-provider", "cli-name-till"),
    AMOUNT,
    text("notice-on", "cli-option-notice-on", "cli-name-day"),
    text("reply-by", "cli-option-reply-by", "cli-name-day"),
    text("notice-no", "cli-option-notice-no", "cli-name-number"),
    text("said", "cli-option-said", "cli-name-text"),
    text("sold-on", "cli-option-sold-on", "cli-name-day"),
    text("reference", "cli-option-reference", "cli-name-number"),
    text("trace", "cli-option-trace", "cli-name-number"),
    CARD,
    text("story", "cli-option-story", "cli-name-text"),
];
/// An answer that was sent.
pub(crate) const SUBMISSION: [Field; 4] = [
    text("way", "cli-option-way", "cli-name-text"),
    text("sent-at", "cli-option-sent-at", "cli-name-time"),
    text("pack", "cli-option-pack", "cli-name-till"),
    NOTE,
];

/// Options of single verbs that are followed by a value, besides those of the forms.
const OTHERS: &[&str] = &[
    "value",
    "attach",
    "loss",
    "how",
    "receipt",
    "waited",
    "talked",
    "from",
    "to",
    "limit",
    "profile",
    "day",
    "days",
    "seed",
    "tills",
    "until",
    "outcome",
    "incident",
    "sale",
    "opening",
    "file",
    "piece",
    "not-needed",
    "remove",
    "out",
    "key",
    "roots",
];
/// The same of every verb; `--lang` is looked at.
const GLOBAL: &[&str] = &["data", "staff", "till"];

/// Whether what follows this argument is its value, whatever it looks like.
pub(crate) fn takes_value(arg: &str) -> bool {
    let Some(option) = arg.strip_prefix("--") else {
        return false;
    };
    let forms = [&INCIDENT[..], &SALE, &RECEIPT, &CALL, &DISPUTE, &SUBMISSION].concat();
    forms.iter().any(|field| field.option == option)
        || OTHERS.contains(&option)
        || GLOBAL.contains(&option)
}

#[cfg(test)]
mod tests {
    use clap::Command;

    use super::*;
    use crate::command;

    fn options(command: &Command, found: &mut Vec<(String, bool)>) {
        for arg in command.get_arguments() {
            let takes = arg.get_action().takes_values();
            found.extend(arg.get_long().map(|long| (format!("--{long}"), takes)));
        }
        for sub in command.get_subcommands() {
            options(sub, found);
        }
    }

    #[test]
    fn a_glance_knows_which_options_take_a_value() {
        let mut found = Vec::new();
        options(&command::command(&str::to_owned), &mut found);
        assert!(found.len() > 60);
        for (option, takes) in found {
            let known = takes_value(&option) || option == "--lang";
            assert_eq!(known, takes, "{option}");
        }
        assert!(!takes_value("note"));
    }
}
