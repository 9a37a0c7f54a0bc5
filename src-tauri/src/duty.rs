//! Reminding while the window is open: the same loop as the agent's, and the agent itself where the owner wants it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use kaizhang_app::duty::{Duty, Holder, News};
use kaizhang_words::Lang;
use tauri::{AppHandle, Manager};

use crate::toasts::Reminder;

/// The first seconds belong to the checklist.
const AFTER_THE_START: Duration = Duration::from_secs(3);

/// The loop, once it runs.
#[derive(Default)]
pub struct OnDuty(Mutex<Option<Duty>>);

/// Starts the loop a little after the window. `lang` is the language that this start was asked for.
///
/// # Errors
/// When the system gives no thread.
pub fn begin(app: &AppHandle, folder: PathBuf, lang: Option<&str>) -> std::io::Result<()> {
    let app = app.clone();
    let lang = lang
        .and_then(Lang::from_tag)
        .unwrap_or_else(Lang::of_this_process);
    let start = move || {
        thread::sleep(AFTER_THE_START);
        if let Err(cause) = start(&app, &folder, lang) {
            log::error!("nobody reminds: {cause}");
        }
    };
    thread::Builder::new()
        .name("kaizhang-remind".to_owned())
        .spawn(start)
        .map(drop)
}

fn start(app: &AppHandle, folder: &Path, lang: Lang) -> std::io::Result<()> {
    let mut reminder = Reminder::new(app.clone(), lang);
    let agent_of = folder.to_path_buf();
    let mut agent_started = false;
    let duty = Duty::start(folder, Holder::Window, move |news| match news {
        News::Remind(notice) => reminder.show(&notice),
        News::Status(status) => {
            reminder.follow(&status);
            // A second agent finds the first one and ends; so it does no harm to start one that is there.
            let wanted = status.agent_wanted == Some(true);
            if wanted && !agent_started {
                start_agent(&agent_of);
            }
            agent_started = wanted;
        }
        News::Trouble(refusal) => log::warn!("the duty loop waits: {}", refusal.code),
        News::Leave => {}
    })?;
    *held(&app.state::<OnDuty>()) = Some(duty);
    Ok(())
}

/// Ends the loop, so that the agent takes over at once and the hours of running are kept.
pub fn end(app: &AppHandle) {
    drop(held(&app.state::<OnDuty>()).take());
}

/// Asks for ten minutes of quiet, as a button of the reminder says.
pub fn put_off(app: &AppHandle) {
    if let Some(duty) = &*held(&app.state::<OnDuty>())
        && let Err(refusal) = duty.call("put_off_reminder", serde_json::json!({ "minutes": 10 }))
    {
        log::warn!("the reminder was not put off: {}", refusal.code);
    }
}

fn held(on_duty: &OnDuty) -> std::sync::MutexGuard<'_, Option<Duty>> {
    on_duty.0.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts the agent that stands beside this program. It must outlive the window.
fn start_agent(folder: &Path) {
    let Ok(here) = std::env::current_exe() else {
        return;
    };
    let agent = here.with_file_name(format!("kaizhang-agent{}", std::env::consts::EXE_SUFFIX));
    let mut command = Command::new(&agent);
    command.arg("--data").arg(folder);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // Ctrl-C in the terminal from which the window was started is not meant for the agent.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    match command.spawn() {
        Ok(mut child) => {
            let reap = move || child.wait().map(drop);
            let reaper = thread::Builder::new().name("kaizhang-agent".to_owned());
            if let Err(cause) = reaper.spawn(reap) {
                log::warn!("nobody waits for the agent's end: {cause}");
            }
        }
        Err(cause) => log::error!("the agent was not started: {cause}"),
    }
}
