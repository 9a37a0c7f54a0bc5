//! What a verb has to say in the end, and the exit code that goes with it.

use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;

use crate::failure::Failure;

/// Done, everything in order.
pub(crate) const DONE: u8 = 0;
/// Refused, or a defect found.
pub(crate) const REFUSED: u8 = 1;
/// Wrong usage.
pub(crate) const USAGE: u8 = 2;
/// The data folder cannot be used.
pub(crate) const FOLDER: u8 = 3;

/// The text for standard output and the exit code.
#[derive(Debug)]
pub(crate) struct Answer {
    text: String,
    pub(crate) exit: ExitCode,
}

impl Answer {
    /// Words for a person; done.
    pub(crate) fn text(text: impl Into<String>) -> Answer {
        let mut text = text.into();
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        Answer {
            text,
            exit: ExitCode::from(DONE),
        }
    }

    /// One JSON value in one line; done.
    pub(crate) fn json(value: &impl Serialize) -> Result<Answer, Failure> {
        let text = serde_json::to_string(value).map_err(io::Error::from)?;
        Ok(Answer::text(text))
    }

    /// The same words with another exit code.
    pub(crate) fn with_exit(mut self, code: u8) -> Answer {
        self.exit = ExitCode::from(code);
        self
    }

    /// Writes the text to standard output.
    pub(crate) fn write(&self) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        let written = out
            .write_all(self.text.as_bytes())
            .and_then(|()| out.flush());
        match written {
            // `kaizhang history | head` has read what it wanted.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => Ok(written?),
        }
    }
}
