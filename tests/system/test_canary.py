# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""R82: nothing secret lies about after a whole life, however loudly Relink was asked to log.

The authorization server tells every code, token and verifier that it saw; the client secret and a
key are planted. All of them are looked for, in several spellings, in everything the run left
behind: files and free pages, output at full verbosity, argument lists and environments. So are
those of the texts that were pasted to be explained: real ones and planted ones. Support packets are
opened, and every member of them is looked through.
"""
import base64
import json
import os
import pathlib
import subprocess
import tempfile
import unittest
import urllib.parse
import zipfile

from bench import CANCELLED, GREEN, RED, SECRET, AuthorizationServer, control

KEY = "CANARY-key-5f1c+/=%7"
PASTED = [f"CANARY-pasted-{n}-9b41Xz" for n in range(8)]


def pasted_texts(secrets):
    """Errors as people copy them, with secrets in every form that texts have for them."""
    for given in secrets:
        escaped = json.dumps(given)[1:-1]
        quoted = urllib.parse.quote(given, safe="")
        yield f'{{"error":"invalid_grant","refresh_token":"{escaped}","code":"{escaped}"}}\n'
        yield f"POST /token HTTP/1.1\nAuthorization: Bearer {given}\n\n" \
              f"grant_type=refresh_token&refresh_token={quoted}\n\nHTTP/1.1 401 Unauthorized\n"
        yield f"curl -H 'ms-apikey: {given}' -u 'shop:{given}' http://api.example/v1 \n403 Forbidden"
        yield f"https://shop.example/cb?error=access_denied&code={quoted}&state={quoted}\n"
        yield f"ERROR login failed: password={quoted} token: {given}\n  at Shop.sync(Shop.php:12)\n"
        yield f'{{"access_token":"{escaped}","token_type":"Bearer","expires_in":1800}}\n'


def spellings(secret):
    raw = secret.encode()
    yield raw
    yield urllib.parse.quote(secret, safe="").encode()
    yield urllib.parse.quote_plus(secret).encode()
    yield json.dumps(secret)[1:-1].encode()
    yield secret.encode("utf-16-le")
    # Base64 of a text that holds it, whatever stands before: three alignments, edges cut off.
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + raw)
        yield encoded[4:-4] if shift else encoded[:-4]


class Canary(AuthorizationServer):

    def setUp(self):
        super().setUp()
        self.traces = {}
        temporary = self.folder / "tmp"
        temporary.mkdir()
        self.environment.update(TMPDIR=str(temporary), QT_LOGGING_RULES="*.debug=true",
                                QT_MESSAGE_PATTERN="%{category} %{message}")

    def life(self, *arguments, codes=(GREEN,), **options):
        ran = self.run_relink(*arguments, **options)
        self.assertIn(ran.code, codes, f"{arguments}: {ran}")
        self.traces[f"output of {' '.join(arguments[:2])} {len(self.traces)}"] \
            = (ran.out + ran.err).encode()
        return ran

    def look_at(self, process):
        """A running process as any other program of this user sees it."""
        for name in ("cmdline", "environ"):
            try:
                content = pathlib.Path(f"/proc/{process.pid}/{name}").read_bytes()
            except PermissionError:
                continue  # hardened: not even readable
            self.traces[f"{name} of {process.pid}"] = content

    def explain(self, secrets):
        """Pasted, by a pipe and as a file of somebody else's; what is printed is a trace."""
        every = "\n\n".join(pasted_texts(secrets))
        with tempfile.NamedTemporaryFile("w", suffix=".log") as file:
            file.write(every)
            file.flush()
            for command in (["diagnose"], ["diagnose", "--json"], ["lint-request"],
                            ["lint-request", "--json"]):
                self.life(*command, file.name)
                self.life(*command, given=every)
        for text in pasted_texts(secrets[:1]):
            self.life("diagnose", given=text)
            self.life("lint-request", given=text)

    def packets(self, secrets):
        """Support packets, with names and without, whose merchant pasted secrets into them."""
        for number, (name, further) in enumerate((("Shop", []), ("Key", ["--names"]))):
            packet = self.folder / f"packet-{number}.zip"
            doing = "\n".join(pasted_texts(secrets))
            self.life("support", name, "-o", str(packet), "--doing", doing, *further)
            self.assertEqual(packet.stat().st_mode & 0o777, 0o600)
            with zipfile.ZipFile(packet) as members:
                self.assertIsNone(members.testzip())
                self.assertEqual(members.namelist(), ["support.txt", "support.json"])
                for member in members.namelist():
                    self.traces[f"{member} of {packet.name}"] = members.read(member)
            self.assertIn("‹hidden›".encode(), self.traces[f"support.txt of {packet.name}"])

    def files(self):
        keyrings = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "keyrings"
        for root in (self.folder, pathlib.Path(os.environ["HOME"])):
            for path in root.rglob("*"):
                if path.is_file() and keyrings not in path.parents:
                    yield path

    def test_nothing_lies_about(self):
        connect = self.connect_arguments("confidential-client") + ["--name", "Shop"]
        # An exchange that is dropped: the server keeps code and verifier.
        self.tell("fault?path=/token&times=1&drop=1")
        self.life(*connect, given=SECRET + "\n", codes=(3,))
        self.life(*connect, given=SECRET + "\n")
        self.life("check", "Shop", "--json")
        self.life("refresh", "Shop")
        self.tell("expire-access")
        self.life("check", "Shop")
        # A key, planted; no such host, so the light stays neutral.
        self.life("connect", "shopify", "--name", "Key", "--set", "auth_method=access_token",
                  "--set", "shop=canary-shop", "--secret", "access_token", given=KEY + "\n",
                  codes=(GREEN, RED, 3))
        self.tell("withdraw")
        self.life("check", "Shop", codes=(RED,))
        self.life("reconnect", "Shop")
        process = self.start_relink("reauthorize", "Shop", "--no-browser")
        while not process.stderr.readline().startswith("Open: "):
            self.assertIsNone(process.poll())
        self.look_at(process)
        process.terminate()
        out, err = process.communicate(timeout=30)
        self.traces["output of reauthorize, stopped"] = (out + err).encode()
        self.assertEqual(process.returncode, CANCELLED)
        self.life("history", "--json")
        self.life("history", "--csv")
        self.life("status", "--json", codes=(GREEN, RED, 3))
        self.life("doctor", "--json", codes=(0, 3))
        self.life("export")
        self.life("export", str(self.folder / "moved.json"))
        live = json.loads(control(f"{self.issuer}/_control/secrets", "GET"))
        self.explain([*PASTED, SECRET, KEY, live[-1]])
        self.packets([PASTED[0], KEY])
        self.life("revoke", "Shop")
        self.life("refresh", "Shop", codes=(RED, 3))

        secrets = json.loads(control(f"{self.issuer}/_control/secrets", "GET"))
        self.assertGreater(len(secrets), 8)
        secrets += [SECRET, KEY, *PASTED, os.environ.get("KEYRING_PASSWORD", "testpw") + "-not-used"]
        for path in self.files():
            self.traces[str(path)] = path.read_bytes()
        self.assertTrue(any(name.endswith(".db") for name in self.traces), "no database was seen")
        # The address bar's history is the browser's own: it holds the state, which is spent.
        self.traces = {name: content for name, content in self.traces.items()
                       if not name.endswith("/opened")}
        found = [f"{name}: {secret[:6]}…" for secret in secrets for name, content
                 in self.traces.items() for spelling in spellings(secret)
                 if len(spelling) >= 12 and spelling in content]
        self.assertEqual(found, [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
