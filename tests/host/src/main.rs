//! The loopback host: the screen in a plain browser, on the real core.
//!
//! `kaizhang-host --data DIR --ui DIST [--port N] [--duty]` serves the built screen and the same bridge that the
//! window has: `POST /call/NAME`, `POST /attach?name=…&source=…`, `POST /hand-over?file=…&at=…`, `GET /picture/ID/PX`, `GET /changed?since=N`. With `--duty` it also
//! reminds and puts days on record, as the window does while there is no agent. It is for tests and for
//! working on the screen; it listens on 127.0.0.1 only and is not part of what is shipped.

#![allow(
    clippy::print_stdout,
    reason = "it tells its address to whoever started it"
)]

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use kaizhang_app::duty::{Duty, Holder};
use kaizhang_app::{App, Caller, Offered, Piece, Refusal};
use serde_json::{Value, json};
use tiny_http::{Header, Method, Request, Response, Server};

/// The window's own policy, so that a page that would break in the window breaks here too.
const WINDOW: &str = include_str!("../../../src-tauri/tauri.conf.json");
/// Long polls hold a thread each; the pages of one browser need few.
const THREADS: usize = 16;
const LOOK_EACH: Duration = Duration::from_millis(50);
const LONGEST_POLL: Duration = Duration::from_secs(25);

struct Host {
    app: App,
    ui: PathBuf,
    policy: String,
}

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("kaizhang-host: {error}");
            ExitCode::from(3)
        }
    }
}

fn start() -> Result<(), String> {
    let (mut data, mut ui, mut port, mut duty) = (None, None, "0".to_owned(), false);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        if arg == "--duty" {
            duty = true;
            continue;
        }
        let value = args.next().ok_or_else(|| format!("{arg} needs a value"))?;
        match arg.as_str() {
            "--data" => data = Some(PathBuf::from(value)),
            "--ui" => ui = Some(PathBuf::from(value)),
            "--port" => port = value,
            other => return Err(format!("unknown option {other}")),
        }
    }
    let data = data.ok_or("--data DIR is needed")?;
    let window: Value = serde_json::from_str(WINDOW).map_err(|error| error.to_string())?;
    let policy = window["app"]["security"]["csp"]
        .as_str()
        .ok_or("the window has no policy")?;
    let host = Arc::new(Host {
        app: App::open(&data)
            .map_err(|refusal| format!("{} {:?}", refusal.code, refusal.params))?,
        ui: ui.ok_or("--ui DIST is needed")?,
        // The one difference: here the bridge is this host, in the window it is Tauri's own channel.
        policy: policy.replace("connect-src", "connect-src 'self'"),
    });
    // The page shows reminders by itself; here the loop is for what it writes.
    let _duty = match duty {
        true => {
            Some(Duty::start(&data, Holder::Window, |_| ()).map_err(|error| error.to_string())?)
        }
        false => None,
    };
    let server =
        Arc::new(Server::http(format!("127.0.0.1:{port}")).map_err(|error| error.to_string())?);
    println!("http://{}", server.server_addr());
    let threads: Vec<_> = (0..THREADS)
        .map(|n| {
            let (host, server) = (Arc::clone(&host), Arc::clone(&server));
            thread::Builder::new()
                .name(format!("host-{n}"))
                .spawn(move || {
                    while let Ok(request) = server.recv() {
                        host.answer(request);
                    }
                })
        })
        .collect::<Result<_, _>>()
        .map_err(|error| error.to_string())?;
    for thread in threads {
        thread.join().map_err(|_| "a thread panicked")?;
    }
    Ok(())
}

impl Host {
    fn answer(&self, mut request: Request) {
        let url = request.url().to_owned();
        let (path, query) = url.split_once('?').unwrap_or((&url, ""));
        let answer = match (request.method().clone(), path) {
            (Method::Post, "/attach") => as_response(self.attach(query, &mut request)),
            (Method::Post, "/hand-over") => as_response(self.hand_over(query, &mut request)),
            (Method::Post, "/show-in-folder") => as_response(self.show_in_folder(query)),
            (Method::Post, path) if path.starts_with("/call/") => {
                as_response(self.call(path.trim_start_matches("/call/"), &mut request))
            }
            (Method::Get, path) if path.starts_with("/picture/") => {
                self.picture(path.trim_start_matches("/picture/"))
            }
            (Method::Get, "/changed") => as_response(self.changed(query)),
            (Method::Get, path) => self.file(path),
            _ => Response::from_data(Vec::new()).with_status_code(405),
        };
        // A browser that went away needs no answer.
        let _ = request.respond(answer);
    }

    fn call(&self, name: &str, request: &mut Request) -> Result<Value, Refusal> {
        let unreadable = |error: String| Refusal::with("input_invalid", "detail", error);
        let mut text = String::new();
        let read = request.as_reader().read_to_string(&mut text);
        read.map_err(|error| unreadable(error.to_string()))?;
        let mut body: Value =
            serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))?;
        let caller = serde_json::from_value(body["caller"].take()).unwrap_or_default();
        self.app.call(&caller, name, body["input"].take())
    }

    fn attach(&self, query: &str, request: &mut Request) -> Result<Value, Refusal> {
        let (name, staff) = (given(query, "name"), given(query, "staff"));
        let offered = Offered {
            name: &name,
            source: serde_json::from_value(Value::from(given(query, "source"))).ok(),
        };
        self.app
            .attach(&Caller { staff }, &offered, &mut request.as_reader())
    }

    fn hand_over(&self, query: &str, request: &mut Request) -> Result<Value, Refusal> {
        let (name, staff, file) = (
            given(query, "name"),
            given(query, "staff"),
            given(query, "file"),
        );
        let piece = Piece {
            file: Some(file.as_str()).filter(|file| !file.is_empty()),
            name: &name,
            at: given(query, "at").parse().unwrap_or(u64::MAX),
        };
        self.app
            .hand_over(&Caller { staff }, &piece, &mut request.as_reader())
    }

    /// A browser has no file manager; which files it may ask for is the same question as in the window.
    fn show_in_folder(&self, query: &str) -> Result<Value, Refusal> {
        let path = given(query, "path");
        match self.app.was_made(Path::new(&path)) {
            true => Err(Refusal::with("made_not_shown", "path", path)),
            false => Err(Refusal::with("made_unknown", "path", path)),
        }
    }

    fn picture(&self, path: &str) -> Response<std::io::Cursor<Vec<u8>>> {
        let (id, px) = path.split_once('/').unwrap_or((path, ""));
        match self.app.preview(id, px.parse().unwrap_or(0)) {
            Ok(jpeg) => with_headers(
                Response::from_data(jpeg),
                &[
                    ("content-type", "image/jpeg"),
                    ("content-security-policy", "default-src 'none'; sandbox"),
                    ("x-content-type-options", "nosniff"),
                    ("cache-control", "no-store"),
                ],
            ),
            Err(_) => Response::from_data(Vec::new()).with_status_code(404),
        }
    }

    fn changed(&self, query: &str) -> Result<Value, Refusal> {
        let since = query
            .strip_prefix("since=")
            .and_then(|n| n.parse::<i64>().ok());
        let mut waited = Duration::ZERO;
        loop {
            let version = self.app.data_version()?;
            if Some(version) != since || waited >= LONGEST_POLL {
                return Ok(json!({ "version": version }));
            }
            thread::sleep(LOOK_EACH);
            waited += LOOK_EACH;
        }
    }

    fn file(&self, path: &str) -> Response<std::io::Cursor<Vec<u8>>> {
        let wanted = Path::new(path.trim_start_matches('/'));
        let plain = wanted
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let wanted = if path == "/" {
            Path::new("index.html")
        } else {
            wanted
        };
        let found = plain.then(|| fs::read(self.ui.join(wanted)).ok()).flatten();
        let Some(bytes) = found else {
            return Response::from_data(Vec::new()).with_status_code(404);
        };
        let kind = match wanted.extension().and_then(|ending| ending.to_str()) {
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("svg") => "image/svg+xml",
            Some("png") => "image/png",
            _ => "application/octet-stream",
        };
        with_headers(
            Response::from_data(bytes),
            &[
                ("content-type", kind),
                ("content-security-policy", &self.policy),
                ("x-content-type-options", "nosniff"),
                ("cache-control", "no-store"),
            ],
        )
    }
}

/// A value of the query, decoded; empty when it is not there.
fn given(query: &str, key: &str) -> String {
    let value = query
        .split('&')
        .find_map(|part| part.strip_prefix(key)?.strip_prefix('='));
    percent_encoding::percent_decode_str(value.unwrap_or_default())
        .decode_utf8_lossy()
        .into_owned()
}

fn with_headers(
    mut response: Response<std::io::Cursor<Vec<u8>>>,
    headers: &[(&str, &str)],
) -> Response<std::io::Cursor<Vec<u8>>> {
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(*name, *value) {
            response.add_header(header);
        }
    }
    response
}

fn as_response(answer: Result<Value, Refusal>) -> Response<std::io::Cursor<Vec<u8>>> {
    let (status, body) = match answer {
        Ok(body) => (200, body),
        Err(refusal) => (
            422,
            json!({ "code": refusal.code, "params": refusal.params }),
        ),
    };
    let mut response = Response::from_data(body.to_string().into_bytes()).with_status_code(status);
    if let Ok(header) = Header::from_bytes("content-type", "application/json") {
        response.add_header(header);
    }
    response
}
