//! One fault at every step: the same program again and again, each time hit one step later, until it gets through.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use crate::log::{self, Change};
use crate::program::{Ending, Fault, Place};
use crate::trial::{Failure, Judge, Outcome, scratch};

/// More steps than any program here takes; a sweep that gets this far does not end.
const MOST_STEPS: usize = 20_000;

/// What a program says when a fault stopped it short of success, as an exit code. Others are crashes.
pub const REFUSED: i32 = 3;

/// A sweep: the program, the folder it starts with, and which steps it is hit at.
pub struct Sweep<'a> {
    /// The program, made anew for each run.
    pub program: &'a dyn Fn() -> Command,
    /// A folder whose content is there at the start; nothing for an empty one.
    pub base: Option<&'a Path>,
    /// The fault at a step.
    pub fault: &'a dyn Fn(usize) -> Fault,
    /// 1 hits every step, 3 every third.
    pub stride: usize,
    /// Looks at what the program said.
    pub words: &'a dyn Fn(&str) -> Result<(), Failure>,
}

impl Sweep<'_> {
    /// Runs until the program gets through, and has every folder judged. The judge sees the folder without any fault:
    /// started again, with room on the disk.
    ///
    /// A refused program may get through all the same, so the sweep ends only when the fault lies beyond its last step.
    ///
    /// # Errors
    /// When a program cannot be started, hangs, or is never through.
    pub fn run(&self, judge: &Judge<'_>) -> io::Result<Outcome> {
        let mut outcome = Outcome::default();
        let mut step = 1;
        loop {
            let parent = scratch()?;
            let place = Place::new(parent.path())?;
            if let Some(base) = self.base {
                copy(base, &place.folder)?;
            }
            let fault = (self.fault)(step);
            let ending = place.run(&mut (self.program)(), fault)?;
            let acknowledged = place.acknowledged()?;
            let words = fs::read_to_string(&place.words)?;
            let verdict = match ending {
                Ending::Exited(code) if code != 0 && code != REFUSED => {
                    Err(Failure::Defect(format!("code {code}: {words}")))
                }
                _ => judge(&place.folder, &acknowledged).and_then(|()| (self.words)(&words)),
            };
            outcome.add(
                || format!("{fault:?}, {ending:?}, {} acknowledged", acknowledged.len()),
                verdict,
            );
            if ending != Ending::Killed && steps(&place)? < step {
                return Ok(outcome);
            }
            step += self.stride;
            if step > MOST_STEPS {
                return Err(io::Error::other("the program takes steps without end"));
            }
        }
    }
}

/// How many steps a program took that ended by itself.
///
/// # Errors
/// When its log cannot be read or has no end.
pub fn steps(place: &Place) -> io::Result<usize> {
    match log::read(&place.log, &place.folder)?.last() {
        Some(Change::End { steps }) => Ok(*steps),
        _ => Err(io::Error::other("the program ended without saying so")),
    }
}

/// Copies a folder's content into another that exists.
///
/// # Errors
/// When something cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir_all(&target)?;
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
