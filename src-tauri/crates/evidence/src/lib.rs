//! Evidence: packs that a stranger can check years later with stock tools, and the check itself.
//!
//! A pack is a BagIt 1.0 bag (RFC 8493) in a zip. One signature covers all of it: tag manifest → payload manifest →
//! files. This crate writes packs, verifies them, and knows the two foreign forms that stand in them: SSH signatures
//! ([`sshsig`]) and RFC 3161 timestamps ([`timestamp`]). It has no database, no clock, no randomness and no network:
//! readers, writers, keys, nonces and moments come in as values. So `kaizhang verify` needs nothing but the pack.
//!
//! Whatever is read here may have been made by somebody who wants it to pass, or who wants this program to choke. No
//! declared hash, root or size is believed; every limit stands before the work that it limits.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test fails by panicking"
    )
)]

pub mod bag;
pub mod keyfile;
mod names;
pub mod pack;
pub mod read;
pub mod sshsig;
pub mod timestamp;
pub mod verify;
mod why;

pub use pack::write;
pub use read::NotAPack;
pub use verify::verify;
pub use why::Why;
