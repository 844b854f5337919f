# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the screen: finds what is shown by role and name over AT-SPI, and uses it."""
import re
import subprocess
import time

import pyatspi

TYPING = 0.02


class NotShown(Exception):
    """What was looked for did not appear."""


def plain(name):
    return (name or "").replace("&", "").strip()


def children(node):
    try:
        count = node.childCount
    except Exception:  # the object went away meanwhile
        return
    for index in range(min(count, 400)):
        try:
            child = node.getChildAtIndex(index)
        except Exception:
            continue
        if child is not None:
            yield child


def showing(node):
    try:
        return node.getState().contains(pyatspi.STATE_SHOWING)
    except Exception:
        return False


class Screen:
    """The windows of one program."""

    def __init__(self, application="relink"):
        self.application = application

    def roots(self):
        for application in children(pyatspi.Registry.getDesktop(0)):
            if plain(application.name).lower() == self.application:
                yield from children(application)

    def walk(self, node=None):
        for child in (self.roots() if node is None else children(node)):
            if showing(child):
                yield child
                yield from self.walk(child)

    def find(self, role, pattern, seconds=20.0, within=None):
        """The last one shown that fits: what is in front comes last."""
        end = time.monotonic() + seconds
        while True:
            found = None
            for node in self.walk(within):
                try:
                    if node.getRoleName() in role and re.search(pattern, plain(node.name)):
                        found = node
                except Exception:
                    continue
            if found is not None:
                return found
            if time.monotonic() > end:
                raise NotShown(f"{'/'.join(role)} “{pattern}”\nshown: {self.inventory()}")
            time.sleep(0.05)

    def inventory(self):
        words = []
        for node in self.walk():
            try:
                if node.name:
                    words.append(f"{node.getRoleName()} “{plain(node.name)[:60]}”")
            except Exception:
                continue
        return ", ".join(words)[-3000:]

    def button(self, pattern, seconds=20.0):
        """One that can be pressed; a disabled one is waited for."""
        end = time.monotonic() + seconds
        while True:
            node = self.find(("push button", "button", "check box", "toggle button"), pattern,
                             max(0.05, end - time.monotonic()))
            if node.getState().contains(pyatspi.STATE_ENABLED):
                return node
            if time.monotonic() > end:
                raise NotShown(f"“{pattern}” stays disabled")
            time.sleep(0.05)

    def press(self, pattern, seconds=20.0):
        action = self.button(pattern, seconds).queryAction()
        names = [action.getName(i).lower() for i in range(action.nActions)]
        action.doAction(next(i for i, name in enumerate(names) if name in ("press", "toggle")))

    def is_shown(self, role, pattern):
        try:
            self.find(role, pattern, seconds=0)
            return True
        except NotShown:
            return False

    def enter(self, pattern, text):
        self.find(("text", "password text", "entry"), pattern).queryEditableText().setTextContents(text)

    def row(self, pattern, seconds=20.0):
        return self.find(("list item", "table cell"), pattern, seconds)

    def select(self, pattern, seconds=20.0):
        """A click on the row, where its name stands."""
        box = self.row(pattern, seconds).queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        pyatspi.Registry.generateMouseEvent(box.x + min(160, box.width // 2),
                                            box.y + box.height // 2, "b1c")
        time.sleep(0.2)

    def table(self, name, seconds=20.0):
        """The rows of a table that is shown, each with the names of its cells as one text."""
        table = self.find(("table", "tree table"), name, seconds)
        cells = table.queryTable()
        return [" | ".join(plain(cells.getAccessibleAt(row, column).name)
                           for column in range(cells.nColumns))
                for row in range(min(cells.nRows, 100))]

    def wait_for_row(self, pattern, seconds=30.0):
        return plain(self.row(pattern, seconds).name)

    def rows(self):
        return [plain(node.name) for node in self.walk()
                if node.getRoleName() in ("list item", "table cell")]

    @staticmethod
    def picture(path):
        """The whole screen as a PNG, with what the X server itself can give."""
        subprocess.run(["import", "-window", "root", str(path)], check=True)
