//! What each service is given, and that a shop's text stays a text there.

use super::*;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

fn message(title: &str, text: &str) -> Message {
    Message {
        title: title.to_owned(),
        text: text.to_owned(),
        at: DateTime::from_timestamp_millis(1_795_393_800_000).unwrap(),
        shop: "老王面馆".to_owned(),
        day: "2026-11-23".to_owned(),
        tills: vec!["一号台".to_owned()],
        minutes_late: 30,
    }
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_795_312_800_123).unwrap()
}

#[test]
fn texts_of_robots() {
    let told = message(
        "早检迟了",
        "一号台还没查\r\n\"引号\" \\ 和 <at user_id=\"all\">\0",
    );
    let text = "早检迟了\n一号台还没查\n\"引号\" \\ 和 ";
    assert_eq!(
        wecom(&told),
        json!({ "msgtype": "text", "text": { "content": format!("{text}＜at user_id=\"all\">") } })
    );
    let mut url: Url = "https://a.example/robot/send?access_token=k"
        .parse()
        .unwrap();
    let body = dingtalk(&told, &mut url, None, now());
    assert_eq!(
        body,
        json!({ "msgtype": "text", "text": { "content": format!("{text}<at user_id=\"all\">") } })
    );
    assert_eq!(url.as_str(), "https://a.example/robot/send?access_token=k");
    assert_eq!(
        feishu(&told, None, now()),
        json!({ "msg_type": "text", "content": { "text": format!("{text}＜at user_id=\"all\">") } })
    );
}

#[test]
fn signatures_stand_where_they_belong() {
    let told = message("a", "b");
    let mut url: Url = "https://a.example/robot/send?access_token=k"
        .parse()
        .unwrap();
    dingtalk(&told, &mut url, Some("SECthis is secret"), now());
    assert_eq!(
        url.as_str(),
        "https://a.example/robot/send?access_token=k&timestamp=1795312800123\
         &sign=7w5uHvfQMKQCh6Kq9J%2FE%2BRM05SCzmQLtKOisFJAJ5rM%3D"
    );
    let at = DateTime::from_timestamp(100, 999_000_000).unwrap();
    let body = feishu(&told, Some("demo"), at);
    assert_eq!(body["timestamp"], "100");
    assert_eq!(body["sign"], "jquNHnVOwmDRfw+vqTIrY5dooJAgi5EcRtLsQE4wfXg=");
}

#[test]
fn long_messages_are_cut_to_what_a_service_takes() {
    let told = message(&"题".repeat(500), &"<字".repeat(20_000));
    for (body, limit) in [
        (wecom(&told)["text"]["content"].clone(), 2_048),
        // Feishu counts the whole request.
        (feishu(&told, Some("s"), now()), 20 * 1024),
        (server_chan(&told), 32 * 1024),
    ] {
        let text = body.to_string();
        assert!(text.contains('…'), "{text}");
        let length = body.as_str().map_or(text.len(), str::len);
        assert!(length <= limit, "{length} > {limit}");
    }
    let title = server_chan(&told)["title"].as_str().unwrap().to_owned();
    assert_eq!(title.chars().count(), 32);
    let told = message(&"题".repeat(32), "");
    assert_eq!(server_chan(&told)["title"], "题".repeat(32));
}

#[test]
fn a_title_is_one_line() {
    let told = message(" 迟了\r\nBcc: x\t", "");
    assert_eq!(server_chan(&told)["title"], "迟了  Bcc: x");
    assert_eq!(wecom(&told)["text"]["content"], "迟了  Bcc: x");
    let told = message("", "只有正文");
    assert_eq!(wecom(&told)["text"]["content"], "只有正文");
}

/// The paragraphs that a reader of Markdown sees, or what else it made of the text.
fn shown(markdown: &str) -> Result<Vec<String>, String> {
    let mut options = Options::all();
    // It makes other characters of quotation marks by itself; that is no markup.
    options.remove(Options::ENABLE_SMART_PUNCTUATION);
    let mut paragraphs = Vec::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Paragraph) => paragraphs.push(String::new()),
            Event::End(TagEnd::Paragraph) => {}
            Event::Text(text) => match paragraphs.last_mut() {
                Some(last) => last.push_str(&text),
                None => return Err(format!("text outside: {text}")),
            },
            other => return Err(format!("{other:?}")),
        }
    }
    Ok(paragraphs)
}

fn check_markdown(text: &str) -> Result<(), String> {
    let lines = text.split('\n').map(str::trim);
    let expected: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let got = shown(&markdown(text))?;
    (got == expected)
        .then_some(())
        .ok_or_else(|| format!("{got:?} instead of {expected:?}"))
}

#[test]
fn markdown_shows_the_text_as_it_is() {
    assert!(shown("*a*").is_err(), "the check itself sees markup");
    for text in [
        "# 一号台",
        "1. 一\n2) 二\n10. 十",
        "- a\n+ b\n* c",
        "---\n===\n***\n___",
        "[点我](https://a.example) ![](x) [^1]: x <b>x</b> <https://a.example>",
        "&amp; &#65; `x` ~~x~~ ^x^ ||x|| $x$ \\* \\",
        "    四个空格\n\t制表",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "：说明\n: 说明\n::: warning",
        "100x5，503.50 元",
        "> 引用\r",
        "a  \nb",
    ] {
        check_markdown(text).unwrap_or_else(|problem| panic!("{text:?}: {problem}"));
    }
}

proptest! {
    #[test]
    fn no_text_becomes_markup(text in "[-+*_=#>|:~^`$&!<\\[\\]()\\\\/.a1 \n\"'一]{0,40}") {
        let checked = check_markdown(&text);
        prop_assert!(checked.is_ok(), "{:?}", checked);
    }
}
