//! Sending what waits for the owner, on a thread of its own, so that no server can hold a reminder up.

use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use chrono::{DateTime, Days, TimeDelta, Utc};
use kaizhang_alert::{AlertError, Limits, Message, Sent};
use kaizhang_core::fact::OwnerTold;
use kaizhang_store::{Letter, StoreError};

use super::letters::TOAST;
use crate::app::{App, Caller};
use crate::{Refusal, alerts, shops, timestamps};

/// The thread that sends, while there is one.
#[derive(Debug, Default)]
pub(super) struct Sending {
    thread: Option<JoinHandle<()>>,
}

impl Sending {
    /// Starts the thread when something is due and none is at work.
    pub(super) fn start_if_due(&mut self, app: &Arc<App>, folder: &Path) -> Result<(), Refusal> {
        if self
            .thread
            .as_ref()
            .is_some_and(|thread| !thread.is_finished())
        {
            return Ok(());
        }
        self.thread = None;
        if due(app)?.is_empty() {
            return Ok(());
        }
        let app = Arc::clone(app);
        let work = move || {
            // What failed below the network is met again by the loop itself, which tells of it.
            let _ = send_all(&app);
        };
        let thread = thread::Builder::new()
            .name("kaizhang-letters".to_owned())
            .spawn(work)
            .map_err(|error| StoreError::Failed {
                operation: "start a thread".to_owned(),
                path: folder.to_owned(),
                detail: error.to_string(),
            })?;
        self.thread = Some(thread);
        Ok(())
    }
}

fn due(app: &App) -> Result<Vec<Letter>, Refusal> {
    let now = app.outside.now();
    let mut letters = app.store.read(|view| view.outbox())?;
    letters.retain(|letter| letter.channel != TOAST && letter.next_at <= now);
    // The owner hears first; a timestamp can wait.
    letters.sort_by_key(|letter| letter.channel == timestamps::CHANNEL);
    Ok(letters)
}

fn send_all(app: &App) -> Result<(), Refusal> {
    for letter in due(app)? {
        send(app, letter)?;
    }
    Ok(())
}

fn send(app: &App, letter: Letter) -> Result<(), Refusal> {
    if letter.channel == timestamps::CHANNEL {
        return timestamps::answer_wish(app, letter);
    }
    let alerts = app.store.read(|view| alerts::load(&view))?;
    let channel = alerts
        .channels
        .into_iter()
        .find(|one| one.id == letter.channel);
    let message = serde_json::from_str::<Message>(&letter.json).ok();
    let (Some(channel), Some(message)) = (channel, message) else {
        // The owner removed the channel meanwhile.
        return Ok(app.store.write(move |tx| tx.take_out(&letter.id))?);
    };
    let begun = app.outside.now();
    let answer = kaizhang_alert::send(&channel.channel, &message, begun, &Limits::default());
    let now = app.outside.now();
    match answer {
        Ok(sent) => note_sent(app, letter, &sent, now),
        Err(error) => note_trouble(app, letter, &error, now),
    }
}

fn note_sent(app: &App, letter: Letter, sent: &Sent, now: DateTime<Utc>) -> Result<(), Refusal> {
    let desk = app.desk(&Caller::default())?;
    let ahead = sent.server_time.map(|server| (now - server).num_seconds());
    app.store.write(move |tx| -> Result<(), Refusal> {
        let moment = desk.moment(&shops::shop(tx)?);
        let day = letter.topic.get(..10).and_then(|day| day.parse().ok());
        let told = OwnerTold {
            day: day.unwrap_or(moment.day),
            channel: letter.channel.clone(),
            clock_ahead_s: ahead,
        };
        tx.append(&desk.stamp(moment), told.into())?;
        Ok(tx.take_out(&letter.id)?)
    })
}

/// Where another try makes no sense the letter waits until the owner changes the channel or the day is
/// over; both take it out.
fn note_trouble(
    app: &App,
    letter: Letter,
    error: &AlertError,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let next_at = if error.is_final() {
        now + Days::new(365)
    } else {
        let pause = error
            .retry_after()
            .unwrap_or_else(|| kaizhang_alert::backoff(letter.tries + 1));
        now + TimeDelta::from_std(pause).unwrap_or(TimeDelta::hours(1))
    };
    let trouble = serde_json::to_string(&alerts::refusal(error)).unwrap_or_default();
    Ok(app
        .store
        .write(move |tx| tx.try_again(&letter.id, next_at, &trouble))?)
}
