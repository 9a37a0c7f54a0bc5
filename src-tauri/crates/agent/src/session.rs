//! The end of the session. Not every desktop ends what it started at login; an agent that stayed behind could show
//! nothing any more, and would keep the next one from serving the folder.

use std::sync::mpsc::Sender;
use std::thread;

use zbus::blocking::Connection;

use crate::agent::Event;

/// Tells when the session's bus goes away. Where there is none there is nothing to watch.
pub(crate) fn watch(tell: Sender<Event>) {
    let watching = thread::Builder::new()
        .name("kaizhang-session".to_owned())
        .spawn(move || {
            // A bus that does not answer holds up this thread and nobody else.
            match Connection::session() {
                Ok(bus) => {
                    bus.closed();
                    log::info!("the session is over");
                    // A loop that has ended already needs no telling.
                    let _ = tell.send(Event::End);
                }
                Err(cause) => log::info!("no session bus: {cause}"),
            }
        });
    if let Err(cause) = watching {
        log::warn!("the end of the session will not be noticed: {cause}");
    }
}
