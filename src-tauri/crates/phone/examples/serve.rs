//! Serves the phone's page on this computer, for looking at it: `cargo run -p kaizhang-phone --example serve [PORT]`.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "an example speaks, and its files are thrown away"
)]

use std::error::Error;
use std::io::Read;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use kaizhang_phone::{Inbox, Kept, Language, Limits, Offer, Session, Setting, State, qr};

struct Folder {
    path: PathBuf,
    count: AtomicU32,
}

impl Inbox for Folder {
    fn take(&self, offer: Offer<'_>, source: &mut dyn Read) -> Result<Kept, String> {
        // Never under the name that the phone gave.
        let id = format!("{:02}", self.count.fetch_add(1, Ordering::Relaxed));
        let path = self.path.join(&id);
        let written =
            std::fs::File::create(&path).and_then(|mut file| std::io::copy(source, &mut file));
        if let Err(cause) = written {
            let _gone = std::fs::remove_file(&path);
            return Err(format!("not_written_{:?}", cause.kind()));
        }
        println!(
            "{id}: {:?}, {:?}, {} bytes",
            offer.name, offer.kind, offer.bytes
        );
        Ok(Kept { id })
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let port = std::env::args().nth(1).map_or(Ok(0), |port| port.parse())?;
    let folder = tempfile::tempdir()?;
    let mut chance = [0; 32];
    getrandom::fill(&mut chance).map_err(|cause| cause.to_string())?;
    let inbox = Folder {
        path: folder.path().to_owned(),
        count: AtomicU32::new(0),
    };
    let setting = Setting {
        ip: Ipv4Addr::LOCALHOST,
        port,
        limits: Limits::default(),
        language: Language::Chinese,
        chance,
    };
    let session = Session::start(setting, Arc::new(inbox))?;
    for row in qr(session.address())? {
        let line: String = row
            .iter()
            .map(|dark| if *dark { "██" } else { "  " })
            .collect();
        println!("{line}");
    }
    println!("{}", session.address());
    while !matches!(session.progress().state, State::Done | State::Over(_)) {
        std::thread::sleep(Duration::from_millis(200));
    }
    println!("{:?}", session.stop());
    Ok(())
}
