# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guided reconnect in a terminal, killed wherever it waits for a person."""
import os
import pty
import re
import signal
import subprocess
import unittest

from bench import GREEN, RED, AuthorizationServer

PROMPT = re.compile(r"(Press Enter[^\r\n]*|Type a number[^\r\n]*|Type “yes” or “no”[^\r\n]*): $")
TITLE = re.compile(r"^— (.+?)\r?$", re.MULTILINE)


class Killed(AuthorizationServer):

    def begin(self):
        """`relink reconnect` at a terminal of its own."""
        person, self.terminal = pty.openpty()
        process = subprocess.Popen(
            self.command("reconnect", "Shop"), stdin=self.terminal, stderr=self.terminal,
            stdout=subprocess.DEVNULL, env=dict(self.environment, RELINK_PERSON="approve"))
        os.close(self.terminal)
        self.addCleanup(os.close, person)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process, person

    @staticmethod
    def read(person):
        """All that is said until somebody has to answer, or until the end."""
        said = ""
        while not PROMPT.search(said):
            try:
                more = os.read(person, 65536)
            except OSError:
                return said, False
            if not more:
                return said, False
            said += more.decode()
        return said, True

    def answer(self, person, said):
        os.write(person, b"1\n" if said.endswith("number: ") else b"\n")

    def red(self):
        self.assertEqual(self.connect("Shop").code, GREEN)
        self.tell("withdraw")
        self.expect(RED, "check", "Shop")

    def test_killed_at_every_question(self):
        self.red()
        reached = []
        # Each run is killed where it waits; the next one answers that and is killed at what follows.
        for _ in range(20):
            process, person = self.begin()
            said, waits = self.read(person)
            if reached:
                # It goes on where it was killed.
                self.assertIn(f"You stopped at “{reached[-1]}”", said)
                self.assertEqual(TITLE.findall(said)[-1], reached[-1])
                self.answer(person, said)
                said, waits = self.read(person)
            if not waits:
                process.wait()
                self.assertEqual(process.returncode, GREEN, said)
                break
            self.assertEqual(self.light("Shop"), "red")
            reached.append(TITLE.findall(said)[-1])
            process.send_signal(signal.SIGKILL)
            process.wait()
        else:
            self.fail(f"never at the end: {reached}")
        self.assertGreater(len(reached), 1)
        self.expect(GREEN, "check", "Shop")

    def test_killed_while_the_new_access_is_verified(self):
        """It waits in the keyring: nothing has changed yet, and nobody signs in twice."""
        self.red()
        process, person = self.begin()
        said, waits = self.read(person)
        self.assertTrue(waits, said)
        before = self.expect(RED, "status", "Shop", "--json").connection()
        asked = self.counts().get("/me", 0)
        self.tell("fault?path=/me&times=9&delay=1000")
        self.answer(person, said)
        # Once with the new access, once to verify it.
        self.wait_until(lambda: self.counts().get("/me", 0) >= asked + 2, "the verification")
        process.send_signal(signal.SIGKILL)
        process.wait()
        self.assertEqual(self.expect(RED, "status", "Shop", "--json").connection(), before)
        opened = self.opened()
        process, person = self.begin()
        said, waits = self.read(person)
        self.assertIn("You stopped at “Check the connection”", said)
        self.assertTrue(waits, said)  # the proof of life is all that is left
        self.answer(person, said)
        said, waits = self.read(person)
        self.assertFalse(waits, said)
        process.wait()
        self.assertEqual(process.returncode, GREEN, said)
        self.assertEqual(self.opened(), opened)
        self.expect(GREEN, "check", "Shop")


if __name__ == "__main__":
    unittest.main(verbosity=2)
