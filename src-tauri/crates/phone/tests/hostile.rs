//! A phone that lies, stalls, floods or guesses; and whoever else is in the same Wi-Fi.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests fail by panicking and measure pauses"
)]

mod support;

use std::io::Write;
use std::time::{Duration, Instant};

use kaizhang_phone::{FileState, Limits, State};
use support::{AT_ONCE, Phone, eventually, hear, is_closed, jpeg, open, say};

const GIB: u64 = 1024 * 1024 * 1024;

#[test]
fn whoever_guesses_learns_nothing() {
    let (session, _) = open(Limits::default());
    let phone = Phone::new(&session);
    let token = &phone.base[1..];
    let near = format!("/{}A", &token[..25]);
    let near = if near == phone.base {
        format!("/{}B", &token[..25])
    } else {
        near
    };
    let one = phone.ask("GET", "/nothing", &[]);
    assert_eq!((one.status, one.body.as_str()), (404, ""));
    let asked = [
        ("GET", "/".to_owned()),
        ("GET", "/favicon.ico".to_owned()),
        ("GET", near),
        ("GET", format!("/{}", token.to_lowercase())),
        ("GET", format!("/{}", &token[..25])),
        ("GET", format!("//{token}")),
        ("GET", format!("/x/../{token}")),
        ("GET", format!("/{token}/")),
        ("GET", format!("/{token}/file")),
        ("GET", format!("/{token}/start")),
        ("POST", format!("/{token}")),
        ("PUT", format!("/{token}/start")),
        ("DELETE", format!("/{token}")),
        ("OPTIONS", format!("/{token}")),
        ("OPTIONS", "*".to_owned()),
        ("TRACE", format!("/{token}")),
        ("POST", "/start".to_owned()),
        ("GET", format!("http://{}/{token}", phone.host)),
    ];
    for (method, target) in asked {
        let host = &phone.host;
        let request =
            format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\n\r\n");
        let reply = say(&phone.connect(), request.as_bytes());
        assert_eq!(
            (reply.heads, reply.body),
            (one.heads.clone(), one.body.clone()),
            "{method} {target}"
        );
    }
    assert_eq!(session.progress().state, State::Waiting);
}

#[test]
fn only_our_own_name_is_answered() {
    let (session, _) = open(Limits::default());
    let phone = Phone::new(&session);
    let (host, path) = (&phone.host, &phone.base);
    let port = host.split(':').nth(1).unwrap();
    let look = |heads: &str| {
        let request = format!("GET {path} HTTP/1.1\r\n{heads}\r\n");
        say(&phone.connect(), request.as_bytes()).status
    };
    assert_eq!(look(&format!("Host: {host}\r\n")), 200);
    for wrong in [
        "evil.example",
        "127.0.0.1",
        &format!("localhost:{port}"),
        &format!("evil.example:{port}"),
        "",
    ] {
        assert_eq!(look(&format!("Host: {wrong}\r\n")), 404, "{wrong}");
    }
    assert_eq!(look(""), 404);
    assert_eq!(look(&format!("Host: {host}\r\nHost: {host}\r\n")), 404);
    assert_eq!(
        look(&format!("Host: {host}\r\nOrigin: http://evil.example\r\n")),
        404
    );
    assert_eq!(
        look(&format!("Host: {host}\r\nOrigin: https://{host}\r\n")),
        404
    );
    assert_eq!(
        look(&format!("Host: {host}\r\nOrigin: http://{host}\r\n")),
        200
    );
    assert_eq!(look(&format!("Host: {host}\r\nOrigin: null\r\n")), 200);
}

#[test]
fn ten_gigabytes_are_refused_before_the_first_byte() {
    let (session, inbox) = open(Limits::default());
    let phone = Phone::started(&session);
    let begun = Instant::now();
    let stream = phone.announce("a.jpg", 10 * GIB);
    let reply = hear(&stream, false).unwrap();
    assert!(begun.elapsed() < AT_ONCE);
    assert_eq!((reply.status, reply.refusal()), (413, "file_too_large"));
    // Whoever goes on all the same is cut off.
    let piece = jpeg(1 << 20);
    let went = (0..200)
        .take_while(|_| (&stream).write_all(&piece).is_ok())
        .count();
    assert!(went < 100, "{went} MiB");
    let expecting = phone.head(
        "PUT",
        "/file",
        &[
            ("Content-Length", "99999999999"),
            ("Expect", "100-continue"),
        ],
    );
    let stream = phone.connect();
    (&stream).write_all(expecting.as_bytes()).unwrap();
    assert_eq!(hear(&stream, false).unwrap().status, 413);
    for length in [
        "18446744073709551615",
        "18446744073709551616",
        "-1",
        "1e3",
        "0x10",
        "1, 2",
    ] {
        let head = phone.head("PUT", "/file", &[("Content-Length", length)]);
        let status = say(&phone.connect(), head.as_bytes()).status;
        assert!([400, 413, 431].contains(&status), "{length}: {status}");
    }
    assert!(inbox.seen().is_empty());
}

#[test]
fn a_length_that_is_not_told_is_refused_and_cut() {
    let (session, inbox) = open(Limits::default());
    let phone = Phone::started(&session);
    let stream = phone.connect();
    let head = phone.head("PUT", "/file", &[("Transfer-Encoding", "chunked")]);
    let reply = say(&stream, head.as_bytes());
    assert_eq!((reply.status, reply.refusal()), (411, "length_missing"));
    let mut chunk = b"100000\r\n".to_vec();
    chunk.extend(jpeg(1 << 20));
    chunk.extend(b"\r\n");
    let went = (0..500)
        .take_while(|_| (&stream).write_all(&chunk).is_ok())
        .count();
    assert!(went < 100, "{went} MiB");
    let both = phone.head(
        "PUT",
        "/file",
        &[("Content-Length", "5"), ("Transfer-Encoding", "chunked")],
    );
    let status = say(&phone.connect(), both.as_bytes()).status;
    assert!([400, 411].contains(&status), "{status}");
    let none = phone.head("PUT", "/file", &[]);
    assert!(say(&phone.connect(), none.as_bytes()).status >= 400);
    assert!(inbox.seen().is_empty() && session.progress().files.iter().all(|file| file.total == 0));
}

#[test]
fn names_reach_the_inbox_as_text_of_one_part() {
    let (session, inbox) = open(Limits::default());
    let phone = Phone::started(&session);
    let long = "x".repeat(300) + ".jpg";
    let cases = [
        ("..%2F..%2Fx", "x"),
        ("..%5C..%5Cx.jpg", "x.jpg"),
        ("a%00b.jpg", "a\0b.jpg"),
        ("gpj.%E2%80%AEexe", "gpj.\u{202E}exe"),
        (&long, &long),
    ];
    for (sent, name) in cases {
        assert_eq!(phone.send(sent, &jpeg(64)).status, 200);
        assert_eq!(inbox.seen().last().unwrap().name, name);
    }
}

#[test]
fn first_bytes_decide_and_limits_hold() {
    let (session, inbox) = open(Limits {
        files: 2,
        total_bytes: 5000,
        file_bytes: 4000,
        ..Limits::default()
    });
    let phone = Phone::started(&session);
    let html = b"<!doctype html><script>alert(1)</script>";
    let reply = phone.send("photo.jpg", html);
    assert_eq!((reply.status, reply.refusal()), (415, "file_kind_unknown"));
    assert_eq!(phone.send("a.jpg", b"").refusal(), "file_empty");
    assert_eq!(phone.send("a.jpg", b"\xFF").refusal(), "file_kind_unknown");
    // A refused file is heard out, so that the phone learns why.
    assert_eq!(
        phone.send("film.jpg", &[0x47; 4000]).refusal(),
        "file_kind_unknown"
    );
    assert_eq!(phone.send("a.jpg", &jpeg(4001)).refusal(), "file_too_large");
    assert_eq!(phone.send("a.jpg", &jpeg(4000)).status, 200);
    assert_eq!(
        phone.send("b.jpg", &jpeg(1001)).refusal(),
        "total_too_large"
    );
    assert_eq!(phone.send("b.jpg", &jpeg(1000)).status, 200);
    assert_eq!(phone.send("c.jpg", &jpeg(4)).refusal(), "files_too_many");
    assert_eq!(inbox.seen().len(), 2);
    let states: Vec<_> = session
        .progress()
        .files
        .into_iter()
        .map(|file| file.state)
        .collect();
    assert_eq!(
        states
            .iter()
            .filter(|state| **state == FileState::Kept)
            .count(),
        2
    );
}

#[test]
fn heads_are_short() {
    let (session, _) = open(Limits::default());
    let phone = Phone::new(&session);
    let long = |length| "x".repeat(length);
    assert_eq!(phone.ask("GET", "", &[("X-Long", &long(7000))]).status, 200);
    assert_eq!(phone.ask("GET", "", &[("X-Long", &long(9000))]).status, 431);
    assert!(phone.ask("GET", &format!("?{}", long(9000)), &[]).status >= 400);
    let many = "a: b\r\n".repeat(400);
    let request = format!("GET / HTTP/1.1\r\n{many}\r\n");
    assert_eq!(say(&phone.connect(), request.as_bytes()).status, 431);
    for noise in [
        &b"\x16\x03\x01\x02\0\x01\0\x01\xFC\x03\x03"[..],
        b"\0\0\0\0\r\n\r\n",
        b"GET\r\n\r\n",
    ] {
        let stream = phone.connect();
        (&stream).write_all(noise).unwrap();
        assert_eq!(hear(&stream, false).map(|reply| reply.status), Some(400));
    }
    assert_eq!(phone.look().status, 200);
}

#[test]
fn a_hundred_connections_keep_nobody_out() {
    let (session, inbox) = open(Limits {
        head_s: 30,
        ..Limits::default()
    });
    let phone = Phone::started(&session);
    // A file is on its way while they come.
    let sending = phone.announce("a.jpg", 1000);
    (&sending).write_all(&jpeg(1000)[..500]).unwrap();
    eventually(&session, |progress| {
        progress.files.first().is_some_and(|file| file.bytes > 0)
    });
    let mut crowd: Vec<_> = (0..100).map(|_| phone.connect()).collect();
    // Some of them are the phone's own.
    crowd.extend((0..8).map(|_| {
        let stream = phone.connect();
        assert_eq!(
            say(&stream, phone.head("GET", "", &[]).as_bytes()).status,
            200
        );
        stream
    }));
    let begun = Instant::now();
    assert_eq!(phone.look().status, 200);
    assert!(begun.elapsed() < AT_ONCE);
    std::thread::sleep(Duration::from_millis(100));
    let open = crowd.iter().filter(|stream| !is_closed(stream)).count();
    assert!(open <= 4, "{open}");
    // It was not cut off by them.
    (&sending).write_all(&jpeg(1000)[500..]).unwrap();
    assert_eq!(hear(&sending, false).unwrap().status, 200);
    assert_eq!(inbox.seen()[0].bytes.as_ref().unwrap(), &jpeg(1000));
}
