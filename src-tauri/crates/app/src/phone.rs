//! Photos from a phone: a one-time page on the shop's own network, open for minutes after somebody asked.

use std::io::Read;
use std::net::Ipv4Addr;
use std::sync::{Arc, MutexGuard, PoisonError};

use kaizhang_core::fact::FileSource;
use kaizhang_phone::{Inbox, Kept, Language, Limits, Offer, Progress, Session, Setting};
use kaizhang_store::{Attachment, Store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller, Desk};
use crate::pictures::{self, Decoding, Offered};
use crate::{Refusal, keeping, today};

/// Input of `start_phone`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct StartPhone {
    /// One of the addresses that `show_phone` lists; the best guess when left out.
    pub address: Option<String>,
}

/// Input of `show_phone`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowPhone {}

/// Input of `stop_phone`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StopPhone {}

/// A way in which a phone could reach this PC.
#[derive(Debug, Serialize, TS)]
pub struct PhoneAddress {
    address: String,
    /// The name of the network card.
    name: String,
}

/// The page for the phone, as the PC shows it.
#[derive(Debug, Serialize, TS)]
pub struct PhonePage {
    /// Null while nobody asked for it.
    progress: Option<Progress>,
    /// What the code says; null while it is off.
    url: Option<String>,
    /// The code, row by row, true where it is dark; empty while it is off.
    qr: Vec<Vec<bool>>,
    /// The files that are kept, by the ids that `progress` names, in its order.
    attachments: Vec<Attachment>,
    /// The best guess first; empty where this PC is in no network.
    addresses: Vec<PhoneAddress>,
}

/// Takes files from the phone into the store.
struct Letterbox {
    store: Arc<Store>,
    decoding: Arc<Decoding>,
    desk: Desk,
}

impl Inbox for Letterbox {
    fn take(&self, offer: Offer<'_>, source: &mut dyn Read) -> Result<Kept, String> {
        let offered = Offered {
            name: offer.name,
            source: Some(FileSource::Phone),
        };
        pictures::take_in(&self.store, &self.decoding, &self.desk, &offered, source)
            .map(|attached| Kept { id: attached.id })
            .map_err(|refusal| refusal.code)
    }
}

fn session(app: &App) -> MutexGuard<'_, Option<Session>> {
    app.phone.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) fn start_phone(
    app: &App,
    caller: &Caller,
    input: StartPhone,
) -> Result<PhonePage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    let known = kaizhang_phone::addresses();
    let chosen: Option<Ipv4Addr> = match &input.address {
        Some(typed) => typed.parse().ok(),
        None => known.first().map(|one| one.ip),
    };
    let ip = chosen
        .filter(|ip| known.iter().any(|one| one.ip == *ip) || ip.is_loopback())
        .ok_or_else(|| Refusal::new("phone_no_network", serde_json::json!({})))?;
    let language = app.store.read(|view| keeping::language(&view))?;
    let mut chance = [0; 32];
    desk.outside.chance(&mut chance);
    let mut running = session(app);
    // The page of before gives its place up first: there is one at a time.
    drop(running.take());
    let setting = Setting {
        ip,
        port: 0,
        limits: Limits::default(),
        language: match language.as_deref() {
            Some("en") => Language::English,
            _ => Language::Chinese,
        },
        chance,
    };
    let inbox = Letterbox {
        store: Arc::clone(&app.store),
        decoding: Arc::clone(&app.decoding),
        desk,
    };
    let started = Session::start(setting, Arc::new(inbox))
        .map_err(|error| Refusal::with("phone_not_started", "detail", error.to_string()))?;
    *running = Some(started);
    drop(running);
    page(app, None)
}

pub(crate) fn show_phone(app: &App, caller: &Caller, _: ShowPhone) -> Result<PhonePage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    page(app, None)
}

pub(crate) fn stop_phone(app: &App, caller: &Caller, _: StopPhone) -> Result<PhonePage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    // What arrived in the last moment is told as well.
    let last = session(app).take().map(Session::stop);
    page(app, last)
}

/// `last` is how the page stood that was just closed.
fn page(app: &App, last: Option<Progress>) -> Result<PhonePage, Refusal> {
    let (url, progress) = match &*session(app) {
        Some(running) => (Some(running.address().to_owned()), Some(running.progress())),
        None => (None, last),
    };
    let qr = url.as_deref().and_then(|url| kaizhang_phone::qr(url).ok());
    let files = progress.iter().flat_map(|progress| &progress.files);
    let kept: Vec<String> = files.filter_map(|file| file.id.clone()).collect();
    Ok(PhonePage {
        attachments: app.store.read(|view| today::attachments(&view, &kept))?,
        qr: qr.unwrap_or_default(),
        progress,
        url,
        addresses: kaizhang_phone::addresses()
            .into_iter()
            .map(|one| PhoneAddress {
                address: one.ip.to_string(),
                name: one.name,
            })
            .collect(),
    })
}
