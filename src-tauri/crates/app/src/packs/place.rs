//! Where a pack is written: a path that somebody named, or a new file among his documents.

use std::path::PathBuf;

use kaizhang_store::deliver;
use serde_json::json;

use crate::app::App;
use crate::{Refusal, outside};

/// Where to.
#[derive(Debug)]
pub(super) enum Place {
    /// A new file or folder of this name.
    Named(PathBuf),
    /// A new file in this folder, with this ending.
    In(PathBuf, &'static str),
}

/// The folder among the documents.
const FOLDER: &str = "Kaizhang";
/// Most packs of one name before somebody tidies up.
const MOST: u32 = 1_000;

pub(super) fn refused(path: &std::path::Path, why: &str) -> Refusal {
    let path = path.to_string_lossy();
    Refusal::new("pack_not_written", json!({ "path": path, "detail": why }))
}

/// Nothing is ever written over: what has the name may be evidence that somebody else has a copy of.
pub(super) fn in_the_way(path: &std::path::Path) -> Refusal {
    Refusal::with(
        "pack_in_the_way",
        "path",
        path.to_string_lossy().into_owned(),
    )
}

impl Place {
    /// Looks whether a pack, or a folder of files, can be written there, before anything is made.
    pub(super) fn of(app: &App, out: Option<&str>, folder: bool) -> Result<Place, Refusal> {
        let Some(out) = out else {
            let documents = outside::documents_folder();
            let ending = if folder { "" } else { ".zip" };
            return Ok(Place::In(documents.join(FOLDER), ending));
        };
        let path = PathBuf::from(out);
        if !path.is_absolute() {
            return Err(refused(&path, "not a whole path"));
        }
        if path.file_name().is_none() || (!folder && path.is_dir()) {
            return Err(refused(&path, "a folder, not a file"));
        }
        let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
        match (folder, app.store.path().canonicalize()) {
            (None, _) => Err(refused(&path, "the folder is not there")),
            // A pack over the database would be the end of it.
            (Some(folder), Ok(data)) if folder.starts_with(&data) => {
                Err(refused(&path, "the data folder"))
            }
            _ if path.symlink_metadata().is_ok() => Err(in_the_way(&path)),
            _ => Ok(Place::Named(path)),
        }
    }

    /// The whole path for a pack of this name.
    pub(super) fn path(&self, stem: &str) -> Result<PathBuf, Refusal> {
        let (folder, ending) = match self {
            Place::Named(path) => return Ok(path.clone()),
            Place::In(folder, ending) => (folder, ending),
        };
        deliver::folder(folder).map_err(|error| refused(folder, &error.to_string()))?;
        let name = |number| match number {
            1 => format!("{stem}{ending}"),
            _ => format!("{stem}-{number}{ending}"),
        };
        let mut names = (1..=MOST).map(|number| folder.join(name(number)));
        names
            .find(|path| !path.exists())
            .ok_or_else(|| refused(folder, "too many packs of one name"))
    }
}
