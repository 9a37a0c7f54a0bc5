//! Opening what somebody sent: a zip or a folder, as a list of names and a way to read each.
//!
//! It may be an enemy's file. Everything is counted, measured and named before a byte of it is unpacked.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::verify::Defect;
use crate::why::Why;

mod folder;
mod zip;

/// Files that are looked at, at most. A shop with ten years of photos has a tenth.
pub const MOST_FILES: usize = 200_000;

/// Why something is not a pack at all, or is none that will be read.
#[derive(Debug, thiserror::Error)]
pub enum NotAPack {
    /// The system does not let it be read.
    #[error("it cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// It is something else, or made to do harm.
    #[error("{path}{}{why}", if path.is_empty() { "" } else { ": " })]
    Refused {
        /// The name in it that gives it away; may be empty.
        path: String,
        /// What is wrong.
        why: Why,
    },
    /// Somebody does not want to know any more.
    #[error("stopped")]
    Stopped,
}

/// One file.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// How long it says that it is.
    pub(crate) bytes: u64,
    place: Place,
}

#[derive(Debug, Clone)]
enum Place {
    Folder(PathBuf),
    Zip(zip::Place),
}

/// What a zip or a folder holds, by whole names.
#[derive(Debug, Default)]
struct Listed {
    items: BTreeMap<String, Item>,
    /// Folders that can be the payload of a bag, be they empty.
    payloads: BTreeSet<String>,
    /// What was seen on the way in.
    defects: Vec<Defect>,
    /// What other programs may put into a zip, and no pack has.
    strange: Vec<Defect>,
}

impl Listed {
    /// A folder that is there by itself, whether anything is in it or not.
    fn folder(&mut self, name: &str) {
        let is_payload = |name: &str| name == "data" || name.starts_with("data/");
        match name.split_once('/') {
            _ if is_payload(name) => self.payloads.insert("data".to_owned()),
            Some((top, inside)) if is_payload(inside) => {
                self.payloads.insert(format!("{top}/data"))
            }
            _ => false,
        };
    }
}

/// A bag with its files by their names below its root.
#[derive(Debug)]
pub(crate) struct Opened {
    /// The zip, or the folder.
    path: PathBuf,
    /// The name of the folder that the bag is, where it has one.
    pub(crate) name: String,
    pub(crate) items: BTreeMap<String, Item>,
    /// Whether it has the folder of the payload, be it empty.
    pub(crate) has_payload: bool,
    /// What was seen on the way in.
    pub(crate) defects: Vec<Defect>,
    /// What other programs may put into a zip, and no pack has.
    pub(crate) strange: Vec<Defect>,
}

/// Opens a zip or a folder.
pub(crate) fn open(path: &Path) -> Result<Opened, NotAPack> {
    let found = std::fs::metadata(path)?;
    let listed = if found.is_dir() {
        folder::list(path)?
    } else if found.is_file() {
        zip::list(path)?
    } else {
        return Err(refused(
            "",
            Why::new("no_file", "it is neither a file nor a folder"),
        ));
    };
    let root = root(&listed.items)?;
    let mut opened = Opened {
        path: path.to_owned(),
        name: root.trim_end_matches('/').to_owned(),
        items: BTreeMap::new(),
        has_payload: listed.payloads.contains(&format!("{root}data")),
        defects: listed.defects,
        strange: listed.strange,
    };
    for (name, item) in listed.items {
        match name.strip_prefix(&root) {
            Some(inside) => {
                opened.has_payload |= inside.starts_with("data/");
                opened.items.insert(inside.to_owned(), item);
            }
            None => opened.defects.push(Defect::new(
                "extra",
                &name,
                Why::new(
                    "beside_the_bag",
                    "it lies beside the bag, where nothing vouches for it",
                ),
            )),
        }
    }
    for defect in opened.defects.iter_mut().chain(&mut opened.strange) {
        if let Some(inside) = defect.path.strip_prefix(&root) {
            defect.path = inside.to_owned();
        }
    }
    Ok(opened)
}

/// Where the bag begins: at `bagit.txt`, at the top or in one folder.
fn root(items: &BTreeMap<String, Item>) -> Result<String, NotAPack> {
    if items.contains_key("bagit.txt") {
        return Ok(String::new());
    }
    let inside = |name: &String| {
        let (folder, file) = name.split_once('/')?;
        (file == "bagit.txt").then(|| format!("{folder}/"))
    };
    let mut roots = items.keys().filter_map(inside);
    match (roots.next(), roots.next()) {
        (Some(root), None) => Ok(root),
        (Some(_), Some(_)) => Err(refused(
            "",
            Why::new("several_bags", "there is more than one bag in it"),
        )),
        (None, _) => Err(refused(
            "",
            Why::new("no_bag", "there is no bagit.txt in it"),
        )),
    }
}

impl Opened {
    /// The bytes of a file. Reading ends in an error where they are not what the container says of them.
    pub(crate) fn reader(&self, name: &str) -> io::Result<Box<dyn Read + Send>> {
        match self.items.get(name).map(|item| &item.place) {
            Some(Place::Folder(path)) => Ok(Box::new(folder::open(path)?)),
            Some(Place::Zip(place)) => zip::open(&self.path, place),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    /// The whole of a file that is short: `None` where it is missing, an error where it is longer than `most`.
    pub(crate) fn whole(&self, name: &str, most: u64) -> io::Result<Option<Vec<u8>>> {
        let Some(item) = self.items.get(name) else {
            return Ok(None);
        };
        if item.bytes > most {
            return Err(too_long().into_io());
        }
        // At once as long as it says: growing step by step holds it twice over.
        let mut bytes = Vec::with_capacity(item.bytes as usize + 1);
        self.reader(name)?.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most {
            return Err(too_long().into_io());
        }
        Ok(Some(bytes))
    }
}

pub(crate) fn too_long() -> Why {
    Why::new("too_long", "it is too long for what it is")
}

fn refused(path: &str, why: Why) -> NotAPack {
    NotAPack::Refused {
        path: path.to_owned(),
        why,
    }
}

pub(crate) fn too_many() -> NotAPack {
    refused(
        "",
        Why::new("too_many_files", "there are too many files in it"),
    )
}
