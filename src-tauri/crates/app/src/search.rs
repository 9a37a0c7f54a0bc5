//! Search over everything that people wrote, and over the files that they brought.

use kaizhang_core::codes;
use kaizhang_core::guide;
use kaizhang_core::search::{self, Query, Snippet};
use kaizhang_core::shop::Till;
use kaizhang_core::template;
use kaizhang_core::time::Day;
use kaizhang_store::{Belonging, BelongsTo, Passage, PassageWish};
use kaizhang_words::{Lang, Words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller};
use crate::{Refusal, listed, shops};

/// What a passage was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FoundIn {
    /// The note of a mark.
    Mark,
    /// The note of a finished opening.
    Finish,
    /// Why a day differs from the week.
    DayNote,
    /// What is known of an incident.
    Incident,
    /// The timeline of an incident.
    IncidentNote,
    /// A sale in doubt.
    Sale,
    /// A receipt.
    Receipt,
    /// What is known of a case.
    Dispute,
    /// The timeline of a case.
    DisputeNote,
    /// The name of a file.
    File,
    /// A contact card.
    Provider,
    /// A terminal.
    Terminal,
    /// Somebody who works here.
    Staff,
    /// The shop's own text for a response code.
    CodeText,
}

impl FoundIn {
    const ALL: [(FoundIn, &str); 14] = [
        (FoundIn::Mark, "mark"),
        (FoundIn::Finish, "finish"),
        (FoundIn::DayNote, "day_note"),
        (FoundIn::Incident, "incident"),
        (FoundIn::IncidentNote, "incident_note"),
        (FoundIn::Sale, "sale"),
        (FoundIn::Receipt, "receipt"),
        (FoundIn::Dispute, "dispute"),
        (FoundIn::DisputeNote, "dispute_note"),
        (FoundIn::File, "file"),
        (FoundIn::Provider, "provider"),
        (FoundIn::Terminal, "terminal"),
        (FoundIn::Staff, "staff"),
        (FoundIn::CodeText, "code_text"),
    ];

    fn name(self) -> &'static str {
        let found = Self::ALL.iter().find(|(kind, _)| *kind == self);
        found.map_or("", |(_, name)| name)
    }

    fn named(name: &str) -> FoundIn {
        let found = Self::ALL.iter().find(|(_, known)| *known == name);
        found.map_or(FoundIn::Mark, |(kind, _)| *kind)
    }
}

/// Input of `search_records`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct SearchRecords {
    /// What all must be found: Chinese of any length, beginnings of words, initials of pinyin, names of items and codes.
    pub words: String,
    /// Only in these; in all when left out.
    pub kinds: Option<Vec<FoundIn>>,
    /// Not before this business day.
    pub from: Option<String>,
    /// Not after this business day.
    pub to: Option<String>,
    /// Of this till, or of none.
    pub till: Option<String>,
    /// Older than this place: the last of the page at hand.
    pub before: Option<i64>,
    /// At most so many; 50 when left out.
    pub limit: Option<u32>,
}

/// One thing that was found.
#[derive(Debug, Serialize, TS)]
pub struct FoundRecord {
    kind: FoundIn,
    /// The id of what to open for it; of a mark, a note of a day or a file its own.
    id: String,
    /// The number of the incident, receipt or case.
    no: Option<u32>,
    #[ts(type = "string")]
    day: Day,
    /// When it was written.
    at: String,
    actor: String,
    /// Null where it belongs to none.
    till: Option<Till>,
    /// The item that it is about.
    item: Option<String>,
    /// The response code that it is about.
    code: Option<String>,
    /// The symptom that it is about.
    symptom: Option<String>,
    /// It was written anew or taken back since.
    replaced: bool,
    /// What a file belongs to; null where it belongs to nothing, and for every other kind.
    belongs: Option<FoundAt>,
    #[serde(flatten)]
    snippet: Snippet,
    /// Its place in the order of days, for the next page.
    #[ts(type = "number")]
    place: i64,
}

/// Where a file that was found stands.
#[derive(Debug, Serialize, TS)]
pub struct FoundAt {
    /// A mark, an incident, a receipt or a case.
    kind: FoundIn,
    /// The id of what to open for it; of a mark its own.
    id: String,
    /// The number of the incident, receipt or case.
    no: Option<u32>,
    /// The business day of a mark; null for the other kinds.
    #[ts(type = "string | null")]
    day: Option<Day>,
    /// The till of a mark; null for the other kinds.
    till: Option<Till>,
}

/// Part of what was found, newest first.
#[derive(Debug, Serialize, TS)]
pub struct FoundPage {
    found: Vec<FoundRecord>,
    /// Older ones are there.
    more: bool,
}

/// Most of one answer.
const MOST: u32 = 200;

/// The names of items, codes and symptoms in both languages, each with the token of what it names.
pub(crate) fn names() -> Vec<(String, String)> {
    let languages = [Words::new(Lang::ZhCn), Words::new(Lang::En)];
    let said = |key: &str, token: String| {
        languages
            .each_ref()
            .map(|words| (words.say(key), token.clone()))
    };
    let items = template::ids()
        .into_iter()
        .flat_map(|id| said(&format!("item-{id}"), format!("i:{id}")));
    let symptoms = guide::guide().symptoms.iter();
    let symptoms = symptoms.flat_map(|one| said(&one.word(), format!("s:{}", one.id)));
    let codes = codes::codes().iter().flat_map(|code| {
        let token = format!("c:{}", code.code);
        [&code.meaning.zh, &code.meaning.en].map(|text| (text.clone(), token.clone()))
    });
    items.chain(symptoms).chain(codes).collect()
}

pub(crate) fn search_records(
    app: &App,
    caller: &Caller,
    input: SearchRecords,
) -> Result<FoundPage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let limit = listed::limit(input.limit, MOST);
    let mut query = Query::read(&input.words)?;
    let names = app.names();
    query.name(
        names
            .iter()
            .map(|(name, token)| (name.as_str(), token.as_str())),
    );
    let kinds = input.kinds.unwrap_or_default();
    let wish = PassageWish {
        query,
        kinds: kinds
            .into_iter()
            .map(|kind| kind.name().to_owned())
            .collect(),
        till: input.till.unwrap_or_default(),
        from: shops::given_day(input.from.as_deref())?,
        to: shops::given_day(input.to.as_deref())?,
        before: input.before,
        limit: limit as usize + 1,
    };
    app.store.read(|view| {
        let shop = shops::shop(&view)?;
        if !wish.till.is_empty() {
            // A till that is gone still has its past; what cannot be one is refused.
            kaizhang_core::text::text("till", &wish.till, kaizhang_core::text::NAME_LIMIT)?;
        }
        let (found, more) = listed::cut(view.passages(&wish)?, limit);
        let line = |one: Passage| record(&shop, one);
        Ok(FoundPage {
            found: found.into_iter().map(line).collect(),
            more,
        })
    })
}

fn record(shop: &kaizhang_core::shop::Shop, one: Passage) -> FoundRecord {
    let about = |kind: &str| {
        let mut parts = one
            .about
            .split(' ')
            .filter_map(|part| part.strip_prefix(kind));
        parts.next().map(str::to_owned)
    };
    let till = |id: &str| (!id.is_empty()).then(|| shops::till_named(shop, id));
    let at = |one: Belonging| FoundAt {
        kind: match one.kind {
            BelongsTo::Mark => FoundIn::Mark,
            BelongsTo::Incident => FoundIn::Incident,
            BelongsTo::Receipt => FoundIn::Receipt,
            BelongsTo::Dispute => FoundIn::Dispute,
        },
        till: till(&one.till),
        id: one.record,
        no: one.no,
        day: one.day,
    };
    FoundRecord {
        kind: FoundIn::named(&one.kind),
        item: about("i:"),
        code: about("c:"),
        symptom: about("s:"),
        snippet: search::snippet(&one.text, &one.hits),
        till: till(&one.till),
        belongs: one.belongs.map(at),
        id: one.record,
        no: one.no,
        day: one.day,
        at: one.at,
        actor: one.actor,
        replaced: one.replaced,
        place: one.place,
    }
}
