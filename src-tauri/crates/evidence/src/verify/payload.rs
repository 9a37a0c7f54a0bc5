//! The files against the manifests: every hash computed anew, every name on both sides.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};

use super::manifest::{Algorithm, Manifest};
use super::tags::Bag;
use super::{Finding, NotAPack, Watch};
use crate::read::Opened;
use crate::why::Why;

const PIECE: usize = 256 << 10;

/// The hashes of one file, or why it cannot be read.
type Hashed = Result<BTreeMap<Algorithm, Vec<u8>>, Why>;

pub(super) fn check(
    finding: &mut Finding<'_>,
    bag: &Bag,
    watch: Watch<'_>,
) -> Result<(), NotAPack> {
    let opened = finding.opened;
    let payload = |name: &&String| name.starts_with("data/");
    let names: Vec<&String> = opened.items.keys().filter(payload).collect();
    let total: u64 = names.iter().map(|name| opened.items[*name].bytes).sum();
    finding.report.files = names.len() as u64;
    finding.report.bytes = total;
    if let Some(said) = bag.oxum
        && said != (total, names.len() as u64)
    {
        let (said, found) = (
            format!("{}.{}", said.0, said.1),
            format!("{total}.{}", names.len()),
        );
        let why = format!("Payload-Oxum says {said}, there are {found}");
        let why = Why::new("oxum_differs", why)
            .with("said", said)
            .with("found", found);
        finding.defect("altered", "bag-info.txt", why);
    }
    // SHA-256 always: it tells a renamed file, and the ledger names files by it.
    let algorithms: BTreeSet<Algorithm> = bag
        .manifests
        .iter()
        .map(|manifest| manifest.algorithm)
        .chain([Algorithm::Sha256])
        .collect();
    let hashed = hash_all(opened, &names, &algorithms, total, watch)?;
    for (name, hashes) in &hashed {
        if let Ok(hashes) = hashes
            && let Some(hash) = hashes.get(&Algorithm::Sha256)
            && let Ok(hash) = <[u8; 32]>::try_from(hash.as_slice())
        {
            finding.hashes.insert((*name).clone(), hash);
        }
    }
    compare(finding, bag, &hashed);
    tag_files(finding, bag);
    Ok(())
}

/// Hashes every file once, on as many threads as the PC has to spare.
fn hash_all<'n>(
    opened: &Opened,
    names: &[&'n String],
    algorithms: &BTreeSet<Algorithm>,
    total: u64,
    watch: Watch<'_>,
) -> Result<BTreeMap<&'n String, Hashed>, NotAPack> {
    let next = AtomicUsize::new(0);
    let done = AtomicU64::new(0);
    let stopped = AtomicBool::new(false);
    let hashed = Mutex::new(BTreeMap::new());
    let work = || {
        let mut piece = vec![0; PIECE];
        while let Some(name) = names.get(next.fetch_add(1, Ordering::Relaxed)) {
            let went_on = |bytes: u64| {
                let so_far = done.fetch_add(bytes, Ordering::Relaxed) + bytes;
                if !watch(so_far, total) {
                    stopped.store(true, Ordering::Relaxed);
                }
                !stopped.load(Ordering::Relaxed)
            };
            let hashes = hash(opened, name, algorithms, &mut piece, &went_on);
            if stopped.load(Ordering::Relaxed) {
                break;
            }
            let mut hashed = hashed.lock().unwrap_or_else(|held| held.into_inner());
            hashed.insert(*name, hashes);
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, |threads| threads.get().min(4));
    std::thread::scope(|scope| {
        for _ in 1..threads.min(names.len()) {
            let builder = std::thread::Builder::new().name("hashing".to_owned());
            // Without another thread this one does all of it.
            let _ = builder.spawn_scoped(scope, work);
        }
        work();
    });
    if stopped.load(Ordering::Relaxed) {
        return Err(NotAPack::Stopped);
    }
    Ok(hashed.into_inner().unwrap_or_else(|held| held.into_inner()))
}

fn hash(
    opened: &Opened,
    name: &str,
    algorithms: &BTreeSet<Algorithm>,
    piece: &mut [u8],
    went_on: &dyn Fn(u64) -> bool,
) -> Hashed {
    let mut reader = opened.reader(name)?;
    let mut hashers: Vec<_> = algorithms.iter().map(|one| (*one, one.hasher())).collect();
    loop {
        let read = match reader.read(piece) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error.into()),
        };
        for (_, hasher) in &mut hashers {
            hasher.update(&piece[..read]);
        }
        if !went_on(read as u64) {
            break;
        }
    }
    let finished = hashers
        .into_iter()
        .map(|(one, hasher)| (one, hasher.finish()));
    Ok(finished.collect())
}

fn compare(finding: &mut Finding<'_>, bag: &Bag, hashed: &BTreeMap<&String, Hashed>) {
    let mut missing: BTreeMap<String, Option<Vec<u8>>> = BTreeMap::new();
    for manifest in &bag.manifests {
        for (name, expected) in &manifest.hashes {
            if !name.starts_with("data/") {
                let why = "a manifest of the payload lists it, and it is not in data/";
                finding.defect("malformed", name, Why::new("not_in_data", why));
                continue;
            }
            match hashed.get(name) {
                None => {
                    let by_sha256 =
                        (manifest.algorithm == Algorithm::Sha256).then(|| expected.clone());
                    let known = missing.entry(name.clone()).or_default();
                    *known = known.take().or(by_sha256);
                }
                Some(Err(why)) => finding.defect("altered", name, why.clone()),
                Some(Ok(hashes)) if hashes.get(&manifest.algorithm) != Some(expected) => {
                    finding.defect("altered", name, other_hash(manifest));
                }
                Some(Ok(_)) => {}
            }
        }
    }
    let mut extra: Vec<&String> = hashed
        .keys()
        .copied()
        .filter(|name| !listed(bag, name))
        .collect();
    for (name, expected) in missing {
        let same = |other: &&String| matches!((hashed.get(*other), &expected), (Some(Ok(hashes)), Some(expected)) if hashes.get(&Algorithm::Sha256) == Some(expected));
        match extra.iter().position(same) {
            Some(at) => {
                let other = extra.remove(at);
                finding.defect("renamed", &name, {
                    let why = format!("it is there as {other}");
                    Why::new("there_as", why).with("other", other)
                });
            }
            None => finding.defect("missing", &name, Why::new("listed", "a manifest lists it")),
        }
    }
    for name in extra {
        finding.defect(
            "extra",
            name,
            Why::new("not_listed", "no manifest lists it"),
        );
    }
}

fn other_hash(manifest: &Manifest) -> Why {
    let why = format!("its hash is not the one in {}", manifest.path);
    Why::new("other_hash", why).with("manifest", &manifest.path)
}

/// Whether a file is listed as its version of BagIt asks: by every manifest, or by one.
fn listed(bag: &Bag, name: &String) -> bool {
    let has = |manifest: &Manifest| manifest.hashes.contains_key(name);
    if bag.every_manifest_is_whole {
        !bag.manifests.is_empty() && bag.manifests.iter().all(has)
    } else {
        bag.manifests.iter().any(has)
    }
}

fn tag_files(finding: &mut Finding<'_>, bag: &Bag) {
    let opened = finding.opened;
    for manifest in &bag.tag_manifests {
        for (name, expected) in &manifest.hashes {
            if !opened.items.contains_key(name) {
                let why = format!("{} lists it", manifest.path);
                finding.defect("missing", name, Why::new("listed", why));
                continue;
            }
            let only = BTreeSet::from([manifest.algorithm]);
            let mut piece = vec![0; PIECE];
            match hash(opened, name, &only, &mut piece, &|_| true) {
                Err(why) => finding.defect("altered", name, why),
                Ok(hashes) if hashes.get(&manifest.algorithm) != Some(expected) => {
                    finding.defect("altered", name, other_hash(manifest));
                }
                Ok(_) => {}
            }
        }
    }
}
