//! The data folder: the ledger on disk, its shadows, and the files beside it.
//!
//! The only crate that names SQLite. It decides nothing about the shop: it appends the facts that
//! `core` decided, and loads what `core` decides upon. What it promises is in ARCHITECTURE.md: an
//! acknowledged write survives a power cut, and nothing is ever deleted because it looked damaged.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test fails by panicking"
    )
)]

mod anchors;
mod attach;
mod belongings;
mod connection;
pub mod deliver;
mod disputes;
mod epochs;
mod error;
mod files;
mod folder;
mod fsck;
mod handed;
mod incidents;
mod key;
mod lists;
mod log;
mod migrations;
mod mornings;
mod outgoing;
mod packing;
mod packs;
mod passages;
mod projection;
mod receipts;
mod records;
mod reminders;
mod store;
mod this_pc;
mod view;
mod writer;

pub use anchors::AnchorRow;
pub use attach::{ATTACHMENT_LIMIT, Attachment, Brought, Incoming};
pub use belongings::{Belonging, BelongsTo};
pub use connection::SQLITE_OLDEST;
pub use disputes::{DisputeCandidates, DisputeLinkRow, DisputeWish};
pub use epochs::{Epoch, KeyBackup};
pub use error::StoreError;
pub use folder::{DutyLock, OpenOptions, Waiting};
pub use fsck::{Defect, Fsck};
pub use handed::{HANDED_LIMIT, Handed};
pub use incidents::IncidentWish;
pub use key::{KeyTrouble, Seed};
pub use lists::RecordEvent;
pub use log::{Identity, Stamp};
pub use outgoing::{Outgoing, OutgoingFolder, take_back};
pub use packing::EntryPlace;
pub use packs::PackRow;
pub use passages::{Passage, PassageWish};
pub use receipts::{ReceiptRow, ReceiptWish};
pub use reminders::PlannedDay;
pub use store::{Store, Tx};
pub use this_pc::Letter;
pub use view::{HistoryRow, HistoryWish, OpeningRow, View};
