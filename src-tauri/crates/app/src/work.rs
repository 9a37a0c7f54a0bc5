//! Long work: one piece at a time, on a thread of its own, with a measure of how far it is and a way to stop it.
//!
//! A pack, the check of one: whatever may take longer than a breath goes through [`start`]. The job gets a
//! [`Progress`], tells it its phases and its steps, and leaves with what it made or with a refusal; either is kept until
//! somebody puts it away or the next piece begins. A job that is told to stop cleans up after itself: it never leaves
//! anything half-made.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use kaizhang_core::time::rfc3339;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::Refusal;
use crate::app::{App, Caller, Desk};
use crate::pack_check::CheckedPack;
use crate::packs::MadePack;

/// Input of `show_work`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowWork {}

/// Input of `stop_work`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StopWork {
    /// Its id; a hand that was slow must not stop the next piece.
    pub work: String,
}

/// The long work that is going on, or the last one until it was put away.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WorkPage {
    /// Null when there is none.
    pub work: Option<Work>,
}

/// What kind of long work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkKind {
    /// A pack is checked.
    CheckPack,
    /// A pack is made.
    MakePack,
}

/// What it is busy with. Its steps are counted anew in each phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkPhase {
    /// What belongs to it is looked up.
    Gathering,
    /// Files are read.
    Reading,
    /// Hashes and signatures are compared.
    Checking,
    /// The pages of its report are laid out.
    Typesetting,
    /// Files are written.
    Writing,
    /// A timestamp service is asked.
    Timestamping,
}

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkState {
    /// It goes on.
    Running,
    /// It was told to stop and is cleaning up.
    Stopping,
    /// It is done; `result` says what came of it.
    Done,
    /// It could not be done; `refusal` says why. Nothing half-made is left.
    Refused,
    /// It was stopped. Nothing half-made is left.
    Stopped,
}

/// What came of it. Whoever starts a kind of work adds its variant here.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum WorkResult {
    /// A pack was checked.
    CheckPack(CheckedPack),
    /// A pack was made.
    MakePack(MadePack),
}

impl WorkResult {
    /// The file or folder that was made, if one was.
    fn made(&self) -> Option<&Path> {
        match self {
            WorkResult::CheckPack(_) => None,
            WorkResult::MakePack(made) => Some(&made.path),
        }
    }
}

/// One piece of long work.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Work {
    /// UUID.
    pub id: String,
    /// What kind.
    pub kind: WorkKind,
    /// How it stands.
    pub state: WorkState,
    /// What it is busy with, or was last.
    pub phase: WorkPhase,
    /// Steps done in this phase: bytes, entries or pages.
    #[ts(type = "number")]
    pub done: u64,
    /// Steps in all; null where nobody can know.
    #[ts(type = "number | null")]
    pub total: Option<u64>,
    /// RFC 3339 UTC.
    pub began_at: String,
    /// What came of it.
    pub result: Option<WorkResult>,
    /// Why it was not done.
    pub refusal: Option<Refusal>,
}

/// The hand with which a job tells how far it is and hears that it shall stop.
#[derive(Debug, Clone)]
pub(crate) struct Progress(Arc<Piece>);

#[derive(Debug)]
struct Piece {
    stop: AtomicBool,
    done: AtomicU64,
    work: Mutex<Work>,
    ended: Condvar,
}

/// The files and folders that were made here for somebody to take along; only these can be shown in their folder.
type Made = Mutex<BTreeSet<PathBuf>>;

/// A piece and the thread that it is done on.
type Running = (Arc<Piece>, JoinHandle<()>);

/// Where long work is done.
#[derive(Debug, Default)]
pub(crate) struct Workbench {
    running: Mutex<Option<Running>>,
    made: Arc<Made>,
}

/// What stands behind these locks is valid at every step, whoever panicked while he held one.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a job refuses with that was stopped.
pub(crate) fn stopped() -> Refusal {
    Refusal::new("work_stopped", Value::Null)
}

impl Progress {
    /// Begins a phase of so many steps; `None` where nobody can know.
    pub(crate) fn phase(&self, phase: WorkPhase, total: Option<u64>) -> Result<(), Refusal> {
        let mut work = held(&self.0.work);
        self.0.done.store(0, Ordering::Relaxed);
        (work.phase, work.total) = (phase, total);
        drop(work);
        self.go_on()
    }

    /// So many more steps are done. Cheap enough for every buffer of a file.
    pub(crate) fn advance(&self, steps: u64) -> Result<(), Refusal> {
        self.0.done.fetch_add(steps, Ordering::Relaxed);
        self.go_on()
    }

    /// So many steps of so many are done, for a job that counts by itself. Whether to go on.
    pub(crate) fn stand(&self, done: u64, total: u64) -> bool {
        held(&self.0.work).total = Some(total);
        self.0.done.store(done, Ordering::Relaxed);
        !self.is_stopped()
    }

    /// Refuses with `work_stopped` once somebody stopped the work; to be handed on with `?` after cleaning up.
    pub(crate) fn go_on(&self) -> Result<(), Refusal> {
        if self.is_stopped() {
            return Err(stopped());
        }
        Ok(())
    }

    /// Whether somebody stopped it, for code that knows nothing of refusals.
    pub(crate) fn is_stopped(&self) -> bool {
        self.0.stop.load(Ordering::Relaxed)
    }
}

impl Piece {
    fn seen(&self) -> Work {
        let mut work = held(&self.work).clone();
        work.done = self.done.load(Ordering::Relaxed);
        if let Some(total) = work.total {
            // A file that grew while it was read must not show more than all of it.
            work.done = work.done.min(total);
        }
        work
    }

    fn is_over(&self) -> bool {
        !matches!(
            held(&self.work).state,
            WorkState::Running | WorkState::Stopping
        )
    }

    fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
        let mut work = held(&self.work);
        if work.state == WorkState::Running {
            work.state = WorkState::Stopping;
        }
    }

    fn end(&self, outcome: Result<WorkResult, Refusal>) {
        let mut work = held(&self.work);
        match outcome {
            Ok(result) => (work.state, work.result) = (WorkState::Done, Some(result)),
            Err(refusal) if refusal == stopped() => work.state = WorkState::Stopped,
            Err(refusal) => (work.state, work.refusal) = (WorkState::Refused, Some(refusal)),
        }
        drop(work);
        self.ended.notify_all();
    }
}

/// Ends a piece whose thread panicked, so that nobody waits for it for ever.
struct EndsAnyway(Arc<Piece>);

impl Drop for EndsAnyway {
    fn drop(&mut self) {
        if !self.0.is_over() {
            self.0.end(Err(Refusal::new("work_broke_off", Value::Null)));
        }
    }
}

/// Starts a piece of long work and answers at once. While another one goes on the answer is `work_running`; one that is
/// over is put away.
///
/// The job runs on a thread of its own and takes along what it needs: the store, a desk, its input. It calls
/// [`Progress::phase`] and [`Progress::advance`] as it goes and hands their refusal on.
pub(crate) fn start(
    app: &App,
    desk: &Desk,
    kind: WorkKind,
    job: impl FnOnce(&Progress) -> Result<WorkResult, Refusal> + Send + 'static,
) -> Result<WorkPage, Refusal> {
    let now = desk.outside.now();
    app.work
        .start(desk.outside.id(now), rfc3339(now), kind, job)
}

/// Refuses with `work_running` while a piece goes on, for whoever wants to know before he takes anything in hand.
pub(crate) fn free(app: &App) -> Result<(), Refusal> {
    app.work.free(&held(&app.work.running))
}

pub(crate) fn show_work(app: &App, caller: &Caller, _: ShowWork) -> Result<WorkPage, Refusal> {
    app.desk(caller)?;
    Ok(app.work.page())
}

/// Stops what is going on, or puts away what is over.
pub(crate) fn stop_work(app: &App, caller: &Caller, input: StopWork) -> Result<WorkPage, Refusal> {
    app.desk(caller)?;
    Ok(app.work.stop(&input.work))
}

impl Workbench {
    fn start(
        &self,
        id: String,
        began_at: String,
        kind: WorkKind,
        job: impl FnOnce(&Progress) -> Result<WorkResult, Refusal> + Send + 'static,
    ) -> Result<WorkPage, Refusal> {
        let mut running = held(&self.running);
        self.free(&running)?;
        let piece = Arc::new(Piece {
            stop: AtomicBool::new(false),
            done: AtomicU64::new(0),
            work: Mutex::new(Work {
                id,
                kind,
                state: WorkState::Running,
                phase: WorkPhase::Gathering,
                done: 0,
                total: None,
                began_at,
                result: None,
                refusal: None,
            }),
            ended: Condvar::new(),
        });
        let (mine, made) = (Arc::clone(&piece), Arc::clone(&self.made));
        let work = move || {
            let ends = EndsAnyway(Arc::clone(&mine));
            let outcome = job(&Progress(Arc::clone(&mine)));
            if let Some(path) = outcome.as_ref().ok().and_then(WorkResult::made) {
                held(&made).insert(path.to_owned());
            }
            ends.0.end(outcome);
        };
        let thread = thread::Builder::new()
            .name("kaizhang-work".to_owned())
            .spawn(work)
            .map_err(|error| Refusal::with("work_not_started", "detail", error.to_string()))?;
        *running = Some((piece, thread));
        drop(running);
        Ok(self.page())
    }

    fn free(&self, running: &Option<Running>) -> Result<(), Refusal> {
        match running {
            Some((piece, _)) if !piece.is_over() => {
                let kind = serde_json::to_value(held(&piece.work).kind).unwrap_or_default();
                Err(Refusal::with("work_running", "kind", kind))
            }
            _ => Ok(()),
        }
    }

    fn page(&self) -> WorkPage {
        WorkPage {
            work: held(&self.running).as_ref().map(|(piece, _)| piece.seen()),
        }
    }

    fn stop(&self, id: &str) -> WorkPage {
        let mut running = held(&self.running);
        if let Some((piece, _)) = &*running
            && piece.seen().id == id
        {
            match piece.is_over() {
                true => *running = None,
                false => piece.stop(),
            }
        }
        drop(running);
        self.page()
    }
}

impl Drop for Workbench {
    /// Whoever closes the folder waits for the cleaning up.
    fn drop(&mut self) {
        let running = self.running.get_mut();
        if let Some((piece, thread)) = running.unwrap_or_else(PoisonError::into_inner).take() {
            piece.stop();
            let _ = thread.join();
        }
    }
}

impl App {
    /// Waits until the long work is over, and puts it away: what came of it, or the refusal. `look` is shown how far it
    /// is at least `each` so often. For the prompt and for tests; a screen asks `show_work`.
    pub fn finish_work(
        &self,
        each: Duration,
        mut look: impl FnMut(&Work),
    ) -> Result<Value, Refusal> {
        let none = || Refusal::new("work_none", Value::Null);
        let running = held(&self.work.running)
            .as_ref()
            .map(|(piece, _)| Arc::clone(piece));
        let piece = running.ok_or_else(none)?;
        while !piece.is_over() {
            look(&piece.seen());
            let work = held(&piece.work);
            if matches!(work.state, WorkState::Running | WorkState::Stopping) {
                drop(piece.ended.wait_timeout(work, each));
            }
        }
        let over = piece.seen();
        look(&over);
        self.work.stop(&over.id);
        match over.refusal {
            Some(refusal) => Err(refusal),
            None if over.state == WorkState::Stopped => Err(stopped()),
            None => serde_json::to_value(over.result).map_err(crate::table::unwritable),
        }
    }

    /// Tells the long work to stop; for the prompt, when somebody presses Ctrl and C.
    pub fn break_work_off(&self) {
        if let Some((piece, _)) = &*held(&self.work.running) {
            piece.stop();
        }
    }

    /// Whether this is a file or folder that was made here for somebody to take along.
    pub fn was_made(&self, path: &Path) -> bool {
        held(&self.work.made).contains(path)
    }

    /// Takes note of a file that was made without long work, so that it can be shown in its folder.
    pub(crate) fn note_made(&self, path: &Path) {
        held(&self.work.made).insert(path.to_owned());
    }
}

#[cfg(test)]
#[path = "work_tests.rs"]
mod tests;
