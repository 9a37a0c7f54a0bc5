//! The use cases of the shop, in one command table that the window, the prompt and the tests call.
//!
//! A command takes the moment and an id from [`Outside`], asks `core` what it means, and has the
//! store write the answer down. Nothing is announced before it is on the disk.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test fails by panicking"
    )
)]

mod alerts;
mod anchors;
mod app;
mod calendar;
mod contacts;
mod contract;
mod day;
mod demo;
mod demo_cases;
mod dispute_page;
mod disputes;
pub mod duty;
mod first_aid;
mod handed;
mod incident_page;
mod incidents;
mod keeping;
mod keys;
mod listed;
mod loaded;
mod marks;
mod outside;
mod pack_check;
mod packs;
mod phone;
mod pictures;
mod planning;
mod receipts;
mod refusal;
mod reminders;
#[cfg(feature = "reports")]
mod reports;
mod sales;
mod search;
mod shops;
mod table;
mod this_pc;
mod timestamps;
mod today;
mod work;

pub use app::{App, Caller};
pub use contract::typescript;
pub use handed::{HANDED_LIMIT, PIECE_LIMIT, Piece};
pub use kaizhang_core::fact::FileSource;
pub use kaizhang_core::receipt::MOST_FILES;
pub use outside::{Outside, System, default_folder, folder_digest};
pub use pictures::{Offered, PREVIEW_SIZES_PX};
pub use refusal::Refusal;
pub use table::{COMMANDS, Command, Role};
pub use work::{Work, WorkKind, WorkPhase, WorkState};

pub use kaizhang_store::{OpenOptions, StoreError};
