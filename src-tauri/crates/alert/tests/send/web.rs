//! Attempts over the web.

use std::io::Write;
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::json;

use crate::server::{Server, Wire, closed_port, dribble, flood, serve, wait_for_the_end};
use crate::{SECRET, attempt, channel, check, check_unknown_name, limits, message, web_channel};

/// Reads one request to its end.
pub fn request(wire: &mut impl Wire) -> String {
    let mut heard = Vec::new();
    let mut byte = [0];
    while !heard.ends_with(b"\r\n\r\n") {
        match wire.read(&mut byte) {
            Ok(1) => heard.push(byte[0]),
            _ => return String::from_utf8_lossy(&heard).into_owned(),
        }
    }
    let head = String::from_utf8(heard.clone()).unwrap().to_lowercase();
    let length = head
        .split_once("content-length: ")
        .and_then(|(_, rest)| rest.split("\r\n").next()?.parse().ok())
        .unwrap_or(0);
    let mut body = vec![0; length];
    let _ = wire.read_exact(&mut body);
    heard.extend(body);
    String::from_utf8(heard).unwrap()
}

pub fn page(status: &str, headers: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\n{headers}\r\n{body}",
        body.len()
    )
}

pub fn answering(bytes: impl Into<Vec<u8>>) -> Server {
    let bytes = bytes.into();
    serve(move |mut socket| {
        let heard = request(&mut socket);
        let _ = socket.write_all(&bytes);
        heard
    })
}

/// A robot of WeCom's that is given these bytes.
fn robot(what: &str, bytes: impl Into<Vec<u8>>, code: &str, is_final: bool) {
    let server = answering(bytes);
    let robot = web_channel("wecom", "http", server.port);
    let outcome = attempt(&robot, &message(), &limits(10_000, &[]));
    check(what, &outcome, code, is_final);
}

/// The same for a server that needs to do more than answer, within a second.
fn within_a_second(what: &str, play: fn(TcpStream), code: &str) {
    let server = serve(move |socket| {
        play(socket);
        String::new()
    });
    for kind in ["wecom", "json"] {
        let robot = web_channel(kind, "http", server.port);
        let outcome = attempt(&robot, &message(), &limits(1_000, &[]));
        check(what, &outcome, code, false);
    }
}

#[test]
fn answers_in_full() {
    let ok = r#"{"errcode":0,"errmsg":"ok"}"#;
    robot("taken", page("200 OK", "", ok), "sent", false);
    let chunked = format!(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}\r\n16\r\n{}\r\n0\r\n\r\n",
        &ok[..5],
        &ok[5..]
    );
    robot("in chunks", chunked, "sent", false);
    let until_the_end = format!("HTTP/1.0 200 OK\r\n\r\n{ok}");
    robot("until it hangs up", until_the_end, "sent", false);
    let no = r#"{"errcode":93000,"errmsg":"S3cretS3cret"}"#;
    robot(
        "wrong key",
        page("200 OK", "", no),
        "alert_key_refused",
        true,
    );
    robot(
        "no JSON",
        page("200 OK", "", "<html>"),
        "alert_answer_unreadable",
        false,
    );
    robot("404", page("404 Not Found", "", ""), "alert_refused", true);
    robot("500", page("500 Oh", "", "x"), "alert_server_failed", false);
    robot(
        "not a status",
        page("999 Hm", "", "x"),
        "alert_server_failed",
        false,
    );
    // A status outside of HTTP's own is for the reader of HTTP to refuse.
    robot(
        "no status",
        page("42 Hm", "", "x"),
        "alert_answer_unreadable",
        false,
    );
}

#[test]
fn answers_that_are_none() {
    robot("nothing", "", "alert_cut_off", false);
    robot(
        "half a head",
        "HTTP/1.1 200 OK\r\nContent-",
        "alert_cut_off",
        false,
    );
    let half = "HTTP/1.1 200 OK\r\nContent-Length: 27\r\n\r\n{\"errcode\":0,";
    robot("half an answer", half, "alert_cut_off", false);
    let chunk = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1b\r\n{\"errcode\":0,";
    robot("half a chunk", chunk, "alert_cut_off", false);
    let garbage = "SSH-2.0-OpenSSH_9.2\r\n\r\nS3cretS3cret\r\n\r\n";
    robot("garbage", garbage, "alert_answer_unreadable", false);
    robot("bytes", vec![0xff; 3000], "alert_answer_unreadable", false);
    let chunk = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}";
    robot("no chunk", chunk, "alert_answer_unreadable", false);
}

#[test]
fn nobody_there() {
    let nobody = closed_port();
    let closed = web_channel("json", "http", nobody.port);
    let outcome = attempt(&closed, &message(), &limits(5_000, &[]));
    check("closed port", &outcome, "alert_connection_refused", false);
    for host in ["no-such-host.invalid", &"x".repeat(70)] {
        let url = format!("https://{host}/{SECRET}");
        check_unknown_name(&channel(json!({ "kind": "json", "url": url })));
    }
    within_a_second("hangs up", drop, "alert_cut_off");
}

#[test]
fn slow_and_endless_answers_end_with_the_limit() {
    within_a_second(
        "silence",
        |mut socket| wait_for_the_end(&mut socket),
        "alert_timed_out",
    );
    within_a_second(
        "a head by the byte",
        |mut socket| dribble(&mut socket, b"HTTP/1.1 200 OK\r\nX-A: b\r\n"),
        "alert_timed_out",
    );
    let slow = serve(|mut socket| {
        let heard = request(&mut socket);
        let _ = socket.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n");
        dribble(&mut socket, b" ");
        heard
    });
    let robot = web_channel("wecom", "http", slow.port);
    let outcome = attempt(&robot, &message(), &limits(1_000, &[]));
    check("a body by the byte", &outcome, "alert_timed_out", false);
    // Its own receiver has said 200; the rest is of no interest.
    let own = web_channel("json", "http", slow.port);
    let outcome = attempt(&own, &message(), &limits(1_000, &[]));
    check("a body nobody needs", &outcome, "sent", false);
}

#[test]
fn of_an_endless_answer_little_is_read() {
    for (what, head) in [
        ("body", "HTTP/1.1 200 OK\r\n\r\n"),
        (
            "length",
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
        ),
        ("head", "HTTP/1.1 200 OK\r\nX-A: "),
    ] {
        let read = Arc::new(AtomicUsize::new(0));
        let count = read.clone();
        let server = serve(move |mut socket| {
            let heard = request(&mut socket);
            let _ = socket.write_all(head.as_bytes());
            count.store(flood(&mut socket, &[b'x'; 1024]), Ordering::SeqCst);
            heard
        });
        let robot = web_channel("wecom", "http", server.port);
        let outcome = attempt(&robot, &message(), &limits(20_000, &[]));
        check(what, &outcome, "alert_answer_unreadable", false);
        server.heard_once();
        // Besides the 64 KB that are read, the system keeps some megabytes on their way.
        let read = read.load(Ordering::SeqCst);
        assert!(read < 32 * 1024 * 1024, "{what}: {read}");
    }
}

#[test]
fn a_service_that_asks_for_time_is_given_it() {
    for (status, code) in [
        ("429 Too Many Requests", "alert_throttled"),
        ("503 Busy", "alert_server_failed"),
    ] {
        let server = answering(page(status, "Retry-After: 90\r\n", ""));
        let own = web_channel("json", "http", server.port);
        let outcome = attempt(&own, &message(), &limits(10_000, &[]));
        check(status, &outcome, code, false);
        let wait = outcome.unwrap_err().retry_after();
        assert_eq!(wait, Some(Duration::from_secs(90)));
    }
}

#[test]
fn a_redirect_is_not_followed() {
    let elsewhere = answering(page("200 OK", "", r#"{"errcode":0}"#));
    for (status, is_final) in [
        (301, true),
        (302, false),
        (303, false),
        (307, false),
        (308, true),
    ] {
        let to = format!("Location: http://localhost:{}/{SECRET}\r\n", elsewhere.port);
        let server = answering(page(&format!("{status} Over there"), &to, ""));
        for kind in ["wecom", "json"] {
            let robot = web_channel(kind, "http", server.port);
            let outcome = attempt(&robot, &message(), &limits(10_000, &[]));
            check("redirect", &outcome, "alert_redirected", is_final);
        }
    }
    assert_eq!(elsewhere.heard(), [""; 0]);
}
