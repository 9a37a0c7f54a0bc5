//! Reads the shim's log: every change below the watched folder, in the order of its effect.

use std::fs;
use std::io;
use std::path::Path;

/// One change. Paths are relative to the watched folder; the folder itself is the empty path.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are named by what they hold")]
pub enum Change {
    /// A file came into being.
    Create { inode: u64, path: String },
    /// A file was cut or extended to this many bytes.
    SetLength { inode: u64, length: u64 },
    /// Bytes were written.
    Write {
        inode: u64,
        offset: u64,
        data: Vec<u8>,
    },
    /// A file's data was made durable.
    SyncFile { inode: u64 },
    /// A folder's names were made durable.
    SyncFolder { path: String },
    /// A folder came into being.
    MakeFolder { path: String },
    /// A folder was removed.
    RemoveFolder { path: String },
    /// A name moved; a file of the new name is replaced.
    Rename { from: String, to: String },
    /// A file got a second name.
    Link { from: String, to: String },
    /// A name was removed.
    Unlink { path: String },
    /// The program told the outside that something is saved.
    Acknowledge(Vec<u8>),
    /// The program ended by itself, after this many steps (changes made or tried).
    End { steps: usize },
}

/// Reads a whole log about `folder`.
///
/// # Errors
/// When the file cannot be read, is cut off, or names a path outside the folder.
pub fn read(log: &Path, folder: &Path) -> io::Result<Vec<Change>> {
    let bytes = fs::read(log)?;
    let folder = folder
        .to_str()
        .ok_or_else(|| wrong("the folder's path is not UTF-8"))?;
    let mut rest = bytes.as_slice();
    let mut changes = Vec::new();
    while !rest.is_empty() {
        let kind = take(&mut rest, 1)?[0];
        let inode = word(&mut rest)?;
        let offset = word(&mut rest)?;
        let mut lengths = [0usize; 3];
        for length in &mut lengths {
            let mut four = [0u8; 4];
            four.copy_from_slice(take(&mut rest, 4)?);
            *length = u32::from_le_bytes(four) as usize;
        }
        let first = take(&mut rest, lengths[0])?;
        let second = take(&mut rest, lengths[1])?;
        let data = take(&mut rest, lengths[2])?;
        let path = |raw: &[u8]| below(folder, raw);
        changes.push(match kind {
            b'C' => Change::Create {
                inode,
                path: path(first)?,
            },
            b'T' => Change::SetLength {
                inode,
                length: offset,
            },
            b'W' => Change::Write {
                inode,
                offset,
                data: data.to_vec(),
            },
            b'S' => Change::SyncFile { inode },
            b'D' => Change::SyncFolder { path: path(first)? },
            b'M' => Change::MakeFolder { path: path(first)? },
            b'X' => Change::RemoveFolder { path: path(first)? },
            b'R' => Change::Rename {
                from: path(first)?,
                to: path(second)?,
            },
            b'L' => Change::Link {
                from: path(first)?,
                to: path(second)?,
            },
            b'U' => Change::Unlink { path: path(first)? },
            b'A' => Change::Acknowledge(data.to_vec()),
            b'E' => Change::End {
                steps: offset as usize,
            },
            other => return Err(wrong(&format!("unknown kind of record {other}"))),
        });
    }
    Ok(changes)
}

/// The acknowledgements among these changes, one line each.
#[must_use]
pub fn acknowledged(changes: &[Change]) -> Vec<String> {
    let mut text = String::new();
    for change in changes {
        if let Change::Acknowledge(bytes) = change {
            text.push_str(&String::from_utf8_lossy(bytes));
        }
    }
    text.lines().map(str::to_owned).collect()
}

fn wrong(detail: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, detail.to_owned())
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> io::Result<&'a [u8]> {
    let (head, tail) = rest
        .split_at_checked(count)
        .ok_or_else(|| wrong("the log ends in the middle of a record"))?;
    *rest = tail;
    Ok(head)
}

fn word(rest: &mut &[u8]) -> io::Result<u64> {
    let mut eight = [0u8; 8];
    eight.copy_from_slice(take(rest, 8)?);
    Ok(u64::from_le_bytes(eight))
}

/// The path relative to the folder, without doubled or trailing slashes.
fn below(folder: &str, raw: &[u8]) -> io::Result<String> {
    let text = std::str::from_utf8(raw).map_err(|_| wrong("a path is not UTF-8"))?;
    let inner = text
        .strip_prefix(folder)
        .ok_or_else(|| wrong(&format!("{text} lies outside the folder")))?;
    let parts: Vec<&str> = inner
        .split('/')
        .filter(|part| !part.is_empty() && *part != ".")
        .collect();
    Ok(parts.join("/"))
}
