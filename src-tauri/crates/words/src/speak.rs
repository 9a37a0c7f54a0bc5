//! Sentences about what the shop's rules found: refusals, reasons, headlines. The ids come as plain text.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{Args, Words, args};

/// What a headline is about, as the verdict gives it.
#[derive(Debug, Clone, Copy, Default)]
pub struct HeadlineFacts<'a> {
    /// `nothing_yet`, `items_left`, `all_ready`, `workaround`, `some_not_ready`, `only_cash` or `none_ready`.
    pub kind: &'a str,
    /// The ids of the lanes that the sentence is about.
    pub lanes: &'a [&'a str],
    /// The item that carries the lanes in the meantime, when it is a single one.
    pub fallback: Option<&'a str>,
    /// Due items that nobody has looked at.
    pub left: u64,
    /// The cash that was counted, for `only_cash`.
    pub amount_fen: Option<i64>,
}

impl Words {
    /// The title of an item; an id that has none is shown as itself.
    #[must_use]
    pub fn item_title(&self, item: &str) -> String {
        // A text that only looks like an id must not reach the other sentences of an item.
        if item.ends_with("-guide") || item.ends_with("-fix") {
            return item.to_owned();
        }
        self.say_or(&format!("item-{item}"), item)
    }

    /// The name of a section; an id that has none is shown as itself.
    #[must_use]
    pub fn section_title(&self, section: &str) -> String {
        self.say_or(&format!("section-{section}"), section)
    }

    /// What people call a till; one without a name is called by the number in its id.
    #[must_use]
    pub fn till_name(&self, id: &str, name: &str) -> String {
        if !name.is_empty() {
            return name.to_owned();
        }
        let number = id.strip_prefix("till-").and_then(|n| n.parse::<i64>().ok());
        number.map_or_else(
            || id.to_owned(),
            |number| self.say_with("till-numbered", &args!["number" => number]),
        )
    }

    /// What stands in for a lane, as said inside a sentence: `手机热点`.
    #[must_use]
    pub fn fallback_name(&self, item: &str) -> String {
        let key = format!("fallback-{item}");
        if self.has(&key) {
            self.say(&key)
        } else {
            self.item_title(item)
        }
    }

    /// `刷卡、扫码和现金`, from texts that are already words.
    #[must_use]
    pub fn list(&self, texts: &[String]) -> String {
        match texts {
            [] => String::new(),
            [only] => only.clone(),
            [first, last] => self.say_with("list-pair", &args!["first" => first, "last" => last]),
            [first, rest @ ..] => self.say_with(
                "list-more",
                &args!["first" => first, "rest" => self.list(rest)],
            ),
        }
    }

    /// Why a lane is not simply ready; `code` as in the verdict. A code without words is shown as itself.
    #[must_use]
    pub fn reason_text(
        &self,
        code: &str,
        item: Option<&str>,
        fallback: Option<&str>,
        amount_fen: Option<i64>,
        incident: Option<u32>,
    ) -> String {
        let mut key = format!("reason-{}", kebab(code));
        match (code, amount_fen) {
            ("change_short", None) => key.push_str("-uncounted"),
            // The amount is the difference from the target; people say more or less, not plus or minus.
            ("cash_off_target", Some(0..)) => key.push_str("-over"),
            ("cash_off_target", Some(_)) => key.push_str("-short"),
            _ => {}
        }
        let mut args = Args::new();
        if let Some(item) = item {
            args.set("item", self.item_title(item));
        }
        if let Some(fallback) = fallback {
            args.set("fallback", self.fallback_name(fallback));
        }
        if let Some(number) = incident {
            args.set("number", i64::from(number));
        }
        if let Some(fen) = amount_fen {
            let plain = if code == "cash_off_target" {
                fen.saturating_abs()
            } else {
                fen
            };
            args.set("amount", self.money(plain));
        }
        if self.has(&key) {
            self.say_with(&key, &args)
        } else {
            code.to_owned()
        }
    }

    /// The verdict in one sentence.
    #[must_use]
    pub fn headline_text(&self, facts: &HeadlineFacts<'_>) -> String {
        let mut key = format!("headline-{}", kebab(facts.kind));
        match facts.kind {
            "workaround" if facts.fallback.is_none() => key.push_str("-mixed"),
            // Every item may be set aside as not applicable; then nothing is left and still nothing is known.
            "items_left" if facts.left == 0 => key.push_str("-unclear"),
            "only_cash" if facts.amount_fen.is_none() => key.push_str("-uncounted"),
            _ => {}
        }
        let lanes: Vec<String> = facts
            .lanes
            .iter()
            .map(|lane| self.say_or(&format!("lane-{lane}-said"), lane))
            .collect();
        let mut args = args![
            "lanes" => self.list(&lanes),
            "count" => lanes.len(),
            "left" => facts.left,
        ];
        if let Some(fallback) = facts.fallback {
            args.set("fallback", self.fallback_name(fallback));
        }
        if let Some(fen) = facts.amount_fen {
            args.set("amount", self.money(fen));
        }
        self.say_with(&key, &args)
    }

    /// What happened, and what to do next, for a refusal that left the app as `{code, params}`.
    ///
    /// Ids among the parameters become words, and integer fen become money (`total_fen` is `$total` in the message). A code that these words do not know
    /// (from a newer version) is named in a general sentence.
    #[must_use]
    pub fn refusal_text(&self, code: &str, params: &BTreeMap<String, Value>) -> String {
        let mut key = format!("refusal-{}", kebab(code));
        let copied = params
            .get("copy")
            .and_then(Value::as_str)
            .is_some_and(|copy| !copy.is_empty());
        if code == "folder_damaged" && !copied {
            key.push_str("-uncopied");
        }
        if !self.has(&key) {
            return self.say_with("refusal-other", &args!["code" => code]);
        }
        let mut args = Args::new();
        for (name, value) in params {
            match value {
                Value::Number(number) => match number.as_i64() {
                    Some(fen) if is_money(code, name) => {
                        args.set(name.trim_end_matches("_fen"), self.money(fen));
                    }
                    Some(count) => args.set(name, count),
                    // A whole number that came as `1000.0` is said as 1000.
                    None => args.set(
                        name,
                        number
                            .as_f64()
                            .map_or_else(|| number.to_string(), |figure| figure.to_string()),
                    ),
                },
                Value::String(text) => args.set(name, self.param_text(name, text)),
                Value::Null => args.set(name, ""),
                other => args.set(name, other.to_string()),
            }
        }
        self.say_with(&key, &args)
    }

    fn param_text(&self, name: &str, text: &str) -> String {
        match name {
            "item" | "first" => self.item_title(text),
            "fallback" => self.fallback_name(text),
            "section" => self.section_title(text),
            "field" => self.say_or(&format!("field-{text}"), text),
            "unit" => self.say_or(&format!("unit-{}", text.to_ascii_lowercase()), text),
            _ => text.to_owned(),
        }
    }
}

fn is_money(code: &str, name: &str) -> bool {
    name.ends_with("_fen")
        || (code == "cash_off_target_needs_note" && matches!(name, "total" | "target"))
}

fn kebab(code: &str) -> String {
    code.replace('_', "-")
}

#[cfg(test)]
#[path = "speak_tests.rs"]
mod tests;
