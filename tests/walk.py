#!/usr/bin/env python3
"""Does the whole job in a real window of X11, from a card to the result of its fair.

    walk.py --window NUMBER --by mouse|keyboard CARDS

Everything is found by the name a screen reader reads and where the desktop says that it is (AT-SPI),
and done by real events of the mouse or the keyboard (xdotool); the file CARDS is dropped. Needs
python3-pyatspi, python3-xlib, xdotool, a display and an accessibility bus. Prints a line for each step.
Exit status: 0 when all was done, 1 when something did not come.
"""

import argparse
import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

# Seconds after which something that was asked for should be there.
PATIENCE = 40.0
# The names of roles on the desktop.
BUTTON, LINK, TAB, RADIO = "push button", "link", "page tab", "radio button"
ROW, ENTRY, MENU_ITEM, DIALOG = "table row", "entry", "menu item", "dialog"
# Presses of Tab after which something that can be reached was reached.
TABS = 150


class Missing(Exception):
    """Something did not come."""


class Window:
    """The window as the desktop's accessibility tells it."""

    def __init__(self, number):
        self.number = number

    def nodes(self):
        """Everything that is in the window now, as (role, name, node)."""
        desktop = Atspi.get_desktop(0)
        found = []
        waiting = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
        while waiting:
            node = waiting.pop(0)
            if node is None:
                continue
            try:
                node.clear_cache()
                found.append((node.get_role_name(), node.get_name() or "", node))
                waiting += [node.get_child_at_index(at) for at in range(node.get_child_count())]
            except GLib.Error:
                # It went while it was looked at.
                continue
        return found

    def find(self, role, name, is_last=False):
        """What can be used and is called so; None if there is nothing of the kind."""
        found = [
            node
            for its_role, its_name, node in self.nodes()
            if its_role == role and its_name.startswith(name) and is_usable(node)
        ]
        return found[-1 if is_last else 0] if found else None

    def says(self, words):
        """Whether the words stand somewhere."""
        return any(words in name for _, name, _ in self.nodes())

    def wait(self, what, is_there):
        """Waits for something; what it was."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = is_there()
            if found:
                return found
            time.sleep(0.2)
        names = sorted({name for _, name, _ in self.nodes() if name})
        raise Missing(f"{what} does not come; there is: {names}")

    def until(self, words):
        """Waits until the words stand somewhere."""
        self.wait(words, lambda: self.says(words))

    def xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], check=True)

    def key(self, *keys):
        """Presses keys in the window."""
        self.xdotool("windowfocus", self.number, "key", "--clearmodifiers", *keys)
        time.sleep(0.1)

    def drop(self, file):
        """Lets go of a file over the window."""
        here = os.path.dirname(os.path.abspath(__file__))
        command = [sys.executable, os.path.join(here, "xdnd_drop.py"), "--window", self.number, file]
        subprocess.run(command, check=True, timeout=30, stdout=subprocess.DEVNULL)


def is_usable(node):
    try:
        states = node.get_state_set()
        return states.contains(Atspi.StateType.ENABLED) or states.contains(Atspi.StateType.SENSITIVE)
    except GLib.Error:
        return False


def is_focused(node):
    try:
        node.clear_cache()
        return node.get_state_set().contains(Atspi.StateType.FOCUSED)
    except GLib.Error:
        return False


class Mouse:
    """Does everything with the mouse."""

    def __init__(self, window):
        self.window = window

    def press(self, role, name, button=1, is_last=False):
        """Presses what is called so, once it is there and stands still."""
        node = self.window.wait(name, lambda: self.window.find(role, name, is_last))
        place, before = middle(node), None
        while place != before:
            time.sleep(0.2)
            before, place = place, middle(node)
        self.window.xdotool("mousemove", *place, "click", button)
        time.sleep(0.2)

    def open(self, name):
        """Opens the record of a row."""
        self.press(ROW, name, button=3)
        self.press(MENU_ITEM, "Open")

    def note(self, words):
        """The mouse writes nothing; a score needs no words."""

    def place(self, name, _key):
        """Goes to a place of the rail."""
        self.press(TAB, name)


class Keyboard:
    """Does everything with the keyboard."""

    def __init__(self, window):
        self.window = window

    def press(self, role, name, button=None, is_last=False):
        """Goes there with Tab, and presses it."""
        del button
        for tab in range(TABS):
            # What is drawn anew may have become something else.
            if tab % 20 == 0:
                node = self.window.wait(name, lambda: self.window.find(role, name, is_last))
            self.window.key("Tab")
            if is_focused(node):
                return self.window.key("space")
        raise Missing(f"{name} cannot be reached with Tab")

    def open(self, name):
        """Opens the record of the first row."""
        self.window.wait(name, lambda: self.window.find(ROW, name))
        self.window.key("Down")
        self.window.key("Return")

    def note(self, words):
        """Writes into what has the focus."""
        self.window.xdotool("type", "--delay", 20, words)

    def place(self, _name, key):
        """Goes to a place of the rail."""
        self.window.key(key)


def middle(node):
    box = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)
    return box.x + box.width // 2, box.y + box.height // 2


def whole_job(window, person, cards):
    """The job, step by step; what was done last is told."""
    window.drop(cards)
    window.until("Import 1 lead")
    yield "a dropped card is looked at"
    person.press(BUTTON, "Import 1 lead")
    window.until("1 new")
    person.press(BUTTON, "Close report")
    yield "it is imported"
    person.open("Ada Chen")
    person.press(BUTTON, "Mark as usable")
    window.until("Usable")
    yield "the lead is usable"
    person.press(RADIO, "Requirement 2")
    person.note("400,000 pouches a month")
    person.press(BUTTON, "Save with 2")
    yield "what it needs is known"
    person.press(BUTTON, "Convert")
    window.until("Are they ready?")
    for _ in range(3):
        window.until("Adds Ada Chen")
        person.press(BUTTON, "Next")
    person.press(BUTTON, "Convert")
    yield "it is converted"
    person.press(BUTTON, "Write order")
    window.wait("the question", lambda: window.find(DIALOG, "Write order"))
    person.press(BUTTON, "Write order", is_last=True)
    person.press(LINK, "O-")
    person.press(BUTTON, "Confirm order")
    window.until("Confirmed")
    yield "an order is written and confirmed"
    person.place("Fair result", "ctrl+9")
    for words in ["Cards: 1", "Won: 1", "Won revenue: 6,000,000 TWD"]:
        window.until(words)
    yield "the result of the fair tells of it"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--window", required=True)
    parser.add_argument("--by", required=True, choices=["mouse", "keyboard"])
    parser.add_argument("cards")
    asked = parser.parse_args()
    window = Window(asked.window)
    person = Mouse(window) if asked.by == "mouse" else Keyboard(window)
    try:
        for step in whole_job(window, person, asked.cards):
            print(f"PASS by {asked.by}: {step}", flush=True)
    except (Missing, subprocess.SubprocessError) as err:
        print(f"FAIL by {asked.by}: {err}", flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
