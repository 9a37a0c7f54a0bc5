use super::*;

fn day(n: u32) -> Day {
    Day::from_ymd_opt(2026, 11, n).unwrap()
}

/// A morning in a word: `ready`, `late`, `missed`, `closed`, `pc_off`, `begun`, or a lane's state.
fn morning(n: u32, till: &str, word: &str) -> Morning {
    let worst = match word {
        "ready" | "late" => Some(LaneState::Ready),
        "workaround" => Some(LaneState::Workaround),
        "unknown" => Some(LaneState::Unknown),
        "not_ready" => Some(LaneState::NotReady),
        _ => None,
    };
    let settled = match word {
        "missed" | "begun_missed" => Some(Settled::Missed),
        "closed" => Some(Settled::Closed),
        "pc_off" | "begun_pc_off" => Some(Settled::PcOff),
        _ => None,
    };
    Morning {
        day: day(n),
        till: till.to_owned(),
        worst,
        late_min: if word == "late" { 12 } else { 0 },
        failed: Vec::new(),
        begun: word.starts_with("begun"),
        settled,
    }
}

#[test]
fn five_kinds_of_day_are_never_mixed_up() {
    let check =
        |word: &str, want: DayKind| assert_eq!(morning(1, "till-1", word).kind(), want, "{word}");
    check("ready", DayKind::Ready);
    check("late", DayKind::Ready);
    check("workaround", DayKind::Workaround);
    check("unknown", DayKind::Unknown);
    check("not_ready", DayKind::NotReady);
    check("missed", DayKind::Missed);
    check("begun_missed", DayKind::Missed);
    check("closed", DayKind::Closed);
    check("pc_off", DayKind::PcOff);
    check("begun", DayKind::InProgress);
    check("begun_pc_off", DayKind::InProgress);
    // An opening that was finished after all is no missed day.
    let after_all = Morning {
        settled: Some(Settled::Missed),
        ..morning(1, "till-1", "ready")
    };
    assert_eq!(after_all.kind(), DayKind::Ready);
}

#[test]
fn punctuality_counts_only_mornings_that_were_expected() {
    let check = |words: &[&str], counts: [u32; 3], permille: Option<u32>, streaks: [u32; 2]| {
        let mornings: Vec<Morning> = words
            .iter()
            .zip(1..)
            .map(|(word, n)| morning(n, "till-1", word))
            .collect();
        let got = punctuality(&mornings);
        assert_eq!([got.in_time, got.late, got.missed], counts, "{words:?}");
        assert_eq!(
            (got.permille, [got.streak, got.best_streak]),
            (permille, streaks),
            "{words:?}"
        );
    };
    check(&[], [0, 0, 0], None, [0, 0]);
    check(&["closed", "pc_off", "begun"], [0, 0, 0], None, [0, 0]);
    check(
        &["ready", "not_ready", "workaround"],
        [3, 0, 0],
        Some(1000),
        [3, 3],
    );
    check(
        &["ready", "ready", "late", "ready"],
        [3, 1, 0],
        Some(750),
        [1, 2],
    );
    check(
        &["ready", "closed", "pc_off", "ready"],
        [2, 0, 0],
        Some(1000),
        [2, 2],
    );
    check(&["ready", "missed"], [1, 0, 1], Some(500), [0, 1]);
    check(&["ready", "ready", "begun"], [2, 0, 0], Some(1000), [2, 2]);
}

#[test]
fn one_late_morning_is_never_rounded_away() {
    let check = |in_time: usize, late: usize, percent: Option<u32>| {
        let mut mornings = vec![morning(1, "till-1", "ready"); in_time];
        mornings.extend(vec![morning(2, "till-1", "late"); late]);
        let got = punctuality(&mornings);
        assert_eq!(got.percent, percent, "{in_time} and {late} late");
    };
    check(0, 0, None);
    check(300, 0, Some(100));
    check(299, 1, Some(99));
    check(9_999, 1, Some(99));
    check(199, 1, Some(99));
    check(2, 1, Some(66));
    check(0, 7, Some(0));
    check(1, 300, Some(0));
}

#[test]
fn a_day_is_in_time_when_every_till_is() {
    let mornings = [
        morning(1, "till-1", "ready"),
        morning(1, "till-2", "ready"),
        morning(2, "till-1", "ready"),
        morning(2, "till-2", "late"),
        morning(3, "till-1", "ready"),
        morning(3, "till-2", "closed"),
    ];
    let got = punctuality(&mornings);
    assert_eq!(
        (got.in_time, got.late, got.streak, got.best_streak),
        (4, 1, 1, 1)
    );
}

#[test]
fn the_most_frequent_failures_come_first() {
    let failed = |n, items: &[&str]| Morning {
        failed: items.iter().map(|item| (*item).to_owned()).collect(),
        ..morning(n, "till-1", "not_ready")
    };
    let mornings = [
        failed(1, &["paper", "net"]),
        failed(2, &["net"]),
        failed(3, &["cash"]),
    ];
    let got: Vec<(String, u32)> = failures(&mornings, 2)
        .into_iter()
        .map(|one| (one.item, one.count))
        .collect();
    // Of those that are as frequent the order is that of their ids.
    assert_eq!(got, [("net".to_owned(), 2), ("cash".to_owned(), 1)]);
    assert_eq!(failures(&[], 5), []);
}

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::<Utc>::UNIX_EPOCH + chrono::TimeDelta::minutes(minute)
}

fn incident(cause: Option<Cause>, from: i64, to: Option<i64>, loss: Option<i64>) -> Fixed {
    Fixed {
        opened_at: at(from),
        resolved_at: to.map(at),
        cause,
        loss_fen: loss.map(Fen),
    }
}

#[test]
fn mean_time_to_fix_is_of_what_was_fixed() {
    let none = repairs(&[], at(0));
    assert_eq!((none.mean_min, none.median_min), (None, None));
    let got = repairs(
        &[
            incident(Some(Cause::Machine), 0, Some(10), Some(1_000)),
            incident(Some(Cause::Machine), 0, Some(50), None),
            incident(None, 0, Some(12), Some(250)),
            incident(Some(Cause::Card), 0, None, None),
        ],
        at(1_000),
    );
    assert_eq!((got.incidents, got.resolved), (4, 3));
    assert_eq!((got.mean_min, got.median_min), (Some(24), Some(12)));
    assert_eq!((got.loss_fen, got.estimated), (Fen(1_250), 2));
    assert_eq!(
        got.causes[0],
        Caused {
            cause: Some(Cause::Machine),
            count: 2
        }
    );
    assert_eq!(got.causes.len(), 3);
    // A clock that was set back makes no negative time.
    assert_eq!(
        repairs(&[incident(None, 10, Some(5), None)], at(10)).mean_min,
        Some(0)
    );
}

#[test]
fn what_a_clock_that_ran_ahead_resolved_is_not_resolved_yet() {
    let ahead = [
        incident(None, 0, Some(20), None),
        incident(None, 0, Some(900), None),
    ];
    let got = repairs(&ahead, at(100));
    assert_eq!(
        (got.incidents, got.resolved, got.mean_min),
        (2, 1, Some(20))
    );
}

#[test]
fn outages_count_with_their_part_of_the_span_and_once_however_many_tills_wrote_them_down() {
    // The span is of the minutes 100 to 200.
    let check = |now: i64, all: &[(i64, Option<i64>)], count: u32, minutes: u32| {
        let outage = |(from, to): &(i64, Option<i64>)| Outage {
            from: at(*from),
            to: to.map(at),
        };
        let all: Vec<Outage> = all.iter().map(outage).collect();
        let span = Span {
            from: at(100),
            to: at(200),
        };
        let got = outages(&all, span, at(now));
        assert_eq!((got.count, got.minutes), (count, minutes), "{now} {all:?}");
    };
    check(150, &[], 0, 0);
    check(150, &[(100, Some(115))], 1, 15);
    check(
        150,
        &[(100, Some(115)), (101, Some(114)), (102, Some(116))],
        3,
        16,
    );
    check(150, &[(100, Some(110)), (120, Some(125))], 2, 15);
    // Those that began before it, and those that go on after it.
    check(500, &[(10, Some(110)), (190, Some(400))], 2, 20);
    check(500, &[(10, Some(400))], 1, 100);
    check(500, &[(10, Some(100)), (200, Some(210))], 0, 0);
    // What has not ended goes on until now, and in a span that is over to its end.
    check(130, &[(110, None)], 1, 20);
    check(130, &[(90, None)], 1, 30);
    check(500_000, &[(190, None)], 1, 10);
    check(500_000, &[(10, None)], 1, 100);
    check(500_000, &[(200, None)], 0, 0);
    // By a clock that was set back: it is one, and has no time yet.
    check(50, &[(110, None), (120, Some(105))], 2, 0);
    check(90, &[(10, None)], 0, 0);
    check(130, &[(110, Some(190))], 1, 20);
}

#[test]
fn drawers_stand_beside_their_target() {
    let float = Float::DEFAULT;
    let count = |n, fen: i64| Counted {
        day: day(n),
        till: "till-1".to_owned(),
        cash: Some(Cash {
            counted_fen: Fen(fen),
            float,
        }),
    };
    let mut counts = vec![
        count(1, 50_000),
        count(2, 51_500),
        count(3, 40_000),
        count(4, 60_000),
    ];
    counts.push(Counted {
        cash: None,
        ..count(5, 0)
    });
    let got = drawers(&counts, 1);
    assert_eq!((got.counted, got.on_target), (4, 2));
    assert_eq!((got.over_fen, got.short_fen), (Fen(11_500), Fen(10_000)));
    assert_eq!(
        got.beyond
            .iter()
            .map(|one| one.over_fen.0)
            .collect::<Vec<_>>(),
        [10_000]
    );
    assert_eq!(got.months.len(), 1);
    assert_eq!(
        (got.months[0].month.as_str(), got.months[0].counted),
        ("2026-11", 4)
    );
}
