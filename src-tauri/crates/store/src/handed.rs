//! Big files that the screen hands over piece by piece, only to be looked into: a pack that shall be checked.
//!
//! They lie in `handed/` and belong to nobody's records. Whoever took one in holds the lock beside it, which the system
//! gives back when its process ends in any way; a file whose lock is free is nobody's and goes with the next start.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use crate::store::Store;
use crate::{StoreError, files};

/// Longest file that is handed over, in bytes.
pub const HANDED_LIMIT: u64 = 16 << 30;

/// A file that arrives piece by piece. It is gone from the disk when this is dropped.
#[derive(Debug)]
pub struct Handed {
    path: PathBuf,
    lock_path: PathBuf,
    file: File,
    bytes: u64,
    limit: u64,
    _lock: File,
}

impl Handed {
    fn begin(folder: &Path, unique: &str, limit: u64) -> Result<Handed, StoreError> {
        let folder = folder.join("handed");
        files::make_folder(&folder)?;
        let path = folder.join(unique);
        let lock_path = folder.join(format!("{unique}.lock"));
        // The lock is there and held before its file is, so that no file is ever seen without one.
        let lock = files::create_new(&lock_path)?;
        lock.try_lock().map_err(|_| StoreError::Busy {
            waits_for: "handed".to_owned(),
        })?;
        Ok(Handed {
            file: files::create_new(&path)?,
            path,
            lock_path,
            bytes: 0,
            limit,
            _lock: lock,
        })
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How much of it is here.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Adds the piece that begins at `at`. When it cannot be added whole, nothing of it is.
    ///
    /// Nothing waits for the disk here: after a power cut the file is nobody's.
    pub fn append(&mut self, at: u64, piece: &mut dyn Read) -> Result<(), StoreError> {
        if at != self.bytes {
            return Err(StoreError::HandedOutOfOrder {
                at,
                expected: self.bytes,
            });
        }
        let added = self.copy(piece);
        if added.is_err() {
            // What is left of the piece goes; should even that fail, the next piece is refused by its place.
            self.file
                .set_len(self.bytes)
                .and_then(|()| {
                    use std::io::{Seek, SeekFrom};
                    self.file.seek(SeekFrom::Start(self.bytes)).map(|_| ())
                })
                .map_err(|error| StoreError::io("shorten", &self.path, &error))?;
        }
        self.bytes = added?;
        Ok(())
    }

    fn copy(&mut self, piece: &mut dyn Read) -> Result<u64, StoreError> {
        let mut bytes = self.bytes;
        let mut buffer = vec![0; 256 << 10];
        loop {
            let n = match piece.read(&mut buffer) {
                Ok(0) => return Ok(bytes),
                Ok(n) => n,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    return Err(StoreError::AttachmentUnreadable {
                        path: error.to_string(),
                    });
                }
            };
            bytes += n as u64;
            if bytes > self.limit {
                return Err(StoreError::HandedTooLarge {
                    limit_gib: HANDED_LIMIT >> 30,
                });
            }
            self.file
                .write_all(&buffer[..n])
                .map_err(|error| StoreError::io("write", &self.path, &error))?;
        }
    }
}

impl Drop for Handed {
    fn drop(&mut self) {
        // Best effort: what is left over goes with the next start. The file before its lock, see `begin`.
        if files::remove_temporary(&self.path).is_ok() {
            let _ = files::remove_temporary(&self.lock_path);
        }
    }
}

/// Removes what nobody holds any more; returns how many files went.
fn clear(folder: &Path) -> Result<usize, StoreError> {
    let folder = folder.join("handed");
    let names = match fs::read_dir(&folder) {
        Ok(names) => names,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(0),
        Err(error) => return Err(StoreError::io("look into", &folder, &error)),
    };
    let mut gone = 0;
    for name in names {
        let path = name
            .map_err(|error| StoreError::io("look into", &folder, &error))?
            .path();
        if path.extension().is_none_or(|ending| ending != "lock") {
            continue;
        }
        let lock = File::open(&path);
        if lock.is_ok_and(|lock| lock.try_lock().is_ok()) {
            files::remove_temporary(&path.with_extension(""))?;
            files::remove_temporary(&path)?;
            gone += 1;
        }
    }
    Ok(gone)
}

impl Store {
    /// Begins to take in a file that is only to be looked into; `unique` names it on the disk.
    pub fn begin_handed(&self, unique: &str) -> Result<Handed, StoreError> {
        Handed::begin(self.path(), unique, HANDED_LIMIT)
    }

    /// Removes the files that a process left behind which was killed; returns how many.
    pub fn clear_handed(&self) -> Result<usize, StoreError> {
        clear(self.path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives some bytes and then fails, as a screen that goes away does.
    struct Torn(&'static [u8]);

    impl Read for Torn {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            if self.0.is_empty() {
                return Err(std::io::ErrorKind::ConnectionReset.into());
            }
            self.0.read(buffer)
        }
    }

    fn names(folder: &Path) -> usize {
        fs::read_dir(folder.join("handed")).unwrap().count()
    }

    #[test]
    fn pieces_come_in_order_and_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let mut handed = Handed::begin(folder.path(), "one", 12).unwrap();
        let check = |handed: &mut Handed, at: u64, piece: &mut dyn Read, expected: Option<&str>| {
            let refused = handed.append(at, piece).err();
            assert_eq!(refused.as_ref().map(StoreError::code), expected);
            assert_eq!(fs::metadata(handed.path()).unwrap().len(), handed.bytes());
        };
        check(&mut handed, 0, &mut &b"first "[..], None);
        check(
            &mut handed,
            0,
            &mut &b"first "[..],
            Some("handed_out_of_order"),
        );
        check(&mut handed, 99, &mut &b"x"[..], Some("handed_out_of_order"));
        check(
            &mut handed,
            6,
            &mut Torn(b"sec"),
            Some("attachment_unreadable"),
        );
        check(
            &mut handed,
            6,
            &mut &b"much too long"[..],
            Some("handed_too_large"),
        );
        check(&mut handed, 6, &mut &b"second"[..], None);
        assert_eq!(fs::read(handed.path()).unwrap(), b"first second");
        drop(handed);
        assert_eq!(names(folder.path()), 0);
    }

    #[test]
    fn only_what_nobody_holds_is_cleared() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(clear(folder.path()).unwrap(), 0);
        let held = Handed::begin(folder.path(), "held", 12).unwrap();
        let abandoned = Handed::begin(folder.path(), "abandoned", 12).unwrap();
        // As a killed process leaves it: the files stay, the lock is given back.
        let (path, lock) = (abandoned.path.clone(), abandoned.lock_path.clone());
        drop(abandoned);
        files::create_new(&path).unwrap();
        files::create_new(&lock).unwrap();
        assert_eq!(clear(folder.path()).unwrap(), 1);
        assert!(held.path().exists() && !path.exists() && !lock.exists());
        assert_eq!(names(folder.path()), 2);
    }
}
