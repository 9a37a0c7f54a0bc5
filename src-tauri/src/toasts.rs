//! Reminders of a window that is on duty itself: the toast, and the window brought up.

use kaizhang_app::duty::{Notice, NoticeKind, Status};
use kaizhang_toast::{Answer, Button, Sender, Toast, Toasts};
use kaizhang_words::Lang;
use tauri::AppHandle;

use crate::{duty, manners};

/// The buttons' ids; `default` is the click on the toast itself.
const START: &str = "start";
const LATER: &str = "later";

/// Shows reminders.
pub struct Reminder {
    app: AppHandle,
    toasts: Toasts,
    /// The language where none was chosen on the screen.
    lang: Lang,
    /// A reminder of the day is on the desktop, as far as is known.
    shown: bool,
}

impl Reminder {
    /// A place for reminders. Nothing is asked of the desktop before the first one.
    pub fn new(app: AppHandle, lang: Lang) -> Self {
        let sender = Sender {
            name: "开张 Kaizhang".to_owned(),
            icon: "kaizhang".to_owned(),
            desktop_entry: "kaizhang-desktop".to_owned(),
        };
        Self {
            app,
            toasts: Toasts::new(sender),
            lang,
            shown: false,
        }
    }

    /// Shows a reminder as far as this desktop can; the banner in the window is there in any case.
    pub fn show(&mut self, notice: &Notice) {
        let words = notice.in_words(self.lang);
        let later = words.later.map(|label| Button {
            id: LATER.to_owned(),
            label,
        });
        let start = Button {
            id: START.to_owned(),
            label: words.start,
        };
        let toast = Toast {
            title: words.title,
            body: words.body,
            buttons: [Some(start), later].into_iter().flatten().collect(),
            sound: notice.sound,
            // Before the door opens it may fade; later it stays until somebody has seen it.
            urgent: matches!(notice.kind, NoticeKind::Late | NoticeKind::Nag),
        };
        let app = self.app.clone();
        let shown = self.toasts.show(toast, move |answer| match answer {
            Answer::Clicked { .. } => come(&app),
            Answer::Button { id, .. } if id == START => come(&app),
            Answer::Button { .. } => duty::put_off(&app),
            Answer::Closed | Answer::Replaced => {}
        });
        // One about anything else than the check is not over when the check is.
        self.shown = matches!(
            notice.kind,
            NoticeKind::Due | NoticeKind::Late | NoticeKind::Nag
        );
        if let Err(cause) = shown {
            log::info!("no toast: {cause}");
        }
        if notice.raise {
            manners::raise(&self.app);
        }
    }

    /// Takes a reminder from the desktop that is not true any more: the check is finished, or the door stays shut.
    pub fn follow(&mut self, status: &Status) {
        if self.shown && !status.waiting {
            self.shown = false;
            self.toasts.take_down();
        }
    }
}

/// Brings the window up with today's checklist.
fn come(app: &AppHandle) {
    manners::raise(app);
    manners::show_today(app);
}
