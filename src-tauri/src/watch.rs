//! What the window does beside the calls: it hears of writes by others and looks the database through once.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Emitter, Manager};

use crate::bridge::Bridge;

/// A person who looks from the prompt to the window sees it follow; a check costs one PRAGMA.
const PAUSE: Duration = Duration::from_secs(1);
/// The morning's first minute belongs to the checklist; reading the whole database can wait for it.
const AFTER_THE_START: Duration = Duration::from_secs(60);

/// Starts the thread that looks at the folder's data version. It ends with the process.
///
/// # Errors
/// When the system gives no thread.
pub fn tell_of_changes(app: &AppHandle) -> std::io::Result<()> {
    let app = app.clone();
    begin("kaizhang-watch", move || {
        let bridge = Arc::clone(&app.state::<Arc<Bridge>>());
        let mut known = None;
        loop {
            thread::sleep(PAUSE);
            let Some(version) = bridge.opened().and_then(|app| app.data_version().ok()) else {
                continue;
            };
            if known
                .replace(version)
                .is_some_and(|before| before != version)
                && let Err(cause) = app.emit("changed", version)
            {
                log::warn!("the screen was not told of a change: {cause}");
            }
        }
    })
}

/// Starts the thread that has the database's pages read once. Damage is answered by the app itself: it stops writing.
///
/// # Errors
/// When the system gives no thread.
pub fn look_through_once(app: &AppHandle) -> std::io::Result<()> {
    let bridge = Arc::clone(&app.state::<Arc<Bridge>>());
    begin("kaizhang-check", move || {
        thread::sleep(AFTER_THE_START);
        if let Some(Err(refusal)) = bridge.opened().map(|app| app.quick_check()) {
            log::error!("the data folder is not in order: {}", refusal.code);
        }
    })
}

fn begin(name: &str, work: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .map(drop)
}
