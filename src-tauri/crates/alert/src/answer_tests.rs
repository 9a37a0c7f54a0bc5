//! How answers are judged, status by status and number by number.

use super::*;

fn now() -> DateTime<Utc> {
    http_date("Mon, 23 Nov 2026 00:30:00 GMT").unwrap()
}

fn answer(status: u16, body: &str) -> Answer {
    Answer {
        host: "a.example".to_owned(),
        status,
        retry_after: None,
        server_time: None,
        body: body.as_bytes().to_vec(),
    }
}

fn outcome(answer: &Answer, service: Service) -> (&'static str, bool) {
    match answer.judge(service, now()) {
        Ok(()) => ("taken", false),
        Err(error) => (error.code(), error.is_final()),
    }
}

fn check(service: Service, status: u16, body: &str, code: &str, is_final: bool) {
    let got = outcome(&answer(status, body), service);
    assert_eq!(got, (code, is_final), "{service:?} {status} {body}");
}

#[test]
fn services_say_it_with_a_number() {
    use Service::{DingTalk, Feishu, ServerChan, WeCom};
    let key = ("alert_key_refused", true);
    let slow = ("alert_throttled", false);
    let taken = ("taken", false);
    let unknown = ("alert_service_refused", false);
    let garbage = ("alert_answer_unreadable", false);
    for (service, status, body, (code, is_final)) in [
        (WeCom, 200, r#"{"errcode":0,"errmsg":"ok"}"#, taken),
        (WeCom, 200, r#"{"errcode":93000,"errmsg":"x"}"#, key),
        (WeCom, 200, r#"{"errcode":45009}"#, slow),
        (WeCom, 200, r#"{"errcode":-1}"#, unknown),
        (WeCom, 200, r#"{"errmsg":"ok"}"#, garbage),
        (WeCom, 200, r#"{"errcode":"0"}"#, garbage),
        (WeCom, 200, "", garbage),
        (WeCom, 200, "<html>请先登录", garbage),
        (DingTalk, 200, r#"{"errcode":0}"#, taken),
        (DingTalk, 200, r#"{"errcode":310000}"#, key),
        (DingTalk, 200, r#"{"errcode":400102}"#, key),
        (DingTalk, 200, r#"{"errcode":130101}"#, slow),
        (DingTalk, 200, r#"{"errcode":410100}"#, slow),
        (Feishu, 200, r#"{"code":0,"StatusCode":0}"#, taken),
        (Feishu, 200, r#"{"StatusCode":0}"#, taken),
        // The old field is there for old callers and says nothing against the new one.
        (Feishu, 200, r#"{"code":19024,"StatusCode":0}"#, key),
        (Feishu, 200, r#"{"code":19021}"#, key),
        (Feishu, 200, r#"{"code":11232}"#, slow),
        (Feishu, 400, r#"{"code":9499}"#, ("alert_refused", true)),
        (ServerChan, 200, r#"{"code":0,"message":""}"#, taken),
        (
            ServerChan,
            400,
            r#"{"code":40001,"message":"错误的Key"}"#,
            key,
        ),
        (
            ServerChan,
            400,
            r#"{"code":40001,"message":"[AUTH]超过当天的发送次数限制[5]"}"#,
            slow,
        ),
        (ServerChan, 200, r#"{"code":7}"#, unknown),
        // A good number on a bad page is no success.
        (
            ServerChan,
            500,
            r#"{"code":0}"#,
            ("alert_server_failed", false),
        ),
    ] {
        check(service, status, body, code, is_final);
    }
}

#[test]
fn a_status_alone() {
    for service in [Service::Plain, Service::WeCom] {
        for (status, code, is_final) in [
            (301, "alert_redirected", true),
            (302, "alert_redirected", false),
            (307, "alert_redirected", false),
            (308, "alert_redirected", true),
            (400, "alert_refused", true),
            (401, "alert_key_refused", true),
            (403, "alert_key_refused", true),
            (404, "alert_refused", true),
            (408, "alert_server_failed", false),
            (429, "alert_throttled", false),
            (500, "alert_server_failed", false),
            (503, "alert_server_failed", false),
        ] {
            check(service, status, "x", code, is_final);
        }
    }
    for status in [200, 202, 204, 299] {
        check(Service::Plain, status, "", "taken", false);
    }
}

#[test]
fn a_service_may_ask_for_time() {
    let wait = |status: u16, text: &str, server_time: Option<DateTime<Utc>>| {
        let answer = Answer {
            retry_after: Some(text.to_owned()),
            server_time,
            ..answer(status, "")
        };
        let error = answer.judge(Service::Plain, now()).unwrap_err();
        error.retry_after().map(|wait| wait.as_secs())
    };
    assert_eq!(wait(429, "120", None), Some(120));
    assert_eq!(wait(503, " 7 ", None), Some(7));
    assert_eq!(wait(429, "soon", None), None);
    assert_eq!(wait(429, "-1", None), None);
    assert_eq!(wait(429, "99999999999999999999", None), None);
    assert_eq!(wait(429, "9999999", None), Some(24 * 3600));
    assert_eq!(wait(429, "Mon, 23 Nov 2026 00:31:00 GMT", None), Some(60));
    assert_eq!(wait(429, "Mon, 23 Nov 2026 00:29:00 GMT", None), Some(0));
    // Counted from the peer's own clock, since ours may be wrong.
    let ahead = http_date("Mon, 23 Nov 2026 00:30:50 GMT");
    assert_eq!(wait(429, "Mon, 23 Nov 2026 00:31:00 GMT", ahead), Some(10));
    assert_eq!(wait(404, "120", None), None);
}

#[test]
fn a_signature_that_no_key_could_save_is_the_clocks_fault() {
    let refused = |server_time: &str| {
        let answer = Answer {
            server_time: http_date(server_time),
            ..answer(200, r#"{"code":19021}"#)
        };
        answer.judge(Service::Feishu, now()).unwrap_err()
    };
    let error = refused("Mon, 23 Nov 2026 02:30:00 GMT");
    assert_eq!(
        (error.code(), error.is_final()),
        ("alert_clock_wrong", false)
    );
    assert_eq!(error.params()["minutes"], 120);
    assert_eq!(
        refused("Mon, 23 Nov 2026 00:50:00 GMT").code(),
        "alert_key_refused"
    );
    assert_eq!(refused("gestern").code(), "alert_key_refused");
}
