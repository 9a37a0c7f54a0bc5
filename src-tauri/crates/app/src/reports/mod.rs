//! Reports: one story on paper, or a list for a spreadsheet. What is told comes from the ledger's shadows, the words from
//! `words/*/report.ftl`, the page from the report crate; here the three meet.
//!
//! A report is written whole or not at all, to a place that the owner names or to the folder of documents. The same
//! records at the same moment give the same bytes.

mod checkpoint;
mod checks;
mod chronology;
mod compose;
mod dispute;
mod drawn;
mod events;
mod found;
mod incident;
mod key;
mod lists;
mod month;
mod pictures;
mod place;
mod proof;
mod range;
mod room;
mod said;
mod sale;
mod shop;
mod slip;
mod tables;
mod tills;

use kaizhang_core::time::Day;
use kaizhang_report::ReportError;
use kaizhang_words::Lang;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

pub(crate) use self::compose::{Source, pdf};
use crate::app::{App, Caller};
use crate::{Refusal, shops};

/// What a report tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ReportWhat")]
pub enum What {
    /// One opening on one page.
    Day,
    /// A month with its figures.
    Month,
    /// One incident.
    Incident,
    /// One case.
    Dispute,
    /// Everything of some days.
    Range,
    /// The fingerprint of the signing key, for whoever is to know the shop's packs.
    Key,
    /// A list of openings.
    Openings,
    /// A list of incidents.
    Incidents,
    /// A list of receipts.
    Receipts,
    /// A list of cases.
    Disputes,
}

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ReportFormat")]
pub enum Format {
    /// PDF/A-2a that is PDF/UA-1 as well.
    Pdf,
    /// A workbook.
    Xlsx,
    /// Its first sheet as text.
    Csv,
}

/// A language of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ReportLanguage")]
pub enum Language {
    /// Chinese.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// English.
    #[serde(rename = "en")]
    En,
}

/// Input of `make_report`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MakeReport {
    /// What it tells.
    pub what: What,
    /// The day `2026-10-31`, the month `2026-10`, the number or id of an incident or a case. For a list and for everything
    /// of some days a day or a month as well, in place of `from` and `to`; nothing for the key.
    pub which: Option<String>,
    /// The till of a day; every till when left out. Nothing else is about one till.
    pub till: Option<String>,
    /// Not before this business day: of a list, or of everything of some days.
    pub from: Option<String>,
    /// Not after this business day.
    pub to: Option<String>,
    /// PDF when left out; for a list a workbook.
    pub format: Option<Format>,
    /// Chinese when left out. A PDF may have both, one after the other; a list takes the first.
    pub languages: Option<Vec<Language>>,
    /// Where to, as a whole path; a file of that name is replaced. A new file among the person's documents when left
    /// out.
    pub out: Option<String>,
}

/// A report that was written.
#[derive(Debug, Serialize, TS)]
pub struct ReportMade {
    /// Where it is.
    pub path: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// What a report is about, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Subject {
    Day {
        till: Option<String>,
        day: Day,
    },
    Month {
        first: Day,
        last: Day,
    },
    Incident {
        which: String,
    },
    Dispute {
        which: String,
    },
    Range {
        span: (Option<Day>, Option<Day>),
    },
    Key,
    List {
        of: What,
        span: (Option<Day>, Option<Day>),
    },
}

impl From<Language> for Lang {
    fn from(language: Language) -> Lang {
        match language {
            Language::ZhCn => Lang::ZhCn,
            Language::En => Lang::En,
        }
    }
}

impl From<ReportError> for Refusal {
    fn from(error: ReportError) -> Refusal {
        let detail = error.to_string();
        let params = match &error {
            ReportError::NoFont { looked } => {
                let folders: Vec<_> = looked.iter().map(|one| one.display().to_string()).collect();
                json!({ "folders": folders.join(", ") })
            }
            ReportError::FontUnreadable { path } => json!({ "path": path.display().to_string() }),
            ReportError::SheetTooLarge { rows, .. } => json!({ "count": rows }),
            ReportError::PictureUnreadable { .. } => json!({}),
            _ => json!({ "detail": detail }),
        };
        Refusal::new(error.code(), params)
    }
}

pub(crate) fn make_report(
    app: &App,
    caller: &Caller,
    input: MakeReport,
) -> Result<ReportMade, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let subject = subject(&input)?;
    let is_list = matches!(subject, Subject::List { .. });
    let format = input
        .format
        .unwrap_or(if is_list { Format::Xlsx } else { Format::Pdf });
    let mut langs: Vec<Lang> = Vec::new();
    for language in input.languages.unwrap_or_default() {
        if !langs.contains(&language.into()) {
            langs.push(language.into());
        }
    }
    if langs.is_empty() {
        langs.push(Lang::ZhCn);
    }
    let place = place::Place::of(app, input.out.as_deref(), &subject, format)?;
    let source = Source::of(app);
    let bytes = match format {
        Format::Pdf => pdf(&source, &subject, &langs, &[], &|| Ok(()))?,
        Format::Xlsx | Format::Csv => compose::sheet(&source, &subject, langs[0], format)?,
    };
    let path = place.put(&bytes)?;
    Ok(ReportMade {
        path: path.display().to_string(),
        bytes: bytes.len() as u64,
    })
}

/// What is meant. What is said along and means nothing for it is refused: whoever named a till or days wants no report of
/// all tills and all days.
fn subject(input: &MakeReport) -> Result<Subject, Refusal> {
    let has_span = matches!(
        input.what,
        What::Range | What::Openings | What::Incidents | What::Receipts | What::Disputes
    );
    let which = input.which.as_deref().unwrap_or_default();
    if (input.from.is_some() || input.to.is_some()) && (!has_span || !which.is_empty()) {
        return Err(Refusal::new("report_days_unused", json!({})));
    }
    if input.till.is_some() && input.what != What::Day {
        return Err(Refusal::new("report_till_unused", json!({})));
    }
    if input.what == What::Key && !which.is_empty() {
        return Err(Refusal::with("report_which_unused", "which", which));
    }
    Ok(match input.what {
        What::Day => Subject::Day {
            till: input.till.clone(),
            day: shops::parse_day(which)?,
        },
        What::Month => {
            let (first, last) = month::month(which)?;
            Subject::Month { first, last }
        }
        What::Incident => Subject::Incident {
            which: which.to_owned(),
        },
        What::Dispute => Subject::Dispute {
            which: which.to_owned(),
        },
        What::Range => Subject::Range {
            span: span(input, which)?,
        },
        What::Key => Subject::Key,
        of @ (What::Openings | What::Incidents | What::Receipts | What::Disputes) => {
            Subject::List {
                of,
                span: span(input, which)?,
            }
        }
    })
}

/// From which day to which: as they were given, or the day or the month that was named.
fn span(input: &MakeReport, which: &str) -> Result<(Option<Day>, Option<Day>), Refusal> {
    if which.is_empty() {
        return Ok((
            shops::given_day(input.from.as_deref())?,
            shops::given_day(input.to.as_deref())?,
        ));
    }
    let (first, last) = match which.len() {
        10 => (shops::parse_day(which)?, shops::parse_day(which)?),
        _ => month::month(which)?,
    };
    Ok((Some(first), Some(last)))
}
