//! The letter, read back by a reader that is not ours.

use kaizhang_alert::Message;
use mail_parser::MessageParser;
use serde_json::json;

use crate::mail::{TWO, account};
use crate::mail_server::by_the_rules;
use crate::{attempt, check, limits, message, now};

/// The letter that a server took.
fn letter(heard: &str) -> String {
    let (_, rest) = heard.split_once("<<<").expect("no letter");
    rest.split_once(">>>").unwrap().0.to_owned()
}

/// Delivers a message and reads it back.
fn delivered(message: &Message) -> String {
    let server = by_the_rules().serve();
    let account = account("none", server.port, &json!({ "to": TWO }));
    let outcome = attempt(&account, message, &limits(10_000, &[]));
    check("delivered", &outcome, "sent", false);
    let heard = server.heard_once();
    assert!(heard.contains("MAIL FROM:<shop@example.com>\r\nRCPT TO:<owner@example.com>\r\nRCPT TO:<wife@example.com>\r\n"));
    letter(&heard)
}

fn check_letter(title: &str, text: &str) {
    let told = Message {
        title: title.to_owned(),
        text: text.to_owned(),
        ..message()
    };
    let letter = delivered(&told);
    assert!(letter.is_ascii(), "{letter}");
    let read = MessageParser::default().parse(&letter).unwrap();
    assert_eq!(read.subject().unwrap_or_default(), title);
    let body = read.body_text(0).unwrap().replace("\r\n", "\n");
    assert_eq!(body.strip_suffix('\n').unwrap_or(&body), text);
    let from = read.from().unwrap().first().unwrap();
    assert_eq!(from.name(), Some("老王面馆"));
    assert_eq!(from.address(), Some("shop@example.com"));
    let to: Vec<_> = read
        .to()
        .unwrap()
        .iter()
        .map(|one| one.address().unwrap().to_owned())
        .collect();
    assert_eq!(to, TWO);
    assert_eq!(read.date().unwrap().to_timestamp(), now().timestamp());
    let id = read.message_id().unwrap().to_owned();
    assert!(id.ends_with("@example.com"), "{id}");
    let content_type = read.header_raw("Content-Type").unwrap();
    assert!(content_type.contains("text/plain") && content_type.contains("utf-8"));
    assert_eq!(
        read.header_raw("Auto-Submitted").unwrap().trim(),
        "auto-generated"
    );
    let letter = delivered(&told);
    let again = MessageParser::default()
        .parse(&letter)
        .unwrap()
        .message_id()
        .unwrap()
        .to_owned();
    assert_eq!(again, id, "a second try is the same letter");
}

#[test]
fn a_letter_arrives_as_it_was_written() {
    check_letter(&message().title, &message().text);
    check_letter("Late", "plain");
    check_letter(&"一个很长的标题".repeat(12), "x");
    check_letter("点", ".\n..\n.hidden\nQUIT\n\n.");
    check_letter("Dots", ".\r\n.a\n..".replace('\r', "").as_str());
    check_letter("Long", &"x".repeat(3_000));
    check_letter("长", &"一".repeat(1_500));
    check_letter("=?utf-8?B?eA==?=", "=3D = \t tab \n trailing  ");
    check_letter("\"引号\", <b@example.com>; (x)", "From here\n>From there");
}

#[test]
fn no_text_becomes_a_header_or_a_command() {
    let told = Message {
        title: "迟了\r\nBcc: evil@example.com".to_owned(),
        text: "a\r\n.\r\nMAIL FROM:<evil@example.com>\r\n\rRCPT\0".to_owned(),
        shop: "店\r\nTo: evil@example.com\n\n".to_owned(),
        ..message()
    };
    let letter = delivered(&told);
    let read = MessageParser::default().parse(&letter).unwrap();
    assert_eq!(read.subject(), Some("迟了  Bcc: evil@example.com"));
    assert!(read.bcc().is_none());
    assert_eq!(read.to().unwrap().iter().count(), 2);
    let body = read.body_text(0).unwrap().replace("\r\n", "\n");
    assert_eq!(
        body.trim_end(),
        "a\n.\nMAIL FROM:<evil@example.com>\n\nRCPT"
    );
}
