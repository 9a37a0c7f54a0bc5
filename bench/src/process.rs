//! Whole processes: the prompt, and the start of the window.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::{Answer, Figure, quantile};

const RUNS: usize = 41;
const STARTS: usize = 7;

fn today_once(prompt: &Path, folder: &Path) -> Answer<f64> {
    let begin = Instant::now();
    let status = Command::new(prompt)
        .args(["--json", "today", "--data"])
        .arg(folder)
        .stdout(Stdio::null())
        .status()?;
    if !status.success() {
        return Err("today failed".into());
    }
    Ok(begin.elapsed().as_secs_f64() * 1e3)
}

/// `kaizhang today` in turn on ten years and on ten days.
pub(crate) fn today(prompt: &Path, ten_years: &Path, ten_days: &Path) -> Answer<[Figure; 2]> {
    let (mut long, mut short) = (Vec::new(), Vec::new());
    for run in 0..=RUNS {
        let (one, other) = (
            today_once(prompt, ten_years)?,
            today_once(prompt, ten_days)?,
        );
        // The first pair only warms the disk cache.
        if run > 0 {
            long.push(one);
            short.push(other);
        }
    }
    let (long, short) = (quantile(&mut long, 0.5), quantile(&mut short, 0.5));
    Ok([
        Figure {
            what: "`today`, ten years of three tills against ten days",
            measured: format!("{:.2} × ({long:.1} ms / {short:.1} ms)", long / short),
            bar: "≤ 1.5 ×",
            met: long <= 1.5 * short,
        },
        Figure {
            what: "`today` on ten years, whole process",
            measured: format!("{long:.1} ms"),
            bar: "≤ 30 ms",
            met: long <= 30.0,
        },
    ])
}

/// Milliseconds from the start of the process to the line `interactive N`, measured from outside.
fn start_once(program: &Path, folder: &Path) -> Answer<f64> {
    let begin = Instant::now();
    let mut child = Command::new(program)
        .arg("--data")
        .arg(folder)
        .env("KAIZHANG_BENCH_START", "1")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let out = child.stdout.take().ok_or("no output")?;
    let mut took = None;
    for line in BufReader::new(out).lines() {
        if line?.starts_with("interactive") {
            took = Some(begin.elapsed().as_secs_f64() * 1e3);
            break;
        }
    }
    child.kill()?;
    child.wait()?;
    took.ok_or_else(|| format!("{} ended without becoming interactive", program.display()).into())
}

/// Our window with its checklist against a bare window, in turn.
pub(crate) fn window_start(window: &Path, bare: &Path, folder: &Path) -> Answer<Figure> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for run in 0..=STARTS {
        let (one, other) = (start_once(window, folder)?, start_once(bare, folder)?);
        if run > 0 {
            ours.push(one);
            theirs.push(other);
        }
    }
    let (ours, theirs) = (quantile(&mut ours, 0.5), quantile(&mut theirs, 0.5));
    Ok(Figure {
        what: "window to interactive checklist against a bare window",
        measured: format!("{:.2} × ({ours:.0} ms / {theirs:.0} ms)", ours / theirs),
        bar: "≤ 1.3 ×",
        met: ours <= 1.3 * theirs,
    })
}
