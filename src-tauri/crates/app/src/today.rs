//! Today's opening, as the screen and the prompt show it.

use chrono::{DateTime, Utc};
use kaizhang_core::Fen;
use kaizhang_core::cadence::Cadence;
use kaizhang_core::cash::{CNY_DENOMINATIONS_FEN, CashCount};
use kaizhang_core::checklist::{Item, Kind, KindName, SECTIONS, Weight};
use kaizhang_core::opening::{self, Mark, MarkRecord, Opening};
use kaizhang_core::settling::DayState;
use kaizhang_core::shop::{Lane, Till};
use kaizhang_core::time::{self, Day};
use kaizhang_core::value;
use kaizhang_core::verdict::{Headline, Reason, Verdict};
use kaizhang_store::{Attachment, View};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller};
use crate::dispute_page::DisputeLine;
use crate::loaded::Loaded;
use crate::reminders::{self, Standing};
use crate::sales::{self, SaleLine};
use crate::{Refusal, dispute_page, loaded, shops};

/// Input of `show_today`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ShowToday {
    /// The first till when left out.
    pub till: Option<String>,
    /// Another business day than today's, `YYYY-MM-DD`.
    pub day: Option<String>,
}

/// A value as it is shown: a number, words or a choice, or a count.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(untagged)]
pub enum Value {
    /// In the item's unit.
    Number(f64),
    /// Words, or the id of a choice.
    Text(String),
    /// The drawer.
    Cash(CashCount),
}

impl From<&value::Value> for Value {
    fn from(value: &value::Value) -> Value {
        match value {
            value::Value::Number(n) => Value::Number(*n),
            value::Value::Text(text) | value::Value::Choice(text) => Value::Text(text.clone()),
            value::Value::Cash(count) => Value::Cash(count.clone()),
        }
    }
}

/// The range of a number.
#[derive(Debug, Serialize, TS)]
pub struct Range {
    min: f64,
    max: f64,
    unit: String,
}

/// One item with the mark that counts.
#[derive(Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct TodayItem {
    pub(crate) item: String,
    kind: KindName,
    weight: Weight,
    lanes: Vec<Lane>,
    cadence: Cadence,
    #[ts(optional = false)]
    pub(crate) result: Option<Mark>,
    note: String,
    #[ts(optional = false)]
    value: Option<Value>,
    attachments: Vec<Attachment>,
    #[ts(optional = false)]
    mark_id: Option<String>,
    #[ts(optional = false)]
    at: Option<String>,
    actor: String,
    /// Earlier marks of this day that this one stands over, those taken back included.
    amended: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low_below: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_fen: Option<Fen>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tolerance_fen: Option<Fen>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change_min_fen: Option<Fen>,
    #[serde(skip_serializing_if = "Option::is_none")]
    denominations_fen: Option<Vec<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fallback: Option<String>,
    fail_needs_note: bool,
    #[ts(optional = false)]
    warning: Option<Reason>,
}

/// One section of the opening.
#[derive(Debug, Serialize, TS)]
pub struct Section {
    pub(crate) id: String,
    done: u32,
    failed: u32,
    pub(crate) items: Vec<TodayItem>,
}

/// What of the shop every screen needs.
#[derive(Debug, Serialize, TS)]
pub struct ShopBrief {
    name: String,
    zone: String,
    lanes: Vec<Lane>,
    demo: bool,
}

/// The opening of one till on one business day.
#[derive(Debug, Serialize, TS)]
pub struct Today {
    #[ts(type = "string")]
    day: Day,
    now: String,
    pub(crate) state: DayState,
    till: Till,
    tills: Vec<Till>,
    shop: ShopBrief,
    /// Nobody has set the shop up yet.
    first_run: bool,
    /// When the door opens; null on a closed day.
    opens_at: Option<String>,
    /// When the check is due; null on a closed day.
    due_at: Option<String>,
    /// The reminder that stands; null while it is not yet time, and when there is nothing to do any more.
    reminder: Option<Standing>,
    /// Why this day differs from the week, as the owner noted it.
    day_note: String,
    /// Minutes past the late time when it was finished.
    late_min: u32,
    verdict: Verdict,
    headline: Headline,
    /// Items without a mark.
    left: u32,
    /// Of them those that bear on the verdict.
    must_left: u32,
    /// The item to go on with: the first that bears on the verdict, else the first without a mark.
    next: Option<String>,
    pub(crate) sections: Vec<Section>,
    started_at: Option<String>,
    finished_at: Option<String>,
    finished_by: String,
    finish_note: String,
    /// Sales of which nobody knows yet whether they were charged, of all tills, oldest first.
    pending_sales: Vec<SaleLine>,
    /// Incidents that are not resolved, of all tills.
    open_incidents: u32,
    /// Cases that wait for the shop's answer, the most pressing first.
    open_disputes: Vec<DisputeLine>,
}

pub(crate) fn show_today(app: &App, caller: &Caller, input: ShowToday) -> Result<Today, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    let day = shops::given_day(input.day.as_deref())?;
    let now = app.outside.now();
    app.store.read(|view| {
        let loaded = loaded::load(&view, input.till.as_deref(), now, |shop| {
            day.unwrap_or(shop.moment(now).day)
        })?;
        build(&view, &loaded, now)
    })
}

/// Puts together what is shown.
pub(crate) fn build(
    view: &View<'_>,
    loaded: &Loaded,
    now: DateTime<Utc>,
) -> Result<Today, Refusal> {
    let Loaded {
        shop,
        opening,
        checklist,
        ..
    } = loaded;
    let outcome = loaded.rules().outcome(opening);
    let items = opening.items(checklist);
    let current = opening.current();
    let mut sections = Vec::new();
    for id in SECTIONS {
        let mut shown = Vec::new();
        for item in items.iter().filter(|item| item.section == id) {
            shown.push(show(
                view,
                item,
                opening,
                current.get(item.id.as_str()).copied(),
            )?);
        }
        if !shown.is_empty() {
            let count =
                |is: fn(&TodayItem) -> bool| shown.iter().filter(|item| is(item)).count() as u32;
            sections.push(Section {
                id: id.to_owned(),
                done: count(|item| item.result.is_some()),
                failed: count(|item| item.result == Some(Mark::Fail)),
                items: shown,
            });
        }
    }
    let finish = opening.finish.as_ref();
    let (left, must_left) = (
        opening::left(checklist, opening),
        opening::must_left(checklist, opening),
    );
    let next = must_left.first().or(left.first());
    let (state, plan) = (loaded.state(), loaded.plan.as_ref());
    Ok(Today {
        day: opening.day,
        now: time::rfc3339(now),
        state,
        till: loaded.till.clone(),
        tills: shop.tills.clone(),
        shop: ShopBrief {
            name: shop.name.clone(),
            zone: shop.zone.name().to_owned(),
            lanes: shop.lanes.clone(),
            demo: loaded.demo,
        },
        first_run: shop.by_default,
        opens_at: plan.map(|plan| time::rfc3339(plan.opens())),
        due_at: plan.map(|plan| time::rfc3339(plan.due)),
        reminder: reminders::standing(view, plan, state, &loaded.till.id, now)?,
        day_note: loaded
            .own
            .as_ref()
            .map(|own| own.note.clone())
            .unwrap_or_default(),
        late_min: loaded.late_min,
        verdict: outcome.verdict,
        headline: outcome.headline,
        left: left.len() as u32,
        must_left: must_left.len() as u32,
        next: next.map(|item| item.id.clone()),
        sections,
        started_at: loaded.started_at.clone(),
        finished_at: finish.map(|finish| finish.at.clone()),
        finished_by: finish
            .map(|finish| finish.actor.clone())
            .unwrap_or_default(),
        finish_note: finish.map(|finish| finish.note.clone()).unwrap_or_default(),
        pending_sales: sales::lines(view, view.pending_sales()?)?,
        open_incidents: view.open_incidents()?,
        open_disputes: dispute_page::lines(view, &view.open_disputes()?, now)?,
    })
}

/// The attachment with this id.
pub(crate) fn attachment(view: &View<'_>, id: &str) -> Result<Attachment, Refusal> {
    let found = view.attachment(id)?;
    found.ok_or_else(|| Refusal::with("attachment_unknown", "id", id))
}

/// The attachments with these ids, in their order.
pub(crate) fn attachments(view: &View<'_>, ids: &[String]) -> Result<Vec<Attachment>, Refusal> {
    ids.iter().map(|id| attachment(view, id)).collect()
}

fn show(
    view: &View<'_>,
    item: &Item,
    opening: &Opening,
    mark: Option<&MarkRecord>,
) -> Result<TodayItem, Refusal> {
    let marks = opening.marks.iter().filter(|other| other.item == item.id);
    let earlier = marks
        .filter(|other| mark.is_none_or(|mark| mark.id != other.id))
        .count();
    let mut shown = TodayItem {
        item: item.id.clone(),
        kind: item.kind.name(),
        weight: item.weight,
        lanes: item.lanes.clone(),
        cadence: item.cadence,
        result: mark.map(|mark| mark.result),
        note: mark.map(|mark| mark.note.clone()).unwrap_or_default(),
        value: mark.and_then(|mark| mark.value.as_ref()).map(Value::from),
        attachments: attachments(view, mark.map_or(&[], |mark| &mark.attachments))?,
        mark_id: mark.map(|mark| mark.id.clone()),
        at: mark.map(|mark| mark.at.clone()),
        actor: mark.map(|mark| mark.actor.clone()).unwrap_or_default(),
        amended: earlier as u32,
        range: None,
        low_below: None,
        target_fen: None,
        tolerance_fen: None,
        change_min_fen: None,
        denominations_fen: None,
        choices: None,
        fallback: item.fallback.clone(),
        fail_needs_note: item.fail_needs_note,
        warning: mark.and_then(|mark| opening::warning(item, mark)),
    };
    match &item.kind {
        Kind::Number {
            min,
            max,
            unit,
            low_below,
        } => {
            shown.range = Some(Range {
                min: *min,
                max: *max,
                unit: unit.clone(),
            });
            shown.low_below = *low_below;
        }
        Kind::Choice { choices, .. } => shown.choices = Some(choices.clone()),
        Kind::Cash { float } => {
            shown.target_fen = Some(float.target_fen);
            shown.tolerance_fen = Some(float.tolerance_fen);
            shown.change_min_fen = Some(float.change_min_fen);
            shown.denominations_fen = Some(CNY_DENOMINATIONS_FEN.to_vec());
        }
        Kind::Check | Kind::Text | Kind::Photo | Kind::Probe => {}
    }
    Ok(shown)
}
