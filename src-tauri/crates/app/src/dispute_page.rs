//! What is shown of a case.

use chrono::{DateTime, Utc};
use kaizhang_core::Fen;
use kaizhang_core::contact::Provider;
use kaizhang_core::dispute::{
    self, Asked, Clock, Details, Dispute, Ending, FoundBy, Held, Kind, Link, Shown, State,
    Submission,
};
use kaizhang_core::fact::Fact;
use kaizhang_core::settling::DayState;
use kaizhang_core::shop::{Shop, Till};
use kaizhang_core::time::Day;
use kaizhang_core::verdict::Headline;
use kaizhang_store::{Attachment, RecordEvent, View};
use serde::Serialize;
use ts_rs::TS;

use crate::incident_page::{self, IncidentLine};
use crate::receipts::{self, ReceiptLine};
use crate::sales::{self, SaleLine};
use crate::{Refusal, disputes, incidents, loaded, shops, today};

mod files;
mod packs;
pub use files::DisputeFile;
pub(crate) use files::{files, would_send};
pub use packs::DisputePack;
pub(crate) use packs::{pack, packs};

/// One case in a line.
#[derive(Debug, Serialize, TS)]
pub struct DisputeLine {
    pub(crate) id: String,
    /// Its number in the shop, from 1.
    pub(crate) no: u32,
    pub(crate) kind: Kind,
    pub(crate) state: State,
    /// Who sent it, in words: what was typed, else the provider's name; empty where neither is known.
    pub(crate) from: String,
    pub(crate) amount_fen: Option<Fen>,
    #[ts(type = "string")]
    pub(crate) notice_on: Day,
    #[ts(type = "string | null")]
    pub(crate) reply_by: Option<Day>,
    pub(crate) clock: Clock,
    /// The pieces that are needed and not there.
    pub(crate) missing: Vec<String>,
    pub(crate) opened_at: String,
    pub(crate) opened_by: String,
    pub(crate) details: Details,
}

/// How an opening that belongs to a case ended.
#[derive(Debug, Serialize, TS)]
pub struct LinkedOpening {
    #[ts(type = "string")]
    pub(crate) day: Day,
    pub(crate) till: Till,
    pub(crate) state: DayState,
    pub(crate) headline: Headline,
    pub(crate) finished_at: Option<String>,
}

/// What a link leads to.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "to", rename_all = "snake_case")]
#[allow(
    missing_docs,
    reason = "named like the links in core, which say what they are"
)]
pub enum LinkedThing {
    Receipt { receipt: Box<ReceiptLine> },
    Incident { incident: Box<IncidentLine> },
    Sale { sale: Box<SaleLine> },
    Opening { opening: Box<LinkedOpening> },
    File { file: Attachment, piece: String },
    NotNeeded { piece: String, why: String },
}

/// Something that belongs to a case.
#[derive(Debug, Serialize, TS)]
pub struct DisputeLinkLine {
    /// By which it is taken off again.
    pub(crate) key: String,
    pub(crate) thing: LinkedThing,
    pub(crate) at: String,
    pub(crate) actor: String,
}

/// Something on record that may belong to a case.
#[derive(Debug, Serialize, TS)]
pub struct DisputeSuggestion {
    pub(crate) thing: LinkedThing,
    pub(crate) by: FoundBy,
}

/// One thing in the timeline of a case.
#[derive(Debug, Serialize, TS)]
pub struct DisputeEventLine {
    id: String,
    pub(crate) at: String,
    actor: String,
    pub(crate) what: DisputeHappened,
}

/// What happened.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(
    missing_docs,
    reason = "named like the facts in core, which say what they are"
)]
pub enum DisputeHappened {
    Opened { details: Box<Details> },
    Amended { details: Box<Details> },
    Linked { link: Link },
    Unlinked { link: Link, why: String },
    Submitted { submission: Submission },
    Closed { ending: Ending },
    Reopened { why: String },
}

/// One case with everything that belongs to it.
#[derive(Debug, Serialize, TS)]
pub struct DisputePage {
    #[serde(flatten)]
    pub(crate) line: DisputeLine,
    /// Who sent it; null where none of the providers was named.
    pub(crate) provider: Option<Provider>,
    /// The notice itself.
    pub(crate) notice: Vec<Attachment>,
    /// What the kind asks for, piece by piece.
    pub(crate) asked: Vec<Asked>,
    /// The day on which the lists of what is asked for were last looked over.
    #[ts(type = "string")]
    pub(crate) asked_as_of: Day,
    /// What belongs to it, in the order in which it was linked.
    pub(crate) links: Vec<DisputeLinkLine>,
    /// What may belong to it, the surest first.
    pub(crate) suggestions: Vec<DisputeSuggestion>,
    /// Every file of it, with what would be sent in its place.
    pub(crate) files: Vec<DisputeFile>,
    /// The packs that were made of it, newest first.
    pub(crate) packs: Vec<DisputePack>,
    /// What was sent; null until then.
    pub(crate) submission: Option<Submission>,
    /// How it ended; null until then.
    pub(crate) ending: Option<Ending>,
    pub(crate) timeline: Vec<DisputeEventLine>,
}

/// Most suggestions of one page.
const MOST_SUGGESTED: usize = 12;

/// The links of a case with what each can show.
pub(crate) fn shown(view: &View<'_>, id: &str) -> Result<Vec<Shown>, Refusal> {
    let rows = view.dispute_links(id)?;
    rows.into_iter()
        .map(|row| {
            let receipt = match &row.link {
                Link::Receipt { id } => view.receipt(id)?,
                _ => None,
            };
            let sale = match &row.link {
                Link::Sale { id } => view.sale(id)?,
                _ => None,
            };
            Ok(Shown {
                receipt: receipt.map(|row| (row.receipt.kind, !row.receipt.attachments.is_empty())),
                settled: sale
                    .and_then(|sale| sale.settled)
                    .map(|settled| settled.how),
                link: row.link,
            })
        })
        .collect()
}

/// What is shown of cases, in the order given.
pub(crate) fn lines(
    view: &View<'_>,
    disputes: &[Dispute],
    now: DateTime<Utc>,
) -> Result<Vec<DisputeLine>, Refusal> {
    if disputes.is_empty() {
        return Ok(Vec::new());
    }
    let today = shops::shop(view)?.moment(now).date();
    let providers = view.providers()?;
    let each = |dispute: &Dispute| {
        let links = shown(view, &dispute.id)?;
        Ok(line(dispute, &links, &providers, today))
    };
    disputes.iter().map(each).collect()
}

fn line(dispute: &Dispute, links: &[Shown], providers: &[Provider], today: Day) -> DisputeLine {
    let details = &dispute.details;
    let held = Held {
        details,
        notice_files: dispute.notice.len(),
        links,
    };
    DisputeLine {
        id: dispute.id.clone(),
        no: dispute.no,
        kind: details.kind,
        state: dispute.state,
        from: from(details, providers),
        amount_fen: details.amount_fen,
        notice_on: details.notice_on,
        reply_by: details.reply_by,
        clock: dispute.clock(today),
        missing: held.missing(),
        opened_at: dispute.opened_at.clone(),
        opened_by: dispute.opened_by.clone(),
        details: details.clone(),
    }
}

/// Who sent a case, in words.
pub(crate) fn from(details: &Details, providers: &[Provider]) -> String {
    if !details.channel.is_empty() {
        return details.channel.clone();
    }
    let named = providers.iter().find(|one| one.id == details.provider);
    named.map(|one| one.name.clone()).unwrap_or_default()
}

pub(crate) fn page(
    view: &View<'_>,
    which: &str,
    now: DateTime<Utc>,
) -> Result<DisputePage, Refusal> {
    let dispute = disputes::find(view, which)?;
    let shop = shops::shop(view)?;
    let providers = view.providers()?;
    let shown = shown(view, &dispute.id)?;
    let held = Held {
        details: &dispute.details,
        notice_files: dispute.notice.len(),
        links: &shown,
    };
    let mut links = Vec::new();
    for row in view.dispute_links(&dispute.id)? {
        links.push(DisputeLinkLine {
            key: row.link.key(),
            thing: thing(view, &shop, &row.link, now)?,
            at: row.at,
            actor: row.actor,
        });
    }
    let known: Vec<String> = links.iter().map(|link| link.key.clone()).collect();
    let timeline = view.dispute_events(&dispute.id)?;
    Ok(DisputePage {
        asked: dispute::asked(&held),
        asked_as_of: dispute::kinds().as_of,
        provider: providers
            .iter()
            .find(|one| one.id == dispute.details.provider)
            .cloned(),
        notice: today::attachments(view, &dispute.notice)?,
        suggestions: suggestions(view, &shop, &dispute.details, &known, now)?,
        files: files(view, &dispute)?,
        packs: packs(view, &dispute)?,
        links,
        submission: dispute.submission.clone(),
        ending: dispute.ending.clone(),
        timeline: timeline.into_iter().filter_map(event_line).collect(),
        line: line(&dispute, &shown, &providers, shop.moment(now).day),
    })
}

fn thing(
    view: &View<'_>,
    shop: &Shop,
    link: &Link,
    now: DateTime<Utc>,
) -> Result<LinkedThing, Refusal> {
    Ok(match link {
        Link::Receipt { id } => LinkedThing::Receipt {
            receipt: Box::new(receipts::line(view, receipts::find(view, id)?)?),
        },
        Link::Incident { id } => LinkedThing::Incident {
            incident: Box::new(incident_page::line(view, &incidents::find(view, id)?)?),
        },
        Link::Sale { id } => {
            let sale = sales::lines(view, vec![sales::find(view, id)?])?
                .into_iter()
                .next();
            let unknown = || kaizhang_core::Refusal::SaleUnknown { sale: id.clone() };
            LinkedThing::Sale {
                sale: Box::new(sale.ok_or_else(unknown)?),
            }
        }
        Link::Opening { till, day } => LinkedThing::Opening {
            opening: Box::new(opening(view, shop, till, *day, now)?),
        },
        Link::File { id, piece } => LinkedThing::File {
            file: today::attachment(view, id)?,
            piece: piece.clone(),
        },
        Link::NotNeeded { piece, why } => LinkedThing::NotNeeded {
            piece: piece.clone(),
            why: why.clone(),
        },
    })
}

fn opening(
    view: &View<'_>,
    shop: &Shop,
    till: &str,
    day: Day,
    now: DateTime<Utc>,
) -> Result<LinkedOpening, Refusal> {
    let loaded = loaded::load(view, Some(till), now, |_| day)?;
    let finish = loaded.opening.finish.as_ref();
    let outcome = loaded.rules().outcome(&loaded.opening);
    Ok(LinkedOpening {
        day,
        till: shops::till_named(shop, till),
        state: loaded.state(),
        headline: outcome.headline,
        finished_at: finish.map(|finish| finish.at.clone()),
    })
}

/// What on record may belong to a case and does not yet, the surest first.
fn suggestions(
    view: &View<'_>,
    shop: &Shop,
    details: &Details,
    known: &[String],
    now: DateTime<Utc>,
) -> Result<Vec<DisputeSuggestion>, Refusal> {
    let candidates = view.dispute_candidates(details)?;
    let mut found: Vec<(FoundBy, Link)> = Vec::new();
    for row in candidates.receipts {
        if let Some(by) = details.finds_receipt(&row.receipt, row.day) {
            found.push((by, Link::Receipt { id: row.id }));
        }
    }
    for sale in candidates.sales {
        if let Some(by) = details.finds_sale(&sale) {
            found.push((by, Link::Sale { id: sale.id }));
        }
    }
    for incident in candidates.incidents {
        if let Some(by) = details.finds_incident(&incident) {
            found.push((by, Link::Incident { id: incident.id }));
        }
    }
    if let Some(day) = details.sold_on {
        for till in &shop.tills {
            if view.opening(&till.id, day)?.is_some() {
                let till = till.id.clone();
                found.push((FoundBy::Day, Link::Opening { till, day }));
            }
        }
    }
    found.retain(|(_, link)| !known.contains(&link.key()));
    found.sort_by_key(|(by, _)| *by);
    found.truncate(MOST_SUGGESTED);
    let each = |(by, link): (FoundBy, Link)| {
        let thing = thing(view, shop, &link, now)?;
        Ok(DisputeSuggestion { thing, by })
    };
    found.into_iter().map(each).collect()
}

fn event_line(event: RecordEvent) -> Option<DisputeEventLine> {
    let what = match event.fact {
        Fact::DisputeOpened(opened) => DisputeHappened::Opened {
            details: Box::new(opened.details),
        },
        Fact::DisputeAmended(amended) => DisputeHappened::Amended {
            details: Box::new(amended.details),
        },
        Fact::DisputeLinked(linked) => DisputeHappened::Linked { link: linked.link },
        Fact::DisputeUnlinked(unlinked) => DisputeHappened::Unlinked {
            link: unlinked.link,
            why: unlinked.why,
        },
        Fact::DisputeSubmitted(submitted) => DisputeHappened::Submitted {
            submission: submitted.submission,
        },
        Fact::DisputeClosed(closed) => DisputeHappened::Closed {
            ending: closed.ending,
        },
        Fact::DisputeReopened(reopened) => DisputeHappened::Reopened { why: reopened.why },
        _ => return None,
    };
    Some(DisputeEventLine {
        id: event.id,
        at: event.at,
        actor: event.actor,
        what,
    })
}
