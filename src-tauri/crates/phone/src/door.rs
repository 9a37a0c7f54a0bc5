//! Who may ask for what.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};

use hyper::body::Incoming;
use hyper::header::{self, HeaderMap};
use hyper::{Method, Request};
use percent_encoding::percent_decode_str;

use crate::answer::{self, Answer, COOKIE, Refusal};
use crate::board::Board;
use crate::keys::{Keys, same};
use crate::page::{self, Standing};
use crate::{Inbox, Language, upload};

/// Everything that answering needs.
pub(crate) struct Door {
    pub(crate) keys: Keys,
    /// The address and port that a request must name, in digits.
    pub(crate) host: String,
    pub(crate) language: Language,
    pub(crate) board: Arc<Board>,
    pub(crate) inbox: Arc<dyn Inbox>,
    pub(crate) nonces: AtomicU64,
}

/// How much a connection is worth keeping when others knock.
pub(crate) struct Worth(AtomicU8);

impl Worth {
    const STRANGER: u8 = 0;
    const PHONE: u8 = 1;
    const SENDING: u8 = 2;

    pub(crate) fn new() -> Self {
        Self(AtomicU8::new(Self::STRANGER))
    }

    /// Less is given up first; what is sending is never given up.
    pub(crate) fn get(&self) -> Option<u8> {
        let worth = self.0.load(Ordering::Relaxed);
        (worth < Self::SENDING).then_some(worth)
    }

    fn set(&self, worth: u8) {
        self.0.store(worth, Ordering::Relaxed);
    }
}

impl Door {
    pub(crate) async fn answer(&self, request: Request<Incoming>, worth: &Worth) -> Answer {
        let Some(act) = self.meant(&request) else {
            return answer::nothing();
        };
        let mine = self.knows(request.headers());
        if mine {
            worth.set(Worth::PHONE);
        }
        match act {
            Act::Look => self.show(&request, mine),
            Act::Start => self.start(mine, worth),
            Act::File if mine => {
                worth.set(Worth::SENDING);
                let answer = self.take(request).await;
                worth.set(Worth::PHONE);
                answer
            }
            Act::Done if mine => answer::closing(answer::verdict(self.board.finish())),
            Act::File | Act::Done => answer::closing(answer::verdict(Err(Refusal::OtherPhone))),
        }
    }

    /// What a request wants, if it is one of ours in every respect.
    fn meant(&self, request: &Request<Incoming>) -> Option<Act> {
        let heads = request.headers();
        let mut hosts = heads.get_all(header::HOST).iter();
        let host = hosts.next().filter(|_| hosts.next().is_none());
        // A page of another origin cannot name us so, whatever its own name was made to point at.
        if host.is_none_or(|host| host.as_bytes() != self.host.as_bytes())
            || request.uri().authority().is_some()
            || !self.is_own_page(heads)
        {
            return None;
        }
        let path = request.uri().path().strip_prefix('/')?;
        let (token, rest) = path
            .split_once('/')
            .map_or((path, None), |(token, rest)| (token, Some(rest)));
        if !same(token, &self.keys.token) {
            return None;
        }
        match (request.method(), rest) {
            (&Method::GET | &Method::HEAD, None) => Some(Act::Look),
            (&Method::POST, Some("start")) => Some(Act::Start),
            (&Method::PUT, Some("file")) => Some(Act::File),
            (&Method::POST, Some("done")) => Some(Act::Done),
            _ => None,
        }
    }

    /// Browsers that hide where a request comes from say `null`, ours among them for its own page.
    fn is_own_page(&self, heads: &HeaderMap) -> bool {
        heads.get(header::ORIGIN).is_none_or(|origin| {
            origin == "null"
                || origin
                    .to_str()
                    .is_ok_and(|origin| origin.strip_prefix("http://") == Some(&self.host))
        })
    }

    /// Whether a request carries the cookie of the one phone.
    fn knows(&self, heads: &HeaderMap) -> bool {
        let lines = heads.get_all(header::COOKIE).iter();
        let mut cookies = lines
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|cookie| cookie.trim().split_once('='));
        self.board.is_claimed()
            && cookies.any(|(name, value)| name == COOKIE && same(value, &self.keys.cookie))
    }

    fn show(&self, request: &Request<Incoming>, mine: bool) -> Answer {
        let standing = match (self.board.is_claimed(), mine) {
            (false, _) => Standing::Free,
            (true, true) => Standing::Mine,
            (true, false) => Standing::Taken,
        };
        let chosen = request
            .uri()
            .query()
            .and_then(|query| query.strip_prefix("lang="));
        let asked = request
            .headers()
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|wish| wish.to_str().ok());
        let language = chosen
            .and_then(Language::named)
            .or_else(|| asked.and_then(Language::asked))
            .unwrap_or(self.language);
        let nonce = self.keys.nonce(self.nonces.fetch_add(1, Ordering::Relaxed));
        let html = page::render(standing, language, &nonce, &self.keys.token, &self.board);
        answer::page(html, &nonce)
    }

    fn start(&self, mine: bool, worth: &Worth) -> Answer {
        if !mine && !self.board.claim() {
            return answer::closing(answer::verdict(Err(Refusal::OtherPhone)));
        }
        worth.set(Worth::PHONE);
        answer::with_cookie(
            answer::verdict(Ok(())),
            &self.keys.cookie,
            &self.keys.token,
            self.board.seconds_left(),
        )
    }

    async fn take(&self, request: Request<Incoming>) -> Answer {
        let name = file_name(request.headers());
        let verdict = upload::receive(&self.board, &self.inbox, &name, request.into_body()).await;
        let answer = answer::verdict(verdict);
        match verdict {
            Ok(()) => answer,
            Err(_) => answer::closing(answer),
        }
    }
}

/// The four things that can be asked.
enum Act {
    Look,
    Start,
    File,
    Done,
}

/// The last part of what the phone calls the file, else as it came.
fn file_name(heads: &HeaderMap) -> String {
    let header = heads.get("x-name").and_then(|name| name.to_str().ok());
    let name = percent_decode_str(header.unwrap_or_default()).decode_utf8_lossy();
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    if last.is_empty() {
        return "photo".to_owned();
    }
    last.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &str, name: &str) {
        let mut heads = HeaderMap::new();
        heads.insert("x-name", header.parse().unwrap());
        assert_eq!(file_name(&heads), name, "{header}");
    }

    #[test]
    fn a_name_is_its_last_part_as_it_came() {
        check("IMG_0001.jpg", "IMG_0001.jpg");
        check("..%2F..%2Fetc%2Fpasswd", "passwd");
        check("C%3A%5CWindows%5Cx.jpg", "x.jpg");
        check("%E6%94%B6%E9%93%B6%E5%8F%B0.jpg", "收银台.jpg");
        check("a%00b.jpg", "a\0b.jpg");
        check("a%E2%80%AEgpj.exe", "a\u{202E}gpj.exe");
        check("..", "..");
        check("%FF%FE.jpg", "\u{FFFD}\u{FFFD}.jpg");
        check("100%.jpg", "100%.jpg");
        check("a%2F", "photo");
        check("", "photo");
        let long = "x".repeat(300);
        check(&long, &long);
    }
}
