//! SIGKILL at every step that changes the folder, and half-way through every write.

use std::path::Path;

use kaizhang_faults::program::{Ending, Fault, Place};
use kaizhang_faults::sweep::Sweep;
use kaizhang_faults::trial::{Outcome, scratch};
use tempfile::TempDir;

use crate::judge::judge_and_go_on;
use crate::roles::program;

/// A folder on which these acts have been done without any fault.
pub(crate) fn base(acts: &[&str]) -> (TempDir, Place) {
    let parent = scratch().unwrap();
    let place = Place::new(parent.path()).unwrap();
    for act in acts {
        run(&place, act);
    }
    (parent, place)
}

/// Runs an act that must get through.
pub(crate) fn run(place: &Place, act: &str) {
    let ending = place
        .run(&mut program("shop::day", act), Fault::None)
        .unwrap();
    let words = std::fs::read_to_string(&place.words).unwrap();
    assert_eq!(ending, Ending::Exited(0), "{act}: {words}");
}

fn sweep(act: &str, base: Option<&Path>, fault: &dyn Fn(usize) -> Fault) -> Outcome {
    let sweep = Sweep {
        program: &|| program("shop::day", act),
        base,
        fault,
        stride: 1,
        words: &|_| Ok(()),
    };
    sweep.run(&judge_and_go_on).unwrap()
}

#[test]
fn marks_and_the_finish_survive_a_kill_before_every_step() {
    let (_parent, place) = base(&["sound set_up"]);
    let outcome = sweep("sound morning", Some(&place.folder), &Fault::KilledBefore);
    eprintln!("kills before every step of marks and finish: {outcome}");
    assert!(
        outcome.failures.is_empty() && outcome.states > 60,
        "{outcome}"
    );
}

#[test]
fn marks_and_the_finish_survive_a_kill_within_every_write() {
    let (_parent, place) = base(&["sound set_up"]);
    let outcome = sweep("sound morning", Some(&place.folder), &Fault::KilledWithin);
    eprintln!("kills within every write of marks and finish: {outcome}");
    assert!(
        outcome.failures.is_empty() && outcome.states > 60,
        "{outcome}"
    );
}

#[test]
fn the_first_opening_of_a_folder_survives_a_kill_before_every_step() {
    let outcome = sweep("sound set_up", None, &Fault::KilledBefore);
    eprintln!("kills before every step of a folder's first opening: {outcome}");
    assert!(
        outcome.failures.is_empty() && outcome.states > 40,
        "{outcome}"
    );
}

#[test]
fn first_aid_survives_a_kill_before_every_step() {
    let (_parent, place) = base(&["sound set_up"]);
    let outcome = sweep("sound aid", Some(&place.folder), &Fault::KilledBefore);
    eprintln!("kills before every step of first aid: {outcome}");
    assert!(
        outcome.failures.is_empty() && outcome.states > 60,
        "{outcome}"
    );
}

#[test]
fn first_aid_survives_a_kill_within_every_write() {
    let (_parent, place) = base(&["sound set_up"]);
    let outcome = sweep("sound aid", Some(&place.folder), &Fault::KilledWithin);
    eprintln!("kills within every write of first aid: {outcome}");
    assert!(
        outcome.failures.is_empty() && outcome.states > 60,
        "{outcome}"
    );
}

#[test]
fn a_new_key_survives_a_kill_before_every_step() {
    let (_parent, place) = base(&["sound set_up"]);
    let outcome = sweep("sound keys", Some(&place.folder), &Fault::KilledBefore);
    eprintln!("kills before every step of a change of keys: {outcome}");
    assert!(
        outcome.failures.is_empty() && outcome.states > 40,
        "{outcome}"
    );
}

#[test]
fn a_new_key_survives_a_kill_within_every_write() {
    let (_parent, place) = base(&["sound set_up"]);
    let outcome = sweep("sound keys", Some(&place.folder), &Fault::KilledWithin);
    eprintln!("kills within every write of a change of keys: {outcome}");
    assert!(
        outcome.failures.is_empty() && outcome.states > 40,
        "{outcome}"
    );
}

#[test]
fn kills_catch_a_picture_whose_row_comes_before_its_file() {
    let (_parent, place) = base(&["sound set_up"]);
    let outcome = sweep(
        "row_before_file aid",
        Some(&place.folder),
        &Fault::KilledBefore,
    );
    eprintln!("control, kills of first aid with a row before its file: {outcome}");
    assert!(outcome.count("file_missing") > 0, "{outcome}");
}

#[test]
fn kills_catch_a_row_before_its_file() {
    let (_parent, place) = base(&["sound set_up"]);
    let outcome = sweep(
        "row_before_file morning",
        Some(&place.folder),
        &Fault::KilledBefore,
    );
    eprintln!("control, kills with a row before its file: {outcome}");
    assert!(outcome.count("file_missing") > 0, "{outcome}");
}
