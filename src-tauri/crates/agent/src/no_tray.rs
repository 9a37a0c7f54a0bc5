//! Where there is no tray yet: Windows and macOS want one that is run by a main loop of their own, which has not been
//! built. Reminders and the window do not need it.

use std::sync::mpsc::Sender;

use crate::agent::Event;
use crate::face::Face;

pub(crate) struct Tray;

impl Tray {
    pub(crate) fn start(_tell: Sender<Event>) -> Self {
        Self
    }

    #[expect(clippy::unused_self, reason = "the same calls as where there is one")]
    pub(crate) fn show(&self, _face: Face) {}
}
