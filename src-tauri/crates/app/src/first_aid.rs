//! First aid: the guide, what codes mean, finding one's way by what the screen says, and steps that write
//! themselves down.

use kaizhang_core::Fact;
use kaizhang_core::codes::{self, Both, Lang as CodeLang, ResponseCode, Told};
use kaizhang_core::contact::{Provider, Terminal};
use kaizhang_core::find::{Found, FoundKind, Index, Titled};
use kaizhang_core::first_aid as rules;
use kaizhang_core::guide::{self, Guide};
use kaizhang_core::incident::{self, State};
use kaizhang_core::shop::Lane;
use kaizhang_store::{IncidentWish, View};
use kaizhang_words::{Lang, Words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller};
use crate::incident_page::{self, IncidentLine, IncidentPage};
use crate::{Refusal, contacts, incidents};

/// Input of `show_first_aid`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ShowFirstAid {
    /// The first till when left out.
    pub till: Option<String>,
}

/// Everything that the first screen of first aid needs.
#[derive(Debug, Serialize, TS)]
pub struct FirstAid {
    guide: &'static Guide,
    /// The terminals of this till.
    terminals: Vec<Terminal>,
    /// Whom to call about cards, when the terminal is not known.
    to_call: Option<Provider>,
    /// Today's incidents of this till that are not resolved, newest first: somebody may have left half-way.
    going_on: Vec<IncidentLine>,
}

/// Input of `find_first_aid`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindFirstAid {
    /// What the screen says, or somebody does.
    pub words: String,
    /// The language in which answers are shown.
    pub lang: CodeLang,
}

/// Input of `explain_code`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExplainCode {
    /// `96`, `code 96`, `Ａ２`.
    pub code: String,
}

/// A response code with everything that is known of it.
#[derive(Debug, Serialize, TS)]
pub struct CodeExplained {
    code: String,
    /// Our row; null when only the shop's own text knows the code.
    ours: Option<&'static ResponseCode>,
    zh: Told,
    en: Told,
    /// The step of the guide that it leads to.
    step: String,
}

/// Input of `take_step`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeStep {
    /// The incident, by id or number.
    pub incident: String,
    /// The step of the guide.
    pub step: String,
    /// The answer that was given.
    pub answer: String,
}

/// Incidents that could be gone on with.
const GOING_ON: u32 = 5;

pub(crate) fn show_first_aid(
    app: &App,
    caller: &Caller,
    input: ShowFirstAid,
) -> Result<FirstAid, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let now = app.outside.now();
    app.store.read(|view| {
        let has = contacts::load(&view)?;
        let till = has.shop.till(input.till.as_deref())?.id.clone();
        let today = has.shop.moment(now).day;
        let wish = IncidentWish {
            open: true,
            from: Some(today),
            limit: 50,
            ..IncidentWish::default()
        };
        let mut going_on = Vec::new();
        for incident in view.incidents(&wish)? {
            if incident.details.till == till && going_on.len() < GOING_ON as usize {
                going_on.push(incident_page::line(&view, &incident)?);
            }
        }
        Ok(FirstAid {
            guide: guide::guide(),
            to_call: has.equipment().to_call("", Some(Lane::Card)).cloned(),
            terminals: has
                .terminals
                .iter()
                .filter(|one| !one.retired && (one.till == till || one.till.is_empty()))
                .cloned()
                .collect(),
            going_on,
        })
    })
}

pub(crate) fn find_first_aid(
    app: &App,
    caller: &Caller,
    input: FindFirstAid,
) -> Result<Vec<Found>, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let own = app.store.read(|view| view.code_texts())?;
    let index = app.first_aid_index();
    Ok(index.find(&input.words, &own, input.lang))
}

/// What first aid is searched by: codes and screen texts of the guide, and the titles of its symptoms and
/// steps, whose words stand in the Fluent files.
pub(crate) fn index() -> Index {
    let (zh, en) = (Words::new(Lang::ZhCn), Words::new(Lang::En));
    let titled = |kind, id: &str, key: &str| Titled {
        kind,
        id: id.to_owned(),
        text: Both {
            zh: zh.say(key),
            en: en.say(key),
        },
    };
    let guide = guide::guide();
    let symptoms = guide
        .symptoms
        .iter()
        .map(|one| titled(FoundKind::Symptom, &one.id, &one.word()));
    let steps = guide
        .steps
        .iter()
        .map(|one| titled(FoundKind::Step, &one.id, &one.words().title));
    let titles: Vec<Titled> = symptoms.chain(steps).collect();
    Index::new(&titles)
}

/// What is known of a code.
pub(crate) fn explain(view: &View<'_>, typed: &str) -> Result<CodeExplained, Refusal> {
    let code = incident::code(typed)?;
    let own = view.code_texts()?;
    let zh = codes::told(&code, &own, CodeLang::ZhCn);
    if code.is_empty() || (zh.ours.is_none() && zh.from == codes::ToldFrom::Nobody) {
        return Err(Refusal::with("code_unknown", "code", code));
    }
    Ok(CodeExplained {
        en: codes::told(&code, &own, CodeLang::En),
        ours: codes::code(&code),
        step: guide::next_after_code(&code).to_owned(),
        zh,
        code,
    })
}

pub(crate) fn explain_code(
    app: &App,
    caller: &Caller,
    input: ExplainCode,
) -> Result<CodeExplained, Refusal> {
    app.begin(&app.desk(caller)?)?;
    app.store.read(|view| explain(&view, &input.code))
}

/// Takes a step: the timeline, the list of pending sales and the incident's state follow by themselves.
pub(crate) fn take_step(
    app: &App,
    caller: &Caller,
    input: TakeStep,
) -> Result<IncidentPage, Refusal> {
    incidents::change(
        app,
        caller,
        input.incident,
        move |tx, desk, moment, incident| {
            let sales = tx.sales_of(&incident.id)?;
            let pending = sales.iter().find(|sale| sale.settled.is_none());
            let taken = rules::take(incident, pending, &input.step, &input.answer)?;
            let mut facts = vec![Fact::IncidentNoted(taken.noted)];
            facts.extend(taken.amended.map(Fact::IncidentAmended));
            facts.extend(taken.left_pending.map(Fact::SaleLeftPending));
            facts.extend(taken.settled.map(Fact::SaleSettled));
            let resolved = taken.resolved.filter(|_| incident.state != State::Resolved);
            facts.extend(resolved.map(Fact::IncidentResolved));
            for fact in facts {
                tx.append(&desk.stamp(moment), fact)?;
            }
            Ok(())
        },
    )
}
