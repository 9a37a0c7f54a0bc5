//! A service and a timer for systemd's user manager.

use std::fmt::Write as _;

use super::{Plan, Texts};

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

pub(super) fn service(texts: &Texts<'_>) -> String {
    format!(
        "[Unit]\n\
         Description=Kaizhang reminders\n\
         # Without a screen the window could not be opened, and the agent that starts at login would find its seat taken.\n\
         ConditionEnvironment=|DISPLAY\n\
         ConditionEnvironment=|WAYLAND_DISPLAY\n\
         \n\
         [Service]\n\
         # The colon: no variables are put in.\n\
         ExecStart=:{} --data {}\n\
         # A window that the agent has opened stays.\n\
         KillMode=process\n",
        argument(texts.program),
        argument(texts.folder),
    )
}

pub(super) fn timer(plan: &Plan) -> String {
    let mut text =
        "[Unit]\nDescription=Kaizhang reminders before the shop opens\n\n[Timer]\n".to_owned();
    for (time, days) in &plan.starts {
        // Writing into a String cannot fail.
        let _ = writeln!(
            text,
            "OnCalendar={} *-*-* {} {}",
            weekdays(days),
            time.format("%H:%M:%S"),
            plan.zone
        );
    }
    text.push_str(
        "# A time at which the PC was off or asleep is made up for.\n\
         Persistent=true\n\
         AccuracySec=1s\n\
         \n\
         [Install]\n\
         WantedBy=timers.target\n",
    );
    text
}

/// `Mon..Fri`, `Mon,Wed`, or both: neighbours become a range from three on.
fn weekdays(days: &[u8]) -> String {
    let mut runs: Vec<(u8, u8)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *day => *last = *day,
            _ => runs.push((*day, *day)),
        }
    }
    let name = |day: u8| DAYS.get(usize::from(day)).copied().unwrap_or_default();
    let parts: Vec<String> = runs
        .into_iter()
        .map(|(first, last)| match last - first {
            0 => name(first).to_owned(),
            1 => format!("{},{}", name(first), name(last)),
            _ => format!("{}..{}", name(first), name(last)),
        })
        .collect();
    parts.join(",")
}

/// One argument of `ExecStart`: quoted, escaped as in C, and with the sign of specifiers doubled.
fn argument(text: &str) -> String {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('%', "%%");
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_written_short() {
        for (days, text) in [
            (&[0, 1, 2, 3, 4][..], "Mon..Fri"),
            (&[0, 1, 2, 3, 4, 5, 6], "Mon..Sun"),
            (&[5, 6], "Sat,Sun"),
            (&[0, 2, 3, 4, 6], "Mon,Wed..Fri,Sun"),
        ] {
            assert_eq!(weekdays(days), text);
        }
    }
}
