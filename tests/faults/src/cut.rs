//! The power cut: which of the changes that were not yet durable reached the disk after all.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crate::disk::{Disk, History, Moment, Naming, Node, Piece, Story};
use crate::random::Random;

/// How the data that was not durable survives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Data {
    /// None of it.
    Nothing,
    /// All of it.
    Everything,
    /// What was written before this moment, the last write of it torn.
    Until(Moment),
    /// Each piece of this many bytes by itself, with this chance per mille; 0 bytes means whole writes.
    Pieces { bytes: usize, per_mille: usize },
}

/// How the names that were not durable survive: always the first few of a folder, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    /// None of them.
    Nothing,
    /// All of them.
    Everything,
    /// As many as chance has it, in each folder by itself.
    Some,
}

/// One power cut, with every choice made.
#[derive(Debug, Clone)]
pub struct Cut {
    /// When the power went.
    pub moment: Moment,
    data: Data,
    names: Names,
    /// Whether a file keeps the length of writes that did not survive, reading zeros there.
    lengths: bool,
    random: Random,
}

impl Cut {
    /// A cut at this moment, the rest by chance.
    #[must_use]
    pub fn new(moment: Moment, mut random: Random) -> Self {
        let per_mille = [100, 500, 900][random.between(0, 2)];
        let data = match random.between(0, 5) {
            0 => Data::Nothing,
            1 => Data::Everything,
            2 => Data::Until(random.between(0, moment)),
            3 => Data::Pieces {
                bytes: 0,
                per_mille,
            },
            4 => Data::Pieces {
                bytes: 512,
                per_mille,
            },
            _ => Data::Pieces {
                bytes: 4096,
                per_mille,
            },
        };
        let names = match random.between(0, 3) {
            0 => Names::Nothing,
            1 => Names::Everything,
            _ => Names::Some,
        };
        let lengths = random.chance(300);
        Self {
            moment,
            data,
            names,
            lengths,
            random,
        }
    }

    /// A moment at which nothing is lost; with the log's length, the folder as the program left it.
    #[must_use]
    pub fn none(moment: Moment) -> Self {
        Self {
            moment,
            data: Data::Everything,
            names: Names::Everything,
            lengths: false,
            random: Random::new(0),
        }
    }

    /// Writes the surviving files into an empty folder. SQLite's `-shm` is shared memory and never survives.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn lay_out(mut self, disk: &Disk, folder: &Path) -> io::Result<()> {
        let mut kept = Vec::new();
        for story in &disk.stories {
            kept.push(match story {
                Story::Folder(history) => self.names_kept(history),
                Story::File(_) => 0,
            });
        }
        self.lay_out_folder(disk, &kept, 0, folder)
    }

    fn names_kept(&mut self, history: &History<Naming>) -> usize {
        let (happened, durable) = history.counts(self.moment);
        match self.names {
            Names::Nothing => durable,
            Names::Everything => happened,
            Names::Some => self.random.between(durable, happened),
        }
    }

    fn lay_out_folder(
        &mut self,
        disk: &Disk,
        kept: &[usize],
        node: Node,
        folder: &Path,
    ) -> io::Result<()> {
        for (name, child) in surviving_names(disk, kept, node) {
            let path = folder.join(&name);
            match &disk.stories[child] {
                Story::Folder(_) => {
                    fs::create_dir(&path)?;
                    self.lay_out_folder(disk, kept, child, &path)?;
                }
                Story::File(_) if name.ends_with("-shm") => {}
                Story::File(history) => fs::write(&path, self.content(history))?,
            }
        }
        Ok(())
    }

    /// A file's bytes: the durable pieces whole, the others as they survived, in the order they were written.
    fn content(&mut self, history: &History<Piece>) -> Vec<u8> {
        let (happened, durable) = history.counts(self.moment);
        let mut content = Vec::new();
        for (index, (at, piece)) in history.changes[..happened].iter().enumerate() {
            let safe = index < durable;
            match piece {
                Piece::Length(length) => {
                    if safe || self.survives(*at) {
                        content.resize(*length, 0);
                    }
                }
                Piece::Bytes { offset, data } if safe => put(&mut content, *offset, data),
                Piece::Bytes { offset, data } => {
                    self.put_survivors(&mut content, *at, *offset, data)
                }
            }
        }
        content
    }

    fn put_survivors(&mut self, content: &mut Vec<u8>, at: Moment, offset: usize, data: &[u8]) {
        match self.data {
            Data::Until(moment) if at + 1 == moment => {
                let last = self
                    .random
                    .between(offset / 512, (offset + data.len()).div_ceil(512));
                let torn = (last * 512).saturating_sub(offset).min(data.len());
                put(content, offset, &data[..torn]);
            }
            Data::Pieces { bytes, per_mille } if bytes > 0 => {
                let mut from = 0;
                while from < data.len() {
                    // Sectors and pages lie at multiples of their size in the file, whatever a write's offset.
                    let room = bytes - (offset + from) % bytes;
                    let to = data.len().min(from + room);
                    if self.random.chance(per_mille) {
                        put(content, offset + from, &data[from..to]);
                    }
                    from = to;
                }
            }
            _ => {
                if self.survives(at) {
                    put(content, offset, data);
                }
            }
        }
        if self.lengths && content.len() < offset + data.len() {
            content.resize(offset + data.len(), 0);
        }
    }

    /// Whether a change that cannot be torn survives.
    fn survives(&mut self, at: Moment) -> bool {
        match self.data {
            Data::Nothing => false,
            Data::Everything => true,
            Data::Until(moment) => at < moment,
            Data::Pieces { per_mille, .. } => self.random.chance(per_mille),
        }
    }
}

fn put(content: &mut Vec<u8>, offset: usize, data: &[u8]) {
    if data.is_empty() {
        return;
    }
    let end = offset + data.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    content[offset..end].copy_from_slice(data);
}

fn surviving_names(disk: &Disk, kept: &[usize], folder: Node) -> BTreeMap<String, Node> {
    let mut names = BTreeMap::new();
    let Story::Folder(history) = &disk.stories[folder] else {
        return names;
    };
    for (at, naming) in &history.changes[..kept[folder]] {
        match naming {
            Naming::Added { name, node } => {
                names.insert(name.clone(), *node);
            }
            Naming::Removed { name } => {
                names.remove(name);
            }
            Naming::Moved { from, to, node } => {
                names.remove(from);
                names.insert(to.clone(), *node);
            }
            Naming::Left { name, to } => {
                if arrived(disk, kept[*to], *to, *at) {
                    names.remove(name);
                }
            }
        }
    }
    names
}

/// Whether the change at this moment is among the first `kept` of a folder.
fn arrived(disk: &Disk, kept: usize, folder: Node, at: Moment) -> bool {
    match &disk.stories[folder] {
        Story::Folder(history) => {
            history.changes.partition_point(|(other, _)| *other <= at) <= kept
        }
        Story::File(_) => false,
    }
}
