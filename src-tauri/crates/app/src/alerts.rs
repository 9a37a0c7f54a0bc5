//! The owner's channels: who is told when the check is late. Off until the owner adds one. What they
//! hold are keys to other people's services, so they stand in a file of their own and never in the
//! ledger, in a log or on the screen.

use chrono::DateTime;
use chrono::Utc;
use kaizhang_alert::{AlertError, Channel, ChannelError, ChannelView, Limits, Message};
use kaizhang_core::shop::{Shop, Till};
use kaizhang_core::time::Moment;
use kaizhang_store::{Tx, View};
use kaizhang_words::{Lang, Words, args};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller};
use crate::{Refusal, keeping, shops};

/// The file beside the database.
const FILE: &str = "owner-alerts";
/// More ways to tell one person make it no more likely that they hear.
const MOST_CHANNELS: usize = 5;
/// The longest wait: after half a day nobody can do anything any more.
const MOST_AFTER_MIN: u16 = 720;

/// The channels as they are kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnerAlerts {
    /// Minutes past the late time.
    pub(crate) after_min: u16,
    pub(crate) channels: Vec<OwnerChannel>,
}

/// One channel as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnerChannel {
    /// Kind and number, `wecom-1`.
    pub(crate) id: String,
    pub(crate) channel: Channel,
}

impl Default for OwnerAlerts {
    fn default() -> OwnerAlerts {
        OwnerAlerts {
            after_min: 15,
            channels: Vec::new(),
        }
    }
}

/// Input of `show_alerts`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowAlerts {}

/// One channel on the screen, without its secrets.
#[derive(Debug, Serialize, TS)]
pub struct AlertChannel {
    id: String,
    #[serde(flatten)]
    view: ChannelView,
    /// A message waits to be sent.
    waiting: bool,
    /// Tries of it so far.
    tries: u32,
    /// Why its last try failed; null when none did.
    trouble: Option<Refusal>,
}

/// The owner's channels.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Alerts")]
pub struct AlertsPage {
    /// Minutes past the late time.
    after_min: u16,
    channels: Vec<AlertChannel>,
}

/// Input of `set_alerts`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetAlerts {
    after_min: u16,
}

/// Input of `put_alert_channel`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PutAlertChannel {
    /// The channel to replace; a new one when left out.
    id: Option<String>,
    channel: Channel,
}

/// Input of `remove_alert_channel` and `try_alert`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneAlertChannel {
    id: String,
}

/// Reads the channels.
pub(crate) fn load(view: &View<'_>) -> Result<OwnerAlerts, Refusal> {
    match view.secret(FILE)? {
        None => Ok(OwnerAlerts::default()),
        Some(bytes) => serde_json::from_slice(&bytes)
            .map_err(|_| Refusal::with("alerts_unreadable", "file", format!("keys/{FILE}.json"))),
    }
}

fn keep(tx: &Tx<'_>, alerts: &OwnerAlerts) -> Result<(), Refusal> {
    let bytes = serde_json::to_vec_pretty(alerts).map_err(crate::table::unwritable)?;
    Ok(tx.keep_secret(FILE, &bytes)?)
}

/// A failed attempt as a refusal.
pub(crate) fn refusal(error: &AlertError) -> Refusal {
    Refusal::new(error.code(), error.params())
}

fn not_a_channel(error: &ChannelError) -> Refusal {
    Refusal::new(error.code(), error.params())
}

fn unknown(id: &str) -> Refusal {
    Refusal::with("alert_channel_unknown", "id", id)
}

pub(crate) fn show_alerts(
    app: &App,
    caller: &Caller,
    _: ShowAlerts,
) -> Result<AlertsPage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    app.store.read(|view| page(&view))
}

fn page(view: &View<'_>) -> Result<AlertsPage, Refusal> {
    let alerts = load(view)?;
    let waiting = view.outbox()?;
    let channels = alerts.channels.into_iter().map(|one| {
        let letter = waiting.iter().find(|letter| letter.channel == one.id);
        let trouble = letter.and_then(|letter| letter.trouble.as_deref());
        AlertChannel {
            view: one.channel.without_secrets(),
            waiting: letter.is_some(),
            tries: letter.map_or(0, |letter| letter.tries),
            trouble: trouble.and_then(|json| serde_json::from_str(json).ok()),
            id: one.id,
        }
    });
    Ok(AlertsPage {
        after_min: alerts.after_min,
        channels: channels.collect(),
    })
}

fn change(
    app: &App,
    caller: &Caller,
    change: impl FnOnce(&Tx<'_>, &mut OwnerAlerts) -> Result<(), Refusal> + Send + 'static,
) -> Result<AlertsPage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    app.store.write(move |tx| {
        let mut alerts = load(tx)?;
        change(tx, &mut alerts)?;
        keep(tx, &alerts)?;
        page(tx)
    })
}

pub(crate) fn set_alerts(
    app: &App,
    caller: &Caller,
    input: SetAlerts,
) -> Result<AlertsPage, Refusal> {
    if input.after_min > MOST_AFTER_MIN {
        return Err(kaizhang_core::Refusal::MinutesOutOfRange {
            field: "after_min".to_owned(),
            value: input.after_min,
            min: 0,
            max: MOST_AFTER_MIN,
        }
        .into());
    }
    change(app, caller, move |_, alerts| {
        alerts.after_min = input.after_min;
        Ok(())
    })
}

pub(crate) fn put_alert_channel(
    app: &App,
    caller: &Caller,
    input: PutAlertChannel,
) -> Result<AlertsPage, Refusal> {
    let channel = input
        .channel
        .checked()
        .map_err(|error| not_a_channel(&error))?;
    change(app, caller, move |tx, alerts| {
        match &input.id {
            Some(id) => {
                let known = alerts.channels.iter_mut().find(|one| one.id == *id);
                known.ok_or_else(|| unknown(id))?.channel = channel;
                // What could not be sent the old way is worth a try the new way.
                drop_letters(tx, id)?;
            }
            None => {
                if alerts.channels.len() >= MOST_CHANNELS {
                    return Err(Refusal::with("alert_channels_full", "max", MOST_CHANNELS));
                }
                let id = free_id(alerts, channel.kind());
                alerts.channels.push(OwnerChannel { id, channel });
            }
        }
        Ok(())
    })
}

fn free_id(alerts: &OwnerAlerts, kind: &str) -> String {
    let taken = |id: &String| alerts.channels.iter().any(|one| one.id == *id);
    let ids = (1..).map(|n| format!("{kind}-{n}"));
    ids.into_iter().find(|id| !taken(id)).unwrap_or_default()
}

fn drop_letters(tx: &Tx<'_>, channel: &str) -> Result<(), Refusal> {
    for letter in tx
        .outbox()?
        .iter()
        .filter(|letter| letter.channel == channel)
    {
        tx.take_out(&letter.id)?;
    }
    Ok(())
}

pub(crate) fn remove_alert_channel(
    app: &App,
    caller: &Caller,
    input: OneAlertChannel,
) -> Result<AlertsPage, Refusal> {
    change(app, caller, move |tx, alerts| {
        let before = alerts.channels.len();
        alerts.channels.retain(|one| one.id != input.id);
        if alerts.channels.len() == before {
            return Err(unknown(&input.id));
        }
        drop_letters(tx, &input.id)
    })
}

/// Sends a message now and waits for the answer: whoever sets a channel up wants to see it arrive.
pub(crate) fn try_alert(
    app: &App,
    caller: &Caller,
    input: OneAlertChannel,
) -> Result<keeping::Done, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let now = app.outside.now();
    let (channel, message) = app.store.read(|view| -> Result<_, Refusal> {
        let alerts = load(&view)?;
        let channel = alerts.channels.into_iter().find(|one| one.id == input.id);
        let channel = channel.ok_or_else(|| unknown(&input.id))?.channel;
        let shop = shops::shop(&view)?;
        let language = keeping::language(&view)?;
        Ok((channel, try_message(&shop, now, language.as_deref())))
    })?;
    kaizhang_alert::send(&channel, &message, now, &Limits::default())
        .map_err(|error| refusal(&error))?;
    Ok(keeping::Done {})
}

fn words(language: Option<&str>) -> Words {
    let lang = language.and_then(|tag| Lang::ALL.into_iter().find(|lang| lang.tag() == tag));
    Words::new(lang.unwrap_or(Lang::ZhCn))
}

fn shop_name(words: &Words, shop: &Shop) -> String {
    if shop.name.is_empty() {
        words.say("owner-some-shop")
    } else {
        shop.name.clone()
    }
}

/// The message that the check is late.
pub(crate) fn late_message(
    shop: &Shop,
    moment: Moment,
    minutes_late: u32,
    tills: &[Till],
    language: Option<&str>,
) -> Message {
    let words = words(language);
    let name = shop_name(&words, shop);
    // A shop with one till needs no word about which.
    let several = if shop.tills.len() > 1 { tills.len() } else { 0 };
    let named: Vec<String> = tills
        .iter()
        .map(|till| words.till_name(&till.id, &till.name))
        .collect();
    let clock = moment
        .at
        .with_timezone(&moment.zone)
        .format("%H:%M")
        .to_string();
    Message {
        title: words.say_with("owner-late-title", &args!["shop" => name.clone()]),
        text: words.say_with(
            "owner-late-text",
            &args!["shop" => name.clone(), "clock" => clock, "minutes" => minutes_late,
                "tills" => words.list(&named), "several" => several],
        ),
        at: moment.at,
        shop: name,
        day: moment.day.to_string(),
        tills: named,
        minutes_late: i64::from(minutes_late),
    }
}

fn try_message(shop: &Shop, now: DateTime<Utc>, language: Option<&str>) -> Message {
    let words = words(language);
    let name = shop_name(&words, shop);
    Message {
        title: words.say_with("owner-try-title", &args!["shop" => name.clone()]),
        text: words.say_with("owner-try-text", &args!["shop" => name.clone()]),
        at: now,
        shop: name,
        day: shop.moment(now).day.to_string(),
        tills: Vec::new(),
        minutes_late: 0,
    }
}
