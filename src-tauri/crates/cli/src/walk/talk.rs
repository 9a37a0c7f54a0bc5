//! Saying and hearing: whole lines out, whole lines in.

use std::io::{BufRead, Read, Write};

use kaizhang_words::{Args, args};

use super::Walk;
use crate::failure::Failure;
use crate::print::plain;

/// Longest answer that is read; the app takes less and says so.
const ANSWER_LIMIT: u64 = 1 << 20;

impl<R: BufRead, W: Write + ?Sized> Walk<'_, R, W> {
    pub(super) fn tell(&mut self, line: &str) -> Result<(), Failure> {
        Ok(writeln!(self.out, "{line}")?)
    }

    pub(super) fn say(&mut self, key: &str) -> Result<(), Failure> {
        self.tell(&self.words().say(key))
    }

    pub(super) fn say_with(&mut self, key: &str, args: &Args) -> Result<(), Failure> {
        self.tell(&self.words().say_with(key, args))
    }

    /// Asks, and reads one line without the spaces around it; `None` when no more will come.
    pub(super) fn ask(&mut self, question: &str) -> Result<Option<String>, Failure> {
        let gap = if question.ends_with('：') { "" } else { " " };
        loop {
            write!(self.out, "{question}{gap}")?;
            self.out.flush()?;
            let Some(bytes) = self.line()? else {
                self.tell("")?;
                return Ok(None);
            };
            self.heard = true;
            let too_long = bytes.len() as u64 == ANSWER_LIMIT && !bytes.ends_with(b"\n");
            match String::from_utf8(bytes) {
                Ok(answer) if !too_long => return Ok(Some(answer.trim().to_owned())),
                // Evidence must read as it was typed, so nothing is guessed into it or cut off.
                Ok(answer) => self.not_understood(&answer)?,
                Err(error) => {
                    self.not_understood(String::from_utf8_lossy(error.as_bytes()).trim())?;
                }
            }
        }
    }

    /// The next line, or as much of it as an answer can hold; the rest of it is dropped, or its end
    /// would be taken for the next answer. `None` at the end of the input.
    fn line(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        let mut bytes = Vec::new();
        let mut part = self.input.by_ref().take(ANSWER_LIMIT);
        if part.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        let mut whole = bytes.ends_with(b"\n") || (bytes.len() as u64) < ANSWER_LIMIT;
        while !whole {
            let buffer = self.input.fill_buf()?;
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(buffer.len(), |end| end + 1);
            whole = end.is_some() || used == 0;
            self.input.consume(used);
        }
        Ok(Some(bytes))
    }

    pub(super) fn not_understood(&mut self, answer: &str) -> Result<(), Failure> {
        let answer: String = plain(answer).chars().take(40).collect();
        self.say_with("cli-check-not-understood", &args!["answer" => answer])
    }
}
