//! A full disk, a read-only disk, a disk that fails to sync: the app refuses in so many words, keeps every promise it has
//! given, and goes on once the disk is well again.

use kaizhang_faults::log;
use kaizhang_faults::program::{Ending, Fault, Place, Refusal};
use kaizhang_faults::sweep::{REFUSED, Sweep};
use kaizhang_faults::trial::{Failure, Outcome, files, power_cuts, scratch};

use crate::judge::{judge, judge_and_go_on};
use crate::kills::{base, run};
use crate::roles::program;

/// The codes the program was refused with, in order.
fn codes(words: &str) -> Vec<&str> {
    let refusals = words
        .lines()
        .filter_map(|line| line.strip_prefix("refused "));
    refusals
        .filter_map(|line| line.split_whitespace().next())
        .collect()
}

pub(crate) fn only(words: &str, allowed: &[&str]) -> Result<(), Failure> {
    match codes(words).iter().find(|code| !allowed.contains(code)) {
        None => Ok(()),
        Some(_) => Err(Failure::Defect(format!("refused otherwise: {words}"))),
    }
}

#[test]
fn a_disk_full_from_any_step_on_is_named_and_loses_nothing() {
    let (_parent, place) = base(&["sound set_up"]);
    let sweep = Sweep {
        program: &|| program("shop::day", "sound morning"),
        base: Some(&place.folder),
        fault: &|step| Fault::RefusedFrom(step, Refusal::DiskFull),
        stride: 1,
        words: &|words| only(words, &["disk_full"]),
    };
    let outcome = sweep.run(&judge_and_go_on).unwrap();
    eprintln!("disk full from every step on: {outcome}");
    assert!(
        outcome.failures.is_empty() && outcome.states > 60,
        "{outcome}"
    );
}

#[test]
fn a_disk_full_from_any_step_of_first_aid_on_is_named_and_loses_nothing() {
    let (_parent, place) = base(&["sound set_up"]);
    let sweep = Sweep {
        program: &|| program("shop::day", "sound aid"),
        base: Some(&place.folder),
        fault: &|step| Fault::RefusedFrom(step, Refusal::DiskFull),
        stride: 1,
        words: &|words| only(words, &["disk_full"]),
    };
    let outcome = sweep.run(&judge_and_go_on).unwrap();
    eprintln!("disk full from every step of first aid on: {outcome}");
    assert!(
        outcome.failures.is_empty() && outcome.states > 60,
        "{outcome}"
    );
}

/// Whoever looks for the reason finds room again, so the words may be others; what is on the disk may not.
#[test]
fn a_disk_that_is_full_for_one_step_of_first_aid_leaves_nothing_half() {
    let (_parent, place) = base(&["sound set_up"]);
    let sweep = Sweep {
        program: &|| program("shop::day", "sound aid"),
        base: Some(&place.folder),
        fault: &|step| Fault::RefusedOnce(step, Refusal::DiskFull),
        stride: 2,
        words: &|_| Ok(()),
    };
    let outcome = sweep.run(&judge_and_go_on).unwrap();
    eprintln!("disk full for every second step of first aid: {outcome}");
    assert!(
        outcome.failures.is_empty() && outcome.states > 60,
        "{outcome}"
    );
}

#[test]
fn a_disk_full_at_the_first_opening_is_named_and_a_later_one_succeeds() {
    let sweep = Sweep {
        program: &|| program("shop::day", "sound set_up"),
        base: None,
        fault: &|step| Fault::RefusedFrom(step, Refusal::DiskFull),
        stride: 1,
        words: &|words| only(words, &["disk_full"]),
    };
    let outcome = sweep.run(&judge_and_go_on).unwrap();
    eprintln!("disk full from every step of a folder's first opening on: {outcome}");
    assert!(
        outcome.failures.is_empty() && outcome.states > 30,
        "{outcome}"
    );
}

#[test]
fn a_read_only_folder_is_named_and_not_touched() {
    let (_parent, place) = base(&["sound set_up", "sound morning"]);
    let before = files(&place.folder).unwrap();
    let fault = Fault::RefusedFrom(1, Refusal::ReadOnly);
    let ending = place
        .run(&mut program("shop::day", "sound later"), fault)
        .unwrap();
    let words = std::fs::read_to_string(&place.words).unwrap();
    assert_eq!(ending, Ending::Exited(REFUSED), "{words}");
    assert_eq!(codes(&words), ["folder_read_only"], "{words}");
    assert!(
        before == files(&place.folder).unwrap(),
        "the folder changed"
    );
    judge(&place.folder, &place.acknowledged().unwrap()).unwrap();
}

#[test]
fn a_disk_that_turns_read_only_loses_nothing() {
    let (_parent, place) = base(&["sound set_up"]);
    let sweep = Sweep {
        program: &|| program("shop::day", "sound morning"),
        base: Some(&place.folder),
        fault: &|step| Fault::RefusedFrom(step, Refusal::ReadOnly),
        stride: 4,
        words: &|_| Ok(()),
    };
    let outcome = sweep.run(&judge_and_go_on).unwrap();
    eprintln!("read-only from every fourth step on: {outcome}");
    assert!(
        outcome.failures.is_empty() && outcome.states > 15,
        "{outcome}"
    );
}

/// A sync that fails made nothing durable; what the app acknowledges in spite of it must survive the power cut.
#[test]
fn a_failed_sync_is_never_taken_for_a_promise() {
    let mut whole = Outcome::default();
    for step in 1.. {
        let parent = scratch().unwrap();
        let place = Place::new(parent.path()).unwrap();
        run(&place, "sound set_up");
        let before = log::read(&place.log, &place.folder).unwrap().len();
        let fault = Fault::RefusedOnce(step, Refusal::SyncFails);
        let ending = place
            .run(&mut program("shop::day", "sound morning"), fault)
            .unwrap();
        let words = std::fs::read_to_string(&place.words).unwrap();
        assert!(
            matches!(ending, Ending::Exited(0 | REFUSED)),
            "{fault:?}: {ending:?} {words}"
        );
        let changes = log::read(&place.log, &place.folder).unwrap();
        if beyond(&changes, step) {
            break;
        }
        let label = || format!("{fault:?} {ending:?}");
        whole.add(label, judge(&place.folder, &place.acknowledged().unwrap()));
        if ending == Ending::Exited(REFUSED) {
            whole.merge(power_cuts(&changes, before, 6, &judge).unwrap());
        }
    }
    eprintln!("power cuts after a failed sync: {whole}");
    assert!(whole.failures.is_empty(), "{whole}");
}

fn beyond(changes: &[log::Change], step: usize) -> bool {
    matches!(changes.last(), Some(log::Change::End { steps }) if *steps < step)
}
