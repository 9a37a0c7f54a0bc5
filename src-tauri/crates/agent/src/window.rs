//! Starting the window. It is a process of its own, which outlives this one.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::own::Own;

/// The window of this folder.
#[derive(Debug)]
pub(crate) struct Window {
    program: PathBuf,
    folder: PathBuf,
}

/// Why no window comes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NoWindow {
    /// Its program is not beside ours.
    Missing,
    /// The system did not start it.
    Failed(String),
}

impl Window {
    pub(crate) fn new(own: &Own, folder: &Path) -> Self {
        Self {
            program: own.sibling("kaizhang-desktop"),
            folder: folder.to_owned(),
        }
    }

    /// Starts the window on today's check; one that is there already comes to the front instead. `token` is what Wayland
    /// gives for a click, so that the window is allowed to the front.
    ///
    /// # Errors
    /// When there is none to start.
    pub(crate) fn open(&self, token: Option<&str>) -> Result<(), NoWindow> {
        let mut command = Command::new(&self.program);
        command
            .arg("--data")
            .arg(&self.folder)
            .arg("--today")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Those that this process was started with have been used up.
            .env_remove("DESKTOP_STARTUP_ID")
            .env_remove("XDG_ACTIVATION_TOKEN");
        if let Some(token) = token {
            command.env("XDG_ACTIVATION_TOKEN", token);
        }
        #[cfg(unix)]
        // What ends this process by its group, such as Ctrl-C, leaves the window alone.
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        match command.spawn() {
            Ok(child) => {
                log::info!("the window was started as process {}", child.id());
                Ok(())
            }
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
                log::error!("the window's program is missing");
                Err(NoWindow::Missing)
            }
            Err(cause) => {
                log::error!("the window was not started: {cause}");
                Err(NoWindow::Failed(cause.to_string()))
            }
        }
    }
}

/// Takes note of windows that have been closed, so that no dead process stays in the system's list. Also of those that
/// this process started before it became a newer version of itself.
#[cfg(unix)]
pub(crate) fn reap() {
    use rustix::process::{WaitOptions, wait};
    while let Ok(Some((pid, status))) = wait(WaitOptions::NOHANG) {
        match status.exit_status() {
            Some(0) => {}
            Some(code) => log::warn!("process {pid} ended with {code}"),
            None => log::warn!("process {pid} was ended by a signal"),
        }
    }
}

/// Only Unix keeps dead processes in its list.
#[cfg(not(unix))]
pub(crate) fn reap() {}
