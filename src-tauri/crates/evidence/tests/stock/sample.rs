//! A sample pack: a ledger with two epochs, papers, photos, an anchor, and on wish a timestamp.

use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use kaizhang_evidence::bag::{WriteError, Written};
use kaizhang_evidence::pack::{
    self, Anchor, Attachment, Contents, Log, Made, Proven, Source, Take,
};
use kaizhang_ledger::{
    Checkpoint, Entry, Hash, LedgerError, Nodes, Signer, checkpoint, entry, tree,
};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::authority::Authority;

pub const SHOP: &str = "01980000-0000-7000-8000-000000000001";
pub const DEVICE: &str = "01980000-0000-7000-8000-000000000002";
pub const FOLDER: &str = "kaizhang-incident-12-20261129";
pub const SEED: [u8; 32] = [3; 32];
const OLD_SEED: [u8; 32] = [4; 32];

/// A tree in memory.
#[derive(Default)]
struct Forest(Vec<Vec<Hash>>);

impl Nodes for Forest {
    type Error = LedgerError;

    fn node(&self, level: u8, index: u64) -> Result<Option<Hash>, LedgerError> {
        let level = self.0.get(usize::from(level));
        Ok(level.and_then(|level| level.get(index as usize).copied()))
    }
}

/// One epoch's ledger.
pub struct Ledger {
    epoch: u32,
    signer: Signer,
    pub entries: Vec<String>,
    nodes: Forest,
}

impl Ledger {
    fn new(epoch: u32, seed: [u8; 32]) -> Self {
        let origin = checkpoint::origin(SHOP, DEVICE, epoch).unwrap();
        Self {
            epoch,
            signer: Signer::from_seed(&origin, seed).unwrap(),
            entries: Vec::new(),
            nodes: Forest::default(),
        }
    }

    pub fn append(&mut self, kind: &str, body: serde_json::Value) {
        let seq = self.entries.len() as u64;
        let entry = Entry {
            v: entry::VERSION,
            id: format!("01980000-0000-7000-9000-{:04x}{seq:08x}", self.epoch),
            shop: SHOP.to_owned(),
            device: DEVICE.to_owned(),
            epoch: self.epoch,
            seq,
            at: format!("2026-11-29T01:02:{:02}.000Z", seq % 60),
            zone: "Asia/Shanghai".to_owned(),
            day: "2026-11-29".to_owned(),
            actor: "老王".to_owned(),
            kind: kind.to_owned(),
            body,
        };
        let json = entry.canonical().unwrap();
        for (level, _, hash) in tree::append(&self.nodes, seq, entry::leaf(&json)).unwrap() {
            let level = usize::from(level);
            self.nodes
                .0
                .resize_with(self.nodes.0.len().max(level + 1), Vec::new);
            self.nodes.0[level].push(hash);
        }
        self.entries.push(json);
    }

    fn size(&self) -> u64 {
        self.entries.len() as u64
    }

    fn note(&self, size: u64) -> String {
        let root = tree::root(&self.nodes, size).unwrap();
        let origin = self.signer.name().to_owned();
        self.signer
            .sign(&Checkpoint { origin, size, root })
            .unwrap()
    }

    fn log(&self) -> Log {
        Log {
            checkpoint: self.note(self.size()),
            key: self.signer.verifier().to_text(),
            anchors: Vec::new(),
        }
    }
}

/// Everything a pack is made of.
pub struct Sample<'s> {
    pub ledgers: Vec<Ledger>,
    /// Which entries go along, by ledger and place.
    pub chosen: Vec<(usize, u64)>,
    pub files: Vec<(Attachment, Vec<u8>)>,
    pub seed: [u8; 32],
    /// When it is packed.
    pub at: DateTime<Utc>,
    pub authority: Option<&'s Authority>,
}

pub fn attachment(name: &str, bytes: &[u8]) -> Attachment {
    Attachment {
        name: name.to_owned(),
        written: Written {
            sha256: Hash(Sha256::digest(bytes).into()),
            bytes: bytes.len() as u64,
        },
    }
}

impl<'s> Sample<'s> {
    /// Twenty entries now, five from before a restored backup, three files.
    pub fn new(authority: Option<&'s Authority>) -> Self {
        let mut now = Ledger::new(1, SEED);
        let mut before = Ledger::new(0, OLD_SEED);
        for place in 0..5 {
            before.append(
                "incident_noted",
                json!({ "words": format!("older {place}") }),
            );
        }
        let mut files = Vec::new();
        for place in 0..20u8 {
            if place % 7 == 3 {
                let bytes = vec![place; 300 + usize::from(place)];
                let file = attachment(&format!("{:04}-photo.jpg", files.len() + 1), &bytes);
                let sha256 = file.written.sha256.to_string();
                now.append(
                    "file_attached",
                    json!({ "sha256": sha256, "name": "小票 𠮷.jpg" }),
                );
                files.push((file, bytes));
            } else {
                now.append(
                    "incident_noted",
                    json!({ "words": format!("第 {place} 条，POS 机连不上") }),
                );
            }
        }
        let mut chosen: Vec<(usize, u64)> = (0..20)
            .filter(|seq| seq % 4 != 1)
            .map(|seq| (0, seq))
            .collect();
        // Files are always told of.
        chosen.extend([(0, 17), (1, 1), (1, 4)]);
        chosen.sort_unstable();
        Self {
            ledgers: vec![now, before],
            chosen,
            files,
            seed: SEED,
            at: DateTime::<Utc>::from_timestamp(1_796_000_001, 0).unwrap(),
            authority,
        }
    }

    pub fn write(
        &mut self,
        watch: &mut dyn FnMut(u64) -> bool,
    ) -> Result<(Vec<u8>, Made), WriteError> {
        let mut logs: Vec<Log> = self.ledgers.iter().map(Ledger::log).collect();
        let mut roots_pem = String::new();
        if let Some(authority) = self.authority {
            roots_pem = authority.root_pem();
            let note = self.ledgers[0].note(11);
            let digest: [u8; 32] = Sha256::digest(&note).into();
            logs[0].anchors.push(Anchor {
                token: authority.answer(&kaizhang_evidence::timestamp::request(&digest, &[9; 8])),
                proof: tree::consistency_proof(&self.ledgers[0].nodes, 11, self.ledgers[0].size())
                    .unwrap(),
                checkpoint: note,
            });
        }
        let attachments: Vec<Attachment> =
            self.files.iter().map(|(file, _)| file.clone()).collect();
        let seed = self.seed;
        let contents = Contents {
            folder: FOLDER,
            at: self.at,
            shop: SHOP,
            shop_name: "老王小卖部",
            about: "事件 12 · POS 机连不上\nsecond line",
            program: "kaizhang/0.1.0",
            logs: &logs,
            papers: &[
                ("report.pdf", b"%PDF-1.7 sample".to_vec()),
                ("receipts.csv", "\u{FEFF}金额\n12.50\n".into()),
            ],
            attachments: &attachments,
            roots_pem: &roots_pem,
            seed: &seed,
        };
        let (out, made) = pack::write(Cursor::new(Vec::new()), &contents, self, watch)?;
        Ok((out.into_inner(), made))
    }

    pub fn bytes(&mut self) -> Vec<u8> {
        self.write(&mut |_| true).unwrap().0
    }
}

impl Source for Sample<'_> {
    fn entries(&mut self, take: Take<'_>) -> Result<(), WriteError> {
        for &(log, seq) in &self.chosen {
            let ledger = &self.ledgers[log];
            let proof = tree::inclusion_proof(&ledger.nodes, seq, ledger.size()).unwrap();
            take(&Proven {
                log,
                seq,
                json: &ledger.entries[seq as usize],
                proof: &proof,
            })?;
        }
        Ok(())
    }

    fn open(&mut self, attachment: &Attachment) -> std::io::Result<Box<dyn Read>> {
        let found = self
            .files
            .iter()
            .find(|(file, _)| file.name == attachment.name);
        let (_, bytes) = found.ok_or(std::io::ErrorKind::NotFound)?;
        Ok(Box::new(Cursor::new(bytes.clone())))
    }

    fn stamp(&mut self, digest: &[u8; 32]) -> Option<Vec<u8>> {
        let request = kaizhang_evidence::timestamp::request(digest, &[5; 8]);
        self.authority.map(|authority| authority.answer(&request))
    }
}

pub fn keep(path: &Path, bytes: &[u8]) {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).unwrap();
    }
    std::fs::write(path, bytes).unwrap();
}

/// Unpacks a zip with the crate, which shares no line with our reader; returns the bag's folder.
pub fn unpack(zip: &[u8], into: &Path) -> PathBuf {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        keep(&into.join(&*file.name().unwrap()), &bytes);
    }
    into.join(FOLDER)
}
