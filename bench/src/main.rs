//! The figures of the README, each as a ratio to something bare that is measured in the same run:
//! `make bench`. Absolute times depend on the machine and its mood; ratios travel.
//!
//! `kaizhang-bench KAIZHANG AGENT [WINDOW BARE_WINDOW]`: the built prompt, the agent and, with a screen, both windows.

#![allow(clippy::print_stdout, reason = "it prints its table")]
#![allow(clippy::disallowed_methods, reason = "measuring is reading the clock")]

mod history;
mod packs;
mod payment;
mod process;
mod reminding;
mod report;
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
    let [prompt, agent, windows @ ..] = args.as_slice() else {
        return Err("usage: kaizhang-bench KAIZHANG AGENT [WINDOW BARE_WINDOW]".into());
    };
    let mut table = Table { met: true };
    table.show(packs::memory()?);
    table.show([writing::mark_against_bare_commit()?]);
    let ten_years = tempfile::tempdir()?;
    let ten_days = tempfile::tempdir()?;
    table.show([writing::replay(ten_years.path())?]);
    writing::fill(ten_days.path(), 10)?;
    table.show(process::today(prompt, ten_years.path(), ten_days.path())?);
    let a_year = tempfile::tempdir()?;
    writing::fill(a_year.path(), 365)?;
    let years = (ten_years.path(), a_year.path());
    table.show(history::questions_on_ten_years(years.0, years.1)?);
    table.show(payment::photos()?);
    table.show([payment::first_aid(ten_years.path())?]);
    table.show(packs::pictures()?);
    table.show(report::table_against_browsers()?);
    let a_year = tempfile::tempdir()?;
    table.show([reminding::settle_a_year(a_year.path())?]);
    table.show(reminding::idle_agent(agent, a_year.path())?);
    if let [window, bare] = windows {
        table.show([process::window_start(window, bare, ten_years.path())?]);
    } else {
        println!("no screen: the start of the window is not measured");
    }
    Ok(table.met)
}

/// The table, shown line by line: what was measured is not lost when something later cannot be.
struct Table {
    /// Every bar so far was met.
    met: bool,
}

impl Table {
    fn show(&mut self, figures: impl IntoIterator<Item = Figure>) {
        for figure in figures {
            self.met &= figure.met;
            let met = if figure.met { "met   " } else { "MISSED" };
            println!(
                "{met}  {:<52} {:<44} bar {}",
                figure.what, figure.measured, figure.bar
            );
        }
    }
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
