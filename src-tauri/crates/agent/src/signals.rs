//! The system's wish that this process ends.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::agent::Event;

/// A session that ends does not wait long. What is not done by then is left: nothing of the shop's can be lost by it.
const PATIENCE: Duration = Duration::from_millis(1500);

/// Starts to listen for the signals that mean the end.
///
/// # Errors
/// When the system gives no thread.
pub(crate) fn watch(tell: Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    thread::Builder::new()
        .name("kaizhang-signals".to_owned())
        .spawn(move || {
            let Some(signal) = signals.forever().next() else {
                return;
            };
            log::info!("told to end by signal {signal}");
            // A loop that has ended already needs no telling.
            let _ = tell.send(Event::End);
            thread::sleep(PATIENCE);
            log::warn!("not everything ended in time");
            std::process::exit(0);
        })
        .map(drop)
}
