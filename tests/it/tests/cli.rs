//! The command line as scripts see it: the built `kaizhang`, started as a process.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "the tests make and damage files on purpose, and wait for other processes"
)]

#[path = "cli/code.rs"]
mod code;
#[path = "cli/crowd.rs"]
mod crowd;
#[path = "cli/damage.rs"]
mod damage;
#[path = "cli/dispute.rs"]
mod dispute;
#[path = "cli/incident.rs"]
mod incident;
#[path = "cli/morning.rs"]
mod morning;
#[path = "cli/never.rs"]
mod never;
#[path = "cli/pack.rs"]
mod pack;
#[path = "cli/receipt.rs"]
mod receipt;
#[path = "cli/refusals.rs"]
mod refusals;
#[path = "cli/report.rs"]
mod report;
#[path = "cli/shapes.rs"]
mod shapes;
#[path = "cli/speech.rs"]
mod speech;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use kaizhang_it::program;
use serde_json::Value;
use tempfile::TempDir;

/// What a run of the program left behind.
#[derive(Debug)]
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl Run {
    /// The one JSON value on standard output.
    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The refusal on standard error.
    #[track_caller]
    fn refusal(&self) -> Value {
        assert_eq!(self.out, "", "{self:?}");
        assert_eq!(self.err.lines().count(), 1, "{self:?}");
        serde_json::from_str(&self.err).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// A data folder of its own.
struct Place {
    around: TempDir,
}

impl Place {
    fn new() -> Place {
        Place {
            around: tempfile::tempdir().unwrap(),
        }
    }

    /// The data folder; it is not there before the first run.
    fn data(&self) -> PathBuf {
        self.around.path().join("data")
    }

    fn database(&self) -> PathBuf {
        self.data().join("kaizhang.db")
    }

    /// A file beside the data folder.
    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.around.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The command for these arguments, in plain English surroundings.
    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(program());
        command
            .arg("--data")
            .arg(self.data())
            .args(args)
            .env_remove("KAIZHANG_LANG")
            .env_remove("KAIZHANG_DATA")
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::null());
        command
    }

    fn run(&self, args: &[&str]) -> Run {
        finish(&mut self.command(args), b"")
    }

    /// The same with `--json`.
    fn script(&self, args: &[&str]) -> Run {
        self.run(&[args, &["--json"]].concat())
    }

    /// A run that must be done, and its JSON.
    #[track_caller]
    fn done(&self, args: &[&str]) -> Value {
        let run = self.script(args);
        assert_eq!(run.code, 0, "{args:?}: {run:?}");
        run.json()
    }

    /// A run that must be refused with this code.
    #[track_caller]
    fn refused(&self, args: &[&str], exit: i32, code: &str) -> Value {
        let run = self.script(args);
        let refusal = run.refusal();
        assert_eq!(
            (run.code, refusal["code"].as_str()),
            (exit, Some(code)),
            "{args:?}"
        );
        let message = refusal["message"].as_str().unwrap();
        assert!(
            !message.is_empty() && !message.contains("refusal-"),
            "{message}"
        );
        refusal["params"].clone()
    }
}

/// Runs a command with this input.
fn finish(command: &mut Command, input: &[u8]) -> Run {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses at once does not read its input.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().expect("it ended by itself"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The items of an opening, in order.
fn items(today: &Value) -> Vec<Value> {
    let sections = today["sections"].as_array().unwrap();
    let items = sections
        .iter()
        .flat_map(|section| section["items"].as_array().unwrap());
    items.cloned().collect()
}

/// One item of an opening.
#[track_caller]
fn item(today: &Value, id: &str) -> Value {
    let found = items(today).into_iter().find(|item| item["item"] == id);
    found.unwrap_or_else(|| panic!("no {id}"))
}

/// A picture by its first bytes.
const PNG: &[u8] = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR";
