# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main journey in the real window on a virtual screen, driven as a screen reader would."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent


class JourneyTest(unittest.TestCase):

    def test_main_job(self):
        pictures = tempfile.mkdtemp(prefix="relink-pictures-")
        self.addCleanup(shutil.rmtree, pictures, ignore_errors=True)
        ran = subprocess.run(
            [HERE / "with-screen", "/usr/bin/python3", "-B", HERE / "journey.py",
             os.environ["RELINK_EXECUTABLE"], os.environ["RELINK_SANDBOX_EXECUTABLE"], pictures],
            capture_output=True, text=True, timeout=240, check=False)
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)
        self.assertEqual(ran.stdout.count("    ok: "), 6, ran.stdout)


if __name__ == "__main__":
    unittest.main(verbosity=2)
