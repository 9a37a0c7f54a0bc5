//! This program's own file: where the others lie, and whether an upgrade has put a new one in its place.

use std::ffi::OsString;
use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, SystemTime};

/// A new program that does not even tell its version within this time is not run.
const PATIENCE: Duration = Duration::from_secs(5);

/// What tells one file from another under the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    modified: Option<SystemTime>,
    bytes: u64,
    #[cfg(unix)]
    inode: (u64, u64),
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        use std::os::unix::fs::MetadataExt;
        Self {
            modified: metadata.modified().ok(),
            bytes: metadata.len(),
            #[cfg(unix)]
            inode: (metadata.dev(), metadata.ino()),
        }
    }
}

/// The file this process was started from.
#[derive(Debug)]
pub(crate) struct Own {
    path: PathBuf,
    running: Option<Stamp>,
    /// A new file that was seen at the last look, perhaps half written.
    coming: Option<Stamp>,
}

impl Own {
    /// Looks where this program lies. To be asked at the start, while it surely still lies there.
    ///
    /// # Errors
    /// When the system does not say.
    pub(crate) fn find() -> io::Result<Self> {
        Ok(Self::at(std::env::current_exe()?))
    }

    fn at(path: PathBuf) -> Self {
        let running = path.metadata().ok().map(|found| Stamp::of(&found));
        Self {
            path,
            running,
            coming: None,
        }
    }

    /// The program's path.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// A program of the same installation.
    pub(crate) fn sibling(&self, name: &str) -> PathBuf {
        let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        self.path.with_file_name(name)
    }

    /// Whether another program lies here now, the same one at two looks and able to run.
    ///
    /// An old agent holds the data folder open in the old form; the new window may have to wait for it.
    pub(crate) fn was_replaced(&mut self) -> bool {
        // Between the old and the new file there may be none for a moment, or for good after removal.
        let Some(found) = self.path.metadata().ok().map(|found| Stamp::of(&found)) else {
            return false;
        };
        if self.running == Some(found) {
            self.coming = None;
            return false;
        }
        if self.coming != Some(found) {
            self.coming = Some(found);
            return false;
        }
        let runs = self.can_run();
        if !runs {
            log::warn!("the new program does not run; this one stays");
            // Not asked again until it changes once more.
            self.running = Some(found);
        }
        runs
    }

    fn can_run(&self) -> bool {
        let started = Command::new(&self.path)
            .arg("--version")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut child) = started else {
            return false;
        };
        let step = Duration::from_millis(20);
        let mut waited = Duration::ZERO;
        while waited < PATIENCE {
            match child.try_wait() {
                Ok(Some(status)) => return status.success(),
                Ok(None) => thread::sleep(step),
                Err(_) => break,
            }
            waited += step;
        }
        // It hangs, and goes.
        let _ = child.kill();
        let _ = child.wait();
        false
    }

    /// Becomes the program that lies here now, with the same words. Returns only when that failed.
    pub(crate) fn run_again(&self) -> io::Error {
        let words: Vec<OsString> = std::env::args_os().skip(1).collect();
        let mut command = Command::new(&self.path);
        command.args(words);
        #[cfg(unix)]
        {
            std::os::unix::process::CommandExt::exec(&mut command)
        }
        #[cfg(not(unix))]
        match command.spawn() {
            // The new one takes over as soon as this one has ended.
            Ok(_) => std::process::exit(0),
            Err(cause) => cause,
        }
    }
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "the test plays the installer")]
mod tests {
    use super::*;

    fn install(at: &Path, text: &str) {
        let aside = at.with_extension("new");
        std::fs::write(&aside, text).unwrap();
        #[cfg(unix)]
        std::fs::set_permissions(&aside, std::os::unix::fs::PermissionsExt::from_mode(0o755))
            .unwrap();
        std::fs::rename(aside, at).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_new_program_is_run_when_it_is_whole_and_works() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kaizhang-agent");
        install(&path, "#!/bin/sh\nexit 0\n");
        let mut own = Own::at(path.clone());
        assert!(!own.was_replaced());

        install(&path, "#!/bin/sh\nexit 3\n");
        assert_eq!(
            [own.was_replaced(), own.was_replaced()],
            [false, false],
            "it does not run"
        );
        assert!(!own.was_replaced());

        std::fs::remove_file(&path).unwrap();
        assert_eq!([own.was_replaced(), own.was_replaced()], [false, false]);

        install(&path, "#!/bin/sh\nexit 0 # new\n");
        assert_eq!([own.was_replaced(), own.was_replaced()], [false, true]);
        assert_eq!(
            own.sibling("kaizhang-desktop"),
            folder.path().join("kaizhang-desktop")
        );
    }
}
