//! What a session costs: memory while large files pass, and threads after it. Alone in its process, so that what is
//! measured is its own.

#![cfg(target_os = "linux")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests fail by panicking and measure pauses"
)]

mod support;

use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use kaizhang_phone::{Inbox, Kept, Limits, Offer, Session};
use support::{Phone, hear, jpeg, setting};

/// A disk that is slower than the network.
#[derive(Default)]
struct Slow(AtomicU64);

impl Inbox for Slow {
    fn take(&self, offer: Offer<'_>, source: &mut dyn Read) -> Result<Kept, String> {
        let mut buffer = vec![0; 256 * 1024];
        loop {
            let length = source
                .read(&mut buffer)
                .map_err(|error| error.to_string())?;
            if length == 0 {
                return Ok(Kept {
                    id: offer.name.to_owned(),
                });
            }
            self.0.fetch_add(length as u64, Ordering::Relaxed);
            std::thread::sleep(Duration::from_micros(300));
        }
    }
}

/// The largest resident size so far, in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

fn threads() -> Vec<String> {
    let tasks = std::fs::read_dir("/proc/self/task").unwrap();
    let names =
        tasks.filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("comm")).ok());
    names
        .map(|name| name.trim().to_owned())
        .filter(|name| name.starts_with("phone"))
        .collect()
}

#[test]
fn memory_stays_flat_and_no_thread_stays() {
    const SIZE: u64 = 30 * 1024 * 1024;
    let inbox = Arc::new(Slow::default());
    let session = Session::start(setting(Limits::default()), inbox.clone()).unwrap();
    let phone = Phone::started(&session);
    let piece = jpeg(256 * 1024);
    let send = |name: &str, size: u64| {
        let mut stream = phone.announce(name, size);
        for _ in 0..size / piece.len() as u64 {
            stream.write_all(&piece).unwrap();
        }
        assert_eq!(hear(&stream, false).unwrap().status, 200);
    };
    send("warm.jpg", 1024 * 1024);
    let before = peak();
    let begun = Instant::now();
    for name in ["1.jpg", "2.jpg", "3.jpg"] {
        send(name, SIZE);
    }
    let (grown, taken) = (peak() - before, begun.elapsed());
    println!("90 MiB in {taken:?}; peak grew by {grown} KiB");
    assert!(grown < 4 * 1024, "{grown} KiB");
    assert_eq!(inbox.0.load(Ordering::Relaxed), 3 * SIZE + 1024 * 1024);

    assert!(threads().contains(&"phone".to_owned()), "{:?}", threads());
    let kept = session.stop().files;
    assert_eq!(kept.iter().filter(|file| file.id.is_some()).count(), 4);
    assert_eq!(threads(), [""; 0]);
}
