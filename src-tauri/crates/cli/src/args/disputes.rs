//! `dispute`: what was asked for, and with which words.

use clap::ArgMatches;

use super::records::{in_json, several, span_of_days, typed};
use super::{Span, text};
use crate::forms::{self, Typed};

/// What belongs to a case, as typed.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct DisputeLinks {
    /// Ids or numbers.
    pub(crate) receipts: Vec<String>,
    /// Ids or numbers.
    pub(crate) incidents: Vec<String>,
    /// Ids.
    pub(crate) sales: Vec<String>,
    /// Business days.
    pub(crate) openings: Vec<String>,
    /// Files on this PC, each the piece that `piece` names.
    pub(crate) files: Vec<String>,
    /// The piece that the files are, or that is not needed.
    pub(crate) piece: Option<String>,
    /// Why the piece is not needed.
    pub(crate) not_needed: Option<String>,
}

/// What to do with cases. `dispute` is an id or a number.
#[derive(Debug)]
#[allow(missing_docs, reason = "named after the verbs and their options")]
pub(crate) enum Dispute {
    Open {
        form: Typed,
        links: DisputeLinks,
        attach: Vec<String>,
    },
    Link {
        dispute: String,
        links: DisputeLinks,
    },
    Submit {
        dispute: String,
        form: Typed,
    },
    Close {
        dispute: String,
        outcome: String,
        note: Option<String>,
    },
    Reopen {
        dispute: String,
        note: Option<String>,
    },
    Show {
        dispute: String,
    },
    List {
        words: Vec<String>,
        open: bool,
        span: Span,
    },
}

/// What was asked for of cases.
pub(super) fn dispute(matches: &ArgMatches) -> Option<Dispute> {
    let (action, sub) = matches.subcommand()?;
    if action == "open" {
        return Some(Dispute::Open {
            form: typed(sub, &forms::DISPUTE),
            links: links(sub),
            attach: several(sub, "attach"),
        });
    }
    if action == "list" {
        return Some(Dispute::List {
            words: several(sub, "words"),
            open: sub.get_flag("open"),
            span: span_of_days(sub),
        });
    }
    let dispute = text(sub, "dispute")?;
    let note = || text(sub, "note");
    Some(match action {
        "link" => Dispute::Link {
            dispute,
            links: links(sub),
        },
        "submit" => Dispute::Submit {
            dispute,
            form: typed(sub, &forms::SUBMISSION),
        },
        "close" => Dispute::Close {
            dispute,
            outcome: in_json(&text(sub, "outcome")?),
            note: note(),
        },
        "reopen" => Dispute::Reopen {
            dispute,
            note: note(),
        },
        "show" => Dispute::Show { dispute },
        _ => return None,
    })
}

fn links(sub: &ArgMatches) -> DisputeLinks {
    // Only `link` brings pieces along.
    let there = |id: &str| sub.try_contains_id(id).is_ok_and(|there| there);
    let one = |id: &str| there(id).then(|| text(sub, id)).flatten();
    DisputeLinks {
        receipts: several(sub, "receipt"),
        incidents: several(sub, "incident"),
        sales: several(sub, "sale"),
        openings: several(sub, "opening"),
        files: if there("file") {
            several(sub, "file")
        } else {
            Vec::new()
        },
        piece: one("piece"),
        not_needed: one("not-needed"),
    }
}
