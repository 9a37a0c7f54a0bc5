//! Servers on loopback, with and without TLS.

#![expect(
    clippy::disallowed_methods,
    reason = "the tests measure how long an attempt takes"
)]

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use rustls::crypto::ring;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

pub struct Stopwatch(Instant);

impl Stopwatch {
    pub fn start() -> Stopwatch {
        Stopwatch(Instant::now())
    }

    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

pub trait Wire: Read + Write {}
impl<T: Read + Write> Wire for T {}

/// A server that plays the same part for everybody who connects, and what it heard.
pub struct Server {
    pub port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// What each connection said, in the order in which they ended.
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }

    /// What the only connection said. The client can be done a moment before the server has written it down.
    pub fn heard_once(&self) -> String {
        for _ in 0..500 {
            if let [only] = self.heard().as_slice() {
                return only.clone();
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("not one connection: {:?}", self.heard());
    }
}

/// `play` answers one connection and gives back what it heard.
pub fn serve(play: impl Fn(TcpStream) -> String + Send + Sync + 'static) -> Server {
    // The name `localhost` may lead to either, so both are listened on where there are both.
    let four = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = four.local_addr().unwrap().port();
    let six = TcpListener::bind(("::1", port)).ok();
    let heard = Arc::new(Mutex::new(Vec::new()));
    let play = Arc::new(play);
    for listener in six.into_iter().chain([four]) {
        let (heard, play) = (heard.clone(), play.clone());
        named(move || {
            for socket in listener.incoming().map_while(Result::ok) {
                let (heard, play) = (heard.clone(), play.clone());
                named(move || {
                    let said = play(socket);
                    heard.lock().unwrap().push(said);
                });
            }
        });
    }
    Server { port, heard }
}

fn named(run: impl FnOnce() + Send + 'static) {
    let name = "server".to_owned();
    thread::Builder::new().name(name).spawn(run).unwrap();
}

/// A port of this PC on which nobody listens, and nobody else can begin to while this is held: it is the near end of a
/// connection.
pub struct ClosedPort {
    pub port: u16,
    _ends: (TcpListener, TcpStream),
}

pub fn closed_port() -> ClosedPort {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let near = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
    ClosedPort {
        port: near.local_addr().unwrap().port(),
        _ends: (listener, near),
    }
}

/// A root of our own, and servers' certificates from it.
pub struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub fn new() -> Authority {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        Authority(CertifiedIssuer::self_signed(params, key).unwrap())
    }

    pub fn root(&self) -> Vec<u8> {
        self.0.der().to_vec()
    }

    pub fn vouches_for(&self, host: &str) -> Arc<ServerConfig> {
        self.certificate(CertificateParams::new(vec![host.to_owned()]).unwrap())
    }

    pub fn vouched_once_for(&self, host: &str) -> Arc<ServerConfig> {
        let mut params = CertificateParams::new(vec![host.to_owned()]).unwrap();
        params.not_after = date_time_ymd(2020, 1, 1);
        self.certificate(params)
    }

    fn certificate(&self, params: CertificateParams) -> Arc<ServerConfig> {
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.0).unwrap();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        Arc::new(config)
    }
}

/// The server's end of TLS; what goes wrong shows when it is read.
pub fn secured(
    socket: TcpStream,
    config: &Arc<ServerConfig>,
) -> StreamOwned<ServerConnection, TcpStream> {
    let connection = ServerConnection::new(config.clone()).unwrap();
    StreamOwned::new(connection, socket)
}

/// Writes a byte a second until nobody listens any more.
pub fn dribble(wire: &mut impl Wire, bytes: &[u8]) {
    for byte in bytes.iter().cycle() {
        if wire
            .write_all(&[*byte])
            .and_then(|()| wire.flush())
            .is_err()
        {
            return;
        }
        thread::sleep(Duration::from_secs(1));
    }
}

/// Writes as fast as it goes until nobody listens any more, and says how much.
pub fn flood(wire: &mut impl Wire, bytes: &[u8]) -> usize {
    let mut sent = 0;
    loop {
        match wire.write(bytes) {
            Ok(count) => sent += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return sent,
        }
    }
}

/// Reads until nobody writes any more.
pub fn wait_for_the_end(wire: &mut impl Wire) {
    let mut buffer = [0; 4096];
    while wire.read(&mut buffer).is_ok_and(|count| count > 0) {}
}
