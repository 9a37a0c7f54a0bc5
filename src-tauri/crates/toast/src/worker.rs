//! The one thread that waits for the desktop, so that nobody else has to.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::desk::Desk;
use crate::{Callback, NoToast, PATIENCE, Sender, Shown, Toast};

enum Job {
    Show {
        number: u64,
        toast: Toast,
        on: Callback,
        answer: SyncSender<Result<Shown, NoToast>>,
    },
    TakeDown,
}

/// How far the thread has come. Toasts are numbered from 1.
#[derive(Default)]
struct Progress {
    asked: AtomicU64,
    /// The newest toast that somebody stopped waiting for.
    given_up: AtomicU64,
    /// The newest toast that the thread is done with.
    done: AtomicU64,
}

pub(crate) struct Worker {
    sender: Sender,
    progress: Arc<Progress>,
    /// None until there is something to show.
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
}

impl Worker {
    pub(crate) fn new(sender: Sender) -> Self {
        Self {
            sender,
            progress: Arc::default(),
            jobs: Mutex::new(None),
        }
    }

    pub(crate) fn show(&self, toast: Toast, on: Callback) -> Result<Shown, NoToast> {
        let progress = &self.progress;
        // Numbers rather than a flag: a toast that is done in the very moment in which it is given up must not leave
        // the impression that the thread is still waiting.
        if progress.given_up.load(Ordering::SeqCst) > progress.done.load(Ordering::SeqCst) {
            return Err(NoToast::Busy);
        }
        let number = progress.asked.fetch_add(1, Ordering::SeqCst) + 1;
        let (answer, answered) = mpsc::sync_channel(1);
        self.hand_over(Job::Show {
            number,
            toast,
            on,
            answer,
        })?;
        match answered.recv_timeout(PATIENCE) {
            Ok(result) => result,
            Err(RecvTimeoutError::Timeout) => {
                progress.given_up.fetch_max(number, Ordering::SeqCst);
                Err(NoToast::Slow)
            }
            Err(RecvTimeoutError::Disconnected) => {
                Err(NoToast::Refused("the thread for toasts ended".to_owned()))
            }
        }
    }

    pub(crate) fn take_down(&self) {
        let jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(jobs) = jobs.as_ref() {
            // A thread that is gone shows nothing.
            let _ = jobs.send(Job::TakeDown);
        }
    }

    fn hand_over(&self, job: Job) -> Result<(), NoToast> {
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        let job = match jobs.as_ref() {
            Some(jobs) => match jobs.send(job) {
                Ok(()) => return Ok(()),
                // The thread died of a panic; a new one takes over.
                Err(mpsc::SendError(job)) => job,
            },
            None => job,
        };
        self.begin(&mut jobs, job)
    }

    fn begin(&self, jobs: &mut Option<mpsc::Sender<Job>>, first: Job) -> Result<(), NoToast> {
        let (give, take) = mpsc::channel();
        let desk = Desk::new(self.sender.clone());
        let progress = Arc::clone(&self.progress);
        thread::Builder::new()
            .name("kaizhang-toast".to_owned())
            .spawn(move || work(&take, desk, &progress))
            .map_err(|cause| NoToast::Refused(cause.to_string()))?;
        // The receiver lives on the thread that was just started.
        let _ = give.send(first);
        *jobs = Some(give);
        Ok(())
    }
}

fn work(jobs: &Receiver<Job>, mut desk: Desk, progress: &Progress) {
    for job in jobs {
        match job {
            Job::Show {
                number,
                toast,
                on,
                answer,
            } => {
                let result = desk.post(&toast, on);
                progress.done.fetch_max(number, Ordering::SeqCst);
                // Whoever stopped waiting has had another answer.
                let _ = answer.send(result);
            }
            Job::TakeDown => desk.take_down(),
        }
    }
}
