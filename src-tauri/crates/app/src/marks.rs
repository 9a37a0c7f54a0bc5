//! Marking, amending, taking back, finishing.

use kaizhang_core::Fact;
use kaizhang_core::fact::{ItemMarked, OpeningFinished, OpeningStarted};
use kaizhang_core::opening::{Finish, Mark, MarkRecord, MarkWish};
use kaizhang_core::time::Moment;
use kaizhang_store::{Tx, View};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller, Desk};
use crate::duty::letters;
use crate::loaded::{self, Loaded};
use crate::today::{self, Today};
use crate::{Refusal, reminders, timestamps};

/// Input of `mark_item`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MarkItem {
    /// The first till when left out.
    pub till: Option<String>,
    /// The item's id.
    pub item: String,
    /// What was found.
    pub result: Mark,
    /// As typed: `12.5`, `523.50`, `100x5 10x3`, the id of a choice.
    pub value: Option<String>,
    /// What was seen.
    pub note: Option<String>,
    /// Ids of files brought in before.
    pub attachments: Option<Vec<String>>,
}

/// Input of `confirm_section`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ConfirmSection {
    /// The first till when left out.
    pub till: Option<String>,
    /// The section's id.
    pub section: String,
}

/// Input of `undo_marks`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct UndoMarks {
    /// The first till when left out.
    pub till: Option<String>,
    /// Ids of marks, as `Marked` gave them.
    pub marks: Vec<String>,
}

/// Input of `finish_opening`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct FinishOpening {
    /// The first till when left out.
    pub till: Option<String>,
    /// Needed when items are left that bear on the verdict.
    pub note: Option<String>,
}

/// The opening after a change, and the marks written, for `undo_marks`.
#[derive(Debug, Serialize, TS)]
pub struct Marked {
    today: Today,
    marks: Vec<String>,
}

/// Loads today's opening in a transaction, changes it there and in memory alike, and shows it as it is
/// afterwards. That both are the same, `tests/it` proves after every command.
fn change<T: Send + 'static>(
    app: &App,
    caller: &Caller,
    till: Option<String>,
    change: impl FnOnce(&Tx<'_>, &Desk, Moment, &mut Loaded) -> Result<T, Refusal> + Send + 'static,
) -> Result<(Today, T), Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    app.store.write(move |tx| {
        let now = desk.outside.now();
        let mut loaded = loaded::load(tx, till.as_deref(), now, |shop| shop.moment(now).day)?;
        let moment = loaded.shop.moment(now);
        let done = change(tx, &desk, moment, &mut loaded)?;
        Ok((today::build(tx, &loaded, now)?, done))
    })
}

/// Writes that an opening began, before the first thing that happens in it.
pub(crate) fn start(
    tx: &Tx<'_>,
    desk: &Desk,
    moment: Moment,
    loaded: &mut Loaded,
) -> Result<(), Refusal> {
    if loaded.started_at.is_some() {
        return Ok(());
    }
    let started = OpeningStarted {
        till: loaded.till.id.clone(),
        day: loaded.opening.day,
        checklist_version: loaded.checklist.version,
        due: loaded.opening.due.clone(),
    };
    tx.append(&desk.stamp(moment), started.into())?;
    loaded.started_at = Some(moment.rfc3339());
    Ok(())
}

/// Writes marks. In a finished opening each brings the new verdict along.
pub(crate) fn append(
    tx: &Tx<'_>,
    desk: &Desk,
    moment: Moment,
    loaded: &mut Loaded,
    marks: Vec<ItemMarked>,
) -> Result<Vec<String>, Refusal> {
    start(tx, desk, moment, loaded)?;
    let mut ids = Vec::new();
    for mut mark in marks {
        let stamp = desk.stamp(moment);
        loaded.opening.marks.push(MarkRecord {
            id: stamp.id.clone(),
            item: mark.item.clone(),
            result: mark.result,
            value: mark.value.clone(),
            note: mark.note.clone(),
            attachments: mark.attachments.clone(),
            at: moment.rfc3339(),
            actor: stamp.actor.clone(),
            withdrawn: false,
        });
        if loaded.opening.finish.is_some() {
            mark.outcome = Some(loaded.rules().outcome(&loaded.opening));
        }
        tx.append(&stamp, Fact::ItemMarked(mark))?;
        ids.push(stamp.id);
    }
    Ok(ids)
}

pub(crate) fn mark_item(app: &App, caller: &Caller, input: MarkItem) -> Result<Marked, Refusal> {
    let MarkItem {
        till,
        item,
        result,
        value,
        note,
        attachments,
    } = input;
    let (today, marks) = change(app, caller, till, move |tx, desk, moment, loaded| {
        let attachments = attachments.unwrap_or_default();
        today::attachments(tx, &attachments)?;
        let wish = MarkWish {
            item: &item,
            value: value.as_deref(),
            note: note.as_deref().unwrap_or_default(),
            attachments: &attachments,
        };
        let mark = loaded.rules().mark(&loaded.opening, result, &wish)?;
        append(tx, desk, moment, loaded, vec![mark])
    })?;
    Ok(Marked { today, marks })
}

pub(crate) fn confirm_section(
    app: &App,
    caller: &Caller,
    input: ConfirmSection,
) -> Result<Marked, Refusal> {
    let (today, marks) = change(app, caller, input.till, move |tx, desk, moment, loaded| {
        let marks = loaded.rules().confirm(&loaded.opening, &input.section)?;
        append(tx, desk, moment, loaded, marks)
    })?;
    Ok(Marked { today, marks })
}

pub(crate) fn undo_marks(app: &App, caller: &Caller, input: UndoMarks) -> Result<Marked, Refusal> {
    let (today, ()) = change(app, caller, input.till, move |tx, desk, moment, loaded| {
        let withdrawn = loaded.rules().withdraw(&loaded.opening, &input.marks)?;
        for mut one in withdrawn {
            if let Some(mark) = loaded
                .opening
                .marks
                .iter_mut()
                .find(|mark| mark.id == one.mark)
            {
                mark.withdrawn = true;
            }
            if loaded.opening.finish.is_some() {
                one.outcome = Some(loaded.rules().outcome(&loaded.opening));
            }
            tx.append(&desk.stamp(moment), one.into())?;
        }
        Ok(())
    })?;
    Ok(Marked {
        today,
        marks: Vec::new(),
    })
}

/// What is written when an opening is closed now. Only a check that was expected can be late.
pub(crate) fn finished(
    view: &View<'_>,
    loaded: &mut Loaded,
    note: &str,
    moment: Moment,
) -> Result<OpeningFinished, Refusal> {
    let mut finished = loaded.rules().finish(&loaded.opening, note)?;
    if let Some(plan) = &loaded.plan
        && reminders::is_expected(view, plan, &loaded.till.id)?
    {
        finished.late_min = plan.minutes_late(moment.at);
    }
    loaded.late_min = finished.late_min;
    Ok(finished)
}

pub(crate) fn finish_opening(
    app: &App,
    caller: &Caller,
    input: FinishOpening,
) -> Result<Today, Refusal> {
    let (today, ()) = change(app, caller, input.till, move |tx, desk, moment, loaded| {
        let note = input.note.unwrap_or_default();
        let finished = finished(tx, loaded, &note, moment)?;
        start(tx, desk, moment, loaded)?;
        let stamp = desk.stamp(moment);
        loaded.opening.finish = Some(Finish {
            at: moment.rfc3339(),
            actor: stamp.actor.clone(),
            note: finished.note.clone(),
        });
        tx.append(&stamp, finished.into())?;
        if loaded::all_finished(tx, &loaded.shop, moment.day)? {
            letters::drop_reminders_of(tx, moment.day)?;
        }
        // A key that is gone keeps no shop from opening; what was written without it is signed when it is back.
        if tx.sign()? {
            timestamps::wish(tx, desk)?;
        }
        Ok(())
    })?;
    Ok(today)
}
