//! What leaves the program when it says no: a code and the parameters of its message. The words are
//! in `words/*/refusal.ftl`, once for window, prompt and everything else.

use std::collections::BTreeMap;

use kaizhang_store::StoreError;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// A refusal as data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Refusal {
    /// Stable: `value_out_of_range`.
    pub code: String,
    /// What its message needs.
    #[ts(type = "Record<string, string | number>")]
    pub params: BTreeMap<String, Value>,
}

impl Refusal {
    pub(crate) fn new(code: &str, params: Value) -> Refusal {
        let params = match params {
            Value::Object(map) => map.into_iter().collect(),
            _ => BTreeMap::new(),
        };
        Refusal {
            code: code.to_owned(),
            params,
        }
    }

    /// A refusal with one parameter.
    pub fn with(code: &str, param: &str, value: impl Into<Value>) -> Refusal {
        Refusal {
            code: code.to_owned(),
            params: BTreeMap::from([(param.to_owned(), value.into())]),
        }
    }

    /// Whether nothing is written any more until the folder was opened anew.
    pub fn stops_writing(&self) -> bool {
        ["folder_damaged", "storage_failed"].contains(&self.code.as_str())
    }

    /// Whether the data folder itself cannot be used, as against one request.
    pub fn is_about_the_folder(&self) -> bool {
        self.code.starts_with("folder_")
            || ["disk_full", "storage_failed", "sqlite_too_old"].contains(&self.code.as_str())
    }

    /// Whether something was said along that means nothing for what was asked.
    pub fn is_wrong_usage(&self) -> bool {
        self.code.ends_with("_unused")
    }
}

impl From<kaizhang_core::Refusal> for Refusal {
    fn from(refusal: kaizhang_core::Refusal) -> Refusal {
        let mut value = serde_json::to_value(&refusal).unwrap_or_default();
        Refusal::new(refusal.code(), value["params"].take())
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Refusal {
        Refusal::new(error.code(), error.params())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_keeps_its_parameters() {
        let refusal: Refusal = kaizhang_core::Refusal::ItemUnknown {
            item: "x".to_owned(),
        }
        .into();
        assert_eq!(refusal, Refusal::with("item_unknown", "item", "x"));
        let refusal: Refusal = kaizhang_core::Refusal::LanesNeeded {}.into();
        assert_eq!(refusal.code, "lanes_needed");
        let refusal: Refusal = StoreError::FromNewer { found: 9, known: 3 }.into();
        assert_eq!(refusal.params["found"], 9);
        assert!(refusal.is_about_the_folder());
    }
}
