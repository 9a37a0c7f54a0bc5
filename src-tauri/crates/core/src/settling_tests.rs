use super::*;
use crate::schedule::tests::plan;

fn check_settled(open: bool, begun: bool, reminded: bool, ran: &[(&str, &str)], want: Settled) {
    let plan = plan("Asia/Shanghai", "09:00-21:00", "2026-11-23").unwrap();
    let at = |text: &str| {
        format!("2026-11-23T{text}:00+08:00")
            .parse::<DateTime<Utc>>()
            .unwrap()
    };
    let ran: Vec<_> = ran.iter().map(|(from, to)| (at(from), at(to))).collect();
    let evidence = Evidence {
        begun,
        reminded,
        ran: &ran,
    };
    let got = settle(open.then_some(&plan), &evidence);
    assert_eq!(got, want, "{open} {begun} {reminded} {ran:?}");
}

#[test]
fn a_day_gets_the_state_that_the_evidence_supports() {
    check_settled(false, false, false, &[], Settled::Closed);
    check_settled(false, false, false, &[("08:00", "22:00")], Settled::Closed);
    check_settled(false, true, false, &[], Settled::Missed);
    check_settled(true, false, false, &[], Settled::PcOff);
    check_settled(
        true,
        false,
        false,
        &[("05:00", "08:30"), ("21:00", "23:00")],
        Settled::PcOff,
    );
    check_settled(true, false, false, &[("05:00", "08:31")], Settled::Missed);
    check_settled(true, false, false, &[("20:59", "23:00")], Settled::Missed);
    check_settled(true, false, true, &[], Settled::Missed);
    check_settled(true, true, false, &[], Settled::Missed);
}

#[test]
fn the_state_of_a_day_is_one_of_seven() {
    use opening::State::{Due, Finished, InProgress};
    let check = |progress, late, settled, open, want| {
        assert_eq!(
            DayState::of(progress, late, settled, open),
            want,
            "{progress:?} {late} {settled:?} {open}"
        );
    };
    check(Due, 0, None, true, DayState::Due);
    check(Due, 0, None, false, DayState::Closed);
    check(InProgress, 0, None, false, DayState::InProgress);
    check(Finished, 0, None, true, DayState::Finished);
    check(Finished, 7, Some(Settled::Missed), true, DayState::Late);
    check(InProgress, 0, Some(Settled::Missed), true, DayState::Missed);
    check(Due, 0, Some(Settled::Missed), true, DayState::Missed);
    check(Due, 0, Some(Settled::Closed), true, DayState::Closed);
    check(Due, 0, Some(Settled::PcOff), true, DayState::PcOff);
}
