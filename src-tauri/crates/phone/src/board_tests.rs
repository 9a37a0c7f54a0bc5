use super::*;

fn board(files: u32, file_bytes: u64, total_bytes: u64) -> Arc<Board> {
    Arc::new(Board::new(Limits {
        files,
        file_bytes,
        total_bytes,
        ..Limits::default()
    }))
}

fn kept(place: Place) {
    place.settle(Outcome::Kept("id".to_owned()));
}

#[test]
fn limits_are_exact() {
    let board = board(3, 10, 25);
    let refusal = |total| board.admit("x.jpg", total).err();
    assert_eq!(refusal(0), Some(Refusal::FileEmpty));
    assert_eq!(refusal(11), Some(Refusal::FileTooLarge));
    assert_eq!(refusal(u64::MAX), Some(Refusal::FileTooLarge));
    kept(board.admit("a.jpg", 10).unwrap());
    kept(board.admit("b.jpg", 10).unwrap());
    assert_eq!(refusal(6), Some(Refusal::TotalTooLarge));
    kept(board.admit("c.jpg", 5).unwrap());
    assert_eq!(refusal(1), Some(Refusal::FilesTooMany));
    assert_eq!(board.progress().state, State::Waiting);
}

#[test]
fn what_is_on_its_way_counts_and_what_failed_does_not() {
    let board = board(9, 10, 20);
    let first = board.admit("a.jpg", 10).unwrap();
    let second = board.admit("b.jpg", 10).unwrap();
    assert_eq!(board.admit("c.jpg", 1).err(), Some(Refusal::TotalTooLarge));
    assert_eq!(board.progress().state, State::Sending);
    assert_eq!(board.finish(), Err(Refusal::StillSending));
    drop(first);
    let third = board.admit("c.jpg", 1).unwrap();
    kept(second);
    kept(third);
    let states: Vec<_> = board
        .progress()
        .files
        .iter()
        .map(|file| file.state)
        .collect();
    assert_eq!(
        states,
        [FileState::Broken, FileState::Kept, FileState::Kept]
    );
    assert_eq!(board.finish(), Ok(()));
    assert_eq!(board.progress().state, State::Done);
    assert_eq!(board.progress().seconds_left, 0);
}

#[test]
fn a_second_try_keeps_its_row() {
    let board = board(9, 10, 20);
    let meter = {
        let place = board.admit("a.jpg", 10).unwrap();
        place.meter()
    };
    meter(4);
    assert_eq!(board.progress().files[0].bytes, 4);
    assert_eq!(
        board.progress().files[0].refusal.as_deref(),
        Some("broken_off")
    );
    kept(board.admit("a.jpg", 10).unwrap());
    let files = board.progress().files;
    assert_eq!(files.len(), 1);
    assert_eq!((files[0].state, files[0].bytes), (FileState::Kept, 0));
    assert_eq!(files[0].refusal, None);
    // A kept file of the same name is another file.
    kept(board.admit("a.jpg", 10).unwrap());
    assert_eq!(board.progress().files.len(), 2);
}

#[test]
fn no_more_at_once_than_there_are_threads() {
    let board = board(9, 10, 99);
    let _running: Vec<_> = (0..AT_ONCE)
        .map(|_| board.admit("a.jpg", 1).unwrap())
        .collect();
    assert_eq!(board.admit("b.jpg", 1).err(), Some(Refusal::Busy));
    assert_eq!(board.progress().files.len(), AT_ONCE);
}

#[test]
fn a_phone_gone_mad_fills_no_memory() {
    let board = board(1, 10, 10);
    for number in 0..10_000 {
        assert!(board.admit(&format!("{number}"), 99).is_err());
    }
    assert_eq!(board.progress().files.len(), 1 + LISTED_MORE);
}

#[test]
fn the_first_end_counts_and_the_first_phone_holds() {
    let board = board(1, 1, 1);
    assert!(board.claim() && !board.claim());
    assert_eq!(board.progress().state, State::Connected);
    board.end(State::Over(Reason::Stopped));
    board.end_expired();
    assert_eq!(board.progress().state, State::Over(Reason::Stopped));
}
