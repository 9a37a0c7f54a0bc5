//! A folder: walked without following links, to a depth and a number.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::{Item, Listed, MOST_FILES, NotAPack, Place, refused, too_many};
use crate::names;
use crate::verify::Defect;
use crate::why::Why;

pub(super) fn list(root: &Path) -> Result<Listed, NotAPack> {
    let mut listed = Listed::default();
    // Folders still to be looked into; a stack of our own, so that a deep one does not exhaust the thread's.
    let mut waiting: Vec<(PathBuf, String)> = vec![(root.to_owned(), String::new())];
    let mut seen = 0;
    while let Some((folder, prefix)) = waiting.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            seen += 1;
            if seen > MOST_FILES {
                return Err(too_many());
            }
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_name().to_str().is_none() {
                let why = Why::new("name_not_utf8", "its name is not UTF-8");
                listed.defects.push(Defect::new("malformed", &name, why));
                continue;
            }
            if let Err(why) = names::is_inside(&name) {
                return Err(refused(&name, why));
            }
            let kind = entry.file_type()?;
            if kind.is_dir() {
                listed.folder(&name);
                waiting.push((entry.path(), format!("{name}/")));
            } else if kind.is_file() {
                let bytes = entry.metadata()?.len();
                let place = Place::Folder(entry.path());
                listed.items.insert(name, Item { bytes, place });
            } else {
                let why = Why::new("link", "it is a link or a device, not a file");
                listed.defects.push(Defect::new("malformed", &name, why));
            }
        }
    }
    Ok(listed)
}

/// Opens a file that was one when it was listed.
pub(super) fn open(path: &Path) -> io::Result<File> {
    if fs::symlink_metadata(path)?.is_file() {
        File::open(path)
    } else {
        Err(Why::new("unreadable", "it is not a file any more").into_io())
    }
}
