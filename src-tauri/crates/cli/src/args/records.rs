//! `incident` and `receipt`: what was asked for, and with which words.

use clap::ArgMatches;
use serde_json::Value;

use super::text;
use crate::forms::{self, Field, Typed};

/// Which part of a list.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Span {
    pub(crate) from: Option<String>,
    pub(crate) to: Option<String>,
    pub(crate) terminal: Option<String>,
    pub(crate) limit: Option<u32>,
}

/// A call about an incident, as typed.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Called {
    /// Number, who answered, ticket.
    pub(crate) form: Typed,
    /// Minutes until somebody answered.
    pub(crate) waited_min: u32,
    /// Minutes of talking after that.
    pub(crate) talked_min: u32,
}

/// What to do with incidents. `incident` is an id or a number.
#[derive(Debug)]
#[allow(missing_docs, reason = "named after the verbs and their options")]
pub(crate) enum Incident {
    Open {
        form: Typed,
        sale: Typed,
        attach: Vec<String>,
    },
    Note {
        incident: String,
        note: Option<String>,
        call: Option<Called>,
        attach: Vec<String>,
    },
    Resolve {
        incident: String,
        note: Option<String>,
        loss: Option<String>,
        attach: Vec<String>,
    },
    Settle {
        incident: String,
        how: String,
        note: Option<String>,
        receipt: Option<String>,
        attach: Vec<String>,
    },
    Show {
        incident: String,
    },
    List {
        open: bool,
        span: Span,
    },
}

/// What to do with receipts. `receipt` is an id or a number.
#[derive(Debug)]
#[allow(missing_docs, reason = "named after the verbs and their options")]
pub(crate) enum Receipt {
    Add { form: Typed, attach: Vec<String> },
    Show { receipt: String },
    List { words: Vec<String>, span: Span },
}

/// What was asked for of incidents.
pub(super) fn incident(matches: &ArgMatches) -> Option<Incident> {
    let (action, sub) = matches.subcommand()?;
    let attach = || several(sub, "attach");
    let note = || text(sub, "note");
    if action == "open" {
        return Some(Incident::Open {
            form: typed(sub, &forms::INCIDENT),
            sale: typed(sub, &forms::SALE),
            attach: attach(),
        });
    }
    if action == "list" {
        return Some(Incident::List {
            open: sub.get_flag("open"),
            span: span(sub),
        });
    }
    let incident = text(sub, "incident")?;
    Some(match action {
        "note" => Incident::Note {
            incident,
            note: note(),
            call: called(sub),
            attach: attach(),
        },
        "resolve" => Incident::Resolve {
            incident,
            note: note(),
            loss: text(sub, "loss"),
            attach: attach(),
        },
        "settle" => Incident::Settle {
            incident,
            how: in_json(&text(sub, "how")?),
            note: note(),
            receipt: text(sub, "receipt"),
            attach: attach(),
        },
        "show" => Incident::Show { incident },
        _ => return None,
    })
}

/// What was asked for of receipts.
pub(super) fn receipt(matches: &ArgMatches) -> Option<Receipt> {
    let (action, sub) = matches.subcommand()?;
    Some(match action {
        "add" => Receipt::Add {
            form: typed(sub, &forms::RECEIPT),
            attach: several(sub, "attach"),
        },
        "show" => Receipt::Show {
            receipt: text(sub, "receipt")?,
        },
        "list" => Receipt::List {
            words: several(sub, "words"),
            span: span(sub),
        },
        _ => return None,
    })
}

/// Any word about a call means that there was one.
fn called(sub: &ArgMatches) -> Option<Called> {
    let minutes = |id: &str| sub.get_one::<u32>(id).copied();
    let form = typed(sub, &forms::CALL);
    let (waited, talked) = (minutes("waited"), minutes("talked"));
    let there_was = sub.get_flag("call") || !form.is_empty() || waited.or(talked).is_some();
    there_was.then(|| Called {
        form,
        waited_min: waited.unwrap_or(0),
        talked_min: talked.unwrap_or(0),
    })
}

/// A part of the days, of no terminal.
pub(super) fn span_of_days(sub: &ArgMatches) -> Span {
    Span {
        from: text(sub, "from"),
        to: text(sub, "to"),
        terminal: None,
        limit: sub.get_one::<u32>("limit").copied(),
    }
}

fn span(sub: &ArgMatches) -> Span {
    Span {
        from: text(sub, "from"),
        to: text(sub, "to"),
        terminal: text(sub, "terminal"),
        limit: sub.get_one::<u32>("limit").copied(),
    }
}

pub(super) fn several(sub: &ArgMatches, id: &str) -> Vec<String> {
    let values = sub.get_many::<String>(id);
    values.into_iter().flatten().cloned().collect()
}

/// The fields of a form that were typed.
pub(super) fn typed(sub: &ArgMatches, fields: &[Field]) -> Typed {
    let given = fields.iter().filter_map(|field| {
        let value = text(sub, field.option)?;
        let value = if field.values.is_empty() {
            value
        } else {
            in_json(&value)
        };
        Some((in_json(field.option), Value::from(value)))
    });
    given.collect()
}

/// Names have dashes at the prompt and underscores in JSON.
pub(super) fn in_json(name: &str) -> String {
    name.replace('-', "_")
}
