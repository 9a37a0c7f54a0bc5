//! The programs under test are tests of this same binary, started again as processes of their own.

use std::env;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

/// The command that runs one ignored test of this binary as a program, telling it its part.
pub(crate) fn program(test: &str, part: &str) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args([
            "--exact",
            test,
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env("KAIZHANG_FAULTS_PART", part);
    command
}

/// What a program was told: its part, its folder, and where to acknowledge.
pub(crate) struct Told {
    pub(crate) part: String,
    pub(crate) folder: PathBuf,
    acks: File,
}

impl Told {
    /// Nothing when the test was started by hand, as `--ignored` does.
    pub(crate) fn read() -> Option<Self> {
        let acks = env::var_os("KAIZHANG_FAULTS_ACKS")?;
        Some(Self {
            part: env::var("KAIZHANG_FAULTS_PART").ok()?,
            folder: env::var_os("KAIZHANG_FAULTS_FOLDER")?.into(),
            acks: OpenOptions::new()
                .create(true)
                .append(true)
                .open(acks)
                .unwrap(),
        })
    }

    /// Tells the outside that something is saved.
    pub(crate) fn acknowledge(&mut self, what: &str) {
        self.acks.write_all(format!("{what}\n").as_bytes()).unwrap();
    }
}
