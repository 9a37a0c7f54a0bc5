use super::*;
use crate::schedule::tests::plan;
use crate::time::Day;

/// Walks a story on the wall clock of one morning: `08:30` looks, `put@08:50` asks for ten minutes of quiet.
fn check_story(story: &str, want: &str) {
    let plan = plan("Asia/Shanghai", "09:00-21:00", "2026-11-23").unwrap();
    let mut fired: Vec<Fired> = Vec::new();
    let mut put_off = None;
    let mut told = Vec::new();
    for step in story.split_whitespace() {
        let clock = step.trim_start_matches("put@");
        let wall: chrono::NaiveTime = format!("{clock}:00").parse().unwrap();
        let date: Day = "2026-11-23".parse().unwrap();
        let now = date.and_time(wall).and_utc() - TimeDelta::hours(8);
        if step.starts_with("put@") {
            put_off = Some(PutOff {
                asked_at: now,
                until: now + TimeDelta::minutes(10),
            });
            continue;
        }
        for firing in to_fire(&plan, &fired, put_off, now) {
            let tardy = if firing.tardy { "!" } else { "" };
            told.push(format!("{clock}:{}{tardy}", firing.kind.name()));
            fired.push(Fired {
                kind: firing.kind,
                planned_at: firing.planned_at,
                fired_at: now,
            });
        }
    }
    assert_eq!(told.join(" "), want, "{story}");
}

#[test]
fn what_is_due_fires_once() {
    check_story("08:29", "");
    check_story("08:30 08:31 08:59", "08:30:due");
    check_story(
        "08:30 09:00 09:01 09:14 09:15 09:16 09:31",
        "08:30:due 09:00:late 09:15:nag 09:31:nag",
    );
    // Asleep until ten: both are told once, labelled late; then the rhythm goes on.
    check_story(
        "10:07 10:08 10:14 10:15",
        "10:07:due! 10:07:late! 10:15:nag",
    );
    check_story("08:30 12:10 12:11", "08:30:due 12:10:late!");
    // Only the last of the repetitions slept through.
    check_story(
        "08:30 09:00 12:10 12:11 12:15",
        "08:30:due 09:00:late 12:10:nag! 12:15:nag",
    );
    // A repetition does not follow on the heels of what came late.
    check_story(
        "10:12 10:14 10:15 10:16 10:30",
        "10:12:due! 10:12:late! 10:15:nag 10:30:nag",
    );
    check_story("10:13 10:15 10:30", "10:13:due! 10:13:late! 10:30:nag");
    check_story(
        "08:30 09:00 12:14 12:15 12:30",
        "08:30:due 09:00:late 12:14:nag! 12:30:nag",
    );
    // Nobody is reminded after the door closed.
    check_story("21:00 23:00", "");
    check_story("20:59", "20:59:due! 20:59:late!");
}

#[test]
fn a_clock_that_was_set_back_fires_nothing_again() {
    check_story(
        "08:30 09:00 09:15 08:00 08:30 09:00 09:15 09:30",
        "08:30:due 09:00:late 09:15:nag 09:30:nag",
    );
    check_story(
        "12:00 08:30 09:00 09:15 12:15",
        "12:00:due! 12:00:late! 12:15:nag",
    );
}

#[test]
fn in_ten_minutes_is_in_ten_minutes() {
    check_story(
        "08:30 put@08:31 08:35 08:40 08:41 08:42",
        "08:30:due 08:41:nag",
    );
    check_story(
        "08:30 put@08:55 09:00 09:04 09:05 09:06",
        "08:30:due 09:05:late!",
    );
    check_story(
        "08:30 09:00 put@09:10 09:15 09:19 09:20 09:21 09:30",
        "08:30:due 09:00:late 09:20:nag 09:30:nag",
    );
    // The clock set back by hours does not stretch ten minutes to hours, and "in ten minutes" still holds.
    check_story(
        "08:30 09:00 11:00 put@11:01 09:05 09:20",
        "08:30:due 09:00:late 11:00:nag",
    );
    check_story(
        "08:30 09:00 11:00 09:00 put@09:01 09:05 09:11 09:12",
        "08:30:due 09:00:late 11:00:nag 09:11:nag",
    );
    // Set back over the answer: it was given.
    check_story(
        "08:30 put@08:31 08:50 08:45 08:46 08:50",
        "08:30:due 08:50:nag!",
    );
    check_story(
        "08:30 put@08:55 09:07 09:05 09:06 09:07 09:15",
        "08:30:due 09:07:late! 09:15:nag",
    );
    // Set back to before the check is due: nobody is expected yet.
    check_story(
        "08:35 put@07:00 07:10 08:00 08:29 08:30 08:31 09:00",
        "08:35:due! 08:30:nag! 09:00:late",
    );
    // What was asked for comes first, and what would follow it at once is left out.
    check_story(
        "08:30 09:00 put@09:10 09:31 09:32 09:45",
        "08:30:due 09:00:late 09:31:nag! 09:45:nag",
    );
}
