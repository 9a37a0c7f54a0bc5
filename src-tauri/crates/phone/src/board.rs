//! What is known of a session: who holds it, which files came, how it ended. Written from the session's thread and from
//! the inbox's threads, read by the screen.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;
use tokio::time::Instant;

use crate::answer::Refusal;
use crate::limits::Limits;
use crate::{FileProgress, FileState, Progress, Reason, State};

/// How many files may be on their way at once; the page sends one after the other.
pub(crate) const AT_ONCE: usize = 3;
/// How many files are listed beyond those that may be kept: refused ones, so that a phone gone mad fills no memory.
const LISTED_MORE: usize = 80;

/// The one place that reads a clock here: how long a page has left is a pause and not a time of day.
pub(crate) struct Board {
    pub(crate) limits: Limits,
    /// When the page is gone at the latest.
    pub(crate) ends: Instant,
    /// Rings once the session has ended.
    pub(crate) ended: Notify,
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    claimed: bool,
    end: Option<State>,
    files: Vec<FileProgress>,
}

/// How a file ended.
pub(crate) enum Outcome {
    Kept(String),
    Refused(String),
    Broken,
}

impl Board {
    pub(crate) fn new(limits: Limits) -> Self {
        Self {
            ends: Instant::now() + limits.session(),
            limits,
            ended: Notify::new(),
            inner: Mutex::default(),
        }
    }

    /// Whoever panicked while holding the lock left whole values behind: every change here is a single step.
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives the session to whoever asks first.
    pub(crate) fn claim(&self) -> bool {
        !std::mem::replace(&mut self.inner().claimed, true)
    }

    pub(crate) fn is_claimed(&self) -> bool {
        self.inner().claimed
    }

    /// The first end counts.
    pub(crate) fn end(&self, end: State) {
        self.inner().end.get_or_insert(end);
        self.ended.notify_one();
    }

    pub(crate) fn end_expired(&self) {
        self.end(State::Over(Reason::Expired));
    }

    /// Ends because the person said so; not while a file is on its way.
    pub(crate) fn finish(&self) -> Result<(), Refusal> {
        if self.inner().arriving() > 0 {
            return Err(Refusal::StillSending);
        }
        self.end(State::Done);
        Ok(())
    }

    pub(crate) fn progress(&self) -> Progress {
        let inner = self.inner();
        Progress {
            state: inner.state(),
            files: inner.files.clone(),
            seconds_left: if inner.end.is_some() {
                0
            } else {
                self.seconds_left()
            },
        }
    }

    pub(crate) fn seconds_left(&self) -> u32 {
        let left = self.ends.saturating_duration_since(Instant::now());
        u32::try_from(left.as_millis().div_ceil(1000)).unwrap_or(u32::MAX)
    }

    /// Makes room for a file of `total` bytes, or says why there is none; either way it is listed.
    pub(crate) fn admit(self: &Arc<Self>, name: &str, total: u64) -> Result<Place, Refusal> {
        let mut inner = self.inner();
        let verdict = inner.room_for(total, &self.limits);
        if verdict == Err(Refusal::Busy) {
            return Err(Refusal::Busy);
        }
        let most = LISTED_MORE + self.limits.files as usize;
        let row = inner.row_for(name, total, most);
        let index = row.ok_or(Refusal::FilesTooMany)?;
        let place = Place {
            board: Arc::clone(self),
            index,
            settled: false,
        };
        drop(inner);
        match verdict {
            Ok(()) => Ok(place),
            Err(refusal) => {
                place.settle(Outcome::Refused(refusal.code().to_owned()));
                Err(refusal)
            }
        }
    }

    fn settle(&self, index: usize, outcome: Outcome) {
        if let Some(file) = self.inner().files.get_mut(index) {
            (file.state, file.id, file.refusal) = match outcome {
                Outcome::Kept(id) => (FileState::Kept, Some(id), None),
                Outcome::Refused(code) => (FileState::Refused, None, Some(code)),
                Outcome::Broken => {
                    let code = Refusal::BrokenOff.code().to_owned();
                    (FileState::Broken, None, Some(code))
                }
            };
        }
    }
}

impl Inner {
    fn state(&self) -> State {
        match self.end {
            Some(end) => end,
            None if self.arriving() > 0 => State::Sending,
            None if self.claimed => State::Connected,
            None => State::Waiting,
        }
    }

    fn arriving(&self) -> usize {
        let arriving = |file: &&FileProgress| file.state == FileState::Arriving;
        self.files.iter().filter(arriving).count()
    }

    /// Files that are not here yet count as if they were: nobody gets past a limit by sending side by side.
    fn room_for(&self, total: u64, limits: &Limits) -> Result<(), Refusal> {
        let wanted = self
            .files
            .iter()
            .filter(|file| matches!(file.state, FileState::Arriving | FileState::Kept));
        let (files, bytes) = wanted.fold((0_u32, 0_u64), |(files, bytes), file| {
            (files + 1, bytes.saturating_add(file.total))
        });
        if total == 0 {
            Err(Refusal::FileEmpty)
        } else if total > limits.file_bytes {
            Err(Refusal::FileTooLarge)
        } else if files >= limits.files {
            Err(Refusal::FilesTooMany)
        } else if bytes.saturating_add(total) > limits.total_bytes {
            Err(Refusal::TotalTooLarge)
        } else if self.arriving() >= AT_ONCE {
            Err(Refusal::Busy)
        } else {
            Ok(())
        }
    }

    /// The row of a file: that of an earlier try, or a new one unless there are too many.
    fn row_for(&mut self, name: &str, total: u64, most: usize) -> Option<usize> {
        let row = FileProgress {
            name: name.to_owned(),
            bytes: 0,
            total,
            state: FileState::Arriving,
            id: None,
            refusal: None,
        };
        let earlier = |file: &FileProgress| {
            matches!(file.state, FileState::Refused | FileState::Broken)
                && (file.name.as_str(), file.total) == (name, total)
        };
        if let Some(index) = self.files.iter().position(earlier) {
            self.files[index] = row;
            return Some(index);
        }
        (self.files.len() < most).then(|| {
            self.files.push(row);
            self.files.len() - 1
        })
    }
}

/// A file's place on the board. Whoever drops it without a word has broken off.
pub(crate) struct Place {
    board: Arc<Board>,
    index: usize,
    settled: bool,
}

impl Place {
    pub(crate) fn settle(mut self, outcome: Outcome) {
        self.settled = true;
        self.board.settle(self.index, outcome);
    }

    /// Counts arriving bytes; lives on its own, since the place goes to the inbox's thread.
    pub(crate) fn meter(&self) -> impl Fn(usize) + Send + Sync + use<> {
        let (board, index) = (Arc::clone(&self.board), self.index);
        move |bytes| {
            if let Some(file) = board.inner().files.get_mut(index) {
                file.bytes += bytes as u64;
            }
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.settled {
            self.board.settle(self.index, Outcome::Broken);
        }
    }
}

#[cfg(test)]
#[path = "board_tests.rs"]
mod tests;
