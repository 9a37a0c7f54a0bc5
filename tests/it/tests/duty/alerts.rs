//! The owner is told when the check is late: over real sockets, tried again, once.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::shop::Shop;

/// A key that must be found nowhere but in its own file.
const KEY: &str = "Zk3yThatNobodyMaySee";

/// A server on this machine that answers each request with the next of `answers`, and says what it was sent.
struct Server {
    port: u16,
    requests: Receiver<String>,
}

impl Server {
    fn start(answers: &'static [&'static str]) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (tell, requests) = mpsc::channel();
        thread::Builder::new()
            .spawn(move || {
                for answer in answers {
                    let (mut stream, _) = listener.accept().unwrap();
                    tell.send(read(&mut stream)).unwrap();
                    stream.write_all(answer.as_bytes()).unwrap();
                }
            })
            .unwrap();
        Server { port, requests }
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}/hook/{KEY}", self.port)
    }

    fn next(&self) -> String {
        self.requests.recv_timeout(Duration::from_secs(20)).unwrap()
    }
}

fn read(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let long = head.lines().find_map(|line| {
                line.to_lowercase()
                    .strip_prefix("content-length: ")
                    .map(str::to_owned)
            });
            if body.len() >= long.map_or(0, |n| n.parse().unwrap()) {
                return text;
            }
        }
        let n = stream.read(&mut part).unwrap();
        assert_ne!(n, 0, "the request was cut off: {text}");
        bytes.extend_from_slice(&part[..n]);
    }
}

const TAKEN: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const BROKEN: &str = "HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n";
const FORBIDDEN: &str = "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n";

fn with_channel(shop: &Shop, server: &Server) {
    let channel = json!({ "kind": "json", "url": server.url(), "token": KEY });
    let page = shop
        .call("put_alert_channel", json!({ "channel": channel }))
        .unwrap();
    assert_eq!(page["channels"][0]["id"], "json-1");
    assert!(!page.to_string().contains(KEY), "{page}");
}

/// Looks until something holds; messages are sent on a thread of their own.
fn eventually(shop: &Shop, what: &str, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(20), "{what}");
        shop.duty.as_ref().unwrap().look();
        thread::sleep(Duration::from_millis(20));
    }
}

fn waiting(shop: &Shop) -> Value {
    shop.call("show_alerts", Value::Null).unwrap()["channels"][0].clone()
}

#[test]
fn the_owner_is_told_once_and_the_key_is_nowhere() {
    let shop = Shop::new();
    let server = Server::start(&[TAKEN, TAKEN]);
    with_channel(&shop, &server);
    shop.run_until("2026-11-21T09:14");
    assert!(server.requests.try_recv().is_err(), "not before its time");
    shop.run_until("2026-11-21T09:15");
    let request = server.next();
    assert!(request.contains(&format!("POST /hook/{KEY}")), "{request}");
    let (_, body) = request.split_once("\r\n\r\n").unwrap();
    let body: Value = serde_json::from_str(body).unwrap();
    assert_eq!(
        (&body["shop"], &body["minutes_late"]),
        (&json!("示例面馆"), &json!(15))
    );
    assert!(body["text"].as_str().unwrap().contains("09:15"), "{body}");
    eventually(&shop, "it is on record", || shop.entries("owner_told") == 1);
    shop.run_until("2026-11-21T20:00");
    assert!(server.requests.try_recv().is_err(), "once a day");
    let day = shop
        .call("show_day", json!({ "day": "2026-11-21" }))
        .unwrap();
    assert_eq!(day["owner_told"][0]["channel"], "json-1");
    shop.is_whole();
    // The next day is another day; a day that is finished in time is nobody's worry.
    shop.run_until("2026-11-22T09:16");
    assert!(server.next().contains("2026-11-22"));
    for entry in std::fs::read_dir(shop.folder.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = std::fs::read(&path).unwrap();
            let found = bytes.windows(KEY.len()).any(|part| part == KEY.as_bytes());
            assert!(!found, "the key is in {}", path.display());
        }
    }
}

#[test]
fn a_message_waits_for_its_server_and_survives_a_restart() {
    let mut shop = Shop::new();
    let server = Server::start(&[BROKEN, BROKEN, TAKEN]);
    with_channel(&shop, &server);
    shop.run_until("2026-11-21T09:15");
    server.next();
    eventually(&shop, "the trouble is noted", || {
        waiting(&shop)["tries"] == 1
    });
    assert!(
        waiting(&shop)["trouble"]["code"]
            .as_str()
            .unwrap()
            .starts_with("alert_")
    );
    assert!(server.requests.try_recv().is_err(), "not at once again");
    shop.outside.pass(Duration::from_secs(61));
    shop.duty.as_ref().unwrap().look();
    server.next();
    eventually(&shop, "the second trouble is noted", || {
        waiting(&shop)["tries"] == 2
    });
    // The PC goes off and on; what waited still waits.
    shop.off_until("2026-11-21T02:00:00Z");
    eventually(&shop, "it is on record", || shop.entries("owner_told") == 1);
    server.next();
    assert_eq!(waiting(&shop)["waiting"], false);
}

#[test]
fn what_is_not_true_any_more_is_not_sent() {
    let shop = Shop::new();
    let server = Server::start(&[BROKEN, FORBIDDEN, TAKEN]);
    with_channel(&shop, &server);
    shop.run_until("2026-11-21T09:15");
    server.next();
    eventually(&shop, "the trouble is noted", || {
        waiting(&shop)["tries"] == 1
    });
    shop.finish();
    assert_eq!(waiting(&shop)["waiting"], false);
    shop.run_until("2026-11-21T20:00");
    assert!(server.requests.try_recv().is_err(), "the check is finished");
    // A wrong key is not tried again until the owner has changed something.
    shop.run_until("2026-11-22T09:15");
    server.next();
    eventually(&shop, "the refusal is noted", || {
        waiting(&shop)["tries"] == 1
    });
    shop.run_until("2026-11-22T12:00");
    assert!(
        server.requests.try_recv().is_err(),
        "it would be refused again"
    );
    let channel = json!({ "kind": "json", "url": server.url() });
    shop.call(
        "put_alert_channel",
        json!({ "id": "json-1", "channel": channel }),
    )
    .unwrap();
    shop.run_until("2026-11-22T12:01");
    assert!(server.next().contains("2026-11-22"));
    eventually(&shop, "it is on record", || shop.entries("owner_told") == 1);
    shop.call("remove_alert_channel", json!({ "id": "json-1" }))
        .unwrap();
    assert_eq!(
        shop.call("show_alerts", Value::Null).unwrap()["channels"],
        json!([])
    );
}

#[test]
fn a_file_of_channels_that_cannot_be_read_keeps_nobody_from_being_reminded() {
    let shop = Shop::new();
    let file = shop.folder.path().join("keys/owner-alerts.json");
    std::fs::write(&file, "{ torn").unwrap();
    assert_eq!(
        shop.run_until("2026-11-21T09:16"),
        ["due 08:30", "late 09:00", "nag 09:15"]
    );
    let refused = shop.call("show_alerts", Value::Null).unwrap_err();
    assert_eq!(refused.code, "alerts_unreadable");
    // Nothing is thrown away: changing the channels is refused until somebody has looked.
    let refused = shop
        .call("set_alerts", json!({ "after_min": 5 }))
        .unwrap_err();
    assert_eq!(refused.code, "alerts_unreadable");
    assert_eq!(std::fs::read_to_string(file).unwrap(), "{ torn");
}
