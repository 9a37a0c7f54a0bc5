//! A phone made of plain sockets, and an inbox that remembers.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "shared by test binaries that fail by panicking, measure pauses, and use a part each"
)]

use std::fmt::Write as _;
use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use kaizhang_phone::{Inbox, Kept, Kind, Language, Limits, Offer, Progress, Session, Setting};

/// Without waiting for anybody's patience, of which the shortest has ten seconds, however busy this machine is.
pub const AT_ONCE: Duration = Duration::from_secs(5);

/// What the inbox saw of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub name: String,
    pub kind: Kind,
    pub announced: u64,
    /// What it read, or how reading ended.
    pub bytes: Result<Vec<u8>, ErrorKind>,
}

/// Reads everything and remembers it.
#[derive(Default)]
pub struct Memory {
    pub seen: Mutex<Vec<Seen>>,
}

impl Memory {
    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }
}

impl Inbox for Memory {
    fn take(&self, offer: Offer<'_>, source: &mut dyn Read) -> Result<Kept, String> {
        let mut all = Vec::new();
        let read = source.read_to_end(&mut all);
        let failed = read
            .as_ref()
            .err()
            .map(|error| format!("{:?}", error.kind()));
        let mut seen = self.seen.lock().unwrap();
        seen.push(Seen {
            name: offer.name.to_owned(),
            kind: offer.kind,
            announced: offer.bytes,
            bytes: read.map(|_| all).map_err(|error| error.kind()),
        });
        failed.map_or(
            Ok(Kept {
                id: format!("id-{}", seen.len()),
            }),
            Err,
        )
    }
}

/// Different chance for each session, the same in each run.
pub fn chance() -> [u8; 32] {
    static COUNT: AtomicU8 = AtomicU8::new(1);
    [COUNT.fetch_add(1, Ordering::Relaxed); 32]
}

pub fn setting(limits: Limits) -> Setting {
    Setting {
        ip: Ipv4Addr::LOCALHOST,
        port: 0,
        limits,
        language: Language::Chinese,
        chance: chance(),
    }
}

pub fn open(limits: Limits) -> (Session, Arc<Memory>) {
    let inbox = Arc::new(Memory::default());
    let session = Session::start(setting(limits), inbox.clone()).unwrap();
    (session, inbox)
}

pub struct Reply {
    pub status: u16,
    pub heads: String,
    pub body: String,
}

impl Reply {
    pub fn head(&self, name: &str) -> Option<&str> {
        self.heads.lines().find_map(|line| {
            let (known, value) = line.split_once(':')?;
            known.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    pub fn refusal(&self) -> &str {
        let rest = self.body.strip_prefix(r#"{"refusal":""#);
        rest.and_then(|rest| rest.strip_suffix(r#""}"#))
            .unwrap_or("")
    }
}

/// A phone's browser, so far as it matters.
#[derive(Clone)]
pub struct Phone {
    /// As in `127.0.0.1:41234`.
    pub host: String,
    /// As in `/MZXW6YTBOI`.
    pub base: String,
    pub cookie: String,
}

impl Phone {
    pub fn new(session: &Session) -> Self {
        let rest = session.address().strip_prefix("http://").unwrap();
        let (host, token) = rest.split_once('/').unwrap();
        Self {
            host: host.to_owned(),
            base: format!("/{token}"),
            cookie: String::new(),
        }
    }

    /// A phone that has tapped "start".
    pub fn started(session: &Session) -> Self {
        let mut phone = Self::new(session);
        assert_eq!(phone.start().status, 200);
        phone
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(15)))
            .unwrap();
        stream
    }

    pub fn head(&self, method: &str, path: &str, more: &[(&str, &str)]) -> String {
        let (host, base) = (&self.host, &self.base);
        let mut head = format!("{method} {base}{path} HTTP/1.1\r\nHost: {host}\r\n");
        if !self.cookie.is_empty() {
            write!(head, "Cookie: other=1; {}\r\n", self.cookie).unwrap();
        }
        for (name, value) in more {
            write!(head, "{name}: {value}\r\n").unwrap();
        }
        head + "\r\n"
    }

    pub fn ask(&self, method: &str, path: &str, more: &[(&str, &str)]) -> Reply {
        say(&self.connect(), self.head(method, path, more).as_bytes())
    }

    pub fn look(&self) -> Reply {
        self.ask("GET", "", &[])
    }

    pub fn start(&mut self) -> Reply {
        let reply = self.ask("POST", "/start", &[("Content-Length", "0")]);
        if let Some(cookie) = reply.head("set-cookie") {
            cookie
                .split(';')
                .next()
                .unwrap()
                .clone_into(&mut self.cookie);
        }
        reply
    }

    pub fn done(&self) -> Reply {
        self.ask("POST", "/done", &[("Content-Length", "0")])
    }

    /// A connection that has announced a file of `length` bytes.
    pub fn announce(&self, name: &str, length: u64) -> TcpStream {
        let length = length.to_string();
        let head = self.head(
            "PUT",
            "/file",
            &[("X-Name", name), ("Content-Length", &length)],
        );
        let stream = self.connect();
        (&stream).write_all(head.as_bytes()).unwrap();
        stream
    }

    pub fn send(&self, name: &str, bytes: &[u8]) -> Reply {
        say(&self.announce(name, bytes.len() as u64), bytes)
    }

    /// Whether somebody listens there.
    pub fn is_open(&self) -> bool {
        TcpStream::connect(&self.host).is_ok()
    }
}

/// Says something and hears the whole answer.
pub fn say(stream: &TcpStream, bytes: &[u8]) -> Reply {
    let mut stream = stream;
    stream.write_all(bytes).unwrap();
    hear(stream, bytes.starts_with(b"HEAD")).unwrap()
}

/// The next answer on a connection; `None` when it ends without one.
pub fn hear(mut stream: &TcpStream, headless: bool) -> Option<Reply> {
    let mut heads = Vec::new();
    while !heads.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        match stream.read(&mut byte) {
            Ok(1) => heads.push(byte[0]),
            Ok(_) => return None,
            Err(error) if error.kind() == ErrorKind::ConnectionReset => return None,
            Err(error) => panic!("no answer: {error}"),
        }
    }
    let heads = String::from_utf8(heads).unwrap();
    let status = heads.split(' ').nth(1).unwrap().parse().unwrap();
    if status == 100 {
        return hear(stream, headless);
    }
    let mut reply = Reply {
        status,
        heads,
        body: String::new(),
    };
    let length = reply
        .head("content-length")
        .map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; if headless { 0 } else { length }];
    stream.read_exact(&mut body).unwrap();
    reply.body = String::from_utf8(body).unwrap();
    Some(reply)
}

/// Waits until the other side has closed; how long that took.
pub fn until_closed(mut stream: &TcpStream) -> Duration {
    let begun = Instant::now();
    let mut rest = [0; 4096];
    loop {
        match stream.read(&mut rest) {
            Ok(0) => return begun.elapsed(),
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::ConnectionReset => return begun.elapsed(),
            Err(error) => panic!("still open: {error}"),
        }
    }
}

/// Whether the other side has closed, without waiting.
pub fn is_closed(mut stream: &TcpStream) -> bool {
    stream.set_nonblocking(true).unwrap();
    let seen = stream.read(&mut [0; 64]);
    stream.set_nonblocking(false).unwrap();
    match seen {
        Ok(0) => true,
        Ok(_) => false,
        Err(error) => error.kind() != ErrorKind::WouldBlock,
    }
}

/// Waits for something that has to come soon.
pub fn eventually(session: &Session, what: impl Fn(&Progress) -> bool) -> Progress {
    let begun = Instant::now();
    loop {
        let progress = session.progress();
        if what(&progress) {
            return progress;
        }
        assert!(begun.elapsed() < Duration::from_secs(10), "{progress:?}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

pub fn jpeg(length: usize) -> Vec<u8> {
    let mut bytes = vec![0x5A; length];
    bytes[..4].copy_from_slice(b"\xFF\xD8\xFF\xE0");
    for (index, byte) in bytes.iter_mut().enumerate().skip(4) {
        *byte = u8::try_from(index % 251).unwrap();
    }
    bytes
}
