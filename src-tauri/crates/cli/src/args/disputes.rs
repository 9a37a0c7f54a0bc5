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

/// What is to be taken off a case, as typed.
#[derive(Debug, PartialEq)]
pub(crate) enum Linked {
    /// A receipt, an incident or a sale, by id or number.
    Record {
        /// `receipt`, `incident` or `sale`.
        to: &'static str,
        /// Its id or number.
        which: String,
    },
    /// The opening of this business day.
    Opening(String),
    /// A file by its id or name, as this piece or as any.
    File {
        /// Its id or name.
        which: String,
        /// The piece that it is.
        piece: Option<String>,
    },
    /// The word that this piece is not needed.
    NotNeeded(String),
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
    Amend {
        dispute: String,
        form: Typed,
        attach: Vec<String>,
        remove: Vec<String>,
    },
    Link {
        dispute: String,
        links: DisputeLinks,
    },
    Unlink {
        dispute: String,
        linked: Linked,
        note: Option<String>,
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
        "amend" => Dispute::Amend {
            dispute,
            form: typed(sub, &forms::DISPUTE),
            attach: several(sub, "attach"),
            remove: several(sub, "remove"),
        },
        "link" => Dispute::Link {
            dispute,
            links: links(sub),
        },
        "unlink" => Dispute::Unlink {
            dispute,
            linked: linked(sub)?,
            note: note(),
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

fn linked(sub: &ArgMatches) -> Option<Linked> {
    let record = |to| text(sub, to).map(|which| Linked::Record { to, which });
    let piece = text(sub, "piece");
    record("receipt")
        .or_else(|| record("incident"))
        .or_else(|| record("sale"))
        .or_else(|| text(sub, "opening").map(Linked::Opening))
        .or_else(|| match text(sub, "file") {
            Some(which) => Some(Linked::File { which, piece }),
            None => piece.map(Linked::NotNeeded),
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
