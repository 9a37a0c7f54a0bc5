//! Desktop notifications that can never freeze whoever shows them.
//!
//! A notification service may be absent, asleep, stopped or half dead, and the bus it lives on as well. Every call here
//! returns within [`PATIENCE`]. What is slow is waited for by one thread; while that one waits, later calls are told
//! [`NoToast::Busy`] at once, so that threads never pile up.
//!
//! One [`Toasts`] has one place on the screen: a newer toast takes the place of the older.
//!
//! On Linux this speaks the desktop's notification protocol on the session bus, whose address it takes from the
//! environment, like every program of the desktop. On Windows and macOS it goes through notify-rust; that way has not
//! been tried on either system.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test fails by panicking"
    )
)]

#[cfg(all(unix, not(target_os = "macos")))]
mod board;
#[cfg(all(unix, not(target_os = "macos")))]
#[path = "bus.rs"]
mod desk;
#[cfg(any(windows, target_os = "macos"))]
#[path = "native.rs"]
mod desk;
#[cfg(all(unix, not(target_os = "macos")))]
mod notice;
mod worker;

use std::fmt;
use std::time::Duration;

use worker::Worker;

/// The longest that a call here takes.
pub const PATIENCE: Duration = Duration::from_secs(3);

/// Who shows toasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The program's name, as the desktop shows it beside the toast.
    pub name: String,
    /// The icon's name in the icon theme, or the path of a picture.
    pub icon: String,
    /// The name of the program's `.desktop` file, without its ending; desktops keep their settings under it.
    pub desktop_entry: String,
}

/// One notification. Its texts are data: nothing in them is read as markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Toast {
    /// One short line.
    pub title: String,
    /// One or two sentences.
    pub body: String,
    /// What can be chosen, most likely first. A desktop without buttons leaves them out, so the texts must stand alone.
    pub buttons: Vec<Button>,
    /// Whether it may be heard.
    pub sound: bool,
    /// Whether it stays until somebody has seen it.
    pub urgent: bool,
}

/// A button of a toast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// Comes back in [`Answer::Button`]; `default` is taken by the click on the toast itself.
    pub id: String,
    /// What stands on it.
    pub label: String,
}

/// What became of a toast. Each toast that was shown gets one; on macOS, which tells only a program with a main run
/// loop, none does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The toast itself was clicked.
    Clicked {
        /// On Wayland, what a window needs to be allowed to the front.
        token: Option<String>,
    },
    /// A button was pressed.
    Button {
        /// The button's id.
        id: String,
        /// On Wayland, what a window needs to be allowed to the front.
        token: Option<String>,
    },
    /// It was put aside, ran out or went away with its service.
    Closed,
    /// A newer toast stands in its place.
    Replaced,
}

/// What the desktop does with a toast that it took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Whether it shows buttons.
    pub buttons: bool,
    /// Whether it makes the sound that was asked for.
    pub sound: bool,
}

/// Why there is no toast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoToast {
    /// There is no session bus, or it is gone.
    NoBus(String),
    /// This desktop has no notification service.
    NoService,
    /// The desktop did not answer in time. The toast may still appear, and then its answer still comes.
    Slow,
    /// An earlier toast is still being waited for.
    Busy,
    /// The service said no.
    Refused(String),
}

impl fmt::Display for NoToast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBus(cause) => write!(f, "no session bus: {cause}"),
            Self::NoService => f.write_str("no notification service"),
            Self::Slow => f.write_str("the notification service does not answer"),
            Self::Busy => f.write_str("the notification service has yet to answer the last toast"),
            Self::Refused(cause) => write!(f, "the notification service refused: {cause}"),
        }
    }
}

impl std::error::Error for NoToast {}

/// Called once with what became of a toast, on a thread of this crate; it must not wait for anything.
pub(crate) type Callback = Box<dyn FnOnce(Answer) + Send>;

/// A place on the screen for toasts.
///
/// Making one costs nothing: the bus is first asked when there is something to show. Dropping it leaves the toast on
/// the screen and forgets its answer.
pub struct Toasts {
    worker: Worker,
}

impl Toasts {
    /// A place for the toasts of one sender.
    #[must_use]
    pub fn new(sender: Sender) -> Self {
        Self {
            worker: Worker::new(sender),
        }
    }

    /// Shows a toast in the place of the one before. `on` hears what became of it.
    ///
    /// # Errors
    /// Why there is no toast; never later than [`PATIENCE`].
    pub fn show(
        &self,
        toast: Toast,
        on: impl FnOnce(Answer) + Send + 'static,
    ) -> Result<Shown, NoToast> {
        self.worker.show(toast, Box::new(on))
    }

    /// Takes the toast from the screen, if there is one. Waits for nothing.
    pub fn take_down(&self) {
        self.worker.take_down();
    }
}
