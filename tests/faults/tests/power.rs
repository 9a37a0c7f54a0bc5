//! Power cuts: of what was written, the synced part survives, and a random part of the rest.

use kaizhang_faults::log;
use kaizhang_faults::program::{Ending, Fault, Place};
use kaizhang_faults::trial::{Outcome, log_is_complete, power_cuts, scratch, states};

use crate::judge::judge;
use crate::kills::run;
use crate::roles::program;

/// A shop's set-up, morning, later day, first aid and a new key in five processes, and the power cut at moments all along them.
fn replay(variant: &str, usual: usize) -> Outcome {
    let parent = scratch().unwrap();
    let place = Place::new(parent.path()).unwrap();
    for act in ["set_up", "morning", "later", "aid", "keys"] {
        run(&place, &format!("{variant} {act}"));
    }
    let changes = log::read(&place.log, &place.folder).unwrap();
    assert!(log::acknowledged(&changes).len() > 15);
    log_is_complete(&changes, &place.folder).unwrap();
    let outcome = power_cuts(&changes, 0, states(usual), &judge).unwrap();
    eprintln!(
        "power cuts, {variant}, {} changes: {outcome}",
        changes.len()
    );
    outcome
}

#[test]
fn every_acknowledged_mark_and_finish_survives_a_power_cut() {
    let outcome = replay("sound", 1500);
    assert!(outcome.failures.is_empty(), "{outcome}");
}

#[test]
fn the_power_cut_catches_commits_that_are_not_synced() {
    let outcome = replay("unsynced", 120);
    assert!(outcome.count("lost") * 3 > outcome.states, "{outcome}");
}

#[test]
fn the_power_cut_catches_a_row_before_its_file() {
    let outcome = replay("row_before_file", 400);
    assert!(outcome.count("file_missing") > 2, "{outcome}");
}

/// A kill leaves names and bytes that the living system shows but the disk may not have; the next process must not
/// take them for durable.
#[test]
fn what_a_killed_process_left_unsynced_is_not_trusted() {
    let mut whole = Outcome::default();
    for step in 1.. {
        let parent = scratch().unwrap();
        let place = Place::new(parent.path()).unwrap();
        run(&place, "sound set_up");
        let killed = place
            .run(
                &mut program("shop::day", "sound morning"),
                Fault::KilledBefore(step),
            )
            .unwrap();
        if killed != Ending::Killed {
            break;
        }
        let before = log::read(&place.log, &place.folder).unwrap().len();
        run(&place, "sound photos");
        let changes = log::read(&place.log, &place.folder).unwrap();
        whole.merge(power_cuts(&changes, before, 6, &judge).unwrap());
    }
    eprintln!("power cuts after a kill: {whole}");
    assert!(whole.failures.is_empty(), "{whole}");
}
