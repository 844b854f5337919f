# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real parts for the system tests: the executable, a certified authorization server, a keyring.

The tests themselves run inside tests/support/with-keyring, which brings the bus and the keyring.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
import urllib.request

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SERVER = SOURCE / "tests/system/server"
RELINK = os.environ.get("RELINK_EXECUTABLE", "")
SANDBOX = os.environ.get("RELINK_SANDBOX_EXECUTABLE", "")
SECRET = "s3cr3t+with/special=chars&%"  # of the server's confidential client

GREEN, RED, USAGE, FAILED, KEYCHAIN, CANCELLED = 0, 1, 2, 3, 4, 5


def start_reading(command, pattern, **options):
    """Starts a program and waits for the line that says where it listens."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options)
    for line in process.stdout:
        match = re.match(pattern, line)
        if match:
            return process, match.group(1)
    process.wait()
    raise RuntimeError(f"{command[0]} ended with {process.returncode}")


def control(url, method="POST"):
    request = urllib.request.Request(url, method=method)
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
        return answer.read()


class Ran:
    """A finished command."""

    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout
        self.err = process.stderr

    def json(self):
        return json.loads(self.out)

    def connection(self):
        return self.json()["connections"][0]

    def __str__(self):
        return f"exit {self.code}\n--- out\n{self.out}\n--- err\n{self.err}"


class Bench(unittest.TestCase):
    """A fresh profile and a browser that is a person who allows everything."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="relink-system-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.profile = self.folder / "profile"
        shims = self.folder / "bin"
        shims.mkdir()
        (shims / "xdg-open").symlink_to(SOURCE / "tests/support/person")
        self.environment = dict(os.environ, PATH=f"{shims}:{os.environ['PATH']}",
                                RELINK_PERSON_LOG=str(self.folder / "opened"))
        self.environment.pop("DISPLAY", None)

    def opened(self):
        log = self.folder / "opened"
        return log.read_text().splitlines() if log.exists() else []

    def command(self, *arguments):
        return [RELINK, "--profile", str(self.profile), *arguments]

    def run_relink(self, *arguments, person="approve", given=None, **extra):
        environment = dict(self.environment, RELINK_PERSON=person, **extra)
        return Ran(subprocess.run(self.command(*arguments), input=given, env=environment,
                                  capture_output=True, text=True, timeout=120, check=False))

    def start_relink(self, *arguments, person="approve", **options):
        environment = dict(self.environment, RELINK_PERSON=person)
        process = subprocess.Popen(self.command(*arguments), env=environment, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   stdin=subprocess.PIPE, **options)
        self.addCleanup(self._end, process)
        return process

    @staticmethod
    def _end(process):
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.communicate()

    def expect(self, code, *arguments, **options):
        ran = self.run_relink(*arguments, **options)
        self.assertEqual(ran.code, code, f"{arguments}: {ran}")
        return ran

    def light(self, name, *arguments):
        return self.run_relink("status", name, "--json", *arguments).connection()["light"]

    def keyring_items(self):
        """What the keyring holds for this profile; empty when there is nothing."""
        digest = hashlib.sha256(str(self.profile.resolve()).encode()).hexdigest()[:12]
        return subprocess.run(["secret-tool", "search", "--all", "--unlock", "server",
                               f"relink-{digest}"], capture_output=True, text=True,
                              check=False).stdout

    def wait_until(self, condition, what, seconds=20):
        """For what another process does and no signal announces."""
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, f"waited in vain: {what}")
            time.sleep(0.02)


class AuthorizationServer(Bench):
    """With the authorization server that nobody here wrote."""

    def setUp(self):
        super().setUp()
        if not (SERVER / "node_modules/oidc-provider").exists():
            self.skipTest("the authorization server is not installed; tests/run installs it with npm")
        self.server, self.issuer = start_reading(
            ["node", "server.mjs"], r"Server: (\S+)", cwd=SERVER, stderr=subprocess.DEVNULL,
            env=dict(os.environ, **self.server_environment()))
        self.addCleanup(self.server.wait)
        self.addCleanup(self.server.kill)
        self.addCleanup(self.server.stdout.close)

    def server_environment(self):
        """What the server is told when it starts."""
        return {}

    def tell(self, what):
        control(f"{self.issuer}/_control/{what}")

    def counts(self):
        return json.loads(control(f"{self.issuer}/_control/counts", "GET"))

    def connect_arguments(self, client="public-client"):
        arguments = ["connect", "generic_oauth2", "--set", f"issuer={self.issuer}",
                     "--set", f"client_id={client}",
                     "--set", "scope=openid offline_access",
                     "--set", "authorization_parameters=prompt=consent"]
        if client == "confidential-client":
            arguments += ["--secret", "client_secret",
                          "--set", "token_endpoint_auth_method=client_secret_basic"]
        return arguments

    def connect(self, name, client="public-client", **options):
        given = SECRET + "\n" if client == "confidential-client" else None
        return self.run_relink(*self.connect_arguments(client), "--name", name, "--json",
                               given=given, **options)
