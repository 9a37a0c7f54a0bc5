//! Toasts on Windows and macOS, through notify-rust. Compiled for both, tried on neither.

use notify_rust::Notification;

use crate::{Callback, NoToast, Sender, Shown, Toast};

/// The desktop, as the worker sees it.
pub(crate) struct Desk {
    sender: Sender,
}

impl Desk {
    pub(crate) fn new(sender: Sender) -> Self {
        Self { sender }
    }

    pub(crate) fn post(&mut self, toast: &Toast, on: Callback) -> Result<Shown, NoToast> {
        let mut notification = Notification::new();
        notification
            .appname(&self.sender.name)
            .icon(&self.sender.icon)
            .summary(&toast.title)
            .body(&toast.body);
        if toast.sound {
            notification.sound_name("Default");
        }
        finish(&mut notification, toast, on)
    }

    /// Neither system lets a toast be taken back through notify-rust.
    #[expect(clippy::unused_self, reason = "the same calls as on the session bus")]
    pub(crate) fn take_down(&mut self) {}
}

/// Windows tells of each toast what became of it, and ends the waiting when the toast goes.
#[cfg(windows)]
fn finish(notification: &mut Notification, toast: &Toast, on: Callback) -> Result<Shown, NoToast> {
    use crate::Answer;
    use notify_rust::{NotificationResponse, Urgency};

    if toast.urgent {
        notification.urgency(Urgency::Critical);
    }
    for button in &toast.buttons {
        notification.action(&button.id, &button.label);
    }
    let handle = notification.show().map_err(refused)?;
    std::thread::Builder::new()
        .name("kaizhang-toast-answer".to_owned())
        .spawn(move || {
            let waited = handle.wait_for_response(move |response: &NotificationResponse| {
                on(match response {
                    NotificationResponse::Default => Answer::Clicked { token: None },
                    NotificationResponse::Action(id) => Answer::Button {
                        id: id.clone(),
                        token: None,
                    },
                    _ => Answer::Closed,
                });
            });
            if let Err(cause) = waited {
                log::warn!("nothing was heard of a toast: {cause}");
            }
        })
        .map_err(|cause| NoToast::Refused(cause.to_string()))?;
    Ok(Shown {
        buttons: true,
        sound: toast.sound,
    })
}

/// macOS tells its answers to a program's main run loop, which the agent does not have: the toast is shown, no more.
#[cfg(target_os = "macos")]
fn finish(notification: &mut Notification, toast: &Toast, on: Callback) -> Result<Shown, NoToast> {
    drop(on);
    notification.show().map_err(refused)?;
    Ok(Shown {
        buttons: false,
        sound: toast.sound,
    })
}

fn refused(cause: notify_rust::error::Error) -> NoToast {
    NoToast::Refused(cause.to_string())
}
