//! A session bus of the test's own, and a real notification service on it: python3-dbusmock's.

use std::os::unix::net::UnixStream;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;
use zbus::zvariant::{OwnedValue, Value};

/// The system's own Python, which is where Debian's dbusmock lives.
pub const PYTHON: &str = "/usr/bin/python3";
const NOTIFICATIONS: &str = "org.freedesktop.Notifications";
const MOCK: &str = "org.freedesktop.DBus.Mock";

/// A process that ends with the test.
pub struct Process(Child);

impl Process {
    pub fn start(command: &mut Command) -> Self {
        Self(command.stdin(Stdio::null()).spawn().unwrap())
    }

    /// Sends a signal by its name, such as `STOP`.
    pub fn signal(&self, name: &str) {
        let pid = self.0.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &pid]).status();
        assert!(sent.unwrap().success(), "kill -s {name} {pid}");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Already gone is as good.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits until something holds, and fails when it does not within `limit`.
#[track_caller]
pub fn wait_until(what: &str, limit: Duration, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < limit, "waited in vain until {what}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// A session bus.
pub struct Bus {
    process: Option<Process>,
    folder: TempDir,
    pub address: String,
}

#[allow(dead_code, reason = "the toasts and the agent each use a part of it")]
impl Bus {
    /// A bus that can start no service by itself.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("services")).unwrap();
        let config = format!(
            "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" \
             \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n\
             <busconfig><type>session</type><listen>unix:path={0}/bus</listen><servicedir>{0}/services</servicedir>\
             <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>\
             <allow own=\"*\"/></policy></busconfig>",
            folder.path().display()
        );
        std::fs::write(folder.path().join("bus.conf"), config).unwrap();
        let mut bus = Self {
            process: None,
            address: format!("unix:path={}/bus", folder.path().display()),
            folder,
        };
        bus.begin();
        bus
    }

    /// A bus that starts `command` when somebody wants notifications.
    pub fn that_starts(command: &str) -> Self {
        let bus = Self::start();
        let service = format!("[D-BUS Service]\nName={NOTIFICATIONS}\nExec={command}\n");
        let file = bus.folder.path().join("services/notifications.service");
        std::fs::write(file, service).unwrap();
        let proxy_of = bus.connect();
        DBusProxy::new(&proxy_of).unwrap().reload_config().unwrap();
        bus
    }

    /// Ends the bus; its address stays.
    pub fn end(&mut self) {
        self.process = None;
        std::fs::remove_file(self.folder.path().join("bus")).unwrap();
    }

    /// Starts the bus, again, at the same address.
    pub fn begin(&mut self) {
        let mut command = Command::new("dbus-daemon");
        let config = self.folder.path().join("bus.conf");
        command
            .arg(format!("--config-file={}", config.display()))
            .args(["--nofork", "--nopidfile", "--nosyslog"])
            // A service that the bus starts writes to the same places.
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        self.process = Some(Process::start(&mut command));
        let socket = self.folder.path().join("bus");
        wait_until("the bus is there", Duration::from_secs(10), || {
            UnixStream::connect(&socket).is_ok()
        });
    }

    pub fn signal(&self, name: &str) {
        self.process.as_ref().unwrap().signal(name);
    }

    /// How many connections a process has to this bus.
    pub fn connections_of(&self, process: u32) -> usize {
        let connection = self.connect();
        let bus = DBusProxy::new(&connection).unwrap();
        let names = bus.list_names().unwrap();
        let unique = names.into_iter().filter(|name| name.starts_with(':'));
        // One that has left meanwhile has no process.
        unique
            .filter(|name| {
                bus.get_connection_unix_process_id(name.inner().clone())
                    .ok()
                    == Some(process)
            })
            .count()
    }

    pub fn connect(&self) -> Connection {
        Builder::address(self.address.as_str())
            .unwrap()
            .method_timeout(Duration::from_secs(10))
            .build()
            .unwrap()
    }
}

/// Whether somebody on the bus has this name.
pub fn is_owned(connection: &Connection, name: &str) -> bool {
    let bus = DBusProxy::new(connection).unwrap();
    bus.name_has_owner(name.try_into().unwrap()).unwrap()
}

/// Everything that a service was told about one toast.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    pub app: String,
    pub replaces: u32,
    pub icon: String,
    pub title: String,
    pub body: String,
    pub actions: Vec<String>,
    pub hints: Vec<String>,
    pub expires: i32,
}

/// A notification service.
pub struct Notifications {
    pub process: Process,
    connection: Connection,
}

/// What most desktops can.
pub const USUAL: &str = "body body-markup actions icon-static sound";

impl Notifications {
    /// A service with these abilities.
    pub fn start(bus: &Bus, abilities: &str) -> Self {
        let process = Process::start(
            Command::new(PYTHON)
                .args([
                    "-m",
                    "dbusmock",
                    "--session",
                    "--template",
                    "notification_daemon",
                ])
                .args([
                    "--parameters",
                    &format!("{{\"capabilities\": \"{abilities}\"}}"),
                ])
                .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
                .stdout(Stdio::null()),
        );
        let connection = bus.connect();
        wait_until(
            "the notification service is on the bus",
            Duration::from_secs(20),
            || is_owned(&connection, NOTIFICATIONS),
        );
        let service = Self {
            process,
            connection,
        };
        // The name comes before the methods.
        wait_until("the service answers", Duration::from_secs(20), || {
            service.calls("GetCapabilities").is_some() && service.answers()
        });
        service.mock("ClearCalls", &());
        service
    }

    fn answers(&self) -> bool {
        self.connection
            .call_method(
                Some(NOTIFICATIONS),
                "/org/freedesktop/Notifications",
                Some(NOTIFICATIONS),
                "GetCapabilities",
                &(),
            )
            .is_ok()
    }

    fn calls(&self, method: &str) -> Option<Vec<(u64, Vec<OwnedValue>)>> {
        let reply = self
            .connection
            .call_method(
                Some(NOTIFICATIONS),
                "/org/freedesktop/Notifications",
                Some(MOCK),
                "GetMethodCalls",
                &(method,),
            )
            .ok()?;
        reply.body().deserialize().ok()
    }

    fn mock<B: serde::Serialize + zbus::zvariant::DynamicType>(&self, method: &str, body: &B) {
        self.connection
            .call_method(
                Some(NOTIFICATIONS),
                "/org/freedesktop/Notifications",
                Some(MOCK),
                method,
                body,
            )
            .unwrap();
    }

    /// Every toast since the start, oldest first.
    pub fn received(&self) -> Vec<Received> {
        let calls = self.calls("Notify").unwrap();
        calls.into_iter().map(|(_, args)| read(&args)).collect()
    }

    /// How often a toast was taken down.
    pub fn taken_down(&self) -> usize {
        self.calls("CloseNotification").unwrap().len()
    }

    /// Presses a button of a toast; `default` is the toast itself.
    pub fn press(&self, toast: u32, key: &str) {
        self.emit("ActionInvoked", "us", vec![toast.into(), key.into()]);
    }

    /// Gives the token that goes before a press on Wayland.
    pub fn give_token(&self, toast: u32, token: &str) {
        self.emit("ActivationToken", "us", vec![toast.into(), token.into()]);
    }

    /// Puts a toast aside.
    pub fn close(&self, toast: u32) {
        self.emit("NotificationClosed", "uu", vec![toast.into(), 2_u32.into()]);
    }

    fn emit(&self, signal: &str, signature: &str, args: Vec<Value<'_>>) {
        self.mock("EmitSignal", &(NOTIFICATIONS, signal, signature, args));
    }
}

fn read(args: &[OwnedValue]) -> Received {
    let text = |at: usize| String::try_from(args[at].clone()).unwrap();
    let Value::Dict(hints) = &*args[6] else {
        panic!("hints are a dictionary: {:?}", args[6]);
    };
    let mut hints: Vec<String> = hints
        .iter()
        .map(|(name, value)| format!("{} {value}", name.downcast_ref::<&str>().unwrap()))
        .collect();
    hints.sort();
    Received {
        app: text(0),
        replaces: u32::try_from(&args[1]).unwrap(),
        icon: text(2),
        title: text(3),
        body: text(4),
        actions: Vec::try_from(args[5].clone()).unwrap(),
        hints,
        expires: i32::try_from(&args[7]).unwrap(),
    }
}
