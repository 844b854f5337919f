#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in the real window, as a person does it: connect, break, reconnect, green, revoke.

journey.py RELINK SANDBOX PICTURES
Needs a display, a session bus with a keyring, and `xdg-open` in PATH that plays the person.
Prints each stage with its result and ends with 0 only if every stage did what it should.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

from screen import NotShown, Screen

ACCOUNT = "Journey books"


class Journey:

    def __init__(self, relink, sandbox, pictures):
        self.relink = relink
        self.sandbox = sandbox
        self.pictures = pathlib.Path(pictures)
        self.screen = Screen()
        self.number = 0
        self.processes = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()

    def picture(self, name):
        self.number += 1
        time.sleep(0.3)  # the window paints what it just became
        self.screen.picture(self.pictures / f"{self.number:02}-{name}.png")

    def fault(self, provider, fault):
        body = json.dumps({"provider": provider, "fault": fault}).encode()
        request = urllib.request.Request(
            f"{self.origin}/_sandbox/faults", data=body, method="POST",
            headers={"Content-Type": "application/json"})
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request).close()

    # The stages, in order. Each returns what was seen.

    def start(self):
        """Relink opens in practice mode with one account that needs help"""
        sandbox = subprocess.Popen([self.sandbox], stdout=subprocess.PIPE, text=True)
        self.processes.append(sandbox)
        self.origin = sandbox.stdout.readline().split("Sandbox:")[1].strip()
        profile = tempfile.mkdtemp(prefix="relink-journey-")
        environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        self.processes.append(subprocess.Popen(
            [self.relink, "--practice", "--sandbox", self.origin, "--profile", profile],
            env=environment))
        seen = self.screen.wait_for_row(r"eBay.*[Ii]nactive", 60)
        self.picture("connected-accounts")
        return seen

    def connect(self):
        """A new account is connected in the browser and turns green"""
        s = self.screen
        s.press("^New integration$")
        s.find(("dialog", "frame"), "^New integration")
        s.enter("^Search providers", "xer")
        s.select("^Xero$|^Xero,")
        self.picture("new-integration")
        s.press("^Next$")
        s.enter("^(Connection name|Name)", ACCOUNT)
        s.enter("^Client ID", "practice-client")
        self.picture("what-is-needed")
        s.press("^Connect new account$")
        self.choose_organisation()
        s.press("^(Done|Close)$", 30)
        seen = s.wait_for_row(f"{ACCOUNT}.*[Aa]ctive")
        if "nactive" in seen:
            raise NotShown(f"green: {seen}")
        self.picture("green")
        return seen

    def choose_organisation(self):
        """Only when the grant reaches more than one."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            if self.screen.is_shown(("push button",), "^(Done|Close)$"):
                return
            if self.screen.is_shown(("push button",), "^(Use|Choose) "):
                self.screen.select("^Harbour Outdoor")
                self.picture("organisation")
                self.screen.press("^(Use|Choose) ")
                return
            time.sleep(0.1)

    def withdraw(self):
        """The provider withdraws the access: red within one check, with the reason"""
        self.fault("xero", "revoke")
        self.screen.select(ACCOUNT)
        self.screen.press("^Check all$")
        seen = self.screen.wait_for_row(f"{ACCOUNT}.*[Ii]nactive")
        self.screen.select(ACCOUNT)
        self.picture("red")
        return seen

    def reconnect(self):
        """The guided reconnect leads back to green"""
        s = self.screen
        s.select(ACCOUNT)
        s.press("^Reconnect…$")
        self.picture("what-happened")
        pages = []
        for _ in range(12):
            button = s.button(r"^(Next|Open .* and authorise|Renew the access|Go on without|"
                              r"Save \+ Continue)$", 40)
            name = button.name.replace("&", "")
            pages.append(name)
            self.picture(f"reconnect-{len(pages)}")
            if name == "Save + Continue":
                s.press(r"^Save \+ Continue$")
                break
            try:
                s.press(f"^{name}$", 3)
            except NotShown:
                continue  # the page went on by itself meanwhile
            if "authorise" in name:
                self.choose_or_next()
        else:
            raise NotShown(f"the end of the reconnect: {pages}")
        seen = s.wait_for_row(f"{ACCOUNT}.*[, ]([Aa]ctive)")
        if "nactive" in seen:
            raise NotShown(f"green: {seen}")
        self.picture("green-again")
        return " > ".join(pages)

    def choose_or_next(self):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            if self.screen.is_shown(("push button",), "^(Use|Choose) "):
                self.screen.select("^Harbour Outdoor")
                self.screen.press("^(Use|Choose) ")
                return
            if self.screen.is_shown(("push button",), "^(Next|Save \\+ Continue)$"):
                return
            time.sleep(0.1)

    def revoke(self):
        """The access is revoked at the provider, and the window says so"""
        s = self.screen
        s.select(ACCOUNT)
        s.press("^Revoke access$")
        self.picture("revoke")
        s.press("^Revoke access$")
        s.find(("label", "dialog", "frame", "alert"), "revoked")
        self.picture("revoked")
        s.press("^(OK|Close|Done)$")
        return s.wait_for_row(f"{ACCOUNT}.*([Ii]nactive|[Rr]evoked)")

    def history(self):
        """The error history holds the failure and the recovery"""
        s = self.screen
        s.press("^Error history")
        rows = s.table("^Error history$")
        self.picture("history")
        wanted = {"failure": rf"{ACCOUNT}.*Failure", "recovery": rf"{ACCOUNT}.*Recovery"}
        seen = {}
        for kind, pattern in wanted.items():
            seen[kind] = next((row for row in rows if re.search(pattern, row)), None)
            if seen[kind] is None:
                raise NotShown(f"{kind} of {ACCOUNT} among {rows}")
        return " / ".join(seen.values())

    def run(self):
        stages = [self.start, self.connect, self.withdraw, self.reconnect, self.revoke,
                  self.history]
        for index, stage in enumerate(stages, 1):
            print(f"{index}/{len(stages)} {stage.__doc__} …", flush=True)
            try:
                print(f"    ok: {stage()}", flush=True)
            except Exception as problem:  # told, with the screen as it was
                print(f"    FAILED: {problem}", flush=True)
                try:
                    self.picture("failed")
                except Exception:
                    pass
                return 1
        return 0


if __name__ == "__main__":
    with Journey(*sys.argv[1:4]) as journey:
        sys.exit(journey.run())
