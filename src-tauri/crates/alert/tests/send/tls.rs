//! Attempts over TLS, with certificates of our own.

use std::io::Write;
use std::sync::Arc;

use crate::server::{Authority, Server, secured, serve, wait_for_the_end};
use crate::web::{answering, page, request};
use crate::{attempt, check, limits, message, web_channel};

#[test]
fn over_tls() {
    let authority = Authority::new();
    let known = [authority.root()];
    let date = "Date: Mon, 23 Nov 2026 02:30:07 GMT\r\n";
    let server_with = |config: &Arc<rustls::ServerConfig>, body: &'static str| {
        let config = config.clone();
        serve(move |socket| {
            let mut wire = secured(socket, &config);
            let heard = request(&mut wire);
            let _ = wire.write_all(page("200 OK", date, body).as_bytes());
            wire.conn.send_close_notify();
            let _ = wire.flush();
            heard
        })
    };
    let good = server_with(&authority.vouches_for("localhost"), r#"{"errcode":0}"#);
    let other_name = server_with(&authority.vouches_for("other.example"), "");
    let old = server_with(&authority.vouched_once_for("localhost"), "");
    let robot = |server: &Server| web_channel("wecom", "https", server.port);
    let outcome = attempt(&robot(&good), &message(), &limits(10_000, &known));
    check("known", &outcome, "sent", false);
    let server_time = outcome.unwrap().server_time.unwrap();
    assert_eq!(server_time.to_rfc3339(), "2026-11-23T02:30:07+00:00");
    for (what, server, roots, code) in [
        (
            "unknown root",
            &good,
            &[][..],
            "alert_certificate_untrusted",
        ),
        (
            "another root",
            &good,
            &[Authority::new().root()][..],
            "alert_certificate_untrusted",
        ),
        (
            "another name",
            &other_name,
            &known[..],
            "alert_certificate_untrusted",
        ),
        ("too old", &old, &known[..], "alert_certificate_time"),
        // A root that is none must not spoil the others.
        (
            "no root",
            &good,
            &[b"x".to_vec(), authority.root()][..],
            "sent",
        ),
    ] {
        let outcome = attempt(&robot(server), &message(), &limits(10_000, roots));
        check(what, &outcome, code, false);
    }
    // The clock of this attempt is two hours off, which no signature survives.
    let refuses = server_with(&authority.vouches_for("localhost"), r#"{"code":19021}"#);
    let bot = web_channel("feishu", "https", refuses.port);
    let outcome = attempt(&bot, &message(), &limits(10_000, &known));
    check("clock", &outcome, "alert_clock_wrong", false);
    // Without TLS anybody could have written the date.
    let plain = answering(page("200 OK", date, r#"{"errcode":0}"#));
    let outcome = attempt(
        &web_channel("wecom", "http", plain.port),
        &message(),
        &limits(10_000, &[]),
    );
    assert_eq!(outcome.unwrap().server_time, None);
    let no_tls = serve(|mut socket| {
        let _ = socket.write_all(page("400 Bad Request", "", "").as_bytes());
        wait_for_the_end(&mut socket);
        String::new()
    });
    let robot = web_channel("wecom", "https", no_tls.port);
    let outcome = attempt(&robot, &message(), &limits(10_000, &known));
    check("no TLS", &outcome, "alert_tls_failed", false);
    let silent = serve(|mut socket| {
        wait_for_the_end(&mut socket);
        String::new()
    });
    let robot = web_channel("wecom", "https", silent.port);
    let outcome = attempt(&robot, &message(), &limits(1_000, &[]));
    check(
        "a handshake that never comes",
        &outcome,
        "alert_timed_out",
        false,
    );
}
