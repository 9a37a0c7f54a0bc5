//! The checklist: sections, items, and what each asks for.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Refusal;
use crate::cadence::Cadence;
use crate::cash::Float;
use crate::shop::Lane;

/// The sections, in the order of work: account before machine before network, and so on.
pub const SECTIONS: [&str; 6] = ["account", "machine", "network", "limits", "cash", "upkeep"];

/// What an item asks of the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// Look, and say whether it is in order.
    Check,
    /// A figure within a range.
    Number {
        /// Least and most that is taken.
        min: f64,
        /// Most that is taken.
        max: f64,
        /// The unit, shown behind the figure.
        unit: String,
        /// Below this the figure is worth a warning.
        low_below: Option<f64>,
    },
    /// A few words.
    Text,
    /// One of several.
    Choice {
        /// Their ids, in order.
        choices: Vec<String>,
        /// Those of them that are worth a warning.
        weak: Vec<String>,
    },
    /// A picture.
    Photo,
    /// A count of the drawer.
    Cash {
        /// What it should hold.
        float: Float,
    },
    /// Measured by the program; marked by hand while nothing measures it.
    Probe,
}

/// The name of a [`Kind`] without what belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ItemKind")]
#[allow(missing_docs, reason = "named after the kinds")]
pub enum KindName {
    Check,
    Number,
    Text,
    Choice,
    Photo,
    Cash,
    Probe,
}

impl Kind {
    /// Its name.
    pub fn name(&self) -> KindName {
        match self {
            Kind::Check => KindName::Check,
            Kind::Number { .. } => KindName::Number,
            Kind::Text => KindName::Text,
            Kind::Choice { .. } => KindName::Choice,
            Kind::Photo => KindName::Photo,
            Kind::Cash { .. } => KindName::Cash,
            Kind::Probe => KindName::Probe,
        }
    }

    /// Whether one key may confirm it together with its section: a person looks and nods.
    pub fn is_confirmed_by_looking(&self) -> bool {
        matches!(self, Kind::Check | Kind::Probe)
    }
}

/// What it means for its lanes when an item is not in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// The lane cannot take money.
    Blocking,
    /// It can, with a workaround.
    Degrading,
    /// It is worth knowing.
    Advisory,
}

/// One line of the checklist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Stable over template versions: `network-internet`.
    pub id: String,
    /// One of [`SECTIONS`].
    pub section: String,
    /// What it asks for.
    #[serde(flatten)]
    pub kind: Kind,
    /// The lanes it touches; none for the paper on the wall.
    pub lanes: Vec<Lane>,
    /// What a failure means for them.
    pub weight: Weight,
    /// How often it is due.
    pub cadence: Cadence,
    /// The item that carries this one's lanes when this one fails and that one stands.
    pub fallback: Option<String>,
    /// A failure must say what was seen.
    pub fail_needs_note: bool,
}

/// One published version. An opening keeps the version that it began with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Checklist {
    /// From 1, without holes.
    pub version: u32,
    /// In the order of the sections.
    pub items: Vec<Item>,
}

impl Checklist {
    /// The item with this id.
    pub fn item(&self, id: &str) -> Result<&Item, Refusal> {
        self.items
            .iter()
            .find(|item| item.id == id)
            .ok_or_else(|| Refusal::ItemUnknown {
                item: id.to_owned(),
            })
    }
}
