use std::sync::mpsc;

use super::*;

fn found() -> WorkResult {
    WorkResult::CheckPack(crate::pack_check::nothing_found("a.zip"))
}

fn begin(
    bench: &Workbench,
    id: &str,
    job: impl FnOnce(&Progress) -> Result<WorkResult, Refusal> + Send + 'static,
) -> Result<WorkPage, Refusal> {
    let at = "2026-11-29T00:00:00.000Z".to_owned();
    bench.start(id.to_owned(), at, WorkKind::CheckPack, job)
}

/// Waits for the end as the prompt does, and shows the piece as it then stands.
fn over(bench: &Workbench) -> Work {
    let piece = held(&bench.running)
        .as_ref()
        .map(|(piece, _)| Arc::clone(piece))
        .unwrap();
    let mut work = held(&piece.work);
    while matches!(work.state, WorkState::Running | WorkState::Stopping) {
        work = piece.ended.wait(work).unwrap();
    }
    drop(work);
    piece.seen()
}

/// What a job comes to.
fn check(
    job: impl FnOnce(&Progress) -> Result<WorkResult, Refusal> + Send + 'static,
    state: WorkState,
    refusal: Option<&str>,
) {
    let bench = Workbench::default();
    begin(&bench, "one", job).unwrap();
    let work = over(&bench);
    assert_eq!(work.state, state);
    assert_eq!(work.refusal.map(|refusal| refusal.code).as_deref(), refusal);
    assert_eq!(work.result.is_some(), state == WorkState::Done);
    // It is kept until somebody puts it away.
    assert!(bench.page().work.is_some());
    assert_eq!(bench.stop("another").work.unwrap().state, state);
    assert_eq!(bench.stop("one").work, None);
}

#[test]
fn a_piece_ends_done_refused_or_broken_off() {
    check(|_| Ok(found()), WorkState::Done, None);
    let refused = |_: &Progress| Err(Refusal::new("folder_busy", Value::Null));
    check(refused, WorkState::Refused, Some("folder_busy"));
    let broken = |_: &Progress| -> Result<WorkResult, Refusal> { panic!("on purpose") };
    check(broken, WorkState::Refused, Some("work_broke_off"));
}

#[test]
fn steps_are_told_and_never_more_than_all() {
    let bench = Workbench::default();
    let (at, reached) = mpsc::channel();
    let (go, gone) = mpsc::channel::<()>();
    let job = move |progress: &Progress| {
        progress.phase(WorkPhase::Reading, Some(10))?;
        progress.advance(4)?;
        at.send(()).unwrap();
        gone.recv().unwrap();
        progress.advance(99)?;
        at.send(()).unwrap();
        gone.recv().unwrap();
        progress.phase(WorkPhase::Checking, None)?;
        progress.advance(7)?;
        Ok(found())
    };
    begin(&bench, "one", job).unwrap();
    let seen = || {
        let work = bench.page().work.unwrap();
        (work.state, work.phase, work.done, work.total)
    };
    reached.recv().unwrap();
    assert_eq!(
        seen(),
        (WorkState::Running, WorkPhase::Reading, 4, Some(10))
    );
    // There is one at a time.
    let second = begin(&bench, "two", |_| Ok(found())).unwrap_err();
    assert_eq!(second, Refusal::with("work_running", "kind", "check_pack"));
    go.send(()).unwrap();
    reached.recv().unwrap();
    assert_eq!(
        seen(),
        (WorkState::Running, WorkPhase::Reading, 10, Some(10))
    );
    go.send(()).unwrap();
    assert_eq!(over(&bench).done, 7);
    assert_eq!(seen().0, WorkState::Done);
    // One that is over makes room by itself.
    begin(&bench, "two", |_| Ok(found())).unwrap();
    assert_eq!(over(&bench).id, "two");
}

#[test]
fn a_job_hears_that_it_shall_stop_and_cleans_up_first() {
    let bench = Workbench::default();
    let (at, reached) = mpsc::channel();
    let (go, gone) = mpsc::channel::<()>();
    let cleaned = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&cleaned);
    let job = move |progress: &Progress| {
        at.send(()).unwrap();
        gone.recv().unwrap();
        let told = progress.advance(1);
        seen.store(progress.is_stopped(), Ordering::Relaxed);
        told.map(|()| found())
    };
    begin(&bench, "one", job).unwrap();
    reached.recv().unwrap();
    assert_eq!(bench.stop("one").work.unwrap().state, WorkState::Stopping);
    assert!(!cleaned.load(Ordering::Relaxed));
    go.send(()).unwrap();
    let work = over(&bench);
    assert_eq!((work.state, work.refusal), (WorkState::Stopped, None));
    assert!(cleaned.load(Ordering::Relaxed));
}

#[test]
fn whoever_closes_the_folder_waits_for_the_job() {
    let bench = Workbench::default();
    let ended = Arc::new(AtomicBool::new(false));
    let mine = Arc::clone(&ended);
    let job = move |progress: &Progress| {
        while !progress.is_stopped() {
            thread::yield_now();
        }
        mine.store(true, Ordering::Relaxed);
        Err(stopped())
    };
    begin(&bench, "one", job).unwrap();
    drop(bench);
    assert!(ended.load(Ordering::Relaxed));
}
