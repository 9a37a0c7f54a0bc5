"""A StatusNotifierWatcher that keeps whoever registers. Its methods are there before its name is."""

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

NAME = "org.kde.StatusNotifierWatcher"


class Watcher(dbus.service.Object):
    items = dbus.Array([], signature="s")

    @dbus.service.method(NAME, in_signature="s", out_signature="")
    def RegisterStatusNotifierItem(self, item):
        self.items.append(item)

    @dbus.service.method(NAME, in_signature="", out_signature="as")
    def Items(self):
        return self.items


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
watcher = Watcher(bus, "/StatusNotifierWatcher")
name = dbus.service.BusName(NAME, bus)
GLib.MainLoop().run()
