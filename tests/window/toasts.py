"""Asks python3-dbusmock's notification service for the tests: one JSON request a line, one JSON answer a line."""

import json
import sys

import dbus

SERVICE = "org.freedesktop.Notifications"
MOCK = "org.freedesktop.DBus.Mock"


def service():
    """The service on the session bus; fails while there is none."""
    path = "/" + SERVICE.replace(".", "/")
    return dbus.SessionBus().get_object(SERVICE, path, introspect=False)


def calls(method):
    """The arguments of every call so far."""
    made = service().GetMethodCalls(method, dbus_interface=MOCK, timeout=10)
    return [list(args) for _, args in made]


def answers():
    """Whether the service is there and knows its methods; its name comes first."""
    return len(service().GetCapabilities(dbus_interface=SERVICE, timeout=10)) > 0


def press(toast, button):
    """Presses a button of a toast; `default` is the toast itself."""
    args = dbus.Array([dbus.UInt32(toast), button], signature="v")
    service().EmitSignal(SERVICE, "ActionInvoked", "us", args, dbus_interface=MOCK)


WORDS = {"calls": calls, "answers": answers, "press": press}

for line in sys.stdin:
    word, *args = json.loads(line)
    try:
        answer = {"said": WORDS[word](*args)}
    except dbus.DBusException as no:
        answer = {"refused": str(no)}
    print(json.dumps(answer), flush=True)
