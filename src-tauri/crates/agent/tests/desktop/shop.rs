//! A data folder, and an agent on it: the real program, in a home of its own, beside a window that only notes how it was
//! started.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use kaizhang_app::{App, Caller, OpenOptions, Outside, System};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::bus::wait_until;

pub const SOON: Duration = Duration::from_secs(15);

/// Yesterday at the same time: a till that has been there for a day is expected to be checked today.
struct Yesterday;

impl Outside for Yesterday {
    fn now(&self) -> DateTime<Utc> {
        System.now() - TimeDelta::days(1)
    }

    fn on_for(&self) -> Duration {
        System.on_for()
    }

    fn chance(&self, bytes: &mut [u8]) {
        System.chance(bytes);
    }
}

/// A shop whose folder, home and programs have names that need care.
pub struct Shop {
    _place: TempDir,
    pub folder: PathBuf,
    pub home: PathBuf,
    pub programs: PathBuf,
}

/// Nothing of this may ever stand in a log.
pub const SECRET: &str = "王记秘密面馆";

impl Shop {
    /// A folder with the shop that everybody begins with, which is reminded of nothing.
    pub fn new() -> Self {
        Self::in_places("店 a'b", "程序 x").begun()
    }

    /// A shop whose data and whose programs lie in folders of these names.
    pub fn in_places(data: &str, programs: &str) -> Self {
        let place = tempfile::tempdir().unwrap();
        let path = |part: &str| place.path().join(part);
        let shop = Self {
            folder: path("data").join(data),
            home: path("home"),
            programs: path("programs").join(programs),
            _place: place,
        };
        for folder in [&shop.home, &shop.programs, &place_of(&shop.folder)] {
            fs::create_dir_all(folder).unwrap();
        }
        shop.install(
            "kaizhang-agent",
            Path::new(env!("CARGO_BIN_EXE_kaizhang-agent")),
        );
        shop.install_window();
        shop
    }

    /// The same with its folder made: two processes that make one at the same time wait long for each other.
    pub fn begun(self) -> Self {
        self.call("show_shop", Value::Null);
        self
    }

    /// A shop that opens in twenty minutes, so that its check was due ten minutes ago, and that has been there since
    /// yesterday.
    pub fn with_a_check_due(tills: Value) -> Self {
        let shop = Self::in_places("店 a'b", "程序 x");
        // A zone in which it is about noon keeps midnight out of the tests.
        let hour = i64::from(System.now().hour());
        let ahead = 12 - hour;
        let zone = format!(
            "Etc/GMT{}{}",
            if ahead >= 0 { "-" } else { "+" },
            ahead.abs()
        );
        let open = System.now() + TimeDelta::hours(ahead) + TimeDelta::minutes(20);
        let hours = json!({ "open": open.format("%H:%M").to_string(), "close": "20:00" });
        let app =
            App::open_with(&shop.folder, OpenOptions::default(), Arc::new(Yesterday)).unwrap();
        app.call(
            &Caller::default(),
            "set_up_shop",
            json!({ "name": SECRET, "lanes": ["card", "qr", "cash"], "opens": vec![hours; 7], "zone": zone, "tills": tills }),
        )
        .unwrap();
        shop
    }

    pub fn one_till() -> Value {
        json!([{ "id": "till-1", "name": "" }])
    }

    pub fn call(&self, name: &str, input: Value) -> Value {
        let app = App::open(&self.folder).unwrap();
        app.call(&Caller::default(), name, input).unwrap()
    }

    pub fn is_watched(&self) -> bool {
        self.call("show_reminders", json!({}))["on_duty"] == true
    }

    pub fn program(&self) -> PathBuf {
        self.programs.join("kaizhang-agent")
    }

    /// Puts a program in its place as a package does: whole, under its name at once. Another process does the writing: a
    /// process that another test starts meanwhile would inherit our open file, and a file that is open for writing cannot
    /// be run.
    pub fn install(&self, name: &str, program: &Path) {
        let aside = self.programs.join("new");
        let installed = Command::new("install")
            .args([program, &aside])
            .status()
            .unwrap();
        assert!(installed.success());
        fs::rename(aside, self.programs.join(name)).unwrap();
    }

    /// Puts a script in the place of a program.
    pub fn install_script(&self, name: &str, lines: &str) {
        let script = self.home.join("script");
        fs::write(&script, format!("#!/bin/sh\n{lines}\n")).unwrap();
        self.install(name, &script);
    }

    /// A window that notes its words and surroundings, stays for a second and ends.
    fn install_window(&self) {
        let note = self.home.join("window");
        let script = format!(
            "{{ printf '%s\\n' \"$@\"; echo \"token $XDG_ACTIVATION_TOKEN\"; echo \"pid $$\"; }} >>\"{}\"\nsleep 1",
            note.display()
        );
        self.install_script("kaizhang-desktop", &script);
    }

    /// What the windows noted, one line for each of their words.
    pub fn windows(&self) -> Vec<String> {
        let note = fs::read_to_string(self.home.join("window")).unwrap_or_default();
        note.lines().map(str::to_owned).collect()
    }

    pub fn log(&self) -> String {
        let log = self.home.join("share/app.kaizhang.desktop/logs/agent.log");
        fs::read_to_string(log).unwrap_or_default()
    }

    /// What the desktop would start; a file that is just being written has another ending.
    pub fn autostart_entries(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.home.join("config/autostart"));
        let paths = entries
            .into_iter()
            .flatten()
            .map(|entry| entry.unwrap().path());
        paths
            .filter(|path| path.extension().is_some_and(|end| end == "desktop"))
            .collect()
    }

    /// The surroundings of a session whose bus is at `address`.
    pub fn command(&self, program: &Path, address: Option<&str>) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("HOME", &self.home)
            .env("XDG_DATA_HOME", self.home.join("share"))
            .env("XDG_CONFIG_HOME", self.home.join("config"))
            .env("XDG_RUNTIME_DIR", "/nowhere/run")
            .env("KAIZHANG_LANG", "zh-CN")
            .env("DESKTOP_STARTUP_ID", "used-up")
            .env("XDG_ACTIVATION_TOKEN", "used-up")
            .stdin(Stdio::null());
        if let Some(address) = address {
            command.env("DBUS_SESSION_BUS_ADDRESS", address);
        }
        command
    }

    /// An agent that has taken duty.
    pub fn agent(&self, address: Option<&str>) -> Agent {
        let agent = self.start(address);
        wait_until("the agent is on duty", SOON, || self.is_watched());
        agent
    }

    /// An agent that has just been started.
    pub fn start(&self, address: Option<&str>) -> Agent {
        let mut command = self.command(&self.program(), address);
        command.arg("--data").arg(&self.folder);
        Agent(command.spawn().unwrap())
    }
}

/// The folder that the data folder is made in.
fn place_of(folder: &Path) -> PathBuf {
    folder.parent().unwrap().to_owned()
}

/// A running agent, which ends with the test.
pub struct Agent(pub Child);

impl Agent {
    pub fn pid(&self) -> u32 {
        self.0.id()
    }

    pub fn signal(&self, name: &str) {
        let pid = self.pid().to_string();
        assert!(
            Command::new("kill")
                .args(["-s", name, &pid])
                .status()
                .unwrap()
                .success()
        );
    }

    pub fn runs(&mut self) -> bool {
        self.0.try_wait().unwrap().is_none()
    }

    /// How it ended, within `limit`.
    #[track_caller]
    pub fn ended(&mut self, limit: Duration) -> ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.0.try_wait().unwrap() {
                return status;
            }
            assert!(begun.elapsed() < limit, "the agent still runs");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Ends it as a session does.
    #[track_caller]
    pub fn end(&mut self) {
        self.signal("TERM");
        assert!(self.ended(SOON).success());
    }
}

impl Drop for Agent {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
