//! What may be typed, what becomes of it, and what is refused.

use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(channel: Value) -> Channel {
    serde_json::from_value(channel).unwrap()
}

/// `kept` names the field to look at and its final form, or the code of the refusal.
fn check(channel: Value, kept: Result<(&str, Value), &str>) {
    let got = read(channel.clone()).checked();
    match (got, kept) {
        (Ok(got), Ok((field, kept))) => {
            let again = got.clone().checked().unwrap();
            assert_eq!(again, got, "a second check changes it");
            assert_eq!(serde_json::to_value(got).unwrap()[field], kept);
        }
        (Err(error), Err(code)) => assert_eq!(error.code(), code, "{channel}"),
        (got, kept) => panic!("{channel}: {got:?}, expected {kept:?}"),
    }
}

fn url(kind: &str, url: &str, kept: Result<&str, &str>) {
    check(
        json!({ "kind": kind, "url": url }),
        kept.map(|kept| ("url", kept.into())),
    );
}

#[test]
fn web_addresses() {
    let good = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0-1";
    for kind in ["wecom", "dingtalk", "feishu", "server_chan", "json"] {
        url(kind, good, Ok(good));
        url(kind, &format!("  {good}\n"), Ok(good));
        url(kind, "http://example.com/x", Err("alert_url_not_https"));
    }
    url(
        "json",
        "https://EXAMPLE.com:443",
        Ok("https://example.com/"),
    );
    url("json", "https://a.example/x#y", Ok("https://a.example/x"));
    url("json", "http://localhost:8/x", Ok("http://localhost:8/x"));
    url("json", "http://192.168.1.9/x", Ok("http://192.168.1.9/x"));
    url("json", "http://[::1]/x", Ok("http://[::1]/x"));
    url("json", "http://[fd00::7]/x", Ok("http://[fd00::7]/x"));
    url("json", "http://169.254.3.4/", Ok("http://169.254.3.4/"));
    url(
        "json",
        "http://[::ffff:10.0.0.1]/",
        Ok("http://[::ffff:a00:1]/"),
    );
    // A browser's spellings of a number end up as the number, and only then is it looked at.
    url("json", "http://2130706433/", Ok("http://127.0.0.1/"));
    for far in [
        "http://8.8.8.8/",
        "http://134744072/",
        "http://172.32.0.1/",
        "http://[2001:db8::1]/",
        "http://[::ffff:8.8.8.8]/",
        "http://nas.local/",
        "http://localhost.example.com/",
    ] {
        url("json", far, Err("alert_url_not_https"));
    }
    for bad in [
        "",
        "x",
        "example.com/x",
        "https://",
        "https:///",
        "ftp://example.com/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/plain,x",
        "https://a b.example/",
        "https://a.example/x y",
        "https://a.example/钥匙",
        "https://a.example/x\u{200b}",
        "https://钥匙.example/",
        "https://a.example:70000/",
    ] {
        url("json", bad, Err("alert_url_unreadable"));
    }
    url("json", "https://a.example:0/", Err("alert_port"));
    for login in ["https://u@a.example/", "https://u:p@a.example/"] {
        url("json", login, Err("alert_url_has_login"));
    }
    for control in ["\0", "\r\nX: 1", "\n", "\t", "\u{7f}", "\u{85}"] {
        let typed = format!("https://a.example/x{control}y");
        url("json", &typed, Err("alert_field_has_control"));
    }
    let long = format!("https://a.example/{}", "x".repeat(2_000));
    url("json", &long, Err("alert_field_too_long"));
}

#[test]
fn send_keys() {
    let key = |typed: &str, kept| url("server_chan", typed, kept);
    key(
        "SCT1234TabcdEFGH",
        Ok("https://sctapi.ftqq.com/SCT1234TabcdEFGH.send"),
    );
    key(
        " sctp123tAbcdefgh9 ",
        Ok("https://123.push.ft07.com/send/sctp123tAbcdefgh9.send"),
    );
    for bad in [
        "",
        "SCT",
        "SCT1234",
        "SCU1234Tabcdefghijkl",
        "sct1234Tabcdefghijkl",
        "sctpabcdefghijk",
        "sctptabcdefghij",
        "sctp12xtabcdefgh",
        "sctp12tabc",
        "SCT1234Tabcd/../../x",
        "SCT1234Tabcd.example",
        "sctp1.evil.exampletabcdefgh",
        "SCT1234Tabc defgh",
    ] {
        key(bad, Err("alert_send_key_unreadable"));
    }
    key(
        &format!("SCT{}", "a".repeat(200)),
        Err("alert_send_key_unreadable"),
    );
    key("SCT1234Tabcd\nefgh", Err("alert_field_has_control"));
}

#[test]
fn secrets_and_tokens() {
    let with = |kind: &str, field: &str, typed: &str, kept: Result<Value, &str>| {
        let channel = json!({ "kind": kind, "url": "https://a.example/", field: typed });
        check(channel, kept.map(|kept| (field, kept)));
    };
    for kind in ["dingtalk", "feishu"] {
        with(kind, "secret", " SEC1 ", Ok(json!("SEC1")));
        with(kind, "secret", "  ", Ok(Value::Null));
        with(kind, "secret", "a\rb", Err("alert_field_has_control"));
        let long = "s".repeat(257);
        with(kind, "secret", &long, Err("alert_field_too_long"));
    }
    with("json", "token", "abc.DEF-_~+/=", Ok(json!("abc.DEF-_~+/=")));
    with("json", "token", "a b", Err("alert_token_unreadable"));
    with("json", "token", "钥匙", Err("alert_token_unreadable"));
    with("json", "token", "a\r\nX: y", Err("alert_field_has_control"));
    let long = "t".repeat(4_097);
    with("json", "token", &long, Err("alert_field_too_long"));
}

fn mail_with(changes: Value) -> Value {
    let mut channel = json!({
        "kind": "email", "host": "smtp.example.com", "port": 465, "security": "tls",
        "user": "shop@example.com", "password": "p", "from": "shop@example.com", "to": ["owner@example.com"],
    });
    for (name, value) in changes.as_object().unwrap() {
        channel[name] = value.clone();
    }
    channel
}

fn email(changes: Value, kept: Result<(&str, Value), &str>) {
    check(mail_with(changes), kept);
}

#[test]
fn mail_accounts() {
    email(
        json!({ "host": " SMTP.example.com " }),
        Ok(("host", "smtp.example.com".into())),
    );
    for host in [
        "",
        "a b",
        "smtp_.x/",
        "smtp.example.com:465",
        "a\u{200b}.b",
        "邮件.cn",
    ] {
        email(json!({ "host": host }), Err("alert_mail_host_unreadable"));
    }
    email(json!({ "host": "a\nb" }), Err("alert_field_has_control"));
    for port in [0, 65_536, 4_000_000_000_u32] {
        email(json!({ "port": port }), Err("alert_port"));
    }
    email(json!({ "port": 65_535 }), Ok(("port", 65_535.into())));
    let far = json!({ "security": "none" });
    email(far, Err("alert_mail_not_encrypted"));
    for near in ["127.0.0.1", "192.168.0.2", "::1", "localhost"] {
        email(
            json!({ "security": "none", "host": near }),
            Ok(("host", near.into())),
        );
    }
    email(json!({ "user": "" }), Err("alert_mail_login_incomplete"));
    email(
        json!({ "password": null }),
        Err("alert_mail_login_incomplete"),
    );
    email(
        json!({ "user": null, "password": " " }),
        Ok(("password", Value::Null)),
    );
    email(
        json!({ "password": "a\0b" }),
        Err("alert_field_has_control"),
    );
    email(
        json!({ "password": "密码" }),
        Ok(("password", "密码".into())),
    );
}

#[test]
fn mail_addresses() {
    for bad in [
        "",
        "owner",
        "@example.com",
        "owner@",
        "a b@example.com",
        "<a@example.com>",
        "店主@example.com",
        "a@example.com, b@example.com",
        "a@example.com>\u{20}SIZE=1",
        "\"a b\"@example.com",
        "店 <a@example.com>",
        ".a@example.com",
        "a..b@example.com",
        "a@b@example.com",
        "a@-example.com",
        "a@exa_mple..com",
    ] {
        let code = Err("alert_mail_address_unreadable");
        email(json!({ "from": bad }), code.clone());
        email(json!({ "to": ["owner@example.com", bad] }), code);
    }
    for control in [
        "a@example.com\r\nRCPT TO:<b@example.com>",
        "a\0@example.com",
    ] {
        email(json!({ "from": control }), Err("alert_field_has_control"));
    }
    let long = format!("{}@example.com", "a".repeat(65));
    email(
        json!({ "from": long }),
        Err("alert_mail_address_unreadable"),
    );
    for good in [
        "a@localhost",
        "first.last+shop@mail.example.com",
        "10000@qq.com",
    ] {
        email(json!({ "from": good }), Ok(("from", good.into())));
    }
    email(json!({ "to": [] }), Err("alert_mail_recipient_needed"));
    email(
        json!({ "to": ["a@example.com", " a@example.com", "b@example.com"] }),
        Ok(("to", json!(["a@example.com", "b@example.com"]))),
    );
    let many: Vec<String> = (0..11).map(|n| format!("a{n}@example.com")).collect();
    email(json!({ "to": many }), Err("alert_mail_too_many"));
}

#[test]
fn unknown_fields_and_kinds_are_refused() {
    for bad in [
        json!({ "kind": "wecom", "url": "https://a.example/", "secret": "x" }),
        json!({ "kind": "sms", "url": "https://a.example/" }),
        json!({ "url": "https://a.example/" }),
        json!({ "kind": "wecom" }),
        mail_with(json!({ "bcc": "x" })),
        mail_with(json!({ "security": "ssl" })),
        mail_with(json!({ "port": -1 })),
    ] {
        assert!(
            serde_json::from_value::<Channel>(bad.clone()).is_err(),
            "{bad}"
        );
    }
}

#[test]
fn what_is_shown_of_a_channel_holds_no_secret() {
    let secret = "S3cret";
    let channels = [
        json!({ "kind": "wecom", "url": "https://a.example/S3cret?key=S3cret" }),
        json!({ "kind": "dingtalk", "url": "https://a.example/?access_token=S3cret", "secret": "S3cret" }),
        json!({ "kind": "feishu", "url": "https://a.example/hook/S3cret", "secret": "S3cret" }),
        json!({ "kind": "server_chan", "url": "https://a.example/S3cret.send" }),
        // As typed, before the check.
        json!({ "kind": "server_chan", "url": "SCTS3cretS3cret" }),
        json!({ "kind": "wecom", "url": "S3cret" }),
        json!({ "kind": "json", "url": "https://u:S3cret@a.example/S3cret", "token": "S3cret" }),
        mail_with(json!({ "host": "a.example", "password": "S3cret" })),
    ];
    for typed in channels {
        let channel = read(typed.clone());
        let view = channel.without_secrets();
        assert_eq!(view.kind, typed["kind"]);
        let host = if format!("{typed}").contains("a.example") {
            "a.example"
        } else {
            ""
        };
        assert_eq!(view.host, host);
        let named = ["secret", "token", "password"];
        let expected = named.iter().any(|name| typed.get(name).is_some());
        assert_eq!(view.has_secret, expected, "{typed}");
        let mut shown = format!("{channel:?} {channel:#?} {view:?}");
        if let Channel::Email(server) = &channel {
            shown += &format!("{server:?}");
        }
        if let Err(error) = channel.checked() {
            shown += &format!("{error:?} {error} {}", error.params());
        }
        assert!(!shown.contains(secret), "{shown}");
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_is_refused_or_stays_as_it_is(typed in "(https?://|SCT|sctp1t)?\\PC{0,40}") {
        for kind in ["json", "server_chan"] {
            let channel = read(json!({ "kind": kind, "url": typed }));
            if let Ok(kept) = channel.checked() {
                prop_assert_eq!(kept.clone().checked(), Ok(kept.clone()));
                let kept = serde_json::to_value(kept).unwrap();
                let kept = kept["url"].as_str().unwrap();
                prop_assert!(kept.bytes().all(|byte| byte.is_ascii_graphic()), "{}", kept);
            }
        }
    }
}
