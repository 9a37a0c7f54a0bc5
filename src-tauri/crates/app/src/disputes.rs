//! Disputes: somebody asks for proof of a sale, and by when. What is asked for, what is there, what was sent.

use kaizhang_core::Refusal as No;
use kaizhang_core::dispute::{
    Dispute, DisputeForm, Held, Link, Outcome, SentFile, SubmissionForm, once,
};
use kaizhang_core::fact::{DisputeOpened, Fact};
use kaizhang_core::time::Moment;
use kaizhang_store::{DisputeWish, Tx, View};
use serde::Serialize;
use ts_rs::TS;

use crate::app::{App, Caller, Desk};
use crate::dispute_page::{self, DisputeLine, DisputePage};
use crate::{Refusal, contacts, incidents, listed, receipts, sales, shops, today};

mod inputs;
pub use inputs::{
    AmendDispute, CloseDispute, LinkDispute, LinkWish, ListDisputes, OpenDispute, ReopenDispute,
    ShowDispute, SubmitDispute, UnlinkDispute,
};

/// Part of the cases, newest first.
#[derive(Debug, Serialize, TS)]
pub struct DisputesPage {
    disputes: Vec<DisputeLine>,
    /// Older ones are there.
    more: bool,
}

/// The case with this id or number.
pub(crate) fn find(view: &View<'_>, which: &str) -> Result<Dispute, Refusal> {
    let found = view.dispute(which.trim())?;
    found.ok_or_else(|| {
        let dispute = which.chars().take(40).collect();
        No::DisputeUnknown { dispute }.into()
    })
}

/// Changes one case in a transaction and shows it as it is afterwards.
fn change(
    app: &App,
    caller: &Caller,
    which: String,
    change: impl FnOnce(&Tx<'_>, &Desk, Moment, &Dispute) -> Result<(), Refusal> + Send + 'static,
) -> Result<DisputePage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    app.store.write(move |tx| {
        let moment = contacts::now_here(tx, &desk)?;
        let dispute = find(tx, &which)?;
        change(tx, &desk, moment, &dispute)?;
        dispute_page::page(tx, &dispute.id, moment.at)
    })
}

/// What is on record under a wish, by ids that stay.
fn resolve(view: &View<'_>, wish: LinkWish) -> Result<Link, Refusal> {
    Ok(match wish {
        LinkWish::Receipt { id } => Link::Receipt {
            id: receipts::find(view, &id)?.id,
        },
        LinkWish::Incident { id } => Link::Incident {
            id: incidents::find(view, &id)?.id,
        },
        LinkWish::Sale { id } => Link::Sale {
            id: sales::find(view, &id)?.id,
        },
        LinkWish::Opening { day, till } => {
            let day = shops::parse_day(&day)?;
            let till = match till.filter(|till| !till.is_empty()) {
                Some(till) => till,
                None => shops::shop(view)?.till(None)?.id.clone(),
            };
            if view.opening(&till, day)?.is_none() {
                let day = day.to_string();
                return Err(No::OpeningUnknown { day }.into());
            }
            Link::Opening { till, day }
        }
        LinkWish::File { id, piece } => Link::File {
            id: today::attachment(view, &id)?.id,
            piece,
        },
        LinkWish::NotNeeded { piece, why } => Link::NotNeeded { piece, why },
    })
}

/// Links a case with all of these, or with none.
pub(crate) fn link_all(
    tx: &Tx<'_>,
    desk: &Desk,
    moment: Moment,
    dispute: &Dispute,
    wishes: Vec<LinkWish>,
) -> Result<(), Refusal> {
    let rows = tx.dispute_links(&dispute.id)?;
    let mut known: Vec<Link> = rows.into_iter().map(|row| row.link).collect();
    for wish in wishes {
        let linked = dispute.link(resolve(tx, wish)?, &known)?;
        known.push(linked.link.clone());
        tx.append(&desk.stamp(moment), Fact::DisputeLinked(linked))?;
    }
    Ok(())
}

/// A case names a provider that there is, or none.
fn known_provider(view: &View<'_>, provider: &str) -> Result<(), Refusal> {
    if provider.is_empty() || view.providers()?.iter().any(|one| one.id == provider) {
        return Ok(());
    }
    let provider = provider.chars().take(40).collect();
    Err(No::ProviderUnknown { provider }.into())
}

pub(crate) fn open_dispute(
    app: &App,
    caller: &Caller,
    input: OpenDispute,
) -> Result<DisputePage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    app.store.write(move |tx| {
        let moment = contacts::now_here(tx, &desk)?;
        let id = open(tx, &desk, moment, input)?;
        dispute_page::page(tx, &id, moment.at)
    })
}

/// Writes a new case with its links down; the answer is its id.
pub(crate) fn open(
    tx: &Tx<'_>,
    desk: &Desk,
    moment: Moment,
    input: OpenDispute,
) -> Result<String, Refusal> {
    let notice = once(input.notice.unwrap_or_default());
    let details = input.form.read(None, moment.day)?;
    let details = details.checked_notice(&notice)?;
    known_provider(tx, &details.provider)?;
    today::attachments(tx, &notice)?;
    let stamp = desk.stamp(moment);
    let opened = DisputeOpened { details, notice };
    tx.append(&stamp, Fact::DisputeOpened(opened))?;
    let dispute = find(tx, &stamp.id)?;
    link_all(tx, desk, moment, &dispute, input.links.unwrap_or_default())?;
    Ok(stamp.id)
}

pub(crate) fn amend_dispute(
    app: &App,
    caller: &Caller,
    input: AmendDispute,
) -> Result<DisputePage, Refusal> {
    change(
        app,
        caller,
        input.dispute,
        move |tx, desk, moment, dispute| amend(tx, desk, moment, dispute, input.form, input.notice),
    )
}

/// Writes what is known of a case anew.
pub(crate) fn amend(
    tx: &Tx<'_>,
    desk: &Desk,
    moment: Moment,
    dispute: &Dispute,
    form: DisputeForm,
    notice: Option<Vec<String>>,
) -> Result<(), Refusal> {
    let amended = dispute.amend(form, notice.map(once), moment.day)?;
    if amended.details == dispute.details && amended.notice == dispute.notice {
        return Ok(());
    }
    known_provider(tx, &amended.details.provider)?;
    today::attachments(tx, &amended.notice)?;
    tx.append(&desk.stamp(moment), Fact::DisputeAmended(amended))?;
    Ok(())
}

pub(crate) fn link_dispute(
    app: &App,
    caller: &Caller,
    input: LinkDispute,
) -> Result<DisputePage, Refusal> {
    change(
        app,
        caller,
        input.dispute,
        move |tx, desk, moment, dispute| {
            if input.links.is_empty() {
                return Err(No::NothingToLink {}.into());
            }
            link_all(tx, desk, moment, dispute, input.links)
        },
    )
}

pub(crate) fn unlink_dispute(
    app: &App,
    caller: &Caller,
    input: UnlinkDispute,
) -> Result<DisputePage, Refusal> {
    change(
        app,
        caller,
        input.dispute,
        move |tx, desk, moment, dispute| {
            let rows = tx.dispute_links(&dispute.id)?;
            let known: Vec<Link> = rows.into_iter().map(|row| row.link).collect();
            let unlinked = dispute.unlink(&input.key, &input.why.unwrap_or_default(), &known)?;
            tx.append(&desk.stamp(moment), Fact::DisputeUnlinked(unlinked))?;
            Ok(())
        },
    )
}

pub(crate) fn submit_dispute(
    app: &App,
    caller: &Caller,
    input: SubmitDispute,
) -> Result<DisputePage, Refusal> {
    change(
        app,
        caller,
        input.dispute,
        move |tx, desk, moment, dispute| {
            submit(tx, desk, moment, dispute, &input.form, input.files)
        },
    )
}

/// Freezes what was sent: the files named, else those that left with the pack, else those that the case would send.
pub(crate) fn submit(
    tx: &Tx<'_>,
    desk: &Desk,
    moment: Moment,
    dispute: &Dispute,
    form: &SubmissionForm,
    files: Option<Vec<String>>,
) -> Result<(), Refusal> {
    let pack = match form.pack.as_deref().map(str::trim).unwrap_or_default() {
        "" => None,
        which => Some(dispute_page::pack(tx, dispute, which)?),
    };
    let sent = match (files, &pack) {
        (Some(ids), _) => today::attachments(tx, &once(ids))?,
        (None, Some(pack)) => today::attachments(tx, &pack.made.attachments)?,
        (None, None) => dispute_page::would_send(tx, dispute)?,
    };
    let files = sent.into_iter().map(|file| SentFile {
        id: file.id,
        name: file.name,
        sha256: file.sha256,
        bytes: file.bytes,
    });
    let links = dispute_page::shown(tx, &dispute.id)?;
    let held = Held {
        details: &dispute.details,
        notice_files: dispute.notice.len(),
        links: &links,
    };
    let form = SubmissionForm {
        pack: pack.map(|pack| pack.id),
        ..form.clone()
    };
    let read = form.read(files.collect(), held.missing(), moment.zone, moment.at)?;
    let submitted = dispute.submit(read)?;
    tx.append(&desk.stamp(moment), Fact::DisputeSubmitted(submitted))?;
    Ok(())
}

pub(crate) fn close_dispute(
    app: &App,
    caller: &Caller,
    input: CloseDispute,
) -> Result<DisputePage, Refusal> {
    change(
        app,
        caller,
        input.dispute,
        move |tx, desk, moment, dispute| {
            let note = input.note.unwrap_or_default();
            close(tx, desk, moment, dispute, input.outcome, &note)
        },
    )
}

/// Writes down how a case ended.
pub(crate) fn close(
    tx: &Tx<'_>,
    desk: &Desk,
    moment: Moment,
    dispute: &Dispute,
    outcome: Outcome,
    note: &str,
) -> Result<(), Refusal> {
    let closed = dispute.close(outcome, note)?;
    tx.append(&desk.stamp(moment), Fact::DisputeClosed(closed))?;
    Ok(())
}

pub(crate) fn reopen_dispute(
    app: &App,
    caller: &Caller,
    input: ReopenDispute,
) -> Result<DisputePage, Refusal> {
    change(
        app,
        caller,
        input.dispute,
        move |tx, desk, moment, dispute| {
            let reopened = dispute.reopen(&input.why.unwrap_or_default())?;
            tx.append(&desk.stamp(moment), Fact::DisputeReopened(reopened))?;
            Ok(())
        },
    )
}

pub(crate) fn show_dispute(
    app: &App,
    caller: &Caller,
    input: ShowDispute,
) -> Result<DisputePage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let now = app.outside.now();
    app.store
        .read(|view| dispute_page::page(&view, &input.dispute, now))
}

pub(crate) fn list_disputes(
    app: &App,
    caller: &Caller,
    input: ListDisputes,
) -> Result<DisputesPage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let limit = listed::limit(input.limit, listed::MOST);
    let wish = DisputeWish {
        going_on: input.going_on.unwrap_or(false),
        state: input.state,
        kind: input.kind,
        words: listed::words(input.words),
        from: shops::given_day(input.from.as_deref())?,
        to: shops::given_day(input.to.as_deref())?,
        before: input.before,
        limit: limit + 1,
    };
    let now = app.outside.now();
    app.store.read(|view| {
        let (found, more) = listed::cut(view.disputes(&wish)?, limit);
        Ok(DisputesPage {
            disputes: dispute_page::lines(&view, &found, now)?,
            more,
        })
    })
}
