//! One agent for each data folder.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

/// The right to be this folder's agent. The operating system gives it back when this process ends in any way.
#[derive(Debug)]
pub(crate) struct Seat {
    _lock: File,
}

impl Seat {
    /// Takes the seat, unless another process has it.
    ///
    /// # Errors
    /// When the folder cannot be written or does not keep locks.
    pub(crate) fn take(folder: &Path) -> io::Result<Option<Self>> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let lock = options.open(folder.join("agent.lock"))?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(Self { _lock: lock })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(cause)) => Err(cause),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_is_taken_once_and_given_back() {
        let folder = tempfile::tempdir().unwrap();
        let seat = Seat::take(folder.path()).unwrap();
        assert!(seat.is_some());
        assert!(Seat::take(folder.path()).unwrap().is_none());
        drop(seat);
        assert!(Seat::take(folder.path()).unwrap().is_some());
        assert!(Seat::take(&folder.path().join("nowhere")).is_err());
    }
}
