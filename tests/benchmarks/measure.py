# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""measure.py BUILD ROUNDS: start of the window and of a command, beside bare Qt programs.

A window counts as painted when the X server reports damage on it after it was mapped: seen from
outside, the same way for every program. Rounds are interleaved; each ratio is of one round.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from Xlib import X, display
from Xlib.ext import damage

CONNECTIONS = 1000


class FirstPaint:
    """Waits for the next window of a program and for its first paint."""

    def __init__(self):
        self.display = display.Display()
        self.display.damage_query_version()
        self.root = self.display.screen().root
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.display.sync()

    def of(self, command):
        """Milliseconds to the first paint and peak memory in MiB then."""
        while self.display.pending_events():
            self.display.next_event()
        start = time.monotonic()
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        damaged = self.display.extension_event.DamageNotify
        end = start + 30
        painted = None
        while painted is None and time.monotonic() < end:
            event = self.display.next_event()
            if event.type == X.MapNotify:
                try:
                    event.window.damage_create(damage.DamageReportNonEmpty)
                    self.display.sync()
                except Exception:
                    continue
            elif (event.type, getattr(event, "sub_code", None)) == damaged \
                    or event.__class__.__name__ == "DamageNotify":
                painted = time.monotonic()
        time.sleep(0.15)
        peak = peak_memory(process.pid)
        process.terminate()
        process.wait()
        return (painted - start) * 1000, peak


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
    first.of([str(bench / "bare_window")])
    first.of(window)
    pages, floors, memory, floor_memory = [], [], [], []
    for _ in range(rounds):
        milliseconds, mebibytes = first.of([str(bench / "bare_window")])
        floors.append(milliseconds)
        floor_memory.append(mebibytes)
        milliseconds, mebibytes = first.of(window)
        pages.append(milliseconds)
        memory.append(mebibytes)
    say(f"First paint, {CONNECTIONS} connections (budget 1.5)", pages, floors, "ms")
    say("Peak memory then (budget 45 MiB)", memory, floor_memory, "MiB")

    status = [relink, "--profile", profile, "providers", "list"]
    commands, bare = [], []
    for _ in range(rounds + 1):
        bare.append(command_time([str(bench / "bare_command")]))
        commands.append(command_time(status))
    say("A command without a window (budget 4)", commands[1:], bare[1:], "ms")


if __name__ == "__main__":
    main()
