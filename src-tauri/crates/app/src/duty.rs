//! The duty loop: it reminds, puts days on record, and sends what is to be sent.
//!
//! It runs in exactly one process of a data folder, whichever holds `duty.lock`: the agent, or the
//! window when there is no agent. The others only follow what the tray shows, and take over when the
//! lock falls free. The loop keeps no plan in memory: each look compares the wall clock with the plan
//! and with what the database says has fired, so that sleep, a clock that was set, a killed process or
//! a second one change nothing but the hour at which a reminder comes.

mod awake;
pub(crate) mod letters;
mod sending;
mod status;
mod tick;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use kaizhang_store::{DutyLock, OpenOptions};
use serde_json::Value;

use crate::outside::{Outside, System};
use crate::{App, Caller, Refusal};

pub use letters::{Notice, NoticeKind, Replies};
pub use status::{Status, TillStatus};

/// Who runs the loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// The small program in the tray.
    Agent,
    /// A window, while there is no agent.
    Window,
}

/// What the loop tells its process.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// Show this reminder now. It is taken as shown when the call returns.
    Remind(Notice),
    /// What the tray shows has changed; told once at the start as well.
    Status(Status),
    /// The owner does not want the agent on this PC any more. Only an agent is told.
    Leave,
    /// The data folder cannot be used just now; the loop goes on trying.
    Trouble(Refusal),
}

/// How often the loop looks whether anything was written, and whether duty fell free. A look costs one PRAGMA and one
/// lock.
const LOOK: Duration = Duration::from_secs(2);
/// How often it compares the clock with the plan.
const TICK: Duration = Duration::from_secs(30);
/// How often it tries a folder that was refused.
const TRY: Duration = Duration::from_secs(10);

/// How long a program that ends waits for its loop.
const FAREWELL: Duration = Duration::from_secs(4);

/// The running loop. Dropping it ends the loop and gives duty back.
pub struct Duty {
    bell: Sender<Bell>,
    app: Arc<Mutex<Option<Arc<App>>>>,
    /// Falls silent when the loop has ended.
    ended: Receiver<()>,
}

enum Bell {
    /// Look now, and answer when that is done.
    Look(Option<Sender<()>>),
    End,
}

impl Duty {
    /// Starts the loop on a thread of its own. `tell` is called on that thread.
    pub fn start(
        folder: &Path,
        holder: Holder,
        tell: impl FnMut(News) + Send + 'static,
    ) -> io::Result<Duty> {
        Duty::start_with(folder, holder, Arc::new(System), tell)
    }

    /// Starts the loop with a clock and chance of the caller's choice.
    pub fn start_with(
        folder: &Path,
        holder: Holder,
        outside: Arc<dyn Outside>,
        tell: impl FnMut(News) + Send + 'static,
    ) -> io::Result<Duty> {
        let (bell, heard) = mpsc::channel();
        let app = Arc::new(Mutex::new(None));
        let mut round = Round {
            folder: folder.to_owned(),
            holder,
            outside,
            tell: Box::new(tell),
            app: Arc::clone(&app),
            post: None,
            version: None,
            shown: None,
            troubled: None,
            since_tick: TICK,
            since_try: TRY,
        };
        let (running, ended) = mpsc::channel::<()>();
        thread::Builder::new()
            .name("kaizhang-duty".to_owned())
            .spawn(move || {
                round.go(&heard);
                // The locks fall before the end is told of.
                drop(round);
                drop(running);
            })?;
        Ok(Duty { bell, app, ended })
    }

    /// Runs a command of the table on the loop's own folder.
    pub fn call(&self, name: &str, input: Value) -> Result<Value, Refusal> {
        let open = held(&self.app).clone();
        let app = open.ok_or_else(|| Refusal::with("folder_busy", "waits_for", "duty"))?;
        let answer = app.call(&Caller::default(), name, input);
        self.poke();
        answer
    }

    /// Has the loop look now instead of in two seconds.
    pub fn poke(&self) {
        // A loop that has ended looks no more; there is nobody to tell.
        let _ = self.bell.send(Bell::Look(None));
    }

    /// Has the loop look now, and waits until it has.
    pub fn look(&self) {
        let (done, told) = mpsc::channel();
        let _ = self.bell.send(Bell::Look(Some(done)));
        // The answer is that the sender is gone, whatever became of the loop.
        let _ = told.recv();
    }
}

impl Drop for Duty {
    fn drop(&mut self) {
        let _ = self.bell.send(Bell::End);
        // A loop that waits for a desktop or a disk that does not answer must not keep a program from ending.
        let _ = self.ended.recv_timeout(FAREWELL);
    }
}

fn held<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The state of the loop between two looks.
struct Round {
    folder: PathBuf,
    holder: Holder,
    outside: Arc<dyn Outside>,
    tell: Box<dyn FnMut(News) + Send>,
    app: Arc<Mutex<Option<Arc<App>>>>,
    post: Option<Post>,
    version: Option<i64>,
    shown: Option<Status>,
    troubled: Option<String>,
    since_tick: Duration,
    since_try: Duration,
}

/// Duty, while this process has it.
struct Post {
    _lock: DutyLock,
    awake: awake::Awake,
    sending: sending::Sending,
}

impl Round {
    fn go(&mut self, heard: &Receiver<Bell>) {
        let mut asked = None;
        loop {
            if let Err(refusal) = self.look() {
                self.trouble(refusal);
            }
            drop(asked.take());
            match heard.recv_timeout(LOOK) {
                Ok(Bell::End) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(Bell::Look(done)) => {
                    self.since_tick = TICK;
                    asked = done;
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
            self.since_tick += LOOK;
            self.since_try += LOOK;
        }
        if let (Some(post), Some(app)) = (&mut self.post, held(&self.app).clone()) {
            // Best effort: without it the last minutes are not counted as run.
            let _ = post.awake.end(&app);
        }
        *held(&self.app) = None;
    }

    fn look(&mut self) -> Result<(), Refusal> {
        let Some(app) = self.open()? else {
            return Ok(());
        };
        if self.post.is_none()
            && let Some(lock) = app.store.take_duty()?
        {
            self.post = Some(Post {
                _lock: lock,
                awake: awake::Awake::begin(&*self.outside),
                sending: sending::Sending::default(),
            });
            self.since_tick = TICK;
        }
        let version = app.data_version()?;
        let changed = self.version.replace(version) != Some(version);
        let jumped = self
            .post
            .as_ref()
            .is_some_and(|post| post.awake.jumped(&*self.outside));
        if !changed && !jumped && self.since_tick < TICK {
            return Ok(());
        }
        self.since_tick = Duration::ZERO;
        if let Some(post) = &mut self.post {
            post.awake.tick(&app)?;
            tick::tick(&app)?;
            for notice in letters::due_toasts(&app)? {
                (self.tell)(News::Remind(notice.notice));
                letters::shown(&app, &notice.id)?;
            }
            post.sending.start_if_due(&app, &self.folder)?;
        }
        self.show(&app)
    }

    /// The folder, opened when it is not.
    fn open(&mut self) -> Result<Option<Arc<App>>, Refusal> {
        if let Some(app) = held(&self.app).clone() {
            return Ok(Some(app));
        }
        if self.since_try < TRY {
            return Ok(None);
        }
        self.since_try = Duration::ZERO;
        let options = OpenOptions::default();
        let app = Arc::new(App::open_with(
            &self.folder,
            options,
            Arc::clone(&self.outside),
        )?);
        *held(&self.app) = Some(Arc::clone(&app));
        self.troubled = None;
        Ok(Some(app))
    }

    /// Tells of a folder that cannot be used, once for each reason. After a failed write the folder is
    /// closed and checked anew with the next try, and duty is given to whoever can do better.
    fn trouble(&mut self, refusal: Refusal) {
        if refusal.stops_writing() || refusal.is_about_the_folder() {
            self.post = None;
            self.version = None;
            // When the folder can be used again, the tray is told so even if nothing else changed.
            self.shown = None;
            *held(&self.app) = None;
            self.since_try = Duration::ZERO;
        }
        if self.troubled.as_deref() != Some(&refusal.code) {
            self.troubled = Some(refusal.code.clone());
            (self.tell)(News::Trouble(refusal));
        }
    }

    fn show(&mut self, app: &App) -> Result<(), Refusal> {
        let status = status::status(app, self.post.is_some())?;
        if self.shown.as_ref() == Some(&status) {
            return Ok(());
        }
        let leave = self.holder == Holder::Agent && status.agent_wanted == Some(false);
        self.shown = Some(status.clone());
        (self.tell)(News::Status(status));
        if leave {
            (self.tell)(News::Leave);
        }
        Ok(())
    }
}
