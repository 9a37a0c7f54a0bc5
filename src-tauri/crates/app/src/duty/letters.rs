//! The outbox: toasts to show and messages to send, written in the same transaction as what they are
//! about, so that neither a killed process nor a network that is down loses one.

use chrono::{DateTime, TimeDelta, Utc};
use kaizhang_core::fact::ReminderFired;
use kaizhang_core::schedule::{DayPlan, Kind};
use kaizhang_core::shop::{Shop, Till};
use kaizhang_core::time::{Day, Moment};
use kaizhang_store::{Letter, Tx, View};
use kaizhang_words::{Lang, ToastFacts, ToastKind, ToastWords, Words};
use serde::{Deserialize, Serialize};

use super::tick;
use crate::alerts;
use crate::app::{App, Desk};
use crate::{Refusal, keeping, reminders, shops, this_pc};

/// The channel of what is shown on this PC.
pub(crate) const TOAST: &str = "toast";
/// The topic of a reminder that somebody tries.
pub(crate) const TRY: &str = "try";

/// What a toast is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// Time to check.
    Due,
    /// The door is open and the check is not done.
    Late,
    /// Still not.
    Nag,
    /// Sales of earlier days are still in doubt.
    FollowUp,
    /// Cases wait for an answer, and its last day is near or over.
    Reply,
    /// Somebody wants to see that reminders arrive.
    Try,
}

impl From<Kind> for NoticeKind {
    fn from(kind: Kind) -> NoticeKind {
        match kind {
            Kind::Due => NoticeKind::Due,
            Kind::Late => NoticeKind::Late,
            Kind::Nag => NoticeKind::Nag,
        }
    }
}

/// The cases that wait for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Replies {
    /// Cases whose last day for an answer is near or over.
    pub cases: u32,
    /// Of them those whose last day is over.
    pub overdue: u32,
    /// Days until the nearest last day that is not over; `None` when all are.
    pub days_left: Option<i64>,
}

/// A reminder to show, with everything its words need.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// The business day.
    pub day: Day,
    /// For when it was meant.
    pub planned_at: DateTime<Utc>,
    /// It comes noticeably late: the PC slept, was off, or its clock was set.
    pub tardy: bool,
    /// The tills that are not ready.
    pub tills: Vec<Till>,
    /// Sales of earlier days that are still in doubt, when this is the day's first word of them.
    pub sales: u32,
    /// Cases that wait for an answer, when this is the day's first word of them.
    pub replies: Replies,
    /// The shop has more than one till.
    pub many_tills: bool,
    /// When the door opens; `None` when the day was closed meanwhile.
    pub opens_at: Option<DateTime<Utc>>,
    /// Whole minutes until then; negative when it is open.
    pub minutes_to_open: i64,
    /// The shop's name; may be empty.
    pub shop: String,
    /// The shop's zone.
    pub zone: chrono_tz::Tz,
    /// With a short sound.
    pub sound: bool,
    /// The window comes up by itself.
    pub raise: bool,
    /// The language that was chosen in the window, as `zh-CN`; `None` when none was.
    pub language: Option<String>,
}

impl Notice {
    /// Title, body and buttons, in the language that was chosen in the window, else in `otherwise`.
    pub fn in_words(&self, otherwise: Lang) -> ToastWords {
        let chosen = self.language.as_deref().and_then(Lang::from_tag);
        let words = Words::new(chosen.unwrap_or(otherwise));
        let names = self
            .tills
            .iter()
            .map(|till| words.till_name(&till.id, &till.name));
        let tills: Vec<String> = names.filter(|_| self.many_tills).collect();
        words.toast(&ToastFacts {
            kind: match self.kind {
                NoticeKind::Due => ToastKind::Due,
                NoticeKind::Late => ToastKind::Late,
                NoticeKind::Nag => ToastKind::Nag,
                NoticeKind::FollowUp => ToastKind::FollowUp,
                NoticeKind::Reply => ToastKind::Reply,
                NoticeKind::Try => ToastKind::Try,
            },
            day: self.day,
            planned_at: self.planned_at,
            tardy: self.tardy,
            sales: self.sales,
            cases: self.replies.cases,
            overdue: self.replies.overdue,
            days_left: self.replies.days_left,
            tills: &tills,
            opens_at: self.opens_at,
            minutes_to_open: self.minutes_to_open,
            zone: self.zone,
        })
    }
}

/// The notice as it waits.
#[derive(Debug, Serialize, Deserialize)]
struct Waiting {
    kind: NoticeKind,
    day: Day,
    planned_at: DateTime<Utc>,
    tardy: bool,
    tills: Vec<String>,
    #[serde(default)]
    sales: u32,
    #[serde(default)]
    replies: Replies,
}

/// A toast to show now.
pub(super) struct DueToast {
    pub(super) id: String,
    pub(super) notice: Notice,
}

/// The topic of a message about a day; it begins with the day.
fn about(day: Day, what: &str) -> String {
    format!("{day} {what}")
}

fn is_about(letter: &Letter, day: Day) -> bool {
    letter.topic.starts_with(&day.to_string())
}

/// Puts what fired together into one toast, in place of an earlier one of this day that was not shown.
pub(super) fn post_reminder(
    tx: &Tx<'_>,
    desk: &Desk,
    moment: Moment,
    fired: &[ReminderFired],
    sales: u32,
    replies: Option<Replies>,
) -> Result<(), Refusal> {
    let Some(gravest) = fired.iter().max_by_key(|one| one.kind) else {
        return Ok(());
    };
    drop_toasts(tx, moment.day)?;
    let mut tills: Vec<String> = fired.iter().map(|one| one.till.clone()).collect();
    tills.dedup();
    let waiting = Waiting {
        kind: gravest.kind.into(),
        day: moment.day,
        planned_at: gravest.planned_at,
        tardy: moment.at - gravest.planned_at > kaizhang_core::firing::TARDY,
        tills,
        sales,
        replies: replies.unwrap_or_default(),
    };
    tx.post(&Letter {
        id: desk.outside.id(moment.at),
        channel: TOAST.to_owned(),
        topic: about(moment.day, "reminder"),
        json: serde_json::to_string(&waiting).map_err(crate::table::unwritable)?,
        tries: 0,
        next_at: moment.at,
        trouble: None,
    })?;
    Ok(())
}

/// What stands whether the check is done or not: its toast outlives that of the check.
const LASTING: &str = "follow-up";

/// Puts the reminder of sales in doubt and of answers that are due into a toast of its own. Money that may have
/// been taken twice comes first.
pub(super) fn post_rest(
    tx: &Tx<'_>,
    desk: &Desk,
    moment: Moment,
    sales: u32,
    replies: Option<Replies>,
) -> Result<(), Refusal> {
    let kind = match (sales, replies) {
        (0, None) => return Ok(()),
        (0, Some(_)) => NoticeKind::Reply,
        _ => NoticeKind::FollowUp,
    };
    let waiting = Waiting {
        kind,
        day: moment.day,
        planned_at: moment.at,
        tardy: false,
        tills: Vec::new(),
        sales,
        replies: replies.unwrap_or_default(),
    };
    tx.post(&Letter {
        id: desk.outside.id(moment.at),
        channel: TOAST.to_owned(),
        topic: about(moment.day, LASTING),
        json: serde_json::to_string(&waiting).map_err(crate::table::unwritable)?,
        tries: 0,
        next_at: moment.at,
        trouble: None,
    })?;
    Ok(())
}

/// The toast of somebody who tries it out.
pub(crate) fn try_notice(shop: &Shop, now: DateTime<Utc>) -> String {
    let waiting = Waiting {
        kind: NoticeKind::Try,
        day: shop.moment(now).day,
        planned_at: now,
        tardy: false,
        tills: shop.tills.iter().map(|till| till.id.clone()).collect(),
        sales: 0,
        replies: Replies::default(),
    };
    serde_json::to_string(&waiting).unwrap_or_default()
}

/// The toasts that wait, with what is known now.
pub(super) fn due_toasts(app: &App) -> Result<Vec<DueToast>, Refusal> {
    let now = app.outside.now();
    app.store.read(|view| {
        let waiting = view.outbox()?;
        let mut due = Vec::new();
        for letter in waiting.into_iter().filter(|letter| letter.channel == TOAST) {
            // What an older program left behind and cannot be read is not worth stopping for.
            if let Ok(waiting) = serde_json::from_str(&letter.json) {
                due.push(DueToast {
                    notice: notice(&view, now, waiting)?,
                    id: letter.id,
                });
            }
        }
        Ok(due)
    })
}

fn notice(view: &View<'_>, now: DateTime<Utc>, waiting: Waiting) -> Result<Notice, Refusal> {
    let shop = shops::shop(view)?;
    let plan = reminders::day_plan(view, &shop, waiting.day)?;
    let this_pc = this_pc::this_pc(view)?;
    let opens_at = plan.as_ref().map(DayPlan::opens);
    let named = |id: &String| shops::till_named(&shop, id);
    Ok(Notice {
        kind: waiting.kind,
        day: waiting.day,
        planned_at: waiting.planned_at,
        tardy: waiting.tardy,
        tills: waiting.tills.iter().map(named).collect(),
        sales: waiting.sales,
        replies: waiting.replies,
        many_tills: shop.tills.len() > 1,
        minutes_to_open: opens_at.map_or(0, |at| minutes_until(at, now)),
        opens_at,
        zone: shop.zone,
        shop: shop.name,
        sound: this_pc.sound,
        raise: this_pc.raise,
        language: keeping::language(view)?,
    })
}

/// Whole minutes from now: a begun minute counts while it is still to come, and not once it has passed, as people
/// read a clock.
fn minutes_until(at: DateTime<Utc>, now: DateTime<Utc>) -> i64 {
    let rounded = at - now + TimeDelta::milliseconds(59_999);
    if at > now {
        rounded.num_minutes()
    } else {
        (at - now).num_minutes()
    }
}

/// A toast was shown, or there is no way to show one.
pub(super) fn shown(app: &App, id: &str) -> Result<(), Refusal> {
    let id = id.to_owned();
    Ok(app.store.write(move |tx| tx.take_out(&id))?)
}

/// What waits about a day is not true any more: it is finished, closed, or put off.
pub(crate) fn drop_reminders_of(tx: &Tx<'_>, day: Day) -> Result<(), Refusal> {
    let lasting = about(day, LASTING);
    let all = tx.outbox()?;
    let of_day = all.iter().filter(|letter| is_about(letter, day));
    // A sale in doubt is none the clearer for it, and an answer none the less due.
    for letter in of_day.filter(|letter| letter.topic != lasting) {
        tx.take_out(&letter.id)?;
    }
    Ok(())
}

fn drop_toasts(tx: &Tx<'_>, day: Day) -> Result<(), Refusal> {
    let all = tx.outbox()?;
    let toasts = all.iter().filter(|letter| letter.channel == TOAST);
    let reminder = about(day, "reminder");
    for letter in toasts.filter(|letter| letter.topic == reminder) {
        tx.take_out(&letter.id)?;
    }
    Ok(())
}

/// Whether a letter is about a day that is over.
fn is_stale(letter: &Letter, today: Day) -> bool {
    let day = letter
        .topic
        .get(..10)
        .and_then(|day| day.parse::<Day>().ok());
    day.is_some_and(|day| day < today)
}

pub(super) fn has_stale(view: &View<'_>, today: Day) -> Result<bool, Refusal> {
    Ok(view.outbox()?.iter().any(|letter| is_stale(letter, today)))
}

/// Takes out what is about days that are over: nobody can do anything about it any more.
pub(super) fn drop_stale(tx: &Tx<'_>, today: Day) -> Result<(), Refusal> {
    for letter in tx.outbox()?.iter().filter(|letter| is_stale(letter, today)) {
        tx.take_out(&letter.id)?;
    }
    Ok(())
}

/// What the owner is to be told, and on which channels that has not happened yet.
struct OwnerLetter {
    channels: Vec<String>,
    minutes_late: u32,
    tills: Vec<Till>,
}

fn owner_letter(
    view: &View<'_>,
    shop: &Shop,
    moment: Moment,
) -> Result<Option<OwnerLetter>, Refusal> {
    let Some(plan) = reminders::day_plan(view, shop, moment.day)? else {
        return Ok(None);
    };
    if moment.at < plan.late || moment.at >= plan.closes() {
        return Ok(None);
    }
    // A file that cannot be read is told where the channels are shown; it must not keep the shop from being
    // reminded.
    let Ok(alerts) = alerts::load(view) else {
        return Ok(None);
    };
    let minutes_late = plan.minutes_late(moment.at);
    if alerts.channels.is_empty() || minutes_late < u32::from(alerts.after_min) {
        return Ok(None);
    }
    let tills = tick::unfinished(view, shop, &plan)?;
    if tills.is_empty() {
        return Ok(None);
    }
    let told = view.owner_told(moment.day)?;
    let waiting = view.outbox()?;
    let open = alerts
        .channels
        .iter()
        .map(|channel| &channel.id)
        .filter(|id| {
            !told.iter().any(|(_, channel)| channel == *id)
                && !waiting
                    .iter()
                    .any(|letter| letter.channel == **id && is_about(letter, moment.day))
        });
    let channels: Vec<String> = open.cloned().collect();
    Ok((!channels.is_empty()).then_some(OwnerLetter {
        channels,
        minutes_late,
        tills,
    }))
}

pub(super) fn owner_waits(view: &View<'_>, shop: &Shop, moment: Moment) -> Result<bool, Refusal> {
    Ok(owner_letter(view, shop, moment)?.is_some())
}

/// Posts a message to the owner on every channel that has not carried one today.
pub(super) fn post_to_owner(tx: &Tx<'_>, desk: &Desk, moment: Moment) -> Result<(), Refusal> {
    let shop = shops::shop(tx)?;
    let Some(letter) = owner_letter(tx, &shop, moment)? else {
        return Ok(());
    };
    let language = keeping::language(tx)?;
    let message = alerts::late_message(
        &shop,
        moment,
        letter.minutes_late,
        &letter.tills,
        language.as_deref(),
    );
    let json = serde_json::to_string(&message).map_err(crate::table::unwritable)?;
    for channel in letter.channels {
        tx.post(&Letter {
            id: desk.outside.id(moment.at),
            channel,
            topic: about(moment.day, "late"),
            json: json.clone(),
            tries: 0,
            next_at: moment.at,
            trouble: None,
        })?;
    }
    Ok(())
}
