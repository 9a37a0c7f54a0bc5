//! Facts: what a ledger entry can say. Past tense, one kind each; a kind never changes its meaning.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::checklist::Item;
use crate::opening::Mark;
use crate::shop::Shop;
use crate::time::Day;
use crate::value::Value;
use crate::verdict::Outcome;

/// A ledger began: which key signs it, and whether it is made up for demonstration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EpochBegun {
    /// Ed25519 public key, 64 hex digits.
    pub public_key: String,
    /// Present in a ledger filled by the demo, never in a shop's own.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub demo: Option<Demo>,
}

/// How a demo ledger was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demo {
    /// Business days.
    pub days: u32,
    /// Seed of its chance.
    pub seed: u64,
}

/// A version of the checklist was published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChecklistPublished {
    /// From 1, without holes.
    pub version: u32,
    /// All its items.
    pub items: Vec<Item>,
}

/// The first mark of a till's day began its opening.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpeningStarted {
    /// The till.
    pub till: String,
    /// The business day.
    pub day: Day,
    /// The version it keeps.
    pub checklist_version: u32,
    /// The items due.
    pub due: Vec<String>,
}

/// Somebody marked an item. The entry's id is the mark's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemMarked {
    /// The till.
    pub till: String,
    /// The business day of the opening.
    pub day: Day,
    /// The item.
    pub item: String,
    /// What was found.
    pub result: Mark,
    /// What was entered.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub value: Option<Value>,
    /// What was said.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub note: String,
    /// Ids of attachments.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<String>,
    /// The new verdict, when the opening was finished before.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub outcome: Option<Outcome>,
}

/// Somebody took a mark back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MarkWithdrawn {
    /// The till.
    pub till: String,
    /// The business day of the opening.
    pub day: Day,
    /// The item.
    pub item: String,
    /// The mark's id.
    pub mark: String,
    /// The new verdict, when the opening was finished before.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub outcome: Option<Outcome>,
}

/// An opening was closed with its verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpeningFinished {
    /// The till.
    pub till: String,
    /// The business day.
    pub day: Day,
    /// Why it was closed with items left, or what else there was to say.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub note: String,
    /// As it stood.
    pub outcome: Outcome,
}

/// A file is in the store. The entry's id is the attachment's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileAttached {
    /// SHA-256 of its bytes, 64 hex digits.
    pub sha256: String,
    /// The name it came with.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// By its first bytes, never by its name.
    pub mime: String,
}

macro_rules! facts {
    ($($(#[$doc:meta])* $kind:literal => $variant:ident($body:ty),)+) => {
        /// One fact, ready for the ledger.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Fact { $($(#[$doc])* $variant($body),)+ }

        impl Fact {
            /// Every kind there is.
            pub const KINDS: &'static [&'static str] = &[$($kind),+];

            /// The entry's `kind`.
            pub fn kind(&self) -> &'static str {
                match self { $(Fact::$variant(_) => $kind,)+ }
            }

            /// The entry's `body`.
            pub fn body(&self) -> Result<serde_json::Value, serde_json::Error> {
                match self { $(Fact::$variant(body) => serde_json::to_value(body),)+ }
            }

            /// Reads a body back; `Ok(None)` for a kind that this version does not know.
            pub fn read(kind: &str, body: &RawValue) -> Result<Option<Fact>, serde_json::Error> {
                Ok(Some(match kind {
                    $($kind => Fact::$variant(serde_json::from_str(body.get())?),)+
                    _ => return Ok(None),
                }))
            }
        }

        $(impl From<$body> for Fact {
            fn from(body: $body) -> Fact { Fact::$variant(body) }
        })+
    };
}

facts! {
    /// A ledger began.
    "epoch_begun" => EpochBegun(EpochBegun),
    /// The shop's settings, as a whole.
    "shop_set_up" => ShopSetUp(Shop),
    /// A version of the checklist was published.
    "checklist_published" => ChecklistPublished(ChecklistPublished),
    /// An opening began.
    "opening_started" => OpeningStarted(OpeningStarted),
    /// An item was marked.
    "item_marked" => ItemMarked(ItemMarked),
    /// A mark was taken back.
    "mark_withdrawn" => MarkWithdrawn(MarkWithdrawn),
    /// An opening was closed.
    "opening_finished" => OpeningFinished(OpeningFinished),
    /// A file was attached.
    "file_attached" => FileAttached(FileAttached),
}
