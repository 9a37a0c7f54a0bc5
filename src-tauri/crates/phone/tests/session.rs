//! A session as people use it: over real sockets, from the first look to "done".

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests fail by panicking and measure pauses"
)]

mod support;

use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::time::Instant;

use kaizhang_phone::{FileState, Kind, Limits, PhoneError, Reason, Session, State};
use support::{AT_ONCE, Phone, eventually, jpeg, open, say, setting};

#[test]
fn several_files_and_done() {
    let (session, inbox) = open(Limits::default());
    assert_eq!(session.progress().state, State::Waiting);
    assert!((590..=600).contains(&session.progress().seconds_left));
    let mut phone = Phone::new(&session);
    assert_eq!(phone.look().status, 200);
    assert_eq!(session.progress().state, State::Waiting);
    assert_eq!(phone.start().status, 200);
    assert_eq!(session.progress().state, State::Connected);

    let photo = jpeg(3_000_000);
    let pdf = b"%PDF-1.7\n...".to_vec();
    assert_eq!(phone.send("IMG_1.jpg", &photo).body, "{}");
    assert_eq!(phone.send("%E5%8D%95%E6%8D%AE.pdf", &pdf).status, 200);
    assert_eq!(
        phone.send("IMG_3.HEIC", b"\0\0\0\x18ftypheic....").status,
        200
    );

    let seen = inbox.seen();
    let names: Vec<_> = seen
        .iter()
        .map(|file| (file.name.as_str(), file.kind))
        .collect();
    let wanted = [
        ("IMG_1.jpg", Kind::Jpeg),
        ("单据.pdf", Kind::Pdf),
        ("IMG_3.HEIC", Kind::Heic),
    ];
    assert_eq!(names, wanted);
    assert_eq!(seen[0].bytes.as_ref().unwrap(), &photo);
    assert_eq!((seen[0].announced, seen[1].announced), (3_000_000, 12));

    let files = session.progress().files;
    assert!(
        files
            .iter()
            .all(|file| file.state == FileState::Kept && file.bytes == file.total)
    );
    assert_eq!(files[2].id.as_deref(), Some("id-3"));

    assert_eq!(phone.done().status, 200);
    let progress = eventually(&session, |progress| progress.state == State::Done);
    assert_eq!((progress.files.len(), progress.seconds_left), (3, 0));
    let begun = Instant::now();
    while phone.is_open() {
        assert!(begun.elapsed() < AT_ONCE);
    }
    assert_eq!(session.stop().state, State::Done);
}

#[test]
fn one_connection_serves_many_requests() {
    let (session, inbox) = open(Limits::default());
    let phone = Phone::started(&session);
    let stream = phone.connect();
    for _ in 0..3 {
        let mut request = phone
            .head("PUT", "/file", &[("Content-Length", "1000")])
            .into_bytes();
        request.extend(jpeg(1000));
        assert_eq!(say(&stream, &request).status, 200);
        assert_eq!(
            say(&stream, phone.head("GET", "", &[]).as_bytes()).status,
            200
        );
    }
    // Without a name it still gets one.
    assert!(inbox.seen().iter().all(|file| file.name == "photo"));
}

#[test]
fn looking_takes_nothing() {
    let (session, _) = open(Limits::default());
    let mut phone = Phone::new(&session);
    for agent in ["WeChat preview", "Camera"] {
        assert!(
            phone
                .ask("GET", "", &[("User-Agent", agent)])
                .body
                .contains("phone-start")
        );
        let head = phone.ask("HEAD", "", &[("User-Agent", agent)]);
        assert_eq!((head.status, head.head("set-cookie")), (200, None));
    }
    assert_eq!(session.progress().state, State::Waiting);
    assert_eq!(phone.start().status, 200);
}

#[test]
fn the_first_phone_holds_the_page() {
    let (session, inbox) = open(Limits::default());
    let mut second = Phone::new(&session);
    // Nobody sends before a tap.
    assert_eq!(second.send("x.jpg", &jpeg(100)).refusal(), "other_phone");
    let mut first = Phone::started(&session);
    assert!(second.look().body.contains("已经有一部手机在用了"));
    assert!(!second.look().body.contains("<script"));
    let refused = second.start();
    assert_eq!((refused.status, refused.refusal()), (403, "other_phone"));
    assert_eq!(refused.head("set-cookie"), None);
    assert_eq!(second.send("x.jpg", &jpeg(100)).status, 403);
    assert_eq!(second.done().status, 403);
    second.cookie = "kaizhang_phone=AAAAAAAAAAAAAAAAAAAAAAAAAA".to_owned();
    assert_eq!(second.send("x.jpg", &jpeg(100)).status, 403);
    // The address is not the secret of the one phone.
    second.cookie = format!("kaizhang_phone={}", &second.base[1..]);
    assert_eq!(second.send("x.jpg", &jpeg(100)).status, 403);
    assert!(inbox.seen().is_empty());
    // The first one may have been thrown out of memory by its camera: it starts again and finds what it sent.
    assert_eq!(first.send("IMG_7.jpg", &jpeg(100)).status, 200);
    assert!(first.look().body.contains("IMG_7.jpg"));
    assert_eq!(first.start().status, 200);
    assert_eq!(first.send("b.jpg", &jpeg(100)).status, 200);
}

#[test]
fn two_taps_at_the_same_moment_have_one_winner() {
    for _ in 0..20 {
        let (session, _) = open(Limits::default());
        let taps: Vec<_> = (0..4)
            .map(|_| Phone::new(&session))
            .map(|mut phone| {
                std::thread::Builder::new()
                    .spawn(move || phone.start().status)
                    .unwrap()
            })
            .collect();
        let mut answers: Vec<_> = taps.into_iter().map(|tap| tap.join().unwrap()).collect();
        answers.sort_unstable();
        assert_eq!(answers, [200, 403, 403, 403]);
    }
}

#[test]
fn the_page_speaks_the_phones_language() {
    let (session, _) = open(Limits::default());
    let phone = Phone::new(&session);
    let page = |path, wish| phone.ask("GET", path, &[("Accept-Language", wish)]).body;
    assert!(page("", "en-GB,en;q=0.9").contains("Cover card numbers first"));
    assert!(page("", "zh-CN").contains("先盖住卡号"));
    assert!(page("", "de").contains("先盖住卡号"));
    assert!(page("?lang=en", "zh-CN").contains("lang=\"en\""));
    assert!(page("?lang=zh-CN", "en").contains("lang=\"zh-CN\""));
    assert!(page("?lang=%00%3Cscript%3E", "en").contains("lang=\"en\""));
}

#[test]
fn every_answer_is_guarded() {
    let (session, _) = open(Limits::default());
    let mut phone = Phone::new(&session);
    let (page, other, start) = (phone.look(), phone.look(), phone.start());
    let nothing = phone.ask("GET", "/x", &[]);
    for reply in [&page, &start, &nothing] {
        let head = |name| reply.head(name).unwrap_or("");
        assert_eq!(head("x-content-type-options"), "nosniff");
        assert_eq!(head("referrer-policy"), "no-referrer");
        assert_eq!(head("cache-control"), "no-store");
        assert_eq!(head("cross-origin-opener-policy"), "same-origin");
        assert_eq!(head("cross-origin-resource-policy"), "same-origin");
        let policy = head("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        for part in [
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{policy}");
        }
        assert!(!policy.contains("unsafe") && !policy.contains('*'));
    }
    let policy = page.head("content-security-policy").unwrap();
    let nonce = policy
        .split("script-src 'nonce-")
        .nth(1)
        .unwrap()
        .split('\'')
        .next()
        .unwrap();
    assert!(page.body.contains(&format!("<script nonce=\"{nonce}\">")));
    assert!(policy.contains(&format!("style-src 'nonce-{nonce}'; ")));
    assert!(policy.contains("img-src blob:; connect-src 'self';"));
    assert!(
        !other
            .head("content-security-policy")
            .unwrap()
            .contains(nonce)
    );
    let cookie = start.head("set-cookie").unwrap();
    for part in [
        &format!("; Path={}; ", phone.base),
        "HttpOnly",
        "SameSite=Strict",
        "Max-Age=",
    ] {
        assert!(cookie.contains(part), "{cookie}");
    }
}

#[test]
fn minutes_run_out() {
    let limits = Limits {
        session_s: 1,
        ..Limits::default()
    };
    let (session, _) = open(limits);
    let phone = Phone::started(&session);
    let stream = phone.announce("a.jpg", 1000);
    let progress = eventually(&session, |progress| {
        matches!(progress.state, State::Over(_))
    });
    assert_eq!(progress.state, State::Over(Reason::Expired));
    support::until_closed(&stream);
    assert!(!phone.is_open());
    assert_eq!(session.progress().files[0].state, FileState::Broken);
    assert_eq!(session.stop().state, State::Over(Reason::Expired));
}

#[test]
fn stopping_in_the_middle_of_a_file_is_prompt() {
    let (session, inbox) = open(Limits::default());
    let phone = Phone::started(&session);
    let mut stream = phone.announce("a.jpg", 1_000_000);
    std::io::Write::write_all(&mut stream, &jpeg(500_000)).unwrap();
    eventually(&session, |progress| {
        progress.files.first().is_some_and(|file| file.bytes > 0)
    });
    assert_eq!(session.progress().state, State::Sending);
    assert_eq!(phone.done().refusal(), "still_sending");
    let begun = Instant::now();
    let last = session.stop();
    // The inbox heard of it at once: nobody had to lose patience.
    let taken = begun.elapsed();
    assert!(taken < AT_ONCE, "{taken:?}");
    assert_eq!(last.state, State::Over(Reason::Stopped));
    assert_eq!(last.files[0].state, FileState::Broken);
    assert_eq!(last.files[0].refusal.as_deref(), Some("broken_off"));
    assert_eq!(
        inbox.seen()[0].bytes,
        Err(std::io::ErrorKind::ConnectionAborted)
    );
    // The port is free again.
    drop(stream);
    TcpListener::bind(&phone.host).unwrap();
}

#[test]
fn where_it_may_not_listen() {
    let start = |ip: [u8; 4], port| {
        let mut setting = setting(Limits::default());
        (setting.ip, setting.port) = (Ipv4Addr::from(ip), port);
        Session::start(setting, Arc::new(support::Memory::default())).err()
    };
    for ip in [
        [0, 0, 0, 0],
        [8, 8, 8, 8],
        [224, 0, 0, 1],
        [255, 255, 255, 255],
    ] {
        assert!(
            matches!(start(ip, 0), Some(PhoneError::NotLocal(_))),
            "{ip:?}"
        );
    }
    // 10.255.255.254 is nobody's on a PC that runs tests.
    assert!(matches!(
        start([10, 255, 255, 254], 0),
        Some(PhoneError::Listen(..))
    ));
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    assert!(matches!(
        start([127, 0, 0, 1], port),
        Some(PhoneError::Listen(..))
    ));
}

#[cfg(target_os = "linux")]
#[test]
fn it_listens_on_the_one_address() {
    let (session, _) = open(Limits::default());
    let port = Phone::new(&session)
        .host
        .split(':')
        .nth(1)
        .unwrap()
        .parse()
        .unwrap();
    assert!(std::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok());
    assert!(std::net::TcpStream::connect((Ipv4Addr::new(127, 0, 0, 2), port)).is_err());
}
