//! Anchors: a real timestamp authority made of `openssl ts` behind a loopback server, good and bad, and the short code.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "a test fails by panicking; certificates begin at the real now; the authority can more than is asked here"
)]

#[path = "../../../../src-tauri/crates/evidence/tests/stock/authority.rs"]
mod authority;
mod server;

use std::path::Path;
use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use authority::{Authority, EC};
use kaizhang_app::duty::{Duty, Holder};
use kaizhang_app::{App, Caller, OpenOptions, Outside, Refusal};
use kaizhang_it::Staged;
use serde_json::{Value, json};
use server::{Server, http};
use tempfile::TempDir;

/// What a server sends back for the body of a request.
type Answer = Box<dyn Fn(&[u8]) -> Vec<u8> + Send>;

struct Shop {
    folder: TempDir,
    clock: Arc<Staged>,
    app: App,
}

impl Shop {
    /// A shop whose clock shows the real now and a minute more: the authority's certificates began just before.
    fn new() -> Shop {
        let folder = tempfile::tempdir().unwrap();
        let now = chrono::Utc::now() + chrono::TimeDelta::minutes(1);
        let now = now.to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
        let clock = Arc::new(Staged::at(&now));
        let outside = Arc::clone(&clock) as Arc<dyn Outside>;
        let app = App::open_with(folder.path(), OpenOptions::default(), outside).unwrap();
        Shop { folder, clock, app }
    }

    fn call(&self, name: &str, input: Value) -> Result<Value, Refusal> {
        self.app.call(&Caller::default(), name, input)
    }

    fn ok(&self, name: &str, input: Value) -> Value {
        self.call(name, input).unwrap()
    }

    fn finish(&self) {
        self.ok("finish_opening", json!({ "note": "今天只收现金" }));
    }

    fn loops(&self) -> Duty {
        let outside = Arc::clone(&self.clock) as Arc<dyn Outside>;
        Duty::start_with(self.folder.path(), Holder::Window, outside, |_| ()).unwrap()
    }

    fn sql(&self, query: &str) -> String {
        let database = rusqlite::Connection::open(self.folder.path().join("kaizhang.db")).unwrap();
        database.query_row(query, [], |row| row.get(0)).unwrap()
    }

    fn sound(&self) {
        let found = self.ok("check_folder", Value::Null);
        assert_eq!(found["ok"], true, "{found:#}");
    }
}

/// The good authority of these tests; `openssl` numbers one token after the other.
fn clock_tower() -> Arc<Mutex<Authority>> {
    Arc::new(Mutex::new(Authority::new(&EC)))
}

fn stamps(tower: &Arc<Mutex<Authority>>) -> impl Fn(&[u8]) -> Vec<u8> + Send + 'static {
    let tower = Arc::clone(tower);
    move |question| http("200 OK", &tower.lock().unwrap().answer(question))
}

fn root(tower: &Arc<Mutex<Authority>>) -> String {
    tower.lock().unwrap().root_pem()
}

/// Looks until something holds; the loop asks on a thread of its own.
fn eventually(duty: &Duty, what: &str, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(60), "{what}");
        duty.look();
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_stamp_is_checked_kept_and_good_for_the_stock_tool() {
    let tower = clock_tower();
    let shop = Shop::new();
    let server = Server::start(stamps(&tower));
    assert_eq!(
        shop.call("ask_timestamp", json!({})).unwrap_err().code,
        "timestamps_off"
    );
    let set = shop.ok(
        "set_timestamps",
        json!({ "url": server.url(), "root": root(&tower) }),
    );
    assert_eq!(
        (&set["service"]["host"], &set["service"]["own_root"]),
        (&json!("127.0.0.1"), &json!(true))
    );
    let page = shop.ok("ask_timestamp", json!({}));
    assert!(page["anchored_until"].is_string(), "{page:#}");
    assert_eq!(page["anchors"][0]["told"], "O=Clock Tower, CN=Clock");
    assert_eq!(page["service"]["waiting"], false);
    // Checkpoint and token as files, and the tool that every Linux has.
    let tower = tower.lock().unwrap();
    let of = |name: &str| {
        shop.sql(&format!(
            "SELECT json ->> '$.body.{name}' FROM entry WHERE json ->> '$.kind' = 'anchor_stamped'"
        ))
    };
    tower.keep("checkpoint.txt", of("note").as_bytes());
    tower.keep("token.b64", of("token").as_bytes());
    tower.openssl(&[
        "base64",
        "-d",
        "-A",
        "-in",
        "token.b64",
        "-out",
        "token.der",
    ]);
    let verify = [
        "ts",
        "-verify",
        "-data",
        "checkpoint.txt",
        "-in",
        "token.der",
        "-token_in",
        "-CAfile",
        "root.pem",
    ];
    assert!(tower.openssl(&verify).contains("OK"));
    shop.sound();
    shop.ok("rebuild_projections", Value::Null);
    assert_eq!(
        shop.ok("show_anchors", json!({}))["anchors"],
        page["anchors"]
    );
    // What the address hides is nowhere but in its own file.
    assert!(!page.to_string().contains("NobodyMaySee"));
    for name in ["kaizhang.db", "kaizhang.db-wal"] {
        let bytes = std::fs::read(shop.folder.path().join(name)).unwrap_or_default();
        assert!(
            !bytes.windows(12).any(|part| part == b"NobodyMaySee"),
            "{name}"
        );
    }
}

/// What a service can do wrong, how that is told, and that nothing of it is kept.
#[test]
fn a_bad_answer_is_refused_in_so_many_words_and_never_kept() {
    let tower = clock_tower();
    let other = clock_tower();
    // A good stamp of another time, on something else.
    let old = {
        let tower = tower.lock().unwrap();
        tower.keep("other.txt", b"something else");
        tower.openssl(&[
            "ts",
            "-query",
            "-data",
            "other.txt",
            "-sha256",
            "-cert",
            "-out",
            "other.tsq",
        ]);
        tower.answer(&std::fs::read(tower.path().join("other.tsq")).unwrap())
    };
    let check = |answer: Answer, code: &str| {
        let shop = Shop::new();
        let server = Server::start(answer);
        shop.ok(
            "set_timestamps",
            json!({ "url": server.url(), "root": root(&tower) }),
        );
        let refused = shop.call("ask_timestamp", json!({})).unwrap_err();
        assert_eq!(refused.code, code, "{refused:?}");
        let page = shop.ok("show_anchors", json!({}));
        assert_eq!(
            (&page["anchors"], &page["anchored_until"]),
            (&json!([]), &Value::Null)
        );
        shop.sound();
    };
    // The nonce is the last but one thing in a question; another one makes the answer somebody else's.
    let first = Mutex::new(None::<Vec<u8>>);
    let again = {
        let tower = Arc::clone(&tower);
        move |question: &[u8]| {
            let mut first = first.lock().unwrap();
            let asked = first.get_or_insert_with(|| {
                let mut other = question.to_vec();
                let end = other.len() - 6;
                other[end] ^= 1;
                other
            });
            http("200 OK", &tower.lock().unwrap().answer(asked))
        }
    };
    check(Box::new(again), "timestamp_not_ours");
    check(
        Box::new(move |_| http("200 OK", &old)),
        "timestamp_not_ours",
    );
    check(
        Box::new(|_| http("200 OK", b"<html>please sign in</html>")),
        "timestamp_garbage",
    );
    check(Box::new(|_| http("200 OK", b"")), "timestamp_garbage");
    let whole = {
        let tower = Arc::clone(&tower);
        move |question: &[u8]| tower.lock().unwrap().answer(question)
    };
    let cut = whole.clone();
    check(
        Box::new(move |question| {
            let half = cut(question);
            http("200 OK", &half[..half.len() / 2])
        }),
        "timestamp_garbage",
    );
    let bent = whole.clone();
    check(
        Box::new(move |question| {
            let mut answer = bent(question);
            // The signature stands at the end.
            let last = answer.len() - 3;
            answer[last] ^= 1;
            http("200 OK", &answer)
        }),
        "timestamp_untrusted",
    );
    check(Box::new(stamps(&other)), "timestamp_untrusted");
    // A body that ends before it said it would, a refusal of HTTP, and no word at all.
    check(
        Box::new(move |question| {
            let answer = http("200 OK", &whole(question));
            answer[..answer.len() - 40].to_vec()
        }),
        "alert_cut_off",
    );
    check(Box::new(|_| http("503 Busy", b"")), "alert_server_failed");
    check(
        Box::new(|_| http("302 Away\r\nLocation: http://127.0.0.1:1/", b"")),
        "alert_redirected",
    );
    check(
        Box::new(|_| http("200 OK", &vec![0; 300 * 1024])),
        "alert_answer_unreadable",
    );
    // The authority itself says no: it knows no such hash.
    check(
        Box::new(|_| http("200 OK", &[0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02])),
        "timestamp_refused",
    );
}

#[test]
fn a_certificate_that_has_ended_is_told_as_such() {
    let tower = clock_tower();
    let shop = Shop::new();
    let server = Server::start(stamps(&tower));
    shop.ok(
        "set_timestamps",
        json!({ "url": server.url(), "root": root(&tower) }),
    );
    // Eleven years on; the authority's certificate was for ten.
    shop.clock.pass(Duration::from_secs(11 * 366 * 86_400));
    let refused = shop.call("ask_timestamp", json!({})).unwrap_err();
    assert_eq!(refused.code, "timestamp_expired", "{refused:?}");
}

#[test]
fn an_address_and_a_root_are_looked_at_before_they_are_kept() {
    let shop = Shop::new();
    let check = |url: &str, root: &str, code: &str| {
        let input = json!({ "url": url, "root": root });
        assert_eq!(
            shop.call("set_timestamps", input).unwrap_err().code,
            code,
            "{url}"
        );
    };
    check("timestamp.example", "", "alert_url_unreadable");
    check("ftp://timestamp.example/", "", "alert_url_unreadable");
    check(
        "https://user:pass@timestamp.example/",
        "",
        "alert_url_has_login",
    );
    check(
        "http://timestamp.example/",
        "no certificate",
        "timestamp_root_unreadable",
    );
    assert_eq!(shop.ok("show_anchors", json!({}))["service"], Value::Null);
    // Without encryption is fine: what comes back is signed.
    let set = shop.ok(
        "set_timestamps",
        json!({ "url": "http://timestamp.example/" }),
    );
    assert_eq!(set["service"]["host"], "timestamp.example");
    assert_eq!(shop.ok("set_timestamps", json!({}))["service"], Value::Null);
}

/// A service that is down at closing time is asked again until it answers; nobody waits for it.
#[test]
fn a_wish_outlives_a_service_that_is_down() {
    let tower = clock_tower();
    let shop = Shop::new();
    let (port, url) = Server::nobody();
    shop.ok(
        "set_timestamps",
        json!({ "url": url, "root": root(&tower) }),
    );
    let duty = shop.loops();
    shop.finish();
    let service = || shop.ok("show_anchors", json!({}))["service"].clone();
    eventually(&duty, "it was tried", || service()["tries"] == 1);
    assert_eq!(service()["trouble"]["code"], "alert_connection_refused");
    let _server = Server::at(port, stamps(&tower));
    // Not before its time: the pause after a first failure is half a minute.
    duty.look();
    assert_eq!(service()["tries"], 1);
    shop.clock.pass(Duration::from_secs(31));
    eventually(&duty, "it came", || service()["waiting"] == false);
    let page = shop.ok("show_anchors", json!({}));
    assert!(page["anchored_until"].is_string());
    assert_eq!(page["anchors"].as_array().unwrap().len(), 1);
    shop.sound();
}

#[test]
fn a_service_that_does_not_answer_holds_nothing_up() {
    let tower = clock_tower();
    let shop = Shop::new();
    let (asked, hears) = mpsc::channel();
    let (go, gone) = mpsc::channel::<()>();
    let stamp = stamps(&tower);
    let gone = Mutex::new(gone);
    let server = Server::start(move |question| {
        asked.send(()).unwrap();
        let _ = gone.lock().unwrap().recv();
        stamp(question)
    });
    shop.ok(
        "set_timestamps",
        json!({ "url": server.url(), "root": root(&tower) }),
    );
    let duty = shop.loops();
    shop.finish();
    duty.look();
    hears.recv_timeout(Duration::from_secs(30)).unwrap();
    // While it is silent the shop goes on, and so does the loop.
    shop.ok(
        "mark_item",
        json!({ "item": "account-normal", "result": "pass" }),
    );
    duty.look();
    // From now on it answers at once. Should this PC be so slow that nobody waited any more, it is asked again.
    drop(go);
    eventually(&duty, "it came", || {
        shop.clock.pass(Duration::from_secs(31));
        shop.ok("show_anchors", json!({}))["anchored_until"].is_string()
    });
}

#[test]
fn the_short_code_is_given_noted_and_found_again() {
    let shop = Shop::new();
    let none = shop.ok("show_anchors", json!({}));
    assert_eq!(none["checkpoint"], Value::Null);
    shop.finish();
    let code = shop.ok("show_anchors", json!({}))["checkpoint"]["code"].clone();
    let page = shop.ok(
        "note_anchor",
        json!({ "way": "read_out", "to": "银行 小王" }),
    );
    assert_eq!(page["anchors"][0]["told"], "银行 小王");
    // A card number is masked here as everywhere.
    let page = shop.ok(
        "note_anchor",
        json!({ "way": "sent", "to": "6222021234567890128" }),
    );
    assert!(!page.to_string().contains("6222021234567890128"), "{page}");
    let find = |code: &str| shop.call("find_checkpoint", json!({ "code": code }));
    let spoken = code.as_str().unwrap().to_lowercase().replace('-', " ");
    assert_eq!(find(&spoken).unwrap()["checkpoint"]["code"], code);
    let mut wrong = code.as_str().unwrap().to_owned();
    let last = if wrong.ends_with('0') { "1" } else { "0" };
    wrong.replace_range(33.., last);
    assert_eq!(find(&wrong).unwrap_err().code, "anchor_code_mistyped");
    assert_eq!(find("hello").unwrap_err().code, "anchor_code_unreadable");
    let zeros = "0000-0000-0000-0000-0000-0000-0000";
    assert_eq!(find(zeros).unwrap()["checkpoint"], Value::Null);
    // The same code of the same state, in the same words, by whoever reckons it: three lines and SHA-256.
    shop.ok("rotate_key", json!({}));
    assert_eq!(find(&spoken).unwrap()["checkpoint"]["epoch"], 0);
    shop.sound();
    assert!(Path::new(&shop.folder.path().join("keys/epoch-1.ed25519")).exists());
}
