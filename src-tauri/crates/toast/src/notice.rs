//! A toast in the words of the notification protocol, cut to what the service at hand can do.

use std::collections::HashMap;

use zbus::blocking::Connection;
use zbus::zvariant::Value;

use crate::board::DEFAULT;
use crate::desk::{call, refused};
use crate::{NoToast, Sender, Toast};

/// What this service can do.
pub(crate) struct Abilities {
    body: bool,
    markup: bool,
    pub(crate) buttons: bool,
    pub(crate) sound: bool,
}

impl Abilities {
    pub(crate) fn ask(connection: &Connection) -> Result<Self, NoToast> {
        let reply = call(connection, "GetCapabilities", &()).map_err(refused)?;
        let body = reply.body();
        let list: Vec<&str> = body.deserialize().map_err(refused)?;
        let can = |ability: &str| list.contains(&ability);
        Ok(Self {
            body: can("body"),
            markup: can("body-markup"),
            buttons: can("actions"),
            sound: can("sound"),
        })
    }
}

/// Hands the toast over: who took it, and under which number.
pub(crate) fn hand_over(
    connection: &Connection,
    sender: &Sender,
    toast: &Toast,
    abilities: &Abilities,
    replaces: u32,
) -> Result<(String, u32), NoToast> {
    let (title, body) = texts(toast, abilities);
    let mut actions = Vec::new();
    if let Some(first) = toast.buttons.first().filter(|_| abilities.buttons) {
        // A click on the toast itself does what the first button does; few desktops show this label.
        actions.extend([DEFAULT, first.label.as_str()]);
        for button in &toast.buttons {
            actions.extend([button.id.as_str(), button.label.as_str()]);
        }
    }
    let mut hints = HashMap::from([
        ("urgency", Value::U8(if toast.urgent { 2 } else { 1 })),
        ("desktop-entry", Value::from(sender.desktop_entry.as_str())),
    ]);
    if toast.sound {
        hints.insert("sound-name", Value::from("message-new-instant"));
    } else {
        hints.insert("suppress-sound", Value::Bool(true));
    }
    // -1 is the desktop's own time, 0 is until somebody has seen it.
    let expires: i32 = if toast.urgent { 0 } else { -1 };
    let arguments = (
        sender.name.as_str(),
        replaces,
        sender.icon.as_str(),
        title,
        body,
        actions,
        hints,
        expires,
    );
    let reply = call(connection, "Notify", &arguments).map_err(refused)?;
    let id: u32 = reply.body().deserialize().map_err(refused)?;
    let service = reply.header().sender().map(ToString::to_string);
    Ok((service.unwrap_or_default(), id))
}

/// Title and body as this service takes them.
fn texts(toast: &Toast, abilities: &Abilities) -> (String, String) {
    match (abilities.body, abilities.markup) {
        // A service that shows one line only is told everything in it.
        (false, _) => (format!("{} {}", toast.title, toast.body), String::new()),
        (true, true) => (toast.title.clone(), escaped(&toast.body)),
        (true, false) => (toast.title.clone(), toast.body.clone()),
    }
}

/// Text that shows as it is where a body is read as markup. A title never is.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shop_may_be_called_what_it_likes() {
        assert_eq!(
            escaped("<b>A&B</b> \"店\""),
            "&lt;b&gt;A&amp;B&lt;/b&gt; \"店\""
        );
    }
}
