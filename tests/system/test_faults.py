# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults that really happen: killed processes, lost answers, locked keyrings, two processes."""
import os
import signal
import socket
import subprocess
import threading
import unittest

from bench import FAILED, GREEN, KEYCHAIN, RED, SECRET, AuthorizationServer, Bench

LOCK = ["gdbus", "call", "--session", "--dest", "org.freedesktop.secrets",
        "--object-path", "/org/freedesktop/secrets",
        "--method", "org.freedesktop.Secret.Service.Lock",
        '[objectpath "/org/freedesktop/secrets/collection/login"]']


def unlock():
    subprocess.run(["gnome-keyring-daemon", "--replace", "--unlock", "--components=secrets"],
                   input=os.environ.get("KEYRING_PASSWORD", "testpw").encode(),
                   check=True, capture_output=True)


class Faults(AuthorizationServer):

    def tokens_posted(self):
        return self.counts().get("/token", 0)

    def test_a_connection_dropped_after_the_request_is_one_request(self):
        self.assertEqual(self.connect("Shop").code, GREEN)
        before = self.tokens_posted()
        self.tell("fault?path=/token&times=9&drop=1")
        self.run_relink("refresh", "Shop")
        self.assertEqual(self.tokens_posted() - before, 1)

    def test_a_lost_answer_is_told_and_the_old_token_is_not_sent_again(self):
        self.assertEqual(self.connect("Shop").code, GREEN)
        self.tell("fault?path=/token&times=1&after=1")
        self.run_relink("refresh", "Shop")
        before = self.tokens_posted()
        self.tell("expire-access")
        ran = self.expect(RED, "check", "Shop", "--json")
        self.assertEqual(ran.connection()["cause"], "answer_lost")
        self.assertEqual(self.tokens_posted(), before)
        self.expect(GREEN, "reconnect", "Shop")

    def test_killed_between_answer_and_store(self):
        """R55: the server rotated, the process died before the keyring had the new pair."""
        self.assertEqual(self.connect("Shop").code, GREEN)
        before = self.tokens_posted()
        answered = self.counts().get("answered /token", 0)
        self.tell("fault?path=/token&times=1&delay=700")
        process = self.start_relink("refresh", "Shop")
        self.wait_until(lambda: self.tokens_posted() > before, "the refresh request")
        # Stopped while the server thinks: the answer reaches this machine and nobody reads it.
        process.send_signal(signal.SIGSTOP)
        self.wait_until(lambda: self.counts().get("answered /token", 0) > answered,
                        "the server's answer")
        process.kill()
        process.wait()
        # The old access token is used until it fails, and no refresh is sent with the old pair.
        posted = self.tokens_posted()
        self.expect(GREEN, "check", "Shop")
        self.tell("expire-access")
        ran = self.expect(RED, "check", "Shop", "--json")
        self.assertEqual(ran.connection()["cause"], "answer_lost")
        self.assertTrue(ran.connection()["reason"])
        self.assertEqual(self.tokens_posted(), posted)
        self.expect(GREEN, "reconnect", "Shop")

    def test_two_processes_send_one_refresh(self):
        self.assertEqual(self.connect("Shop").code, GREEN)
        self.tell("expire-access")
        before = self.tokens_posted()
        both = [self.start_relink("check", "Shop") for _ in range(2)]
        for process in both:
            process.communicate(timeout=60)
            self.assertEqual(process.returncode, GREEN)
        self.assertEqual(self.tokens_posted() - before, 1)
        self.expect(GREEN, "check", "Shop")

    def test_a_locked_keyring_is_its_own_state_and_loses_nothing(self):
        self.assertEqual(self.connect("Shop").code, GREEN)
        subprocess.run(LOCK, check=True, capture_output=True)
        try:
            before = self.tokens_posted()
            ran = self.expect(KEYCHAIN, "check", "Shop", "--json")
            self.assertEqual(ran.connection()["light"], "neutral")
            self.assertEqual(ran.connection()["health"], "keychain_locked")
            self.assertEqual(ran.connection()["recommended_action"], "unlock_keychain")
            self.expect(KEYCHAIN, "refresh", "Shop")
            self.assertEqual(self.tokens_posted(), before)
            self.expect(KEYCHAIN, "token", "Shop")
            self.expect(KEYCHAIN, "remove", "Shop")
        finally:
            unlock()
        self.expect(GREEN, "check", "Shop")

    def test_no_secret_service_says_what_to_do(self):
        ran = self.run_relink(*self.connect_arguments(), "--name", "Shop",
                              DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
        self.assertEqual(ran.code, KEYCHAIN, ran)
        self.assertEqual(self.opened(), [])  # nobody is sent to sign in for nothing
        self.assertTrue(ran.err.strip())

    def test_a_killed_process_leaves_no_listener(self):
        process = self.start_relink(*self.connect_arguments(), "--name", "Shop", "--no-browser")
        while not process.stderr.readline().startswith("Open: "):
            self.assertIsNone(process.poll())
        process.kill()
        process.wait()
        self.assertEqual(self.connect("Shop").code, GREEN)


class RefusingProxy:
    """Wants a login, and remembers what was asked of it."""

    def __init__(self):
        self.asked = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.thread = threading.Thread(target=self._serve)
        self.thread.start()

    def _serve(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            with client:
                self.asked.append(client.recv(65536).partition(b"\r\n")[0].decode())
                client.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\n"
                               b"Proxy-Authenticate: Basic realm=\"office\"\r\n"
                               b"Content-Length: 0\r\nConnection: close\r\n\r\n")

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join()


class Proxy(Bench):
    """R46: the environment names a proxy, and nothing goes past it."""

    def test_the_proxy_of_the_environment_is_asked_and_named(self):
        arguments = ["connect", "generic_oauth2", "--set", "auth_method=client_credentials",
                     "--set", "issuer=https://shop.invalid", "--set", "client_id=machine",
                     "--secret", "client_secret", "--name", "Machine", "--json"]
        for name in list(self.environment):
            if name.lower().endswith("_proxy"):
                del self.environment[name]
        for variable in ("https_proxy", "ALL_PROXY"):
            with self.subTest(variable):
                proxy = RefusingProxy()
                try:
                    ran = self.run_relink(*arguments, given=SECRET + "\n",
                                          **{variable: proxy.url})
                finally:
                    proxy.close()
                self.assertEqual(ran.code, FAILED, ran)
                self.assertEqual(ran.json()["error"]["class"], "proxy")
                self.assertEqual(set(proxy.asked), {"CONNECT shop.invalid:443 HTTP/1.1"})


if __name__ == "__main__":
    unittest.main(verbosity=2)
