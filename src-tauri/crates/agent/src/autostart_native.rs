//! Autostart on Windows (the user's `Run` key) and macOS (a launch agent). Not tried on either.

use std::io;

use auto_launch::{AutoLaunch, AutoLaunchBuilder};

/// Writes the entry.
pub(super) fn write(name: &str, program: &str, folder: &str) -> io::Result<()> {
    // Windows keeps one command line, in which a path with a space needs quotation marks; a path cannot contain any.
    let quoted = |path: &str| {
        if cfg!(windows) {
            format!("\"{path}\"")
        } else {
            path.to_owned()
        }
    };
    let entry = entry(
        name,
        &quoted(program),
        &["--data".to_owned(), quoted(folder)],
    )?;
    entry.enable().map_err(io::Error::other)
}

/// Takes the entry away.
pub(super) fn remove(name: &str) -> io::Result<()> {
    entry(name, "kaizhang-agent", &[])?
        .disable()
        .map_err(io::Error::other)
}

fn entry(name: &str, program: &str, args: &[String]) -> io::Result<AutoLaunch> {
    AutoLaunchBuilder::new()
        .set_app_name(name)
        .set_app_path(program)
        .set_args(args)
        .build()
        .map_err(io::Error::other)
}
