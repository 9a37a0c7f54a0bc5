//! Timers of the operating system that start the agent when the shop's checks are due, for a PC on which programs do not
//! start at login, and as a second net under the first. The agent that is there already lets a second one end at once, so
//! nothing is done twice.

mod launchd;
mod readme;
mod systemd;
mod windows;

use std::io;
use std::path::{Path, PathBuf};

use chrono::{NaiveTime, Timelike};
use kaizhang_app::{App, Caller, Refusal};
use serde_json::{Value, json};

use crate::files;

/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// When the agent is to be started, on the shop's wall clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Ordered by time; each time once, with its days of the week, 0 being Monday.
    pub(crate) starts: Vec<(NaiveTime, Vec<u8>)>,
    /// The IANA name of the shop's zone.
    pub(crate) zone: String,
    pub(crate) program: PathBuf,
    pub(crate) folder: PathBuf,
}

/// Reads the shop's usual week. Single closed or extra days are for the agent itself, which knows them when it is started.
///
/// # Errors
/// When the folder cannot be read.
pub(crate) fn plan(app: &App, program: &Path, folder: &Path) -> Result<Plan, Refusal> {
    let caller = Caller::default();
    let shop = app.call(&caller, "show_shop", Value::Null)?;
    let reminders = app.call(&caller, "show_reminders", json!({ "days": 1 }))?;
    let before = reminders["rules"]["before_min"].as_i64().unwrap_or(0);
    let cut_off = minute(&shop["cut_off"]).unwrap_or(0);
    let week = reminders["week"].as_array().into_iter().flatten();
    let opens = week.map(|shifts| minute(&shifts[0]["open"]));
    let before = i32::try_from(before).unwrap_or(0);
    Ok(Plan {
        starts: starts(opens, cut_off, before),
        zone: reminders["zone"].as_str().unwrap_or("UTC").to_owned(),
        program: program.to_owned(),
        folder: folder.to_owned(),
    })
}

/// A time of the contract, `08:30`, in minutes since midnight.
fn minute(time: &Value) -> Option<i32> {
    let time = NaiveTime::parse_from_str(time.as_str()?, "%H:%M").ok()?;
    i32::try_from(time.num_seconds_from_midnight() / 60).ok()
}

/// From the hours at which the door opens, Monday first, to the times of the checks. A bar that opens at one in the
/// morning does so on the next date, and a check before half past midnight is on the date before.
fn starts(
    opens: impl Iterator<Item = Option<i32>>,
    cut_off: i32,
    before: i32,
) -> Vec<(NaiveTime, Vec<u8>)> {
    let mut starts: Vec<(NaiveTime, Vec<u8>)> = Vec::new();
    for (day, open) in (0..7).zip(opens) {
        let Some(open) = open else { continue };
        let next_date = if open < cut_off { DAY } else { 0 };
        let at = day * DAY + open + next_date - before;
        let weekday = u8::try_from(at.div_euclid(DAY).rem_euclid(7)).unwrap_or(0);
        let minute = u32::try_from(at.rem_euclid(DAY)).unwrap_or(0);
        let Some(time) = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0) else {
            continue;
        };
        match starts.iter_mut().find(|(known, _)| *known == time) {
            Some((_, days)) => days.push(weekday),
            None => starts.push((time, vec![weekday])),
        }
    }
    starts.iter_mut().for_each(|(_, days)| days.sort_unstable());
    starts.sort();
    starts
}

/// Writes all files below `to`, and says which.
///
/// # Errors
/// When a path is no text, or the place cannot be written.
pub(crate) fn write(plan: &Plan, to: &Path) -> io::Result<Vec<PathBuf>> {
    let texts = Texts::of(plan)?;
    let files = [
        (
            "systemd/kaizhang-agent.service",
            systemd::service(&texts).into_bytes(),
        ),
        (
            "systemd/kaizhang-agent.timer",
            systemd::timer(plan).into_bytes(),
        ),
        ("windows/kaizhang-agent.xml", windows::task(plan, &texts)),
        (
            "launchd/app.kaizhang.agent.plist",
            launchd::plist(plan, &texts).into_bytes(),
        ),
        ("README.txt", readme::text(plan).into_bytes()),
    ];
    let mut written = Vec::new();
    for (name, bytes) in files {
        let path = to.join(name);
        files::put(&path, &bytes)?;
        written.push(path);
    }
    Ok(written)
}

/// The two paths as text.
struct Texts<'a> {
    program: &'a str,
    folder: &'a str,
}

impl<'a> Texts<'a> {
    fn of(plan: &'a Plan) -> io::Result<Self> {
        let text = |path: &'a Path| {
            // None of the formats has a way to write the others.
            let text = path
                .to_str()
                .filter(|text| !text.contains(char::is_control));
            text.ok_or_else(|| {
                io::Error::new(io::ErrorKind::InvalidFilename, "a path is no plain text")
            })
        };
        Ok(Self {
            program: text(&plan.program)?,
            folder: text(&plan.folder)?,
        })
    }
}

/// Text between the marks of XML.
fn xml(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
#[path = "units_tests.rs"]
mod tests;
