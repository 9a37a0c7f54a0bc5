//! Every kind of change to a sample pack, more than two thousand of them: each must be found and named. The same sweep
//! with checks that do nothing, or half of it, shows that the sweep itself can fail.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kaizhang_evidence::sshsig::{self, PublicKey, allowed_signer};
use kaizhang_evidence::verify::{Report, Wanted, verify};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::authority::{Authority, EC};
use crate::sample::{SEED, SHOP, Sample, keep, unpack};

const TAGS: &str = "tagmanifest-sha256.txt";
const SIG: &str = "tagmanifest-sha256.txt.sig";
const TOKEN: &str = "tagmanifest-sha256.txt.tsr";
const ENTRIES: &str = "data/entries.jsonl";

/// What a check says: for each defect its kind and its path.
type Found = Vec<(String, String)>;
type Check<'c> = &'c dyn Fn(&Path) -> Found;

/// Chance that is the same on every run.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

pub fn files(bag: &Path) -> Files {
    let mut all = BTreeMap::new();
    let mut waiting = vec![bag.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let name = path.strip_prefix(bag).unwrap().to_str().unwrap().to_owned();
                all.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    all
}

/// A bag on the disk to which one thing after the other is done.
struct Bench<'c> {
    bag: PathBuf,
    good: BTreeMap<String, Vec<u8>>,
    check: Check<'c>,
    tried: usize,
    /// Changes that the check did not find, or not name.
    missed: Vec<String>,
}

impl Bench<'_> {
    /// Puts files in place of those that are there (`None`: none), asks, and puts everything back. `wanted` says whether
    /// the answer names what was done.
    fn try_it(
        &mut self,
        what: &str,
        change: &[(&str, Option<Vec<u8>>)],
        wanted: &dyn Fn(&str, &str) -> bool,
    ) {
        self.put(change);
        let found = (self.check)(&self.bag);
        if !found.iter().any(|(kind, path)| wanted(kind, path)) {
            self.missed.push(format!("{what}: {found:?}"));
        }
        self.tried += 1;
        let back: Vec<(&str, Option<Vec<u8>>)> = change
            .iter()
            .map(|(name, _)| (*name, self.good.get(*name).cloned()))
            .collect();
        self.put(&back);
    }

    fn put(&self, change: &[(&str, Option<Vec<u8>>)]) {
        for (name, bytes) in change {
            let path = self.bag.join(name);
            match bytes {
                Some(bytes) => keep(&path, bytes),
                None => drop(fs::remove_file(path)),
            }
        }
    }

    fn names(&self) -> Vec<String> {
        self.good.keys().cloned().collect()
    }
}

/// Whether a defect speaks of this file: of the tag manifest the signature does.
fn of(file: &str) -> impl Fn(&str, &str) -> bool {
    move |kind, path| {
        let path = path.split(':').next().unwrap_or(path);
        path == file || (file == TAGS && path == SIG && kind == "wrong_signature")
    }
}

fn bits(bench: &mut Bench<'_>, chance: &mut Chance) {
    for name in bench.names() {
        let good = bench.good[&name].clone();
        // Short files bit by bit would be most of the run; each has a fair share.
        for _ in 0..74 {
            let (at, bit) = (chance.below(good.len()), chance.below(8));
            let mut bytes = good.clone();
            bytes[at] ^= 1 << bit;
            bench.try_it(
                &format!("{name}, byte {at}, bit {bit}"),
                &[(&name, Some(bytes))],
                &of(&name),
            );
        }
        let mut longer = good.clone();
        longer.push(b'\n');
        bench.try_it(
            &format!("{name}, longer"),
            &[(&name, Some(longer))],
            &of(&name),
        );
        let shorter = good[..good.len() - 1].to_vec();
        bench.try_it(
            &format!("{name}, shorter"),
            &[(&name, Some(shorter))],
            &of(&name),
        );
        bench.try_it(
            &format!("{name}, empty"),
            &[(&name, Some(Vec::new()))],
            &of(&name),
        );
    }
}

fn moved(bench: &mut Bench<'_>, _: &mut Chance) {
    let names = bench.names();
    for name in &names {
        let good = bench.good[name].clone();
        if name != TOKEN {
            // A token can be taken away: then nobody vouches for the time, and the answer says so.
            bench.try_it(&format!("{name} deleted"), &[(name, None)], &of(name));
        }
        let other = format!("{name}.old.txt");
        let renamed = |kind: &str, path: &str| {
            of(name)(kind, path) && (kind == "renamed" || !name.starts_with("data/"))
                || (name == TOKEN && path == other)
        };
        bench.try_it(
            &format!("{name} renamed"),
            &[(name, None), (&other, Some(good.clone()))],
            &renamed,
        );
        let copied = |kind: &str, path: &str| kind == "extra" && path == other;
        bench.try_it(&format!("{name} copied"), &[(&other, Some(good))], &copied);
    }
    for (at, one) in names.iter().enumerate() {
        for other in &names[at + 1..] {
            let change = [
                (one.as_str(), Some(bench.good[other].clone())),
                (other.as_str(), Some(bench.good[one].clone())),
            ];
            let both = |kind: &str, path: &str| of(one)(kind, path) || of(other)(kind, path);
            bench.try_it(&format!("{one} and {other} swapped"), &change, &both);
        }
    }
    for place in [
        "more.txt",
        "data/more.jpg",
        "data/attachments/more.jpg",
        "data/.hidden",
        "sub/more.txt",
    ] {
        let new = |kind: &str, path: &str| kind == "extra" && path == place;
        bench.try_it(
            &format!("{place} inserted"),
            &[(place, Some(b"new".to_vec()))],
            &new,
        );
    }
}

/// Lines of a text in another order, one missing, one twice.
fn reordered(bench: &mut Bench<'_>, chance: &mut Chance) {
    for name in [
        ENTRIES,
        "data/proofs.json",
        "manifest-sha256.txt",
        TAGS,
        "bag-info.txt",
    ] {
        let text = String::from_utf8(bench.good[name].clone()).unwrap();
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        for _ in 0..12 {
            let (one, other) = (chance.below(lines.len()), chance.below(lines.len()));
            if lines[one] == lines[other] {
                continue;
            }
            let mut swapped = lines.clone();
            swapped.swap(one, other);
            let bytes = swapped.concat().into_bytes();
            bench.try_it(
                &format!("{name}, lines {one} and {other} swapped"),
                &[(name, Some(bytes))],
                &of(name),
            );
            let mut without = lines.clone();
            without.remove(one);
            let bytes = without.concat().into_bytes();
            bench.try_it(
                &format!("{name}, line {one} taken out"),
                &[(name, Some(bytes))],
                &of(name),
            );
            let mut twice = lines.clone();
            twice.insert(other, lines[one]);
            let bytes = twice.concat().into_bytes();
            bench.try_it(
                &format!("{name}, line {one} twice"),
                &[(name, Some(bytes))],
                &of(name),
            );
        }
    }
}

/// The files of a bag by their names.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The same files with manifests that fit them again, signed with this seed.
pub fn signed_anew(files: &Files, seed: [u8; 32]) -> Files {
    let mut all = files.clone();
    let key = PublicKey::of_seed(&seed);
    all.insert(
        "allowed_signers".to_owned(),
        allowed_signer(SHOP, sshsig::PACK, &key).into_bytes(),
    );
    sealed(all, seed, &|_| true)
}

/// The same with the signers that it names, and with those of its tag files on the list that are wanted there.
pub fn sealed(mut all: Files, seed: [u8; 32], listed: &dyn Fn(&str) -> bool) -> Files {
    let lines = |all: &Files, wanted: &dyn Fn(&str) -> bool| {
        let lines = all.iter().filter(|(name, _)| wanted(name));
        let line = |(name, bytes): (&String, &Vec<u8>)| {
            format!("{}  {name}\n", hex::encode(Sha256::digest(bytes)))
        };
        lines.map(line).collect::<String>().into_bytes()
    };
    let payload: Vec<&Vec<u8>> = all
        .iter()
        .filter(|(name, _)| name.starts_with("data/"))
        .map(|(_, bytes)| bytes)
        .collect();
    let oxum = format!(
        "Payload-Oxum: {}.{}\n",
        payload.iter().map(|bytes| bytes.len()).sum::<usize>(),
        payload.len()
    );
    let info = String::from_utf8(all["bag-info.txt"].clone()).unwrap();
    let info = info[..info.find("Payload-Oxum").unwrap()].to_owned() + &oxum;
    all.insert("bag-info.txt".to_owned(), info.into_bytes());
    let manifest = lines(&all, &|name| name.starts_with("data/"));
    all.insert("manifest-sha256.txt".to_owned(), manifest);
    let tags = lines(&all, &|name| {
        !name.starts_with("data/") && ![TAGS, SIG, TOKEN].contains(&name) && listed(name)
    });
    let signature = sshsig::sign(&seed, sshsig::PACK, &tags);
    all.insert(TAGS.to_owned(), tags);
    all.insert(SIG.to_owned(), signature.into_bytes());
    all.remove(TOKEN);
    all
}

fn try_signed_anew(
    bench: &mut Bench<'_>,
    what: &str,
    files: &BTreeMap<String, Vec<u8>>,
    seed: [u8; 32],
    wanted: &dyn Fn(&str, &str) -> bool,
) {
    let all = signed_anew(files, seed);
    let mut change: Vec<(&str, Option<Vec<u8>>)> = all
        .iter()
        .map(|(name, bytes)| (name.as_str(), Some(bytes.clone())))
        .collect();
    let gone = bench.names();
    change.extend(
        gone.iter()
            .filter(|name| !all.contains_key(*name))
            .map(|name| (name.as_str(), None)),
    );
    bench.try_it(what, &change, wanted);
}

/// A stranger alters something and signs all of it himself; and whoever holds the key alters what the ledger says.
fn re_signed(bench: &mut Bench<'_>, chance: &mut Chance) {
    let stranger = [66; 32];
    let names: Vec<String> = bench
        .names()
        .into_iter()
        .filter(|name| name.starts_with("data/"))
        .collect();
    for name in &names {
        let mut files = bench.good.clone();
        let bytes = files.get_mut(name).unwrap();
        let at = chance.below(bytes.len());
        bytes[at] ^= 1;
        let unknown = |kind: &str, _: &str| kind == "unknown_key";
        try_signed_anew(
            bench,
            &format!("{name} altered by a stranger"),
            &files,
            stranger,
            &unknown,
        );
        let mut files = bench.good.clone();
        files.remove(name);
        try_signed_anew(
            bench,
            &format!("{name} taken out by a stranger"),
            &files,
            stranger,
            &unknown,
        );
    }
    let text = String::from_utf8(bench.good[ENTRIES].clone()).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let in_ledger = |_: &str, path: &str| path.starts_with(ENTRIES) || path == "data/proofs.json";
    for (at, line) in lines.iter().enumerate() {
        let mut altered = lines.clone();
        let other = line.replace("2026-11-29T01", "2026-11-29T02");
        altered[at] = &other;
        let mut without = lines.clone();
        without.remove(at);
        let mut later = lines.clone();
        later.swap(at, (at + 1) % lines.len());
        for (what, lines) in [
            ("altered", altered),
            ("taken out", without),
            ("moved", later),
        ] {
            let mut files = bench.good.clone();
            files.insert(ENTRIES.to_owned(), lines.concat().into_bytes());
            try_signed_anew(
                bench,
                &format!("entry {at} {what} by the shop"),
                &files,
                SEED,
                &in_ledger,
            );
        }
    }
    for name in names
        .iter()
        .filter(|name| name.starts_with("data/attachments/"))
    {
        let mut files = bench.good.clone();
        files.insert(name.clone(), b"another photo".to_vec());
        let unrecorded = |kind: &str, path: &str| kind == "unrecorded" && path == name;
        try_signed_anew(
            bench,
            &format!("{name} exchanged by the shop"),
            &files,
            SEED,
            &unrecorded,
        );
    }
}

const ALL: [Part; 4] = [bits, moved, reordered, re_signed];

type Part = fn(&mut Bench<'_>, &mut Chance);

fn sweep(check: Check<'_>, parts: &[Part]) -> (usize, Vec<String>) {
    let authority = Authority::new(&EC);
    let folder = TempDir::new().unwrap();
    let bag = unpack(&Sample::new(Some(&authority)).bytes(), folder.path());
    let mut bench = Bench {
        good: files(&bag),
        bag,
        check,
        tried: 0,
        missed: Vec::new(),
    };
    let mut chance = Chance(0x5EED);
    parts.iter().for_each(|part| part(&mut bench, &mut chance));
    (bench.tried, bench.missed)
}

fn report(bag: &Path) -> Report {
    let wanted = Wanted {
        key: Some(PublicKey::of_seed(&SEED).fingerprint()),
        roots: Vec::new(),
    };
    // Where a change leaves no bag, that is said of `bagit.txt`.
    verify(bag, &wanted, &|_, _| true).unwrap_or_else(|no| {
        let defect = kaizhang_evidence::verify::Defect {
            kind: "missing",
            path: "bagit.txt".to_owned(),
            detail: no.to_string(),
            why: "no_bag",
            params: BTreeMap::new(),
        };
        Report {
            defects: vec![defect],
            ..Report::default()
        }
    })
}

fn ours(bag: &Path) -> Found {
    let defects = report(bag).defects.into_iter();
    defects
        .map(|defect| (defect.kind.to_owned(), defect.path))
        .collect()
}

#[test]
fn every_change_is_found_and_named() {
    let (tried, missed) = sweep(&ours, &ALL);
    assert!(tried >= 2_000, "only {tried} changes");
    assert!(
        missed.is_empty(),
        "{} of {tried}:\n{}",
        missed.len(),
        missed.join("\n")
    );
}

#[test]
fn a_check_that_does_nothing_fails_the_sweep() {
    let (tried, missed) = sweep(&|_| Vec::new(), &ALL);
    assert_eq!(missed.len(), tried);
}

/// A check that compares hashes and nothing else: what was signed anew passes it, so the sweep must fail it there.
#[test]
fn a_check_of_hashes_alone_fails_the_sweep() {
    let hashes = |bag: &Path| -> Found {
        let mut found = ours(bag);
        found.retain(|(kind, path)| {
            ["altered", "missing", "extra", "renamed", "malformed"].contains(&kind.as_str())
                && !path.starts_with("data/entries")
        });
        found
    };
    let (_, missed) = sweep(&hashes, &[re_signed]);
    assert!(missed.iter().any(|one| one.contains("by a stranger")));
    assert!(missed.iter().any(|one| one.contains("by the shop")));
}

#[test]
fn a_token_that_was_taken_away_is_not_claimed() {
    let authority = Authority::new(&EC);
    let folder = TempDir::new().unwrap();
    let bag = unpack(&Sample::new(Some(&authority)).bytes(), folder.path());
    let whole = report(&bag);
    let entries: Vec<_> = whole.timestamps.iter().map(|one| one.entries).collect();
    // One stands on all of it, the other on the first eleven entries of the ledger, of which eight are here.
    assert_eq!(entries, [None, Some(8)]);
    assert!(whole.anchored_until.is_some());
    fs::remove_file(bag.join(TOKEN)).unwrap();
    let less = report(&bag);
    assert_eq!((less.ok, less.timestamps.len()), (true, 1));
    // The report and what came later may have been made any day.
    assert_eq!(less.anchored_until, None);
}
