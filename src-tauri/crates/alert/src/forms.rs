//! The form in which each service takes a message. A shop's text must arrive as written: nothing in it may call people,
//! become a link or end a field.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use url::Url;

use crate::message::{Message, cut};
use crate::sign;

/// WeCom's own limit for a text.
const WECOM_BYTES: usize = 2_048;
/// Well within what DingTalk, Feishu (20 KB a request) and ServerChan (32 KB) take, with room for escapes.
const TEXT_BYTES: usize = 8_000;
/// ServerChan's own limit for a title.
const SERVER_CHAN_TITLE_CHARS: usize = 32;

pub(crate) fn wecom(message: &Message) -> Value {
    let content = unmarked(&message.whole(WECOM_BYTES));
    json!({ "msgtype": "text", "text": { "content": cut(&content, WECOM_BYTES) } })
}

/// The body, and the address with the signature when there is a secret. Nobody is called by name: that takes an `at`
/// beside the text, which is never sent.
pub(crate) fn dingtalk(
    message: &Message,
    url: &mut Url,
    secret: Option<&str>,
    now: DateTime<Utc>,
) -> Value {
    if let Some(secret) = secret {
        let millis = now.timestamp_millis();
        url.query_pairs_mut()
            .append_pair("timestamp", &millis.to_string())
            .append_pair("sign", &sign::dingtalk(secret, millis));
    }
    json!({ "msgtype": "text", "text": { "content": message.whole(TEXT_BYTES) } })
}

pub(crate) fn feishu(message: &Message, secret: Option<&str>, now: DateTime<Utc>) -> Value {
    let text = unmarked(&message.whole(TEXT_BYTES));
    let mut body = json!({ "msg_type": "text", "content": { "text": text } });
    if let Some(secret) = secret {
        let seconds = now.timestamp();
        body["timestamp"] = seconds.to_string().into();
        body["sign"] = sign::feishu(secret, seconds).into();
    }
    body
}

pub(crate) fn server_chan(message: &Message) -> Value {
    let title = message.title_line();
    let title = match title.char_indices().nth(SERVER_CHAN_TITLE_CHARS) {
        None => title,
        Some(_) => {
            let kept: String = title.chars().take(SERVER_CHAN_TITLE_CHARS - 1).collect();
            kept + "…"
        }
    };
    json!({ "title": title, "desp": markdown(&cut(&message.body(), TEXT_BYTES)) })
}

/// `<at user_id="all">` and `<@all>` call a whole group. Neither service knows an escape for it in a text, so the
/// sign that opens them becomes the one of full width, which reads the same.
fn unmarked(text: &str) -> String {
    text.replace('<', "＜")
}

/// Plain text as Markdown that shows just this text, each line on its own.
fn markdown(text: &str) -> String {
    let lines = text.split('\n').map(markdown_line);
    let shown: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    // A single line end would join two lines into one.
    shown.join("\n\n")
}

fn markdown_line(line: &str) -> String {
    // Spaces at the beginning would make code of it, at the end a forced break.
    let line = line.trim();
    let mut shown = String::with_capacity(line.len() + 8);
    // A number or a sign at the beginning would make a list, a heading or a rule.
    let mut only_digits = true;
    for (index, sign) in line.chars().enumerate() {
        let opens = index == 0 && matches!(sign, '+' | '-' | '=' | ':');
        let counts = index > 0 && only_digits && matches!(sign, '.' | ')');
        let always = matches!(
            sign,
            '\\' | '`'
                | '*'
                | '_'
                | '['
                | ']'
                | '<'
                | '>'
                | '#'
                | '|'
                | '~'
                | '^'
                | '&'
                | '$'
                | '!'
        );
        if opens || counts || always {
            shown.push('\\');
        }
        shown.push(sign);
        only_digits &= sign.is_ascii_digit();
    }
    shown
}

#[cfg(test)]
#[path = "forms_tests.rs"]
mod tests;
