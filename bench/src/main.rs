//! The figures of the README, each as a ratio to something bare that is measured in the same run:
//! `make bench`. Absolute times depend on the machine and its mood; ratios travel.
//!
//! `kaizhang-bench KAIZHANG [WINDOW BARE_WINDOW]`: the built prompt and, with a screen, both windows.

#![allow(clippy::print_stdout, reason = "it prints its table")]
#![allow(clippy::disallowed_methods, reason = "measuring is reading the clock")]

mod process;
mod writing;

use std::path::PathBuf;
use std::process::ExitCode;

/// One line of the table.
pub(crate) struct Figure {
    what: &'static str,
    measured: String,
    bar: &'static str,
    met: bool,
}

type Answer<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            println!("kaizhang-bench: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Answer<bool> {
    let args: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let prompt = args
        .first()
        .ok_or("usage: kaizhang-bench KAIZHANG [WINDOW BARE_WINDOW]")?;
    let mut figures = vec![writing::mark_against_bare_commit()?];
    let ten_years = tempfile::tempdir()?;
    let ten_days = tempfile::tempdir()?;
    figures.push(writing::replay(ten_years.path())?);
    writing::fill(ten_days.path(), 10)?;
    figures.extend(process::today(prompt, ten_years.path(), ten_days.path())?);
    if let [_, window, bare] = args.as_slice() {
        figures.push(process::window_start(window, bare, ten_years.path())?);
    } else {
        println!("no screen: the start of the window is not measured");
    }
    for figure in &figures {
        let met = if figure.met { "met   " } else { "MISSED" };
        println!(
            "{met}  {:<52} {:<44} bar {}",
            figure.what, figure.measured, figure.bar
        );
    }
    Ok(figures.iter().all(|figure| figure.met))
}

/// The value below which `share` of the samples lie.
pub(crate) fn quantile(samples: &mut [f64], share: f64) -> f64 {
    samples.sort_by(f64::total_cmp);
    let last = samples.len().saturating_sub(1);
    samples
        .get((last as f64 * share).round() as usize)
        .copied()
        .unwrap_or(f64::NAN)
}
