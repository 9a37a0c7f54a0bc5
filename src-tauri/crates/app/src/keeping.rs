//! Keeping the folder in order: where the window was left, examination, rebuilding.

use kaizhang_store::Fsck;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::Refusal;
use crate::app::{App, Caller};

/// Input of `read_place`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadPlace {}

/// Where the window was left: its own business, kept for it and not looked into.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Null when nothing was kept yet.
    #[ts(type = "unknown")]
    place: Value,
}

/// Nothing more to say.
#[derive(Debug, Serialize, TS)]
pub struct Done {}

/// Input of `check_folder`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckFolder {}

/// Input of `rebuild_projections`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RebuildProjections {}

/// What was rebuilt.
#[derive(Debug, Serialize, TS)]
pub struct Rebuilt {
    /// Entries read.
    #[ts(type = "number")]
    entries: u64,
}

/// Characters of JSON; several screens full of drafts.
const PLACE_LIMIT: usize = 64 << 10;

pub(crate) fn read_place(app: &App, _: &Caller, _: ReadPlace) -> Result<Place, Refusal> {
    let json = app.store.read(|view| view.place())?;
    // What cannot be read any more is no loss: the window then opens at its beginning.
    let place = json.and_then(|json| serde_json::from_str(&json).ok());
    Ok(Place {
        place: place.unwrap_or_default(),
    })
}

pub(crate) fn keep_place(app: &App, _: &Caller, input: Place) -> Result<Done, Refusal> {
    let json = input.place.to_string();
    if json.len() > PLACE_LIMIT {
        return Err(Refusal::with("place_too_large", "limit", PLACE_LIMIT));
    }
    app.store.write(move |tx| tx.keep_place(&json))?;
    Ok(Done {})
}

pub(crate) fn check_folder(app: &App, caller: &Caller, _: CheckFolder) -> Result<Fsck, Refusal> {
    app.begin(&app.desk(caller)?)?;
    Ok(app.store.fsck()?)
}

pub(crate) fn rebuild_projections(
    app: &App,
    _: &Caller,
    _: RebuildProjections,
) -> Result<Rebuilt, Refusal> {
    Ok(Rebuilt {
        entries: app.store.rebuild()?,
    })
}
