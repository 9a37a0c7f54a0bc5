//! Receipts: written down in seconds, found again by whatever is left of them.

use kaizhang_core::Fact;
use kaizhang_core::Refusal as No;
use kaizhang_core::fact::{ReceiptAdded, ReceiptAmended};
use kaizhang_core::receipt::{Receipt, ReceiptForm, SlipKind};
use kaizhang_core::sale::{MatchedBy, PendingSale};
use kaizhang_core::shop::Shop;
use kaizhang_core::time::{Day, rfc3339};
use kaizhang_core::{Fen, card::CardMask};
use kaizhang_store::{Attachment, ReceiptRow, ReceiptWish, Tx, View};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller, Desk};
use crate::{Refusal, contacts, listed, sales, shops, today};

/// One receipt.
#[derive(Debug, Serialize, TS)]
pub struct ReceiptLine {
    id: String,
    /// Its number in the shop, from 1.
    no: u32,
    #[ts(type = "string")]
    day: Day,
    kind: SlipKind,
    /// When, as the slip says.
    at: String,
    amount_fen: Fen,
    tip_fen: Option<Fen>,
    /// Amount and tip.
    total_fen: Fen,
    terminal: String,
    merchant_name: String,
    merchant_no: String,
    terminal_no: String,
    operator: String,
    issuer: String,
    acquirer: String,
    card: Option<CardMask>,
    batch: String,
    trace: String,
    auth: String,
    reference: String,
    note: String,
    attachments: Vec<Attachment>,
    added_at: String,
    added_by: String,
    /// How often it was written anew.
    amended: u32,
}

/// A pending sale that a receipt may show.
#[derive(Debug, Serialize, TS)]
pub struct Match {
    sale: sales::SaleLine,
    by: MatchedBy,
}

/// One receipt, and what it may settle.
#[derive(Debug, Serialize, TS)]
pub struct ReceiptPage {
    #[serde(flatten)]
    line: ReceiptLine,
    /// Pending sales that it may show, the surest first.
    matches: Vec<Match>,
    /// Numbers of earlier receipts that look like the same slip.
    same_as: Vec<u32>,
}

/// Input of `add_receipt`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddReceipt {
    /// What the slip says.
    pub form: ReceiptForm,
}

/// Input of `amend_receipt`: all of it anew.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AmendReceipt {
    /// Its id or number.
    pub receipt: String,
    /// What the slip says.
    pub form: ReceiptForm,
}

/// Input of `show_receipt`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowReceipt {
    /// Its id or number.
    pub receipt: String,
}

/// Input of `list_receipts`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ListReceipts {
    /// Words that must all stand in it: an amount, the last four, a trace number, a name.
    pub words: Option<String>,
    /// Not before this business day.
    pub from: Option<String>,
    /// Not after this business day.
    pub to: Option<String>,
    /// Of this terminal.
    pub terminal: Option<String>,
    /// Older than this one, by its id or number.
    pub before: Option<String>,
    /// At most so many; 50 when left out.
    pub limit: Option<u32>,
}

/// Part of the receipts, newest first.
#[derive(Debug, Serialize, TS)]
pub struct ReceiptsPage {
    receipts: Vec<ReceiptLine>,
    /// Older ones are there.
    more: bool,
}

/// The receipt with this id or number.
pub(crate) fn find(view: &View<'_>, which: &str) -> Result<ReceiptRow, Refusal> {
    let unknown = || No::ReceiptUnknown {
        receipt: which.chars().take(40).collect(),
    };
    Ok(view.receipt(which.trim())?.ok_or_else(unknown)?)
}

pub(crate) fn line(view: &View<'_>, row: ReceiptRow) -> Result<ReceiptLine, Refusal> {
    let receipt = row.receipt;
    let tip = receipt.tip_fen.map_or(0, |tip| tip.0);
    Ok(ReceiptLine {
        id: row.id,
        no: row.no,
        day: row.day,
        kind: receipt.kind,
        at: rfc3339(receipt.at),
        amount_fen: receipt.amount_fen,
        tip_fen: receipt.tip_fen,
        total_fen: Fen(receipt.amount_fen.0 + tip),
        terminal: receipt.terminal,
        merchant_name: receipt.merchant_name,
        merchant_no: receipt.merchant_no,
        terminal_no: receipt.terminal_no,
        operator: receipt.operator,
        issuer: receipt.issuer,
        acquirer: receipt.acquirer,
        card: receipt.card,
        batch: receipt.batch,
        trace: receipt.trace,
        auth: receipt.auth,
        reference: receipt.reference,
        note: receipt.note,
        attachments: today::attachments(view, &receipt.attachments)?,
        added_at: row.added_at,
        added_by: row.added_by,
        amended: row.amended,
    })
}

fn page(view: &View<'_>, id: &str) -> Result<ReceiptPage, Refusal> {
    let row = find(view, id)?;
    let mut found: Vec<(MatchedBy, PendingSale)> = view
        .pending_sales()?
        .into_iter()
        .filter_map(|sale| Some((sale.matches(&row.receipt)?, sale)))
        .collect();
    found.sort_by_key(|(by, _)| *by as u8);
    let by: Vec<MatchedBy> = found.iter().map(|(by, _)| *by).collect();
    let lines = sales::lines(view, found.into_iter().map(|(_, sale)| sale).collect())?;
    let matches = lines.into_iter().zip(by);
    Ok(ReceiptPage {
        matches: matches.map(|(sale, by)| Match { sale, by }).collect(),
        same_as: view.same_slip(&row)?,
        line: line(view, row)?,
    })
}

/// Reads a form and checks what it names.
fn read(
    tx: &Tx<'_>,
    form: &ReceiptForm,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<(Day, Receipt), Refusal> {
    let has = contacts::load(tx)?;
    let receipt = form.read(has.shop.zone, now)?;
    if !receipt.terminal.is_empty() && !has.terminals.iter().any(|one| one.id == receipt.terminal) {
        let terminal = receipt.terminal;
        return Err(No::TerminalUnknown { terminal }.into());
    }
    today::attachments(tx, &receipt.attachments)?;
    Ok((day_of(&has.shop, &receipt), receipt))
}

fn day_of(shop: &Shop, receipt: &Receipt) -> Day {
    shop.moment(receipt.at).day
}

pub(crate) fn add_receipt(
    app: &App,
    caller: &Caller,
    input: AddReceipt,
) -> Result<ReceiptPage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    app.store.write(move |tx| {
        let id = add(tx, &desk, &input.form, desk.outside.now())?;
        page(tx, &id)
    })
}

/// Writes a slip down; the answer is its id.
pub(crate) fn add(
    tx: &Tx<'_>,
    desk: &Desk,
    form: &ReceiptForm,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<String, Refusal> {
    let (day, receipt) = read(tx, form, now)?;
    let stamp = desk.stamp(contacts::now_here(tx, desk)?);
    tx.append(&stamp, Fact::ReceiptAdded(ReceiptAdded { day, receipt }))?;
    Ok(stamp.id)
}

pub(crate) fn amend_receipt(
    app: &App,
    caller: &Caller,
    input: AmendReceipt,
) -> Result<ReceiptPage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    app.store.write(move |tx| {
        let moment = contacts::now_here(tx, &desk)?;
        let known = find(tx, &input.receipt)?;
        let (day, receipt) = read(tx, &input.form, moment.at)?;
        if receipt != known.receipt {
            let amended = ReceiptAmended {
                id: known.id.clone(),
                day,
                receipt,
            };
            tx.append(&desk.stamp(moment), Fact::ReceiptAmended(amended))?;
        }
        page(tx, &known.id)
    })
}

pub(crate) fn show_receipt(
    app: &App,
    caller: &Caller,
    input: ShowReceipt,
) -> Result<ReceiptPage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    app.store.read(|view| page(&view, &input.receipt))
}

pub(crate) fn list_receipts(
    app: &App,
    caller: &Caller,
    input: ListReceipts,
) -> Result<ReceiptsPage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let limit = listed::limit(input.limit, listed::MOST);
    let mut wish = ReceiptWish {
        words: listed::words(input.words),
        from: shops::given_day(input.from.as_deref())?,
        to: shops::given_day(input.to.as_deref())?,
        terminal: input.terminal,
        before: None,
        limit: limit + 1,
    };
    app.store.read(|view| {
        if let Some(before) = &input.before {
            let row = find(&view, before)?;
            wish.before = Some((row.day, row.receipt.at, row.no));
        }
        let (rows, more) = listed::cut(view.receipts(&wish)?, limit);
        Ok(ReceiptsPage {
            receipts: rows
                .into_iter()
                .map(|row| line(&view, row))
                .collect::<Result<_, Refusal>>()?,
            more,
        })
    })
}
