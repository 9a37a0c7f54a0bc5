//! Writes the e-mail itself. Everything that a person typed is encoded, so that no line of it can be read as a header, a
//! command or an encoding of its own, no line is too long, and every server passes it on as it is.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};

use crate::Message;
use crate::channel::MailServer;

/// A line of a letter has 76 characters by MIME's rules.
const LINE: usize = 76;
/// What fits into one encoded word of a header: with its frame, a word has at most 75 characters.
const WORD_BYTES: usize = 45;

/// The letter, in ASCII and with CRLF line ends. Its id is the message's, so that a mail server or a mailbox can drop a
/// second one.
pub(crate) fn write(server: &MailServer, message: &Message, now: DateTime<Utc>) -> Vec<u8> {
    let domain = server
        .from
        .rsplit_once('@')
        .map_or("localhost", |(_, domain)| domain);
    let headers = [
        (
            "Date",
            now.format("%a, %d %b %Y %H:%M:%S +0000").to_string(),
        ),
        ("From", sender(&message.shop_line(), &server.from)),
        ("To", server.to.join(",\r\n ")),
        ("Subject", words(&message.title_line())),
        ("Message-ID", format!("<{}@{domain}>", message.id())),
        // Keeps other people's "I am on holiday" from answering a machine.
        ("Auto-Submitted", "auto-generated".to_owned()),
        ("MIME-Version", "1.0".to_owned()),
        ("Content-Type", "text/plain; charset=utf-8".to_owned()),
        ("Content-Transfer-Encoding", "base64".to_owned()),
    ];
    let mut letter = String::new();
    for (name, value) in headers {
        letter.push_str(&format!("{name}: {value}\r\n"));
    }
    let body = STANDARD.encode(message.body().replace('\n', "\r\n"));
    letter.push_str("\r\n");
    let mut rest = body.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(LINE));
        letter.push_str(line);
        letter.push_str("\r\n");
        rest = after;
    }
    letter.into_bytes()
}

fn sender(name: &str, address: &str) -> String {
    if name.is_empty() {
        return address.to_owned();
    }
    format!("{}\r\n <{address}>", words(name))
}

/// A header's text: a few plain words as they are, everything else as encoded words (RFC 2047).
fn words(text: &str) -> String {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || sign == ' ';
    if text.len() <= WORD_BYTES && text.chars().all(plain) {
        return text.to_owned();
    }
    let mut encoded: Vec<String> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (word, after) = rest.split_at(rest.floor_char_boundary(WORD_BYTES));
        encoded.push(format!("=?UTF-8?B?{}?=", STANDARD.encode(word)));
        rest = after;
    }
    encoded.join("\r\n ")
}
