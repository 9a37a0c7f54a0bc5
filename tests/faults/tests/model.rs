//! The model of a disk, on logs written by hand: what may be lost, and what may not.

use std::collections::BTreeMap;

use kaizhang_faults::cut::Cut;
use kaizhang_faults::disk::Disk;
use kaizhang_faults::log::Change;
use kaizhang_faults::random::Random;
use kaizhang_faults::trial::{files, scratch};

/// The different folders that 400 power cuts after the whole log leave.
fn left(changes: &[Change]) -> Vec<BTreeMap<String, Vec<u8>>> {
    let disk = Disk::new(changes).unwrap();
    let mut found = Vec::new();
    for seed in 0..400 {
        let folder = scratch().unwrap();
        let cut = Cut::new(disk.length, Random::new(seed));
        cut.lay_out(&disk, folder.path()).unwrap();
        let folder = files(folder.path()).unwrap();
        if !found.contains(&folder) {
            found.push(folder);
        }
    }
    found
}

fn folder(path: &str) -> Change {
    Change::MakeFolder {
        path: path.to_owned(),
    }
}

fn create(inode: u64, path: &str) -> Change {
    Change::Create {
        inode,
        path: path.to_owned(),
    }
}

fn write(inode: u64, offset: u64, byte: u8, count: usize) -> Change {
    Change::Write {
        inode,
        offset,
        data: vec![byte; count],
    }
}

fn sync(inode: u64) -> Change {
    Change::SyncFile { inode }
}

fn sync_folder(path: &str) -> Change {
    Change::SyncFolder {
        path: path.to_owned(),
    }
}

fn rename(from: &str, to: &str) -> Change {
    Change::Rename {
        from: from.to_owned(),
        to: to.to_owned(),
    }
}

#[test]
fn a_synced_file_of_a_synced_folder_is_always_whole() {
    let changes = [
        create(7, "a"),
        write(7, 0, 1, 5000),
        sync(7),
        sync_folder(""),
    ];
    let whole = BTreeMap::from([("a".to_owned(), vec![1; 5000])]);
    assert_eq!(left(&changes), [whole]);
}

#[test]
fn a_synced_file_without_a_synced_name_may_be_gone_but_never_torn() {
    let changes = [create(7, "a"), write(7, 0, 1, 5000), sync(7)];
    let found = left(&changes);
    assert_eq!(found.len(), 2);
    assert!(found.contains(&BTreeMap::new()));
    assert!(found.contains(&BTreeMap::from([("a".to_owned(), vec![1; 5000])])));
}

#[test]
fn unsynced_data_is_torn_at_sectors() {
    let changes = [
        create(7, "a"),
        write(7, 0, 1, 5000),
        sync(7),
        sync_folder(""),
        write(7, 100, 2, 1000),
    ];
    let found = left(&changes);
    assert!(found.len() > 4, "{} ways", found.len());
    for content in found.iter().map(|files| &files["a"]) {
        // The write covers parts of sectors 0 to 2; what lies outside it and inside one sector stays together.
        assert_eq!(content.len(), 5000);
        assert!(
            content[..100]
                .iter()
                .chain(&content[1100..])
                .all(|byte| *byte == 1)
        );
        for part in [
            &content[100..512],
            &content[512..1024],
            &content[1024..1100],
        ] {
            assert!(part.iter().all(|byte| *byte == part[0]));
        }
    }
}

#[test]
fn a_rename_between_folders_never_loses_the_file() {
    let changes = [
        folder("tmp"),
        folder("blobs"),
        sync_folder(""),
        create(7, "tmp/a"),
        write(7, 0, 1, 10),
        sync(7),
        sync_folder("tmp"),
        rename("tmp/a", "blobs/b"),
    ];
    let found = left(&changes);
    assert!(found.len() >= 2);
    for files in &found {
        assert!(
            files.contains_key("tmp/a") || files.contains_key("blobs/b"),
            "{files:?}"
        );
    }
}

#[test]
fn names_of_one_folder_survive_in_order() {
    let changes = [create(1, "a"), create(2, "b"), create(3, "c")];
    let found = left(&changes);
    assert_eq!(found.len(), 4);
    for files in &found {
        let names: String = files.keys().map(String::as_str).collect();
        assert!("abc".starts_with(&names), "{names}");
    }
}

#[test]
fn a_file_in_a_folder_without_a_synced_name_goes_with_it() {
    let changes = [
        folder("in"),
        create(7, "in/a"),
        write(7, 0, 1, 10),
        sync(7),
        sync_folder("in"),
    ];
    let found = left(&changes);
    assert_eq!(found.len(), 2);
    assert!(found.contains(&BTreeMap::new()));
}
