//! History: a line for each opening, and one opening with everything that happened in it.

use kaizhang_core::checklist::{KindName, SECTIONS};
use kaizhang_core::opening::{Mark, State};
use kaizhang_core::shop::{Shop, Till};
use kaizhang_core::time;
use kaizhang_core::verdict::{Headline, Outcome, Verdict};
use kaizhang_store::{Attachment, HistoryRow, HistoryWish, View};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller};
use crate::today::{self, Value};
use crate::{Refusal, shops};

/// Input of `list_history`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ListHistory {
    /// Not before this business day.
    pub from: Option<String>,
    /// Not after this business day.
    pub to: Option<String>,
    /// Before this business day: the oldest of the page at hand.
    pub before: Option<String>,
    /// At most about so many openings, whole days; all of them when left out.
    pub limit: Option<u32>,
}

/// One opening in a line.
#[derive(Debug, Serialize, TS)]
pub struct HistoryDay {
    #[ts(type = "string")]
    day: time::Day,
    till: Till,
    state: State,
    verdict: Verdict,
    headline: Headline,
    /// Items marked as failed.
    failures: u32,
    failed_items: Vec<String>,
    finished_at: Option<String>,
    finished_by: String,
    note: String,
}

/// Part of the history, newest last.
#[derive(Debug, Serialize, TS)]
pub struct HistoryPage {
    days: Vec<HistoryDay>,
    /// Older openings are there.
    more: bool,
}

/// Input of `show_day`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ShowDay {
    /// The first till when left out.
    pub till: Option<String>,
    /// The business day.
    pub day: String,
}

/// One mark of a day.
#[derive(Debug, Serialize, TS)]
pub struct DayMark {
    mark_id: String,
    result: Mark,
    value: Option<Value>,
    note: String,
    attachments: Vec<Attachment>,
    at: String,
    actor: String,
    withdrawn: bool,
}

/// One item of a day with its marks, oldest first.
#[derive(Debug, Serialize, TS)]
pub struct DayItem {
    item: String,
    kind: KindName,
    marks: Vec<DayMark>,
}

/// One section of a day.
#[derive(Debug, Serialize, TS)]
pub struct DaySection {
    id: String,
    items: Vec<DayItem>,
}

/// How a day's opening was closed.
#[derive(Debug, Serialize, TS)]
pub struct DayFinish {
    at: String,
    actor: String,
    note: String,
}

/// One opening with everything that happened in it.
#[derive(Debug, Serialize, TS)]
pub struct Day {
    #[ts(type = "string")]
    day: time::Day,
    till: Till,
    state: State,
    verdict: Verdict,
    headline: Headline,
    sections: Vec<DaySection>,
    finish: Option<DayFinish>,
}

/// Taken for "all": more than a shop's lifetime of mornings.
const ALL: u32 = 1_000_000;

pub(crate) fn list_history(
    app: &App,
    caller: &Caller,
    input: ListHistory,
) -> Result<HistoryPage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let day = |text: &Option<String>| text.as_deref().map(shops::parse_day).transpose();
    let before = day(&input.before)?.map(|day| day.pred_opt().unwrap_or(day));
    let to = day(&input.to)?;
    let limit = input.limit.unwrap_or(ALL).clamp(1, ALL);
    let wish = HistoryWish {
        from: day(&input.from)?,
        to: match (before, to) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        },
        limit: limit + 1,
    };
    app.store.read(|view| {
        let shop = shops::shop(&view)?;
        let mut rows = view.history(&wish)?;
        let more = rows.len() > limit as usize;
        if more {
            // A day is never torn between two pages, however many tills it has.
            let cut = rows.last().map(|row| row.day);
            let whole = rows.iter().filter(|row| Some(row.day) != cut).count();
            rows.truncate(if whole == 0 { rows.len() } else { whole });
        }
        rows.reverse();
        let days = rows
            .into_iter()
            .map(|row| line(&view, &shop, row))
            .collect::<Result<_, Refusal>>()?;
        Ok(HistoryPage { days, more })
    })
}

fn line(view: &View<'_>, shop: &Shop, row: HistoryRow) -> Result<HistoryDay, Refusal> {
    let (state, outcome) = match row.outcome {
        Some(outcome) => (State::Finished, outcome),
        None => {
            let loaded = today::load(view, Some(&row.till), |_| row.day)?;
            (
                loaded.opening.state(),
                loaded.rules().outcome(&loaded.opening),
            )
        }
    };
    let Outcome {
        verdict,
        headline,
        failed,
    } = outcome;
    let finish = row.finish;
    Ok(HistoryDay {
        day: row.day,
        till: shops::till_named(shop, &row.till),
        state,
        verdict,
        headline,
        failures: failed.len() as u32,
        failed_items: failed,
        finished_at: finish.as_ref().map(|finish| finish.at.clone()),
        finished_by: finish
            .as_ref()
            .map(|finish| finish.actor.clone())
            .unwrap_or_default(),
        note: finish.map(|finish| finish.note).unwrap_or_default(),
    })
}

pub(crate) fn show_day(app: &App, caller: &Caller, input: ShowDay) -> Result<Day, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let day = shops::parse_day(&input.day)?;
    app.store.read(|view| {
        let loaded = today::load(&view, input.till.as_deref(), |_| day)?;
        let opening = &loaded.opening;
        let outcome = loaded.rules().outcome(opening);
        let mut sections = Vec::new();
        for id in SECTIONS {
            let mut items = Vec::new();
            for item in loaded
                .checklist
                .items
                .iter()
                .filter(|item| item.section == id)
            {
                let mut marks = Vec::new();
                for mark in opening.marks.iter().filter(|mark| mark.item == item.id) {
                    marks.push(DayMark {
                        mark_id: mark.id.clone(),
                        result: mark.result,
                        value: mark.value.as_ref().map(Value::from),
                        note: mark.note.clone(),
                        attachments: today::attachments(&view, &mark.attachments)?,
                        at: mark.at.clone(),
                        actor: mark.actor.clone(),
                        withdrawn: mark.withdrawn,
                    });
                }
                if !marks.is_empty() || opening.due.contains(&item.id) {
                    items.push(DayItem {
                        item: item.id.clone(),
                        kind: item.kind.name(),
                        marks,
                    });
                }
            }
            if !items.is_empty() {
                sections.push(DaySection {
                    id: id.to_owned(),
                    items,
                });
            }
        }
        Ok(Day {
            day,
            till: loaded.till.clone(),
            state: opening.state(),
            verdict: outcome.verdict,
            headline: outcome.headline,
            sections,
            finish: opening.finish.as_ref().map(|finish| DayFinish {
                at: finish.at.clone(),
                actor: finish.actor.clone(),
                note: finish.note.clone(),
            }),
        })
    })
}
