//! Runs a program under the shim.

use std::fs::File;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The shim, as the build script compiled it.
pub const SHIM: &str = env!("KAIZHANG_FAULTS_SHIM");

/// A program that hangs has failed; no honest run takes a fraction of this.
const PATIENCE: Duration = Duration::from_secs(60);

/// The errors a step can be refused with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing that needs room succeeds: no new file, no write.
    DiskFull,
    /// Nothing that changes the folder succeeds, not even opening for writing.
    ReadOnly,
    /// Making data durable fails.
    SyncFails,
}

impl Refusal {
    /// The kinds of steps it hits, in the shim's letters, and the errno.
    fn parts(self) -> (&'static str, i32) {
        match self {
            Self::DiskFull => ("CMWL", 28),
            Self::ReadOnly => ("COTWMXRLUP", 30),
            Self::SyncFails => ("SD", 5),
        }
    }
}

/// What goes wrong, and when. Steps count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// SIGKILL right before this step.
    KilledBefore(usize),
    /// SIGKILL half-way through this step if it writes, else right before it.
    KilledWithin(usize),
    /// This and every later step of the refusal's kinds fail.
    RefusedFrom(usize, Refusal),
    /// Only this step fails, if it is of the refusal's kinds.
    RefusedOnce(usize, Refusal),
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// By itself, with this exit code.
    Exited(i32),
    /// By the shim's SIGKILL.
    Killed,
}

/// A place for one run: the watched folder, and beside it the log, the acknowledgements and the program's words.
#[derive(Debug)]
pub struct Place {
    /// The watched folder, canonical.
    pub folder: PathBuf,
    /// The shim's log.
    pub log: PathBuf,
    /// The acknowledgements, a line each.
    pub acks: PathBuf,
    /// What the program wrote to stdout and stderr.
    pub words: PathBuf,
}

impl Place {
    /// Makes an empty watched folder in an existing folder.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn new(parent: &Path) -> io::Result<Self> {
        let parent = parent.canonicalize()?;
        let folder = parent.join("folder");
        std::fs::create_dir_all(&folder)?;
        Ok(Self {
            folder,
            log: parent.join("log"),
            acks: parent.join("acks"),
            words: parent.join("words"),
        })
    }

    /// Runs a program on the folder until it ends, by itself or by a fault. The program finds the folder in
    /// `KAIZHANG_FAULTS_FOLDER` and appends its acknowledgements to the file named by `KAIZHANG_FAULTS_ACKS`.
    ///
    /// # Errors
    /// When the program cannot be started, or hangs.
    pub fn run(&self, program: &mut Command, fault: Fault) -> io::Result<Ending> {
        let words = File::create(&self.words)?;
        program
            .env("LD_PRELOAD", SHIM)
            .env("KAIZHANG_FAULTS_FOLDER", &self.folder)
            .env("KAIZHANG_FAULTS_LOG", &self.log)
            .env("KAIZHANG_FAULTS_ACKS", &self.acks)
            .stdin(Stdio::null())
            .stdout(words.try_clone()?)
            .stderr(words);
        arrange(program, fault);
        let mut child = program.spawn()?;
        let began = Instant::now();
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(match status.code() {
                    Some(code) => Ending::Exited(code),
                    None if status.signal() == Some(9) => Ending::Killed,
                    None => return Err(io::Error::other(format!("the program died of {status}"))),
                });
            }
            if began.elapsed() > PATIENCE {
                child.kill()?;
                child.wait()?;
                return Err(io::Error::other(format!(
                    "the program hangs under {fault:?}"
                )));
            }
            sleep(Duration::from_millis(1));
        }
    }

    /// The acknowledgements so far, one line each. A killed program may have cut the last one short; it counts as not
    /// given.
    ///
    /// # Errors
    /// When the file is there but cannot be read.
    pub fn acknowledged(&self) -> io::Result<Vec<String>> {
        let text = match std::fs::read_to_string(&self.acks) {
            Err(problem) if problem.kind() == io::ErrorKind::NotFound => String::new(),
            read => read?,
        };
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        Ok(whole.lines().map(str::to_owned).collect())
    }
}

fn arrange(program: &mut Command, fault: Fault) {
    let mut set = |name: &str, value: &str| {
        program.env(format!("KAIZHANG_FAULTS_{name}"), value);
    };
    match fault {
        Fault::None => {}
        Fault::KilledBefore(step) => set("KILL_AT", &step.to_string()),
        Fault::KilledWithin(step) => {
            set("KILL_AT", &step.to_string());
            set("TORN", "1");
        }
        Fault::RefusedFrom(step, refusal) | Fault::RefusedOnce(step, refusal) => {
            let (kinds, errno) = refusal.parts();
            set("FAIL_AT", &step.to_string());
            set("FAIL_KINDS", kinds);
            set("FAIL_ERRNO", &errno.to_string());
            if matches!(fault, Fault::RefusedOnce(..)) {
                set("FAIL_FOR", "1");
            }
        }
    }
}
