//! Many faults, one judge: counts what a program's folder does not survive.

use std::collections::BTreeMap;
use std::env;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use tempfile::TempDir;

use crate::cut::Cut;
use crate::disk::{Disk, Moment};
use crate::log::{Change, acknowledged};
use crate::random::Random;

/// What a judge holds against a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// It does not open.
    WontOpen(String),
    /// Something acknowledged is not there.
    Lost(String),
    /// Something is there, but not whole.
    Half(String),
    /// A row names a file that is missing or altered.
    FileMissing(String),
    /// The folder's own check finds a defect.
    Defect(String),
}

impl Failure {
    /// The kind as one word, for counting.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::WontOpen(_) => "wont_open",
            Self::Lost(_) => "lost",
            Self::Half(_) => "half",
            Self::FileMissing(_) => "file_missing",
            Self::Defect(_) => "defect",
        }
    }
}

/// Looks at a folder after a fault, given what the program had acknowledged before it.
pub type Judge<'a> = dyn Fn(&Path, &[String]) -> Result<(), Failure> + 'a;

/// What a number of faults came to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// How many folders were judged.
    pub states: usize,
    /// The failures, with words that say how to see one again.
    pub failures: Vec<(String, Failure)>,
}

impl Outcome {
    /// How many failures are of this kind.
    #[must_use]
    pub fn count(&self, kind: &str) -> usize {
        self.failures
            .iter()
            .filter(|(_, failure)| failure.kind() == kind)
            .count()
    }

    /// Adds what other faults came to.
    pub fn merge(&mut self, other: Self) {
        self.states += other.states;
        self.failures.extend(other.failures);
    }

    /// Adds a judge's word on one folder.
    pub fn add(&mut self, label: impl FnOnce() -> String, verdict: Result<(), Failure>) {
        self.states += 1;
        if let Err(failure) = verdict {
            self.failures.push((label(), failure));
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut kinds = BTreeMap::new();
        for (_, failure) in &self.failures {
            *kinds.entry(failure.kind()).or_insert(0usize) += 1;
        }
        write!(
            out,
            "{} states, {} failures {kinds:?}",
            self.states,
            self.failures.len()
        )?;
        for (label, failure) in self.failures.iter().take(5) {
            write!(out, "\n  {label}: {failure:?}")?;
        }
        Ok(())
    }
}

/// The seed of this run: `KAIZHANG_FAULTS_SEED`, else a fixed one, so that a red run stays red.
#[must_use]
pub fn seed() -> u64 {
    from_environment("KAIZHANG_FAULTS_SEED").unwrap_or(20_260_302)
}

/// How many power cuts a test replays: `KAIZHANG_FAULTS_STATES`, else the test's own number.
#[must_use]
pub fn states(usual: usize) -> usize {
    from_environment("KAIZHANG_FAULTS_STATES").map_or(usual, |states| states as usize)
}

/// A folder that goes with its owner, in memory where the system offers that: a folder in memory keeps the same promises
/// to a living program, and the thousands of syncs cost nothing.
///
/// # Errors
/// When no folder can be made.
pub fn scratch() -> io::Result<TempDir> {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir())
}

fn from_environment(name: &str) -> Option<u64> {
    env::var(name).ok()?.parse().ok()
}

/// Cuts the power at moments all along a log, from the change `since` on, and has every folder judged.
///
/// Every third cut falls right after an acknowledgement, where a promise has just been given and least is durable.
///
/// # Errors
/// When the log makes no sense or a folder cannot be laid out.
pub fn power_cuts(
    changes: &[Change],
    since: Moment,
    states: usize,
    judge: &Judge<'_>,
) -> io::Result<Outcome> {
    let disk = Disk::new(changes).map_err(io::Error::other)?;
    let parent = scratch()?;
    let mut outcome = Outcome::default();
    for state in 0..states {
        let mut random = Random::new(seed() ^ (state as u64) << 20);
        let mut moment = since + ((disk.length - since) * (state + 1)).div_ceil(states);
        let first = disk.acknowledgements.partition_point(|at| *at < since);
        let promises = &disk.acknowledgements[first..];
        if state % 3 == 2 && !promises.is_empty() {
            moment = promises[random.between(0, promises.len() - 1)];
        }
        let cut = Cut::new(moment, random);
        let folder = parent.path().join(state.to_string());
        fs::create_dir(&folder)?;
        let label = format!("seed {} state {state}/{states} {cut:?}", seed());
        cut.lay_out(&disk, &folder)?;
        outcome.add(|| label, judge(&folder, &acknowledged(&changes[..moment])));
        fs::remove_dir_all(&folder)?;
    }
    Ok(outcome)
}

/// Compares the folder as the log tells it with the folder as it is, so that no change can have passed the shim unseen.
///
/// # Errors
/// When they differ, naming the file.
pub fn log_is_complete(changes: &[Change], folder: &Path) -> io::Result<()> {
    let disk = Disk::new(changes).map_err(io::Error::other)?;
    let parent = scratch()?;
    Cut::none(disk.length).lay_out(&disk, parent.path())?;
    let told = files(parent.path())?;
    let mut real = files(folder)?;
    real.retain(|name, _| !name.ends_with("-shm"));
    for name in told.keys().chain(real.keys()) {
        if told.get(name) != real.get(name) {
            let detail = format!("{name}: the log does not tell the whole story");
            return Err(io::Error::other(detail));
        }
    }
    Ok(())
}

/// Every file below a folder with its bytes, folders as names ending in a slash.
///
/// # Errors
/// When something cannot be read.
pub fn files(folder: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![(folder.to_path_buf(), String::new())];
    while let Some((path, name)) = waiting.pop() {
        for entry in fs::read_dir(&path)? {
            let entry = entry?;
            let inner = format!("{name}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                found.insert(format!("{inner}/"), Vec::new());
                waiting.push((entry.path(), format!("{inner}/")));
            } else {
                found.insert(inner, fs::read(entry.path())?);
            }
        }
    }
    Ok(found)
}
