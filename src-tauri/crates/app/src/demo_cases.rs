//! Two cases of the demo shop: a complaint that was answered and won, and a chargeback that waits for its answer.
//!
//! Each is told on the days on which it would have happened, by the same functions that a person's commands run.

use std::sync::Arc;

use chrono::{DateTime, Days, Utc};
use kaizhang_core::dispute::{Dispute, DisputeForm, FoundBy, Kind, Outcome, SubmissionForm};
use kaizhang_core::incident::IncidentForm;
use kaizhang_core::receipt::{ReceiptForm, SlipKind};
use kaizhang_core::sale::{SaleForm, SettleForm, Settlement};
use kaizhang_core::time::Day;
use kaizhang_store::Tx;

use crate::app::{App, Desk};
use crate::disputes::{self, LinkWish, OpenDispute};
use crate::incidents::{self, OpenIncident};
use crate::pictures::{self, Offered};
use crate::{Refusal, contacts, receipts, sales, shops};

/// A demo shorter than this has no cases: there would be no days on which they could have happened.
pub(crate) const LEAST_DAYS: u64 = 30;

/// One chapter of the two stories.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Chapter {
    /// A customer pays by code.
    Paid,
    /// A card is charged, and the terminal says that it failed.
    Doubt,
    /// That customer complains.
    Complained,
    /// The answer to it leaves.
    Answered,
    /// The wallet decides.
    Decided,
    /// The bank takes the charge of the card back.
    ChargedBack,
}

/// The chapters, by how many days before the last one, and at which hour of the shop.
pub(crate) const CHAPTERS: [(u64, (u16, u16), Chapter); 6] = [
    (26, (12, 40), Chapter::Paid),
    (22, (20, 10), Chapter::Complained),
    (21, (10, 30), Chapter::Answered),
    (17, (9, 50), Chapter::Decided),
    (12, (12, 12), Chapter::Doubt),
    (2, (16, 5), Chapter::ChargedBack),
];

/// What both stories are about.
const WALLET_ORDER: &str = "4200002631202610051240118806";
const REFERENCE: &str = "101912067713";

/// Tells a chapter on its day; the clock of `desk` shows its hour.
pub(crate) fn tell(app: &App, desk: &Desk, day: Day, chapter: Chapter) -> Result<(), Refusal> {
    let some = |text: &str| Some(text.to_owned());
    match chapter {
        Chapter::Paid => write(app, desk, move |tx, desk, now| {
            let form = ReceiptForm {
                kind: Some(SlipKind::Wallet),
                amount: "86".to_owned(),
                reference: some(WALLET_ORDER),
                note: some("外卖单，微信扫码"),
                ..ReceiptForm::default()
            };
            receipts::add(tx, desk, &form, now).map(drop)
        }),
        Chapter::Doubt => write(app, desk, doubt),
        Chapter::Complained => write(app, desk, move |tx, desk, _| {
            let form = DisputeForm {
                kind: Some(Kind::WechatComplaint),
                channel: some("微信支付商户平台"),
                amount: some("86"),
                reply_by: some(&after(day, 3)),
                notice_no: some("WX-2610-0931"),
                said: some("顾客说少送了一份小菜，要求退款。"),
                sold_on: some(&before(day, 4)),
                reference: some(WALLET_ORDER),
                ..DisputeForm::default()
            };
            let opened = OpenDispute {
                form,
                ..OpenDispute::default()
            };
            disputes::open(tx, desk, contacts::now_here(tx, desk)?, opened).map(drop)
        }),
        Chapter::Answered => answered(app, desk, day),
        Chapter::Decided => write(app, desk, |tx, desk, _| {
            let moment = contacts::now_here(tx, desk)?;
            let note = "平台认可，投诉撤销，款项不动。";
            disputes::close(tx, desk, moment, &first(tx)?, Outcome::Won, note)
        }),
        Chapter::ChargedBack => write(app, desk, move |tx, desk, _| charged_back(tx, desk, day)),
    }
}

/// A sale in doubt is looked up the same afternoon: it went through.
fn doubt(tx: &Tx<'_>, desk: &Desk, now: DateTime<Utc>) -> Result<(), Refusal> {
    let some = |text: &str| Some(text.to_owned());
    let moment = contacts::now_here(tx, desk)?;
    let form = IncidentForm {
        code: some("96"),
        amount: some("368"),
        card: some("622202******0128"),
        note: some("机器说系统异常，顾客手机说扣了。"),
        ..IncidentForm::default()
    };
    let opened = OpenIncident {
        form,
        sale: Some(SaleForm {
            reference: some(REFERENCE),
            ..SaleForm::default()
        }),
        ..OpenIncident::default()
    };
    let incident = incidents::open(tx, desk, moment, opened)?;
    let slip = ReceiptForm {
        amount: "368".to_owned(),
        card: some("622202******0128"),
        trace: some("000418"),
        reference: some(REFERENCE),
        auth: some("067713"),
        note: some("补打的签购单，顾客签了字"),
        ..ReceiptForm::default()
    };
    let receipt = receipts::add(tx, desk, &slip, now)?;
    for sale in tx.sales_of(&incident)? {
        let settled = SettleForm {
            how: Settlement::Settled,
            note: some("客服查到扣款成功，补打了签购单。"),
            receipt: Some(receipt.clone()),
            attachments: None,
        };
        sales::settle(tx, desk, moment, &sale.id, settled)?;
    }
    Ok(())
}

/// What the complaint asks for is brought together and sent.
fn answered(app: &App, desk: &Desk, day: Day) -> Result<(), Refusal> {
    let order = file(
        app,
        desk,
        "外卖订单.txt",
        "牛肉面 2 份，凉拌黄瓜 1 份，共 86.00 元；备注：小菜随餐。",
    )?;
    let talk = file(
        app,
        desk,
        "聊天记录.txt",
        "店：小菜和面放在一个袋子里，请看看袋底。\n客：看到了，不好意思。",
    )?;
    write(app, desk, move |tx, desk, _| {
        let moment = contacts::now_here(tx, desk)?;
        let dispute = first(tx)?;
        let story = "小菜压在袋底，顾客后来找到了，聊天里说了。";
        let told = DisputeForm {
            story: Some(story.to_owned()),
            ..DisputeForm::default()
        };
        disputes::amend(tx, desk, moment, &dispute, told, None)?;
        let piece = |id: String, piece: &str| LinkWish::File {
            id,
            piece: piece.to_owned(),
        };
        let mut links = found(tx, &dispute)?;
        links.extend([piece(order, "order"), piece(talk, "customer-talk")]);
        disputes::link_all(tx, desk, moment, &dispute, links)?;
        let form = SubmissionForm {
            way: Some("微信支付商户平台".to_owned()),
            note: Some(format!("投诉日期 {}", before(day, 1))),
            ..SubmissionForm::default()
        };
        disputes::submit(tx, desk, moment, &first(tx)?, &form, None)
    })
}

/// The second case: what is on record is linked, and the papers are still to be found.
fn charged_back(tx: &Tx<'_>, desk: &Desk, day: Day) -> Result<(), Refusal> {
    let some = |text: &str| Some(text.to_owned());
    let sold_on = before(day, 10);
    let form = DisputeForm {
        kind: Some(Kind::Chargeback),
        channel: some("收单行短信"),
        amount: some("368"),
        reply_by: some(&after(day, 5)),
        notice_no: some("CB-261102-0077"),
        said: some("持卡人称只消费一次，被扣两次，拒付其中一笔。"),
        sold_on: some(&sold_on),
        reference: some(REFERENCE),
        card: some("622202******0128"),
        story: some("当天 96 超时，先查后收：客服查到只扣了一次，补打签购单，没有再收。"),
        ..DisputeForm::default()
    };
    let till = shops::shop(tx)?.till(None)?.id.clone();
    let opened = OpenDispute {
        form,
        ..OpenDispute::default()
    };
    let moment = contacts::now_here(tx, desk)?;
    let id = disputes::open(tx, desk, moment, opened)?;
    let dispute = disputes::find(tx, &id)?;
    let mut links = found(tx, &dispute)?;
    // That morning the door may have stayed shut in this demo.
    if tx.opening(&till, day - Days::new(10))?.is_some() {
        links.push(LinkWish::Opening {
            day: sold_on,
            till: Some(till),
        });
    }
    disputes::link_all(tx, desk, moment, &dispute, links)
}

/// What on record surely is the sale of a case.
fn found(tx: &Tx<'_>, dispute: &Dispute) -> Result<Vec<LinkWish>, Refusal> {
    let details = &dispute.details;
    let candidates = tx.dispute_candidates(details)?;
    let sure = |by: Option<FoundBy>| matches!(by, Some(FoundBy::Reference | FoundBy::Card));
    let receipts = candidates.receipts.into_iter();
    let receipts = receipts.filter(|row| sure(details.finds_receipt(&row.receipt, row.day)));
    let incidents = candidates.incidents.into_iter();
    let incidents = incidents.filter(|incident| sure(details.finds_incident(incident)));
    let sales = candidates.sales.into_iter();
    let sales = sales.filter(|sale| sure(details.finds_sale(sale)));
    let mut links: Vec<LinkWish> = receipts
        .map(|row| LinkWish::Receipt { id: row.id })
        .collect();
    links.extend(incidents.map(|incident| LinkWish::Incident { id: incident.id }));
    links.extend(sales.map(|sale| LinkWish::Sale { id: sale.id }));
    Ok(links)
}

/// The first case of the demo.
fn first(tx: &Tx<'_>) -> Result<Dispute, Refusal> {
    disputes::find(tx, "1")
}

fn after(day: Day, days: u64) -> String {
    (day + Days::new(days)).to_string()
}

fn before(day: Day, days: u64) -> String {
    (day - Days::new(days)).to_string()
}

fn write(
    app: &App,
    desk: &Desk,
    chapter: impl FnOnce(&Tx<'_>, &Desk, DateTime<Utc>) -> Result<(), Refusal> + Send + 'static,
) -> Result<(), Refusal> {
    let desk = desk.clone();
    app.store
        .write(move |tx| chapter(tx, &desk, desk.outside.now()))
}

/// A text file of this name; its id.
fn file(app: &App, desk: &Desk, name: &str, text: &str) -> Result<String, Refusal> {
    let decoding = Arc::clone(&app.decoding);
    let offered = Offered::named(name);
    let kept = pictures::take_in(&app.store, &decoding, desk, &offered, &mut text.as_bytes())?;
    Ok(kept.id)
}
