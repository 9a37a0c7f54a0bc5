//! Where a report is written: a path that somebody named, or a new file among his documents.

use std::path::{Path, PathBuf};

use kaizhang_store::{StoreError, deliver};
use serde_json::json;

use super::{Format, Subject, What};
use crate::app::App;
use crate::{Refusal, outside};

/// The folder among the documents.
const FOLDER: &str = "Kaizhang";
/// Most files of one name before somebody tidies up.
const MOST: u32 = 1000;

/// Where to.
#[derive(Debug)]
pub(super) enum Place {
    /// A file that may be there and is replaced whole.
    Named(PathBuf),
    /// A new file of this name, without its ending, in this folder.
    New {
        folder: PathBuf,
        stem: String,
        ending: &'static str,
    },
}

impl Place {
    /// Looks whether a report can be written there, before anything is made.
    pub(super) fn of(
        app: &App,
        out: Option<&str>,
        subject: &Subject,
        format: Format,
    ) -> Result<Place, Refusal> {
        let Some(out) = out else {
            return Ok(Place::New {
                folder: outside::documents_folder().join(FOLDER),
                stem: stem(subject),
                ending: ending(format),
            });
        };
        let path = PathBuf::from(out);
        let refused = |why: &str| {
            let params = json!({ "path": out, "detail": why });
            Err(Refusal::new("report_not_written", params))
        };
        if !path.is_absolute() {
            return refused("not a whole path");
        }
        if path.file_name().is_none() || path.is_dir() {
            return refused("a folder, not a file");
        }
        // A report over the database would be the end of it.
        let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
        let data = app.store.path().canonicalize();
        match (folder, data) {
            (None, _) => refused("the folder is not there"),
            (Some(folder), Ok(data)) if folder.starts_with(&data) => refused("the data folder"),
            _ => Ok(Place::Named(path)),
        }
    }

    /// Writes it: whole under its name, or nothing at all.
    pub(super) fn put(&self, bytes: &[u8]) -> Result<PathBuf, Refusal> {
        let written = match self {
            Place::Named(path) => deliver::replace(path, bytes).map(|()| path.clone()),
            Place::New {
                folder,
                stem,
                ending,
            } => put_new(folder, stem, ending, bytes),
        };
        written.map_err(|error| {
            let path = match self {
                Place::Named(path) => path,
                Place::New { folder, .. } => folder,
            };
            // What the system says, without what we were about; it is about his folder, not about ours.
            let detail = match error {
                StoreError::Failed { detail, .. } => detail,
                other => other.to_string(),
            };
            let params = json!({ "path": path.display().to_string(), "detail": detail });
            Refusal::new("report_not_written", params)
        })
    }
}

fn put_new(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<PathBuf, StoreError> {
    deliver::folder(folder)?;
    for number in 1..=MOST {
        let name = match number {
            1 => format!("{stem}.{ending}"),
            _ => format!("{stem}-{number}.{ending}"),
        };
        let path = folder.join(name);
        if deliver::new(&path, bytes)? {
            return Ok(path);
        }
    }
    Err(StoreError::Failed {
        operation: "name a report".to_owned(),
        path: folder.to_owned(),
        detail: "too many files of one name".to_owned(),
    })
}

fn ending(format: Format) -> &'static str {
    match format {
        Format::Pdf => "pdf",
        Format::Xlsx => "xlsx",
        Format::Csv => "csv",
    }
}

/// A name of letters, digits and dashes: it ends up on sticks and in mails of any system.
fn stem(subject: &Subject) -> String {
    let days = |(from, to): &(Option<_>, Option<_>)| {
        let each = [from, to].into_iter().flatten();
        each.map(|day: &kaizhang_core::time::Day| format!("-{day}"))
            .collect::<String>()
    };
    match subject {
        Subject::Day { day, .. } => format!("kaizhang-day-{day}"),
        Subject::Month { first, .. } => format!("kaizhang-month-{}", first.format("%Y-%m")),
        Subject::Incident { which } | Subject::Dispute { which } => {
            let plain = |one: &char| one.is_ascii_alphanumeric() || *one == '-';
            let which: String = which.chars().filter(plain).take(40).collect();
            let name = match subject {
                Subject::Dispute { .. } => "case",
                _ => "incident",
            };
            format!("kaizhang-{name}-{which}")
        }
        Subject::Range { span } => format!("kaizhang-records{}", days(span)),
        Subject::Key => "kaizhang-key-fingerprint".to_owned(),
        Subject::List { of, span } => {
            let name = match of {
                What::Incidents => "incidents",
                What::Receipts => "receipts",
                What::Disputes => "cases",
                _ => "openings",
            };
            format!("kaizhang-{name}{}", days(span))
        }
    }
}
