//! What packing and checking cost, against bagit-python with Python's zipfile and against one bare pass over the bytes.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use chrono::DateTime;
use kaizhang_evidence::bag::Bag;
use kaizhang_evidence::verify::{Wanted, verify};
use sha2::{Digest, Sha256};

use crate::{Answer, Figure};

const PICTURES: usize = 300;
const PICTURE_BYTES: usize = 2 << 20;
/// What is packed and checked to see whether memory grows with it.
const LARGE: u64 = 10 << 30;
const RUNS: usize = 3;

/// The best of a few runs: what is left when the machine was busy with nothing else.
fn best(mut run: impl FnMut() -> Answer<()>) -> Answer<f64> {
    let mut least = f64::INFINITY;
    for _ in 0..RUNS {
        let begun = Instant::now();
        run()?;
        least = least.min(begun.elapsed().as_secs_f64());
    }
    Ok(least)
}

/// Bytes like those of a photo: nothing compresses them.
fn picture(seed: usize) -> Vec<u8> {
    let mut state = seed as u64 + 0x9E37_79B9;
    let words = (0..PICTURE_BYTES / 8).flat_map(|_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    });
    words.collect()
}

fn name(at: usize) -> String {
    format!("{at:04}.jpg")
}

fn pack<W: Write + Seek>(out: W, each: &mut dyn FnMut(&mut Bag<'_, W>) -> Answer<()>) -> Answer<W> {
    let at = DateTime::from_timestamp(1_796_000_000, 0).unwrap_or_default();
    let mut watch = |_| true;
    let mut bag = Bag::begin(out, "pack", at, &mut watch)?;
    each(&mut bag)?;
    bag.manifests(&[])?;
    Ok(bag.finish()?)
}

fn pack_pictures(from: &Path, to: &Path) -> Answer<()> {
    let out = BufWriter::with_capacity(256 << 10, File::create(to)?);
    let out = pack(out, &mut |bag| {
        for at in 0..PICTURES {
            let mut file = File::open(from.join(name(at)))?;
            bag.file(&format!("data/attachments/{}", name(at)), None, &mut file)?;
        }
        Ok(())
    })?;
    Ok(out.get_ref().sync_all()?)
}

/// The least that anybody must do: read, hash, write.
fn one_pass(from: &Path, to: &Path) -> Answer<()> {
    let mut out = File::create(to)?;
    let mut piece = vec![0; 256 << 10];
    for at in 0..PICTURES {
        let mut file = File::open(from.join(name(at)))?;
        let mut sha = Sha256::new();
        loop {
            let read = file.read(&mut piece)?;
            if read == 0 {
                break;
            }
            sha.update(&piece[..read]);
            out.write_all(&piece[..read])?;
        }
        std::hint::black_box(sha.finalize());
    }
    Ok(out.sync_all()?)
}

const PYTHON_PACK: &str = "
import bagit, os, shutil, sys, zipfile
pictures, bag, out = sys.argv[1:]
shutil.rmtree(bag, ignore_errors=True)
shutil.copytree(pictures, bag)
bagit.make_bag(bag, checksums=['sha256'])
with zipfile.ZipFile(out, 'w', zipfile.ZIP_STORED) as zip:
    for folder, _, names in os.walk(bag):
        for name in names:
            path = os.path.join(folder, name)
            zip.write(path, os.path.relpath(path, os.path.dirname(bag)))
fd = os.open(out, os.O_RDONLY); os.fsync(fd)
";

fn python(arguments: &[&str]) -> Answer<()> {
    let tools = concat!(env!("CARGO_MANIFEST_DIR"), "/../.tools/python");
    let done = Command::new("python3")
        .args(arguments)
        .env("PYTHONPATH", tools)
        .output()?;
    if done.status.success() {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&done.stderr).into())
    }
}

fn check(bag: &Path) -> Answer<()> {
    let report = verify(bag, &Wanted::default(), &|_, _| true)?;
    if report.ok {
        Ok(())
    } else {
        Err(format!("{:?}", report.defects).into())
    }
}

/// A disk that keeps nothing, for what would fill a real one.
#[derive(Default)]
struct Nowhere {
    at: u64,
    end: u64,
}

impl Write for Nowhere {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.at += bytes.len() as u64;
        self.end = self.end.max(self.at);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Nowhere {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.end.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

/// The most memory that this process ever had, in MiB; `None` where the system does not tell.
fn most_mib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim()
        .strip_suffix(" kB")?
        .parse()
        .ok()
        .map(|kib: u64| kib / 1024)
}

/// Packs and checks ten gigabytes. Comes before everything else, while nothing else has used any memory.
pub(crate) fn memory() -> Answer<Option<Figure>> {
    let folder = tempfile::tempdir()?;
    large(folder.path())?;
    Ok(most_mib().map(|most| Figure {
        what: "memory while 10 GiB are packed and checked",
        measured: format!("{most} MiB"),
        bar: "≤ 100 MiB",
        met: most <= 100,
    }))
}

fn large(folder: &Path) -> Answer<()> {
    pack(Nowhere::default(), &mut |bag| {
        for at in 0..1_000 {
            let mut zeros = io::repeat(at as u8).take(LARGE / 1_000);
            bag.file(&format!("data/{at}.jpg"), None, &mut zeros)?;
        }
        Ok(())
    })?;
    // Holes take no room on the disk and as long to read as anything.
    std::fs::create_dir_all(folder.join("data"))?;
    File::create(folder.join("data/hole.bin"))?.set_len(LARGE)?;
    std::fs::write(
        folder.join("bagit.txt"),
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    )?;
    let wrong = format!("{}  data/hole.bin\n", "0".repeat(64));
    std::fs::write(folder.join("manifest-sha256.txt"), wrong)?;
    let report = verify(folder, &Wanted::default(), &|_, _| true)?;
    if report.defects.len() == 1 {
        Ok(())
    } else {
        Err(format!("{:?}", report.defects).into())
    }
}

/// Three hundred pictures of two megabytes, packed and checked.
pub(crate) fn pictures() -> Answer<[Figure; 4]> {
    let folder = tempfile::tempdir()?;
    let path = |name: &str| folder.path().join(name);
    let text = |name: &str| path(name).to_string_lossy().into_owned();
    std::fs::create_dir(path("pictures"))?;
    for at in 0..PICTURES {
        std::fs::write(path("pictures").join(name(at)), picture(at))?;
    }
    let ours = best(|| pack_pictures(&path("pictures"), &path("pack.zip")))?;
    let bare = best(|| one_pass(&path("pictures"), &path("bare.bin")))?;
    std::fs::remove_file(path("bare.bin"))?;
    let stock = best(|| {
        python(&[
            "-c",
            PYTHON_PACK,
            &text("pictures"),
            &text("bag"),
            &text("python.zip"),
        ])
    })?;
    std::fs::remove_file(path("python.zip"))?;
    let mine = best(|| check(&path("bag")))?;
    let theirs = best(|| python(&["-m", "bagit", "--quiet", "--validate", &text("bag")]))?;
    let zipped = best(|| check(&path("pack.zip")))?;
    let figure = |what, ours: f64, other: f64, bar, most: f64| Figure {
        what,
        measured: format!("{:.2} × ({ours:.2} s / {other:.2} s)", ours / other),
        bar,
        met: ours <= most * other,
    };
    Ok([
        figure(
            "300 pictures packed / bagit-python + zipfile",
            ours,
            stock,
            "≤ 0.5 ×",
            0.5,
        ),
        figure(
            "300 pictures packed / read + SHA-256 + write",
            ours,
            bare,
            "≤ 1.5 ×",
            1.5,
        ),
        figure(
            "a folder checked / bagit.py --validate",
            mine,
            theirs,
            "≤ 1 ×",
            1.0,
        ),
        figure(
            "a zip checked / bagit.py --validate",
            zipped,
            theirs,
            "≤ 1 ×",
            1.0,
        ),
    ])
}
