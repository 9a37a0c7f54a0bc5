//! The one bridge from the screen to the app: a name and JSON go in, JSON or a refusal comes back.
//!
//! Commands arrive on Tauri's runtime and wait for the disk on its blocking threads, never on the thread that draws.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use kaizhang_app::{App, Caller, FileSource, Offered, Piece, Refusal};
use serde_json::Value;
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::{InvokeBody, Request};
use tauri::{AppHandle, Manager, State, UriSchemeContext, UriSchemeResponder, http};

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

/// Takes a file as raw bytes; its name comes percent-encoded in `x-name`, the person in `x-staff`, and which
/// way it came in `x-source`.
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
    let source = header(&request, "x-source").and_then(|source| source_named(&source));
    let bridge = Arc::clone(&bridge);
    let there = Arc::clone(&bridge);
    let take = move || {
        let offered = Offered {
            name: &name,
            source,
        };
        there
            .app()?
            .attach(&caller, &offered, &mut bytes.as_slice())
    };
    let answer = spawn_blocking(take)
        .await
        .unwrap_or_else(|_| Err(bridge.broken("attach")));
    bridge.look_again_after(&answer);
    answer
}

/// Takes a piece of a big file as raw bytes; `x-at` says how many came before, `x-file` to which file it belongs.
#[tauri::command]
pub async fn hand_over(
    bridge: State<'_, Arc<Bridge>>,
    request: Request<'_>,
) -> Result<Value, Refusal> {
    let bytes = match request.body() {
        InvokeBody::Raw(bytes) => bytes.clone(),
        InvokeBody::Json(_) => return Err(invalid("the piece must be the raw body")),
    };
    let name = header(&request, "x-name").unwrap_or_default();
    let file = header(&request, "x-file");
    let at = header(&request, "x-at").and_then(|at| at.parse().ok());
    let at = at.ok_or_else(|| invalid("x-at is missing"))?;
    let caller = Caller {
        staff: header(&request, "x-staff").unwrap_or_default(),
    };
    let bridge = Arc::clone(&bridge);
    let there = Arc::clone(&bridge);
    let take = move || {
        let piece = Piece {
            file: file.as_deref(),
            name: &name,
            at,
        };
        there
            .app()?
            .hand_over(&caller, &piece, &mut bytes.as_slice())
    };
    let answer = spawn_blocking(take)
        .await
        .unwrap_or_else(|_| Err(bridge.broken("hand over")));
    bridge.look_again_after(&answer);
    answer
}

/// Shows a file in its folder, in the program that this desktop has for it. Only what was made here can be shown: the
/// screen gets no way to make the desktop open anything else.
#[tauri::command]
pub async fn show_in_folder(bridge: State<'_, Arc<Bridge>>, path: String) -> Result<(), Refusal> {
    let bridge = Arc::clone(&bridge);
    let there = Arc::clone(&bridge);
    let show = move || {
        if !there.app()?.was_made(Path::new(&path)) {
            return Err(Refusal::with("made_unknown", "path", path));
        }
        tauri_plugin_opener::reveal_item_in_dir(&path).map_err(|error| {
            log::warn!("a folder could not be shown: {error}");
            Refusal::with("made_not_shown", "path", path)
        })
    };
    spawn_blocking(show)
        .await
        .unwrap_or_else(|_| Err(bridge.broken("show in folder")))
}

/// The scheme under which the screen gets small copies of pictures: `kaizhang://localhost/ID/PX`.
pub const SCHEME: &str = "kaizhang";

/// Answers a request for a small copy, away from the thread that draws. Nothing but JPEG that was made here ever
/// leaves by this door, and it may run nothing.
pub fn picture<R: tauri::Runtime>(
    context: UriSchemeContext<'_, R>,
    request: http::Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let bridge = Arc::clone(&context.app_handle().state::<Arc<Bridge>>());
    spawn_blocking(move || {
        let path = request.uri().path().trim_start_matches('/');
        let (id, px) = path.split_once('/').unwrap_or((path, ""));
        let made = bridge
            .app()
            .and_then(|app| app.preview(id, px.parse().unwrap_or(0)));
        let (status, body) = match made {
            Ok(jpeg) => (http::StatusCode::OK, jpeg),
            Err(_) => (http::StatusCode::NOT_FOUND, Vec::new()),
        };
        let response = http::Response::builder()
            .status(status)
            .header("content-type", "image/jpeg")
            .header("content-security-policy", "default-src 'none'; sandbox")
            .header("x-content-type-options", "nosniff")
            .header("cache-control", "no-store")
            .body(body);
        if let Ok(response) = response {
            responder.respond(response);
        }
    });
}

/// Which way a file came, as the screen calls it; one that it does not name is none.
fn source_named(name: &str) -> Option<FileSource> {
    serde_json::from_value(Value::from(name)).ok()
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
