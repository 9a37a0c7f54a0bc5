//! Writing packs: many files, full disks, a hand that stops it at every step.

use std::io::{BufWriter, Cursor, Seek, SeekFrom, Write};

use chrono::DateTime;
use kaizhang_evidence::bag::{Bag, WriteError};

use crate::packs::ours;
use crate::sample::{Sample, attachment, keep};

#[test]
fn ten_thousand_files() {
    let mut sample = Sample::new(None);
    for place in 0..10_000u32 {
        let bytes = place.to_le_bytes().to_vec();
        let file = attachment(&format!("{place:05}-more.bin"), &bytes);
        let body = serde_json::json!({ "sha256": file.written.sha256.to_string() });
        sample.ledgers[0].append("file_attached", body);
        sample.chosen.push((0, 20 + u64::from(place)));
        sample.files.push((file, bytes));
    }
    sample.chosen.sort_unstable();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pack.zip");
    keep(&path, &sample.bytes());
    let report = ours(&path);
    assert_eq!(report.defects, []);
    assert_eq!(report.entries, sample.chosen.len() as u64);
    assert!(report.files > 10_000);
}

#[test]
fn a_hand_stops_it_at_every_step() {
    let mut steps = 0;
    Sample::new(None)
        .write(&mut |_| {
            steps += 1;
            true
        })
        .unwrap();
    assert!(steps > 5);
    for stop_at in 1..=steps {
        let mut step = 0;
        let stopped = Sample::new(None).write(&mut |_| {
            step += 1;
            step < stop_at
        });
        assert!(
            matches!(stopped, Err(WriteError::Stopped)),
            "step {stop_at}"
        );
    }
}

/// A disk with so much room.
#[derive(Debug)]
struct Disk {
    bytes: Cursor<Vec<u8>>,
    room: u64,
}

impl Write for Disk {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.bytes.position() + bytes.len() as u64 > self.room {
            return Err(std::io::ErrorKind::StorageFull.into());
        }
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Seek for Disk {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.bytes.seek(to)
    }
}

/// As the app writes, through a buffer: then a disk may also be found full while going back to an earlier place.
#[test]
fn a_full_disk_is_told_wherever_it_fills() {
    let write = |room: u64, buffer: usize| {
        let disk = Disk {
            bytes: Cursor::new(Vec::new()),
            room,
        };
        let out = BufWriter::with_capacity(buffer, disk);
        let at = DateTime::from_timestamp(1_796_000_000, 0).unwrap();
        let mut watch = |_| true;
        let mut bag = Bag::begin(out, "bag", at, &mut watch)?;
        bag.file("data/a.jpg", None, &mut &[1; 5_000][..])?;
        bag.file("data/b.txt", None, &mut &b"text"[..])?;
        bag.manifests(&[])?;
        bag.finish()
    };
    let length = |out: BufWriter<Disk>| out.into_inner().unwrap().bytes.into_inner().len() as u64;
    for buffer in [0, 40, 4_096, 256 << 10] {
        let needed = length(write(u64::MAX, buffer).unwrap());
        for room in (0..needed).step_by(61) {
            let full = write(room, buffer);
            assert!(
                matches!(&full, Err(WriteError::Unwritable(error)) if error.kind() == std::io::ErrorKind::StorageFull),
                "{room} through {buffer}"
            );
        }
        assert!(write(needed, buffer).is_ok());
    }
}

#[test]
fn a_file_that_is_not_what_was_written_down_is_refused_by_name() {
    for (bytes, altered) in [
        (&b"other"[..], true),
        (b"longer than it was by far", true),
        (b"", true),
    ] {
        let mut sample = Sample::new(None);
        sample.files[1].1 = bytes.to_vec();
        let name = sample.files[1].0.name.clone();
        match sample.write(&mut |_| true) {
            Err(WriteError::Altered { path }) => assert!(altered && path.ends_with(&name)),
            other => panic!("{other:?}"),
        }
    }
    let mut sample = Sample::new(None);
    let gone = attachment("gone.jpg", b"gone");
    sample.files.push((gone, b"gone".to_vec()));
    sample.files[0].0.name = "../evil.jpg".to_owned();
    assert!(matches!(
        sample.write(&mut |_| true),
        Err(WriteError::Name { .. })
    ));
}
