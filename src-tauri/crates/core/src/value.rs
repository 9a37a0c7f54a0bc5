//! What a person enters beside a mark: a figure, words, a choice, a count.

use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::cash::CashCount;
use crate::checklist::{Item, Kind};
use crate::text;

/// A value of a mark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// In the item's unit.
    Number(f64),
    /// As typed.
    Text(String),
    /// The id of a choice.
    Choice(String),
    /// A count of the drawer.
    Cash(CashCount),
}

impl Value {
    /// Reads what was typed for `item`, at the prompt and in the window alike.
    pub fn parse(item: &Item, typed: &str) -> Result<Value, Refusal> {
        let unreadable = || Refusal::ValueUnreadable {
            item: item.id.clone(),
            value: typed.chars().filter(|c| !c.is_control()).take(40).collect(),
        };
        match &item.kind {
            Kind::Check | Kind::Photo | Kind::Probe => Err(Refusal::ValueNotWanted {
                item: item.id.clone(),
            }),
            Kind::Text => {
                let text = text::text("value", typed, text::NAME_LIMIT)?;
                if text.is_empty() {
                    return Err(Refusal::ValueNeeded {
                        item: item.id.clone(),
                    });
                }
                Ok(Value::Text(text))
            }
            Kind::Choice { choices, .. } => match choices.iter().find(|id| *id == typed) {
                Some(id) => Ok(Value::Choice(id.clone())),
                None => Err(Refusal::ChoiceUnknown {
                    item: item.id.clone(),
                    value: typed.chars().filter(|c| !c.is_control()).take(40).collect(),
                }),
            },
            Kind::Number { min, max, unit, .. } => {
                let number = number(typed.trim()).ok_or_else(unreadable)?;
                if !(*min..=*max).contains(&number) {
                    return Err(Refusal::ValueOutOfRange {
                        item: item.id.clone(),
                        min: *min,
                        max: *max,
                        unit: unit.clone(),
                    });
                }
                Ok(Value::Number(number))
            }
            Kind::Cash { .. } => CashCount::parse(typed)
                .map(Value::Cash)
                .ok_or_else(unreadable),
        }
    }
}

/// A decimal number with a dot, at most twelve digits before it and three behind.
fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let good =
        |s: &str, most| (1..=most).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    (good(whole, 12) && good(part, 3))
        .then(|| text.parse().ok())
        .flatten()
        // Minus nought is nought: RFC 8785 would write it so anyway.
        .map(|n: f64| if n == 0.0 { 0.0 } else { n })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cash::Float;

    fn check(id: &str, typed: &str, expected: Result<Value, &str>) {
        let items = crate::template::items(Float::DEFAULT);
        let item = items.iter().find(|item| item.id == id).unwrap();
        let got = Value::parse(item, typed);
        match expected {
            Ok(value) => assert_eq!(got, Ok(value), "{id} {typed:?}"),
            Err(code) => assert_eq!(got.unwrap_err().code(), code, "{id} {typed:?}"),
        }
    }

    #[test]
    fn values_are_of_their_item() {
        let number = "network-data-left";
        check(number, "12.5", Ok(Value::Number(12.5)));
        check(number, " 0 ", Ok(Value::Number(0.0)));
        check(number, "-0", Ok(Value::Number(0.0)));
        check(number, "1000", Ok(Value::Number(1000.0)));
        check(number, "1000.001", Err("value_out_of_range"));
        check(number, "-1", Err("value_out_of_range"));
        for typed in [
            "", "1e308", "NaN", "inf", "0x10", "1,5", "１２", "1.2345", "12 GB", "\0",
        ] {
            check(number, typed, Err("value_unreadable"));
        }
        check(
            "limits-qr-kind",
            "personal",
            Ok(Value::Choice("personal".to_owned())),
        );
        check("limits-qr-kind", "Personal", Err("choice_unknown"));
        check(
            "upkeep-software",
            " V2.3 ",
            Ok(Value::Text("V2.3".to_owned())),
        );
        check("upkeep-software", " ", Err("value_needed"));
        check("upkeep-software", "a\0b", Err("text_has_control"));
        check("cash-float", "abc", Err("value_unreadable"));
        check("account-normal", "1", Err("value_not_wanted"));
        check("machine-photo", "1", Err("value_not_wanted"));
    }
}
