use super::*;
use crate::time::rfc3339;

pub(crate) fn shop(zone: &str, hours: &str) -> Shop {
    let mut shop = Shop::by_default(zone.parse().unwrap());
    let pair = |pair: &str| {
        let (open, close) = pair.split_once('-').unwrap();
        Hours {
            open: open.parse().unwrap(),
            close: close.parse().unwrap(),
        }
    };
    for shifts in &mut shop.opens {
        shifts.0 = hours.split_whitespace().map(pair).collect();
    }
    shop
}

pub(crate) fn plan(zone: &str, hours: &str, day: &str) -> Option<DayPlan> {
    let shop = shop(zone, hours);
    DayPlan::of(&shop, Reminders::default(), None, day.parse().unwrap())
}

fn check_plan(zone: &str, hours: &str, day: &str, want: &[(&str, &str)]) {
    let plan = plan(zone, hours, day).unwrap();
    let got: Vec<_> = plan
        .reminders()
        .map(|r| (r.kind.name(), rfc3339(r.at)))
        .collect();
    let got: Vec<_> = got.iter().map(|(kind, at)| (*kind, at.as_str())).collect();
    assert_eq!(
        got[..want.len().min(got.len())],
        *want,
        "{zone} {hours} {day}"
    );
}

#[test]
fn a_day_is_planned_from_its_hours() {
    let shanghai = "Asia/Shanghai";
    check_plan(
        shanghai,
        "09:00-21:00",
        "2026-11-23",
        &[
            ("due", "2026-11-23T00:30:00.000Z"),
            ("late", "2026-11-23T01:00:00.000Z"),
            ("nag", "2026-11-23T01:15:00.000Z"),
            ("nag", "2026-11-23T01:30:00.000Z"),
        ],
    );
    // The night in which the clocks go forward or back does not touch the morning after.
    check_plan(
        "Europe/Berlin",
        "08:00-18:00",
        "2026-03-29",
        &[
            ("due", "2026-03-29T05:30:00.000Z"),
            ("late", "2026-03-29T06:00:00.000Z"),
        ],
    );
    // A door that opens within the hour that does not exist opens when the clocks have jumped; the half hour before
    // it is one that passes.
    let mut early = shop("Europe/Berlin", "02:30-10:00");
    early.cut_off = "01:00".parse().unwrap();
    let plan = DayPlan::of(
        &early,
        Reminders::default(),
        None,
        "2026-03-29".parse().unwrap(),
    );
    assert_eq!(rfc3339(plan.unwrap().due), "2026-03-29T00:30:00.000Z");
}

#[test]
fn repetitions_rest_between_shifts_and_end_with_the_door() {
    let plan = plan("Asia/Shanghai", "10:00-11:00 17:00-17:40", "2026-11-23").unwrap();
    let wall = |at: DateTime<Utc>| {
        at.with_timezone(&chrono_tz::Asia::Shanghai)
            .format("%H:%M")
            .to_string()
    };
    let got: Vec<_> = plan.reminders().map(|r| wall(r.at)).collect();
    let want = "09:30 10:00 10:15 10:30 10:45 16:30 16:45 17:00 17:15 17:30";
    assert_eq!(got.join(" "), want);
    assert_eq!(
        (wall(plan.opens()), wall(plan.closes()), wall(plan.ends)),
        ("10:00".into(), "17:40".into(), "04:00".into())
    );
}

fn check_door(zone: &str, cut_off: &str, hours: &str, day: &str, want: &str) {
    let mut shop = shop(zone, hours);
    shop.cut_off = cut_off.parse().unwrap();
    let plan = DayPlan::of(&shop, Reminders::default(), None, day.parse().unwrap());
    let wall = |at: DateTime<Utc>| at.with_timezone(&shop.zone).format("%d/%H:%M").to_string();
    let open =
        |shift: &(DateTime<Utc>, DateTime<Utc>)| format!("{}-{}", wall(shift.0), wall(shift.1));
    let got = plan.map_or(String::new(), |plan| {
        let shifts: Vec<_> = plan.shifts.iter().map(open).collect();
        format!("{} closes {}", shifts.join(" "), wall(plan.closes()))
    });
    assert_eq!(got, want, "{zone} {cut_off} {hours} {day}");
}

#[test]
fn a_door_opens_and_closes_when_the_wall_says_so() {
    let berlin = "Europe/Berlin";
    let spring = "2026-03-29";
    check_door(
        berlin,
        "01:00",
        "02:30-10:00",
        spring,
        "29/03:00-29/10:00 closes 29/10:00",
    );
    // The clocks jump over a whole shift; without another one the door stays shut.
    check_door(
        berlin,
        "01:00",
        "02:00-03:00 10:00-18:00",
        spring,
        "29/10:00-29/18:00 closes 29/18:00",
    );
    check_door(berlin, "01:00", "02:10-02:50", spring, "");
    check_door(
        "Australia/Lord_Howe",
        "00:00",
        "02:00-02:30",
        "2026-10-04",
        "",
    );
    // Around the clock, over a cut-off that does not exist or comes twice.
    check_door(
        berlin,
        "02:30",
        "08:00-08:00",
        "2026-03-28",
        "28/08:00-29/03:00 closes 29/03:00",
    );
    check_door(
        berlin,
        "02:30",
        "02:30-02:30",
        "2026-10-25",
        "25/02:30-26/02:30 closes 26/02:30",
    );
    // A date that Samoa skipped as a whole.
    check_door("Pacific/Apia", "00:00", "09:00-21:00", "2011-12-30", "");
    check_door("Pacific/Apia", "00:00", "09:00-09:00", "2011-12-30", "");
    // Planned while the day ended at four; since then it ends at midnight.
    check_door(
        "Asia/Shanghai",
        "00:00",
        "20:00-23:00 01:00-03:00",
        "2026-11-23",
        "23/01:00-23/03:00 23/20:00-23/23:00 closes 23/23:00",
    );
    check_door(
        "Asia/Shanghai",
        "00:00",
        "18:00-02:00 20:00-21:00",
        "2026-11-23",
        "23/18:00-24/00:00 23/20:00-23/21:00 closes 24/00:00",
    );
}

#[test]
fn a_door_that_closes_before_it_is_late_is_never_late() {
    let shop = shop("Asia/Shanghai", "10:00-11:00");
    let rules = Reminders {
        late_after_min: 60,
        ..Reminders::default()
    };
    let plan = DayPlan::of(&shop, rules, None, "2026-11-23".parse().unwrap()).unwrap();
    let got: Vec<_> = plan.reminders().map(|r| r.kind.name()).collect();
    assert_eq!(got, ["due"]);
}

#[test]
fn the_owners_decision_for_a_day_comes_before_the_week() {
    let mut shop = shop("Asia/Shanghai", "09:00-21:00");
    let day: Day = "2026-11-22".parse().unwrap(); // a Sunday
    shop.opens[6].0.clear();
    let extra = Planned::Open {
        shifts: vec![Hours {
            open: "10:00".parse().unwrap(),
            close: "16:00".parse().unwrap(),
        }],
    };
    let opens = |planned: Option<&Planned>, day| {
        DayPlan::of(&shop, Reminders::default(), planned, day).map(|plan| rfc3339(plan.opens()))
    };
    assert_eq!(opens(None, day), None);
    assert_eq!(
        opens(Some(&extra), day).as_deref(),
        Some("2026-11-22T02:00:00.000Z")
    );
    let monday = day.succ_opt().unwrap();
    assert_eq!(opens(Some(&Planned::Closed), monday), None);
    assert_eq!(
        opens(Some(&Planned::Usual), monday).as_deref(),
        Some("2026-11-23T01:00:00.000Z")
    );
}

#[test]
fn reminders_are_checked() {
    let check = |before_min, late_after_min, nag_every_min, good: bool| {
        let reminders = Reminders {
            before_min,
            late_after_min,
            nag_every_min,
        };
        assert_eq!(reminders.checked().is_ok(), good, "{reminders:?}");
    };
    check(0, 0, 5, true);
    check(240, 240, 240, true);
    check(241, 0, 15, false);
    check(30, 241, 15, false);
    check(30, 0, 4, false);
    check(30, 0, 241, false);
}

fn check_days(from: &str, to: &str, planned: Planned, code: Option<&str>) {
    let day = |text: &str| text.parse().unwrap();
    let days = (day(from), day(to));
    let got = plan_days(
        day("2026-11-23"),
        days,
        planned,
        "",
        ClockTime::DEFAULT_CUT_OFF,
    );
    assert_eq!(got.as_ref().err().map(Refusal::code), code, "{from} {to}");
}

#[test]
fn decisions_are_about_days_to_come() {
    let open = |pairs: &[(&str, &str)]| Planned::Open {
        shifts: pairs
            .iter()
            .map(|(open, close)| Hours {
                open: open.parse().unwrap(),
                close: close.parse().unwrap(),
            })
            .collect(),
    };
    check_days("2026-11-23", "2026-11-23", Planned::Closed, None);
    check_days(
        "2026-11-22",
        "2026-11-23",
        Planned::Closed,
        Some("day_is_past"),
    );
    check_days(
        "2026-11-24",
        "2026-11-23",
        Planned::Usual,
        Some("days_out_of_range"),
    );
    check_days("2026-11-23", "2027-11-23", Planned::Closed, None);
    check_days(
        "2026-11-23",
        "2027-11-24",
        Planned::Closed,
        Some("days_out_of_range"),
    );
    check_days("2026-11-23", "2026-11-24", open(&[]), Some("shifts_needed"));
    check_days(
        "2026-11-23",
        "2026-11-24",
        open(&[("10:00", "16:00")]),
        None,
    );
    check_days(
        "2026-11-23",
        "2026-11-24",
        open(&[("10:00", "05:00")]),
        Some("hours_past_cut_off"),
    );
}

#[test]
fn a_door_that_opens_after_all_has_the_hours_people_expect() {
    let never = shop("Asia/Shanghai", "");
    let long = shop("Asia/Shanghai", "08:00-12:00 17:00-23:00").opens[0].clone();
    let mut shop = shop("Asia/Shanghai", "09:00-21:00");
    // Closed on Mondays and Sundays, longer on Saturdays.
    shop.opens[5] = long.clone();
    shop.opens[0].0.clear();
    shop.opens[6].0.clear();
    let opened = |day: &str| Planned::open_after_all(&shop, day.parse().unwrap());
    assert_eq!(opened("2026-11-24"), Planned::Usual);
    assert_eq!(opened("2026-11-28"), Planned::Usual);
    for closed in ["2026-11-29", "2026-11-30"] {
        assert_eq!(
            opened(closed),
            Planned::Open {
                shifts: long.0.clone()
            },
            "{closed}"
        );
    }
    let day = "2026-11-24".parse().unwrap();
    assert_eq!(
        Planned::open_after_all(&never, day),
        Planned::Open { shifts: Vec::new() }
    );
}
