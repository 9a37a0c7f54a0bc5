//! One opening with everything that a decision about it needs, read at one instant.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use kaizhang_core::checklist::Checklist;
use kaizhang_core::opening::{self, Opening, Rules};
use kaizhang_core::schedule::DayPlan;
use kaizhang_core::settling::{DayState, Settled};
use kaizhang_core::shop::{Shop, Till};
use kaizhang_core::time::Day;
use kaizhang_core::verdict::Trouble;
use kaizhang_store::{PlannedDay, View};

use crate::{Refusal, shops};

/// Everything a decision about one opening needs, loaded at one instant.
pub(crate) struct Loaded {
    pub(crate) shop: Shop,
    pub(crate) demo: bool,
    pub(crate) till: Till,
    pub(crate) checklist: Arc<Checklist>,
    pub(crate) opening: Opening,
    /// RFC 3339 UTC; `None` before the first mark.
    pub(crate) started_at: Option<String>,
    /// What the owner decided for the day, if it differs from the week.
    pub(crate) own: Option<PlannedDay>,
    /// The day's plan; `None` when the door stays shut.
    pub(crate) plan: Option<DayPlan>,
    /// Minutes past the late time when it was finished.
    pub(crate) late_min: u32,
    /// What the day was put on record as.
    pub(crate) settled: Option<Settled>,
    /// Incidents of the till that are not resolved; of a day gone by, those that were not when its opening
    /// was last looked at.
    pub(crate) troubles: Vec<Trouble>,
}

impl Loaded {
    /// Items without a mark.
    pub(crate) fn left(&self) -> u32 {
        opening::left(&self.checklist, &self.opening).len() as u32
    }

    /// What became of the day.
    pub(crate) fn state(&self) -> DayState {
        let progress = self.opening.state();
        DayState::of(progress, self.late_min, self.settled, self.plan.is_some())
    }

    pub(crate) fn rules(&self) -> Rules<'_> {
        Rules {
            lanes: &self.shop.lanes,
            checklist: &self.checklist,
            troubles: &self.troubles,
        }
    }
}

/// Loads the opening of a till and day; one that nobody has begun is made from what is due.
pub(crate) fn load(
    view: &View<'_>,
    till: Option<&str>,
    now: DateTime<Utc>,
    day: impl FnOnce(&Shop) -> Day,
) -> Result<Loaded, Refusal> {
    let (shop, demo) = shops::shop_and_demo(view)?;
    let day = day(&shop);
    let known = shop.till(till).cloned();
    // A till that is gone still has its past.
    let id = known
        .as_ref()
        .map_or(till.unwrap_or_default(), |till| &till.id);
    let own = view.planned(day, day)?.into_iter().next();
    let planned = own.as_ref().map(|own| &own.planned);
    let plan = DayPlan::of(&shop, view.reminders()?, planned, day);
    let settled = view.settled(id, day, now)?;
    let today = day == shop.moment(now).day;
    if let Some(row) = view.opening(id, day)? {
        let looked_at = if today {
            Some(now)
        } else {
            last_look(&row.opening)
        };
        return Ok(Loaded {
            troubles: match looked_at {
                Some(at) => view.troubles(id, at)?,
                None => Vec::new(),
            },
            own,
            plan,
            late_min: row.late_min,
            settled,
            till: shops::till_named(&shop, id),
            shop,
            demo,
            checklist: row.checklist,
            opening: row.opening,
            started_at: Some(row.started_at),
        });
    }
    let till = match (&known, settled) {
        (Err(_), Some(_)) => shops::till_named(&shop, id),
        _ => known?,
    };
    let checklist = shops::checklist(view)?;
    let mut due = Vec::new();
    for item in &checklist.items {
        if item
            .cadence
            .is_due(view.last_good(&till.id, &item.id, day)?, day)
        {
            due.push(item.id.clone());
        }
    }
    let opening = Opening {
        day,
        till: till.id.clone(),
        due,
        marks: Vec::new(),
        finish: None,
    };
    Ok(Loaded {
        troubles: if today {
            view.troubles(&till.id, now)?
        } else {
            Vec::new()
        },
        shop,
        demo,
        till,
        checklist,
        opening,
        started_at: None,
        own,
        plan,
        late_min: 0,
        settled,
    })
}

/// When something was last marked in an opening or it was finished: what was known then is its verdict.
fn last_look(opening: &Opening) -> Option<DateTime<Utc>> {
    let marks = opening.marks.iter().map(|mark| mark.at.as_str());
    let finish = opening.finish.iter().map(|finish| finish.at.as_str());
    marks.chain(finish).filter_map(|at| at.parse().ok()).max()
}

/// Whether the opening of every till is finished on a day.
pub(crate) fn all_finished(view: &View<'_>, shop: &Shop, day: Day) -> Result<bool, Refusal> {
    for till in &shop.tills {
        if !view.is_finished(&till.id, day)? {
            return Ok(false);
        }
    }
    Ok(true)
}
