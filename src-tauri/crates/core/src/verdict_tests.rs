use super::*;
use crate::cadence::Cadence;
use crate::checklist::Kind;
use crate::opening::{Finish, State};
use crate::value::Value;
use proptest::prelude::*;

const WEIGHTS: [Weight; 3] = [Weight::Blocking, Weight::Degrading, Weight::Advisory];
const MARKS: [Option<Mark>; 4] = [None, Some(Mark::Pass), Some(Mark::Fail), Some(Mark::Na)];

fn item(id: &str, weight: Weight, fallback: Option<&str>) -> Item {
    Item {
        id: id.to_owned(),
        section: "network".to_owned(),
        kind: Kind::Check,
        lanes: vec![Lane::Card],
        weight,
        cadence: Cadence::Daily,
        fallback: fallback.map(str::to_owned),
        fail_needs_note: false,
    }
}

fn mark(id: &str, result: Mark) -> MarkRecord {
    MarkRecord {
        id: format!("mark-of-{id}"),
        item: id.to_owned(),
        result,
        value: None,
        note: String::new(),
        attachments: Vec::new(),
        at: String::new(),
        actor: String::new(),
        withdrawn: false,
    }
}

/// An opening in which each item has the mark beside it.
fn opening(items: &[(Item, Option<Mark>)]) -> (Checklist, Opening) {
    let checklist = Checklist {
        version: 1,
        items: items.iter().map(|(item, _)| item.clone()).collect(),
    };
    let marks = items
        .iter()
        .filter_map(|(item, result)| Some(mark(&item.id, (*result)?)));
    let opening = Opening {
        day: "2026-11-22".parse().unwrap(),
        till: "till-1".to_owned(),
        due: items.iter().map(|(item, _)| item.id.clone()).collect(),
        marks: marks.collect(),
        finish: None,
    };
    (checklist, opening)
}

fn card(items: &[(Item, Option<Mark>)]) -> LaneVerdict {
    let (checklist, opening) = opening(items);
    outcome(&[Lane::Card], &checklist, &opening, &[])
        .verdict
        .card
        .unwrap()
}

/// The table of the module's documentation, written down a second time and independently: what one
/// item with a fallback says.
fn expected(
    weight: Weight,
    own: Option<Mark>,
    fallback: Option<Mark>,
) -> (LaneState, Option<ReasonCode>) {
    use LaneState::{NotReady, Ready, Unknown, Workaround};
    let stands = fallback == Some(Mark::Pass);
    match (weight, own) {
        (Weight::Advisory, _) => (Ready, None),
        (_, None) => (Unknown, Some(ReasonCode::ItemLeft)),
        (_, Some(Mark::Pass | Mark::Na)) => (Ready, None),
        (_, Some(Mark::Fail)) if stands => (Workaround, Some(ReasonCode::FallbackStands)),
        (Weight::Blocking, Some(Mark::Fail)) => (NotReady, Some(ReasonCode::ItemFailed)),
        (Weight::Degrading, Some(Mark::Fail)) => (Workaround, Some(ReasonCode::ItemFailed)),
    }
}

/// A blocking item that passed, so that a lane has evidence.
fn evidence() -> (Item, Option<Mark>) {
    (item("screen", Weight::Blocking, None), Some(Mark::Pass))
}

#[test]
fn every_row_of_the_table() {
    for weight in WEIGHTS {
        for own in MARKS {
            for standing in MARKS {
                let got = card(&[
                    evidence(),
                    (item("internet", weight, Some("hotspot")), own),
                    (item("hotspot", Weight::Advisory, None), standing),
                ]);
                let (state, code) = expected(weight, own, standing);
                let case = format!("{weight:?} {own:?}, fallback {standing:?}");
                assert_eq!(got.state, state, "{case}");
                let codes: Vec<_> = got.reasons.iter().map(|reason| reason.code).collect();
                assert_eq!(codes, code.into_iter().collect::<Vec<_>>(), "{case}");
            }
        }
    }
}

/// All pairs of items: the lane is as good as the worst of them, and only the reasons of the worst
/// are given.
#[test]
fn the_worst_item_decides() {
    for (one, other) in WEIGHTS.iter().flat_map(|w| WEIGHTS.map(|v| (*w, v))) {
        for (left, right) in MARKS.iter().flat_map(|m| MARKS.map(|n| (*m, n))) {
            let got = card(&[
                evidence(),
                (item("a", one, None), left),
                (item("b", other, None), right),
            ]);
            let worst = expected(one, left, None)
                .0
                .max(expected(other, right, None).0);
            assert_eq!(got.state, worst, "{one:?} {left:?}, {other:?} {right:?}");
            assert_eq!(got.reasons.is_empty(), worst == LaneState::Ready);
        }
    }
}

#[test]
fn without_evidence_nothing_is_ready() {
    for own in MARKS {
        let got = card(&[(item("a", Weight::Blocking, None), own)]);
        let ready = own == Some(Mark::Pass);
        assert_eq!(got.state == LaneState::Ready, ready, "{own:?}");
    }
    let all_na = card(&[(item("a", Weight::Blocking, None), Some(Mark::Na))]);
    assert_eq!(all_na.reasons[0].code, ReasonCode::NothingChecked);
    let only_soft = card(&[(item("a", Weight::Degrading, None), Some(Mark::Pass))]);
    assert_eq!(only_soft.state, LaneState::Unknown);
}

#[test]
fn a_fallback_of_another_lane_does_not_stand() {
    let mut other_lane = item("hotspot", Weight::Advisory, None);
    other_lane.lanes = vec![Lane::Qr];
    let got = card(&[
        (
            item("internet", Weight::Blocking, Some("hotspot")),
            Some(Mark::Fail),
        ),
        (other_lane, Some(Mark::Pass)),
    ]);
    assert_eq!(got.state, LaneState::NotReady);
}

#[test]
fn a_warning_makes_a_pass_a_workaround() {
    let mut drawer = item("cash-float", Weight::Blocking, None);
    drawer.kind = Kind::Cash {
        float: crate::cash::Float::DEFAULT,
    };
    let check = |typed: &str, state: LaneState, code: Option<ReasonCode>| {
        let (checklist, mut opening) = opening(&[(drawer.clone(), Some(Mark::Pass))]);
        opening.marks[0].value = Some(Value::parse(&drawer, typed).unwrap());
        let got = outcome(&[Lane::Card], &checklist, &opening, &[])
            .verdict
            .card
            .unwrap();
        assert_eq!(got.state, state, "{typed}");
        assert_eq!(
            got.reasons.first().map(|reason| reason.code),
            code,
            "{typed}"
        );
    };
    check("500", LaneState::Ready, None);
    check(
        "400",
        LaneState::Workaround,
        Some(ReasonCode::CashOffTarget),
    );
    check(
        "100x5",
        LaneState::Workaround,
        Some(ReasonCode::ChangeShort),
    );
    check("100x4 10x10", LaneState::Ready, None);
}

fn check_headline(states: [LaneState; 3], kind: HeadlineKind, lanes: &[Lane]) {
    let lane = |state| {
        Some(LaneVerdict {
            state,
            reasons: Vec::new(),
        })
    };
    let verdict = Verdict {
        card: lane(states[0]),
        qr: lane(states[1]),
        cash: lane(states[2]),
    };
    let got = headline(&verdict, true, 2, Some(Fen(52_350)));
    assert_eq!(
        (got.kind, got.lanes.as_slice()),
        (kind, lanes),
        "{states:?}"
    );
    assert_eq!(got.amount_fen.is_some(), kind == HeadlineKind::OnlyCash);
}

#[test]
fn headlines() {
    use Lane::{Card, Cash, Qr};
    use LaneState::{NotReady as N, Ready as R, Unknown as U, Workaround as W};
    check_headline([R, R, R], HeadlineKind::AllReady, &[Card, Qr, Cash]);
    check_headline([W, R, R], HeadlineKind::Workaround, &[Card]);
    check_headline([U, W, R], HeadlineKind::ItemsLeft, &[Card]);
    check_headline([N, R, R], HeadlineKind::SomeNotReady, &[Card]);
    check_headline([N, U, R], HeadlineKind::SomeNotReady, &[Card]);
    check_headline([N, N, R], HeadlineKind::OnlyCash, &[Card, Qr]);
    check_headline([N, N, W], HeadlineKind::OnlyCash, &[Card, Qr]);
    check_headline([N, N, U], HeadlineKind::SomeNotReady, &[Card, Qr]);
    check_headline([N, N, N], HeadlineKind::NoneReady, &[Card, Qr, Cash]);
    check_headline([R, R, N], HeadlineKind::SomeNotReady, &[Cash]);
    let ready = Some(LaneVerdict {
        state: R,
        reasons: Vec::new(),
    });
    let only_takes_cash = Verdict {
        cash: ready,
        ..Verdict::default()
    };
    assert_eq!(
        headline(&only_takes_cash, true, 0, None).kind,
        HeadlineKind::AllReady
    );
    let nothing = headline(&Verdict::default(), false, 3, None);
    assert_eq!(nothing.kind, HeadlineKind::NothingYet);
}

fn any_state() -> impl Strategy<Value = Vec<(Weight, Option<Mark>, bool)>> {
    let weight = prop::sample::select(WEIGHTS.to_vec());
    let mark = prop::sample::select(MARKS.to_vec());
    prop::collection::vec((weight, mark, any::<bool>()), 1..8)
}

fn build(rows: &[(Weight, Option<Mark>, bool)]) -> Vec<(Item, Option<Mark>)> {
    let mut items: Vec<_> = rows
        .iter()
        .enumerate()
        .map(|(n, (weight, mark, falls_back))| {
            (
                item(&format!("i{n}"), *weight, falls_back.then_some("hotspot")),
                *mark,
            )
        })
        .collect();
    items.push((item("hotspot", Weight::Advisory, None), Some(Mark::Pass)));
    items
}

proptest! {
    /// Turning one failure or gap into a pass never makes a lane worse.
    #[test]
    fn mending_never_hurts(rows in any_state(), which in any::<prop::sample::Index>()) {
        let before = card(&build(&rows)).state;
        let mut mended = rows.clone();
        let which = which.index(mended.len());
        prop_assume!(mended[which].1 != Some(Mark::Na));
        mended[which].1 = Some(Mark::Pass);
        prop_assert!(card(&build(&mended)).state <= before);
    }

    /// Ready means: something blocking was looked at, nothing that bears on the lane is left or failed.
    #[test]
    fn ready_is_earned(rows in any_state()) {
        let got = card(&build(&rows));
        let bears = |w: &Weight| *w != Weight::Advisory;
        let clean = rows.iter().all(|(w, m, _)| !bears(w) || matches!(m, Some(Mark::Pass | Mark::Na)));
        let seen = rows.iter().any(|(w, m, _)| *w == Weight::Blocking && *m == Some(Mark::Pass));
        prop_assert_eq!(got.state == LaneState::Ready, clean && seen);
    }

    /// The verdict does not depend on who marked, when, or on marks that were taken back.
    #[test]
    fn only_standing_marks_count(rows in any_state(), extra in prop::sample::select(MARKS.to_vec())) {
        let items = build(&rows);
        let (checklist, plain) = opening(&items);
        let mut noisy = plain.clone();
        for record in &mut noisy.marks {
            record.actor = "替班".to_owned();
        }
        if let Some(result) = extra {
            noisy.marks.push(MarkRecord { withdrawn: true, ..mark("i0", result) });
        }
        let lanes = [Lane::Card];
        prop_assert_eq!(outcome(&lanes, &checklist, &plain, &[]), outcome(&lanes, &checklist, &noisy, &[]));
    }
}

#[test]
fn states_of_an_opening() {
    let (_, mut opening) = opening(&[evidence()]);
    assert_eq!(opening.state(), State::InProgress);
    opening.marks[0].withdrawn = true;
    assert_eq!(opening.state(), State::Due);
    opening.finish = Some(Finish {
        at: String::new(),
        actor: String::new(),
        note: String::new(),
    });
    assert_eq!(opening.state(), State::Finished);
}

#[test]
fn an_incident_that_is_not_resolved_holds_its_lane_back() {
    let items = [(item("x", Weight::Blocking, None), Some(Mark::Pass))];
    let (checklist, opening) = opening(&items);
    let check = |lane, effect, state, reasons: usize| {
        let troubles = [Trouble {
            incident: 7,
            lane,
            effect,
        }];
        let got = outcome(&[Lane::Card], &checklist, &opening, &troubles);
        let card = got.verdict.card.unwrap();
        assert_eq!(
            (card.state, card.reasons.len()),
            (state, reasons),
            "{effect:?}"
        );
        assert!(card.reasons.iter().all(|r| r.incident == Some(7)));
    };
    check(Lane::Card, LaneEffect::None, LaneState::Ready, 0);
    check(Lane::Card, LaneEffect::Slowed, LaneState::Workaround, 1);
    check(Lane::Card, LaneEffect::Stopped, LaneState::NotReady, 1);
    check(Lane::Qr, LaneEffect::Stopped, LaneState::Ready, 0);
}
