# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole life of a connection against a certified authorization server and a real keyring."""
import signal
import subprocess
import unittest
import urllib.error
import urllib.request

from bench import CANCELLED, FAILED, GREEN, RED, SOURCE, USAGE, AuthorizationServer


class Life(AuthorizationServer):

    def whole_life(self, client):
        made = self.connect("Shop", client)
        self.assertEqual(made.code, GREEN, made)
        self.assertEqual(made.connection()["light"], "green")
        self.assertEqual(made.connection()["health"], "connected")
        self.assertIsNotNone(made.connection()["verified_at"])

        # The provider withdraws the access: red within one probe, with the reason.
        self.tell("withdraw")
        self.assertEqual(self.light("Shop"), "green")  # nobody asked yet
        ran = self.expect(RED, "check", "Shop", "--json")
        self.assertEqual(ran.connection()["health"], "needs_authorization")
        self.assertEqual(ran.connection()["error_class"], "expired_refresh")
        self.assertEqual(ran.connection()["recommended_action"], "reauthorize")
        self.assertTrue(ran.connection()["reason"])
        self.assertEqual(self.light("Shop"), "red")

        # The guided reconnect leads back.
        self.expect(GREEN, "reconnect", "Shop")
        self.assertEqual(self.light("Shop"), "green")

        # Refresh with rotation: the access token and the refresh token are new ones.
        before = self.expect(GREEN, "token", "Shop").out.strip()
        self.expect(GREEN, "refresh", "Shop")
        after = self.expect(GREEN, "token", "Shop").out.strip()
        self.assertNotEqual(before, after)
        self.assertEqual(self.probe(after), 200)

        # Access dead, grant alive: one refresh mends it and nobody is bothered.
        self.tell("expire-access")
        self.expect(GREEN, "check", "Shop")

        # Revoked at the provider, and verified.
        token = self.expect(GREEN, "token", "Shop").out.strip()
        ran = self.expect(0, "revoke", "Shop", "--json")
        self.assertEqual(ran.json()["result"], "revoked")
        self.assertEqual(self.probe(token), 401)
        self.assertEqual(self.light("Shop"), "red")
        self.expect(RED, "check", "Shop")

        # And back again from there, then gone for good.
        self.expect(GREEN, "reauthorize", "Shop")
        self.expect(0, "remove", "Shop")
        self.expect(USAGE, "status", "Shop")
        self.assertEqual(self.keyring_items(), "")
        history = self.expect(0, "history", "--json").out
        self.assertEqual(history.strip(), "")

    def probe(self, token):
        request = urllib.request.Request(f"{self.issuer}/me",
                                         headers={"Authorization": f"Bearer {token}"})
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code

    def test_public_client(self):
        self.whole_life("public-client")

    def test_confidential_client(self):
        self.whole_life("confidential-client")

    def test_reusing_an_old_refresh_token_kills_the_family_and_is_told(self):
        self.assertEqual(self.connect("Shop").code, GREEN)
        old = self.keyring_items().split('"refresh_token":"')[1].split('"')[0]
        self.expect(GREEN, "refresh", "Shop")
        body = f"grant_type=refresh_token&client_id=public-client&refresh_token={old}".encode()
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{self.issuer}/token", data=body)
        self.assertEqual(refused.exception.code, 400)
        # The server ended the whole grant: the current token is dead too.
        ran = self.expect(RED, "check", "Shop", "--json")
        self.assertEqual(ran.connection()["error_class"], "expired_refresh")
        self.expect(GREEN, "reconnect", "Shop")

    def test_declining_is_no_failure_and_stores_nothing(self):
        ran = self.connect("Shop", person="decline")
        self.assertEqual(ran.code, CANCELLED, ran)
        self.assertEqual(self.expect(0, "status", "--json").json()["connections"], [])
        self.assertEqual(self.keyring_items(), "")
        # On re-authorising the old grant stays.
        self.assertEqual(self.connect("Shop").code, GREEN)
        self.expect(CANCELLED, "reauthorize", "Shop", person="decline")
        self.expect(GREEN, "check", "Shop")
        self.assertEqual(self.expect(0, "history", "--json").out.strip(), "")

    def test_nobody_comes_back(self):
        ran = self.run_relink(*self.connect_arguments(), "--name", "Shop", "--timeout", "2",
                              person="leave")
        self.assertEqual(ran.code, CANCELLED, ran)

    def test_another_account_is_not_taken_silently(self):
        self.assertEqual(self.connect("Shop").code, GREEN)
        ran = self.run_relink("reauthorize", "Shop", RELINK_PERSON_LOGIN="bob")
        self.assertEqual(ran.code, FAILED, ran)
        self.expect(GREEN, "check", "Shop")

    def test_network_faults_turn_nothing_red(self):
        self.assertEqual(self.connect("Shop").code, GREEN)
        self.tell("fault?path=/me&status=503&times=1")
        ran = self.run_relink("check", "Shop", "--json")
        self.assertEqual(ran.code, FAILED, ran)
        self.assertEqual(ran.connection()["light"], "neutral")
        self.assertEqual(ran.connection()["recommended_action"], "wait")
        self.server.send_signal(signal.SIGSTOP)
        try:
            ran = self.run_relink("check", "Shop", "--json", "--timeout", "40")
            self.assertEqual(ran.code, FAILED, ran)
            self.assertEqual(ran.connection()["light"], "neutral")
            self.assertEqual(ran.connection()["error_class"], "network")
        finally:
            self.server.send_signal(signal.SIGCONT)
        self.expect(GREEN, "check", "Shop")
        kinds = [line.split('"kind":"')[1].split('"')[0]
                 for line in self.expect(0, "history", "--json").out.splitlines()]
        self.assertIn("recovery", kinds)

    def test_only_the_authorisation_address_reaches_the_browser(self):
        self.assertEqual(self.connect("Shop", "confidential-client").code, GREEN)
        (address,) = self.opened()
        self.assertTrue(address.startswith(f"{self.issuer}/auth?"))
        self.assertIn("code_challenge_method=S256", address)
        self.assertNotIn("code_verifier", address)
        self.assertNotIn("s3cr3t", address)

    def test_no_browser_prints_the_address_and_waits(self):
        process = self.start_relink(*self.connect_arguments(), "--name", "Shop", "--no-browser")
        line = ""
        while not line.startswith("Open: "):
            line = process.stderr.readline()
            self.assertTrue(line, "ended without the address")
        subprocess.run([SOURCE / "tests/support/person", line[len("Open: "):].strip()],
                       check=True, capture_output=True)
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, GREEN)


if __name__ == "__main__":
    unittest.main(verbosity=2)
