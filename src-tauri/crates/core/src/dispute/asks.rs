//! What each kind of case asks for, and which of it is there.
//!
//! The lists are data (`data/dispute_kinds.json`) with the day on which they were last looked over: schemes and
//! wallets change what they ask for, and a shop's own acquirer may ask for more. Their words are Fluent keys.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Details, Kind, Link};
use crate::Refusal;
use crate::receipt::SlipKind;
use crate::sale::Settlement;

/// How much a piece matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PieceWeight")]
pub enum Weight {
    /// Without it the answer is weak or refused.
    Needed,
    /// It makes the answer stronger.
    Helps,
}

/// What on record can show a piece by itself. A file that was linked as the piece shows any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ShownBy {
    /// The notice's files.
    Notice,
    /// The shop's own account.
    Story,
    /// A receipt.
    Receipt,
    /// A receipt with a picture.
    SlipPicture,
    /// A receipt of money given back.
    RefundReceipt,
    /// An incident.
    Incident,
    /// A sale in doubt.
    Sale,
    /// A sale of which it is known that the money went back.
    ReversedSale,
    /// An opening.
    Opening,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Piece {
    id: String,
    shown_by: Vec<ShownBy>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ask {
    piece: String,
    weight: Weight,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KindAsks {
    id: Kind,
    asks: Vec<Ask>,
}

/// What every kind asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kinds {
    /// When the lists were last looked over.
    pub as_of: crate::time::Day,
    /// How many days before the last day for an answer the reminders begin.
    pub remind_days: u32,
    pieces: Vec<Piece>,
    kinds: Vec<KindAsks>,
}

impl Kinds {
    /// The ids of all pieces.
    pub fn piece_ids(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().map(|piece| piece.id.as_str())
    }

    /// The pieces that a kind asks for, in order.
    pub fn asks(&self, kind: Kind) -> impl Iterator<Item = (&str, Weight)> {
        let of_kind = self.kinds.iter().filter(move |one| one.id == kind);
        of_kind.flat_map(|one| one.asks.iter().map(|ask| (ask.piece.as_str(), ask.weight)))
    }

    fn shown_by(&self, piece: &str) -> &[ShownBy] {
        let found = self.pieces.iter().find(|one| one.id == piece);
        found.map_or(&[], |one| &one.shown_by)
    }
}

/// The lists that are compiled in. A test proves that they can be read and are whole.
pub fn kinds() -> &'static Kinds {
    static KINDS: OnceLock<Kinds> = OnceLock::new();
    let read = || serde_json::from_str(include_str!("../../data/dispute_kinds.json"));
    KINDS.get_or_init(|| read().unwrap_or_default())
}

/// Whether there is a piece with this id.
pub(super) fn known_piece(piece: &str) -> Result<(), Refusal> {
    if kinds().piece_ids().any(|known| known == piece) {
        return Ok(());
    }
    Err(Refusal::PieceUnknown {
        piece: piece.chars().take(40).collect(),
    })
}

/// One link of a case with what it can show.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The link.
    pub link: Link,
    /// What of a receipt matters: its kind, and whether it has a picture.
    pub receipt: Option<(SlipKind, bool)>,
    /// What became of a sale, when somebody found out.
    pub settled: Option<Settlement>,
}

/// Everything that a case has.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// What is known of it.
    pub details: &'a Details,
    /// How many files of the notice there are.
    pub notice_files: usize,
    /// What belongs to it.
    pub links: &'a [Shown],
}

/// Whether a piece is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PieceState {
    /// Something shows it.
    There,
    /// Somebody said that this case does not need it.
    NotNeeded,
    /// Nothing shows it yet.
    Missing,
}

/// One piece that a case is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AskedPiece")]
pub struct Asked {
    /// The piece; its words are `piece-…`.
    pub piece: String,
    /// How much it matters.
    pub weight: Weight,
    /// Whether it is there.
    pub state: PieceState,
    /// The links that show it, by key; `notice` and `story` are the case's own.
    pub by: Vec<String>,
    /// Why it is not needed.
    pub why: String,
}

/// What a case is asked for, piece by piece, and what of it is there. What shows a piece counts more than the
/// word that it is not needed.
pub fn asked(held: &Held<'_>) -> Vec<Asked> {
    let kinds = kinds();
    let piece = |(piece, weight): (&str, Weight)| {
        let mut by: Vec<String> = Vec::new();
        for way in kinds.shown_by(piece) {
            held.shows(*way, &mut by);
        }
        let mut why = String::new();
        for shown in held.links {
            match &shown.link {
                Link::File { piece: of, .. } if of == piece => by.push(shown.link.key()),
                Link::NotNeeded {
                    piece: of,
                    why: said,
                } if of == piece => said.clone_into(&mut why),
                _ => {}
            }
        }
        let by = super::once(by);
        Asked {
            piece: piece.to_owned(),
            weight,
            state: match (by.is_empty(), why.is_empty()) {
                (false, _) => PieceState::There,
                (true, false) => PieceState::NotNeeded,
                (true, true) => PieceState::Missing,
            },
            by,
            why,
        }
    };
    kinds.asks(held.details.kind).map(piece).collect()
}

impl Held<'_> {
    /// The pieces without which the answer is weak, and which are not there.
    pub fn missing(&self) -> Vec<String> {
        let missing =
            |one: &Asked| one.weight == Weight::Needed && one.state == PieceState::Missing;
        let all = asked(self).into_iter().filter(missing);
        all.map(|one| one.piece).collect()
    }

    fn shows(&self, way: ShownBy, by: &mut Vec<String>) {
        match way {
            ShownBy::Notice if self.notice_files > 0 => by.push("notice".to_owned()),
            ShownBy::Story if !self.details.story.is_empty() => by.push("story".to_owned()),
            _ => {}
        }
        let shows = |shown: &&Shown| match (way, &shown.link, shown.receipt) {
            (ShownBy::Receipt, Link::Receipt { .. }, _)
            | (ShownBy::Incident, Link::Incident { .. }, _)
            | (ShownBy::Sale, Link::Sale { .. }, _)
            | (ShownBy::Opening, Link::Opening { .. }, _) => true,
            // A slip of money that went back is no signed slip of the sale.
            (ShownBy::SlipPicture, Link::Receipt { .. }, Some((kind, picture))) => {
                picture && !gives_back(kind)
            }
            (ShownBy::RefundReceipt, Link::Receipt { .. }, Some((kind, _))) => gives_back(kind),
            (ShownBy::ReversedSale, Link::Sale { .. }, _) => {
                shown.settled == Some(Settlement::Reversed)
            }
            _ => false,
        };
        by.extend(
            self.links
                .iter()
                .filter(shows)
                .map(|shown| shown.link.key()),
        );
    }
}

fn gives_back(kind: SlipKind) -> bool {
    matches!(kind, SlipKind::Refund | SlipKind::Void)
}
