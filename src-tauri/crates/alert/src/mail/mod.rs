//! E-mail: the letter, the line to the server, and the talk over it.
//!
//! The talk is our own because of the limits: lettre's bounds every read by itself, so a server that sends one byte a
//! second can hold it for hours, and it reads an answer of any length. The letter is our own because what is left of
//! lettre then takes a subject like `=?utf-8?B?eA==?=` for an encoding and not for what somebody typed.

mod letter;
mod line;
mod reply;
mod talk;

use chrono::{DateTime, Utc};

use crate::channel::MailServer;
use crate::deadline::Deadline;
use crate::send::Limits;
use crate::{AlertError, Message};
use line::Line;
use talk::Talk;

/// Hands a message to the owner's mail server. The answer is whom the server would not take.
pub(crate) fn deliver(
    server: &MailServer,
    message: &Message,
    now: DateTime<Utc>,
    limits: &Limits,
) -> Result<Vec<String>, AlertError> {
    let letter = letter::write(server, message, now);
    let deadline = Deadline::after(limits.total);
    let line = Line::open(server, deadline)
        .map_err(|error| AlertError::from_io(&server.host, limits.total, &error))?;
    Talk::new(server, limits, line).hand_over(&letter)
}
