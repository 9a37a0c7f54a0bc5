//! Somebody who shows trays: a StatusNotifierWatcher on the bus, and the eyes and hand of a person at the tray.

use std::collections::HashMap;
use std::process::{Command, Stdio};
use std::time::Duration;

use zbus::blocking::Connection;
use zbus::zvariant::{OwnedValue, Value};

use crate::bus::{Bus, PYTHON, Process, is_owned, wait_until};
use crate::shop::SOON;

const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const PATH: &str = "/StatusNotifierWatcher";
const ITEM: &str = "org.kde.StatusNotifierItem";
const MENU: &str = "com.canonical.dbusmenu";

pub struct Watcher {
    pub process: Process,
    connection: Connection,
}

/// A line of the menu: number, label, whether it can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub id: i32,
    pub label: String,
    pub enabled: bool,
}

impl Watcher {
    pub fn start(bus: &Bus) -> Self {
        let process = Process::start(
            Command::new(PYTHON)
                .args(["-c", include_str!("watcher.py")])
                .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
                .stdout(Stdio::null()),
        );
        let connection = bus.connect();
        wait_until("the watcher is on the bus", Duration::from_secs(20), || {
            is_owned(&connection, WATCHER)
        });
        Self {
            process,
            connection,
        }
    }

    /// The trays that are there.
    pub fn items(&self) -> Vec<String> {
        let reply = self
            .connection
            .call_method(Some(WATCHER), PATH, Some(WATCHER), "Items", &());
        reply.unwrap().body().deserialize().unwrap()
    }

    /// The one tray, as soon as it is there; one that missed the watcher's start looks again after half a minute.
    pub fn item(&self) -> Item {
        wait_until("the tray is there", Duration::from_secs(60), || {
            !self.items().is_empty()
        });
        Item {
            name: self.items().pop().unwrap(),
            connection: self.connection.clone(),
        }
    }
}

pub struct Item {
    name: String,
    connection: Connection,
}

impl Item {
    fn property(&self, name: &str) -> OwnedValue {
        let reply = self
            .connection
            .call_method(
                Some(self.name.as_str()),
                "/StatusNotifierItem",
                Some("org.freedesktop.DBus.Properties"),
                "Get",
                &(ITEM, name),
            )
            .unwrap();
        reply.body().deserialize().unwrap()
    }

    pub fn status(&self) -> String {
        String::try_from(self.property("Status")).unwrap()
    }

    /// Sides of the pictures and the bytes of each.
    pub fn pictures(&self) -> Vec<(i32, i32, Vec<u8>)> {
        Vec::try_from(self.property("IconPixmap")).unwrap()
    }

    pub fn click(&self) {
        self.connection
            .call_method(
                Some(self.name.as_str()),
                "/StatusNotifierItem",
                Some(ITEM),
                "Activate",
                &(0, 0),
            )
            .unwrap();
    }

    /// The lines of the menu, from the top; separators have no label.
    pub fn menu(&self) -> Vec<Line> {
        let reply = self
            .connection
            .call_method(
                Some(self.name.as_str()),
                "/MenuBar",
                Some(MENU),
                "GetLayout",
                &(0, -1, Vec::<&str>::new()),
            )
            .unwrap();
        let (_revision, root): (u32, Node) = reply.body().deserialize().unwrap();
        root.2.into_iter().map(line).collect()
    }

    pub fn labels(&self) -> Vec<String> {
        self.menu().into_iter().map(|line| line.label).collect()
    }

    /// Chooses a line by its label until that has had its effect: a menu that is renewed between a look at it and the
    /// choice has other numbers, and a person would choose again.
    #[track_caller]
    pub fn choose_until(&self, label: &str, holds: impl Fn() -> bool) {
        let mut looks = 0;
        wait_until(label, SOON, || {
            if looks % 50 == 0 {
                self.choose(label);
            }
            looks += 1;
            holds()
        });
    }

    /// Chooses a line by its label, if it is there.
    pub fn choose(&self, label: &str) {
        let menu = self.menu();
        let Some(line) = menu.iter().find(|line| line.label == label) else {
            return;
        };
        assert!(line.enabled, "{label}");
        // A program that is told to end does so without an answer; what is chosen shows by what it does.
        let _ = self.connection.call_method(
            Some(self.name.as_str()),
            "/MenuBar",
            Some(MENU),
            "Event",
            &(line.id, "clicked", Value::from(""), 0_u32),
        );
    }
}

/// A line as the protocol has it: number, properties, lines below it.
type Node = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

fn line(child: OwnedValue) -> Line {
    let Value::Structure(child) = Value::from(child) else {
        panic!("a line has three parts");
    };
    let (id, mut properties, _): Node = child.try_into().unwrap();
    let mut take = |name: &str| properties.remove(name);
    Line {
        id,
        label: take("label").map_or_else(String::new, |label| label.try_into().unwrap()),
        enabled: take("enabled").is_none_or(|enabled| enabled.try_into().unwrap()),
    }
}
