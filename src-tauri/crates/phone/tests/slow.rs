//! A phone that falls silent, drips, or sends another length than it told.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests fail by panicking and measure pauses"
)]

mod support;

use std::io::{ErrorKind, Write};
use std::time::{Duration, Instant};

use kaizhang_phone::{FileState, Limits, Session, State};
use support::{Phone, eventually, hear, is_closed, jpeg, open, say, until_closed};

/// Long before the patience that a session has by default would end, however busy this machine is.
const CUT: Duration = Duration::from_secs(8);

fn quick() -> Limits {
    Limits {
        head_s: 1,
        stall_s: 1,
        ..Limits::default()
    }
}

/// The only file came to this, and nothing of it reached the inbox whole.
fn check_broken(session: &Session, inbox: &support::Memory) {
    let progress = eventually(session, |progress| progress.state == State::Connected);
    assert_eq!(progress.files.len(), 1);
    assert_eq!(progress.files[0].state, FileState::Broken);
    let ends: Vec<_> = inbox
        .seen()
        .into_iter()
        .map(|file| file.bytes.err())
        .collect();
    assert!(
        ends.iter()
            .all(|end| *end == Some(ErrorKind::ConnectionAborted)),
        "{ends:?}"
    );
}

#[test]
fn silence_is_cut() {
    let (session, inbox) = open(quick());
    let phone = Phone::started(&session);
    // Before, within and between requests.
    let (silent, half, between) = (phone.connect(), phone.connect(), phone.connect());
    (&half).write_all(b"GET / HTTP/1.1\r\nHos").unwrap();
    say(&between, phone.head("GET", "", &[]).as_bytes());
    for stream in [&silent, &half, &between] {
        assert!(until_closed(stream) < CUT);
    }
    // Within a file, before and after its kind is known.
    for bytes in [3, 600] {
        let begun = Instant::now();
        let stream = phone.announce("a.jpg", 1000);
        (&stream).write_all(&jpeg(1000)[..bytes]).unwrap();
        let reply = hear(&stream, false).unwrap();
        assert_eq!((reply.status, reply.refusal()), (408, "broken_off"));
        assert!(begun.elapsed() > Duration::from_millis(900));
        assert!(begun.elapsed() < CUT);
        until_closed(&stream);
        check_broken(&session, &inbox);
    }
    assert_eq!(inbox.seen().len(), 1);
}

#[test]
fn a_drip_is_cut_as_well() {
    let (session, inbox) = open(Limits {
        head_s: 2,
        stall_s: 5,
        file_s: 2,
        ..Limits::default()
    });
    let phone = Phone::started(&session);
    let drip = |mut stream: &std::net::TcpStream, bytes: &[u8]| {
        let begun = Instant::now();
        for byte in bytes {
            if stream.write_all(&[*byte]).is_err() || is_closed(stream) {
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        begun.elapsed()
    };
    // A head that never ends.
    let head = phone.connect();
    assert!(drip(&head, phone.head("GET", "", &[]).as_bytes()) < CUT);
    // A body that never ends: too slow to tell what it is, and after a good beginning.
    for begin in [1, 500] {
        let stream = phone.announce("a.jpg", 1000);
        (&stream).write_all(&jpeg(1000)[..begin]).unwrap();
        let begun = Instant::now();
        let mut dripping = stream.try_clone().unwrap();
        let drops = std::thread::Builder::new()
            .spawn(move || {
                while dripping.write_all(&[7]).is_ok() {
                    std::thread::sleep(Duration::from_millis(250));
                }
            })
            .unwrap();
        if let Some(reply) = hear(&stream, false) {
            assert_eq!(reply.refusal(), "broken_off");
        }
        assert!(begun.elapsed() > Duration::from_millis(1900));
        assert!(begun.elapsed() < CUT);
        drops.join().unwrap();
        let progress = eventually(&session, |progress| progress.state == State::Connected);
        assert_eq!(progress.files.len(), 1);
        assert_eq!(progress.files[0].state, FileState::Broken);
    }
    let ends: Vec<_> = inbox.seen().into_iter().map(|file| file.bytes).collect();
    assert_eq!(ends, [Err(ErrorKind::ConnectionAborted)]);
}

#[test]
fn a_length_that_lies_wins_nothing() {
    let (session, inbox) = open(quick());
    let phone = Phone::started(&session);
    // More bytes than announced: the file is what was announced, the rest is no request.
    let stream = phone.announce("short.jpg", 100);
    (&stream).write_all(&jpeg(5000)).unwrap();
    assert_eq!(hear(&stream, false).unwrap().status, 200);
    assert_eq!(inbox.seen()[0].bytes.as_ref().unwrap(), &jpeg(5000)[..100]);
    until_closed(&stream);
    // Two lengths at once.
    let head = phone.head(
        "PUT",
        "/file",
        &[("Content-Length", "5"), ("Content-Length", "6")],
    );
    assert_eq!(say(&phone.connect(), head.as_bytes()).status, 400);
    // Fewer than announced, then gone.
    let stream = phone.announce("long.jpg", 5000);
    (&stream).write_all(&jpeg(4999)).unwrap();
    drop(stream);
    let progress = eventually(&session, |progress| {
        progress
            .files
            .get(1)
            .is_some_and(|file| file.state != FileState::Arriving)
    });
    assert_eq!(
        (progress.files[1].state, progress.files[1].id.clone()),
        (FileState::Broken, None)
    );
    assert_eq!(inbox.seen()[1].bytes, Err(ErrorKind::ConnectionAborted));
    // And the same file once more, whole.
    assert_eq!(phone.send("long.jpg", &jpeg(5000)).status, 200);
    assert_eq!(session.progress().files.len(), 2);
}
