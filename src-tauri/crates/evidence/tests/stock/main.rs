//! What we write against stock tools, and what they write against us.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    unreachable_pub,
    reason = "a test fails by panicking, and makes and removes files of its own"
)]

mod authority;
mod foreign;
mod forged;
mod handmade;
mod hostile;
mod keyfile;
mod limits;
mod mutated;
mod packs;
mod sample;
mod sshsig;
mod sweep;
mod timestamp;
mod writing;
mod zips;
