# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways of connecting without a redirect, against a certified authorization server."""
import json
import subprocess
import unittest

from bench import CANCELLED, GREEN, RED, SECRET, AuthorizationServer


class Machine(AuthorizationServer):
    """RFC 6749 4.4: nobody signs in."""

    def connect_machine(self, secret=SECRET):
        return self.run_relink(
            "connect", "generic_oauth2", "--set", "auth_method=client_credentials", "--set",
            f"issuer={self.issuer}", "--set", "client_id=machine-client", "--set",
            "token_endpoint_auth_method=client_secret_basic", "--secret", "client_secret",
            "--name", "Machine", "--json", given=secret + "\n")

    def test_a_token_without_a_person(self):
        made = self.connect_machine()
        # The server has nothing to ask with such a token: that it gives one is the proof.
        self.assertEqual(made.code, GREEN, made)
        first = self.expect(0, "token", "Machine").out.strip()
        self.expect(GREEN, "refresh", "Machine")
        second = self.expect(0, "token", "Machine").out.strip()
        self.assertNotEqual(first, second)
        self.assertEqual(self.opened(), [])

    def test_a_wrong_secret_is_said_and_stores_nothing(self):
        ran = self.connect_machine("wrong")
        self.assertNotEqual(ran.code, GREEN, ran)
        self.assertIn("invalid_client", ran.out)
        self.assertEqual(self.keyring_items(), "")


class Device(AuthorizationServer):
    """RFC 8628: the person types a code."""

    def arguments(self):
        return ["connect", "generic_oauth2", "--set", "auth_method=device_code", "--set",
                f"issuer={self.issuer}", "--set", "client_id=device-client", "--set",
                "scope=openid offline_access", "--name", "Till", "--json"]

    def test_the_code_is_shown_and_the_connection_lives(self):
        ran = self.run_relink(*self.arguments())
        self.assertEqual(ran.code, GREEN, ran)
        self.assertEqual(ran.connection()["light"], "green")
        (address,) = self.opened()
        self.assertIn("user_code=", address)
        code = address.split("user_code=")[1]
        self.assertIn(code, ran.err)
        self.expect(GREEN, "refresh", "Till")
        self.tell("withdraw")
        self.expect(RED, "check", "Till")
        self.expect(GREEN, "reauthorize", "Till")

    def test_nobody_types_it(self):
        ran = self.run_relink(*self.arguments(), "--timeout", "3", person="leave")
        self.assertEqual(ran.code, CANCELLED, ran)
        self.assertEqual(self.keyring_items(), "")


class Assertion(AuthorizationServer):
    """RFC 7523 2.2: the client signs instead of knowing a secret."""

    algorithm = "PS256"
    key = ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]

    def server_environment(self):
        subprocess.run(["openssl", "genpkey", *self.key, "-out", self.folder / "key.pem"],
                       check=True, capture_output=True)
        subprocess.run(["openssl", "pkey", "-in", self.folder / "key.pem", "-pubout", "-out",
                        self.folder / "key.pub"], check=True, capture_output=True)
        return {"RELINK_CLIENT_KEY": str(self.folder / "key.pub"),
                "RELINK_CLIENT_ALGORITHM": self.algorithm}

    def pack(self):
        return {
            "id": "signed_server", "name": "Signed server", "category": "other", "monogram": "Si",
            "allow_loopback_http": True,
            "auth_methods": [{
                "id": "machine", "label": "With a certificate", "kind": "client_credentials",
                "inputs": [{"key": "client_id", "label": "Client ID"},
                           {"key": "certificate_id", "label": "Certificate ID"},
                           {"key": "private_key", "label": "Private key", "secret": True}],
                "token_endpoint": f"{self.issuer}/token",
                "token_endpoint_auth_methods_supported": ["private_key_jwt"],
                "assertion": {"algorithm": self.algorithm, "key_input": "private_key",
                              "key_id": "{certificate_id}", "issuer": "{client_id}",
                              "audience": self.issuer}}],
            "api": {"header": "Authorization", "prefix": "Bearer "},
            "probe": {"mint": True},
            "revocation": {"absent_reason": "Nothing is known of one."},
            "sources": ["made for a test"], "checked": "2026-11-22"}

    def connect_signed(self, private_key):
        file = self.folder / "signed_server.json"
        file.write_text(json.dumps(self.pack()))
        self.expect(0, "providers", "add", str(file))
        return self.run_relink(
            "connect", "signed_server", "--set", "client_id=assertion-client", "--set",
            "certificate_id=cert-7", "--secret", "private_key", "--name", "Signed", "--json",
            given=private_key)

    def test_a_signature_is_the_proof(self):
        made = self.connect_signed((self.folder / "key.pem").read_text())
        self.assertEqual(made.code, GREEN, made)
        self.expect(GREEN, "check", "Signed")

    def test_another_key_is_refused(self):
        subprocess.run(["openssl", "genpkey", *self.key, "-out", self.folder / "other.pem"],
                       check=True, capture_output=True)
        made = self.connect_signed((self.folder / "other.pem").read_text())
        self.assertNotEqual(made.code, GREEN, made)
        self.assertEqual(self.keyring_items(), "")


class EllipticAssertion(Assertion):
    algorithm = "ES256"
    key = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]


if __name__ == "__main__":
    unittest.main(verbosity=2)
