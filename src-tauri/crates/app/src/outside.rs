//! The world outside: the PC's clock, its chance, its zone, its folders. The one file that asks for
//! them; everything else is handed what it needs.

#![allow(
    clippy::disallowed_methods,
    reason = "this is the file that provides clock and chance to the others"
)]

use std::path::PathBuf;

use chrono::{DateTime, SubsecRound, Utc};
use chrono_tz::Tz;

/// Where time and chance come from.
pub trait Outside: Send + Sync {
    /// The PC's clock, to the millisecond.
    fn now(&self) -> DateTime<Utc>;
    /// Fills a buffer with unpredictable bytes.
    fn chance(&self, bytes: &mut [u8]);

    /// A new UUIDv7: its time is `at`, the rest is chance.
    fn id(&self, at: DateTime<Utc>) -> String {
        let mut rest = [0; 10];
        self.chance(&mut rest);
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &rest)
            .into_uuid()
            .to_string()
    }
}

/// This PC.
#[derive(Debug, Clone, Copy, Default)]
pub struct System;

impl Outside for System {
    fn now(&self) -> DateTime<Utc> {
        Utc::now().trunc_subsecs(3)
    }

    fn chance(&self, bytes: &mut [u8]) {
        // Without the operating system's random numbers there are no keys and no ids worth having,
        // and nothing a shopkeeper could do about it.
        #[allow(
            clippy::panic,
            reason = "the system's random source is part of the machine"
        )]
        if let Err(error) = getrandom::fill(bytes) {
            panic!("the system gives no random numbers: {error}");
        }
    }
}

/// The PC's own zone, or Asia/Shanghai where it does not tell.
pub(crate) fn zone_of_this_pc() -> Tz {
    iana_time_zone::get_timezone()
        .ok()
        .and_then(|name| name.parse().ok())
        .unwrap_or(Tz::Asia__Shanghai)
}

/// The data folder when none is named: `KAIZHANG_DATA`, or the platform's place for a program's data.
pub fn default_folder() -> PathBuf {
    let from = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    if let Some(folder) = from("KAIZHANG_DATA") {
        return folder;
    }
    let home = from("HOME")
        .or_else(|| from("USERPROFILE"))
        .unwrap_or_default();
    let base = if cfg!(windows) {
        from("LOCALAPPDATA").unwrap_or_else(|| home.join("AppData").join("Local"))
    } else if cfg!(target_os = "macos") {
        home.join("Library").join("Application Support")
    } else {
        from("XDG_DATA_HOME").unwrap_or_else(|| home.join(".local").join("share"))
    };
    base.join("kaizhang")
}
