//! Attempts by e-mail.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kaizhang_alert::{AlertError, Channel, Sent};
use serde_json::{Value, json};

use crate::mail_server::{Rules, Said, by_the_rules};
use crate::server::{Authority, Server, closed_port};
use crate::{SECRET, attempt, channel, check, check_unknown_name, limits, message};

pub const TWO: [&str; 2] = ["owner@example.com", "wife@example.com"];

pub fn account(security: &str, port: u16, changes: &Value) -> Channel {
    let mut account = json!({
        "kind": "email", "host": "localhost", "port": port, "security": security,
        "user": "shop@example.com", "password": SECRET, "from": "shop@example.com", "to": ["owner@example.com"],
    });
    for (name, value) in changes.as_object().into_iter().flatten() {
        account[name] = value.clone();
    }
    channel(account)
}

fn outcome_of(rules: Rules, changes: &Value, millis: u64) -> (Server, Result<Sent, AlertError>) {
    let server = rules.serve();
    let account = account("none", server.port, changes);
    let outcome = attempt(&account, &message(), &limits(millis, &[]));
    (server, outcome)
}

fn refused(what: &str, change: fn(&mut Rules), code: &str, is_final: bool) {
    let mut rules = by_the_rules();
    change(&mut rules);
    let (_, outcome) = outcome_of(rules, &Value::Null, 10_000);
    check(what, &outcome, code, is_final);
}

#[test]
fn refusals_of_a_mail_server() {
    let refusal = "alert_mail_refused";
    let busy = "alert_mail_busy";
    let garbage = "alert_answer_unreadable";
    let cut_off = "alert_cut_off";
    refused(
        "greeting 554",
        |r| r.greeting = Said::Line("554 no"),
        refusal,
        true,
    );
    refused(
        "greeting 421",
        |r| r.greeting = Said::Line("421 later"),
        busy,
        false,
    );
    refused(
        "no mail",
        |r| r.greeting = Said::Line("HTTP/1.1 400"),
        garbage,
        false,
    );
    refused("hangs up", |r| r.greeting = Said::HangsUp, cut_off, false);
    refused("EHLO 502", |r| r.abilities = "502 what?", refusal, true);
    let no_way = "alert_mail_no_sign_in";
    refused(
        "no AUTH",
        |r| r.abilities = "250 mail.example",
        no_way,
        true,
    );
    refused(
        "other AUTH",
        |r| r.abilities = "250 AUTH XOAUTH2",
        no_way,
        true,
    );
    let wrong = "alert_mail_sign_in_refused";
    refused(
        "AUTH 535",
        |r| r.sign_in = "535 S3cretS3cret is wrong",
        wrong,
        true,
    );
    refused("AUTH 454", |r| r.sign_in = "454 later", busy, false);
    refused("MAIL 553", |r| r.sender = "553 not yours", refusal, true);
    refused("RCPT 450", |r| r.recipients = &["450 later"], busy, false);
    let nobody = "alert_mail_recipient_refused";
    refused("RCPT 550", |r| r.recipients = &["550 nobody"], nobody, true);
    refused("DATA 451", |r| r.data = "451 later", busy, false);
    refused("letter 554", |r| r.taken = "554 spam", refusal, true);
    refused("letter 452", |r| r.taken = "452 full", busy, false);
    refused("drops", |r| r.drops = true, cut_off, false);
    let nobody = closed_port();
    let closed = account("none", nobody.port, &Value::Null);
    let outcome = attempt(&closed, &message(), &limits(5_000, &[]));
    check("closed port", &outcome, "alert_connection_refused", false);
    let unknown = account("tls", 465, &json!({ "host": "no-such-host.invalid" }));
    check_unknown_name(&unknown);
}

#[test]
fn slow_and_endless_servers_end_with_the_limit() {
    for (what, greeting, code) in [
        ("never", Said::Nothing, "alert_timed_out"),
        ("by the byte", Said::ByteByByte, "alert_timed_out"),
        ("endless", Said::Endless, "alert_answer_unreadable"),
    ] {
        let rules = Rules {
            greeting,
            ..by_the_rules()
        };
        let (_, outcome) = outcome_of(rules, &Value::Null, 1_000);
        check(what, &outcome, code, false);
    }
}

#[test]
fn those_who_can_be_reached_are_reached() {
    let both = json!({ "to": TWO });
    let rules = Rules {
        recipients: &["550 nobody", "250 ok"],
        ..by_the_rules()
    };
    let (server, outcome) = outcome_of(rules, &both, 10_000);
    assert_eq!(outcome.unwrap().left_out, ["owner@example.com"]);
    assert!(server.heard_once().contains("Subject: "));
    // When nobody is taken, one who may be taken later is reason enough to come again.
    let rules = Rules {
        recipients: &["450 later", "550 nobody"],
        ..by_the_rules()
    };
    let (_, outcome) = outcome_of(rules, &both, 10_000);
    check("nobody yet", &outcome, "alert_mail_busy", false);
    let rules = Rules {
        recipients: &["421 bye"],
        ..by_the_rules()
    };
    let (_, outcome) = outcome_of(rules, &both, 10_000);
    check("bye", &outcome, "alert_mail_busy", false);
}

#[test]
fn signing_in() {
    let signed = |abilities, changes: &Value| {
        let rules = Rules {
            abilities,
            ..by_the_rules()
        };
        let (server, outcome) = outcome_of(rules, changes, 10_000);
        check(abilities, &outcome, "sent", false);
        server.heard_once()
    };
    let heard = signed("250-AUTH LOGIN PLAIN\r\n250 x", &Value::Null);
    let plain = STANDARD.encode(format!("\0shop@example.com\0{SECRET}"));
    assert!(
        heard.contains(&format!("AUTH PLAIN {plain}\r\n")),
        "{heard}"
    );
    assert!(heard.starts_with("EHLO ["), "{heard}");
    let heard = signed("250-mail\r\n250 AUTH=LOGIN", &Value::Null);
    let user = STANDARD.encode("shop@example.com");
    let password = STANDARD.encode(SECRET);
    assert!(
        heard.contains(&format!("AUTH LOGIN\r\n{user}\r\n{password}\r\n")),
        "{heard}"
    );
    let nobody = json!({ "user": null, "password": null });
    assert!(!signed("250 AUTH PLAIN", &nobody).contains("AUTH"));
}

#[test]
fn tls_from_the_first_byte_and_by_change() {
    let authority = Authority::new();
    let known = [authority.root()];
    let config = Some(authority.vouches_for("localhost"));
    let offers = "250-mail\r\n250-STARTTLS\r\n250 AUTH PLAIN";
    let at_once = Rules {
        tls_at_once: true,
        config: config.clone(),
        ..by_the_rules()
    };
    let change = Rules {
        abilities: offers,
        config,
        ..by_the_rules()
    };
    let ahead = Rules {
        ahead: "\r\n250-evil\r\n250 AUTH PLAIN",
        ..change.clone()
    };
    let other = Some(authority.vouches_for("other.example"));
    let wrong = Rules {
        config: other,
        ..change.clone()
    };
    for (what, rules, security, roots, code) in [
        ("at once", &at_once, "tls", &known[..], "sent"),
        (
            "at once, unknown",
            &at_once,
            "tls",
            &[][..],
            "alert_certificate_untrusted",
        ),
        ("change", &change, "start_tls", &known[..], "sent"),
        (
            "change, unknown",
            &change,
            "start_tls",
            &[][..],
            "alert_certificate_untrusted",
        ),
        (
            "change, another name",
            &wrong,
            "start_tls",
            &known[..],
            "alert_certificate_untrusted",
        ),
        (
            "words ahead",
            &ahead,
            "start_tls",
            &known[..],
            "alert_answer_unreadable",
        ),
        (
            "not offered",
            &by_the_rules(),
            "start_tls",
            &known[..],
            "alert_mail_no_tls",
        ),
        (
            "TLS to a plain port",
            &by_the_rules(),
            "tls",
            &known[..],
            "alert_tls_failed",
        ),
    ] {
        let server = rules.clone().serve();
        let account = account(security, server.port, &Value::Null);
        let outcome = attempt(&account, &message(), &limits(10_000, roots));
        check(what, &outcome, code, false);
        let heard = server.heard_once();
        let said = ["AUTH", "MAIL"].iter().any(|word| heard.contains(word));
        assert_eq!(said, code == "sent", "{what}: {heard}");
    }
}
