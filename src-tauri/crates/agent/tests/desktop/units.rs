//! The timers of the operating systems, read by systemd itself and by a reader of XML.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, NaiveDateTime, Utc};
use kaizhang_app::{App, Caller};
use serde_json::{Value, json};

use crate::shop::Shop;

/// A folder and a program whose names need care (systemd knows no program with a quotation mark), and a week that has every kind of day: usual ones, one whose check is on
/// the evening before, one that begins after midnight, a closed one.
fn shop() -> Shop {
    let shop = Shop::in_places("店 a'b\"c$e%f\\g;h&i<j", "程序 a$e%f;h&i<j");
    let hours = |open: &str| json!({ "open": open, "close": "03:30" });
    let week = json!([
        hours("09:00"),
        hours("09:00"),
        hours("09:00"),
        hours("00:20"),
        hours("01:15"),
        hours("10:30"),
        null
    ]);
    shop.call(
        "set_up_shop",
        json!({ "name": "店", "lanes": ["cash"], "opens": week, "zone": "Australia/Lord_Howe", "cut_off": "04:00" }),
    );
    shop
}

fn write(shop: &Shop) -> PathBuf {
    let to = shop.home.join("单元 1");
    let out = shop
        .command(&shop.program(), None)
        .arg("--data")
        .arg(&shop.folder)
        .arg("--write-units")
        .arg(&to)
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let told = String::from_utf8(out.stdout).unwrap();
    assert_eq!(told.lines().count(), 5);
    assert!(told.lines().all(|path| Path::new(path).is_file()), "{told}");
    to
}

/// Times as (day, hour and minute), Monday being 1.
fn wanted() -> BTreeSet<(u32, String)> {
    [
        (1, "08:30"),
        (2, "08:30"),
        (3, "08:30"),
        (4, "23:50"),
        (6, "00:45"),
        (6, "10:00"),
    ]
    .map(|(day, time)| (day, time.to_owned()))
    .into()
}

#[test]
fn systemd_takes_the_units_and_means_the_same_instants() {
    let shop = shop();
    let units = write(&shop).join("systemd");
    let timer = units.join("kaizhang-agent.timer");
    let verified = Command::new("systemd-analyze")
        .args(["--user", "--man=no", "verify"])
        .args([&timer, &units.join("kaizhang-agent.service")])
        .env("XDG_RUNTIME_DIR", &shop.home)
        .output()
        .unwrap();
    let complaints = String::from_utf8_lossy(&verified.stderr);
    let ours: Vec<&str> = complaints
        .lines()
        .filter(|line| line.contains("kaizhang"))
        .collect();
    assert!(verified.status.success() && ours.is_empty(), "{complaints}");

    // The spring in which Lord Howe's clocks go forward by half an hour.
    let text = std::fs::read_to_string(timer).unwrap();
    assert!(text.contains("Persistent=true"));
    let specs = text
        .lines()
        .filter_map(|line| line.strip_prefix("OnCalendar="));
    let theirs: BTreeSet<DateTime<Utc>> = specs.flat_map(elapses).collect();
    let ours = App::open(&shop.folder)
        .unwrap()
        .call(
            &Caller::default(),
            "plan_reminders",
            json!({ "from": "2026-09-28", "to": "2026-10-11" }),
        )
        .unwrap();
    let ours: BTreeSet<DateTime<Utc>> = ours
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["kind"] == "due")
        .map(|one| one["at"].as_str().unwrap().parse().unwrap())
        .collect();
    assert_eq!(ours.len(), 12);
    let [first, last] = [ours.first().unwrap(), ours.last().unwrap()];
    let theirs: BTreeSet<DateTime<Utc>> = theirs.range(first..=last).copied().collect();
    assert_eq!(theirs, ours);
}

/// When a timer elapses next, as systemd reckons.
fn elapses(spec: &str) -> Vec<DateTime<Utc>> {
    let out = Command::new("systemd-analyze")
        .args([
            "calendar",
            "--iterations=20",
            "--base-time=2026-09-27 00:00:00 UTC",
            spec,
        ])
        .env("TZ", "UTC")
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "{spec}: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    let text = String::from_utf8(out.stdout).unwrap();
    let times: Vec<DateTime<Utc>> = text
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("Next elapse:") || line.starts_with("Iter"))
        .map(|line| {
            let (_, when) = line.split_once(": ").unwrap();
            let when = when.trim().strip_suffix(" UTC").unwrap();
            NaiveDateTime::parse_from_str(when, "%a %Y-%m-%d %H:%M:%S")
                .unwrap()
                .and_utc()
        })
        .collect();
    assert_eq!(times.len(), 20, "{text}");
    times
}

#[test]
fn the_task_for_windows_reads_back_as_it_was_meant() {
    let shop = shop();
    let bytes = std::fs::read(write(&shop).join("windows/kaizhang-agent.xml")).unwrap();
    assert_eq!(
        bytes[..2],
        [0xff, 0xfe],
        "the mark of UTF-16, low byte first"
    );
    let units: Vec<u16> = bytes[2..]
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    let text = String::from_utf16(&units).unwrap();
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let document = roxmltree::Document::parse(&text).unwrap();
    let all = |name: &'static str| {
        document
            .descendants()
            .filter(move |node| node.has_tag_name((TASK, name)))
    };
    let one = |name: &'static str| all(name).next().and_then(|node| node.text()).unwrap();

    let days = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    let mut got = BTreeSet::new();
    for trigger in all("CalendarTrigger") {
        let inner = |name: &str| {
            trigger
                .descendants()
                .find(|node| node.has_tag_name((TASK, name)))
                .unwrap()
        };
        let begin: NaiveDateTime = inner("StartBoundary").text().unwrap().parse().unwrap();
        for day in inner("DaysOfWeek")
            .children()
            .filter(|node| node.is_element())
        {
            let number = days
                .iter()
                .position(|name| *name == day.tag_name().name())
                .unwrap();
            got.insert((number as u32 + 1, begin.format("%H:%M").to_string()));
        }
    }
    assert_eq!(got, wanted());
    assert_eq!(one("StartWhenAvailable"), "true");
    assert_eq!(one("ExecutionTimeLimit"), "PT0S", "no limit");
    assert_eq!(one("Command"), shop.program().to_str().unwrap());
    let folder = shop.folder.to_str().unwrap().replace('"', "\\\"");
    assert_eq!(one("Arguments"), format!("--data \"{folder}\""));
}

const TASK: &str = "http://schemas.microsoft.com/windows/2004/02/mit/task";

#[test]
fn the_agent_for_macos_reads_back_as_it_was_meant() {
    let shop = shop();
    let text =
        std::fs::read_to_string(write(&shop).join("launchd/app.kaizhang.agent.plist")).unwrap();
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..Default::default()
    };
    let document = roxmltree::Document::parse_with_options(&text, options).unwrap();
    let plist = value(document.root_element().first_element_child().unwrap());
    assert_eq!(plist["Label"], "app.kaizhang.agent");
    assert_eq!(
        plist["ProgramArguments"],
        json!([
            shop.program().to_str().unwrap(),
            "--data",
            shop.folder.to_str().unwrap()
        ])
    );
    let got: BTreeSet<(u32, String)> = plist["StartCalendarInterval"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let number = |name: &str| one[name].as_u64().unwrap() as u32;
            (
                number("Weekday"),
                format!("{:02}:{:02}", number("Hour"), number("Minute")),
            )
        })
        .collect();
    assert_eq!(got, wanted());
}

/// A property list as JSON.
fn value(node: roxmltree::Node<'_, '_>) -> Value {
    let mut children = node.children().filter(roxmltree::Node::is_element);
    match node.tag_name().name() {
        "string" => node.text().unwrap_or_default().into(),
        "integer" => node.text().unwrap().parse::<i64>().unwrap().into(),
        "array" => children.map(value).collect(),
        "dict" => {
            let mut object = serde_json::Map::new();
            while let Some(key) = children.next() {
                object.insert(
                    key.text().unwrap().to_owned(),
                    value(children.next().unwrap()),
                );
            }
            object.into()
        }
        other => panic!("{other} in a property list"),
    }
}

#[test]
fn units_are_explained_and_a_bad_place_is_refused() {
    let shop = shop();
    let readme = std::fs::read_to_string(write(&shop).join("README.txt")).unwrap();
    for part in [
        "Australia/Lord_Howe",
        "systemctl --user enable",
        "schtasks /create",
        "launchctl bootstrap",
        "不要了",
        "to undo",
    ] {
        assert!(readme.contains(part), "{part}");
    }
    let out = shop
        .command(&shop.program(), None)
        .args([
            "--data",
            shop.folder.to_str().unwrap(),
            "--write-units",
            "/proc/nowhere",
        ])
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(1));
}
