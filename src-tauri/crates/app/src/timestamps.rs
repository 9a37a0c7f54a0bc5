//! The timestamp service: off until the owner names one.
//!
//! It is asked after each finished opening, through the outbox, so that neither a killed process nor a network that is
//! down loses a wish; nothing waits for it. Its answer is checked before anything is kept: that it is about our bytes and
//! our question, by a certificate for timestamps, under a trusted root.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, TimeDelta, Utc};
use kaizhang_alert::{AlertError, Limits, Question};
use kaizhang_core::anchor::{AnchorStamped, Covered};
use kaizhang_core::time::rfc3339;
use kaizhang_evidence::timestamp::{self, Timestamp, TimestampError, Wanted};
use kaizhang_store::{Letter, Tx, View};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::anchors::{self, AnchorsPage};
use crate::app::{App, Caller, Desk};
use crate::{Refusal, shops};

/// The file beside the database.
const FILE: &str = "timestamps";
/// The channel of the outbox.
pub(crate) const CHANNEL: &str = "timestamp";
/// One wish at a time: what is stamped is the checkpoint that is the newest when the service answers.
const TOPIC: &str = "checkpoint";
/// A service that takes longer than this is as good as down.
const PATIENCE: Duration = Duration::from_secs(15);
/// Longest text of certificates that is kept, in bytes.
const ROOT_LIMIT: usize = 64 << 10;

/// The service as it is kept; its address can hold a key. Without an address it is off.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Service {
    pub(crate) url: String,
    /// The service's own root certificates as PEM; empty for the roots that are carried along.
    pub(crate) root: String,
    /// Roots of services that were asked before, as PEM: what they stamped is still worth something to a stranger.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    former: Vec<String>,
}

/// Input of `set_timestamps`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetTimestamps {
    /// Its address; empty or left out switches it off.
    pub url: Option<String>,
    /// Its root certificates as PEM, where they are not among the public ones.
    pub root: Option<String>,
}

/// Input of `ask_timestamp`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskTimestamp {}

/// Reads the service; `None` while it is off.
pub(crate) fn load(view: &View<'_>) -> Result<Option<Service>, Refusal> {
    Ok(kept(view)?.filter(|service| !service.url.is_empty()))
}

/// The roots that the owner ever named for a service, as PEM, the newest first.
pub(crate) fn own_roots(view: &View<'_>) -> Result<Vec<String>, Refusal> {
    let Some(Service { root, former, .. }) = kept(view)? else {
        return Ok(Vec::new());
    };
    let named = Some(root).filter(|root| !root.is_empty());
    Ok(named.into_iter().chain(former).collect())
}

fn kept(view: &View<'_>) -> Result<Option<Service>, Refusal> {
    match view.secret(FILE)? {
        None => Ok(None),
        Some(bytes) => serde_json::from_slice(&bytes).map_err(|_| {
            Refusal::with("timestamps_unreadable", "file", format!("keys/{FILE}.json"))
        }),
    }
}

/// Switches the service on, over, or off. It is asked at once for what is signed already.
pub(crate) fn set_timestamps(
    app: &App,
    caller: &Caller,
    input: SetTimestamps,
) -> Result<AnchorsPage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    let mut service = checked(
        &input.url.unwrap_or_default(),
        &input.root.unwrap_or_default(),
    )?;
    app.store.write(move |tx| {
        service.former = own_roots(tx)?;
        service.former.retain(|root| *root != service.root);
        let kept = serde_json::to_vec_pretty(&service).map_err(crate::table::unwritable)?;
        // What could not be had the old way is worth a try the new way.
        drop_wish(tx)?;
        tx.keep_secret(FILE, &kept)?;
        wish(tx, &desk)?;
        anchors::page(tx)
    })
}

fn checked(url: &str, root: &str) -> Result<Service, Refusal> {
    if url.trim().is_empty() {
        return Ok(Service::default());
    }
    let url =
        kaizhang_alert::service(url).map_err(|error| Refusal::new(error.code(), error.params()))?;
    let root = root.trim();
    if root.len() > ROOT_LIMIT || (!root.is_empty() && timestamp::roots_of_pem(root).is_err()) {
        return Err(Refusal::new("timestamp_root_unreadable", Value::Null));
    }
    Ok(Service {
        url,
        root: root.to_owned(),
        former: Vec::new(),
    })
}

fn drop_wish(tx: &Tx<'_>) -> Result<(), Refusal> {
    for letter in tx
        .outbox()?
        .iter()
        .filter(|letter| letter.channel == CHANNEL)
    {
        tx.take_out(&letter.id)?;
    }
    Ok(())
}

/// Wishes for a stamp on the newest checkpoint, where a service is set and it has none yet. For the transaction that
/// signed.
pub(crate) fn wish(tx: &Tx<'_>, desk: &Desk) -> Result<(), Refusal> {
    if load(tx)?.is_none() || unstamped(tx)?.is_none() {
        return Ok(());
    }
    let now = desk.outside.now();
    Ok(tx.post(&Letter {
        id: desk.outside.id(now),
        channel: CHANNEL.to_owned(),
        topic: TOPIC.to_owned(),
        json: "{}".to_owned(),
        tries: 0,
        next_at: now,
        trouble: None,
    })?)
}

/// The newest checkpoint, unless it has a stamp.
fn unstamped(view: &View<'_>) -> Result<Option<(Covered, String)>, Refusal> {
    let Some((covered, note)) = view.checkpoint()? else {
        return Ok(None);
    };
    let stamp = view.newest_stamp(covered.epoch)?;
    Ok(match stamp {
        Some(stamp) if stamp.covered.size >= covered.size => None,
        _ => Some((covered, note)),
    })
}

/// Asks now and waits for the answer: whoever sets a service up wants to see that it works. What is not signed yet is
/// signed first.
pub(crate) fn ask_timestamp(
    app: &App,
    caller: &Caller,
    _: AskTimestamp,
) -> Result<AnchorsPage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    app.store.write(|tx| tx.sign())?;
    let off = || Refusal::new("timestamps_off", Value::Null);
    let (service, wanted) = app.store.read(|view| -> Result<_, Refusal> {
        Ok((load(&view)?.ok_or_else(off)?, view.checkpoint()?))
    })?;
    let (covered, note) = wanted.ok_or_else(|| Refusal::new("key_missing", Value::Null))?;
    let stamp = stamp(&desk, &service, covered, note)?;
    keep(app, desk, stamp)?;
    app.store.read(|view| anchors::page(&view))
}

/// Answers a wish of the outbox: stamped, not needed any more, or to be tried again later.
pub(crate) fn answer_wish(app: &App, letter: Letter) -> Result<(), Refusal> {
    let desk = app.desk(&Caller::default())?;
    let (service, wanted) = app
        .store
        .read(|view| -> Result<_, Refusal> { Ok((load(&view)?, unstamped(&view)?)) })?;
    let (Some(service), Some((covered, note))) = (service, wanted) else {
        return Ok(app.store.write(move |tx| tx.take_out(&letter.id))?);
    };
    match stamp(&desk, &service, covered, note) {
        Ok(stamp) => keep(app, desk, stamp),
        Err(refusal) => {
            let pause = kaizhang_alert::backoff(letter.tries + 1);
            let next_at =
                desk.outside.now() + TimeDelta::from_std(pause).unwrap_or(TimeDelta::hours(1));
            let trouble = serde_json::to_string(&refusal).unwrap_or_default();
            Ok(app
                .store
                .write(move |tx| tx.try_again(&letter.id, next_at, &trouble))?)
        }
    }
}

fn keep(app: &App, desk: Desk, stamp: AnchorStamped) -> Result<(), Refusal> {
    app.store.write(move |tx| {
        let moment = desk.moment(&shops::shop(tx)?);
        tx.append(&desk.stamp(moment), stamp.into())?;
        drop_wish(tx)
    })
}

/// The bytes that are stamped are those of the signed note, as a file holds them.
fn stamp(
    desk: &Desk,
    service: &Service,
    covered: Covered,
    note: String,
) -> Result<AnchorStamped, Refusal> {
    let (stamped, token) = ask(desk, service, &Sha256::digest(&note).into())?;
    Ok(AnchorStamped {
        covered,
        token: STANDARD.encode(token),
        stamped_at: rfc3339(to_millis(stamped.at)),
        authority: stamped.authority,
        note,
    })
}

/// One question and its checked answer: what the token says, and the token in DER. It blocks for [`PATIENCE`] at most, so
/// it must not be called inside a transaction.
pub(crate) fn ask(
    desk: &Desk,
    service: &Service,
    digest: &[u8; 32],
) -> Result<(Timestamp, Vec<u8>), Refusal> {
    let mut nonce = [0; 16];
    desk.outside.chance(&mut nonce);
    let request = timestamp::request(digest, &nonce);
    let question = Question {
        sends: timestamp::REQUEST_TYPE,
        wants: timestamp::RESPONSE_TYPE,
        body: &request,
    };
    let not_taken = |error: TimestampError| not_taken(service, &error);
    let roots = match service.root.as_str() {
        "" => kaizhang_alert::public_roots(),
        pem => timestamp::roots_of_pem(pem).map_err(not_taken)?,
    };
    let limits = Limits {
        total: PATIENCE,
        // Whom the owner trusts to tell the time he need not trust to be reached by TLS, and the other way round.
        extra_roots: Vec::new(),
    };
    let begun = desk.outside.now();
    let answer = kaizhang_alert::ask(&service.url, &question, begun, &limits)
        .map_err(|error: AlertError| Refusal::new(error.code(), error.params()))?;
    let wanted = Wanted {
        digest,
        nonce: Some(&nonce),
        roots: &roots,
        now: Some(begun),
    };
    let stamped = timestamp::verify(&answer, &wanted).map_err(not_taken)?;
    let token = timestamp::token_of(&answer).map_err(not_taken)?;
    Ok((stamped, token.to_vec()))
}

/// An instant of the ledger has milliseconds.
fn to_millis(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at)
}

/// What is wrong with an answer, by whose fault it may be.
fn not_taken(service: &Service, error: &TimestampError) -> Refusal {
    let host = kaizhang_alert::host(&service.url);
    let params = serde_json::json!({ "host": host, "detail": error.to_string() });
    match error {
        TimestampError::Malformed { .. } => Refusal::new("timestamp_garbage", params),
        TimestampError::Refused { .. } => Refusal::new("timestamp_refused", params),
        TimestampError::OtherDigest | TimestampError::OtherNonce => {
            Refusal::new("timestamp_not_ours", params)
        }
        TimestampError::Expired { .. } => Refusal::new("timestamp_expired", params),
        TimestampError::RootUnreadable => Refusal::new("timestamp_root_unreadable", params),
        _ => Refusal::new("timestamp_untrusted", params),
    }
}
