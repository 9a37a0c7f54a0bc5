//! The data folder: the ledger on disk, its shadows, and the files beside it.
//!
//! The only crate that names SQLite. It decides nothing about the shop: it appends the facts that
//! `core` decided, and loads what `core` decides upon. What it promises is in ARCHITECTURE.md: an
//! acknowledged write survives a power cut, and nothing is ever deleted because it looked damaged.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod attach;
mod connection;
mod error;
mod files;
mod folder;
mod fsck;
mod key;
mod log;
mod migrations;
mod projection;
mod store;
mod view;
mod writer;

pub use attach::{ATTACHMENT_LIMIT, Attachment, Incoming};
pub use connection::SQLITE_OLDEST;
pub use error::StoreError;
pub use folder::{OpenOptions, Waiting};
pub use fsck::{Defect, Fsck};
pub use log::{Identity, Stamp};
pub use store::{Store, Tx};
pub use view::{HistoryRow, HistoryWish, OpeningRow, View};
