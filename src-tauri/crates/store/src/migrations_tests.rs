use super::*;
use crate::{OpenOptions, Store};
use sha2::{Digest, Sha256};

/// SHA-256 of every released step. A step that was released is never changed again: write a new one.
const FROZEN: [(&str, &str); 11] = [
    (
        "0001_ledger.sql",
        "a4790ec0454b91a1999297fdc693b2a0aacacdd4a5238fa974f01228af6bef07",
    ),
    (
        "0002_opening.sql",
        "cdb13d867df809533ff6250ff913c5b9812d21b8127c75ac9071c5a9ff9de708",
    ),
    (
        "0003_place.sql",
        "9011864b053ae43d00292953306ff2a23c3531dbb86c1a851b703aeffb8afc84",
    ),
    (
        "0004_reminders.sql",
        "28e173174b0b54cd6145e9b10c91dfdf00a6b9ed99c7cdf8506ad7aca9a0217a",
    ),
    (
        "0005_incidents.sql",
        "1999211ad2f8fcb26d8a5b595b102cfbd069803769f2a5cde845ecbb0fe156e3",
    ),
    (
        "0006_disputes.sql",
        "c752596e2e6981a4d1dae86475fdb4cf5868f43f3fdd42a8cebbb32e36bda657",
    ),
    (
        "0007_search.sql",
        "d0bf95ce3fb5649d69b6fdcfe2d513b7dc433f1458f5b49a16a54a11b89f4302",
    ),
    (
        "0008_keys.sql",
        "f15c4ec09a9703611777bcb6c90f00d292092ce5db65d69c5604c8cc343d3541",
    ),
    (
        "0009_packs.sql",
        "5b73a42ffc60ca6de82e3c7d60803219bd0c62f4aaf9bb65011945df89b348e7",
    ),
    (
        "0010_marks.sql",
        "4eeb0c1523a60793c9086075037addb304c36fece159143cce70825b0fb16858",
    ),
    (
        "0011_looking_back.sql",
        "44d18441857f2ffbf7792a866ac2bb487214edcf71ca43d0b311b32143423223",
    ),
];

fn schema(connection: &Connection) -> Vec<(String, String)> {
    let mut statement = connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

/// A data folder whose database has only the first `steps` steps, with a named row in it.
fn older(steps: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut connection = Connection::open(folder.path().join("kaizhang.db")).unwrap();
    run(&mut connection, &STEPS[..steps]).unwrap();
    connection
        .execute(
            "INSERT INTO device (one, shop, device, epoch) VALUES (1, 's', 'named-row', 0)",
            [],
        )
        .unwrap();
    folder
}

#[test]
fn the_list_is_the_folder() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../migrations");
    let mut there: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    there.sort();
    assert_eq!(there, STEPS.map(|(name, _)| name.to_owned()));
}

#[test]
fn released_steps_are_frozen() {
    let now = STEPS.map(|(name, sql)| (name, hex::encode(Sha256::digest(sql))));
    assert_eq!(
        now.each_ref().map(|(name, sum)| (*name, sum.as_str())),
        FROZEN
    );
}

#[test]
fn an_upgraded_schema_equals_a_fresh_one() {
    let fresh = tempfile::tempdir().unwrap();
    drop(Store::open(fresh.path(), OpenOptions::default()).unwrap());
    let fresh = schema(&Connection::open(fresh.path().join("kaizhang.db")).unwrap());
    assert!(fresh.len() > 10);
    for steps in 1..STEPS.len() {
        let folder = older(steps);
        drop(Store::open(folder.path(), OpenOptions::default()).unwrap());
        let upgraded = Connection::open(folder.path().join("kaizhang.db")).unwrap();
        assert_eq!(schema(&upgraded), fresh, "from {steps}");
        let row: String = upgraded
            .query_row("SELECT device FROM device", [], |row| row.get(0))
            .unwrap();
        assert_eq!(row, "named-row");
        let backup = folder.path().join(format!(
            "backups/before-schema-{}-from-{steps}.db",
            newest()
        ));
        let backup = Connection::open(backup).unwrap();
        assert_eq!(
            version(&backup, Path::new("")).unwrap(),
            steps as i64,
            "the copy is from before"
        );
    }
}

#[test]
fn a_failure_half_way_leaves_the_old_database_usable() {
    let folder = older(1);
    let path = folder.path().join("kaizhang.db");
    let before = schema(&Connection::open(&path).unwrap());
    let broken = [
        STEPS[0],
        (
            "0002_broken.sql",
            "CREATE TABLE half (a) STRICT; INSERT INTO nowhere VALUES (1);",
        ),
    ];
    let mut connection = Connection::open(&path).unwrap();
    assert!(run(&mut connection, &broken).is_err());
    drop(connection);
    let after = Connection::open(&path).unwrap();
    assert_eq!(schema(&after), before);
    assert_eq!(version(&after, &path).unwrap(), 1);
    drop(after);
    assert!(Store::open(folder.path(), OpenOptions::default()).is_ok());
}

#[test]
fn a_newer_database_is_refused_and_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kaizhang.db");
    let mut connection = Connection::open(&path).unwrap();
    run(&mut connection, &STEPS).unwrap();
    connection
        .pragma_update(None, "journal_mode", "WAL")
        .unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    let before = std::fs::read(&path).unwrap();
    let refused = Store::open(folder.path(), OpenOptions::default()).unwrap_err();
    assert!(
        matches!(refused, StoreError::FromNewer { found: 99, known } if known == newest()),
        "{refused:?}"
    );
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_database_of_another_program_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let connection = Connection::open(folder.path().join("kaizhang.db")).unwrap();
    connection.execute_batch("CREATE TABLE theirs (a)").unwrap();
    drop(connection);
    let refused = Store::open(folder.path(), OpenOptions::default()).unwrap_err();
    assert!(matches!(refused, StoreError::NotOurs { .. }), "{refused:?}");
}

#[test]
fn whoever_migrates_waits_for_the_others_and_says_so() {
    let folder = older(1);
    let lock = files::open_lock(&folder.path().join("folder.lock")).unwrap();
    lock.lock_shared().unwrap();
    let hasty = OpenOptions {
        patience: std::time::Duration::from_millis(60),
        ..OpenOptions::default()
    };
    let refused = Store::open(folder.path(), hasty).unwrap_err();
    assert!(matches!(refused, StoreError::Busy { .. }), "{refused:?}");
    lock.unlock().unwrap();
    assert!(Store::open(folder.path(), hasty).is_ok());
}

#[test]
fn whoever_waits_to_migrate_goes_on_when_another_has_done_it_and_stays() {
    let folder = older(1);
    let lock = files::open_lock(&folder.path().join("folder.lock")).unwrap();
    lock.lock_shared().unwrap();
    let path = folder.path().to_owned();
    let waiting = std::thread::Builder::new()
        .spawn(move || Store::open(&path, OpenOptions::default()).map(drop))
        .unwrap();
    std::thread::sleep(std::time::Duration::from_millis(150));
    assert!(!waiting.is_finished(), "it waits for the lock");
    let mut connection = Connection::open(folder.path().join("kaizhang.db")).unwrap();
    connection
        .pragma_update(None, "journal_mode", "WAL")
        .unwrap();
    run(&mut connection, &STEPS).unwrap();
    drop(connection);
    // The lock is still held, as an agent holds it all day.
    waiting.join().unwrap().unwrap();
    lock.unlock().unwrap();
}
