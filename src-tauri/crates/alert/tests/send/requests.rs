//! What each service is given over the line.

use serde_json::{Value, json};

use crate::web::{answering, page};
use crate::{attempt, check, limits, message, now};

/// What a channel's request looks like, head and body.
fn heard_of(channel: impl Fn(u16) -> Value, answer: &str) -> (String, Value) {
    let server = answering(page("200 OK", "", answer));
    let channel = crate::channel(channel(server.port));
    let outcome = attempt(&channel, &message(), &limits(10_000, &[]));
    check("taken", &outcome, "sent", false);
    let heard = server.heard_once();
    let (head, body) = heard.split_once("\r\n\r\n").unwrap();
    (head.to_owned(), serde_json::from_str(body).unwrap())
}

#[test]
fn each_service_is_given_its_form() {
    let text = "老王面馆：早检迟了 30 分钟\n一号台还没查完。\n\"刷卡\" 和 <扫码> 都没试。";
    let at = |kind: &'static str, extra: Value| {
        move |port: u16| {
            let mut channel =
                json!({ "kind": kind, "url": format!("http://127.0.0.1:{port}/p?a=b") });
            for (name, value) in extra.as_object().unwrap() {
                channel[name] = value.clone();
            }
            channel
        }
    };
    let secret = json!({ "secret": "SEC1" });
    let (head, body) = heard_of(at("wecom", json!({})), r#"{"errcode":0}"#);
    assert!(head.starts_with("POST /p?a=b HTTP/1.1\r\n"), "{head}");
    assert!(
        head.to_lowercase()
            .contains("content-type: application/json; charset=utf-8")
    );
    assert_eq!(body["text"]["content"], text.replace('<', "＜"));
    let (head, body) = heard_of(at("dingtalk", secret.clone()), r#"{"errcode":0}"#);
    let query = format!("POST /p?a=b&timestamp={}&sign=", now().timestamp_millis());
    assert!(head.starts_with(&query), "{head}");
    assert_eq!(body["text"]["content"], text);
    let (_, body) = heard_of(at("feishu", secret), r#"{"code":0}"#);
    assert_eq!(body["timestamp"], now().timestamp().to_string());
    assert_eq!(body["content"]["text"], text.replace('<', "＜"));
    let (_, body) = heard_of(at("server_chan", json!({})), r#"{"code":0}"#);
    assert_eq!(body["title"], "老王面馆：早检迟了 30 分钟");
    assert_eq!(
        body["desp"],
        "一号台还没查完。\n\n\"刷卡\" 和 \\<扫码\\> 都没试。"
    );
    let (head, body) = heard_of(at("json", json!({ "token": "t-1" })), "");
    assert!(
        head.to_lowercase().contains("authorization: bearer t-1"),
        "{head}"
    );
    let id = body["id"].as_str().unwrap().to_owned();
    assert_eq!(id.len(), 32);
    assert_eq!(
        body,
        json!({
            "schema": 1, "id": id, "title": message().title, "text": message().text,
            "at": "2026-11-23T00:30:00.000Z", "shop": "老王面馆", "day": "2026-11-23",
            "tills": ["一号台", "二号台"], "minutes_late": 30,
        })
    );
    let (_, again) = heard_of(at("json", json!({})), "");
    assert_eq!(again["id"], id, "a second try is the same message");
}
