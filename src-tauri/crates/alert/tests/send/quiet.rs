//! What the libraries write into a log holds no secret either, however talkative the log wants them.

use std::sync::Mutex;

use log::{LevelFilter, Log, Metadata, Record};
use serde_json::json;

use crate::server::serve;
use crate::web::{page, request};
use crate::{SECRET, attempt, channel, check, limits, message};

struct Kept(Mutex<String>);

impl Log for Kept {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        let line = format!("{} {}\n", record.target(), record.args());
        self.0.lock().unwrap().push_str(&line);
    }

    fn flush(&self) {}
}

static KEPT: Kept = Kept(Mutex::new(String::new()));

#[test]
fn a_log_learns_no_secret() {
    log::set_logger(&KEPT).unwrap();
    log::set_max_level(LevelFilter::Trace);
    let server = serve(|mut socket| {
        let heard = request(&mut socket);
        let _ = std::io::Write::write_all(&mut socket, page("200 OK", "", "").as_bytes());
        heard
    });
    let url = format!("http://127.0.0.1:{}/{SECRET}?key={SECRET}", server.port);
    let own = channel(json!({ "kind": "json", "url": url, "token": SECRET }));
    let outcome = attempt(&own, &message(), &limits(10_000, &[]));
    check("taken", &outcome, "sent", false);
    assert!(server.heard_once().matches(SECRET).count() == 3);
    log::info!("the log itself works");
    // Other tests may log meanwhile; their secret is the same one.
    let told = KEPT.0.lock().unwrap().clone();
    assert!(told.contains("the log itself works"), "{told}");
    assert!(!told.contains(SECRET), "{told}");
}
