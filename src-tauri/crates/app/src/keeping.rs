//! Keeping the folder in order: where the window was left, examination, rebuilding.

use kaizhang_core::privacy;
use kaizhang_store::{Fsck, View};
use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};
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

/// The language that was chosen in the window, as `zh-CN`; `None` when none was.
pub(crate) fn language(view: &View<'_>) -> Result<Option<String>, Refusal> {
    let place = view
        .place()?
        .and_then(|json| serde_json::from_str::<Value>(&json).ok());
    let language = place.as_ref().and_then(|place| place["language"].as_str());
    Ok(language.map(str::to_owned))
}

pub(crate) fn keep_place(app: &App, _: &Caller, input: Place) -> Result<Done, Refusal> {
    let json = blotted(input.place).to_string();
    if json.len() > PLACE_LIMIT {
        return Err(Refusal::with("place_too_large", "limit", PLACE_LIMIT));
    }
    app.store.write(move |tx| tx.keep_place(&json))?;
    Ok(Done {})
}

/// What is still being typed is kept too, so numbers that must not be kept go from it before they are whole.
fn blotted(place: Value) -> Value {
    match place {
        Value::String(text) => Value::String(blotted_text(&text)),
        Value::Array(all) => all.into_iter().map(blotted).collect(),
        Value::Object(all) => all
            .into_iter()
            .map(|(key, value)| (blotted_text(&key), blotted(value)))
            .collect(),
        Value::Number(number) if counts_too_far(&number) => Value::Null,
        other => other,
    }
}

/// Ids and hashes are no numbers that somebody typed, however many digits stand in them.
fn blotted_text(text: &str) -> String {
    let is_hash = text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit());
    if is_hash || uuid::Uuid::parse_str(text).is_ok_and(|id| id.to_string() == text) {
        return text.to_owned();
    }
    privacy::blot(text)
}

/// Nothing that a window keeps counts as far as a card number; what does is a number that somebody typed.
fn counts_too_far(number: &Number) -> bool {
    let digits = number
        .as_f64()
        .filter(|n| n.fract() == 0.0)
        .map(|_| number.to_string());
    digits.is_some_and(|digits| privacy::blot(&digits) != digits)
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
