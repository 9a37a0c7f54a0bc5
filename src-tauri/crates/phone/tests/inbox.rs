//! What the inbox says, and an inbox that fails.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests fail by panicking and measure pauses"
)]

mod support;

use std::io::{Read, Write};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Instant;

use kaizhang_phone::{FileState, Inbox, Kept, Limits, Offer, Session, State};
use support::{AT_ONCE, Phone, eventually, jpeg, setting};

/// Does in `take` what a test wants.
struct Custom<F>(F);

impl<F> Inbox for Custom<F>
where
    F: Fn(&mut dyn Read) -> Result<Kept, String> + Send + Sync,
{
    fn take(&self, _: Offer<'_>, source: &mut dyn Read) -> Result<Kept, String> {
        (self.0)(source)
    }
}

fn custom(take: impl Fn(&mut dyn Read) -> Result<Kept, String> + Send + Sync + 'static) -> Session {
    Session::start(setting(Limits::default()), Arc::new(Custom(take))).unwrap()
}

#[test]
fn what_the_inbox_says_counts() {
    let session = custom(|source| {
        std::io::copy(source, &mut std::io::sink()).unwrap();
        Err("disk_full".to_owned())
    });
    let phone = Phone::started(&session);
    let reply = phone.send("a.jpg", &jpeg(1000));
    assert_eq!((reply.status, reply.refusal()), (500, "not_kept"));
    let file = session.progress().files.remove(0);
    assert_eq!(
        (file.state, file.refusal.as_deref()),
        (FileState::Refused, Some("disk_full"))
    );

    // One that knows enough after the first bytes: the phone is heard out, and told.
    let session = custom(|_| Err("known_already".to_owned()));
    let phone = Phone::started(&session);
    assert_eq!(phone.send("a.jpg", &jpeg(5_000_000)).refusal(), "not_kept");

    // One that says "kept" although the file broke off: half a photo is none.
    let session = custom(|source| {
        let _half = std::io::copy(source, &mut std::io::sink());
        Ok(Kept {
            id: "half".to_owned(),
        })
    });
    let phone = Phone::started(&session);
    drop(phone.announce("a.jpg", 1000));
    eventually(&session, |progress| progress.files.len() == 1);
    let stream = phone.announce("b.jpg", 1000);
    (&stream).write_all(&jpeg(500)).unwrap();
    eventually(&session, |progress| {
        progress.files.len() == 2 && progress.files[1].bytes > 0
    });
    drop(stream);
    let progress = eventually(&session, |progress| progress.state == State::Connected);
    assert!(
        progress
            .files
            .iter()
            .all(|file| file.state == FileState::Broken)
    );
}

#[test]
fn an_inbox_that_panics_breaks_one_file() {
    let first = Mutex::new(true);
    let session = custom(move |source| {
        let was_first = std::mem::replace(&mut *first.lock().unwrap(), false);
        assert!(!was_first, "a defect of the inbox, on purpose");
        std::io::copy(source, &mut std::io::sink()).unwrap();
        Ok(Kept {
            id: "later".to_owned(),
        })
    });
    let phone = Phone::started(&session);
    assert_eq!(phone.send("a.jpg", &jpeg(1000)).refusal(), "not_kept");
    assert_eq!(session.progress().files[0].state, FileState::Broken);
    assert_eq!(phone.send("b.jpg", &jpeg(1000)).status, 200);
}

#[test]
fn an_inbox_that_hangs_holds_nobody_up() {
    let (release, held) = mpsc::channel::<()>();
    let held = Mutex::new(held);
    let session = custom(move |_| {
        let _released = held.lock().unwrap().recv();
        Err("late".to_owned())
    });
    let phone = Phone::started(&session);
    let stream = phone.announce("a.jpg", 100);
    (&stream).write_all(&jpeg(100)).unwrap();
    eventually(&session, |progress| {
        progress.files.first().is_some_and(|file| file.bytes > 0)
    });
    let begun = Instant::now();
    drop(session);
    assert!(begun.elapsed() < AT_ONCE, "{:?}", begun.elapsed());
    assert!(!phone.is_open());
    drop(release);
}
