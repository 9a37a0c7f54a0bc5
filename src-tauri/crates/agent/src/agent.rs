//! The main loop: it waits for news of the day, wishes of the person and the end, and looks every few seconds whether an
//! upgrade has put another program in this one's place.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use chrono::NaiveDate;
use kaizhang_app::duty::{Duty, Holder, Status};
use kaizhang_app::{Outside, System};
use kaizhang_toast::{Sender as ToastSender, Toasts};
use kaizhang_words::{LATER_MIN, Lang, Words};
use serde_json::json;

use crate::autostart::Autostart;
use crate::face::Face;
use crate::own::Own;
use crate::reminding::{self, Reminding};
use crate::tray::Tray;
use crate::window::{self, NoWindow, Window};

/// What the main loop hears.
#[derive(Debug)]
pub(crate) enum Event {
    /// The window is wanted, with Wayland's leave to come to the front.
    Open(Option<String>),
    /// Quiet for a while.
    Later,
    /// The door stays shut today.
    CloseToday,
    /// It does not, after all.
    OpenToday,
    /// The day, as it stands now.
    Status(Box<Status>),
    /// The data folder cannot be used just now.
    Trouble,
    /// The owner does not want an agent on this PC any more.
    Leave,
    /// The person, the session or the system ends this process.
    End,
}

/// How it ended.
#[derive(Debug)]
pub(crate) enum Ended {
    /// As it was told.
    Done,
    /// To make room for the newer program that lies in this one's place.
    Replaced(Own),
}

/// How often the loop looks around without being told. A migration waits longer than this for its turn.
const PAUSE: Duration = Duration::from_secs(3);

/// This process at work.
pub(crate) struct Agent {
    heard: Receiver<Event>,
    duty: Option<Duty>,
    toasts: Arc<Toasts>,
    tray: Tray,
    window: Arc<Window>,
    autostart: Autostart,
    own: Own,
    /// `--lang`.
    asked: Option<Lang>,
    status: Option<Box<Status>>,
    /// The day that was closed from the tray.
    closed: Option<NaiveDate>,
}

impl Agent {
    /// Begins to watch the clock.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub(crate) fn begin(folder: PathBuf, asked: Option<Lang>, own: Own) -> io::Result<Self> {
        log::info!("version {}", env!("CARGO_PKG_VERSION"));
        let (tell, heard) = mpsc::channel();
        #[cfg(unix)]
        crate::signals::watch(tell.clone())?;
        #[cfg(target_os = "linux")]
        crate::session::watch(tell.clone());
        let toasts = Arc::new(Toasts::new(ToastSender {
            name: "开张 Kaizhang".to_owned(),
            icon: "kaizhang".to_owned(),
            desktop_entry: "kaizhang-desktop".to_owned(),
        }));
        let window = Arc::new(Window::new(&own, &folder));
        let tray = Tray::start(tell.clone());
        let lang = asked.unwrap_or_else(Lang::of_this_process);
        tray.show(Face::at_first(&Words::new(lang)));
        let mut reminding = Reminding {
            toasts: Arc::clone(&toasts),
            window: Arc::clone(&window),
            tell,
            lang,
            shown: false,
        };
        let duty = Duty::start(&folder, Holder::Agent, move |news| reminding.hear(news))?;
        Ok(Self {
            heard,
            duty: Some(duty),
            toasts,
            tray,
            window,
            autostart: Autostart::new(own.path(), &folder),
            own,
            asked,
            status: None,
            closed: None,
        })
    }

    /// Stays until the end.
    pub(crate) fn stay(mut self) -> Ended {
        loop {
            match self.heard.recv_timeout(PAUSE) {
                Ok(event) if self.ends_with(&event) => break,
                Ok(event) => self.handle(event),
                Err(RecvTimeoutError::Timeout) => {
                    if self.own.was_replaced() {
                        log::info!("another version lies in this one's place and takes over");
                        self.duty = None;
                        return Ended::Replaced(self.own);
                    }
                }
                // The duty loop holds an end as long as it lives.
                Err(RecvTimeoutError::Disconnected) => break,
            }
            window::reap();
        }
        self.duty = None;
        log::info!("ended");
        Ended::Done
    }

    fn ends_with(&mut self, event: &Event) -> bool {
        match event {
            Event::End => true,
            Event::Leave => {
                log::info!("not wanted on this PC any more");
                if let Err(cause) = self.autostart.remove() {
                    log::warn!("the autostart entry stays: {cause}");
                }
                true
            }
            _ => false,
        }
    }

    fn handle(&mut self, event: Event) {
        match event {
            Event::Open(token) => self.open(token.as_deref()),
            Event::Later => {
                self.call("put_off_reminder", json!({ "minutes": LATER_MIN }));
                self.toasts.take_down();
            }
            Event::CloseToday => {
                if self.call("plan_days", json!({ "plan": "closed" })) {
                    self.closed = self.status.as_ref().map(|status| status.day);
                    self.toasts.take_down();
                }
            }
            Event::OpenToday => {
                self.call("plan_days", json!({ "plan": "usual" }));
            }
            Event::Status(status) => self.show(status),
            Event::Trouble => self.tray.show(Face::in_trouble(&self.words())),
            Event::Leave | Event::End => {}
        }
    }

    fn open(&self, token: Option<&str>) {
        if self.window.open(token) == Err(NoWindow::Missing) {
            log::info!("{}", reminding::say_missing(&self.toasts, &self.words()));
        }
    }

    /// Runs a command, and says whether that went well.
    fn call(&self, name: &str, input: serde_json::Value) -> bool {
        let Some(duty) = &self.duty else { return false };
        match duty.call(name, input) {
            Ok(_) => true,
            Err(refusal) => {
                log::warn!("{name} was refused: {}", refusal.code);
                false
            }
        }
    }

    fn show(&mut self, status: Box<Status>) {
        let closed_here = self.closed == Some(status.day);
        // The words are read anew each time: that takes a millisecond, and keeping them would take a megabyte all day.
        let face = Face::of(&self.words_for(&status), &status, closed_here, System.now());
        self.tray.show(face);
        if status.agent_wanted == Some(true)
            && let Err(cause) = self.autostart.ensure()
        {
            log::warn!("no autostart entry: {cause}");
        }
        self.status = Some(status);
    }

    fn words(&self) -> Words {
        self.status.as_ref().map_or_else(
            || Words::new(self.lang(None)),
            |status| self.words_for(status),
        )
    }

    fn words_for(&self, status: &Status) -> Words {
        Words::new(self.lang(status.language.as_deref()))
    }

    /// What was chosen in the window, else at the start, else what the system says.
    fn lang(&self, chosen: Option<&str>) -> Lang {
        chosen
            .and_then(Lang::from_tag)
            .or(self.asked)
            .unwrap_or_else(Lang::of_this_process)
    }
}
