//! Writing a BagIt 1.0 bag (RFC 8493) into a zip, piece by piece.
//!
//! Nothing is held but the list of names and hashes, so the size of what is packed does not matter. The same input
//! gives the same bytes: the order is the caller's, the one moment in the zip comes in as a value.

use std::cell::Cell;
use std::io::{Read, Seek, SeekFrom, Write};
use std::rc::Rc;

use chrono::{DateTime, Datelike, Timelike, Utc};
use kaizhang_ledger::Hash;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::names;

/// How much is copied at once.
const PIECE: usize = 256 << 10;
/// From here on a file in a zip needs the longer fields.
const LARGE: u64 = 0xFFFF_0000;

/// Why a pack was not written. What was written so far is worth nothing and is the caller's to throw away.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// What a file is made from cannot be read; a file that is gone is among them.
    #[error("{path} cannot be read: {source}")]
    Unreadable {
        /// The name in the pack.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file's bytes are not those that were written down: the pack would pretend.
    #[error("{path} is not the file that was written down")]
    Altered {
        /// The name in the pack.
        path: String,
    },
    /// The pack itself cannot be written: a full disk, a stick that was pulled out.
    #[error("the pack cannot be written: {0}")]
    Unwritable(std::io::Error),
    /// Somebody does not want it any more.
    #[error("stopped")]
    Stopped,
    /// A name that a pack must not have.
    #[error("{path:?} cannot be a name in a pack")]
    Name {
        /// The name.
        path: String,
    },
    /// Whatever hands in the entries failed.
    #[error("{0}")]
    Source(Box<dyn std::error::Error + Send + Sync>),
}

/// Told how many bytes of the payload were written since it was last asked; says whether to go on.
pub type Watch<'w> = &'w mut dyn FnMut(u64) -> bool;

/// What was written of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// SHA-256 of its bytes.
    pub sha256: Hash,
    /// Its length.
    pub bytes: u64,
}

/// A bag that is being written.
pub struct Bag<'w, W: Write + Seek> {
    /// `None` only once it is finished.
    zip: Option<ZipWriter<Gate<W>>>,
    shut: Rc<Cell<bool>>,
    folder: String,
    modified: zip::DateTime,
    payload: Vec<(String, Hash)>,
    octets: u64,
    tags: Vec<(String, Hash)>,
    watch: Watch<'w>,
}

impl<'w, W: Write + Seek> Bag<'w, W> {
    /// Begins a bag in the one folder `folder`; `at` is the moment that every file in the zip carries.
    ///
    /// # Errors
    ///
    /// [`WriteError`], as everywhere here.
    pub fn begin(
        out: W,
        folder: &str,
        at: DateTime<Utc>,
        watch: Watch<'w>,
    ) -> Result<Self, WriteError> {
        let shut = Rc::new(Cell::new(false));
        let gate = Gate {
            out,
            shut: Rc::clone(&shut),
            at: 0,
            end: 0,
        };
        let mut bag = Self {
            zip: Some(ZipWriter::new(gate)),
            shut,
            folder: named(folder)?.to_owned(),
            modified: zip_time(at),
            payload: Vec::new(),
            octets: 0,
            tags: Vec::new(),
            watch,
        };
        bag.tag(
            "bagit.txt",
            b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        )?;
        Ok(bag)
    }

    /// Adds a file to the payload from a reader. Where the hash is written down it must be this one.
    pub fn file(
        &mut self,
        path: &str,
        expected: Option<&Written>,
        from: &mut dyn Read,
    ) -> Result<Written, WriteError> {
        let length = expected.map_or(0, |expected| expected.bytes);
        self.start(path, length)?;
        let mut sha = Sha256::new();
        let mut bytes = 0;
        let mut piece = vec![0; PIECE];
        loop {
            let read = match from.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(source) => {
                    let path = path.to_owned();
                    return Err(WriteError::Unreadable { path, source });
                }
            };
            sha.update(&piece[..read]);
            self.put(&piece[..read])?;
            bytes += read as u64;
            // A file that grows while it is read must not fill the disk.
            if expected.is_some_and(|expected| bytes > expected.bytes) {
                break;
            }
        }
        let written = Written {
            sha256: Hash(sha.finalize().into()),
            bytes,
        };
        if expected.is_some_and(|expected| *expected != written) {
            let path = path.to_owned();
            return Err(WriteError::Altered { path });
        }
        self.payload.push((path.to_owned(), written.sha256));
        self.octets += bytes;
        Ok(written)
    }

    /// Adds a file to the payload that is made while it is written.
    pub fn made(
        &mut self,
        path: &str,
        make: impl FnOnce(&mut dyn FnMut(&[u8]) -> Result<(), WriteError>) -> Result<(), WriteError>,
    ) -> Result<Written, WriteError> {
        self.start(path, 0)?;
        let mut sha = Sha256::new();
        let mut bytes = 0;
        // Lines come by the hundred thousand; a piece is worth a call of the compressor.
        let mut piece: Vec<u8> = Vec::with_capacity(PIECE);
        let mut flush = |bag: &mut Self, piece: &mut Vec<u8>| -> Result<(), WriteError> {
            sha.update(&piece[..]);
            bytes += piece.len() as u64;
            bag.put(piece)?;
            piece.clear();
            Ok(())
        };
        make(&mut |more| {
            piece.extend(more);
            if piece.len() < PIECE {
                return Ok(());
            }
            flush(self, &mut piece)
        })?;
        flush(self, &mut piece)?;
        let written = Written {
            sha256: Hash(sha.finalize().into()),
            bytes,
        };
        self.payload.push((path.to_owned(), written.sha256));
        self.octets += bytes;
        Ok(written)
    }

    /// Adds a tag file, which the tag manifest will list.
    pub fn tag(&mut self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.loose(path, bytes)?;
        self.tags
            .push((path.to_owned(), Hash(Sha256::digest(bytes).into())));
        Ok(())
    }

    /// Adds a file beside the tag manifest that the manifest cannot list: what stands on the manifest itself.
    pub fn loose(&mut self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.start(path, bytes.len() as u64)?;
        self.zip()?.write_all(bytes).map_err(WriteError::Unwritable)
    }

    /// Writes `bag-info.txt` with these labels and the size of the payload, and both manifests; returns the bytes of
    /// the tag manifest, on which all else rests.
    pub fn manifests(&mut self, info: &[(&str, String)]) -> Result<Vec<u8>, WriteError> {
        let mut text = String::new();
        for (label, value) in info {
            text.push_str(&format!("{label}: {}\n", one_line(value)));
        }
        let (octets, files) = (self.octets, self.payload.len());
        text.push_str(&format!("Payload-Oxum: {octets}.{files}\n"));
        self.tag("bag-info.txt", text.as_bytes())?;
        let manifest = lines(&mut std::mem::take(&mut self.payload));
        self.tag("manifest-sha256.txt", manifest.as_bytes())?;
        let tags = lines(&mut std::mem::take(&mut self.tags));
        self.loose("tagmanifest-sha256.txt", tags.as_bytes())?;
        Ok(tags.into_bytes())
    }

    /// Ends the zip and hands the writer back, flushed but not synced.
    pub fn finish(mut self) -> Result<W, WriteError> {
        let zip = self.zip.take().ok_or(WriteError::Stopped)?;
        let mut out = zip.finish().map_err(unwritable)?.out;
        // Should the zip crate have gone on over a failure, what it finished is no zip.
        if self.shut.get() {
            return Err(WriteError::Unwritable(std::io::ErrorKind::WriteZero.into()));
        }
        out.flush().map_err(WriteError::Unwritable)?;
        Ok(out)
    }

    fn start(&mut self, path: &str, bytes: u64) -> Result<(), WriteError> {
        let name = format!("{}/{}", self.folder, named(path)?);
        let options = SimpleFileOptions::default()
            .compression_method(method(path))
            .last_modified_time(self.modified)
            .unix_permissions(0o644)
            .system(zip::System::Unix)
            .large_file(bytes >= LARGE);
        self.zip()?.start_file(name, options).map_err(unwritable)
    }

    fn zip(&mut self) -> Result<&mut ZipWriter<Gate<W>>, WriteError> {
        self.zip.as_mut().ok_or(WriteError::Stopped)
    }

    fn put(&mut self, piece: &[u8]) -> Result<(), WriteError> {
        self.zip()?
            .write_all(piece)
            .map_err(WriteError::Unwritable)?;
        if (self.watch)(piece.len() as u64) {
            Ok(())
        } else {
            Err(WriteError::Stopped)
        }
    }
}

impl<W: Write + Seek> Drop for Bag<'_, W> {
    fn drop(&mut self) {
        self.shut.set(true);
    }
}

/// The way out. The zip crate finishes a zip that is dropped, and complains on standard error where it cannot; nobody
/// wants a pack finished that was stopped or found no room, so behind a shut gate everything goes on as before and
/// nothing is written any more. The first failure shuts it: it may have come half-way through going back to an earlier
/// place, and the zip crate holds its own places against ours when it is dropped.
struct Gate<W> {
    out: W,
    shut: Rc<Cell<bool>>,
    /// Where the next byte goes, and how far the file reaches.
    at: u64,
    end: u64,
}

impl<W> Gate<W> {
    /// What became of the last thing that was done behind the gate.
    fn seen<T>(&mut self, done: std::io::Result<T>) -> std::io::Result<T> {
        let again = |error: &std::io::Error| error.kind() == std::io::ErrorKind::Interrupted;
        if done.as_ref().is_err_and(|error| !again(error)) {
            self.shut.set(true);
            self.at = self.end;
        }
        done
    }
}

impl<W: Write> Write for Gate<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = if self.shut.get() {
            bytes.len()
        } else {
            let written = self.out.write(bytes);
            self.seen(written)?
        };
        self.at += written as u64;
        self.end = self.end.max(self.at);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        if self.shut.get() {
            return Ok(());
        }
        let flushed = self.out.flush();
        self.seen(flushed)
    }
}

impl<W: Seek> Seek for Gate<W> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let outside = || std::io::Error::from(std::io::ErrorKind::InvalidInput);
        self.at = if self.shut.get() {
            match to {
                SeekFrom::Start(at) => Some(at),
                SeekFrom::Current(by) => self.at.checked_add_signed(by),
                SeekFrom::End(by) => self.end.checked_add_signed(by),
            }
            .ok_or_else(outside)?
        } else {
            let at = self.out.seek(to);
            self.seen(at)?
        };
        Ok(self.at)
    }
}

/// Text shrinks to a tenth; pictures and PDFs are compressed already.
fn method(path: &str) -> CompressionMethod {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending {
        "txt" | "csv" | "json" | "jsonl" | "pem" => CompressionMethod::Deflated,
        _ => CompressionMethod::Stored,
    }
}

/// A zip knows the years 1980 to 2107 and even seconds; a moment before or after is written as the nearest.
fn zip_time(at: DateTime<Utc>) -> zip::DateTime {
    let year = u16::try_from(at.year()).unwrap_or(0);
    zip::DateTime::from_date_and_time(
        year,
        at.month() as u8,
        at.day() as u8,
        at.hour() as u8,
        at.minute() as u8,
        at.second() as u8,
    )
    .unwrap_or_default()
}

fn named(path: &str) -> Result<&str, WriteError> {
    if names::is_plain(path) {
        Ok(path)
    } else {
        let path = path.to_owned();
        Err(WriteError::Name { path })
    }
}

/// A label's value: a newline would begin another label.
fn one_line(value: &str) -> String {
    value
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

/// A manifest, in the order of its names.
fn lines(files: &mut [(String, Hash)]) -> String {
    files.sort();
    let lines = files.iter().map(|(path, hash)| format!("{hash}  {path}\n"));
    lines.collect()
}

fn unwritable(error: zip::result::ZipError) -> WriteError {
    match error {
        zip::result::ZipError::Io(error) => WriteError::Unwritable(error),
        other => WriteError::Unwritable(std::io::Error::other(other)),
    }
}
