//! The duty loop: a year of absence put on record, and what the agent takes while nothing happens.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use kaizhang_app::duty::{Duty, Holder};
use kaizhang_app::{App, OpenOptions, Outside};
use serde_json::{Value, json};

use crate::writing::call;
use crate::{Answer, Figure};

/// How long the idle agent is watched.
const WATCHED: Duration = Duration::from_secs(90);

/// A clock that is set by hand.
struct Staged {
    millis: AtomicI64,
    drawn: AtomicU64,
}

impl Outside for Staged {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.millis.load(Ordering::Relaxed)).unwrap_or_default()
    }

    fn on_for(&self) -> Duration {
        Duration::from_millis(self.millis.load(Ordering::Relaxed).unsigned_abs())
    }

    fn chance(&self, bytes: &mut [u8]) {
        let mut n = self.drawn.fetch_add(1, Ordering::Relaxed);
        for byte in bytes {
            n = n.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1);
            *byte = (n >> 56) as u8;
        }
    }
}

/// One look of the loop after a year in which the PC was off, three tills. The year ends now.
pub(crate) fn settle_a_year(folder: &Path) -> Answer<Figure> {
    let year = TimeDelta::days(365).num_milliseconds();
    let outside = Arc::new(Staged {
        millis: AtomicI64::new(Utc::now().timestamp_millis() - year),
        drawn: AtomicU64::new(1),
    });
    let shared = || Arc::clone(&outside) as Arc<dyn Outside>;
    let app =
        App::open_with(folder, OpenOptions::default(), shared()).map_err(|refusal| refusal.code)?;
    let tills: Vec<Value> = (1..=3)
        .map(|n| json!({ "id": format!("till-{n}"), "name": "" }))
        .collect();
    let shop = json!({ "name": "店", "lanes": ["card", "qr", "cash"], "tills": tills, "zone": "Asia/Shanghai" });
    call(&app, "set_up_shop", shop)?;
    let duty = Duty::start_with(folder, Holder::Agent, shared(), |_| ())?;
    duty.look();
    outside.millis.fetch_add(year, Ordering::Relaxed);
    let begin = Instant::now();
    duty.look();
    let took = begin.elapsed().as_secs_f64() * 1e3;
    let page = call(&app, "list_history", Value::Null)?;
    let days = page["days"].as_array().map_or(0, Vec::len);
    Ok(Figure {
        what: "a year of absence put on record, three tills",
        measured: format!("{took:.0} ms ({days} days of a till)"),
        bar: "≤ 200 ms",
        met: took <= 200.0 && days > 1_000,
    })
}

/// Proportional memory and processor time of an agent that has nothing to do.
pub(crate) fn idle_agent(agent: &Path, folder: &Path) -> Answer<[Figure; 2]> {
    let mut child = Command::new(agent)
        .arg("--data")
        .arg(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let seen = watch(&child);
    child.kill()?;
    child.wait()?;
    let (pss_mb, share) = seen?;
    Ok([
        Figure {
            what: "the idle agent's memory (PSS)",
            measured: format!("{pss_mb:.1} MB"),
            bar: "≤ 15 MB",
            met: pss_mb <= 15.0,
        },
        Figure {
            what: "the idle agent's share of a core",
            measured: format!("{:.3} % over {} s", share * 100.0, WATCHED.as_secs()),
            bar: "≤ 0.1 %",
            met: share <= 0.001,
        },
    ])
}

fn watch(child: &Child) -> Answer<(f64, f64)> {
    // The start itself is not idleness.
    thread::sleep(Duration::from_secs(5));
    let before = processor_seconds(child)?;
    thread::sleep(WATCHED);
    let used = processor_seconds(child)? - before;
    let rollup = std::fs::read_to_string(format!("/proc/{}/smaps_rollup", child.id()))?;
    let pss = rollup
        .lines()
        .find_map(|line| line.strip_prefix("Pss:"))
        .and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok())
        .ok_or("no PSS")?;
    Ok((pss / 1024.0, used / WATCHED.as_secs_f64()))
}

/// User and system time, fields 14 and 15 of `/proc/PID/stat` in ticks of 10 ms; see proc(5).
fn processor_seconds(child: &Child) -> Answer<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", child.id()))?;
    let rest = stat.rsplit_once(')').ok_or("no stat")?.1;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let ticks = |n: usize| fields.get(n).and_then(|text| text.parse::<f64>().ok());
    Ok((ticks(11).ok_or("no time")? + ticks(12).ok_or("no time")?) / 100.0)
}
