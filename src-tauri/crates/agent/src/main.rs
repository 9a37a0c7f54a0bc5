//! The small program that stays when the window is closed: it watches the clock, reminds, and starts the window when it is
//! wanted. It draws nothing itself, so that it costs next to nothing all day.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test fails by panicking"
    )
)]

mod agent;
mod args;
mod autostart;
mod face;
mod files;
mod icon;
mod journal;
mod own;
mod reminding;
mod seat;
#[cfg(target_os = "linux")]
mod session;
#[cfg(unix)]
mod signals;
#[cfg(target_os = "linux")]
mod tray;
#[cfg(not(target_os = "linux"))]
#[path = "no_tray.rs"]
mod tray;
mod units;
mod window;

use std::path::PathBuf;
use std::process::ExitCode;

use args::{Args, Wish};
use kaizhang_app::{App, Refusal};
use kaizhang_words::{Lang, Words};

/// Refused, as at the prompt.
const REFUSED: u8 = 1;
/// Wrong usage.
const USAGE: u8 = 2;
/// The data folder cannot be used.
const FOLDER: u8 = 3;

fn main() -> ExitCode {
    let args = match args::read(std::env::args_os().skip(1)) {
        Ok(Wish::Stay(args)) => args,
        Ok(Wish::Tell(text)) => {
            args::tell(&text);
            return ExitCode::SUCCESS;
        }
        Err(text) => {
            args::complain(&text);
            return ExitCode::from(USAGE);
        }
    };
    let lang = args.lang.unwrap_or_else(Lang::of_this_process);
    match run(args, lang) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            args::complain(&failure.text);
            ExitCode::from(failure.code)
        }
    }
}

/// Why this program ends with something else than 0.
struct Failure {
    code: u8,
    text: String,
}

impl Failure {
    fn refused(refusal: &Refusal, lang: Lang) -> Self {
        let about_the_folder = refusal.is_about_the_folder();
        Self {
            code: if about_the_folder { FOLDER } else { REFUSED },
            text: Words::new(lang).refusal_text(&refusal.code, &refusal.params),
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(cause: std::io::Error) -> Self {
        Self {
            code: REFUSED,
            text: format!("没能运行。 This did not work: {cause}"),
        }
    }
}

fn run(args: Args, lang: Lang) -> Result<(), Failure> {
    let folder = std::path::absolute(args.data.unwrap_or_else(kaizhang_app::default_folder))?;
    let own = own::Own::find()?;
    if let Some(to) = args.write_units {
        return write_units(&folder, &to, &own, lang);
    }
    if !folder.exists() {
        // Makes the folder as everybody else would, with its rights and its default shop.
        App::open(&folder).map_err(|refusal| Failure::refused(&refusal, lang))?;
    }
    let seat = seat::Seat::take(&folder).map_err(|cause| Failure {
        code: FOLDER,
        text: format!(
            "用不了这个文件夹。 This folder cannot be used: {}: {cause}",
            folder.display()
        ),
    })?;
    let Some(seat) = seat else {
        // Another agent serves this folder; that is all that was wanted.
        return Ok(());
    };
    journal::begin();
    journal::note_panics();
    let ended = agent::Agent::begin(folder, args.lang, own)?.stay();
    drop(seat);
    match ended {
        agent::Ended::Done => Ok(()),
        agent::Ended::Replaced(own) => Err(own.run_again().into()),
    }
}

fn write_units(
    folder: &std::path::Path,
    to: &std::path::Path,
    own: &own::Own,
    lang: Lang,
) -> Result<(), Failure> {
    let app = App::open(folder).map_err(|refusal| Failure::refused(&refusal, lang))?;
    let plan = units::plan(&app, own.path(), folder)
        .map_err(|refusal| Failure::refused(&refusal, lang))?;
    let written: Vec<PathBuf> = units::write(&plan, to)?;
    for path in written {
        args::tell(&format!("{}\n", path.display()));
    }
    Ok(())
}
