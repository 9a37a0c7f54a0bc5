//! A file's bytes on their way from the session's thread to the inbox's. Few pieces fit in between, so a fast phone waits
//! for a slow disk and memory stays flat.

use std::io::{Error, ErrorKind, Read, Result};

use hyper::body::{Buf, Bytes};
use tokio::sync::mpsc;

/// How many pieces may wait; hyper makes them as large as its buffer at most.
const PIECES: usize = 4;

pub(crate) enum Piece {
    Bytes(Bytes),
    /// Every announced byte was sent. A channel that closes without it has broken off.
    End,
}

/// What the inbox reads from.
pub(crate) struct Source {
    pieces: mpsc::Receiver<Piece>,
    rest: Bytes,
    state: Flow,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    Open,
    Ended,
    Broken,
}

pub(crate) fn channel() -> (mpsc::Sender<Piece>, Source) {
    let (sender, pieces) = mpsc::channel(PIECES);
    let source = Source {
        pieces,
        rest: Bytes::new(),
        state: Flow::Open,
    };
    (sender, source)
}

impl Source {
    /// Whether the reader was told that the file broke off.
    pub(crate) fn is_broken(&self) -> bool {
        self.state == Flow::Broken
    }
}

impl Read for Source {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        while self.rest.is_empty() && self.state == Flow::Open {
            match self.pieces.blocking_recv() {
                Some(Piece::Bytes(bytes)) => self.rest = bytes,
                Some(Piece::End) => self.state = Flow::Ended,
                None => self.state = Flow::Broken,
            }
        }
        if self.state == Flow::Broken {
            return Err(Error::new(
                ErrorKind::ConnectionAborted,
                "the phone broke off",
            ));
        }
        let length = self.rest.len().min(into.len());
        into[..length].copy_from_slice(&self.rest[..length]);
        self.rest.advance(length);
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pieces: &[&'static [u8]], end: bool) -> Source {
        let (sender, source) = channel();
        for piece in pieces {
            let piece = Piece::Bytes(Bytes::from_static(piece));
            sender.try_send(piece).ok().unwrap();
        }
        if end {
            sender.try_send(Piece::End).ok().unwrap();
        }
        source
    }

    #[test]
    fn pieces_become_one_stream() {
        let mut source = sent(&[b"ab", b"", b"cdef"], true);
        let mut small = [0; 3];
        assert_eq!(source.read(&mut small).unwrap(), 2);
        let mut rest = Vec::new();
        source.read_to_end(&mut rest).unwrap();
        assert_eq!(rest, b"cdef");
        assert_eq!(source.read(&mut small).unwrap(), 0);
        assert!(!source.is_broken());
    }

    #[test]
    fn a_file_that_broke_off_never_looks_whole() {
        let mut source = sent(&[b"abc"], false);
        let mut all = Vec::new();
        let error = source.read_to_end(&mut all).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ConnectionAborted);
        assert!(source.is_broken());
        assert!(source.read(&mut [0; 8]).is_err());
    }
}
