//! A one-time page on the shop's own network, through which a phone sends photos and PDFs to the till's PC.
//!
//! [`Session::start`] opens it after a person asked for it, [`qr`] draws its address for the phone's camera, and it is
//! gone when the person at the phone says so, when somebody calls [`Session::stop`], or when its minutes are over. What
//! arrives goes to an [`Inbox`] of the caller's; this crate knows neither incidents nor a database nor a folder.
//!
//! - **One page, one phone.** The address carries 128 random bits. Looking at the page takes nothing, since chat programs
//!   and camera apps look before the person does; the tap on "start" takes it. Whoever tapped first gets a cookie, which
//!   outlives a browser that the phone threw out of memory while its camera was open; another phone is told so.
//! - **One address.** It listens on the address that the caller chose and never on all of them, answers only requests
//!   whose `Host` is that address in digits (so no other web page can reach it through a name of its own), and only to
//!   peers with an address of local networks. Everything else is an empty 404.
//! - **Limits before trust.** Heads of 8 KiB within seconds, four connections, a length that must be told and is checked
//!   before a byte is read, a limit for silence, for one file, for all files, and for the whole session.
//! - **First bytes decide.** Only what begins as a JPEG, PNG, WebP, HEIC or PDF reaches the inbox, whatever its name says.
//! - **No TLS.** A certificate that no phone knows would only teach people to tap warnings away. The page says plainly who
//!   could look on, and whoever shows the code should say it too.
//! - **One thread.** Named, with a runtime of its own, living as long as the session; beside it at most three threads in
//!   which the inbox may wait for a disk. The functions here are plain and blocking.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test fails by panicking"
    )
)]

mod answer;
mod board;
mod door;
mod keys;
mod kind;
mod lan;
mod language;
mod limits;
mod page;
mod progress;
mod qr;
mod server;
mod session;
mod source;
mod upload;

pub use kind::Kind;
pub use lan::{LanAddress, addresses};
pub use language::Language;
pub use limits::Limits;
pub use progress::{FileProgress, FileState, Progress, Reason, State};
pub use qr::{TooLong, qr};
pub use session::{PhoneError, Session, Setting};

/// A file that a phone offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer<'a> {
    /// What the phone calls it: the part after the last slash and nothing else cleaned. It may hold control characters and
    /// marks that reorder text, be hundreds of characters long, and be the name of another file.
    pub name: &'a str,
    /// What it is by its first bytes.
    pub kind: Kind,
    /// How many bytes were announced; the source ends with exactly these, or with an error.
    pub bytes: u64,
}

/// A file that the inbox took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The caller's own name for it; comes back in [`FileProgress::id`].
    pub id: String,
}

/// Where files go.
pub trait Inbox: Send + Sync {
    /// Takes one file. Called on a thread that may block, of which there are at most three at once; when the inbox is
    /// slow, the phone waits.
    ///
    /// `source` ends with `Ok(0)` only after the last announced byte. When the phone breaks off, stalls or the session
    /// ends, reading fails with [`std::io::ErrorKind::ConnectionAborted`] within [`Limits::stall_s`]: then what was
    /// written must be thrown away, and whatever is returned counts as broken off.
    ///
    /// # Errors
    /// A code in snake case, which comes back in [`FileProgress::refusal`]. The phone is told in general words that the
    /// PC did not take the file.
    fn take(&self, offer: Offer<'_>, source: &mut dyn std::io::Read) -> Result<Kept, String>;
}
