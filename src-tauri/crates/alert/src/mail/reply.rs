//! Reads what a mail server says, with a limit on everything it could go on with forever.

use std::io::{self, Read};

/// A reply line has 512 bytes by the rules; some servers write more.
const LINE_LIMIT: usize = 4 * 1024;
/// A reply has a handful of lines.
const REPLY_LIMIT: usize = 64 * 1024;

/// What the server said: a status and its words in capitals, of which only those count that list what it can do.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) lines: Vec<String>,
}

/// Reads one reply: lines of `250-…` and a last one of `250 …`. `ahead` keeps what was read beyond it.
pub(crate) fn read(line: &mut impl Read, ahead: &mut Vec<u8>) -> io::Result<Reply> {
    let unreadable = || io::Error::from(io::ErrorKind::InvalidData);
    let mut reply = Reply {
        status: 0,
        lines: Vec::new(),
    };
    let mut length = 0;
    loop {
        let text = read_line(line, ahead)?;
        length += text.len();
        let (status, rest) = text.split_at_checked(3).ok_or_else(unreadable)?;
        let status = status.parse().map_err(|_| unreadable())?;
        let same = reply.lines.is_empty() || reply.status == status;
        if !same || !(200..600).contains(&status) || length > REPLY_LIMIT {
            return Err(unreadable());
        }
        reply.status = status;
        let (more, words) = match rest.as_bytes().first() {
            None => (false, ""),
            Some(b' ') => (false, &rest[1..]),
            Some(b'-') => (true, &rest[1..]),
            Some(_) => return Err(unreadable()),
        };
        reply.lines.push(words.to_ascii_uppercase());
        if !more {
            return Ok(reply);
        }
    }
}

/// One line without its end. Bytes that are no UTF-8 stay readable enough: only digits and keywords matter.
fn read_line(line: &mut impl Read, ahead: &mut Vec<u8>) -> io::Result<String> {
    loop {
        if let Some(end) = ahead.iter().position(|byte| *byte == b'\n') {
            let rest = ahead.split_off(end + 1);
            let line = std::mem::replace(ahead, rest);
            return Ok(String::from_utf8_lossy(&line).trim_end().to_owned());
        }
        if ahead.len() > LINE_LIMIT {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut buffer = [0; 1024];
        match line.read(&mut buffer) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => ahead.extend_from_slice(&buffer[..count]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(said: &[u8], expected: Result<(u16, &[&str]), io::ErrorKind>) {
        let got = read(&mut { said }, &mut Vec::new());
        match (got, expected) {
            (Ok(reply), Ok((status, lines))) => {
                assert_eq!(
                    (reply.status, reply.lines.as_slice()),
                    (status, &owned(lines)[..])
                );
            }
            (Err(error), Err(kind)) => assert_eq!(error.kind(), kind),
            (got, expected) => panic!("{got:?} instead of {expected:?}"),
        }
    }

    fn owned(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|line| (*line).to_owned()).collect()
    }

    #[test]
    fn replies_are_read_or_refused() {
        check(b"250 ok\r\n", Ok((250, &["OK"])));
        check(b"250\n", Ok((250, &[""])));
        check(
            b"250-a\r\n250-\r\n250 b\r\nrest",
            Ok((250, &["A", "", "B"])),
        );
        check("220 你好\r\n".as_bytes(), Ok((220, &["你好"])));
        let unreadable = Err(io::ErrorKind::InvalidData);
        for bad in [
            "\r\n",
            "25\r\n",
            "250x\r\n",
            "99 x\r\n",
            "600 x\r\n",
            "+25 x\r\n",
            "一二 x\r\n",
            "250-a\r\n251 b\r\n",
        ] {
            check(bad.as_bytes(), unreadable);
        }
        check(&b"2".repeat(LINE_LIMIT + 1024), unreadable);
        check(&b"250-x\r\n".repeat(REPLY_LIMIT), unreadable);
        for half in ["", "250", "250-a\r\n"] {
            check(half.as_bytes(), Err(io::ErrorKind::UnexpectedEof));
        }
    }
}
