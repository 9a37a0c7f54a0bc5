//! Reports: one story on paper, or a list for a spreadsheet. What is told comes from the ledger's shadows, the words from
//! `words/*/report.ftl`, the page from the report crate; here the three meet.
//!
//! A report is written whole or not at all, to a place that the owner names or to the folder of documents. The same
//! records at the same moment give the same bytes.

mod checkpoint;
mod checks;
mod dispute;
mod events;
mod incident;
mod key;
mod lists;
mod month;
mod pictures;
mod place;
mod proof;
mod range;
mod said;
mod slip;
mod tables;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use kaizhang_core::time::Day;
use kaizhang_report::{self as report, Document, Fonts, Part, ReportError, Sheet};
use kaizhang_store::{HistoryWish, View};
use kaizhang_words::{Lang, Words, args};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

use self::lists::Span;
use self::pictures::Pictures;
use self::said::Said;
use crate::app::{App, Caller};
use crate::{Refusal, incidents, outside, shops};

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
    /// The day `2026-10-31`, the month `2026-10`, the number or id of an incident or a case; nothing for
    /// a list or the key.
    pub which: Option<String>,
    /// The till of a day; the first when left out.
    pub till: Option<String>,
    /// Not before this business day.
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
    let bytes = match format {
        Format::Pdf => pdf(app, &subject, &langs)?,
        Format::Xlsx | Format::Csv => sheet(app, &subject, langs[0], format)?,
    };
    let path = place.put(&bytes)?;
    Ok(ReportMade {
        path: path.display().to_string(),
        bytes: bytes.len() as u64,
    })
}

fn subject(input: &MakeReport) -> Result<Subject, Refusal> {
    let span = (
        shops::given_day(input.from.as_deref())?,
        shops::given_day(input.to.as_deref())?,
    );
    let which = input.which.as_deref().unwrap_or_default();
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
        What::Range => Subject::Range { span },
        What::Key => Subject::Key,
        of @ (What::Openings | What::Incidents | What::Receipts | What::Disputes) => {
            Subject::List { of, span }
        }
    })
}

/// A report as a PDF.
///
/// # Errors
/// A subject that is not there, a file of it that is gone or altered, no font.
pub(crate) fn pdf(app: &App, subject: &Subject, langs: &[Lang]) -> Result<Vec<u8>, Refusal> {
    pdf_without(app, subject, langs, &[])
}

/// The same without the pictures of these attachments, which somebody keeps to himself: named, not shown.
///
/// # Errors
/// As [`pdf`].
pub(crate) fn pdf_without(
    app: &App,
    subject: &Subject,
    langs: &[Lang],
    unseen: &[String],
) -> Result<Vec<u8>, Refusal> {
    // Fonts first: without them nothing else needs doing.
    let fonts = Fonts::find(&outside::font_folders())?;
    // What leaves bears a signature of now. Where none can be written any more, the newest that there is must do: a
    // report from a damaged folder is worth having.
    let _ = app.store.write(|tx| tx.sign());
    let now = app.outside.now();
    let mut files = app.store.read(|view| match subject {
        Subject::Incident { which } => {
            let incident = incidents::find(&view, which)?;
            incident::attachments(&view, &view.incident_events(&incident.id)?)
        }
        Subject::Dispute { which } => dispute::attachments(&view, which),
        _ => Ok(Vec::new()),
    })?;
    files.retain(|file| !unseen.contains(&file.id));
    let pictures = Pictures::make(app, &files)?;
    let document = app.store.read(|view| -> Result<Document, Refusal> {
        let shop = shops::shop(&view)?;
        let mut parts = Vec::new();
        for lang in langs {
            let words = Words::new(*lang);
            let said = Said {
                words: &words,
                zone: shop.zone,
            };
            let (title, blocks) = blocks(&view, &said, subject, &pictures, now)?;
            let made = args!["shop" => shop.name.as_str(), "at" => local(now, shop.zone)];
            parts.push(Part {
                lang: match lang {
                    Lang::ZhCn => report::Lang::ZhCn,
                    Lang::En => report::Lang::En,
                },
                title,
                under: words.say_with("report-made", &made),
                rare: words.say("report-rare"),
                blocks,
            });
        }
        let titles: Vec<_> = parts.iter().map(|part| part.title.as_str()).collect();
        Ok(Document {
            title: titles.join(" / "),
            author: shop.name,
            id: format!("{subject:?} {}", view.root()?),
            at: now,
            parts,
        })
    })?;
    Ok(report::pdf(&document, &fonts)?)
}

fn local(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()
}

fn blocks(
    view: &View<'_>,
    said: &Said<'_>,
    subject: &Subject,
    pictures: &Pictures,
    now: DateTime<Utc>,
) -> Result<(String, Vec<report::Block>), Refusal> {
    match subject {
        Subject::Day { till, day } => slip::slip(view, said, till.as_deref(), *day, now),
        Subject::Month { first, last } => month::report(view, said, (*first, *last), now),
        Subject::Incident { which } => incident::report(view, said, which, pictures),
        Subject::Dispute { which } => dispute::report(view, said, which, pictures, now),
        Subject::Range { span } => range::report(view, said, *span, now),
        Subject::Key => key::page(view, said),
        Subject::List { of, span } => range::list(view, said, *of, *span, now),
    }
}

/// A report as sheets, or the first of them as text.
fn sheet(app: &App, subject: &Subject, lang: Lang, format: Format) -> Result<Vec<u8>, Refusal> {
    let now = app.outside.now();
    let words = Words::new(lang);
    let sheets = app.store.read(|view| -> Result<Vec<Sheet>, Refusal> {
        let said = Said {
            words: &words,
            zone: shops::shop(&view)?.zone,
        };
        sheets(&view, &said, subject, now)
    })?;
    match (format, sheets.first()) {
        (Format::Csv, Some(first)) => Ok(report::csv(first)),
        _ => Ok(report::xlsx(&sheets, now)?),
    }
}

fn sheets(
    view: &View<'_>,
    said: &Said<'_>,
    subject: &Subject,
    now: DateTime<Utc>,
) -> Result<Vec<Sheet>, Refusal> {
    let span = |(from, to): (Option<Day>, Option<Day>)| Span { from, to };
    let openings = |span: Span| {
        let wish = HistoryWish {
            now,
            from: span.from,
            to: span.to,
            limit: 0,
        };
        lists::openings(view, said, &lists::openings_of(view, wish)?)
    };
    let broken = |span: Span| lists::incidents(view, said, &lists::incidents_of(view, span)?);
    let receipts = |span: Span| lists::receipts(view, said, &lists::receipts_of(view, span)?);
    let all = |span: Span| Ok(vec![openings(span)?, broken(span)?, receipts(span)?]);
    match subject {
        Subject::Day { till, day } => {
            let span = span((Some(*day), Some(*day)));
            let checks = checks::sheet(view, said, till.as_deref(), *day, now)?;
            Ok(vec![checks, broken(span)?, receipts(span)?])
        }
        Subject::Month { first, last } => all(span((Some(*first), Some(*last)))),
        Subject::Range { span: wanted } => all(span(*wanted)),
        Subject::Key => {
            let table = key::table(said, &view.epochs()?);
            Ok(vec![Sheet {
                name: said.words.say("keys-epochs"),
                columns: table.columns,
                rows: table.rows,
            }])
        }
        Subject::Incident { which } => {
            let incident = incidents::find(view, which)?;
            let events = view.incident_events(&incident.id)?;
            let timeline = events::timeline(said, &events);
            Ok(vec![Sheet {
                name: said.words.say("incident-timeline"),
                columns: timeline.columns,
                rows: timeline.rows,
            }])
        }
        Subject::Dispute { which } => {
            let chronology = dispute::chronology(view, said, which, now)?;
            Ok(vec![Sheet {
                name: said.words.say("report-chronology"),
                columns: chronology.columns,
                rows: chronology.rows,
            }])
        }
        Subject::List { of, span: wanted } => Ok(vec![match of {
            What::Incidents => broken(span(*wanted))?,
            What::Receipts => receipts(span(*wanted))?,
            What::Disputes => lists::disputes(view, said, span(*wanted), now)?,
            _ => openings(span(*wanted))?,
        }]),
    }
}
