//! What is shown of an incident.

use kaizhang_core::codes::{self, Lang, Told};
use kaizhang_core::contact::{Provider, Terminal};
use kaizhang_core::fact::Fact;
use kaizhang_core::first_aid;
use kaizhang_core::guide::Next;
use kaizhang_core::incident::{Call, Details, Incident, Note, State};
use kaizhang_core::shop::Till;
use kaizhang_core::time::{Day, rfc3339};
use kaizhang_core::{Fen, sale::Settlement};
use kaizhang_store::{Attachment, RecordEvent, View};
use serde::Serialize;
use ts_rs::TS;

use crate::sales::{self, SaleLine};
use crate::{Refusal, contacts, shops, today};

/// One incident in a line.
#[derive(Debug, Serialize, TS)]
pub struct IncidentLine {
    id: String,
    /// Its number in the shop, from 1.
    no: u32,
    #[ts(type = "string")]
    day: Day,
    state: State,
    till: Till,
    /// Null where it is not known.
    terminal: Option<Terminal>,
    opened_at: String,
    opened_by: String,
    details: Details,
    owner: String,
    #[ts(type = "string | null")]
    due: Option<Day>,
    /// The how many-th time of the same fault at the same terminal within 30 days.
    times: u32,
    /// Nobody knows yet whether a sale of it was charged.
    pending: bool,
}

/// One thing in the timeline.
#[derive(Debug, Serialize, TS)]
pub struct TimelineEvent {
    id: String,
    at: String,
    actor: String,
    what: Happened,
}

/// What happened.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(
    missing_docs,
    reason = "named like the facts in core, which say what they are"
)]
pub enum Happened {
    Opened {
        details: Details,
        attachments: Vec<Attachment>,
    },
    Step {
        step: String,
        answer: String,
    },
    Said {
        text: String,
    },
    Call {
        call: Call,
    },
    Attached {
        attachments: Vec<Attachment>,
    },
    Amended {
        details: Details,
    },
    Assigned {
        owner: String,
        #[ts(type = "string | null")]
        due: Option<Day>,
        waiting: bool,
    },
    Resolved {
        how: String,
        proof: Vec<Attachment>,
        loss_fen: Option<Fen>,
    },
    Reopened {
        why: String,
    },
    SalePending {
        sale: String,
        amount_fen: Option<Fen>,
    },
    SaleAmended {
        sale: String,
        amount_fen: Option<Fen>,
    },
    SaleSettled {
        sale: String,
        how: Settlement,
        note: String,
        step: String,
        receipt: String,
        attachments: Vec<Attachment>,
    },
    SaleReopened {
        sale: String,
        why: String,
    },
}

/// One incident with everything that belongs to it.
#[derive(Debug, Serialize, TS)]
pub struct IncidentPage {
    #[serde(flatten)]
    line: IncidentLine,
    timeline: Vec<TimelineEvent>,
    /// The sales that it left in doubt, oldest first.
    sales: Vec<SaleLine>,
    /// Every file of it, oldest first.
    attachments: Vec<Attachment>,
    /// What its code means, in Chinese; null without a code.
    told_zh: Option<Told>,
    /// The same in English.
    told_en: Option<Told>,
    /// Whom to call about it.
    to_call: Option<Provider>,
    /// Where the guide stands: the step that comes next, or the end that was reached; null when the guide
    /// was not asked.
    stands_at: Option<Next>,
    /// What it may have cost: the amount of the sale, until somebody estimates it.
    loss_fen: Option<Fen>,
}

/// Days in which the same fault counts as coming back.
const SAME_FAULT_DAYS: u64 = 30;

pub(crate) fn line(view: &View<'_>, incident: &Incident) -> Result<IncidentLine, Refusal> {
    let has = contacts::load(view)?;
    let details = &incident.details;
    let since = incident
        .day
        .checked_sub_days(chrono::Days::new(SAME_FAULT_DAYS - 1))
        .unwrap_or(incident.day);
    let sales = view.sales_of(&incident.id)?;
    Ok(IncidentLine {
        id: incident.id.clone(),
        no: incident.no,
        day: incident.day,
        state: incident.state,
        till: shops::till_named(&has.shop, &details.till),
        terminal: has
            .terminals
            .iter()
            .find(|one| one.id == details.terminal)
            .cloned(),
        opened_at: rfc3339(incident.opened_at),
        opened_by: incident.opened_by.clone(),
        details: details.clone(),
        owner: incident.owner.clone(),
        due: incident.due,
        times: view.same_fault(incident, since)?,
        pending: sales.iter().any(|sale| sale.settled.is_none()),
    })
}

pub(crate) fn page(view: &View<'_>, id: &str) -> Result<IncidentPage, Refusal> {
    let incident = crate::incidents::find(view, id)?;
    let has = contacts::load(view)?;
    let events = view.incident_events(&incident.id)?;
    let own = view.code_texts()?;
    let details = &incident.details;
    let told = |lang| (!details.code.is_empty()).then(|| codes::told(&details.code, &own, lang));
    let steps: Vec<(&str, &str)> = events.iter().filter_map(step_of).collect();
    let mut timeline = Vec::new();
    for event in &events {
        if let Some(what) = happened(view, event)? {
            timeline.push(TimelineEvent {
                id: event.id.clone(),
                at: event.at.clone(),
                actor: event.actor.clone(),
                what,
            });
        }
    }
    let mut attachments: Vec<Attachment> = Vec::new();
    for event in &timeline {
        for one in event.what.attachments() {
            if !attachments.iter().any(|known| known.id == one.id) {
                attachments.push(one.clone());
            }
        }
    }
    let estimate = incident.resolution.as_ref().and_then(|one| one.loss_fen);
    Ok(IncidentPage {
        timeline,
        attachments,
        sales: sales::lines(view, view.sales_of(&incident.id)?)?,
        told_zh: told(Lang::ZhCn),
        told_en: told(Lang::En),
        to_call: has
            .equipment()
            .to_call(&details.terminal, details.lane)
            .cloned(),
        stands_at: first_aid::stands_at(details, steps.last().copied()),
        loss_fen: estimate.or(details.amount_fen),
        line: line(view, &incident)?,
    })
}

impl IncidentPage {
    /// The ids of every file of it, oldest first.
    pub(crate) fn file_ids(&self) -> Vec<String> {
        self.attachments.iter().map(|one| one.id.clone()).collect()
    }
}

fn step_of(event: &RecordEvent) -> Option<(&str, &str)> {
    match &event.fact {
        Fact::IncidentNoted(noted) => match &noted.note {
            Note::Step { step, answer } => Some((step, answer)),
            _ => None,
        },
        _ => None,
    }
}

impl Happened {
    fn attachments(&self) -> &[Attachment] {
        match self {
            Happened::Opened { attachments, .. }
            | Happened::Attached { attachments }
            | Happened::SaleSettled { attachments, .. } => attachments,
            Happened::Resolved { proof, .. } => proof,
            _ => &[],
        }
    }
}

fn happened(view: &View<'_>, event: &RecordEvent) -> Result<Option<Happened>, Refusal> {
    let files = |ids: &[String]| today::attachments(view, ids);
    Ok(Some(match &event.fact {
        Fact::IncidentOpened(opened) => Happened::Opened {
            details: opened.details.clone(),
            attachments: files(&opened.attachments)?,
        },
        Fact::IncidentNoted(noted) => match noted.note.clone() {
            Note::Step { step, answer } => Happened::Step { step, answer },
            Note::Said { text } => Happened::Said { text },
            Note::Call(call) => Happened::Call { call },
            Note::Attached { attachments } => Happened::Attached {
                attachments: files(&attachments)?,
            },
        },
        Fact::IncidentAmended(amended) => Happened::Amended {
            details: amended.details.clone(),
        },
        Fact::IncidentAssigned(assigned) => Happened::Assigned {
            owner: assigned.owner.clone(),
            due: assigned.due,
            waiting: assigned.waiting,
        },
        Fact::IncidentResolved(resolved) => Happened::Resolved {
            how: resolved.resolution.how.clone(),
            proof: files(&resolved.resolution.proof)?,
            loss_fen: resolved.resolution.loss_fen,
        },
        Fact::IncidentReopened(reopened) => Happened::Reopened {
            why: reopened.why.clone(),
        },
        Fact::SaleLeftPending(left) => Happened::SalePending {
            sale: event.id.clone(),
            amount_fen: left.amount_fen,
        },
        Fact::SaleAmended(amended) => Happened::SaleAmended {
            sale: amended.id.clone(),
            amount_fen: amended.sale.amount_fen,
        },
        Fact::SaleSettled(settled) => Happened::SaleSettled {
            sale: settled.sale.clone(),
            how: settled.how,
            note: settled.note.clone(),
            step: settled.step.clone(),
            receipt: settled.receipt.clone(),
            attachments: files(&settled.attachments)?,
        },
        Fact::SaleReopened(reopened) => Happened::SaleReopened {
            sale: reopened.sale.clone(),
            why: reopened.why.clone(),
        },
        _ => return Ok(None),
    }))
}
