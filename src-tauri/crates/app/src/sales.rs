//! Sales of which nobody knows whether the customer was charged: on the list until somebody found out.

use kaizhang_core::Fact;
use kaizhang_core::Fen;
use kaizhang_core::Refusal as No;
use kaizhang_core::card::CardMask;
use kaizhang_core::contact::Terminal;
use kaizhang_core::fact::IncidentResolved;
use kaizhang_core::guide::LaneEffect;
use kaizhang_core::incident::{Resolution, State};
use kaizhang_core::sale::{PendingSale, SaleForm, SettleForm, Settlement};
use kaizhang_core::shop::{Lane, Till};
use kaizhang_core::time::{Day, Moment, rfc3339};
use kaizhang_store::{Attachment, Tx, View};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller, Desk};
use crate::incident_page::IncidentPage;
use crate::{Refusal, contacts, incidents, receipts, shops, today};

/// One sale of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SaleLine {
    id: String,
    /// The incident that it came from, by id and number.
    incident: String,
    incident_no: u32,
    #[ts(type = "string")]
    day: Day,
    till: Till,
    terminal: Option<Terminal>,
    lane: Option<Lane>,
    amount_fen: Option<Fen>,
    card: Option<CardMask>,
    code: String,
    trace: String,
    reference: String,
    note: String,
    /// When the sale was tried.
    at: String,
    noted_by: String,
    settled: Option<SettledLine>,
}

/// How a sale was settled.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SettledLine {
    how: Settlement,
    note: String,
    receipt: String,
    attachments: Vec<Attachment>,
    at: String,
    actor: String,
}

/// Input of `list_pending_sales`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListPendingSales {}

/// Input of `amend_sale`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AmendSale {
    /// Its id.
    pub sale: String,
    /// What is different; what is left out stays.
    pub form: SaleForm,
}

/// Input of `settle_sale`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettleSale {
    /// Its id.
    pub sale: String,
    /// What somebody found out.
    pub form: SettleForm,
}

/// Input of `reopen_sale`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ReopenSale {
    /// Its id.
    pub sale: String,
    /// Why.
    pub why: Option<String>,
}

/// What is shown of sales.
pub(crate) fn lines(view: &View<'_>, sales: Vec<PendingSale>) -> Result<Vec<SaleLine>, Refusal> {
    if sales.is_empty() {
        return Ok(Vec::new());
    }
    let has = contacts::load(view)?;
    let mut lines = Vec::new();
    for PendingSale {
        id,
        sale,
        noted_by,
        settled,
        ..
    } in sales
    {
        let settled = match settled {
            None => None,
            Some(one) => Some(SettledLine {
                how: one.how,
                note: one.note,
                receipt: one.receipt,
                attachments: today::attachments(view, &one.attachments)?,
                at: one.at,
                actor: one.actor,
            }),
        };
        lines.push(SaleLine {
            id,
            incident_no: incidents::find(view, &sale.incident)?.no,
            incident: sale.incident,
            day: sale.day,
            till: shops::till_named(&has.shop, &sale.till),
            terminal: has
                .terminals
                .iter()
                .find(|one| one.id == sale.terminal)
                .cloned(),
            lane: sale.lane,
            amount_fen: sale.amount_fen,
            card: sale.card,
            code: sale.code,
            trace: sale.trace,
            reference: sale.reference,
            note: sale.note,
            at: rfc3339(sale.at),
            noted_by,
            settled,
        });
    }
    Ok(lines)
}

pub(crate) fn list_pending_sales(
    app: &App,
    caller: &Caller,
    _: ListPendingSales,
) -> Result<Vec<SaleLine>, Refusal> {
    app.begin(&app.desk(caller)?)?;
    app.store.read(|view| {
        let pending = view.pending_sales()?;
        lines(&view, pending)
    })
}

/// The sale with this id.
pub(crate) fn find(view: &View<'_>, id: &str) -> Result<PendingSale, Refusal> {
    let unknown = || No::SaleUnknown {
        sale: id.chars().take(40).collect(),
    };
    Ok(view.sale(id)?.ok_or_else(unknown)?)
}

/// Loads the sale, then changes the incident that it belongs to.
fn incident_of(app: &App, caller: &Caller, sale: &str) -> Result<String, Refusal> {
    app.begin(&app.desk(caller)?)?;
    app.store
        .read(|view| find(&view, sale).map(|found| found.sale.incident))
}

pub(crate) fn amend_sale(
    app: &App,
    caller: &Caller,
    input: AmendSale,
) -> Result<IncidentPage, Refusal> {
    let incident = incident_of(app, caller, &input.sale)?;
    incidents::change(app, caller, incident, move |tx, desk, moment, _| {
        let amended = find(tx, &input.sale)?.amend(&input.form)?;
        tx.append(&desk.stamp(moment), Fact::SaleAmended(amended))?;
        Ok(())
    })
}

pub(crate) fn settle_sale(
    app: &App,
    caller: &Caller,
    input: SettleSale,
) -> Result<IncidentPage, Refusal> {
    let incident = incident_of(app, caller, &input.sale)?;
    incidents::change(app, caller, incident, move |tx, desk, moment, _| {
        settle(tx, desk, moment, &input.sale, input.form)
    })
}

/// Writes down what became of a sale. An incident that is about nothing but this sale is then over as well.
pub(crate) fn settle(
    tx: &Tx<'_>,
    desk: &Desk,
    moment: Moment,
    sale: &str,
    mut form: SettleForm,
) -> Result<(), Refusal> {
    today::attachments(tx, form.attachments.as_deref().unwrap_or_default())?;
    if let Some(receipt) = form.receipt.as_mut().filter(|id| !id.is_empty()) {
        *receipt = receipts::find(tx, receipt)?.id;
    }
    let pending = find(tx, sale)?;
    let settled = pending.settle(form)?;
    tx.append(&desk.stamp(moment), Fact::SaleSettled(settled))?;
    let incident = incidents::find(tx, &pending.sale.incident)?;
    let others = tx.sales_of(&incident.id)?;
    let over = incident.state != State::Resolved
        && incident.details.lane_effect == LaneEffect::None
        && others.iter().all(|sale| sale.settled.is_some());
    if over {
        let resolved = IncidentResolved {
            incident: incident.id,
            resolution: Resolution {
                how: String::new(),
                proof: Vec::new(),
                loss_fen: None,
            },
        };
        tx.append(&desk.stamp(moment), Fact::IncidentResolved(resolved))?;
    }
    Ok(())
}

pub(crate) fn reopen_sale(
    app: &App,
    caller: &Caller,
    input: ReopenSale,
) -> Result<IncidentPage, Refusal> {
    let incident = incident_of(app, caller, &input.sale)?;
    incidents::change(app, caller, incident, move |tx, desk, moment, incident| {
        let reopened = find(tx, &input.sale)?.reopen(&input.why.unwrap_or_default())?;
        tx.append(&desk.stamp(moment), Fact::SaleReopened(reopened))?;
        // A sale in doubt again is no business that is over.
        if incident.state == State::Resolved {
            let reopened = incident.reopen("")?;
            tx.append(&desk.stamp(moment), Fact::IncidentReopened(reopened))?;
        }
        Ok(())
    })
}
