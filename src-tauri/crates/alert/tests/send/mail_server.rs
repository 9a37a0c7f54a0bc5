//! A mail server that knows the rules, and breaks those it is told to.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use rustls::ServerConfig;

use crate::server::{Server, Wire, dribble, flood, secured, serve, wait_for_the_end};

/// What the server says at each place. The rest it does by the rules.
#[derive(Clone)]
pub struct Rules {
    pub greeting: Said,
    pub abilities: &'static str,
    pub sign_in: &'static str,
    pub sender: &'static str,
    /// In the order in which recipients are named; the last one stays.
    pub recipients: &'static [&'static str],
    pub data: &'static str,
    pub taken: &'static str,
    /// Hangs up in the middle of the letter.
    pub drops: bool,
    /// What follows STARTTLS's own answer in the same breath.
    pub ahead: &'static str,
    pub tls_at_once: bool,
    pub config: Option<Arc<ServerConfig>>,
}

#[derive(Clone, Copy)]
pub enum Said {
    Line(&'static str),
    Nothing,
    ByteByByte,
    Endless,
    HangsUp,
}

pub fn by_the_rules() -> Rules {
    Rules {
        greeting: Said::Line("220-mail.example\r\n220 ESMTP"),
        abilities: "250-mail.example\r\n250-AUTH LOGIN PLAIN\r\n250 8BITMIME",
        sign_in: "235 2.7.0 welcome",
        sender: "250 2.1.0 ok",
        recipients: &["250 2.1.5 ok"],
        data: "354 go on",
        taken: "250 2.0.0 queued",
        drops: false,
        ahead: "",
        tls_at_once: false,
        config: None,
    }
}

impl Rules {
    pub fn serve(self) -> Server {
        serve(move |socket| {
            let _ = socket.set_read_timeout(Some(Duration::from_secs(30)));
            let mut heard = String::new();
            // A client that hangs up ends the talk wherever it is.
            let _ = self.talk(socket, &mut heard);
            heard
        })
    }

    fn talk(&self, socket: TcpStream, heard: &mut String) -> std::io::Result<()> {
        if self.tls_at_once {
            let config = self.config.as_ref().unwrap();
            return self.greet(&mut secured(socket, config), None, heard);
        }
        let second = socket.try_clone()?;
        self.greet(&mut { socket }, Some(second), heard)
    }

    fn greet(
        &self,
        wire: &mut impl Wire,
        socket: Option<TcpStream>,
        heard: &mut String,
    ) -> std::io::Result<()> {
        match self.greeting {
            Said::Line(line) => say(wire, line)?,
            Said::Nothing => wait_for_the_end(wire),
            Said::ByteByByte => dribble(wire, b"220-hello\r\n"),
            Said::Endless => {
                flood(wire, &[b'2'; 1024]);
            }
            Said::HangsUp => return Ok(()),
        }
        self.commands(wire, socket, heard)
    }

    fn commands(
        &self,
        wire: &mut impl Wire,
        socket: Option<TcpStream>,
        heard: &mut String,
    ) -> std::io::Result<()> {
        let mut recipients = self.recipients.iter();
        let mut last = *recipients.next().unwrap();
        loop {
            let line = read_line(wire)?;
            heard.push_str(&line);
            let line = line.trim_end();
            match line.split(' ').next().unwrap_or_default() {
                "EHLO" => say(wire, self.abilities)?,
                "STARTTLS" => {
                    say(wire, &format!("220 go on{}", self.ahead))?;
                    let mut secured = secured(socket.unwrap(), self.config.as_ref().unwrap());
                    return self.commands(&mut secured, None, heard);
                }
                "AUTH" if line == "AUTH LOGIN" => {
                    for prompt in ["334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6"] {
                        say(wire, prompt)?;
                        heard.push_str(&read_line(wire)?);
                    }
                    say(wire, self.sign_in)?;
                }
                "AUTH" => say(wire, self.sign_in)?,
                "MAIL" => say(wire, self.sender)?,
                "RCPT" => {
                    say(wire, last)?;
                    last = recipients.next().unwrap_or(&last);
                }
                "DATA" => {
                    say(wire, self.data)?;
                    if self.drops {
                        read_line(wire)?;
                        return Ok(());
                    }
                    heard.push_str(&read_letter(wire)?);
                    say(wire, self.taken)?;
                }
                "QUIT" => return say(wire, "221 bye"),
                _ => say(wire, "500 what?")?,
            }
        }
    }
}

fn say(wire: &mut impl Write, line: &str) -> std::io::Result<()> {
    wire.write_all(format!("{line}\r\n").as_bytes())?;
    wire.flush()
}

/// Byte by byte, so that nothing behind STARTTLS is taken from TLS.
fn read_line(wire: &mut impl Read) -> std::io::Result<String> {
    let mut line = Vec::new();
    let mut byte = [0];
    while !line.ends_with(b"\r\n") {
        wire.read_exact(&mut byte)?;
        line.push(byte[0]);
        // No line between servers is longer, and ours must keep to it.
        assert!(line.len() <= 1_000, "a line too long");
    }
    Ok(String::from_utf8(line).unwrap())
}

/// The letter with its doubled dots made single again, between two marks.
fn read_letter(wire: &mut impl Read) -> std::io::Result<String> {
    let mut letter = "<<<".to_owned();
    loop {
        let line = read_line(wire)?;
        if line == ".\r\n" {
            return Ok(letter + ">>>");
        }
        letter.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}
