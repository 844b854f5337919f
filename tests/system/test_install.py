# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the README promises of an installed Relink, and of a computer that lacks packages."""
import configparser
import os
import pathlib
import stat
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Install(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        build = pathlib.Path(os.environ["RELINK_EXECUTABLE"]).parents[2]
        cls.folder = tempfile.TemporaryDirectory()
        cls.prefix = pathlib.Path(cls.folder.name, "usr")
        done = subprocess.run(["cmake", "--install", build, "--prefix", cls.prefix],
                              capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def relink(self, *arguments):
        return subprocess.run([self.prefix / "bin" / "relink", *arguments],
                              capture_output=True, text=True, timeout=60)

    def test_practice_finds_its_sandbox(self):
        ran = self.relink("--practice", "--profile", self.folder.name + "/practice", "status")
        self.assertEqual(ran.returncode, 0, ran.stderr)

    def test_the_menu_finds_program_and_icon(self):
        entry = configparser.ConfigParser(interpolation=None)
        entry.optionxform = str
        entry.read(self.prefix / "share/applications/relink.desktop", encoding="utf-8")
        names = entry["Desktop Entry"]
        self.assertTrue((self.prefix / "bin" / names["Exec"]).exists())
        icons = self.prefix / "share/icons/hicolor"
        for place in ["scalable/apps/relink.svg", "48x48/apps/relink.png"]:
            self.assertTrue((icons / place).exists(), place)
        self.assertEqual(names["Icon"], "relink")
        self.assertIn("Comment[de]", names)


class Setup(unittest.TestCase):
    """packaging/setup.sh on a computer that lacks packages."""

    def run_setup(self, script, commands, **environment):
        with tempfile.TemporaryDirectory() as folder:
            for name, body in commands.items():
                command = pathlib.Path(folder, name)
                command.write_text("#!/bin/sh\n" + body + "\n")
                command.chmod(command.stat().st_mode | stat.S_IXUSR)
            for name in ["locale"]:
                if name not in commands:
                    os.symlink("/usr/bin/" + name, pathlib.Path(folder, name))
            return subprocess.run(
                ["/bin/bash", "-c", f". {ROOT}/packaging/setup.sh; {script}"],
                env={"PATH": folder, **environment}, capture_output=True, text=True)

    def missing(self, user, **more):
        return self.run_setup("need_packages harbour",
                              {"dpkg-query": "exit 1", "id": f"echo {user}", **more})

    def test_without_sudo_the_line_is_for_root(self):
        ran = self.missing(1000)
        self.assertEqual(ran.returncode, 3, ran)
        self.assertNotIn("sudo", ran.stderr)
        self.assertIn("root", ran.stderr)
        self.assertIn("    apt-get update && apt-get install", ran.stderr)

    def test_with_sudo_the_line_uses_it(self):
        ran = self.missing(1000, sudo="exit 1")
        self.assertEqual(ran.returncode, 3, ran)
        self.assertIn("    sudo apt-get update && sudo apt-get install", ran.stderr)

    def test_root_needs_no_sudo(self):
        ran = self.missing(0, env="exit 1", sudo="exit 1")
        self.assertEqual(ran.returncode, 3, ran)
        self.assertNotIn("sudo", ran.stderr)

    def test_the_language_stays_the_persons(self):
        show = 'echo "${LC_ALL-} ${LANG-} ${LANGUAGE-} ${LC_CTYPE-}"'
        utf8 = {"locale": "echo UTF-8"}
        ascii_only = {"locale": "echo ANSI_X3.4-1968"}
        ran = self.run_setup(show, utf8, LANG="de_DE.UTF-8")
        self.assertEqual(ran.stdout, " de_DE.UTF-8  \n", ran)
        # A language whose locale was never made can still be spoken, in UTF-8.
        ran = self.run_setup(show, ascii_only, LANG="de_DE.UTF-8")
        self.assertEqual(ran.stdout, " de_DE.UTF-8  C.UTF-8\n", ran)
        ran = self.run_setup(show, ascii_only, LC_ALL="de_DE.UTF-8", LANG="C")
        self.assertEqual(ran.stdout, " de_DE.UTF-8  C.UTF-8\n", ran)


if __name__ == "__main__":
    unittest.main()
