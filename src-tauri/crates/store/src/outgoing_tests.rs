//! Temporary names: what goes, what stays, and that nothing is written over.

use super::*;

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_file_has_its_name_when_it_is_whole_and_never_another_ones() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("包 one.zip");
    let begin = || {
        let out = Outgoing::begin(&path).unwrap();
        out.file().unwrap().write_all(b"bytes").unwrap();
        out
    };
    let out = begin();
    assert_eq!(names(folder.path()).len(), 1);
    assert!(!path.exists());
    assert_eq!(out.finish().unwrap(), Some(5));
    assert_eq!(names(folder.path()), ["包 one.zip"]);
    // The name is taken: what is there stays, and nothing else is left.
    let out = begin();
    assert_eq!(out.finish().unwrap(), None);
    drop(begin());
    assert_eq!(names(folder.path()), ["包 one.zip"]);
    begin().replace().unwrap();
    assert_eq!(names(folder.path()), ["包 one.zip"]);
}

#[test]
fn what_a_killed_process_left_goes_and_nothing_else_does() {
    let folder = tempfile::tempdir().unwrap();
    let keep = |name: &str| {
        let path = folder.path().join(name);
        files::create_new(&path).unwrap();
        path
    };
    let held = Outgoing::begin(&folder.path().join("held.zip")).unwrap();
    let mut half = OutgoingFolder::begin(&folder.path().join("half")).unwrap();
    half.add(None, "a.jpg", b"a").unwrap();
    let stay = [
        keep(".kaizhang-notes.part"),
        keep(".kaizhang-1-1.part~"),
        keep("kaizhang-1-1.part"),
    ];
    // As a killed process leaves them.
    let gone = [keep(".kaizhang-7-0.part"), keep(".kaizhang-7-1.part")];
    let parts = gone[1].with_extension("parts");
    files::make_folder(&parts).unwrap();
    files::create_new(&parts.join("b.jpg")).unwrap();
    files::make_folder(&parts.join("2")).unwrap();
    files::create_new(&parts.join("2/c.jpg")).unwrap();

    drop(Outgoing::begin(&folder.path().join("next.zip")).unwrap());
    assert!(gone.iter().all(|path| !path.exists()) && !parts.exists());
    assert!(stay.iter().all(|path| path.exists()));
    // What somebody is still writing is his.
    assert!(held.part.path.exists() && half.part.folder().join("a.jpg").exists());
    assert!(half.finish().unwrap());
    assert_eq!(held.finish().unwrap(), Some(0));
    assert_eq!(names(folder.path()).len(), 2 + stay.len());
}
