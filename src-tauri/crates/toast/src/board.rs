//! Who waits for what became of which toast.

use crate::{Answer, Callback};

/// What the notification service told everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Signal {
    Token { id: u32, token: String },
    Action { id: u32, key: String },
    Closed { id: u32 },
}

/// The toast that is on the screen.
struct Live {
    /// The service that shows it, by its unique name: a number means something only to the service that gave it.
    service: String,
    id: u32,
    token: Option<String>,
    on: Callback,
}

/// What is to be called once the board is no longer locked.
#[must_use]
pub(crate) struct Call {
    on: Callback,
    answer: Answer,
}

impl Call {
    pub(crate) fn make(self) {
        (self.on)(self.answer);
    }
}

/// The key of a click on the toast itself, by the desktop's protocol.
pub(crate) const DEFAULT: &str = "default";

/// Signals that came while a toast was on its way. Nobody presses more buttons than this in that time.
const EARLY: usize = 16;

#[derive(Default)]
pub(crate) struct Board {
    live: Option<Live>,
    /// A toast was handed to the service and its number is not known yet.
    posting: bool,
    early: Vec<(String, Signal)>,
}

impl Board {
    /// The number to replace, if the toast before is still on the screen of this service.
    pub(crate) fn begin(&mut self, service: &str) -> u32 {
        self.posting = true;
        self.early.clear();
        self.live
            .as_ref()
            .filter(|live| live.service == service)
            .map_or(0, |live| live.id)
    }

    /// The service took the toast: what came meanwhile is answered as well.
    pub(crate) fn shown(&mut self, service: &str, id: u32, on: Callback) -> Vec<Call> {
        self.posting = false;
        let before = self.live.replace(Live {
            service: service.to_owned(),
            id,
            token: None,
            on,
        });
        let mut calls: Vec<Call> = before
            .map(|before| Call {
                on: before.on,
                answer: Answer::Replaced,
            })
            .into_iter()
            .collect();
        for (service, signal) in std::mem::take(&mut self.early) {
            calls.extend(self.hear(&service, signal));
        }
        calls
    }

    /// The service did not take the toast; the one before, if any, still counts.
    pub(crate) fn not_shown(&mut self) -> Vec<Call> {
        self.posting = false;
        let early = std::mem::take(&mut self.early);
        early
            .into_iter()
            .filter_map(|(service, signal)| self.hear(&service, signal))
            .collect()
    }

    /// A signal of `service`. Other programs' toasts, and services that only pretend, are none of ours.
    pub(crate) fn hear(&mut self, service: &str, signal: Signal) -> Option<Call> {
        if self.posting {
            if self.early.len() < EARLY {
                self.early.push((service.to_owned(), signal));
            }
            return None;
        }
        let (Signal::Token { id, .. } | Signal::Action { id, .. } | Signal::Closed { id }) =
            &signal;
        let id = *id;
        let live = self
            .live
            .as_mut()
            .filter(|live| live.service == service && live.id == id)?;
        match signal {
            Signal::Token { token, .. } => {
                live.token = Some(token);
                None
            }
            Signal::Action { key, .. } => {
                let token = live.token.take();
                self.finish(match key {
                    key if key == DEFAULT => Answer::Clicked { token },
                    id => Answer::Button { id, token },
                })
            }
            Signal::Closed { .. } => self.finish(Answer::Closed),
        }
    }

    /// The service left the bus, and its toasts with it.
    pub(crate) fn gone(&mut self, service: &str) -> Option<Call> {
        self.live.as_ref().filter(|live| live.service == service)?;
        self.finish(Answer::Closed)
    }

    /// The bus is gone, and all services with it.
    pub(crate) fn all_gone(&mut self) -> Option<Call> {
        self.finish(Answer::Closed)
    }

    /// The number of the toast on the screen.
    pub(crate) fn on_screen(&self) -> Option<u32> {
        self.live.as_ref().map(|live| live.id)
    }

    fn finish(&mut self, answer: Answer) -> Option<Call> {
        self.live.take().map(|live| Call {
            on: live.on,
            answer,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use super::*;

    fn callback() -> (Callback, Receiver<Answer>) {
        let (tell, told) = channel();
        (Box::new(move |answer| tell.send(answer).unwrap()), told)
    }

    fn make(calls: impl IntoIterator<Item = Call>) {
        calls.into_iter().for_each(Call::make);
    }

    fn action(id: u32, key: &str) -> Signal {
        Signal::Action {
            id,
            key: key.to_owned(),
        }
    }

    #[test]
    fn an_answer_reaches_its_own_toast_once() {
        let mut board = Board::default();
        let (on, told) = callback();
        assert_eq!(board.begin(":1.5"), 0);
        make(board.shown(":1.5", 7, on));
        make(board.hear(":1.5", action(8, "start")));
        make(board.hear(":1.9", action(7, "start")));
        assert!(told.try_recv().is_err(), "another toast, another service");
        let token = Signal::Token {
            id: 7,
            token: "t".to_owned(),
        };
        make(board.hear(":1.5", token));
        make(board.hear(":1.5", action(7, "start")));
        make(board.hear(":1.5", Signal::Closed { id: 7 }));
        let want = Answer::Button {
            id: "start".to_owned(),
            token: Some("t".to_owned()),
        };
        assert_eq!(told.try_iter().collect::<Vec<_>>(), [want]);
    }

    #[test]
    fn a_click_before_the_number_is_known_is_not_lost() {
        let mut board = Board::default();
        let (on, told) = callback();
        board.begin(":1.5");
        make(board.hear(":1.5", action(7, DEFAULT)));
        assert!(told.try_recv().is_err());
        make(board.shown(":1.5", 7, on));
        assert_eq!(told.try_recv(), Ok(Answer::Clicked { token: None }));
    }

    #[test]
    fn a_newer_toast_takes_the_place_of_the_older_on_the_same_service_only() {
        let mut board = Board::default();
        let (first, told) = callback();
        board.begin(":1.5");
        make(board.shown(":1.5", 7, first));
        assert_eq!(board.begin(":1.5"), 7);
        let (second, told_second) = callback();
        make(board.shown(":1.5", 7, second));
        assert_eq!(told.try_recv(), Ok(Answer::Replaced));
        // The service was started anew: its numbers begin again and mean other toasts.
        assert_eq!(board.begin(":1.6"), 0);
        make(board.not_shown());
        make(board.gone(":1.5"));
        assert_eq!(told_second.try_recv(), Ok(Answer::Closed));
        assert_eq!(board.on_screen(), None);
    }
}
