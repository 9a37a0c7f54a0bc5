//! Why the shop's rules said no.

use serde::Serialize;
use thiserror::Error;

/// One refusal, with what its message needs. The words live in `words/*/refusal.ftl` under
/// `refusal-` and the code with dashes; a code exists only if somebody can act on it.
#[derive(Debug, Clone, PartialEq, Error, Serialize)]
#[serde(tag = "code", content = "params", rename_all = "snake_case")]
#[error("{}", self.code())]
#[allow(
    missing_docs,
    reason = "the fields are the parameters of the message that explains the variant"
)]
pub enum Refusal {
    /// No item of the shop's checklist has this id.
    ItemUnknown { item: String },
    /// No section has this id.
    SectionUnknown { section: String },
    /// The shop has no till with this id, or it cannot be one.
    TillUnknown { till: String },
    /// This kind of item passes only with a value.
    ValueNeeded { item: String },
    /// The value is not of the item's kind.
    ValueUnreadable { item: String, value: String },
    /// A number outside the item's range.
    ValueOutOfRange {
        item: String,
        min: f64,
        max: f64,
        unit: String,
    },
    /// The item has no value to enter.
    ValueNotWanted { item: String },
    /// The choice is none of the item's.
    ChoiceUnknown { item: String, value: String },
    /// A failure of this item must say what was seen.
    NoteNeeded { item: String },
    /// The item passes only with a picture.
    PhotoNeeded { item: String },
    /// More characters than the field takes.
    NoteTooLong { limit: usize, length: usize },
    /// Control characters or marks that reorder text.
    TextHasControl { field: String },
    /// No mark of this opening has this id.
    MarkUnknown { mark: String },
    /// A newer mark stands over it, or it is withdrawn already.
    MarkNotCurrent { mark: String },
    /// Blocking or degrading items are not marked, and no reason was given for opening without.
    ItemsLeft { count: usize, first: String },
    /// The opening is finished; further marks amend it.
    AlreadyFinished {},
    /// Every item that one key can confirm is marked.
    NothingToConfirm { section: String },
    /// The drawer is further from its target than the tolerance, and no reason was given.
    CashOffTargetNeedsNote {
        item: String,
        total_fen: i64,
        target_fen: i64,
    },
    /// The shop needs a name.
    ShopNameNeeded {},
    /// The shop must take something.
    LanesNeeded {},
    /// The input has not the form that the command asks for.
    InputInvalid { detail: String },
}

impl Refusal {
    /// The stable code, as it leaves the program.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::ItemUnknown { .. } => "item_unknown",
            Refusal::SectionUnknown { .. } => "section_unknown",
            Refusal::TillUnknown { .. } => "till_unknown",
            Refusal::ValueNeeded { .. } => "value_needed",
            Refusal::ValueUnreadable { .. } => "value_unreadable",
            Refusal::ValueOutOfRange { .. } => "value_out_of_range",
            Refusal::ValueNotWanted { .. } => "value_not_wanted",
            Refusal::ChoiceUnknown { .. } => "choice_unknown",
            Refusal::NoteNeeded { .. } => "note_needed",
            Refusal::PhotoNeeded { .. } => "photo_needed",
            Refusal::NoteTooLong { .. } => "note_too_long",
            Refusal::TextHasControl { .. } => "text_has_control",
            Refusal::MarkUnknown { .. } => "mark_unknown",
            Refusal::MarkNotCurrent { .. } => "mark_not_current",
            Refusal::ItemsLeft { .. } => "items_left",
            Refusal::AlreadyFinished {} => "already_finished",
            Refusal::NothingToConfirm { .. } => "nothing_to_confirm",
            Refusal::CashOffTargetNeedsNote { .. } => "cash_off_target_needs_note",
            Refusal::ShopNameNeeded {} => "shop_name_needed",
            Refusal::LanesNeeded {} => "lanes_needed",
            Refusal::InputInvalid { .. } => "input_invalid",
        }
    }
}
