//! The ledger: entries as canonical JSON, the Merkle tree over them, and signed checkpoints.
//!
//! This crate is pure. It reads no file, no clock and no random numbers, and it knows nothing of the
//! database: stored nodes come in through [`tree::Nodes`], a key comes in as its 32 seed bytes. So the
//! same code that writes the ledger also verifies a pack on a PC that never had a database.

mod error;

pub mod checkpoint;
pub mod entry;
pub mod note;
pub mod tree;

pub use checkpoint::{Checkpoint, sign, verify};
pub use entry::{Entry, EntryOf};
pub use error::LedgerError;
pub use note::{Signer, Verifier};
pub use tree::{Frontier, Hash, Nodes};
