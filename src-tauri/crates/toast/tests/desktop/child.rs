//! A process of its own that shows toasts: the example `show_toast`, told line by line.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

pub struct Shower {
    process: Child,
    input: ChildStdin,
    output: Receiver<Value>,
    number: u64,
    /// Answers that came before they were asked for.
    heard: Vec<(u64, Value)>,
}

/// What `show` came back with, and after how long.
pub struct Result {
    pub number: u64,
    pub said: Value,
    pub took: Duration,
}

impl Shower {
    /// A process that finds its bus at `address`, or nowhere.
    pub fn start(address: Option<&str>) -> Self {
        let mut command = Command::new(example());
        // Without an address a program looks here; what is here does not exist.
        command.env("XDG_RUNTIME_DIR", "/nowhere/run");
        match address {
            Some(address) => command.env("DBUS_SESSION_BUS_ADDRESS", address),
            None => command.env_remove("DBUS_SESSION_BUS_ADDRESS"),
        };
        let mut process = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (tell, output) = channel();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        thread::spawn(move || {
            for line in lines.map_while(std::result::Result::ok) {
                let _ = tell.send(serde_json::from_str(&line).unwrap());
            }
        });
        Self {
            input: process.stdin.take().unwrap(),
            process,
            output,
            number: 0,
            heard: Vec::new(),
        }
    }

    pub fn say(&mut self, wish: &Value) {
        writeln!(self.input, "{wish}").unwrap();
    }

    fn next(&mut self, limit: Duration) -> Value {
        self.output
            .recv_timeout(limit)
            .expect("the process says something")
    }

    /// Shows a toast with a button `start`.
    pub fn show(&mut self, title: &str, body: &str) -> Result {
        self.show_with(json!({ "title": title, "body": body, "buttons": [["start", "现在开始"], ["later", "十分钟后"]] }))
    }

    pub fn show_with(&mut self, mut wish: Value) -> Result {
        self.number += 1;
        wish["number"] = self.number.into();
        let begun = Instant::now();
        self.say(&wish);
        loop {
            let said = self.next(Duration::from_secs(20));
            if self.keep(&said) {
                continue;
            }
            return Result {
                number: self.number,
                said,
                took: begun.elapsed(),
            };
        }
    }

    fn keep(&mut self, said: &Value) -> bool {
        let answer = said.get("answer");
        self.heard
            .extend(answer.map(|answer| (said["number"].as_u64().unwrap(), answer.clone())));
        answer.is_some()
    }

    /// What became of a toast.
    #[track_caller]
    pub fn answer_of(&mut self, toast: &Result) -> Value {
        loop {
            if let Some(at) = self
                .heard
                .iter()
                .position(|(number, _)| *number == toast.number)
            {
                return self.heard.remove(at).1;
            }
            let said = self.next(Duration::from_secs(5));
            assert!(self.keep(&said), "an answer was expected: {said}");
        }
    }

    /// Whether nothing is said for a while.
    pub fn is_silent(&mut self) -> bool {
        self.heard.is_empty()
            && self
                .output
                .recv_timeout(Duration::from_millis(400))
                .is_err()
    }

    pub fn threads(&mut self) -> u64 {
        self.say(&json!("threads"));
        loop {
            let said = self.next(Duration::from_secs(5));
            if !self.keep(&said) {
                return said["threads"].as_u64().unwrap();
            }
        }
    }
}

impl Drop for Shower {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Cargo builds the example together with the tests of the package and puts it beside them.
fn example() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let built = test.parent().and_then(|deps| deps.parent()).unwrap();
    let example = built.join("examples/show_toast");
    assert!(
        example.exists(),
        "cargo test -p kaizhang-toast builds {}",
        example.display()
    );
    example
}
