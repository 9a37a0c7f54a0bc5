//! What leaves the data folder: a file or a folder of files, written under another name beside its place, and under
//! its own name only when it is whole.
//!
//! Dropped before it is finished it leaves nothing behind. Of a process that was killed a temporary name stays; whoever
//! writes holds the lock of his, which the system gives back with the process, so the next one that begins in the same
//! folder knows what is nobody's and removes it.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::store::Store;
use crate::{StoreError, files};

/// What temporary names begin and end with: whoever finds one knows whose it is, and nothing else is ever removed.
const BEGIN: &str = ".kaizhang-";
const END: &str = ".part";
/// Most names that are tried before the folder is given up.
const MOST: u32 = 100;

/// A temporary name in a folder, as a file that is locked as long as this lives.
#[derive(Debug)]
struct Part {
    path: PathBuf,
    /// `None` once it was given its own name.
    file: Option<File>,
}

impl Part {
    /// Takes a name beside `place`, for which it is told what cannot be done.
    fn begin(place: &Path) -> Result<Part, StoreError> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let folder = place.parent().unwrap_or(Path::new("."));
        clear(folder);
        let mut taken = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
        for _ in 0..MOST {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let path = folder.join(format!("{BEGIN}{}-{number}{END}", std::process::id()));
            let file = match files::try_create(&path) {
                Ok(file) => file,
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                    taken = error;
                    continue;
                }
                Err(error) => return Err(StoreError::io("create", place, &error)),
            };
            // Where nothing can be locked, nobody else can take it for abandoned either.
            let _ = file.lock();
            // Somebody who cleared up between the two lines above may have taken it for abandoned.
            if path.exists() {
                let file = Some(file);
                return Ok(Part { path, file });
            }
        }
        Err(StoreError::io("create", place, &taken))
    }

    /// Where the files of a folder stand while this is its lock.
    fn folder(&self) -> PathBuf {
        self.path.with_extension("parts")
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // The name before its lock, so that nobody meets it without one. Best effort: the next one clears up.
        let _ = files::remove_temporary(&self.path);
    }
}

/// Removes what processes left in a folder that were killed while they wrote. Best effort: what cannot be removed now
/// is in nobody's way.
fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let ours = entry.file_name().to_str().is_some_and(|name| {
            let inner = name
                .strip_prefix(BEGIN)
                .and_then(|name| name.strip_suffix(END));
            inner.is_some_and(|inner| inner.bytes().all(|b| b.is_ascii_digit() || b == b'-'))
        });
        if !ours || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        let Ok(lock) = File::open(&path) else {
            continue;
        };
        if lock.try_lock().is_ok() {
            remove_folder(&path.with_extension("parts"));
            let _ = files::remove_temporary(&path);
        }
    }
}

/// Removes a folder of ours with the files and folders in it, which are all ours too; a link in it goes, and not what it
/// leads to.
fn remove_folder(path: &Path) {
    for entry in fs::read_dir(path).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove_folder(&entry.path());
        } else {
            let _ = files::remove_temporary(&entry.path());
        }
    }
    let _ = fs::remove_dir(path);
}

/// A file on its way out.
#[derive(Debug)]
pub struct Outgoing {
    part: Part,
    path: PathBuf,
    /// Broken on purpose: it is written under its own name, and nobody waits for the disk.
    #[cfg(feature = "negative-controls")]
    straight: bool,
}

impl Outgoing {
    /// Begins a file that is to stand at `path`.
    pub(crate) fn begin(path: &Path) -> Result<Outgoing, StoreError> {
        Ok(Outgoing {
            part: Part::begin(path)?,
            path: path.to_owned(),
            #[cfg(feature = "negative-controls")]
            straight: false,
        })
    }

    #[cfg(feature = "negative-controls")]
    fn straight(path: &Path) -> Result<Outgoing, StoreError> {
        let file = Some(files::create_new(path)?);
        let (path, straight) = (path.to_owned(), true);
        let part = Part {
            path: path.clone(),
            file,
        };
        Ok(Outgoing {
            part,
            path,
            straight,
        })
    }

    /// Where it is written; a second hand on the same file.
    pub fn file(&self) -> std::io::Result<File> {
        match &self.part.file {
            Some(file) => file.try_clone(),
            None => Err(std::io::ErrorKind::NotFound.into()),
        }
    }

    /// Makes its bytes durable and gives it its name; returns its length. `None` when the name was taken meanwhile, and
    /// then nothing is left of it: nothing is written over.
    pub fn finish(mut self) -> Result<Option<u64>, StoreError> {
        let length = self.sync()?;
        #[cfg(feature = "negative-controls")]
        if self.straight {
            std::mem::forget(self);
            return Ok(Some(length));
        }
        self.close();
        // Where there are no hard links a rename would take the place of what is there without a word.
        let taken = self.path.symlink_metadata().is_ok();
        Ok((!taken && files::settle(&self.part.path, &self.path)?).then_some(length))
    }

    /// As [`Outgoing::finish`], in the place of whatever has that name.
    pub(crate) fn replace(mut self) -> Result<u64, StoreError> {
        let length = self.sync()?;
        self.close();
        files::put_in_place(&self.part.path, &self.path)?;
        Ok(length)
    }

    fn sync(&self) -> Result<u64, StoreError> {
        let failed = |error| StoreError::io("sync", &self.path, &error);
        let file = self.file().map_err(failed)?;
        #[cfg(feature = "negative-controls")]
        if self.straight {
            return Ok(file.metadata().map_err(failed)?.len());
        }
        let synced = file.sync_all().and_then(|()| file.metadata());
        Ok(synced.map_err(failed)?.len())
    }

    /// Windows does not rename what is still open; elsewhere the lock is held until the name is given.
    fn close(&mut self) {
        if cfg!(windows) {
            self.part.file = None;
        }
    }
}

/// A folder on its way out, file by file.
#[derive(Debug)]
pub struct OutgoingFolder {
    part: Part,
    path: PathBuf,
    /// Folders in it.
    folders: Vec<PathBuf>,
    finished: bool,
}

impl OutgoingFolder {
    /// Begins a folder that is to stand at `path`.
    pub fn begin(path: &Path) -> Result<OutgoingFolder, StoreError> {
        let part = Part::begin(path)?;
        files::make_folder(&part.folder())?;
        Ok(OutgoingFolder {
            part,
            path: path.to_owned(),
            folders: Vec::new(),
            finished: false,
        })
    }

    /// Writes a file into it and makes its bytes durable; into a folder of its own in it where one is named.
    pub fn add(
        &mut self,
        folder: Option<&str>,
        name: &str,
        bytes: &[u8],
    ) -> Result<(), StoreError> {
        let mut path = self.part.folder();
        if let Some(folder) = folder {
            path.push(folder);
            if !self.folders.contains(&path) {
                files::make_folder(&path)?;
                self.folders.push(path.clone());
            }
        }
        let mut file = files::create_new(&path.join(name))?;
        file.write_all(bytes)
            .and_then(|()| file.sync_all())
            .map_err(|error| StoreError::io("write", &self.path.join(name), &error))
    }

    /// Gives it its name with everything in it. `false` when the name was taken, and then nothing is left of it.
    pub fn finish(mut self) -> Result<bool, StoreError> {
        for folder in &self.folders {
            files::sync_folder(folder)?;
        }
        let folder = self.part.folder();
        files::sync_folder(&folder)?;
        // A rename would take the place of an empty folder without a word.
        if self.path.symlink_metadata().is_ok() {
            return Ok(false);
        }
        files::put_in_place(&folder, &self.path)?;
        self.finished = true;
        Ok(true)
    }
}

impl Drop for OutgoingFolder {
    fn drop(&mut self) {
        if !self.finished {
            remove_folder(&self.part.folder());
        }
    }
}

impl Store {
    /// Begins a large file that is to stand at `path`, outside the data folder.
    pub fn begin_outgoing(&self, path: &Path) -> Result<Outgoing, StoreError> {
        #[cfg(feature = "negative-controls")]
        if self.options.pack_straight {
            return Outgoing::straight(path);
        }
        Outgoing::begin(path)
    }
}

/// Takes a file or a folder of files away again that has just been finished, because what should have been said of it
/// could not be said. Best effort: whole it is in any case.
pub fn take_back(path: &Path) {
    if path.is_dir() {
        remove_folder(path);
    } else {
        let _ = files::remove_temporary(path);
    }
}

#[cfg(test)]
#[path = "outgoing_tests.rs"]
mod tests;
