//! A line to a mail server that ends at the deadline whatever the other side does.

use std::io::{self, Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};

use crate::channel::MailServer;
use crate::deadline::Deadline;

/// A socket on which every read and write waits for what is left of the whole, and no longer.
#[derive(Debug)]
pub(crate) struct Timed {
    socket: TcpStream,
    deadline: Deadline,
}

impl Read for Timed {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.socket.set_read_timeout(Some(self.deadline.left()?))?;
        self.socket.read(into)
    }
}

impl Write for Timed {
    fn write(&mut self, from: &[u8]) -> io::Result<usize> {
        self.socket.set_write_timeout(Some(self.deadline.left()?))?;
        self.socket.write(from)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.socket.flush()
    }
}

/// The line before and after the change to TLS.
#[derive(Debug)]
pub(crate) enum Line {
    Plain(Timed),
    Tls(Box<StreamOwned<ClientConnection, Timed>>),
}

impl Line {
    /// Connects, trying each of the host's addresses in turn.
    pub(crate) fn open(server: &MailServer, deadline: Deadline) -> io::Result<Line> {
        let port = u16::try_from(server.port).map_err(|_| io::ErrorKind::InvalidInput)?;
        let addresses = look_up(&server.host, port, deadline)?;
        let mut left = u32::try_from(addresses.len()).unwrap_or(u32::MAX);
        let mut last = io::Error::from(io::ErrorKind::HostUnreachable);
        for address in addresses {
            // One address that swallows everything must leave time for the others.
            let share = (deadline.left()? / left.max(1)).max(Duration::from_millis(1));
            left = left.saturating_sub(1);
            match TcpStream::connect_timeout(&address, share) {
                Ok(socket) => return Ok(Line::Plain(Timed { socket, deadline })),
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    /// Changes to TLS and finishes the handshake, so that a bad certificate shows before a word is said.
    pub(crate) fn secure(self, host: &str, config: ClientConfig) -> io::Result<Line> {
        let Line::Plain(socket) = self else {
            return Ok(self);
        };
        let name =
            ServerName::try_from(host.to_owned()).map_err(|_| io::ErrorKind::InvalidInput)?;
        let connection = ClientConnection::new(Arc::new(config), name).map_err(io::Error::other)?;
        let mut stream = StreamOwned::new(connection, socket);
        while stream.conn.is_handshaking() {
            stream.conn.complete_io(&mut stream.sock)?;
        }
        Ok(Line::Tls(Box::new(stream)))
    }

    /// The address of this end, by which a PC without a name of its own greets.
    pub(crate) fn own_address(&self) -> Option<IpAddr> {
        let socket = match self {
            Line::Plain(timed) => &timed.socket,
            Line::Tls(stream) => &stream.sock.socket,
        };
        socket.local_addr().ok().map(|address| address.ip())
    }
}

impl Read for Line {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Line::Plain(timed) => timed.read(into),
            Line::Tls(stream) => stream.read(into),
        }
    }
}

impl Write for Line {
    fn write(&mut self, from: &[u8]) -> io::Result<usize> {
        match self {
            Line::Plain(timed) => timed.write(from),
            Line::Tls(stream) => stream.write(from),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Line::Plain(timed) => timed.flush(),
            Line::Tls(stream) => stream.flush(),
        }
    }
}

/// Asks for a host's addresses on a thread of its own, because the system's look-up knows no limit.
fn look_up(host: &str, port: u16, deadline: Deadline) -> io::Result<Vec<SocketAddr>> {
    let (answer, answered) = mpsc::sync_channel(1);
    let host = host.to_owned();
    thread::Builder::new()
        .name("alert-look-up".to_owned())
        .spawn(move || {
            let found = (host.as_str(), port).to_socket_addrs();
            // Nobody waits any more when the deadline has passed.
            let _ = answer.send(found.map(Iterator::collect));
        })?;
    match answered.recv_timeout(deadline.left()?) {
        Ok(found) => found,
        Err(_) => Err(io::ErrorKind::TimedOut.into()),
    }
}
