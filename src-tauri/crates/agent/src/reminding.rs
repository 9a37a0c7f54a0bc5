//! What the duty loop tells, on its own thread: a reminder is on the screen, or the window is coming, before the loop takes
//! it as shown. Nothing here waits longer than a toast may.

use std::sync::Arc;
use std::sync::mpsc::Sender;

use kaizhang_app::duty::{News, Notice, NoticeKind};
use kaizhang_toast::{Answer, Button, Toast, Toasts};
use kaizhang_words::{Lang, Words};

use crate::agent::Event;
use crate::window::Window;

const START: &str = "start";
const LATER: &str = "later";

/// Shows what is to be shown, and hands the rest to the main loop.
pub(crate) struct Reminding {
    pub(crate) toasts: Arc<Toasts>,
    pub(crate) window: Arc<Window>,
    pub(crate) tell: Sender<Event>,
    /// The language where none was chosen in the window.
    pub(crate) lang: Lang,
    /// A reminder of the day is on the screen, as far as is known.
    pub(crate) shown: bool,
}

impl Reminding {
    /// To be given to the duty loop.
    pub(crate) fn hear(&mut self, news: News) {
        match news {
            News::Remind(notice) => self.remind(&notice),
            News::Status(status) => {
                // Done in the window, put off or closed there: the toast is not true any more.
                if self.shown && !status.waiting {
                    self.shown = false;
                    self.toasts.take_down();
                }
                self.send(Event::Status(Box::new(status)));
            }
            News::Leave => self.send(Event::Leave),
            News::Trouble(refusal) => {
                log::error!("the data folder cannot be used: {}", refusal.code);
                self.send(Event::Trouble);
            }
        }
    }

    fn send(&self, event: Event) {
        // A loop that has ended wants no news.
        let _ = self.tell.send(event);
    }

    fn remind(&mut self, notice: &Notice) {
        let tell = self.tell.clone();
        let shown = self.toasts.show(toast(notice, self.lang), move |answer| {
            if let Some(event) = meant(answer) {
                // As above.
                let _ = tell.send(event);
            }
        });
        // One about anything else than the check is not over when the check is.
        self.shown = matches!(
            notice.kind,
            NoticeKind::Due | NoticeKind::Late | NoticeKind::Nag
        );
        match &shown {
            Ok(shown) => log::info!("reminded: {:?}, {shown:?}", notice.kind),
            // A desktop that shows no toasts still has the window, which says it as well.
            Err(why) => log::warn!("no toast for {:?}: {why}", notice.kind),
        }
        if notice.raise || shown.is_err() {
            // One that does not come leaves its line in the log; the reminder itself is more important on the screen.
            let _ = self.window.open(None);
        }
    }
}

/// Says on the desktop that the window's program is not there, and how that went.
pub(crate) fn say_missing(toasts: &Toasts, words: &Words) -> &'static str {
    let toast = Toast {
        title: words.say("toast-no-window-title"),
        body: words.say("toast-no-window-text"),
        urgent: true,
        ..Toast::default()
    };
    match toasts.show(toast, drop) {
        Ok(_) => "the person was told",
        Err(_) => "the person could not be told",
    }
}

fn meant(answer: Answer) -> Option<Event> {
    match answer {
        Answer::Clicked { token } => Some(Event::Open(token)),
        Answer::Button { id, token } if id == START => Some(Event::Open(token)),
        Answer::Button { id, .. } if id == LATER => Some(Event::Later),
        Answer::Button { .. } | Answer::Closed | Answer::Replaced => None,
    }
}

fn toast(notice: &Notice, lang: Lang) -> Toast {
    let said = notice.in_words(lang);
    let button = |id: &str, label| Button {
        id: id.to_owned(),
        label,
    };
    let mut buttons = vec![button(START, said.start)];
    buttons.extend(said.later.map(|label| button(LATER, label)));
    Toast {
        title: said.title,
        body: said.body,
        buttons,
        sound: notice.sound,
        // Once the door is open the toast stays until somebody has seen it.
        urgent: matches!(notice.kind, NoticeKind::Late | NoticeKind::Nag),
    }
}
