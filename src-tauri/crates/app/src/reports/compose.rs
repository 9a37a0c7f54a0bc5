//! From a subject to the bytes of its report: what is told is looked up at one instant and said in each language.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use kaizhang_core::time::Day;
use kaizhang_report::{self as report, Document, Fonts, Part, Sheet};
use kaizhang_store::{HistoryWish, Store, View};
use kaizhang_words::{Lang, Words, args};

use super::lists::Span;
use super::pictures::Pictures;
use super::room::Room;
use super::said::Said;
use super::{
    Format, Subject, What, checks, dispute, events, incident, key, lists, month, range, slip, tills,
};
use crate::app::App;
use crate::outside::{self, Outside};
use crate::pictures::Decoding;
use crate::{Refusal, incidents, shops};

/// What a report is made from; long work takes it along to a thread of its own.
#[derive(Clone)]
pub(crate) struct Source {
    store: Arc<Store>,
    decoding: Arc<Decoding>,
    outside: Arc<dyn Outside>,
}

impl Source {
    pub(crate) fn of(app: &App) -> Source {
        Source {
            store: Arc::clone(&app.store),
            decoding: Arc::clone(&app.decoding),
            outside: Arc::clone(&app.outside),
        }
    }
}

/// A report as a PDF. The pictures of `unseen`, which somebody keeps to himself, are named and not shown. `go_on` is
/// asked before each thing that takes its time; its refusal is handed on.
///
/// # Errors
/// A subject that is not there, a file of it that is gone or altered, no font.
pub(crate) fn pdf(
    source: &Source,
    subject: &Subject,
    langs: &[Lang],
    unseen: &[String],
    go_on: &dyn Fn() -> Result<(), Refusal>,
) -> Result<Vec<u8>, Refusal> {
    let store = &source.store;
    // Fonts first: without them nothing else needs doing.
    let fonts = Fonts::find(&outside::font_folders())?;
    // What leaves bears a signature of now. Where none can be written any more, the newest that there is must do: a
    // report from a damaged folder is worth having.
    let _ = store.write(|tx| tx.sign());
    let now = source.outside.now();
    let mut files = store.read(|view| match subject {
        Subject::Incident { which } => {
            let incident = incidents::find(&view, which)?;
            incident::attachments(&view, &view.incident_events(&incident.id)?)
        }
        Subject::Dispute { which } => dispute::attachments(&view, which),
        _ => Ok(Vec::new()),
    })?;
    files.retain(|file| !unseen.contains(&file.id));
    let pictures = Pictures::make(store, &source.decoding, &files, go_on)?;
    let tell = |room: &Room| store.read(|view| told(&view, subject, langs, &pictures, now, room));
    let rooms = Room::steps(subject);
    for room in rooms.iter().take(rooms.len() - 1) {
        let document = tell(room)?;
        go_on()?;
        let pages = document.parts.len();
        match first_pages(&document) {
            Some(first) => {
                if report::pdf_within(&first, &fonts, pages)?.is_some() {
                    return Ok(report::pdf(&document, &fonts)?);
                }
            }
            None => {
                if let Some(bytes) = report::pdf_within(&document, &fonts, pages)? {
                    return Ok(bytes);
                }
            }
        }
    }
    let document = tell(rooms.last().unwrap_or(&Room::enough()))?;
    go_on()?;
    Ok(report::pdf(&document, &fonts)?)
}

/// The report at one instant, once in each language.
fn told(
    view: &View<'_>,
    subject: &Subject,
    langs: &[Lang],
    pictures: &Pictures,
    now: DateTime<Utc>,
    room: &Room,
) -> Result<Document, Refusal> {
    let shop = shops::shop(view)?;
    let mut parts = Vec::new();
    for lang in langs {
        let words = Words::new(*lang);
        let said = Said {
            words: &words,
            zone: shop.zone,
        };
        // What was cut in one language says nothing of the other.
        let room = room.clone();
        let (title, blocks) = blocks(view, &said, subject, pictures, now, &room)?;
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
}

/// What stands before the page break of each part; nothing where there is none.
fn first_pages(document: &Document) -> Option<Document> {
    let is_break = |block: &report::Block| matches!(block, report::Block::PageBreak);
    let mut first = document.clone();
    let mut has_break = false;
    for part in &mut first.parts {
        if let Some(at) = part.blocks.iter().position(is_break) {
            part.blocks.truncate(at);
            has_break = true;
        }
    }
    has_break.then_some(first)
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
    room: &Room,
) -> Result<(String, Vec<report::Block>), Refusal> {
    match subject {
        Subject::Day { till, day } => slip::slip(view, said, till.as_deref(), *day, now, room),
        Subject::Month { first, last } => month::report(view, said, (*first, *last), now),
        Subject::Incident { which } => incident::report(view, said, which, pictures),
        Subject::Dispute { which } => dispute::report(view, said, which, pictures, now, room),
        Subject::Range { span } => range::report(view, said, *span, now),
        Subject::Key => key::page(view, said),
        Subject::List { of, span } => range::list(view, said, *of, *span, now),
    }
}

/// A report as sheets, or the first of them as text.
pub(super) fn sheet(
    source: &Source,
    subject: &Subject,
    lang: Lang,
    format: Format,
) -> Result<Vec<u8>, Refusal> {
    let now = source.outside.now();
    let words = Words::new(lang);
    let sheets = source.store.read(|view| -> Result<Vec<Sheet>, Refusal> {
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
            let till = till.as_deref();
            Ok(vec![
                checks::sheet(said, &tills::of_day(view, till, *day, now)?),
                lists::incidents(view, said, &tills::incidents(view, till, *day)?)?,
                lists::receipts(view, said, &tills::receipts(view, till, *day)?)?,
            ])
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
