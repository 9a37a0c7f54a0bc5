//! Talks SMTP (RFC 5321) for one letter.

use std::io::{self, Write as _};
use std::net::IpAddr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::line::Line;
use super::reply::{self, Reply};
use crate::channel::{MailServer, Security};
use crate::send::Limits;
use crate::{AlertError, roots};

/// Where in the talk a refusal came, since one status means different things at different places.
#[derive(Debug, Clone, Copy)]
enum Step {
    Greeting,
    StartTls,
    SignIn,
    Sender,
    Letter,
}

/// One talk with one server.
pub(crate) struct Talk<'a> {
    server: &'a MailServer,
    limits: &'a Limits,
    /// `None` only while the line changes to TLS.
    line: Option<Line>,
    /// What was read and not yet used.
    ahead: Vec<u8>,
}

impl<'a> Talk<'a> {
    pub(crate) fn new(server: &'a MailServer, limits: &'a Limits, line: Line) -> Talk<'a> {
        Talk {
            server,
            limits,
            line: Some(line),
            ahead: Vec::new(),
        }
    }

    /// Everything from the greeting to the last dot. The answer is whom the server would not take.
    pub(crate) fn hand_over(mut self, letter: &[u8]) -> Result<Vec<String>, AlertError> {
        if self.server.security == Security::Tls {
            self.secure()?;
        }
        let greeting = self.read_reply()?;
        self.want(Step::Greeting, greeting, 220)?;
        let mut abilities = self.greet()?;
        if self.server.security == Security::StartTls {
            if !can(&abilities, "STARTTLS") {
                return Err(AlertError::MailNoTls { host: self.host() });
            }
            self.ask(Step::StartTls, "STARTTLS", 220)?;
            // Words sent ahead in the plain could be anybody's and must not be taken for the server's own (CVE-2011-0411).
            if !self.ahead.is_empty() {
                return Err(AlertError::AnswerUnreadable { host: self.host() });
            }
            self.secure()?;
            abilities = self.greet()?;
        }
        self.sign_in(&abilities)?;
        let sender = format!("MAIL FROM:<{}>", self.server.from);
        self.ask(Step::Sender, &sender, 250)?;
        let left_out = self.name_recipients()?;
        self.ask(Step::Letter, "DATA", 354)?;
        self.write(&dotted(letter))?;
        let taken = self.read_reply()?;
        self.want(Step::Letter, taken, 250)?;
        // The letter is theirs; whether they hear the good-bye changes nothing.
        let _ = self.write(b"QUIT\r\n");
        Ok(left_out)
    }

    fn secure(&mut self) -> Result<(), AlertError> {
        let config = roots::client(&self.limits.extra_roots)
            .map_err(|error| AlertError::from_tls(&self.server.host, &error))?;
        let plain = self.line.take();
        let secured = plain
            .ok_or_else(|| io::ErrorKind::NotConnected.into())
            .and_then(|line| line.secure(&self.server.host, config));
        self.line = Some(secured.map_err(|error| self.failed(&error))?);
        Ok(())
    }

    /// EHLO; the answer is what the server can do.
    fn greet(&mut self) -> Result<Vec<String>, AlertError> {
        let name = match self.line.as_ref().and_then(Line::own_address) {
            Some(IpAddr::V4(ip)) => format!("[{ip}]"),
            Some(IpAddr::V6(ip)) => format!("[IPv6:{ip}]"),
            None => "[127.0.0.1]".to_owned(),
        };
        let reply = self.ask(Step::Greeting, &format!("EHLO {name}"), 250)?;
        Ok(reply.lines)
    }

    fn sign_in(&mut self, abilities: &[String]) -> Result<(), AlertError> {
        let (Some(user), Some(password)) = (&self.server.user, &self.server.password) else {
            return Ok(());
        };
        let ways: Vec<String> = abilities
            .iter()
            .filter_map(|line| line.strip_prefix("AUTH ").or(line.strip_prefix("AUTH=")))
            .flat_map(str::split_whitespace)
            .map(str::to_owned)
            .collect();
        let knows = |way: &str| ways.iter().any(|one| one == way);
        if knows("PLAIN") {
            let both = STANDARD.encode(format!("\0{user}\0{password}"));
            self.ask(Step::SignIn, &format!("AUTH PLAIN {both}"), 235)?;
        } else if knows("LOGIN") {
            self.ask(Step::SignIn, "AUTH LOGIN", 334)?;
            self.ask(Step::SignIn, &STANDARD.encode(user), 334)?;
            self.ask(Step::SignIn, &STANDARD.encode(password), 235)?;
        } else {
            return Err(AlertError::MailNoSignIn { host: self.host() });
        }
        Ok(())
    }

    /// Names everybody. The letter goes to those who are taken; it fails only when nobody is, and then it is tried again
    /// if anybody was refused only for now.
    fn name_recipients(&mut self) -> Result<Vec<String>, AlertError> {
        let mut left_out = Vec::new();
        let (mut later, mut never) = (None, None);
        for to in &self.server.to {
            self.write(format!("RCPT TO:<{to}>\r\n").as_bytes())?;
            match self.read_reply()?.status {
                250 | 251 => continue,
                // The server hangs up with this one, whoever was named.
                421 => return Err(self.busy(421)),
                status @ 400..500 => later = Some(status),
                status @ 500..600 => never = Some(status),
                _ => return Err(AlertError::AnswerUnreadable { host: self.host() }),
            }
            left_out.push(to.clone());
        }
        if left_out.len() < self.server.to.len() {
            return Ok(left_out);
        }
        Err(match later {
            Some(status) => self.busy(status),
            None => AlertError::MailRecipientRefused {
                host: self.host(),
                status: never.unwrap_or_default(),
            },
        })
    }

    fn ask(&mut self, step: Step, line: &str, wanted: u16) -> Result<Reply, AlertError> {
        self.write(format!("{line}\r\n").as_bytes())?;
        let reply = self.read_reply()?;
        self.want(step, reply, wanted)
    }

    fn want(&self, step: Step, reply: Reply, wanted: u16) -> Result<Reply, AlertError> {
        let (host, status) = (self.host(), reply.status);
        Err(match (step, status) {
            _ if status == wanted => return Ok(reply),
            (_, 400..500) => self.busy(status),
            (Step::StartTls, 500..600) => AlertError::MailNoTls { host },
            (Step::SignIn, 500..600) => AlertError::MailSignInRefused { host, status },
            (_, 500..600) => AlertError::MailRefused { host, status },
            _ => AlertError::AnswerUnreadable { host },
        })
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), AlertError> {
        let line = self.line.as_mut();
        let written = line
            .ok_or_else(|| io::ErrorKind::NotConnected.into())
            .and_then(|line| line.write_all(bytes).and_then(|()| line.flush()));
        written.map_err(|error| self.failed(&error))
    }

    fn read_reply(&mut self) -> Result<Reply, AlertError> {
        let line = self.line.as_mut();
        let reply = line
            .ok_or_else(|| io::ErrorKind::NotConnected.into())
            .and_then(|line| reply::read(line, &mut self.ahead));
        reply.map_err(|error| self.failed(&error))
    }

    fn failed(&self, error: &io::Error) -> AlertError {
        AlertError::from_io(&self.server.host, self.limits.total, error)
    }

    fn busy(&self, status: u16) -> AlertError {
        AlertError::MailBusy {
            host: self.host(),
            status,
        }
    }

    fn host(&self) -> String {
        self.server.host.clone()
    }
}

fn can(abilities: &[String], what: &str) -> bool {
    abilities.iter().any(|line| line == what)
}

/// The letter as it goes over the line: a dot that begins a line is doubled, and a dot alone ends it.
fn dotted(letter: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(letter.len() + 16);
    let mut at_start = true;
    for byte in letter {
        if at_start && *byte == b'.' {
            out.push(b'.');
        }
        out.push(*byte);
        at_start = *byte == b'\n';
    }
    if !at_start {
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b".\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_dot_ends_a_letter() {
        let check = |letter: &str, sent: &str| {
            assert_eq!(dotted(letter.as_bytes()), sent.as_bytes());
        };
        check("", ".\r\n");
        check("a\r\n", "a\r\n.\r\n");
        check("a", "a\r\n.\r\n");
        check(".\r\n..\r\na.b\r\n.", "..\r\n...\r\na.b\r\n..\r\n.\r\n");
    }
}
