//! Whether a data folder can be used, and the lock that all its users share.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::{StoreError, files};

/// What the lock file says, through its callback, while somebody has to wait for it.
pub type Waiting = fn(&str);

/// How a data folder is opened.
#[derive(Debug, Clone, Copy)]
pub struct OpenOptions {
    /// Told once when opening has to wait for a migration by another process.
    pub waiting: Option<Waiting>,
    /// How long to wait for it.
    pub patience: Duration,
    /// Broken on purpose: SQLite acknowledges before the disk has it.
    #[cfg(feature = "negative-controls")]
    pub synchronous_normal: bool,
    /// Broken on purpose: the row of an attachment is written before its file.
    #[cfg(feature = "negative-controls")]
    pub row_before_file: bool,
    /// Broken on purpose: a pack is written straight under its own name, and nobody waits for the disk.
    #[cfg(feature = "negative-controls")]
    pub pack_straight: bool,
}

impl Default for OpenOptions {
    fn default() -> OpenOptions {
        OpenOptions {
            waiting: None,
            patience: Duration::from_secs(30),
            #[cfg(feature = "negative-controls")]
            synchronous_normal: false,
            #[cfg(feature = "negative-controls")]
            row_before_file: false,
            #[cfg(feature = "negative-controls")]
            pack_straight: false,
        }
    }
}

/// The right to remind: held by one process of all that use the folder, and given back by the operating
/// system when that process ends in any way.
#[derive(Debug)]
pub struct DutyLock {
    _lock: File,
}

impl DutyLock {
    pub(crate) fn take(folder: &Path) -> Result<Option<DutyLock>, StoreError> {
        let path = folder.join("duty.lock");
        let lock =
            files::open_lock(&path).map_err(|error| StoreError::io("open", &path, &error))?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(DutyLock { _lock: lock })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(StoreError::io("lock", &path, &error)),
        }
    }
}

/// A usable folder with its lock held.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    lock: File,
}

impl Folder {
    /// Checks or makes the folder, and takes the shared lock.
    pub(crate) fn open(path: &Path, options: &OpenOptions) -> Result<Folder, StoreError> {
        check(path)?;
        let lock_path = path.join("folder.lock");
        let lock = files::open_lock(&lock_path)
            .map_err(|error| StoreError::io("open", &lock_path, &error))?;
        let folder = Folder {
            path: path.to_owned(),
            lock,
        };
        folder.wait_for(options, File::try_lock_shared, || true)?;
        Ok(folder)
    }

    /// Runs `work` while nobody else has the folder open, and goes back to the shared lock. `None` when it
    /// was not needed any more: whoever was quicker may keep the folder open for hours.
    ///
    /// Between the two locks another process may get its turn, so `work` must look again at what it
    /// came to do.
    pub(crate) fn exclusively<T>(
        &self,
        options: &OpenOptions,
        needed: impl Fn() -> bool,
        work: impl FnOnce() -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let failed = |error: &io::Error| StoreError::io("lock", &self.path, error);
        self.lock.unlock().map_err(|error| failed(&error))?;
        let mine = self.wait_for(options, File::try_lock, needed)?;
        let done = mine.then(work);
        if mine {
            self.lock.unlock().map_err(|error| failed(&error))?;
        }
        self.wait_for(options, File::try_lock_shared, || true)?;
        done.transpose()
    }

    /// Waits for a lock. `false` when it turned out while waiting that it is not needed.
    fn wait_for(
        &self,
        options: &OpenOptions,
        attempt: fn(&File) -> Result<(), TryLockError>,
        needed: impl Fn() -> bool,
    ) -> Result<bool, StoreError> {
        const STEP: Duration = Duration::from_millis(20);
        let mut waited = Duration::ZERO;
        loop {
            match attempt(&self.lock) {
                Ok(()) => return Ok(true),
                Err(TryLockError::Error(error)) => {
                    return Err(StoreError::io("lock", &self.path, &error));
                }
                Err(TryLockError::WouldBlock) if !needed() => return Ok(false),
                Err(TryLockError::WouldBlock) if waited >= options.patience => {
                    return Err(StoreError::Busy {
                        waits_for: "folder.lock".to_owned(),
                    });
                }
                Err(TryLockError::WouldBlock) => {
                    if let (Some(say), true) = (options.waiting, waited.is_zero()) {
                        say("folder.lock");
                    }
                    std::thread::sleep(STEP);
                    waited += STEP;
                }
            }
        }
    }

    /// The folder itself.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The database in it.
    pub(crate) fn database(&self) -> PathBuf {
        self.path.join("kaizhang.db")
    }

    /// Lays a copy of a damaged database aside, in `damaged-1`, `damaged-2` and so on, and says
    /// where. Damage that was laid aside before is not copied again.
    pub(crate) fn lay_aside(&self) -> PathBuf {
        let database = self.database();
        for n in 1..1000 {
            let copy = self.path.join(format!("damaged-{n}"));
            if copy.is_dir() {
                if same_bytes(&copy.join("kaizhang.db"), &database) {
                    return copy;
                }
                continue;
            }
            let laid = files::make_folder(&copy).and_then(|()| {
                for suffix in ["", "-wal", "-shm"] {
                    let name = format!("kaizhang.db{suffix}");
                    files::copy_if_there(&self.path.join(&name), &copy.join(&name))?;
                }
                files::sync_folder(&copy)
            });
            // Without room for a copy the original stays as it is; that is all that can be promised.
            return if laid.is_ok() {
                copy
            } else {
                self.path.clone()
            };
        }
        self.path.clone()
    }
}

fn same_bytes(one: &Path, other: &Path) -> bool {
    let long = |path| fs::metadata(path).map(|meta| meta.len()).ok();
    long(one).is_some() && long(one) == long(other) && fs::read(one).ok() == fs::read(other).ok()
}

fn check(path: &Path) -> Result<(), StoreError> {
    if let Some(product) = synced_by(path) {
        return Err(StoreError::Synced {
            path: path.to_owned(),
            product: product.to_owned(),
        });
    }
    match fs::metadata(path) {
        Ok(meta) if !meta.is_dir() => Err(StoreError::NotAFolder {
            path: path.to_owned(),
        }),
        Ok(meta) => check_existing(path, &meta),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            files::make_folder(path).map_err(|error| match error {
                StoreError::DiskFull { .. } => error,
                other => StoreError::NotCreatable {
                    path: path.to_owned(),
                    detail: other.to_string(),
                },
            })?;
            check_existing(
                path,
                &fs::metadata(path).map_err(|e| StoreError::io("look at", path, &e))?,
            )
        }
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Err(StoreError::NotAFolder {
            path: path.to_owned(),
        }),
        Err(error) => Err(StoreError::io("look at", path, &error)),
    }
}

#[cfg(unix)]
fn check_existing(path: &Path, meta: &fs::Metadata) -> Result<(), StoreError> {
    use std::os::unix::fs::MetadataExt;
    let me = rustix::process::geteuid();
    if meta.uid() != me.as_raw() && !me.is_root() {
        return Err(StoreError::OtherOwner {
            path: path.to_owned(),
        });
    }
    #[cfg(target_os = "linux")]
    if let Ok(system) = rustix::fs::statfs(path) {
        // Magic numbers of statfs(2).
        let kind = match system.f_type {
            0x6969 => "NFS",
            0x517B | 0xFF53_4D42 | 0xFE53_4D42 => "SMB",
            _ => return Ok(()),
        };
        return Err(StoreError::OnNetwork {
            path: path.to_owned(),
            kind: kind.to_owned(),
        });
    }
    Ok(())
}

#[cfg(not(unix))]
fn check_existing(path: &Path, _: &fs::Metadata) -> Result<(), StoreError> {
    // A UNC path is a share.
    if path.to_string_lossy().starts_with(r"\\") && !path.to_string_lossy().starts_with(r"\\?\") {
        return Err(StoreError::OnNetwork {
            path: path.to_owned(),
            kind: "SMB".to_owned(),
        });
    }
    Ok(())
}

/// The product that syncs a folder, told by the names it gives its folders. A live database copied by
/// such a product while it is written ends up torn.
fn synced_by(path: &Path) -> Option<&'static str> {
    const PRODUCTS: [(&str, &str); 8] = [
        ("onedrive", "OneDrive"),
        ("dropbox", "Dropbox"),
        ("坚果云", "坚果云"),
        ("nutstore", "坚果云"),
        ("google drive", "Google Drive"),
        ("googledrive", "Google Drive"),
        ("icloud", "iCloud"),
        ("mobile documents", "iCloud"),
    ];
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let names = whole
        .components()
        .map(|part| part.as_os_str().to_string_lossy().to_lowercase());
    for name in names {
        for (start, product) in PRODUCTS {
            let rest = name.strip_prefix(start);
            // `OneDrive - Company` is one, `onedrive-notes.txt` is somebody's own folder.
            if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '('])) {
                return Some(product);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, product: Option<&str>) {
        assert_eq!(synced_by(Path::new(path)), product, "{path}");
    }

    #[test]
    fn synced_folders_are_known_by_name() {
        check("/home/a/OneDrive/kaizhang", Some("OneDrive"));
        check("/home/a/OneDrive - Shop/kaizhang", Some("OneDrive"));
        check("/home/a/Dropbox (Personal)/k", Some("Dropbox"));
        check("/home/a/坚果云/店", Some("坚果云"));
        check("/Users/a/Library/Mobile Documents/k", Some("iCloud"));
        check("/home/a/dropbox-export/k", None);
        check("/home/a/.local/share/kaizhang", None);
    }
}
