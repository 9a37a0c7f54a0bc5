//! Files: stored by what they are (SHA-256), the file always before its row.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use kaizhang_core::fact::FileSource;
use serde::Serialize;
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::{StoreError, files};

/// Longest file that is taken, in bytes.
pub const ATTACHMENT_LIMIT: u64 = 32 << 20;

/// A file in the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Attachment {
    /// Id of its entry.
    pub id: String,
    /// The name it came with.
    pub name: String,
    /// Its length.
    #[ts(type = "number")]
    pub bytes: u64,
    /// By its first bytes.
    pub mime: String,
    /// Of its bytes, 64 hex digits.
    pub sha256: String,
    /// RFC 3339 UTC: when it was taken in.
    pub at: String,
    /// Who brought it.
    pub actor: String,
    /// Which way it came; null where nobody said.
    pub source: Option<FileSource>,
    /// The attachment of which this is a copy with parts blacked out.
    pub redacts: Option<String>,
}

/// What is said of a file beside its bytes.
#[derive(Debug, Clone, Default)]
pub struct Brought {
    /// The name it came with.
    pub name: String,
    /// Which way it came.
    pub source: Option<FileSource>,
    /// The attachment of which it is a copy with parts blacked out.
    pub redacts: Option<String>,
}

pub(crate) fn source_text(source: FileSource) -> &'static str {
    match source {
        FileSource::File => "file",
        FileSource::Paste => "paste",
        FileSource::Drop => "drop",
        FileSource::Camera => "camera",
        FileSource::Phone => "phone",
        FileSource::Redacted => "redacted",
    }
}

pub(crate) fn source_from(text: &str) -> Option<FileSource> {
    Some(match text {
        "file" => FileSource::File,
        "paste" => FileSource::Paste,
        "drop" => FileSource::Drop,
        "camera" => FileSource::Camera,
        "phone" => FileSource::Phone,
        "redacted" => FileSource::Redacted,
        _ => return None,
    })
}

/// A file that has arrived whole under a temporary name, hashed and synced, without its final name.
#[derive(Debug)]
pub struct Incoming {
    temporary: PathBuf,
    /// SHA-256 of its bytes, 64 hex digits.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
    /// By its first bytes, never by its name.
    pub mime: &'static str,
}

/// Streams a file in, hashing while it copies, and syncs it under a temporary name.
pub(crate) fn receive(
    folder: &Path,
    unique: &str,
    source: &mut dyn Read,
) -> Result<Incoming, StoreError> {
    let waiting = folder.join("blobs").join("tmp");
    files::make_folder(&waiting)?;
    let temporary = waiting.join(unique);
    let received = copy(source, &temporary);
    if received.is_err() {
        // Best effort: what is left over under `tmp` is nobody's.
        let _ = files::remove_temporary(&temporary);
    }
    received
}

fn copy(source: &mut dyn Read, temporary: &Path) -> Result<Incoming, StoreError> {
    let mut file = files::create_new(temporary)?;
    let mut hash = Sha256::new();
    let mut bytes = 0u64;
    let mut first = Vec::with_capacity(16);
    let mut buffer = vec![0; 256 << 10];
    loop {
        let n = match source.read(&mut buffer) {
            Ok(0) => break,
            Ok(n) => n,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => {
                return Err(StoreError::AttachmentUnreadable {
                    path: error.to_string(),
                });
            }
        };
        bytes += n as u64;
        if bytes > ATTACHMENT_LIMIT {
            return Err(StoreError::AttachmentTooLarge {
                limit_mib: ATTACHMENT_LIMIT >> 20,
            });
        }
        if first.len() < 16 {
            first.extend_from_slice(&buffer[..n.min(16 - first.len())]);
        }
        hash.update(&buffer[..n]);
        file.write_all(&buffer[..n])
            .map_err(|error| StoreError::io("write", temporary, &error))?;
    }
    if bytes == 0 {
        return Err(StoreError::AttachmentEmpty {});
    }
    files::freeze(&file, temporary)?;
    file.sync_all()
        .map_err(|error| StoreError::io("sync", temporary, &error))?;
    Ok(Incoming {
        temporary: temporary.to_owned(),
        sha256: hex::encode(hash.finalize()),
        bytes,
        mime: mime(&first),
    })
}

impl Incoming {
    /// Gives the file its final name, durably. The same bytes a second time are stored once.
    pub(crate) fn settle(&self, folder: &Path) -> Result<(), StoreError> {
        let place = place(folder, &self.sha256);
        if let Some(parent) = place.parent() {
            files::make_folder(parent)?;
        }
        if !files::settle(&self.temporary, &place)? {
            files::remove_temporary(&self.temporary)?;
        }
        Ok(())
    }
}

/// Where the bytes with this hash lie.
pub(crate) fn place(folder: &Path, sha256: &str) -> PathBuf {
    folder
        .join("blobs")
        .join(sha256.get(..2).unwrap_or("00"))
        .join(sha256)
}

/// The bytes of an attachment. A file that is gone or altered is an alarm, and is never shown as what it was.
pub(crate) fn read(folder: &Path, attachment: &Attachment) -> Result<Vec<u8>, StoreError> {
    let damaged = |what: &str| StoreError::AttachmentDamaged {
        name: attachment.name.clone(),
        what: what.to_owned(),
    };
    let bytes = fs::read(place(folder, &attachment.sha256)).map_err(|_| damaged("missing"))?;
    if hex::encode(Sha256::digest(&bytes)) != attachment.sha256 {
        return Err(damaged("altered"));
    }
    Ok(bytes)
}

fn preview_place(folder: &Path, sha256: &str, longest_px: u32) -> PathBuf {
    folder
        .join("previews")
        .join(format!("{sha256}-{longest_px}.jpg"))
}

/// A small picture made before. One that a power cut tore or somebody altered counts as not made: the file
/// ends with the hash of what is before it, because nothing waited for the disk when it was written.
pub(crate) fn preview(folder: &Path, sha256: &str, longest_px: u32) -> Option<Vec<u8>> {
    let mut kept = fs::read(preview_place(folder, sha256, longest_px)).ok()?;
    let hash = kept.split_off(kept.len().checked_sub(32)?);
    (Sha256::digest(&kept)[..] == hash[..]).then_some(kept)
}

/// Keeps a small picture; a second one made at the same time is the same.
pub(crate) fn keep_preview(
    folder: &Path,
    sha256: &str,
    longest_px: u32,
    jpeg: &[u8],
) -> Result<(), StoreError> {
    files::make_folder(&folder.join("previews"))?;
    let with_hash = [jpeg, &Sha256::digest(jpeg)[..]].concat();
    files::write_cache(&preview_place(folder, sha256, longest_px), &with_hash)
}

/// What is wrong with the file of this hash: nothing, `blob_missing` or `blob_altered`.
pub(crate) fn defect(folder: &Path, sha256: &str) -> Option<&'static str> {
    let Ok(mut file) = fs::File::open(place(folder, sha256)) else {
        return Some("blob_missing");
    };
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 256 << 10];
    loop {
        match file.read(&mut buffer) {
            Ok(0) => break,
            Ok(n) => hash.update(&buffer[..n]),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return Some("blob_altered"),
        }
    }
    (hex::encode(hash.finalize()) != sha256).then_some("blob_altered")
}

/// The type of a file by its first bytes; what is not known is stored and exported, never shown.
fn mime(first: &[u8]) -> &'static str {
    let at = |start: usize, what: &[u8]| first.get(start..start + what.len()) == Some(what);
    if at(0, b"\xFF\xD8\xFF") {
        "image/jpeg"
    } else if at(0, b"\x89PNG\r\n\x1A\n") {
        "image/png"
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        "image/webp"
    } else if at(4, b"ftyphei") || at(4, b"ftypmif1") {
        "image/heic"
    } else if at(0, b"%PDF-") {
        "application/pdf"
    } else {
        "application/octet-stream"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(first: &[u8], expected: &str) {
        assert_eq!(mime(first), expected, "{first:?}");
    }

    #[test]
    fn types_are_told_by_first_bytes() {
        check(b"\xFF\xD8\xFF\xE0\0\x10JFIF", "image/jpeg");
        check(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "image/png");
        check(b"RIFF\0\0\0\0WEBPVP8 ", "image/webp");
        check(b"\0\0\0\x18ftypheic\0\0", "image/heic");
        check(b"%PDF-1.7\n", "application/pdf");
        check(b"<html>", "application/octet-stream");
        check(b"", "application/octet-stream");
    }
}
