//! What a disk knows: every file's and folder's changes in order, and up to where they were made durable.

use std::collections::{BTreeMap, HashMap};

use crate::log::Change;

/// The position of a change in the log; a power cut at moment `n` comes after the changes `0..n`.
pub type Moment = usize;

/// A file or folder, for as long as the disk is watched: names come and go, this number stays.
pub type Node = usize;

/// A change to a file's data.
#[derive(Debug)]
#[allow(missing_docs, reason = "the fields are named by what they hold")]
pub enum Piece {
    /// Bytes at an offset.
    Bytes { offset: usize, data: Vec<u8> },
    /// A new length.
    Length(usize),
}

/// A change to a folder's names.
#[derive(Debug)]
#[allow(missing_docs, reason = "the fields are named by what they hold")]
pub enum Naming {
    /// A name now stands for a node.
    Added { name: String, node: Node },
    /// A name is gone.
    Removed { name: String },
    /// A name moved within its folder.
    Moved {
        from: String,
        to: String,
        node: Node,
    },
    /// A name left for another folder. It is gone only where it also arrived: a journal writes both or neither, so a
    /// rename never loses a file.
    Left { name: String, to: Node },
}

/// Changes with their moments, and the moments at which everything before them became durable.
#[derive(Debug)]
pub struct History<T> {
    /// In order of their moments.
    pub changes: Vec<(Moment, T)>,
    /// In order.
    pub syncs: Vec<Moment>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self {
            changes: Vec::new(),
            syncs: Vec::new(),
        }
    }
}

impl<T> History<T> {
    /// How many changes happened before a moment, and how many of them were durable by then.
    #[must_use]
    pub fn counts(&self, cut: Moment) -> (usize, usize) {
        let happened = self.changes.partition_point(|(at, _)| *at < cut);
        let last_sync = self.syncs[..self.syncs.partition_point(|at| *at < cut)].last();
        let durable = last_sync.map_or(0, |sync| self.changes.partition_point(|(at, _)| at < sync));
        (happened, durable)
    }
}

/// A node's history.
#[derive(Debug)]
pub enum Story {
    /// A file's data.
    File(History<Piece>),
    /// A folder's names.
    Folder(History<Naming>),
}

/// The whole watched folder through time. Node 0 is the folder itself, empty and durable at the start.
#[derive(Debug)]
pub struct Disk {
    /// Every node's history, by its number.
    pub stories: Vec<Story>,
    /// How many changes the log holds.
    pub length: Moment,
    /// The moments right after an acknowledgement.
    pub acknowledgements: Vec<Moment>,
    live: Vec<BTreeMap<String, Node>>,
    by_inode: HashMap<u64, Node>,
}

impl Disk {
    /// Tells the story of a log.
    ///
    /// # Errors
    /// When the log speaks of a file or folder whose beginning it did not see.
    pub fn new(changes: &[Change]) -> Result<Self, String> {
        let mut disk = Self {
            stories: vec![Story::Folder(History::default())],
            length: changes.len(),
            acknowledgements: Vec::new(),
            live: vec![BTreeMap::new()],
            by_inode: HashMap::new(),
        };
        for (at, change) in changes.iter().enumerate() {
            disk.follow(at, change)
                .map_err(|what| format!("change {at}, {change:.80?}: {what}"))?;
        }
        Ok(disk)
    }

    fn follow(&mut self, at: Moment, change: &Change) -> Result<(), String> {
        match change {
            Change::Create { inode, path } => {
                let node = self.grow(Story::File(History::default()));
                self.by_inode.insert(*inode, node);
                self.add(at, path, node)
            }
            Change::MakeFolder { path } => {
                let node = self.grow(Story::Folder(History::default()));
                self.add(at, path, node)
            }
            Change::SetLength { inode, length } => {
                let piece = Piece::Length(*length as usize);
                self.file(*inode)?.changes.push((at, piece));
                Ok(())
            }
            Change::Write {
                inode,
                offset,
                data,
            } => {
                let piece = Piece::Bytes {
                    offset: *offset as usize,
                    data: data.clone(),
                };
                self.file(*inode)?.changes.push((at, piece));
                Ok(())
            }
            Change::SyncFile { inode } => {
                self.file(*inode)?.syncs.push(at);
                Ok(())
            }
            Change::SyncFolder { path } => {
                let folder = self.find(path)?;
                self.folder(folder)?.syncs.push(at);
                Ok(())
            }
            Change::Link { from, to } => {
                let node = self.find(from)?;
                self.add(at, to, node)
            }
            Change::Unlink { path } | Change::RemoveFolder { path } => {
                let (folder, name) = self.place(path)?;
                self.live[folder].remove(&name);
                self.name(at, folder, Naming::Removed { name })
            }
            Change::Rename { from, to } => self.rename(at, from, to),
            Change::Acknowledge(_) => {
                self.acknowledgements.push(at + 1);
                Ok(())
            }
            Change::End { .. } => Ok(()),
        }
    }

    fn rename(&mut self, at: Moment, from: &str, to: &str) -> Result<(), String> {
        let node = self.find(from)?;
        let (old, old_name) = self.place(from)?;
        let (new, new_name) = self.place(to)?;
        self.live[old].remove(&old_name);
        self.live[new].insert(new_name.clone(), node);
        if old == new {
            return self.name(
                at,
                old,
                Naming::Moved {
                    from: old_name,
                    to: new_name,
                    node,
                },
            );
        }
        self.name(
            at,
            new,
            Naming::Added {
                name: new_name,
                node,
            },
        )?;
        self.name(
            at,
            old,
            Naming::Left {
                name: old_name,
                to: new,
            },
        )
    }

    fn add(&mut self, at: Moment, path: &str, node: Node) -> Result<(), String> {
        let (folder, name) = self.place(path)?;
        self.live[folder].insert(name.clone(), node);
        self.name(at, folder, Naming::Added { name, node })
    }

    fn grow(&mut self, story: Story) -> Node {
        self.stories.push(story);
        self.live.push(BTreeMap::new());
        self.stories.len() - 1
    }

    fn name(&mut self, at: Moment, folder: Node, naming: Naming) -> Result<(), String> {
        self.folder(folder)?.changes.push((at, naming));
        Ok(())
    }

    fn file(&mut self, inode: u64) -> Result<&mut History<Piece>, String> {
        let node = self.by_inode.get(&inode).copied();
        match node.and_then(|node| self.stories.get_mut(node)) {
            Some(Story::File(history)) => Ok(history),
            _ => Err("a file that the log did not see begin".to_owned()),
        }
    }

    fn folder(&mut self, node: Node) -> Result<&mut History<Naming>, String> {
        match self.stories.get_mut(node) {
            Some(Story::Folder(history)) => Ok(history),
            _ => Err("a folder that the log did not see begin".to_owned()),
        }
    }

    /// The node a path stands for now.
    fn find(&self, path: &str) -> Result<Node, String> {
        path.split('/')
            .filter(|part| !part.is_empty())
            .try_fold(0, |folder, part| {
                let found = self.live[folder].get(part).copied();
                found.ok_or_else(|| format!("{path} is not known"))
            })
    }

    /// The folder a path lies in, and its name there.
    fn place(&self, path: &str) -> Result<(Node, String), String> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        Ok((self.find(folder)?, name.to_owned()))
    }
}
