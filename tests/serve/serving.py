# SPDX-License-Identifier: GPL-3.0-or-later
"""`soak` and `soak serve` as the tests of this folder start them."""

import http.client
import os
import subprocess
import tempfile
import threading
import urllib.parse
from pathlib import Path

SOAK = str(Path(os.environ["SOAK_BIN_DIR"], "soak"))
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds until something must have come
ENVIRONMENT = {"PATH": os.environ["PATH"], "TERM": "dumb", "TZ": "UTC", "LC_ALL": "C.UTF-8", "SOAK_SLEEP_SECONDS": "0",
               "ASAN_OPTIONS": "detect_leaks=1"}


def soak(*words, folder=None):
    """`soak WORDS...` to its end."""
    return subprocess.run([SOAK, *map(str, words)], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True,
                          timeout=PATIENCE, check=False, stdin=subprocess.DEVNULL)


def until(found, what):
    """What `found()` gives as soon as it is something; waits, with a bound, for what sends no signal."""
    pause = threading.Event()
    for _ in range(PATIENCE * 50):
        value = found()
        if value:
            return value
        pause.wait(0.02)
    raise AssertionError("never came: " + what)


class Answer:
    def __init__(self, response, has_body):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.body = response.read().decode() if has_body else ""


class Serving:
    """`soak serve RUN --port 0`; use it in a `with`. `folder` is where it is started."""

    def __init__(self, run, *options, folder=None):
        self.words = [SOAK, "serve", str(run), "--port", "0", *options]
        self.folder = folder
        self.log = tempfile.TemporaryFile(mode="w+")

    def __enter__(self):
        self.process = subprocess.Popen(self.words, cwd=self.folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.url = self.process.stdout.readline().strip()
        assert self.url.startswith("http://"), self.errors()
        self.port = urllib.parse.urlsplit(self.url).port
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(PATIENCE)
        self.process.stdout.close()
        self.log.close()

    def errors(self):
        self.log.seek(0)
        return self.log.read()

    def ask(self, path, method="GET", headers=None, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body=body, headers=headers or {})
            return Answer(connection.getresponse(), method != "HEAD")
        finally:
            connection.close()

    def sample(self, name):
        """The value of a series without labels; None when there is none."""
        for line in self.ask("/metrics").body.splitlines():
            if line.startswith(name + " "):
                return float(line.split()[1])
        return None

    def wait_until_ready(self):
        until(lambda: self.ask("/readyz").status == 200, "a run that is ready")
