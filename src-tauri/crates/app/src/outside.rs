//! The world outside: the PC's clock, its chance, its zone, its folders. The one file that asks for
//! them; everything else is handed what it needs.

#![allow(
    clippy::disallowed_methods,
    reason = "this is the file that provides clock and chance to the others"
)]

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, SubsecRound, Utc};
use chrono_tz::Tz;
use sha2::{Digest, Sha256};

/// Where time and chance come from.
pub trait Outside: Send + Sync {
    /// The PC's clock, to the millisecond.
    fn now(&self) -> DateTime<Utc>;
    /// How long the PC has been on, sleep included: a clock that nobody can set.
    fn on_for(&self) -> Duration;
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

    fn on_for(&self) -> Duration {
        since_boot()
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

#[cfg(target_os = "linux")]
fn since_boot() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// Where the system's counting clock stops in sleep, waking up looks like a clock that was set; that is
/// written down as such, and nothing else follows from it.
#[cfg(not(target_os = "linux"))]
fn since_boot() -> Duration {
    use std::sync::OnceLock;
    use std::time::Instant;
    static BEGAN: OnceLock<Instant> = OnceLock::new();
    BEGAN.get_or_init(Instant::now).elapsed()
}

/// The PC's own zone, or Asia/Shanghai where it does not tell.
pub(crate) fn zone_of_this_pc() -> Tz {
    iana_time_zone::get_timezone()
        .ok()
        .and_then(|name| name.parse().ok())
        .unwrap_or(Tz::Asia__Shanghai)
}

/// What tells one data folder from every other in the name of a program on the session bus: sixteen hex digits, the same
/// by whichever path the folder is reached.
pub fn folder_digest(folder: &Path) -> String {
    let known = folder
        .canonicalize()
        .unwrap_or_else(|_| folder.to_path_buf());
    let digest = Sha256::digest(known.as_os_str().as_encoded_bytes());
    let digits = digest.iter().take(8).map(|byte| format!("{byte:02x}"));
    digits.collect()
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

/// Where a person's documents are: `KAIZHANG_DOCUMENTS`, what the desktop says, or the usual folder of his home.
pub(crate) fn documents_folder() -> PathBuf {
    let from = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    if let Some(folder) = from("KAIZHANG_DOCUMENTS") {
        return folder;
    }
    let home = from("HOME")
        .or_else(|| from("USERPROFILE"))
        .unwrap_or_default();
    let config = from("XDG_CONFIG_HOME").unwrap_or_else(|| home.join(".config"));
    let dirs = std::fs::read_to_string(config.join("user-dirs.dirs")).unwrap_or_default();
    documents_of(&dirs, &home).unwrap_or_else(|| home.join("Documents"))
}

/// The line of xdg-user-dirs that names the documents: `XDG_DOCUMENTS_DIR="$HOME/文档"`.
fn documents_of(dirs: &str, home: &Path) -> Option<PathBuf> {
    let mut lines = dirs.lines();
    let value = lines.find_map(|line| line.trim().strip_prefix("XDG_DOCUMENTS_DIR="))?;
    let value = value.trim().trim_matches('"');
    if let Some(below) = value.strip_prefix("$HOME/") {
        return Some(home.join(below));
    }
    // The specification knows no other form than a whole path.
    value.starts_with('/').then(|| PathBuf::from(value))
}

/// Where fonts for reports are looked for: `KAIZHANG_FONTS` alone where it is set, else beside the program and in the
/// system's folders.
#[cfg(feature = "reports")]
pub(crate) fn font_folders() -> Vec<PathBuf> {
    if let Some(folder) = std::env::var_os("KAIZHANG_FONTS").filter(|value| !value.is_empty()) {
        return vec![PathBuf::from(folder)];
    }
    let program = std::env::current_exe().ok();
    kaizhang_report::folders(program.as_deref().and_then(Path::parent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desktop_says_where_documents_are() {
        let check = |dirs: &str, expected: Option<&str>| {
            let home = Path::new("/home/a");
            assert_eq!(
                documents_of(dirs, home),
                expected.map(PathBuf::from),
                "{dirs}"
            );
        };
        check("XDG_DOCUMENTS_DIR=\"$HOME/文档\"\n", Some("/home/a/文档"));
        check("# x\n XDG_DOCUMENTS_DIR=\"/data/docs\"", Some("/data/docs"));
        check("XDG_DOWNLOAD_DIR=\"$HOME/x\"", None);
        check("XDG_DOCUMENTS_DIR=\"docs\"", None);
        check("", None);
    }
}
