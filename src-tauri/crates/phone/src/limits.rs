//! How much and how long.

use std::time::Duration;

/// What a session allows. [`Default`] is meant for a shop: ten minutes, twenty files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// How long the page lives, in seconds.
    pub session_s: u32,
    /// The largest file, in bytes.
    pub file_bytes: u64,
    /// How many files may be kept.
    pub files: u32,
    /// How much all of them together may hold, in bytes.
    pub total_bytes: u64,
    /// How long a phone may be silent within a file, in seconds.
    pub stall_s: u32,
    /// How long one file may take altogether, in seconds, however steadily it drips.
    pub file_s: u32,
    /// How long a connection may take to say what it wants, in seconds; it may be silent as long between two requests.
    pub head_s: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            session_s: 10 * 60,
            file_bytes: 32 * 1024 * 1024,
            files: 20,
            total_bytes: 256 * 1024 * 1024,
            stall_s: 20,
            file_s: 180,
            head_s: 10,
        }
    }
}

impl Limits {
    pub(crate) fn session(&self) -> Duration {
        Duration::from_secs(self.session_s.into())
    }

    pub(crate) fn stall(&self) -> Duration {
        Duration::from_secs(self.stall_s.into())
    }

    pub(crate) fn file(&self) -> Duration {
        Duration::from_secs(self.file_s.into())
    }

    pub(crate) fn head(&self) -> Duration {
        Duration::from_secs(self.head_s.into())
    }
}
