//! The one bridge from the screen to the app: a name and JSON go in, JSON or a refusal comes back.
//!
//! Commands arrive on Tauri's runtime and wait for the disk on its blocking threads, never on the thread that draws.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use kaizhang_app::{App, Caller, Refusal};
use serde_json::Value;
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::{InvokeBody, Request};
use tauri::{AppHandle, Manager, State};

use crate::clock;

/// The screen asks for several things at once. A folder that just refused is not tried again for each of them.
const REST: Duration = Duration::from_secs(1);

/// The app behind the window, or the reason why it is not there.
pub struct Bridge {
    folder: PathBuf,
    door: Mutex<Door>,
}

enum Door {
    Shut,
    Refused { refusal: Refusal, since: Instant },
    Opened(Arc<App>),
}

impl Bridge {
    /// A bridge to this data folder. Nothing is opened yet.
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            door: Mutex::new(Door::Shut),
        }
    }

    /// The app, opened now if it is not open. A refused folder is tried again: the person may have plugged the disk in
    /// or closed the other program, and finds out by asking again.
    ///
    /// # Errors
    /// Why the folder cannot be opened.
    fn app(&self) -> Result<Arc<App>, Refusal> {
        let mut door = self.door.lock().unwrap_or_else(PoisonError::into_inner);
        match &*door {
            Door::Opened(app) => return Ok(Arc::clone(app)),
            Door::Refused { refusal, since } if clock::now().duration_since(*since) < REST => {
                return Err(refusal.clone());
            }
            Door::Shut | Door::Refused { .. } => {}
        }
        match App::open(&self.folder) {
            Ok(app) => {
                let app = Arc::new(app);
                *door = Door::Opened(Arc::clone(&app));
                Ok(app)
            }
            Err(refusal) => {
                log::warn!("the data folder was refused: {}", refusal.code);
                *door = Door::Refused {
                    refusal: refusal.clone(),
                    since: clock::now(),
                };
                Err(refusal)
            }
        }
    }

    /// After a failure that stops all writing the folder is closed; the next call opens and checks it anew. A failed
    /// write or sync is never simply tried again.
    fn look_again_after(&self, answer: &Result<Value, Refusal>) {
        if answer.as_ref().is_err_and(Refusal::stops_writing) {
            let mut door = self.door.lock().unwrap_or_else(PoisonError::into_inner);
            if matches!(*door, Door::Opened(_)) {
                *door = Door::Shut;
            }
        }
    }

    /// The app, if it is open at this moment; nobody is made to wait for it.
    pub fn opened(&self) -> Option<Arc<App>> {
        match &*self.door.try_lock().ok()? {
            Door::Opened(app) => Some(Arc::clone(app)),
            Door::Shut | Door::Refused { .. } => None,
        }
    }

    /// What a call gets when its thread died; the panic itself stands in the log.
    fn broken(&self, operation: &str) -> Refusal {
        let mut refusal = Refusal::with("storage_failed", "operation", operation);
        let path = self.folder.to_string_lossy().into_owned();
        refusal.params.insert("path".to_owned(), path.into());
        refusal.params.insert("detail".to_owned(), "panic".into());
        refusal
    }
}

/// The threads that calls run on. Few are enough: there is one screen, and one writer at a time.
///
/// # Errors
/// When the system gives no thread.
pub fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .max_blocking_threads(8)
        .thread_name("kaizhang-call")
        .enable_all()
        .build()
}

/// Opens the folder while the web view is still loading the page.
pub fn open_ahead(app: &AppHandle) {
    let bridge = Arc::clone(&app.state::<Arc<Bridge>>());
    spawn_blocking(move || bridge.app().map(drop));
}

/// Every command of the app. The screen gets the output, or a refusal as `{code, params}`.
#[tauri::command]
pub async fn call(
    bridge: State<'_, Arc<Bridge>>,
    name: String,
    input: Value,
    caller: Option<Caller>,
) -> Result<Value, Refusal> {
    let bridge = Arc::clone(&bridge);
    let operation = name.clone();
    let there = Arc::clone(&bridge);
    let answer =
        spawn_blocking(move || there.app()?.call(&caller.unwrap_or_default(), &name, input))
            .await
            .unwrap_or_else(|_| Err(bridge.broken(&operation)));
    bridge.look_again_after(&answer);
    answer
}

/// Takes a file as raw bytes; its name comes percent-encoded in `x-name`, the person in `x-staff`.
#[tauri::command]
pub async fn attach(
    bridge: State<'_, Arc<Bridge>>,
    request: Request<'_>,
) -> Result<Value, Refusal> {
    let bytes = match request.body() {
        InvokeBody::Raw(bytes) => bytes.clone(),
        InvokeBody::Json(_) => return Err(invalid("the file must be the raw body")),
    };
    let name = header(&request, "x-name").ok_or_else(|| invalid("x-name is missing"))?;
    let caller = Caller {
        staff: header(&request, "x-staff").unwrap_or_default(),
    };
    let bridge = Arc::clone(&bridge);
    let there = Arc::clone(&bridge);
    let answer = spawn_blocking(move || there.app()?.attach(&caller, &name, &mut bytes.as_slice()))
        .await
        .unwrap_or_else(|_| Err(bridge.broken("attach")));
    bridge.look_again_after(&answer);
    answer
}

fn header(request: &Request<'_>, name: &str) -> Option<String> {
    let value = request.headers().get(name)?;
    Some(
        percent_encoding::percent_decode(value.as_bytes())
            .decode_utf8_lossy()
            .into_owned(),
    )
}

fn invalid(detail: &str) -> Refusal {
    Refusal::with("input_invalid", "detail", detail)
}
