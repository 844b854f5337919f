# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""measure.py BUILD ROUNDS: start of the window and of a command, beside bare Qt programs.

A window counts as painted when the X server reports damage on it after it was mapped: seen from
outside, the same way for every program. Rounds are interleaved; each ratio is of one round.
"""
import os
import pathlib
import select
import statistics
import subprocess
import sys
import tempfile
import time

from Xlib import X, display
from Xlib.ext import damage

CONNECTIONS = 1000


class FirstPaint:
    """Waits for the next window of a program and for its first paint.

    The window is watched from its creation, before a window manager puts a frame around it: the
    frame's own paint, which comes earlier, does not count.
    """

    def __init__(self):
        self.display = display.Display()
        self.display.damage_query_version()
        self.display.set_error_handler(lambda *_: None)  # windows that are gone again
        self.root = self.display.screen().root
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.notify = self.display.extension_event.DamageNotify
        self.pid = self.display.intern_atom("_NET_WM_PID")
        self.display.sync()

    def of(self, command):
        """Milliseconds to the first paint and peak memory in MiB then."""
        while self.display.pending_events():
            self.display.next_event()
        start = time.monotonic()
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        painted = None
        while painted is None:
            if not self.display.pending_events() \
                    and not select.select([self.display], [], [], 30)[0]:
                raise SystemExit(f"no window within 30 s: {command}")
            event = self.display.next_event()
            if event.type == X.CreateNotify:
                event.window.damage_create(damage.DamageReportRawRectangles)
                self.display.flush()
            elif event.type == self.notify and self.belongs(
                    self.display.create_resource_object("window", event.drawable.id), process):
                painted = time.monotonic()
        time.sleep(0.15)
        peak = peak_memory(process.pid)
        process.terminate()
        process.wait()
        return (painted - start) * 1000, peak

    def belongs(self, window, process):
        """Whether a window is the program's own and large enough to be more than a helper."""
        try:
            owner = window.get_full_property(self.pid, X.AnyPropertyType)
            return bool(owner) and owner.value[0] == process.pid \
                and window.get_geometry().width > 100
        except Exception:  # gone meanwhile
            return False


def peak_memory(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


def command_time(command):
    start = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return (time.monotonic() - start) * 1000


def say(name, measured, floor, unit):
    ratios = [m / f for m, f in zip(measured, floor)]
    print(f"{name}: {statistics.median(measured):.0f} {unit}, floor "
          f"{statistics.median(floor):.0f} {unit}, ratio {min(ratios):.2f} / "
          f"{statistics.median(ratios):.2f} / {max(ratios):.2f} (min/median/max)")


def main():
    build = pathlib.Path(sys.argv[1])
    rounds = int(sys.argv[2])
    relink = str(build / "app/main/relink")
    bench = build / "tests/benchmarks"
    profile = tempfile.mkdtemp(prefix="relink-bench-")
    subprocess.run([bench / "fill_profile", profile, str(CONNECTIONS)], check=True)
    os.environ.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)

    window = [relink, "--profile", profile]
    first = FirstPaint()
    bare = [str(bench / "bare_window")]
    with_word = [*bare, "text"]
    for command in (bare, with_word, window):
        first.of(command)
    pages, floors, words, memory, floor_memory = [], [], [], [], []
    for _ in range(rounds):
        milliseconds, mebibytes = first.of(bare)
        floors.append(milliseconds)
        floor_memory.append(mebibytes)
        words.append(first.of(with_word)[0])
        milliseconds, mebibytes = first.of(window)
        pages.append(milliseconds)
        memory.append(mebibytes)
    say(f"First paint, {CONNECTIONS} connections (budget 1.5)", pages, floors, "ms")
    say("The same beside a bare window with one word", pages, words, "ms")
    say("Peak memory then (budget 45 MiB)", memory, floor_memory, "MiB")

    small = tempfile.mkdtemp(prefix="relink-bench-")
    subprocess.run([bench / "fill_profile", small, "10"], check=True)
    for name, command in (("providers list", [relink, "--profile", small, "providers", "list"]),
                          ("status, 10 connections", [relink, "--profile", small, "status"])):
        commands, bare = [], []
        for _ in range(rounds + 1):
            bare.append(command_time([str(bench / "bare_command")]))
            commands.append(command_time(command))
        say(f"A command: {name} (budget 4)", commands[1:], bare[1:], "ms")

    print("Packs, of which a start reads none and an open window those of its connections:",
          flush=True)
    subprocess.run([bench / "read_packs", "resources/providers"], check=True)
    subprocess.run([bench / "read_texts"], check=True)

    print("Check all, 20 providers that answer after 50 ms (budgets: ratio 1.5, loop 20 ms, 6 at a "
          "host):", flush=True)
    for _ in range(5):
        subprocess.run([bench / "check_many", bench / "slow_hosts", str(CONNECTIONS), "20", "50"],
                       env=dict(os.environ, QT_QPA_PLATFORM="offscreen"), check=False)


if __name__ == "__main__":
    main()
