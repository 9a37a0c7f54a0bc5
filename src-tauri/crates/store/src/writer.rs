//! The process's one writing thread.
//!
//! It owns the write connection. Whoever wants to write sends it work and waits for the answer; the
//! answer comes only after the commit is on the disk.

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

use rusqlite::Connection;

use crate::StoreError;

type Work = Box<dyn FnOnce(&mut Connection) + Send>;

/// The sending end. Dropping it waits for the thread, so that a closed store has closed its database.
#[derive(Debug)]
pub(crate) struct Writer {
    work: Option<Sender<Work>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Writer {
    fn drop(&mut self) {
        // The thread ends when nobody can send it work any more.
        drop(self.work.take());
        if let Some(thread) = self.thread.take() {
            // It panicked: whoever waited for that work was told already.
            let _ = thread.join();
        }
    }
}

impl Writer {
    /// Starts the thread with its connection.
    pub(crate) fn start(mut connection: Connection) -> Result<Writer, StoreError> {
        let (work, inbox) = mpsc::channel::<Work>();
        let thread = thread::Builder::new()
            .name("kaizhang-writer".to_owned())
            .spawn(move || {
                for work in inbox {
                    work(&mut connection);
                }
            })
            .map_err(|error| {
                StoreError::io("start the writer", std::path::Path::new(""), &error)
            })?;
        Ok(Writer {
            work: Some(work),
            thread: Some(thread),
        })
    }

    /// Runs `work` on the thread; `None` when the thread is gone.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> T + Send + 'static,
    ) -> Option<T> {
        let (answer, inbox) = mpsc::sync_channel(1);
        let work: Work = Box::new(move |connection| {
            // The asker may have gone; the work is done all the same.
            let _ = answer.send(work(connection));
        });
        self.work.as_ref()?.send(work).ok()?;
        inbox.recv().ok()
    }
}
