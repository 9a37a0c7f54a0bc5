//! A session as its caller sees it.

use std::io;
use std::net::{Ipv4Addr, SocketAddrV4};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::runtime::{self, Runtime};

use crate::board::{AT_ONCE, Board};
use crate::door::Door;
use crate::keys::Keys;
use crate::{Inbox, Language, Limits, Progress, Reason, State, server};

/// How long an inbox in the middle of a file is waited for when the session ends; each of its reads fails by then.
const PATIENCE: Duration = Duration::from_millis(600);

/// What a session is started with.
#[derive(Debug, Clone)]
pub struct Setting {
    /// Where to listen, as in [`crate::addresses`]; 127.0.0.1 for tests.
    pub ip: Ipv4Addr,
    /// 0 lets the system choose, which is what a shop wants.
    pub port: u16,
    /// How much and how long.
    pub limits: Limits,
    /// The language for a phone that asks for neither of the two.
    pub language: Language,
    /// 256 fresh random bits; address, cookie and nonces come from them.
    pub chance: [u8; 32],
}

/// Why there is no session.
#[derive(Debug, thiserror::Error)]
pub enum PhoneError {
    /// The address is not one of a local network: the whole internet might reach it.
    #[error("{0} is not an address of a local network")]
    NotLocal(Ipv4Addr),
    /// This PC does not have the address any more, or the port is taken.
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddrV4, io::Error),
    /// The system gives no thread.
    #[error("cannot start a thread: {0}")]
    Thread(io::Error),
}

/// A page that is open to one phone. Dropping it closes the page.
pub struct Session {
    address: String,
    board: Arc<Board>,
    thread: Option<JoinHandle<()>>,
}

impl Session {
    /// Opens the page.
    ///
    /// # Errors
    /// Why it cannot be opened; then nothing listens.
    pub fn start(setting: Setting, inbox: Arc<dyn Inbox>) -> Result<Self, PhoneError> {
        if !crate::lan::is_local(setting.ip) {
            return Err(PhoneError::NotLocal(setting.ip));
        }
        let runtime = runtime::Builder::new_current_thread()
            .enable_io()
            .enable_time()
            .thread_name("phone-inbox")
            .max_blocking_threads(AT_ONCE)
            .build()
            .map_err(PhoneError::Thread)?;
        let (listener, at) = listen(&runtime, SocketAddrV4::new(setting.ip, setting.port))?;
        let board = Arc::new(Board::new(setting.limits));
        let door = Arc::new(Door {
            keys: Keys::new(setting.chance),
            host: at.to_string(),
            language: setting.language,
            board: Arc::clone(&board),
            inbox,
            nonces: AtomicU64::new(0),
        });
        let address = format!("http://{at}/{}", door.keys.token);
        let serve = move || {
            runtime.block_on(server::serve(listener, door));
            // Whatever the inbox was reading is cut by now.
            runtime.shutdown_timeout(PATIENCE);
        };
        let thread = Builder::new()
            .name("phone".to_owned())
            .spawn(serve)
            .map_err(PhoneError::Thread)?;
        Ok(Self {
            address,
            board,
            thread: Some(thread),
        })
    }

    /// What the phone opens, e.g. `http://192.168.1.5:41234/MZXW6YTBOIMZXW6YTBOIMZXW6Y`. Whoever reads it first can take the
    /// session: show it to the person who asked for it, and write it nowhere.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// How far it is. Cheap: ask as often as the screen is drawn.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.board.progress()
    }

    /// Closes the page at once and says how it ended. Files half-way are broken off. Returns within a second, unless
    /// something else than its source holds the inbox up; then that thread is left to itself.
    #[must_use = "a file may have been kept since the last look"]
    pub fn stop(mut self) -> Progress {
        self.close();
        self.progress()
    }

    fn close(&mut self) {
        self.board.end(State::Over(Reason::Stopped));
        if let Some(thread) = self.thread.take() {
            // A panic there has been reported where it happened, and the page is as closed as it can be.
            let _panicked = thread.join();
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.close();
    }
}

fn listen(
    runtime: &Runtime,
    wanted: SocketAddrV4,
) -> Result<(TcpListener, SocketAddrV4), PhoneError> {
    let bind = || {
        let listener = std::net::TcpListener::bind(wanted)?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let _inside = runtime.enter();
        let listener = TcpListener::from_std(listener)?;
        Ok((listener, SocketAddrV4::new(*wanted.ip(), port)))
    };
    bind().map_err(|cause| PhoneError::Listen(wanted, cause))
}
