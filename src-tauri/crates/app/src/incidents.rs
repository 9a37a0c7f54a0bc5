//! Incidents: opened in seconds, with everything that is known; a timeline that writes itself; never
//! overwritten.

use kaizhang_core::fact::IncidentOpened;
use kaizhang_core::incident::{Details, Incident, IncidentForm, Note};
use kaizhang_core::receipt::MOST_FILES;
use kaizhang_core::sale::{self, SaleForm};
use kaizhang_core::time::Moment;
use kaizhang_core::{Fact, Refusal as No};
use kaizhang_store::{IncidentWish, Tx, View};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller, Desk};
use crate::incident_page::{self, IncidentLine, IncidentPage};
use crate::{Refusal, contacts, listed, loaded, shops, today};

/// Input of `open_incident`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct OpenIncident {
    /// What is known.
    pub form: IncidentForm,
    /// What is known of the sale, when nobody knows whether it was charged.
    pub sale: Option<SaleForm>,
    /// Ids of files brought in before.
    pub attachments: Option<Vec<String>>,
}

/// Input of `amend_incident`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AmendIncident {
    /// Its id or number.
    pub incident: String,
    /// What is different; what is left out stays.
    pub form: IncidentForm,
}

/// Input of `note_incident`: something said, a call, or files. Steps come by `take_step`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NoteIncident {
    /// Its id or number.
    pub incident: String,
    /// What.
    pub note: Note,
}

/// Input of `assign_incident`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AssignIncident {
    /// Its id or number.
    pub incident: String,
    /// Who sees to it; empty for nobody.
    pub owner: String,
    /// By which day.
    pub due: Option<String>,
    /// Somebody outside the shop has to do something first.
    pub waiting: Option<bool>,
}

/// Input of `resolve_incident`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ResolveIncident {
    /// Its id or number.
    pub incident: String,
    /// What was done.
    pub how: Option<String>,
    /// Proof that it works again: ids of files brought in before.
    pub proof: Option<Vec<String>>,
    /// What it cost, `128.00`.
    pub loss: Option<String>,
}

/// Input of `reopen_incident`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ReopenIncident {
    /// Its id or number.
    pub incident: String,
    /// Why.
    pub why: Option<String>,
}

/// Input of `show_incident`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowIncident {
    /// Its id or number.
    pub incident: String,
}

/// Input of `list_incidents`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ListIncidents {
    /// Only those that are not resolved.
    pub open: Option<bool>,
    /// Not before this business day.
    pub from: Option<String>,
    /// Not after this business day.
    pub to: Option<String>,
    /// Of this terminal.
    pub terminal: Option<String>,
    /// At this till.
    pub till: Option<String>,
    /// Of this item of the opening.
    pub item: Option<String>,
    /// Older than this number.
    pub before: Option<u32>,
    /// At most so many; 50 when left out.
    pub limit: Option<u32>,
}

/// Part of the incidents, newest first.
#[derive(Debug, Serialize, TS)]
pub struct IncidentsPage {
    incidents: Vec<IncidentLine>,
    /// Older ones are there.
    more: bool,
}

/// The incident with this id or number.
pub(crate) fn find(view: &View<'_>, which: &str) -> Result<Incident, Refusal> {
    let found = view.incident(which.trim())?;
    found.ok_or_else(|| {
        let incident = which.chars().take(40).collect();
        No::IncidentUnknown { incident }.into()
    })
}

/// Changes one incident in a transaction and shows it as it is afterwards.
pub(crate) fn change(
    app: &App,
    caller: &Caller,
    which: String,
    change: impl FnOnce(&Tx<'_>, &Desk, Moment, &Incident) -> Result<(), Refusal> + Send + 'static,
) -> Result<IncidentPage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    app.store.write(move |tx| {
        let moment = contacts::now_here(tx, &desk)?;
        let incident = find(tx, &which)?;
        change(tx, &desk, moment, &incident)?;
        incident_page::page(tx, &incident.id)
    })
}

pub(crate) fn open_incident(
    app: &App,
    caller: &Caller,
    input: OpenIncident,
) -> Result<IncidentPage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    app.store.write(move |tx| {
        let moment = contacts::now_here(tx, &desk)?;
        let id = open(tx, &desk, moment, input)?;
        incident_page::page(tx, &id)
    })
}

/// Writes a new incident down; the answer is its id.
pub(crate) fn open(
    tx: &Tx<'_>,
    desk: &Desk,
    moment: Moment,
    input: OpenIncident,
) -> Result<String, Refusal> {
    let has = contacts::load(tx)?;
    let mut attachments = input.attachments.unwrap_or_default();
    let form = with_what_the_mark_knows(tx, moment, input.form, &mut attachments)?;
    if attachments.len() > MOST_FILES {
        return Err(No::TooManyFiles { max: MOST_FILES }.into());
    }
    today::attachments(tx, &attachments)?;
    let details = form.read(None, &has.equipment())?;
    if details.says_nothing() && attachments.is_empty() {
        let field = "note".to_owned();
        return Err(No::TextNeeded { field }.into());
    }
    let stamp = desk.stamp(moment);
    let opened = IncidentOpened {
        day: moment.day,
        details,
        attachments,
    };
    tx.append(&stamp, Fact::IncidentOpened(opened))?;
    let incident = find(tx, &stamp.id)?;
    // Written down before anybody decides anything: leaving half-way loses nothing.
    if incident.details.outcome_unknown() || input.sale.is_some() {
        let form = input.sale.unwrap_or_default();
        let left = sale::left_pending(&incident, &incident.details, &form)?;
        tx.append(&desk.stamp(moment), Fact::SaleLeftPending(left))?;
    }
    Ok(stamp.id)
}

/// An item that failed today brings its mark's note and pictures along.
fn with_what_the_mark_knows(
    view: &View<'_>,
    moment: Moment,
    mut form: IncidentForm,
    attachments: &mut Vec<String>,
) -> Result<IncidentForm, Refusal> {
    let Some(id) = form.item.clone().filter(|id| !id.is_empty()) else {
        return Ok(form);
    };
    let loaded = loaded::load(view, form.till.as_deref(), moment.at, |_| moment.day)?;
    let item = loaded.checklist.item(&id)?;
    if let Some(mark) = loaded.opening.current().get(id.as_str()) {
        form.note.get_or_insert_with(|| mark.note.clone());
        for attachment in &mark.attachments {
            if !attachments.contains(attachment) {
                attachments.push(attachment.clone());
            }
        }
    }
    if let [only] = item.lanes.as_slice() {
        form.lane.get_or_insert(*only);
    }
    Ok(form)
}

pub(crate) fn amend_incident(
    app: &App,
    caller: &Caller,
    input: AmendIncident,
) -> Result<IncidentPage, Refusal> {
    change(
        app,
        caller,
        input.incident,
        move |tx, desk, moment, incident| {
            let has = contacts::load(tx)?;
            let amended = incident.amend(input.form, &has.equipment())?;
            let details = amended.details.clone();
            if details == incident.details {
                return Ok(());
            }
            tx.append(&desk.stamp(moment), Fact::IncidentAmended(amended))?;
            follow(tx, desk, moment, incident, &details)
        },
    )
}

/// The sale in doubt is the same sale: what was learned about the incident holds for it, and what now turns
/// out to be in doubt goes on the list.
fn follow(
    tx: &Tx<'_>,
    desk: &Desk,
    moment: Moment,
    incident: &Incident,
    details: &Details,
) -> Result<(), Refusal> {
    let sales = tx.sales_of(&incident.id)?;
    if sales.is_empty() && details.outcome_unknown() {
        let left = sale::left_pending(incident, details, &SaleForm::default())?;
        tx.append(&desk.stamp(moment), Fact::SaleLeftPending(left))?;
    }
    for pending in sales.iter().filter(|sale| sale.settled.is_none()) {
        if let Some(amended) = pending.follows(details) {
            tx.append(&desk.stamp(moment), Fact::SaleAmended(amended))?;
        }
    }
    Ok(())
}

pub(crate) fn note_incident(
    app: &App,
    caller: &Caller,
    input: NoteIncident,
) -> Result<IncidentPage, Refusal> {
    change(
        app,
        caller,
        input.incident,
        move |tx, desk, moment, incident| {
            if let Note::Attached { attachments } = &input.note {
                today::attachments(tx, attachments)?;
            }
            if let Note::Step { step, .. } = input.note {
                return Err(No::StepUnknown { step }.into());
            }
            let has = contacts::load(tx)?;
            let noted = incident.note(input.note, &has.equipment())?;
            tx.append(&desk.stamp(moment), Fact::IncidentNoted(noted))?;
            Ok(())
        },
    )
}

pub(crate) fn assign_incident(
    app: &App,
    caller: &Caller,
    input: AssignIncident,
) -> Result<IncidentPage, Refusal> {
    change(
        app,
        caller,
        input.incident,
        move |tx, desk, moment, incident| {
            let due = shops::given_day(input.due.as_deref())?;
            let assigned = incident.assign(&input.owner, due, input.waiting.unwrap_or(false))?;
            tx.append(&desk.stamp(moment), Fact::IncidentAssigned(assigned))?;
            Ok(())
        },
    )
}

pub(crate) fn resolve_incident(
    app: &App,
    caller: &Caller,
    input: ResolveIncident,
) -> Result<IncidentPage, Refusal> {
    change(
        app,
        caller,
        input.incident,
        move |tx, desk, moment, incident| {
            let proof = input.proof.unwrap_or_default();
            today::attachments(tx, &proof)?;
            let how = input.how.unwrap_or_default();
            let resolved = incident.resolve(&how, proof, input.loss.as_deref())?;
            tx.append(&desk.stamp(moment), Fact::IncidentResolved(resolved))?;
            Ok(())
        },
    )
}

pub(crate) fn reopen_incident(
    app: &App,
    caller: &Caller,
    input: ReopenIncident,
) -> Result<IncidentPage, Refusal> {
    change(
        app,
        caller,
        input.incident,
        move |tx, desk, moment, incident| {
            let reopened = incident.reopen(&input.why.unwrap_or_default())?;
            tx.append(&desk.stamp(moment), Fact::IncidentReopened(reopened))?;
            Ok(())
        },
    )
}

pub(crate) fn show_incident(
    app: &App,
    caller: &Caller,
    input: ShowIncident,
) -> Result<IncidentPage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    app.store.read(|view| {
        let incident = find(&view, &input.incident)?;
        incident_page::page(&view, &incident.id)
    })
}

pub(crate) fn list_incidents(
    app: &App,
    caller: &Caller,
    input: ListIncidents,
) -> Result<IncidentsPage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let limit = listed::limit(input.limit, listed::MOST);
    let wish = IncidentWish {
        open: input.open.unwrap_or(false),
        from: shops::given_day(input.from.as_deref())?,
        to: shops::given_day(input.to.as_deref())?,
        terminal: input.terminal,
        till: input.till,
        item: input.item,
        before: input.before,
        limit: limit + 1,
    };
    app.store.read(|view| {
        let (found, more) = listed::cut(view.incidents(&wish)?, limit);
        Ok(IncidentsPage {
            incidents: found
                .iter()
                .map(|incident| incident_page::line(&view, incident))
                .collect::<Result<_, Refusal>>()?,
            more,
        })
    })
}
