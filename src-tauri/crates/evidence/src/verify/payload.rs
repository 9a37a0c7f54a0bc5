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

mod compare;

const PIECE: usize = 256 << 10;

/// The hashes of one file, or why it cannot be read.
type Hashed = Result<BTreeMap<Algorithm, Vec<u8>>, Why>;

fn payload(opened: &Opened) -> Vec<&String> {
    let inside = |name: &&String| name.starts_with("data/");
    opened.items.keys().filter(inside).collect()
}

/// How much there is to hash, before anything is.
pub(super) fn measure(finding: &mut Finding<'_>) {
    let opened = finding.opened;
    let names = payload(opened);
    finding.report.files = names.len() as u64;
    finding.report.bytes = names.iter().map(|name| opened.items[*name].bytes).sum();
}

pub(super) fn check(finding: &mut Finding<'_>, bag: &Bag) -> Result<(), NotAPack> {
    let opened = finding.opened;
    let names = payload(opened);
    let total = finding.report.bytes;
    if !opened.has_payload {
        let why = Why::new("no_payload", "there is no folder data in it");
        finding.defect("missing", "data", why);
    }
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
    let hashed = hash_all(opened, &names, &algorithms, total, finding.watch)?;
    finding.hashed = total;
    for (name, hashes) in &hashed {
        if let Ok(hashes) = hashes
            && let Some(hash) = hashes.get(&Algorithm::Sha256)
            && let Ok(hash) = <[u8; 32]>::try_from(hash.as_slice())
        {
            finding.hashes.insert((*name).clone(), hash);
        }
    }
    compare::check(finding, bag, &hashed)?;
    tag_files(finding, bag)
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
            // A file without bytes takes its time too.
            went_on(0);
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

fn other_hash(manifest: &Manifest) -> Why {
    let why = format!("its hash is not the one in {}", manifest.path);
    Why::new("other_hash", why).with("manifest", &manifest.path)
}

fn tag_files(finding: &mut Finding<'_>, bag: &Bag) -> Result<(), NotAPack> {
    let opened = finding.opened;
    let mut piece = vec![0; PIECE];
    for manifest in &bag.tag_manifests {
        let only = BTreeSet::from([manifest.algorithm]);
        for (name, expected) in &manifest.hashes {
            finding.step()?;
            if !opened.items.contains_key(name) {
                let why = format!("{} lists it", manifest.path);
                finding.defect("missing", name, Why::new("listed", why));
                continue;
            }
            let went_on = |_: u64| finding.go_on().is_ok();
            let hashed = hash(opened, name, &only, &mut piece, &went_on);
            finding.go_on()?;
            match hashed {
                Err(why) => finding.defect("altered", name, why),
                Ok(hashes) if hashes.get(&manifest.algorithm) != Some(expected) => {
                    finding.defect("altered", name, other_hash(manifest));
                }
                Ok(_) => {}
            }
        }
    }
    Ok(())
}
