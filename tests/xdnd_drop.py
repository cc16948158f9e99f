#!/usr/bin/env python3
"""Drops files on a window of X11, as a file manager does (XDND, version 5).

    xdnd_drop.py --name PATTERN FILE...        the window with this in its title
    xdnd_drop.py --window 0x200003 FILE...     the window with this number

Needs python-xlib and a display. Exit status: 0 when the window took the files, 1 when it refused
them, 2 when there is no such window or it does not answer.
"""

import argparse
import os
import sys
import time
import urllib.parse

from Xlib import X, Xatom, display
from Xlib.error import XError
from Xlib.protocol import event

XDND_VERSION = 5
# A window that has not finished after this many seconds does not answer.
PATIENCE = 8.0
# Seconds between two messages that tell where the pointer is.
POSITION_EVERY = 0.15
# Seconds that a person hovers over the window before letting go.
HOVER = 0.4

TOOK, REFUSED, NO_ANSWER = 0, 1, 2


class Drop:
    """One drop of files on one window, from the enter message to the finished message."""

    def __init__(self, screen, target, files):
        self.screen = screen
        self.root = screen.screen().root
        self.target = target
        uris = ("file://" + urllib.parse.quote(os.path.abspath(file)) for file in files)
        self.data = "".join(uri + "\r\n" for uri in uris).encode()
        self.uri_list = screen.intern_atom("text/uri-list")
        self.source = self.make_source()
        self.answered = self.accepted = self.dropped = self.taken = self.finished = False

    def make_source(self):
        """Makes the invisible window that the target asks for the data."""
        depth = self.screen.screen().root_depth
        source = self.root.create_window(0, 0, 1, 1, 0, depth, event_mask=X.PropertyChangeMask)
        source.set_selection_owner(self.screen.intern_atom("XdndSelection"), X.CurrentTime)
        type_list = self.screen.intern_atom("XdndTypeList")
        source.change_property(type_list, Xatom.ATOM, 32, [self.uri_list])
        return source

    def send(self, kind, *data):
        """Sends the target a message; every message starts with the source's number."""
        message = event.ClientMessage(
            window=self.target,
            client_type=self.screen.intern_atom(kind),
            data=(32, [self.source.id, *data]),
        )
        self.target.send_event(message, event_mask=0)
        self.screen.flush()

    def point_at(self, x, y):
        """Moves the pointer to a place in the window (its middle for None), returns where that is."""
        size = self.target.get_geometry()
        # The corner of the screen as seen from the window: the negated place of the window.
        corner = self.target.translate_coords(self.root, 0, 0)
        on_screen = (
            (size.width // 2 if x is None else x) - corner.x,
            (size.height // 2 if y is None else y) - corner.y,
        )
        self.root.warp_pointer(*on_screen)
        self.screen.sync()
        return on_screen

    def run(self, x=None, y=None):
        """Goes through the whole drop and returns the exit status."""
        place_x, place_y = self.point_at(x, y)
        place = (place_x << 16) | (place_y & 0xFFFF)
        copy = self.screen.intern_atom("XdndActionCopy")
        self.send("XdndEnter", XDND_VERSION << 24, self.uri_list, 0, 0)
        end = time.monotonic() + PATIENCE
        next_position = 0.0
        while not self.finished and time.monotonic() < end:
            if not self.dropped and time.monotonic() >= next_position:
                self.send("XdndPosition", 0, place, X.CurrentTime, copy)
                next_position = time.monotonic() + POSITION_EVERY
            while self.screen.pending_events():
                self.answer(self.screen.next_event())
            time.sleep(0.02)
        return self.status()

    def answer(self, message):
        """Does what one message from the window asks for."""
        if message.type == X.SelectionRequest:
            self.hand_over(message)
        elif message.type == X.ClientMessage:
            if message.client_type == self.screen.intern_atom("XdndStatus"):
                self.answered = True
                self.accepted = bool(message.data[1][1] & 1)
                if self.accepted and not self.dropped:
                    time.sleep(HOVER)
                    self.send("XdndDrop", 0, X.CurrentTime, 0, 0)
                    self.dropped = True
            elif message.client_type == self.screen.intern_atom("XdndFinished"):
                self.finished = True

    def hand_over(self, request):
        """Gives the window the list of files, in the property that it names."""
        request.requestor.change_property(request.property, self.uri_list, 8, self.data)
        notice = event.SelectionNotify(
            time=request.time,
            requestor=request.requestor,
            selection=request.selection,
            target=request.target,
            property=request.property,
        )
        request.requestor.send_event(notice)
        self.screen.flush()
        self.taken = True

    def status(self):
        """The exit status; a window that took the data need not say that it has finished."""
        if self.dropped and (self.finished or self.taken):
            return TOOK
        if self.answered and not self.accepted:
            return REFUSED
        return NO_ANSWER

    def __str__(self):
        """What has happened, in one line."""
        steps = [
            ("accepted", self.accepted),
            ("dropped", self.dropped),
            ("taken", self.taken),
            ("finished", self.finished),
        ]
        return " ".join(word for word, happened in steps if happened) or "not accepted"


def title(screen, window):
    """The title of a window, or an empty text."""
    utf8 = screen.intern_atom("UTF8_STRING")
    name = window.get_full_property(screen.intern_atom("_NET_WM_NAME"), utf8)
    if name:
        return name.value.decode("utf-8", "replace")
    return str(window.get_wm_name() or "")


def find(screen, parent, pattern):
    """The first window below the parent that has the pattern in its title and takes drops."""
    aware = screen.intern_atom("XdndAware")
    try:
        children = parent.query_tree().children
    except XError:
        # Windows come and go while they are looked through.
        return None
    for child in children:
        try:
            fits = pattern.lower() in title(screen, child).lower()
            if fits and child.get_full_property(aware, X.AnyPropertyType):
                return child
        except XError:
            continue
        found = find(screen, child, pattern)
        if found:
            return found
    return None


def main():
    """Reads the arguments, finds the window, and drops the files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--name", help="a part of the window's title")
    which.add_argument("--window", type=lambda text: int(text, 0), help="the window's number")
    parser.add_argument("--x", type=int, help="from the window's left edge (default: its middle)")
    parser.add_argument("--y", type=int, help="from the window's upper edge (default: its middle)")
    parser.add_argument("files", nargs="+", metavar="FILE")
    arguments = parser.parse_args()

    screen = display.Display()
    if arguments.window:
        target = screen.create_resource_object("window", arguments.window)
    else:
        target = find(screen, screen.screen().root, arguments.name)
    if not target:
        print("There is no window of this name that takes drops.", file=sys.stderr)
        return NO_ANSWER
    drop = Drop(screen, target, arguments.files)
    status = drop.run(arguments.x, arguments.y)
    print(drop)
    return status


if __name__ == "__main__":
    sys.exit(main())
