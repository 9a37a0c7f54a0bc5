//! The entry by which the agent of this folder starts at login. It exists only while the owner wants it.

use std::io;
use std::path::{Path, PathBuf};

use kaizhang_app::folder_digest;

#[cfg(target_os = "linux")]
#[path = "autostart_xdg.rs"]
mod place;
#[cfg(not(target_os = "linux"))]
#[path = "autostart_native.rs"]
mod place;

/// The entry of one folder.
#[derive(Debug)]
pub(crate) struct Autostart {
    /// Two shops on one PC have an agent each.
    name: String,
    program: PathBuf,
    folder: PathBuf,
    /// Looked after already since this process began.
    ensured: bool,
}

impl Autostart {
    pub(crate) fn new(program: &Path, folder: &Path) -> Self {
        Self {
            name: name(folder),
            program: program.to_owned(),
            folder: folder.to_owned(),
            ensured: false,
        }
    }

    /// Makes the entry, or makes it right when the program lies elsewhere now. An entry that the person has switched off
    /// in the desktop's own settings stays off.
    ///
    /// # Errors
    /// When it cannot be written, or a path is no text.
    pub(crate) fn ensure(&mut self) -> io::Result<()> {
        if self.ensured {
            return Ok(());
        }
        let no_text = || io::Error::new(io::ErrorKind::InvalidFilename, "a path is no text");
        let program = self.program.to_str().ok_or_else(no_text)?;
        let folder = self.folder.to_str().ok_or_else(no_text)?;
        place::write(&self.name, program, folder)?;
        self.ensured = true;
        Ok(())
    }

    /// Takes the entry away.
    ///
    /// # Errors
    /// When it is there and stays.
    pub(crate) fn remove(&mut self) -> io::Result<()> {
        self.ensured = false;
        place::remove(&self.name)
    }
}

/// As the window of a folder is named on the session bus.
fn name(folder: &Path) -> String {
    format!("app.kaizhang.agent.d{}", folder_digest(folder))
}
