//! What the owner is told.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// A message, in words already. Every text is a person's plain text: none of it is markup, whatever it looks like, and
/// each channel's format is given it so that it arrives as written.
///
/// A channel of kind `json` is sent
///
/// ```json
/// {
///   "schema": 1, "id": "<32 hex digits>", "title": "…", "text": "…", "at": "2026-11-23T00:30:00.000Z",
///   "shop": "…", "day": "2026-11-23", "tills": ["…"], "minutes_late": 30
/// }
/// ```
///
/// and answers with any status from 200 to 299. New fields may join; a change of meaning is a new `schema`. The same
/// message tried again has the same `id`, so that a receiver can drop what it knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// One line: subject of an e-mail, first line elsewhere.
    pub title: String,
    /// The rest, with line breaks.
    pub text: String,
    /// The moment that the message is about. It stays the same when sending is tried again.
    pub at: DateTime<Utc>,
    /// The shop's name; the sender's name in an e-mail.
    pub shop: String,
    /// The business day, `2026-11-23`.
    pub day: String,
    /// The tills that it is about.
    pub tills: Vec<String>,
    /// How late the check is.
    pub minutes_late: i64,
}

/// More than any message needs; what is longer is cut, since a cut message is better than one that no service takes.
const TITLE_BYTES: usize = 300;
const TEXT_BYTES: usize = 20_000;

impl Message {
    /// Names the message: the same however often it is tried, another for other words.
    pub(crate) fn id(&self) -> String {
        let mut hash = Sha256::new();
        let at = self.at.timestamp_millis().to_string();
        let late = self.minutes_late.to_string();
        let fields = [&self.title, &self.text, &at, &self.shop, &self.day, &late];
        for field in fields.into_iter().chain(&self.tills) {
            hash.update(field.len().to_be_bytes());
            hash.update(field);
        }
        hex::encode(&hash.finalize()[..16])
    }

    pub(crate) fn title_line(&self) -> String {
        cut(&line(&self.title), TITLE_BYTES)
    }

    pub(crate) fn shop_line(&self) -> String {
        cut(&line(&self.shop), TITLE_BYTES)
    }

    /// The text with `\n` as its only line end and no control character but that and the tab.
    pub(crate) fn body(&self) -> String {
        let text = self.text.replace("\r\n", "\n").replace('\r', "\n");
        let kept = text
            .chars()
            .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
        cut(&kept.collect::<String>(), TEXT_BYTES)
    }

    /// Title and text in one, for services that know only a text.
    pub(crate) fn whole(&self, limit: usize) -> String {
        let (title, body) = (self.title_line(), self.body());
        let whole = match (title.is_empty(), body.is_empty()) {
            (false, false) => format!("{title}\n{body}"),
            _ => title + &body,
        };
        cut(&whole, limit)
    }

    pub(crate) fn json(&self) -> Value {
        json!({
            "schema": 1,
            "id": self.id(),
            "title": self.title,
            "text": self.text,
            "at": self.at.to_rfc3339_opts(SecondsFormat::Millis, true),
            "shop": self.shop,
            "day": self.day,
            "tills": self.tills,
            "minutes_late": self.minutes_late,
        })
    }
}

/// Text as one line without control characters, which a header or a title must not have.
fn line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    spaced.trim().to_owned()
}

/// At most `limit` bytes of a text, cut between characters and marked as cut.
pub(crate) fn cut(text: &str, limit: usize) -> String {
    const MARK: &str = "…";
    if text.len() <= limit {
        return text.to_owned();
    }
    let end = text.floor_char_boundary(limit.saturating_sub(MARK.len()));
    format!("{}{MARK}", &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_id_stays_and_tells_messages_apart() {
        let message = Message {
            title: "迟了".to_owned(),
            text: "a".to_owned(),
            at: DateTime::from_timestamp_millis(1_795_312_800_000).unwrap(),
            shop: "b".to_owned(),
            day: "2026-11-23".to_owned(),
            tills: vec!["c".to_owned(), "d".to_owned()],
            minutes_late: 30,
        };
        let same = message.clone();
        assert_eq!(message.id(), same.id());
        assert_eq!(message.id().len(), 32);
        // Where one text ends and the next begins counts too.
        let moved = Message {
            text: "ab".to_owned(),
            shop: String::new(),
            ..message.clone()
        };
        assert_ne!(message.id(), moved.id());
        let joined = Message {
            tills: vec!["cd".to_owned()],
            ..message.clone()
        };
        assert_ne!(message.id(), joined.id());
    }

    proptest! {
        #[test]
        fn a_cut_text_fits_and_begins_as_before(text in "\\PC{0,60}", limit in 3_usize..80) {
            let short = cut(&text, limit);
            prop_assert!(short.len() <= limit);
            let kept = short.strip_suffix('…').unwrap_or(&short);
            prop_assert!(text.starts_with(kept));
            prop_assert!(text.len() > limit || short == text);
        }
    }
}
