//! The agent's log: three files of half a megabyte beside the window's. It never holds what a person typed.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

use kaizhang_app::{Outside, System};
use log::{LevelFilter, Log, Metadata, Record};

use crate::files;

/// Three files of this size say enough about the last weeks; the window keeps as many.
const FILE_BYTES: u64 = 512 * 1024;
const OLDER: u32 = 2;

/// Begins the log. Without a place for it the agent works all the same.
pub(crate) fn begin() {
    let Some(folder) = folder() else { return };
    let Ok(journal) = Journal::open(&folder.join("agent.log"), FILE_BYTES) else {
        return;
    };
    // Set once in this process.
    if log::set_boxed_logger(Box::new(journal)).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
}

/// Notes where a panic happened. Its message is left out unless it is a fixed text, because a formatted one may carry
/// words of the shop.
pub(crate) fn note_panics() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let place = panic
            .location()
            .map_or_else(String::new, ToString::to_string);
        let fixed = panic
            .payload()
            .downcast_ref::<&'static str>()
            .copied()
            .unwrap_or("");
        let thread = thread::current().name().unwrap_or("?").to_owned();
        log::error!("panicked in {thread} at {place} {fixed}");
        usual(panic);
    }));
}

/// The folder in which the window keeps its log too.
fn folder() -> Option<PathBuf> {
    let from = |name: &str| {
        let value = std::env::var_os(name).filter(|value| !value.is_empty());
        value.map(PathBuf::from).filter(|path| path.is_absolute())
    };
    const IDENTIFIER: &str = "app.kaizhang.desktop";
    if cfg!(target_os = "macos") {
        return Some(from("HOME")?.join("Library/Logs").join(IDENTIFIER));
    }
    let base = if cfg!(windows) {
        from("LOCALAPPDATA")?
    } else {
        from("XDG_DATA_HOME").or_else(|| Some(from("HOME")?.join(".local/share")))?
    };
    Some(base.join(IDENTIFIER).join("logs"))
}

/// One line for each event, and a new file when this one is full.
struct Journal {
    path: PathBuf,
    limit: u64,
    now: Mutex<Open>,
}

struct Open {
    file: File,
    bytes: u64,
}

impl Open {
    fn at(path: &Path) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        let bytes = file.metadata()?.len();
        Ok(Self { file, bytes })
    }
}

impl Journal {
    fn open(path: &Path, limit: u64) -> io::Result<Self> {
        Ok(Self {
            path: path.to_owned(),
            limit,
            now: Mutex::new(Open::at(path)?),
        })
    }

    fn write(&self, line: &str) -> io::Result<()> {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        if now.bytes + line.len() as u64 > self.limit && now.bytes > 0 {
            self.turn()?;
            *now = Open::at(&self.path)?;
        }
        now.file.write_all(line.as_bytes())?;
        now.bytes += line.len() as u64;
        Ok(())
    }

    /// `agent.log` becomes `agent.log.1`, that one `agent.log.2`, and the oldest goes.
    fn turn(&self) -> io::Result<()> {
        for older in (1..OLDER).rev() {
            // There is none in the first weeks.
            let _ = files::rename(&self.older(older), &self.older(older + 1));
        }
        files::rename(&self.path, &self.older(1))
    }

    fn older(&self, number: u32) -> PathBuf {
        let mut name = self.path.as_os_str().to_owned();
        name.push(format!(".{number}"));
        name.into()
    }
}

impl Log for Journal {
    /// Libraries are heard only when they warn.
    fn enabled(&self, about: &Metadata<'_>) -> bool {
        about.target().starts_with("kaizhang") || about.level() <= log::Level::Warn
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            let line = format!(
                "{} {} {} {}\n",
                System.now().format("%Y-%m-%dT%H:%M:%S%.3fZ"),
                record.level(),
                record.target(),
                record.args()
            );
            // A full disk must not stop the reminders.
            let _ = self.write(&line);
        }
    }

    fn flush(&self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_is_turned_over_and_stays_small() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("logs/agent.log");
        let line = format!("{}\n", "x".repeat(99));
        {
            let journal = Journal::open(&path, 1000).unwrap();
            (0..7).for_each(|_| journal.write(&line).unwrap());
        }
        // A new process goes on in the same file.
        let journal = Journal::open(&path, 1000).unwrap();
        (0..60).for_each(|_| journal.write(&line).unwrap());
        journal.write("last\n").unwrap();

        let mut files: Vec<(String, u64)> = std::fs::read_dir(path.parent().unwrap())
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                let name = entry.file_name().into_string().unwrap();
                (name, entry.metadata().unwrap().len())
            })
            .collect();
        files.sort();
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["agent.log", "agent.log.1", "agent.log.2"]);
        assert!(files.iter().all(|(_, bytes)| *bytes <= 1000), "{files:?}");
        assert!(std::fs::read_to_string(&path).unwrap().ends_with("last\n"));
    }

    #[test]
    fn libraries_speak_only_when_something_is_wrong() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("agent.log");
        let journal = Journal::open(&path, 1000).unwrap();
        for (target, level, text) in [
            ("zbus::connection", log::Level::Info, "chatter"),
            ("zbus::connection", log::Level::Warn, "a warning"),
            ("kaizhang_agent::agent", log::Level::Info, "ours"),
        ] {
            journal.log(
                &Record::builder()
                    .target(target)
                    .level(level)
                    .args(format_args!("{text}"))
                    .build(),
            );
        }
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text.lines().count(), 2, "{text}");
        assert!(text.contains("WARN zbus::connection a warning"), "{text}");
        assert!(text.contains("INFO kaizhang_agent::agent ours"), "{text}");
    }
}
