//! One attempt to tell the shop's owner something, when the morning check is late.
//!
//! Plain values in, one attempt out: a [`Channel`] (group robot, web address or e-mail), a [`Message`] that the caller
//! has put into words, and [`send`]. When to try, how often, and what to say is decided elsewhere; [`backoff`] only
//! says how long to wait between tries.
//!
//! - **One limit for everything.** Names, connecting, TLS, writing and reading share [`Limits::total`], however slowly
//!   the other side answers. Of an answer at most 64 KB are read.
//! - **Nothing before the first message, nothing after it.** Roots, TLS and connections are made for an attempt and gone
//!   with it. Looking up a name happens on a thread of its own, since the system's look-up knows no limit; that thread
//!   can outlive a timed-out attempt until the system gives up.
//! - **Straight to the host.** Proxies from the environment are not used, redirects are not followed.
//! - **Secrets stay inside.** No error and no `Debug` shows a path, a key or a password: errors are made of the host and
//!   of numbers, never of what a library said. The lines that ureq would write into a log are compiled out, see the
//!   root `Cargo.toml`.
//! - **No clock.** The moment of sending comes from the caller. Only the time limit counts seconds, and TLS compares
//!   certificates with the PC's clock.
//!
//! Roots are Mozilla's, compiled in ([`Limits::extra_roots`] adds an owner's own): the PC at a till is often old, and its
//! list of roots with it, while this list is as old as the program. Reading a list of the system's would also take
//! hundreds of files on Linux for one message.

mod address;
mod answer;
mod ask;
mod backoff;
mod channel;
mod checked;
mod deadline;
mod error;
mod forms;
mod mail;
mod message;
mod refusal;
mod roots;
mod send;
mod sign;
mod web;

pub use ask::{Question, ask, host, public_roots, service};
pub use backoff::backoff;
pub use channel::{Channel, ChannelView, MailServer, Security};
pub use error::AlertError;
pub use message::Message;
pub use refusal::ChannelError;
pub use send::{Limits, Sent, send};
