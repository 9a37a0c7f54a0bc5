//! Packs that are wrong in one way, signed by whoever holds the key: nothing but the check named here stands between them
//! and a clean answer.

use std::path::PathBuf;

use kaizhang_evidence::sshsig::{self, PublicKey, allowed_signer};
use kaizhang_evidence::timestamp;
use kaizhang_evidence::verify::{Wanted, verify};
use kaizhang_ledger::{Checkpoint, Hash, Signer, checkpoint};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::authority::{Authority, EC};
use crate::sample::{DEVICE, SEED, SHOP, Sample, keep, unpack};
use crate::sweep::{Files, files, sealed, signed_anew};

const PROOFS: &str = "data/proofs.json";
const ENTRIES: &str = "data/entries.jsonl";

/// A pack, unpacked.
pub struct Unpacked {
    pub files: Files,
    folder: TempDir,
    authority: Authority,
}

impl Unpacked {
    pub fn new() -> Self {
        let authority = Authority::new(&EC);
        let folder = TempDir::new().unwrap();
        let bag = unpack(&Sample::new(Some(&authority)).bytes(), folder.path());
        Self {
            files: files(&bag),
            folder,
            authority,
        }
    }

    /// These files in the place of the pack.
    pub fn put(&self, files: &Files) -> PathBuf {
        let bag = self.folder.path().join("kaizhang-forged");
        drop(std::fs::remove_dir_all(&bag));
        for (name, bytes) in files {
            keep(&bag.join(name), bytes);
        }
        bag
    }
}

type Found = Vec<(&'static str, String, &'static str)>;

fn found(pack: &Unpacked, files: &Files) -> Found {
    let report = verify(&pack.put(files), &Wanted::default(), &|_, _| true).unwrap();
    assert_eq!(report.ok, report.defects.is_empty());
    let defects = report.defects.into_iter();
    defects
        .map(|defect| (defect.kind, defect.path, defect.why))
        .collect()
}

/// Does something to a pack, has its holder sign it, and wants exactly this to be found.
#[track_caller]
fn check(
    pack: &Unpacked,
    change: &dyn Fn(&mut Files),
    wanted: &[(&'static str, &str, &'static str)],
) {
    let mut files = pack.files.clone();
    change(&mut files);
    exactly(pack, &signed_anew(&files, SEED), wanted);
}

#[track_caller]
fn exactly(pack: &Unpacked, files: &Files, wanted: &[(&'static str, &str, &'static str)]) {
    let wanted: Found = wanted
        .iter()
        .map(|(kind, path, why)| (*kind, (*path).to_owned(), *why))
        .collect();
    assert_eq!(found(pack, files), wanted);
}

fn text(files: &Files, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

/// A checkpoint of the sample's newer log, signed by its key.
fn note(origin: &str, size: u64, root: Hash) -> Vec<u8> {
    let signer = Signer::from_seed(origin, SEED).unwrap();
    let origin = origin.to_owned();
    signer
        .sign(&Checkpoint { origin, size, root })
        .unwrap()
        .into_bytes()
}

#[test]
fn a_pack_signed_anew_is_sound() {
    let pack = Unpacked::new();
    check(&pack, &|_| {}, &[]);
}

#[test]
fn a_log_must_have_grown_from_its_anchor() {
    let pack = Unpacked::new();
    let origin = checkpoint::origin(SHOP, DEVICE, 1).unwrap();
    const ANCHOR: &str = "data/anchors/0-0.txt";
    // Signed by the right key and stamped as it should be; only it is of another history.
    let put = |files: &mut Files, note: Vec<u8>| {
        let digest = Sha256::digest(&note).into();
        let answer = pack.authority.answer(&timestamp::request(&digest, &[7; 8]));
        let token = timestamp::token_of(&answer).unwrap();
        files.insert(
            "data/anchors/0-0.tsr".to_owned(),
            timestamp::response_of(token),
        );
        files.insert(ANCHOR.to_owned(), note);
    };
    let not_grown = [("proof_fails", ANCHOR, "not_grown")];
    let other = note(&origin, 11, Hash([7; 32]));
    check(&pack, &|files| put(files, other.clone()), &not_grown);
    // Of the same root, and said to be of fewer entries; of more than there are now.
    let own = checkpoint_of(&text(&pack.files, ANCHOR));
    for size in [10, 12, 21] {
        let note = note(&origin, size, own);
        check(&pack, &|files| put(files, note.clone()), &not_grown);
    }
    check(&pack, &|files| put(files, note(&origin, 11, own)), &[]);
}

#[test]
fn each_timestamp_is_held_against_few_roots() {
    let pack = Unpacked::new();
    const ROOTS: &str = "timestamp-roots.pem";
    let times = |files: &mut Files, times: usize| {
        let roots = text(files, ROOTS).repeat(times);
        files.insert(ROOTS.to_owned(), roots.into_bytes());
    };
    check(&pack, &|files| times(files, 32), &[]);
    let too_many = [("token_mismatch", "data/anchors/0-0.tsr", "too_long")];
    check(&pack, &|files| times(files, 33), &too_many);
    check(&pack, &|files| times(files, 2_000), &too_many);
}

/// The root in a note: its third line.
fn checkpoint_of(note: &str) -> Hash {
    use base64::Engine as _;
    let root = note.lines().nth(2).unwrap();
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(root)
        .unwrap();
    Hash(bytes.try_into().unwrap())
}

#[test]
fn who_signs_and_for_whom() {
    let pack = Unpacked::new();
    // A stranger signs the whole of it: no other key is asked for here, and pack and log still name the shop's.
    let by_stranger = signed_anew(&pack.files, [66; 32]);
    let key = [
        ("unknown_key", "bag-info.txt", "key_told_other"),
        ("unknown_key", "data/checkpoint.txt", "log_key_other"),
    ];
    exactly(&pack, &by_stranger, &key);

    // The shop's entries under another shop's name.
    let other = "01980000-0000-7000-8000-00000000000f";
    let mut files = pack.files.clone();
    let info = text(&files, "bag-info.txt").replace(SHOP, other);
    files.insert("bag-info.txt".to_owned(), info.into_bytes());
    let signer = allowed_signer(other, sshsig::PACK, &PublicKey::of_seed(&SEED));
    files.insert("allowed_signers".to_owned(), signer.into_bytes());
    let shop = [
        ("unknown_key", "data/checkpoint.txt", "other_shop"),
        ("unknown_key", "data/checkpoint-1.txt", "other_shop"),
    ];
    exactly(&pack, &sealed(files, SEED, &|_| true), &shop);

    // A second key beside the one that signed, or another in its place: `ssh-keygen` would take either.
    let own = text(&pack.files, "allowed_signers");
    let stranger = allowed_signer(SHOP, sshsig::PACK, &PublicKey::of_seed(&[66; 32]));
    for signers in [format!("{own}{stranger}"), stranger, String::new()] {
        let mut files = pack.files.clone();
        files.insert("allowed_signers".to_owned(), signers.into_bytes());
        let differ = [("unknown_key", "allowed_signers", "signers_differ")];
        exactly(&pack, &sealed(files, SEED, &|_| true), &differ);
    }
}

#[test]
fn what_a_pack_says_of_itself_and_what_its_signature_covers() {
    let pack = Unpacked::new();
    let other = |files: &mut Files| {
        let own = PublicKey::of_seed(&SEED).fingerprint();
        let told = PublicKey::of_seed(&[66; 32]).fingerprint();
        let info = text(files, "bag-info.txt").replace(&own, &told);
        files.insert("bag-info.txt".to_owned(), info.into_bytes());
    };
    let told = [("unknown_key", "bag-info.txt", "key_told_other")];
    check(&pack, &other, &told);
    for form in ["Kaizhang-Pack: 2\n", ""] {
        let change = |files: &mut Files| {
            let info = text(files, "bag-info.txt").replace("Kaizhang-Pack: 1\n", form);
            files.insert("bag-info.txt".to_owned(), info.into_bytes());
        };
        check(
            &pack,
            &change,
            &[("unsupported", "bag-info.txt", "form_unknown")],
        );
    }
    // What every pack has is there, and nobody signed it.
    for name in ["VERIFY.txt", "allowed_signers", "bagit.txt", "bag-info.txt"] {
        let beside = sealed(pack.files.clone(), SEED, &|listed| listed != name);
        let both = [
            ("extra", name, "not_covered"),
            ("missing", name, "not_covered"),
        ];
        exactly(&pack, &beside, &both);
    }
    let roots = "timestamp-roots.pem";
    let beside = sealed(pack.files.clone(), SEED, &|listed| listed != roots);
    exactly(&pack, &beside, &[("extra", roots, "not_covered")]);
}

/// The proofs, as JSON, with something done to them.
fn proofs(files: &mut Files, change: &dyn Fn(&mut Value)) {
    let mut value: Value = serde_json::from_slice(&files[PROOFS]).unwrap();
    change(&mut value);
    // In the order in which they are written: `v`, `logs`, `entries`.
    let text = format!(
        "{{\"v\":{},\"logs\":{},\"entries\":{}}}\n",
        value["v"], value["logs"], value["entries"]
    );
    files.insert(PROOFS.to_owned(), text.into_bytes());
}

#[test]
fn entries_lead_to_a_good_checkpoint_and_in_order() {
    let pack = Unpacked::new();
    check(&pack, &|files| proofs(files, &|_| {}), &[]);
    let lines: Vec<String> = text(&pack.files, ENTRIES)
        .lines()
        .map(str::to_owned)
        .collect();
    let older = lines.len() - 2;
    // The checkpoint of the older log is not signed by its key: so nothing that leads to it is proven.
    let bad = |files: &mut Files| {
        let note = text(files, "data/checkpoint-1.txt").replace("\n5\n", "\n6\n");
        files.insert("data/checkpoint-1.txt".to_owned(), note.into_bytes());
    };
    let places = [
        format!("{ENTRIES}:{}", older + 1),
        format!("{ENTRIES}:{}", older + 2),
    ];
    let wanted = [
        (
            "wrong_signature",
            "data/checkpoint-1.txt",
            "checkpoint_unsigned",
        ),
        ("proof_fails", &*places[0], "checkpoint_bad"),
        ("proof_fails", &*places[1], "checkpoint_bad"),
    ];
    check(&pack, &bad, &wanted);
    // Entry and proof change places together, or stand there twice: each still leads to its root.
    let both = |files: &mut Files, change: &dyn Fn(&mut Vec<Value>, &mut Vec<String>)| {
        let mut lines = lines.clone();
        let mut value: Value = serde_json::from_slice(&files[PROOFS]).unwrap();
        let mut proven = value["entries"].as_array().unwrap().clone();
        change(&mut proven, &mut lines);
        value["entries"] = json!(proven);
        proofs(files, &|all| *all = value.clone());
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        files.insert(ENTRIES.to_owned(), text.into_bytes());
    };
    for at in [0, 3, lines.len() - 2] {
        let behind = format!("{ENTRIES}:{}", at + 2);
        let wanted = [("reordered", &*behind, "behind_later")];
        let swap = |files: &mut Files| {
            both(files, &|proven, lines| {
                proven.swap(at, at + 1);
                lines.swap(at, at + 1);
            });
        };
        check(&pack, &swap, &wanted);
        let twice = |files: &mut Files| {
            both(files, &|proven, lines| {
                proven.insert(at, proven[at].clone());
                lines.insert(at, lines[at].clone());
            });
        };
        check(&pack, &twice, &wanted);
    }
}
