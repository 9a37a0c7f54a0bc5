//! Files that are brought in: `--attach`.

use std::fs::{self, File};
use std::path::Path;

use kaizhang_app::{App, Caller, FileSource, MOST_FILES, Offered, Refusal};
use kaizhang_words::args;
use serde_json::Value;

use crate::context::Context;
use crate::failure::Failure;
use crate::print::plain;

/// What was brought in.
#[derive(Debug, Default)]
pub(crate) struct Brought {
    /// For the command that names them.
    pub(crate) ids: Vec<Value>,
    /// One line for each, for people.
    pub(crate) said: Vec<String>,
}

/// Brings all of these files in. None is taken while one of them cannot be.
pub(crate) fn attach_all(
    context: &Context,
    app: &App,
    files: &[String],
) -> Result<Brought, Failure> {
    if files.len() > MOST_FILES {
        return Err(Refusal::with("too_many_files", "max", MOST_FILES).into());
    }
    for file in files {
        plain_file(file)?;
    }
    let mut brought = Brought::default();
    for file in files {
        let attached = attach(app, &context.caller(), file)?;
        if !context.json() {
            let name = plain(attached["name"].as_str().unwrap_or_default());
            let said = context
                .words()
                .say_with("cli-attached", &args!["name" => name]);
            brought.said.push(said);
        }
        brought.ids.push(attached["id"].clone());
    }
    Ok(brought)
}

/// Brings a file into the store. Only plain files are read: a pipe or a device has no end.
pub(crate) fn attach(app: &App, caller: &Caller, file: &str) -> Result<Value, Failure> {
    plain_file(file)?;
    let path = Path::new(file);
    let mut source = File::open(path).map_err(|_| unreadable(file))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let offered = Offered {
        name: &name,
        source: Some(FileSource::File),
    };
    Ok(app.attach(caller, &offered, &mut source)?)
}

/// A link is not followed: what it points at is not what was named.
fn plain_file(file: &str) -> Result<(), Refusal> {
    let plain = fs::symlink_metadata(file).is_ok_and(|meta| meta.is_file());
    if plain { Ok(()) } else { Err(unreadable(file)) }
}

fn unreadable(file: &str) -> Refusal {
    Refusal::with("attachment_unreadable", "path", file)
}
