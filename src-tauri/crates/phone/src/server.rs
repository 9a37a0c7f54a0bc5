//! The session's thread: who is let in, and when everybody has to leave.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};
use tokio::time::{sleep, sleep_until, timeout};

use crate::State;
use crate::door::{Door, Worth};
use crate::lan::is_local;

/// How many connections there are at once. A browser opens two or three to the same place.
const CONNECTIONS: usize = 4;
/// The longest head of a request, first line included, in bytes.
const HEAD_BYTES: usize = 8 * 1024;
/// The most that is read at once from one connection, in bytes.
const BUFFER_BYTES: usize = 64 * 1024;
/// How long the last answer may take after the person said "done".
const FAREWELL: Duration = Duration::from_millis(300);

/// Serves until the session ends.
pub(crate) async fn serve(listener: TcpListener, door: Arc<Door>) {
    let mut guests = Guests::default();
    loop {
        tokio::select! {
            biased;
            () = door.board.ended.notified() => break,
            () = sleep_until(door.board.ends) => {
                door.board.end_expired();
                break;
            }
            accepted = listener.accept() => match accepted {
                Ok((stream, SocketAddr::V4(peer))) if is_local(*peer.ip()) => guests.let_in(stream, &door),
                Ok(_) => {}
                // Out of handles, as a rule; asking again at once would only keep the thread busy.
                Err(_) => sleep(Duration::from_millis(50)).await,
            },
        }
    }
    drop(listener);
    if door.board.progress().state == State::Done {
        let leaving = async { while guests.tasks.join_next().await.is_some() {} };
        let _late = timeout(FAREWELL, leaving).await;
    }
    // Here and not with the runtime, which waits for the inbox before it drops what the inbox reads from.
    guests.tasks.shutdown().await;
}

/// The open connections.
#[derive(Default)]
struct Guests {
    tasks: JoinSet<()>,
    /// Oldest first.
    present: Vec<(AbortHandle, Arc<Worth>)>,
}

impl Guests {
    /// A newcomer takes the place of the oldest who sends nothing, strangers first, so that nobody can hold the page by
    /// sitting in front of it. When everybody is sending, the newcomer has to come again.
    fn let_in(&mut self, stream: TcpStream, door: &Arc<Door>) {
        while self.tasks.try_join_next().is_some() {}
        self.present.retain(|(task, _)| !task.is_finished());
        if self.present.len() >= CONNECTIONS {
            let least = self
                .present
                .iter()
                .enumerate()
                .filter_map(|(index, (_, worth))| Some((worth.get()?, index)))
                .min();
            let Some((_, index)) = least else {
                return;
            };
            self.present.remove(index).0.abort();
        }
        let worth = Arc::new(Worth::new());
        let task = connection(stream, Arc::clone(door), Arc::clone(&worth));
        self.present.push((self.tasks.spawn(task), worth));
    }
}

async fn connection(stream: TcpStream, door: Arc<Door>, worth: Arc<Worth>) {
    // Answers are small and waited for.
    let _slower = stream.set_nodelay(true);
    let head = door.board.limits.head();
    let service = service_fn(move |request| {
        let (door, worth) = (Arc::clone(&door), Arc::clone(&worth));
        async move { Ok::<_, Infallible>(door.answer(request, &worth).await) }
    });
    // A connection fails because of its phone, which is told by the answer or by silence.
    let _failed = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(head)
        .max_header_size(HEAD_BYTES)
        .max_buf_size(BUFFER_BYTES)
        .auto_date_header(false)
        .serve_connection(TokioIo::new(stream), service)
        .await;
}
