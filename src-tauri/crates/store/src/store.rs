//! The open data folder: one door for reading, one for writing.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kaizhang_core::Fact;
use kaizhang_core::checklist::Checklist;
use kaizhang_core::fact::{EpochBegun, FileAttached};
use rusqlite::{Connection, TransactionBehavior};

use crate::attach::{self, Attachment, Brought, Incoming};
use crate::folder::{DutyLock, Folder, OpenOptions};
use crate::log::{self, Identity, LogError, Stamp};
use crate::projection::{self, Head};
use crate::view::View;
use crate::writer::Writer;
use crate::{Seed, StoreError, connection, key, migrations};

/// A data folder, checked, migrated and locked against migration by others.
#[derive(Debug)]
pub struct Store {
    reading: Arc<Reading>,
    reader: Mutex<Connection>,
    writer: Mutex<Option<Writer>>,
    pub(crate) options: OpenOptions,
}

/// The folder and the reason for which nothing is written to it any more, if there is one.
#[derive(Debug)]
pub(crate) struct Reading {
    folder: Folder,
    stopped: Mutex<Option<StoreError>>,
    parsed: Mutex<Option<(String, Arc<Checklist>)>>,
}

impl Reading {
    /// The checklist in this text. The last one is kept parsed, for nearly every call needs the same
    /// one again; it is found by its whole text, so it cannot be another.
    pub(crate) fn checklist(
        &self,
        version: u32,
        items: String,
    ) -> Result<Arc<Checklist>, serde_json::Error> {
        let mut parsed = held(&self.parsed);
        if let Some((text, checklist)) = &*parsed
            && *text == items
            && checklist.version == version
        {
            return Ok(Arc::clone(checklist));
        }
        let checklist = Arc::new(Checklist {
            version,
            items: serde_json::from_str(&items)?,
        });
        *parsed = Some((items, Arc::clone(&checklist)));
        Ok(checklist)
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.folder.database()
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Takes note of a failure: damage is laid aside, and after damage or a failed write or sync
    /// nothing is written until the folder was opened anew.
    pub(crate) fn failed(&self, error: StoreError) -> StoreError {
        let error = match error {
            StoreError::Damaged { copy, detail } if copy.as_os_str().is_empty() => {
                StoreError::Damaged {
                    copy: self.folder.lay_aside(),
                    detail,
                }
            }
            other => other,
        };
        if error.stops_writing() {
            held(&self.stopped).get_or_insert_with(|| error.clone());
        }
        error
    }
}

/// A poisoned lock only says that another thread panicked while it held it; everything behind these
/// locks is valid at every step.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Store {
    /// Opens a data folder, making or migrating it where that is needed.
    pub fn open(path: &Path, options: OpenOptions) -> Result<Store, StoreError> {
        let folder = Folder::open(path, &options)?;
        let reading = Reading {
            folder,
            stopped: Mutex::new(None),
            parsed: Mutex::new(None),
        };
        let database = reading.database();
        let opened = || -> Result<Connection, StoreError> {
            let up_to_date = || -> Result<bool, StoreError> {
                let version = migrations::version(&connection::look(&database)?, &database)?;
                Ok(version == migrations::newest())
            };
            if up_to_date()? {
                return connection::open(&database, &options);
            }
            // A look that fails while another process is at work says nothing yet.
            let needed = || !up_to_date().unwrap_or(false);
            // Making the database, which includes its switch to WAL, is for one process alone.
            let made = reading.folder.exclusively(&options, needed, || {
                let mut connection = connection::open(&database, &options)?;
                // Another process may have been quicker.
                if migrations::version(&connection, &database)? < migrations::newest() {
                    migrations::migrate(&mut connection, &database)?;
                }
                Ok(connection)
            })?;
            match made {
                Some(connection) => Ok(connection),
                None => connection::open(&database, &options),
            }
        };
        let reader = opened().map_err(|error| reading.failed(error))?;
        Ok(Store {
            reading: Arc::new(reading),
            reader: Mutex::new(reader),
            writer: Mutex::new(None),
            options,
        })
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.reading.path()
    }

    /// Looks at the database, at one instant for the whole of `look`.
    pub fn read<T, E: From<StoreError>>(
        &self,
        look: impl FnOnce(View<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut reader = held(&self.reader);
        let begun = reader.transaction();
        let transaction = begun.map_err(|error| {
            self.reading
                .failed(StoreError::sql("read", &self.reading.database(), &error))
        })?;
        look(View {
            connection: &transaction,
            reading: &self.reading,
        })
    }

    /// Changes the database in one transaction on the writing thread. When this returns `Ok`, the
    /// change is on the disk; when it returns `Err`, nothing was changed.
    pub fn write<T, E>(
        &self,
        change: impl FnOnce(&Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        if let Some(error) = held(&self.reading.stopped).clone() {
            return Err(error.into());
        }
        let reading = Arc::clone(&self.reading);
        let work = move |connection: &mut Connection| -> Result<T, E> {
            let database = reading.database();
            let failed = |operation: &str, error: &rusqlite::Error| {
                E::from(reading.failed(StoreError::sql(operation, &database, error)))
            };
            let transaction = connection
                .transaction_with_behavior(TransactionBehavior::Immediate)
                .map_err(|error| failed("begin", &error))?;
            let done = change(&Tx {
                view: View {
                    connection: &transaction,
                    reading: &reading,
                },
            })?;
            transaction
                .commit()
                .map_err(|error| failed("commit", &error))?;
            Ok(done)
        };
        let mut writer = held(&self.writer);
        let running = match &mut *writer {
            Some(running) => running,
            empty => empty.insert(Writer::start(self.connect()?)?),
        };
        running.run(work).unwrap_or_else(|| {
            // The thread panicked: its transaction was rolled back when it unwound.
            *writer = None;
            Err(E::from(StoreError::Failed {
                operation: "write".to_owned(),
                path: self.reading.database(),
                detail: "the writing thread ended".to_owned(),
            }))
        })
    }

    fn connect(&self) -> Result<Connection, StoreError> {
        connection::open(&self.reading.database(), &self.options)
            .map_err(|error| self.reading.failed(error))
    }

    /// Takes duty, unless another process has it: whoever holds the answer reminds, until it is dropped or
    /// its process ends, however it ends.
    pub fn take_duty(&self) -> Result<Option<DutyLock>, StoreError> {
        DutyLock::take(self.path())
    }

    /// Brings a file into the store: bytes, name and row are on the disk when this returns.
    ///
    /// `unique` names the temporary file; `stamp` is asked inside the transaction.
    pub fn attach<E>(
        &self,
        unique: &str,
        brought: Brought,
        source: &mut dyn Read,
        stamp: impl FnOnce(&Tx<'_>) -> Result<Stamp, E> + Send + 'static,
    ) -> Result<Attachment, E>
    where
        E: From<StoreError> + Send + 'static,
    {
        let incoming = attach::receive(self.path(), unique, source)?;
        #[cfg(feature = "negative-controls")]
        if self.options.row_before_file {
            let attached = self.write_attachment(&incoming, brought, stamp)?;
            incoming.settle(self.path())?;
            return Ok(attached);
        }
        incoming.settle(self.path())?;
        self.write_attachment(&incoming, brought, stamp)
    }

    fn write_attachment<E>(
        &self,
        incoming: &Incoming,
        brought: Brought,
        stamp: impl FnOnce(&Tx<'_>) -> Result<Stamp, E> + Send + 'static,
    ) -> Result<Attachment, E>
    where
        E: From<StoreError> + Send + 'static,
    {
        let file = FileAttached {
            sha256: incoming.sha256.clone(),
            name: brought.name,
            bytes: incoming.bytes,
            mime: incoming.mime.to_owned(),
            source: brought.source,
            redacts: brought.redacts,
        };
        self.write(move |tx| {
            let stamp = stamp(tx)?;
            let attached = Attachment {
                id: stamp.id.clone(),
                name: file.name.clone(),
                bytes: file.bytes,
                mime: file.mime.clone(),
                sha256: file.sha256.clone(),
                at: stamp.moment.rfc3339(),
                actor: stamp.actor.clone(),
                source: file.source,
                redacts: file.redacts.clone(),
            };
            tx.append(&stamp, file.into())?;
            Ok(attached)
        })
    }

    /// Looks at the database at one instant, on a connection of its own, so that a long look keeps nobody waiting.
    pub fn read_aside<T, E: From<StoreError>>(
        &self,
        look: impl FnOnce(View<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.connect()?;
        let transaction = connection.transaction().map_err(|error| {
            self.reading
                .failed(StoreError::sql("read", &self.reading.database(), &error))
        })?;
        look(View {
            connection: &transaction,
            reading: &self.reading,
        })
    }

    /// Opens the file of an attachment, whose bytes nobody has compared yet.
    pub fn open_attachment(&self, sha256: &str) -> std::io::Result<std::fs::File> {
        std::fs::File::open(attach::place(self.path(), sha256))
    }

    /// The bytes of an attachment, compared with what was written down about them.
    pub fn bytes_of(&self, attachment: &Attachment) -> Result<Vec<u8>, StoreError> {
        attach::read(self.path(), attachment)
    }

    /// A small picture of an attachment made before; `None` when there is none.
    pub fn preview(&self, sha256: &str, longest_px: u32) -> Option<Vec<u8>> {
        attach::preview(self.path(), sha256, longest_px)
    }

    /// Keeps a small picture of an attachment, so that it need not be made again. It can be, from the file;
    /// so nothing waits for the disk, and nothing is lost with it.
    pub fn keep_preview(
        &self,
        sha256: &str,
        longest_px: u32,
        jpeg: &[u8],
    ) -> Result<(), StoreError> {
        attach::keep_preview(self.path(), sha256, longest_px, jpeg)
    }

    /// Empties the shadows of the ledger and refills them from it, in one transaction; returns the
    /// number of entries read.
    pub fn rebuild(&self) -> Result<u64, StoreError> {
        self.write(|tx| tx.done("rebuild", projection::replay(tx.view.connection)))
    }

    /// A number that changes whenever anybody else has written to the database.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        held(&self.reader)
            .query_row("PRAGMA data_version", [], |row| row.get(0))
            .map_err(|error| {
                self.reading
                    .failed(StoreError::sql("look", &self.reading.database(), &error))
            })
    }

    /// `PRAGMA quick_check` on a connection of its own; damage stops all writing.
    pub fn quick_check(&self) -> Result<(), StoreError> {
        let connection = self.connect()?;
        let answer =
            connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
        match answer {
            Ok(answer) if answer == "ok" => Ok(()),
            Ok(detail) => Err(self.reading.failed(StoreError::Damaged {
                copy: PathBuf::new(),
                detail,
            })),
            Err(error) => {
                Err(self
                    .reading
                    .failed(StoreError::sql("check", &self.reading.database(), &error)))
            }
        }
    }

    /// Looks at the database at one instant, on a connection of its own: a long look must not keep
    /// the screen's reader busy.
    pub(crate) fn on_own_connection<T>(
        &self,
        look: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut connection = self.connect()?;
        let transaction = connection.transaction().map_err(|error| {
            self.reading
                .failed(StoreError::sql("read", &self.reading.database(), &error))
        })?;
        look(&transaction)
    }
}

/// One transaction that changes something.
pub struct Tx<'c> {
    pub(crate) view: View<'c>,
}

impl<'c> std::ops::Deref for Tx<'c> {
    type Target = View<'c>;

    fn deref(&self) -> &View<'c> {
        &self.view
    }
}

impl Tx<'_> {
    /// Begins a ledger in an empty folder: who writes here from now on, and with which key. `seed` is
    /// used unless a start that was cut off left a key behind.
    pub fn begin(
        &self,
        identity: &Identity,
        seed: Seed,
        demo: Option<kaizhang_core::fact::Demo>,
        stamp: &Stamp,
    ) -> Result<(), StoreError> {
        let seed = key::keep(self.view.reading.path(), identity.epoch, seed)?;
        let begin = || -> Result<Fact, LogError> {
            self.view
                .connection
                .prepare_cached(
                    "INSERT INTO device (one, shop, device, epoch) VALUES (1, ?1, ?2, ?3)",
                )?
                .execute(rusqlite::params![
                    identity.shop,
                    identity.device,
                    identity.epoch
                ])?;
            let origin = kaizhang_ledger::checkpoint::origin(
                &identity.shop,
                &identity.device,
                identity.epoch,
            )?;
            // Whether the origin can be written is asked before anything is.
            kaizhang_ledger::Signer::from_seed(&origin, seed.0)?;
            Ok(Fact::EpochBegun(EpochBegun {
                public_key: seed.public_key(),
                demo,
                before: None,
            }))
        };
        let fact = self.done("begin the ledger", begin())?;
        self.append(stamp, fact).map(|_| ())
    }

    /// Appends a fact to the ledger and brings its shadows up to date; returns its `seq`.
    pub fn append(&self, stamp: &Stamp, fact: Fact) -> Result<u64, StoreError> {
        let write = || -> Result<u64, LogError> {
            let connection = self.view.connection;
            let identity =
                log::identity(connection)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
            let seq = log::append(connection, &identity, stamp, &fact)?;
            let head = Head {
                id: &stamp.id,
                epoch: identity.epoch,
                seq,
                at: &stamp.moment.rfc3339(),
                day: &stamp.moment.day.to_string(),
                actor: &stamp.actor,
            };
            projection::apply(connection, &head, &fact)?;
            Ok(seq)
        };
        self.done("append", write())
    }

    /// Keeps where the window was left.
    pub fn keep_place(&self, json: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO place (one, json) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET json = ?1";
        let kept = self.view.connection.execute(sql, [json]);
        self.done("keep the place", kept.map(|_| ()).map_err(LogError::from))
    }

    pub(crate) fn done<T>(
        &self,
        operation: &str,
        result: Result<T, LogError>,
    ) -> Result<T, StoreError> {
        let reading = self.view.reading;
        result.map_err(|error| reading.failed(error.at(operation, &reading.database())))
    }
}
