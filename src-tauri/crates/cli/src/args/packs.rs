//! `pack` and `verify`: what was asked for.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::text;

/// A pack to be made.
#[derive(Debug)]
pub(crate) struct Pack {
    /// What it is about, as the command takes it.
    pub(crate) wish: Value,
    /// The file.
    pub(crate) out: String,
}

/// A pack to be checked.
#[derive(Debug)]
pub(crate) struct Verify {
    /// The zip or the folder.
    pub(crate) pack: String,
    /// The fingerprint of the key that must have signed.
    pub(crate) key: Option<String>,
    /// A file with roots of timestamp authorities.
    pub(crate) roots: Option<String>,
}

pub(super) fn pack(matches: &ArgMatches) -> Option<Pack> {
    let (about, sub) = matches.subcommand()?;
    let wish = json!({
        "about": about,
        "which": sub.try_get_one::<String>("which").ok().flatten(),
        "from": sub.try_get_one::<String>("from").ok().flatten(),
        "to": sub.try_get_one::<String>("to").ok().flatten(),
        "profile": text(sub, "profile"),
    });
    Some(Pack {
        wish,
        out: text(sub, "out")?,
    })
}

pub(super) fn verify(sub: &ArgMatches) -> Option<Verify> {
    Some(Verify {
        pack: text(sub, "pack")?,
        key: text(sub, "key"),
        roots: text(sub, "roots"),
    })
}
