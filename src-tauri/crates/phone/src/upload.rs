//! One file on its way from the phone to the inbox.

use std::sync::Arc;
use std::time::Duration;

use http_body_util::BodyExt;
use hyper::body::{Body, Bytes, Incoming};
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::{Instant, timeout, timeout_at};

use crate::answer::Refusal;
use crate::board::{Board, Outcome, Place};
use crate::kind::FIRST;
use crate::source::{self, Piece, Source};
use crate::{Inbox, Kind, Offer};

/// How long a refused file is listened to, so that the phone hears why before the line goes dead: a browser that still
/// speaks while its connection is reset reports nothing but a lost connection.
const LISTEN: Duration = Duration::from_secs(10);

/// Takes one file to its end, whichever that is.
///
/// # Errors
/// Why it is not kept.
pub(crate) async fn receive(
    board: &Arc<Board>,
    inbox: &Arc<dyn Inbox>,
    name: &str,
    mut body: Incoming,
) -> Result<(), Refusal> {
    let verdict = pass(board, inbox, name, &mut body).await;
    if verdict != Err(Refusal::BrokenOff) && !body.is_end_stream() {
        tokio::spawn(listen(body, board.limits.file_bytes, board.limits.stall()));
    }
    verdict
}

async fn pass(
    board: &Arc<Board>,
    inbox: &Arc<dyn Inbox>,
    name: &str,
    body: &mut Incoming,
) -> Result<(), Refusal> {
    // hyper counts along and ends the body at exactly this length, or fails.
    let total = body.size_hint().exact().ok_or(Refusal::LengthMissing)?;
    let place = board.admit(name, total)?;
    let (stall, by) = (board.limits.stall(), Instant::now() + board.limits.file());
    let arriving = async {
        let first = first_pieces(body, stall).await?;
        let start: Vec<u8> = first.iter().flatten().copied().take(FIRST).collect();
        let Some(kind) = Kind::of(&start) else {
            return Err(Refusal::FileKindUnknown);
        };
        Ok((first, kind))
    };
    let (first, kind) = match timeout_at(by, arriving).await {
        Ok(Ok(arrived)) => arrived,
        Ok(Err(Refusal::FileKindUnknown)) => {
            let code = Refusal::FileKindUnknown.code().to_owned();
            place.settle(Outcome::Refused(code));
            return Err(Refusal::FileKindUnknown);
        }
        Ok(Err(_)) | Err(_) => return Err(Refusal::BrokenOff),
    };
    let meter = place.meter();
    let (pieces, source) = source::channel();
    let offer = (name.to_owned(), kind, total);
    let taken = hand_over(Arc::clone(inbox), offer, source, place);
    let feeding = feed(pieces, first, body, stall, meter);
    // Whoever stops feeding drops the channel, and with it the inbox learns that the file broke off.
    let fed = timeout_at(by, feeding).await;
    match (fed, taken.await) {
        (_, Ok(Ok(()))) => Ok(()),
        (Err(_) | Ok(Err(_)), _) => Err(Refusal::BrokenOff),
        (Ok(Ok(())), Ok(Err(refusal))) => Err(refusal),
        (Ok(Ok(())), Err(_)) => Err(Refusal::NotKept),
    }
}

/// The inbox at work, on a thread that may block. The board hears the end from there: it stays true when nobody waits
/// for the answer any more.
fn hand_over(
    inbox: Arc<dyn Inbox>,
    (name, kind, bytes): (String, Kind, u64),
    mut source: Source,
    place: Place,
) -> JoinHandle<Result<(), Refusal>> {
    spawn_blocking(move || {
        let offer = Offer {
            name: &name,
            kind,
            bytes,
        };
        let kept = inbox.take(offer, &mut source);
        if source.is_broken() {
            place.settle(Outcome::Broken);
            return Err(Refusal::BrokenOff);
        }
        match kept {
            Ok(kept) => {
                place.settle(Outcome::Kept(kept.id));
                Ok(())
            }
            Err(code) => {
                place.settle(Outcome::Refused(code));
                Err(Refusal::NotKept)
            }
        }
    })
}

/// As many pieces as are needed to tell the kind.
async fn first_pieces(body: &mut Incoming, stall: Duration) -> Result<Vec<Bytes>, Refusal> {
    let mut pieces = Vec::new();
    let mut length = 0;
    while length < FIRST {
        let Some(piece) = next(body, stall).await? else {
            break;
        };
        length += piece.len();
        pieces.push(piece);
    }
    Ok(pieces)
}

/// Passes pieces on until the end, or until the inbox wants no more.
async fn feed(
    pieces: mpsc::Sender<Piece>,
    first: Vec<Bytes>,
    body: &mut Incoming,
    stall: Duration,
    meter: impl Fn(usize),
) -> Result<(), Refusal> {
    for piece in first {
        meter(piece.len());
        if pieces.send(Piece::Bytes(piece)).await.is_err() {
            return Ok(());
        }
    }
    while let Some(piece) = next(body, stall).await? {
        meter(piece.len());
        if pieces.send(Piece::Bytes(piece)).await.is_err() {
            return Ok(());
        }
    }
    // An inbox that has read what was announced need not look for the end.
    let _gone = pieces.send(Piece::End).await;
    Ok(())
}

/// The next piece; `None` at the true end.
async fn next(body: &mut Incoming, stall: Duration) -> Result<Option<Bytes>, Refusal> {
    loop {
        let Ok(frame) = timeout(stall, body.frame()).await else {
            return Err(Refusal::BrokenOff);
        };
        match frame {
            None => return Ok(None),
            Some(Err(_)) => return Err(Refusal::BrokenOff),
            Some(Ok(frame)) => {
                if let Ok(piece) = frame.into_data() {
                    return Ok(Some(piece));
                }
            }
        }
    }
}

/// Hears a refused file out, up to the size that one may have, and forgets it.
async fn listen(mut body: Incoming, most: u64, stall: Duration) {
    let hearing = async {
        let mut heard = 0;
        while let Ok(Some(piece)) = next(&mut body, stall).await {
            heard += piece.len() as u64;
            if heard > most {
                break;
            }
        }
    };
    let _late = timeout(LISTEN, hearing).await;
}
