//! A server on this machine, which answers what it is told to, byte by byte.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

/// Listens until its test is over.
pub struct Server {
    port: u16,
}

impl Server {
    /// `answer` gets the body of each request and returns the whole of what goes back; empty closes without a word.
    pub fn start(answer: impl Fn(&[u8]) -> Vec<u8> + Send + 'static) -> Server {
        Server::at(0, answer)
    }

    pub fn at(port: u16, answer: impl Fn(&[u8]) -> Vec<u8> + Send + 'static) -> Server {
        let listener = TcpListener::bind(("127.0.0.1", port)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let serve = move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let question = body(&mut stream);
                // Whoever gave up meanwhile needs no answer.
                let _ = stream.write_all(&answer(&question));
            }
        };
        thread::Builder::new().spawn(serve).unwrap();
        Server { port }
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/tsa?key=ThatNobodyMaySee", self.port)
    }

    /// An address at which nobody listens.
    pub fn nobody() -> (u16, String) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        (port, format!("http://127.0.0.1:{port}/tsa"))
    }
}

fn body(stream: &mut TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
            let long = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
            if bytes.len() >= end + 4 + long.unwrap_or(0) {
                return bytes.split_off(end + 4);
            }
        }
        match stream.read(&mut part) {
            Ok(0) | Err(_) => return bytes,
            Ok(n) => bytes.extend_from_slice(&part[..n]),
        }
    }
}

/// An answer of HTTP.
pub fn http(status: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/timestamp-reply\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}
