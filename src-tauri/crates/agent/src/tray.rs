//! The tray: a StatusNotifierItem, on a thread of its own because every word to a tray may take as long as the desktop
//! likes. Where nobody shows trays it waits for somebody who does, such as an extension that is switched on later.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use ksni::blocking::{Handle, TrayMethods};
use ksni::menu::{MenuItem, StandardItem};
use ksni::{Category, Icon, OfflineReason, Status, ToolTip};

use crate::agent::Event;
use crate::face::Face;
use crate::icon::{self, Sign};

/// How long until a bus or a tray that was not there is looked for again.
const AGAIN: Duration = Duration::from_secs(30);
/// What trays ask for at the usual and at double resolution.
const SIDES: [u16; 4] = [16, 22, 32, 48];

/// The tray of this process.
pub(crate) struct Tray {
    faces: Sender<Face>,
}

impl Tray {
    /// Starts the tray's thread; it shows nothing before the first face.
    pub(crate) fn start(tell: Sender<Event>) -> Self {
        let (faces, taken) = mpsc::channel();
        let started = thread::Builder::new()
            .name("kaizhang-tray".to_owned())
            .spawn(move || stay(&taken, &tell));
        if let Err(cause) = started {
            log::warn!("there is no tray: {cause}");
        }
        Self { faces }
    }

    /// Shows another face. Waits for nothing.
    pub(crate) fn show(&self, face: Face) {
        // Without a tray nobody takes it.
        let _ = self.faces.send(face);
    }
}

fn stay(faces: &Receiver<Face>, tell: &Sender<Event>) {
    let Ok(mut face) = faces.recv() else { return };
    let mut told = false;
    loop {
        let unseen = Arc::new(AtomicBool::new(false));
        let item = Item {
            face: face.clone(),
            tell: tell.clone(),
            unseen: Arc::clone(&unseen),
        };
        match item.assume_sni_available(true).spawn() {
            Ok(handle) => {
                told = false;
                let last = follow(&handle, face, faces, &unseen);
                handle.shutdown().wait();
                let Some(last) = last else { return };
                face = last;
                continue;
            }
            Err(cause) if !told => {
                told = true;
                log::info!("no tray for now: {cause}");
            }
            Err(_) => {}
        }
        match faces.recv_timeout(AGAIN) {
            Ok(newer) => face = newer,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Hands each face on. Comes back with the last one when the tray is to be made anew, or with none at the end of all.
fn follow(
    handle: &Handle<Item>,
    first: Face,
    faces: &Receiver<Face>,
    unseen: &AtomicBool,
) -> Option<Face> {
    let mut last = first;
    loop {
        match faces.recv_timeout(AGAIN) {
            Ok(face) => {
                last = face;
                let newest = last.clone();
                if handle.update(|item| item.face = newest).is_none() {
                    return Some(last);
                }
            }
            // Somebody who began to show trays in the very moment in which ksni found nobody and was about to listen for
            // somebody was not heard.
            Err(RecvTimeoutError::Timeout)
                if handle.is_closed()
                    || unseen.load(Ordering::SeqCst) && somebody_shows_trays() =>
            {
                return Some(last);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}

fn somebody_shows_trays() -> bool {
    let ask = || -> zbus::Result<bool> {
        let bus = zbus::blocking::Connection::session()?;
        let name = zbus::names::BusName::try_from("org.kde.StatusNotifierWatcher")?;
        let owned = zbus::blocking::fdo::DBusProxy::new(&bus)?.name_has_owner(name)?;
        Ok(owned)
    };
    ask().unwrap_or(false)
}

struct Item {
    face: Face,
    tell: Sender<Event>,
    /// Nobody shows trays, as far as ksni knows.
    unseen: Arc<AtomicBool>,
}

impl Item {
    fn tell(&self, event: Event) {
        // A loop that has ended needs no wishes.
        let _ = self.tell.send(event);
    }

    fn open(&self) {
        self.tell(Event::Open(ksni::current_xdg_activation_token()));
    }
}

impl ksni::Tray for Item {
    fn watcher_online(&self) {
        self.unseen.store(false, Ordering::SeqCst);
    }

    /// Nobody shows trays: that may change, and is waited for. Somebody who does but did not take this one is asked anew
    /// after a while.
    fn watcher_offline(&self, reason: OfflineReason) -> bool {
        use ksni::Error::Watcher;
        use zbus::fdo::Error::ServiceUnknown;
        self.unseen.store(true, Ordering::SeqCst);
        match reason {
            OfflineReason::No | OfflineReason::Error(Watcher(ServiceUnknown(_))) => true,
            other => {
                log::info!("the tray was not taken: {other:?}");
                false
            }
        }
    }

    fn id(&self) -> String {
        "kaizhang".to_owned()
    }

    fn category(&self) -> Category {
        Category::ApplicationStatus
    }

    fn title(&self) -> String {
        self.face.name.clone()
    }

    fn status(&self) -> Status {
        match self.face.sign {
            Sign::Alert => Status::NeedsAttention,
            Sign::Ready | Sign::Left | Sign::Closed => Status::Active,
        }
    }

    fn icon_pixmap(&self) -> Vec<Icon> {
        pictures(self.face.sign)
    }

    fn attention_icon_pixmap(&self) -> Vec<Icon> {
        pictures(self.face.sign)
    }

    fn tool_tip(&self) -> ToolTip {
        ToolTip {
            title: self.face.name.clone(),
            // Some desktops read this as markup, and a till may be called what it likes.
            description: self
                .face
                .lines
                .join("\n")
                .replace('&', "&amp;")
                .replace('<', "&lt;"),
            ..ToolTip::default()
        }
    }

    fn activate(&mut self, _x: i32, _y: i32) {
        self.open();
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        let face = &self.face;
        let mut items: Vec<MenuItem<Self>> = face.lines.iter().map(|line| state(line)).collect();
        items.push(MenuItem::Separator);
        items.push(choice(&face.open, Self::open));
        items.extend(
            face.later
                .iter()
                .map(|label| choice(label, |item| item.tell(Event::Later))),
        );
        items.extend(
            face.close_today
                .iter()
                .map(|label| choice(label, |item| item.tell(Event::CloseToday))),
        );
        items.extend(
            face.open_today
                .iter()
                .map(|label| choice(label, |item| item.tell(Event::OpenToday))),
        );
        items.push(MenuItem::Separator);
        items.push(choice(&face.quit, |item| item.tell(Event::End)));
        items
    }
}

fn pictures(sign: Sign) -> Vec<Icon> {
    let picture = |side| {
        let picture = icon::draw(sign, side);
        Icon {
            width: i32::from(picture.side),
            height: i32::from(picture.side),
            data: picture.argb,
        }
    };
    SIDES.into_iter().map(picture).collect()
}

/// A line that only tells.
fn state(text: &str) -> MenuItem<Item> {
    StandardItem {
        label: label(text),
        enabled: false,
        ..StandardItem::default()
    }
    .into()
}

fn choice(text: &str, chosen: impl Fn(&Item) + Send + 'static) -> MenuItem<Item> {
    StandardItem {
        label: label(text),
        activate: Box::new(move |item: &mut Item| chosen(item)),
        ..StandardItem::default()
    }
    .into()
}

/// In a menu's label one underscore marks a key; two are one that is shown.
fn label(text: &str) -> String {
    text.replace('_', "__")
}
