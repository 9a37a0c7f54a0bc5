//! The process's one writing thread.
//!
//! It owns the write connection. Whoever wants to write sends it work and waits for the answer; the
//! answer comes only after the commit is on the disk.

use std::sync::mpsc::{self, Sender};
use std::thread;

use rusqlite::Connection;

use crate::StoreError;

type Work = Box<dyn FnOnce(&mut Connection) + Send>;

/// The sending end; the thread ends with it.
#[derive(Debug)]
pub(crate) struct Writer {
    work: Sender<Work>,
}

impl Writer {
    /// Starts the thread with its connection.
    pub(crate) fn start(mut connection: Connection) -> Result<Writer, StoreError> {
        let (work, inbox) = mpsc::channel::<Work>();
        thread::Builder::new()
            .name("kaizhang-writer".to_owned())
            .spawn(move || {
                for work in inbox {
                    work(&mut connection);
                }
            })
            .map_err(|error| {
                StoreError::io("start the writer", std::path::Path::new(""), &error)
            })?;
        Ok(Writer { work })
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
        self.work.send(work).ok()?;
        inbox.recv().ok()
    }
}
