//! How this one PC reminds: agent, sound, raising the window. It belongs to the PC and not to the shop's ledger.

use kaizhang_store::{Letter, View};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller};
use crate::duty::letters;
use crate::{Refusal, keeping, shops};

/// The owner's wishes for this one PC.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ThisPc {
    /// The agent starts with the PC and reminds without a window; null until somebody was asked.
    pub agent: Option<bool>,
    /// Reminders come with a short sound.
    pub sound: bool,
    /// A reminder brings the window up by itself.
    pub raise: bool,
}

impl Default for ThisPc {
    fn default() -> ThisPc {
        ThisPc {
            agent: None,
            sound: true,
            raise: false,
        }
    }
}

/// Input of `keep_this_pc`. What is left out stays as it is.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct KeepThisPc {
    agent: Option<bool>,
    sound: Option<bool>,
    raise: Option<bool>,
}

/// Input of `try_reminder`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TryReminder {}

/// The owner's wishes for this PC.
pub(crate) fn this_pc(view: &View<'_>) -> Result<ThisPc, Refusal> {
    let json = view.this_pc()?;
    // What cannot be read any more is no loss: the person is asked again.
    let kept = json.and_then(|json| serde_json::from_str(&json).ok());
    Ok(kept.unwrap_or_default())
}

pub(crate) fn keep_this_pc(app: &App, _: &Caller, input: KeepThisPc) -> Result<ThisPc, Refusal> {
    app.store.write(move |tx| {
        let old = this_pc(tx)?;
        let kept = ThisPc {
            agent: input.agent.or(old.agent),
            sound: input.sound.unwrap_or(old.sound),
            raise: input.raise.unwrap_or(old.raise),
        };
        let json = serde_json::to_string(&kept).map_err(crate::table::unwritable)?;
        tx.keep_this_pc(&json)?;
        Ok(kept)
    })
}

pub(crate) fn try_reminder(
    app: &App,
    caller: &Caller,
    _: TryReminder,
) -> Result<keeping::Done, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    if app.store.take_duty()?.is_some() {
        return Err(Refusal {
            code: "nobody_on_duty".to_owned(),
            params: Default::default(),
        });
    }
    app.store.write(move |tx| -> Result<(), Refusal> {
        let shop = shops::shop(tx)?;
        let now = desk.outside.now();
        let id = desk.outside.id(now);
        tx.post(&Letter {
            topic: letters::TRY.to_owned(),
            channel: letters::TOAST.to_owned(),
            json: letters::try_notice(&shop, now),
            tries: 0,
            next_at: now,
            trouble: None,
            id,
        })?;
        Ok(())
    })?;
    Ok(keeping::Done {})
}
