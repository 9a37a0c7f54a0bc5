//! Packs on their way out of the data folder: killed at every step, on a disk that is full, read-only or does not sync,
//! and cut off from power. What has its name is whole, what the ledger says was made is there, and what was left
//! half-made is gone after the next pack.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, exit};
use std::sync::Arc;
use std::time::Duration;

use kaizhang_app::{App, Caller, Offered, OpenOptions, System};
use kaizhang_faults::log;
use kaizhang_faults::program::{Ending, Fault, Place, Refusal};
use kaizhang_faults::sweep::{REFUSED, Sweep};
use kaizhang_faults::trial::{Failure, Outcome, log_is_complete, power_cuts, scratch, states};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::refusals::only;
use crate::roles::{Told, program};

/// A picture, of which a blacked-out copy leaves.
const PHOTO: &[u8] = include_bytes!("../../../src-tauri/crates/picture/samples/progressive.jpg");
/// The names that packs get here; blanks and Chinese are part of a usual path.
const ZIP: &str = "证据 包.zip";
const UPLOAD: &str = "上传 用";

/// The list in a folder of files for an upload.
const LIST: &str = "00-what-was-done.txt";

fn options(variant: &str) -> OpenOptions {
    let mut options = OpenOptions::default();
    match variant {
        "sound" => {}
        "straight" => options.pack_straight = true,
        other => panic!("no variant {other}"),
    }
    options
}

fn call(app: &App, name: &str, input: Value) -> Result<Value, kaizhang_app::Refusal> {
    app.call(&Caller::default(), name, input)
}

fn make(app: &App, out: &Path, profile: Option<&str>) -> Result<Value, kaizhang_app::Refusal> {
    let wish = json!({ "about": "incident", "which": "1", "out": out, "profile": profile });
    call(app, "start_pack", wish)?;
    app.finish_work(Duration::from_millis(1), |_| {})
}

/// The program: `variant act`, where the act is `shop`, `pack` or `upload`. The data folder and the folder of packs both
/// lie in the watched one. Cargo builds a test with the negative controls on, and no other program here has them; every
/// other test of this file starts this one, so it is left out only as a test of its own.
#[test]
#[ignore = "the program of the other tests"]
fn maker() {
    let Some(mut told) = Told::read() else { return };
    if let Err(refusal) = act(&mut told) {
        println!("\nrefused {} {refusal:?}", refusal.code);
        exit(REFUSED);
    }
}

fn act(told: &mut Told) -> Result<(), kaizhang_app::Refusal> {
    let (variant, act) = told.part.split_once(' ').unwrap();
    let data = told.folder.join("data");
    let app = App::open_with(&data, options(variant), Arc::new(System))?;
    let desk = told.folder.join("desk");
    let made = match act {
        "shop" => {
            fs::create_dir(&desk).unwrap();
            fs::File::open(&told.folder).unwrap().sync_all().unwrap();
            return shop(&app);
        }
        "pack" => make(&app, &desk.join(ZIP), None)?,
        "upload" => make(&app, &desk.join(UPLOAD), Some("generic"))?,
        other => panic!("no act {other}"),
    };
    told.acknowledge(&made["digest"].to_string());
    Ok(())
}

/// An incident with a photo that has a blacked-out copy, and a log.
fn shop(app: &App) -> Result<(), kaizhang_app::Refusal> {
    let bring = |name: &str, mut bytes: &[u8]| {
        let kept = app.attach(&Caller::default(), &Offered::named(name), &mut bytes)?;
        Ok::<_, kaizhang_app::Refusal>(kept["id"].clone())
    };
    let (photo, log) = (bring("小票.jpg", PHOTO)?, bring("pos.log", &[7; 70_000])?);
    let boxes = json!([{ "x": 0.1, "y": 0.1, "w": 0.3, "h": 0.3 }]);
    call(
        app,
        "redact_attachment",
        json!({ "attachment": photo, "boxes": boxes }),
    )?;
    let form = json!({ "form": { "symptom": "network" }, "attachments": [photo, log] });
    call(app, "open_incident", form)?;
    Ok(())
}

fn run(place: &Place, part: &str) {
    let ending = place.run(&mut program("packs::maker", part), Fault::None);
    let words = fs::read_to_string(&place.words).unwrap();
    assert_eq!(ending.unwrap(), Ending::Exited(0), "{part}: {words}");
}

fn base() -> (TempDir, Place) {
    let parent = scratch().unwrap();
    let place = Place::new(parent.path()).unwrap();
    run(&place, "sound shop");
    (parent, place)
}

/// What a stock tool says that a command line's output is.
fn said(line: &str, path: &Path) -> Option<Vec<u8>> {
    let out = Command::new("bash")
        .args(["-c", line, "bash"])
        .arg(path)
        .output()
        .unwrap();
    out.status.success().then_some(out.stdout)
}

/// The digest of a whole pack, or of a whole folder for an upload; what is wrong with it else.
fn whole(app: &App, path: &Path) -> Result<String, String> {
    let wrong = |what: &str| Err(format!("{}: {what}", path.display()));
    if path.is_dir() {
        let Ok(list) = fs::read(path.join(LIST)) else {
            return wrong("no list");
        };
        let text = String::from_utf8_lossy(&list);
        let made = |line: &&str| line.starts_with("→ ") && !line.starts_with("→ left out");
        for line in text.lines().filter(made) {
            let name = line[4..].split(": ").next().unwrap_or_default();
            let of = fs::read(path.join(name));
            if line.contains(": ")
                && !of.is_ok_and(|bytes| text.contains(&hex::encode(Sha256::digest(bytes))))
            {
                return wrong(line);
            }
        }
        return Ok(hex::encode(Sha256::digest(&list)));
    }
    let Some(manifest) = said(
        "unzip -tqq \"$1\" && unzip -p \"$1\" '*/tagmanifest-sha256.txt'",
        path,
    ) else {
        return wrong("not a zip");
    };
    let begun = call(app, "start_verify", json!({ "path": path }));
    match begun.and_then(|_| app.finish_work(Duration::from_millis(1), |_| {})) {
        Ok(found) if found["ok"] == true && found["own_key"] == true => {
            Ok(hex::encode(Sha256::digest(manifest)))
        }
        other => wrong(&format!("{other:?}")),
    }
}

pub(crate) fn on(desk: &Path) -> Vec<PathBuf> {
    let names = fs::read_dir(desk).unwrap();
    names.map(|name| name.unwrap().path()).collect()
}

pub(crate) fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(".kaizhang-") && (name.ends_with(".part") || name.ends_with(".parts"))
}

fn judge(folder: &Path, acknowledged: &[String]) -> Result<(), Failure> {
    let desk = folder.join("desk");
    let refused = |refusal: kaizhang_app::Refusal| Failure::WontOpen(format!("{refusal:?}"));
    let app = App::open(&folder.join("data")).map_err(refused)?;
    let checked = call(&app, "check_folder", json!({})).map_err(refused)?;
    if checked["ok"] != true {
        return Err(Failure::Defect(checked.to_string()));
    }
    let mut digests = Vec::new();
    for path in on(&desk).iter().filter(|path| !is_temporary(path)) {
        digests.push(whole(&app, path).map_err(Failure::Half)?);
    }
    // What the ledger says was made is there, whole, and the very one.
    let listed = call(&app, "list_packs", json!({})).map_err(refused)?;
    let listed: Vec<&str> = listed
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|pack| pack["digest"].as_str())
        .collect();
    if let Some(gone) = listed
        .iter()
        .find(|digest| !digests.iter().any(|one| one == *digest))
    {
        return Err(Failure::FileMissing(format!(
            "the ledger says {gone}, there is {digests:?}"
        )));
    }
    let mut promised = acknowledged.iter().map(|line| line.trim_matches('"'));
    if let Some(lost) = promised.find(|digest| !listed.contains(digest)) {
        return Err(Failure::Lost(lost.to_owned()));
    }
    // The next one is made, and nothing half-made is left beside it.
    let next = desk.join("next.zip");
    make(&app, &next, None)
        .map_err(|refusal| Failure::Half(format!("the next one: {refusal:?}")))?;
    whole(&app, &next).map_err(Failure::Half)?;
    match on(&desk).iter().find(|path| is_temporary(path)) {
        Some(left) => Err(Failure::Half(format!("{} was left", left.display()))),
        None => Ok(()),
    }
}

/// One fault at every `stride`th step of an act.
fn sweep(
    part: &str,
    stride: usize,
    fault: &dyn Fn(usize) -> Fault,
    words: &dyn Fn(&str) -> Result<(), Failure>,
) -> Outcome {
    let (_parent, place) = base();
    let sweep = Sweep {
        program: &|| program("packs::maker", part),
        base: Some(&place.folder),
        fault,
        stride,
        words,
    };
    let outcome = sweep.run(&judge).unwrap();
    eprintln!(
        "packs, {part}, every {stride}. step, {:?}: {outcome}",
        fault(1)
    );
    outcome
}

#[track_caller]
fn sound(outcome: &Outcome, least: usize) {
    assert!(
        outcome.failures.is_empty() && outcome.states > least,
        "{outcome}"
    );
}

#[test]
fn a_pack_survives_a_kill_before_every_third_step() {
    sound(
        &sweep("sound pack", 3, &Fault::KilledBefore, &|_| Ok(())),
        30,
    );
}

#[test]
fn a_pack_survives_a_kill_within_writes_all_along() {
    sound(
        &sweep("sound pack", 3, &Fault::KilledWithin, &|_| Ok(())),
        20,
    );
}

#[test]
fn files_for_an_upload_survive_kills_all_along() {
    sound(
        &sweep("sound upload", 5, &Fault::KilledWithin, &|_| Ok(())),
        10,
    );
}

#[test]
fn kills_catch_a_pack_that_is_written_straight_under_its_name() {
    let outcome = sweep("straight pack", 5, &Fault::KilledWithin, &|_| Ok(()));
    assert!(outcome.count("half") > 2, "{outcome}");
}

#[test]
fn a_disk_full_from_any_step_of_a_pack_on_is_named_and_leaves_nothing_half() {
    for (part, stride) in [("sound pack", 2), ("sound upload", 5)] {
        let fault = |step| Fault::RefusedFrom(step, Refusal::DiskFull);
        sound(
            &sweep(part, stride, &fault, &|words| {
                only(words, &["disk_full", "pack_no_room"])
            }),
            10,
        );
    }
}

#[test]
fn a_disk_that_is_full_for_one_step_leaves_nothing_half() {
    let fault = |step| Fault::RefusedOnce(step, Refusal::DiskFull);
    sound(&sweep("sound pack", 5, &fault, &|_| Ok(())), 20);
}

#[test]
fn a_disk_that_turns_read_only_leaves_nothing_half() {
    let fault = |step| Fault::RefusedFrom(step, Refusal::ReadOnly);
    let words = |words: &str| only(words, &["folder_read_only", "pack_not_written"]);
    sound(&sweep("sound pack", 5, &fault, &words), 10);
}

#[test]
fn a_failed_sync_is_no_pack() {
    let fault = |step| Fault::RefusedOnce(step, Refusal::SyncFails);
    sound(&sweep("sound pack", 3, &fault, &|_| Ok(())), 30);
}

/// From an empty folder to a pack and files for an upload, and the power cut at moments all along the way out.
fn replay(variant: &str, usual: usize) -> Outcome {
    let parent = scratch().unwrap();
    let place = Place::new(parent.path()).unwrap();
    run(&place, "sound shop");
    let since = log::read(&place.log, &place.folder).unwrap().len();
    for act in ["pack", "upload"] {
        run(&place, &format!("{variant} {act}"));
    }
    let changes = log::read(&place.log, &place.folder).unwrap();
    log_is_complete(&changes, &place.folder).unwrap();
    let outcome = power_cuts(&changes, since, states(usual), &judge).unwrap();
    eprintln!("power cuts of packs, {variant}: {outcome}");
    outcome
}

#[test]
fn what_the_ledger_says_was_made_survives_a_power_cut() {
    let outcome = replay("sound", 60);
    assert!(outcome.failures.is_empty(), "{outcome}");
}

#[test]
fn the_power_cut_catches_a_pack_that_nobody_waited_for() {
    let outcome = replay("straight", 40);
    assert!(
        outcome.count("half") + outcome.count("file_missing") > 5,
        "{outcome}"
    );
}
