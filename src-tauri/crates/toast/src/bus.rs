//! Toasts on the session bus: `org.freedesktop.Notifications`, version 1.2 of the Desktop Notifications Specification.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Type;
use zbus::names::BusName;
use zbus::zvariant::DynamicType;
use zbus::{MatchRule, Message};

use crate::board::{Board, Signal};
use crate::notice::{self, Abilities};
use crate::{Callback, NoToast, Sender, Shown, Toast};

const SERVICE: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// How long the thread waits for one answer. Nobody else waits as long; a service that is stopped for a while can so
/// still take the toast, and its answer then still finds its way.
const LIMIT: Duration = Duration::from_secs(60);

/// The desktop, as the worker sees it.
pub(crate) struct Desk {
    sender: Sender,
    board: Arc<Mutex<Board>>,
    connection: Option<Connection>,
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            // Also ends the listener, which reads from it.
            let _ = connection.close();
        }
    }
}

impl Desk {
    pub(crate) fn new(sender: Sender) -> Self {
        Self {
            sender,
            board: Arc::default(),
            connection: None,
        }
    }

    /// Shows a toast. May take as long as the desktop likes.
    pub(crate) fn post(&mut self, toast: &Toast, on: Callback) -> Result<Shown, NoToast> {
        let connection = self.connection()?;
        let service = owner(&connection)?;
        let abilities = Abilities::ask(&connection)?;
        let service =
            service.map_or_else(|| owner(&connection).map(Option::unwrap_or_default), Ok)?;

        let replaces = lock(&self.board).begin(&service);
        let posted = notice::hand_over(&connection, &self.sender, toast, &abilities, replaces);
        let calls = match &posted {
            // The number belongs to whoever answered, should the service have changed hands in between.
            Ok((service, id)) => lock(&self.board).shown(service, *id, on),
            Err(_) => lock(&self.board).not_shown(),
        };
        calls.into_iter().for_each(|call| call.make());
        posted.map(|_| Shown {
            buttons: abilities.buttons,
            sound: toast.sound && abilities.sound,
        })
    }

    /// Takes the toast from the screen; the service then says that it is closed.
    pub(crate) fn take_down(&mut self) {
        let id = lock(&self.board).on_screen();
        if let (Some(connection), Some(id)) = (&self.connection, id)
            && let Err(cause) = call(connection, "CloseNotification", &(id,))
        {
            log::warn!("a toast was not taken down: {cause}");
        }
    }

    /// The connection, made anew when the bus has gone away in between.
    fn connection(&mut self) -> Result<Connection, NoToast> {
        if let Some(connection) = self.connection.as_ref().filter(|one| !one.is_closed()) {
            return Ok(connection.clone());
        }
        let connection = connect(&self.board).map_err(|cause| NoToast::NoBus(cause.to_string()))?;
        self.connection = Some(connection.clone());
        Ok(connection)
    }
}

fn connect(board: &Arc<Mutex<Board>>) -> zbus::Result<Connection> {
    let connection = Builder::session()?.method_timeout(LIMIT).build()?;
    // Listening begins before the first toast, so that no click is missed.
    let messages = MessageIterator::from(&connection);
    let board = Arc::clone(board);
    thread::Builder::new()
        .name("kaizhang-toast-answers".to_owned())
        .spawn(move || listen(messages, &board))
        .map_err(|cause| zbus::Error::InputOutput(Arc::new(cause)))?;
    let bus = DBusProxy::new(&connection)?;
    bus.add_match_rule(
        MatchRule::builder()
            .msg_type(Type::Signal)
            .sender(SERVICE)?
            .interface(SERVICE)?
            .build(),
    )?;
    bus.add_match_rule(
        MatchRule::builder()
            .msg_type(Type::Signal)
            .sender("org.freedesktop.DBus")?
            .member("NameOwnerChanged")?
            .add_arg(SERVICE)?
            .build(),
    )?;
    Ok(connection)
}

/// Hears what becomes of the toasts until the connection ends.
fn listen(messages: MessageIterator, board: &Mutex<Board>) {
    for message in messages.flatten() {
        if message.message_type() != Type::Signal {
            continue;
        }
        let call = match left_the_bus(&message) {
            Some(service) => lock(board).gone(&service),
            None => read(&message).and_then(|(service, signal)| lock(board).hear(&service, signal)),
        };
        if let Some(call) = call {
            call.make();
        }
    }
    let call = lock(board).all_gone();
    if let Some(call) = call {
        call.make();
    }
}

/// The unique name of a notification service that has just given up its name.
fn left_the_bus(message: &Message) -> Option<String> {
    let header = message.header();
    if header.sender()?.as_str() != "org.freedesktop.DBus" {
        return None;
    }
    let body = message.body();
    let (name, old, _new): (&str, &str, &str) = body.deserialize().ok()?;
    (name == SERVICE && !old.is_empty()).then(|| old.to_owned())
}

/// Who said what about which toast.
fn read(message: &Message) -> Option<(String, Signal)> {
    let header = message.header();
    if header.interface()?.as_str() != SERVICE {
        return None;
    }
    let body = message.body();
    let signal = match header.member()?.as_str() {
        "ActivationToken" => {
            let (id, token) = body.deserialize().ok()?;
            Signal::Token { id, token }
        }
        "ActionInvoked" => {
            let (id, key) = body.deserialize().ok()?;
            Signal::Action { id, key }
        }
        "NotificationClosed" => {
            let (id, _why): (u32, u32) = body.deserialize().ok()?;
            Signal::Closed { id }
        }
        _ => return None,
    };
    Some((header.sender()?.to_string(), signal))
}

/// The unique name of the running service; none when there is none yet and the bus knows how to start one.
fn owner(connection: &Connection) -> Result<Option<String>, NoToast> {
    let bus = DBusProxy::new(connection).map_err(refused)?;
    let name = BusName::try_from(SERVICE).map_err(|cause| refused(cause.into()))?;
    if bus
        .name_has_owner(name.clone())
        .map_err(|cause| refused(cause.into()))?
    {
        // It may have left again since.
        return Ok(bus.get_name_owner(name).ok().map(|owner| owner.to_string()));
    }
    let startable = bus
        .list_activatable_names()
        .map_err(|cause| refused(cause.into()))?;
    if startable.iter().any(|one| one.as_str() == SERVICE) {
        Ok(None)
    } else {
        Err(NoToast::NoService)
    }
}

pub(crate) fn call<B>(connection: &Connection, method: &str, arguments: &B) -> zbus::Result<Message>
where
    B: serde::Serialize + DynamicType,
{
    connection.call_method(Some(SERVICE), PATH, Some(SERVICE), method, arguments)
}

pub(crate) fn refused(cause: zbus::Error) -> NoToast {
    match cause {
        zbus::Error::InputOutput(cause) if cause.kind() == std::io::ErrorKind::TimedOut => {
            NoToast::Slow
        }
        zbus::Error::InputOutput(cause) => NoToast::NoBus(cause.to_string()),
        // What a service says beside the error's name may repeat the toast's text, which is nothing for a log.
        zbus::Error::MethodError(name, _, _) => NoToast::Refused(name.to_string()),
        other => NoToast::Refused(other.to_string()),
    }
}

fn lock(board: &Mutex<Board>) -> MutexGuard<'_, Board> {
    board.lock().unwrap_or_else(PoisonError::into_inner)
}
