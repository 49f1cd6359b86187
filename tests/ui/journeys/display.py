# SPDX-License-Identifier: GPL-3.0-or-later
"""A display of a test's own (Xvfb) with a window manager (openbox), and hands on it (xdotool)."""

import os
import struct
import subprocess
import tempfile
import threading
from pathlib import Path

PATIENCE = 20  # seconds until a window must be there
SIZE = "1440x900"


class Display:
    """Use it in a `with`; the programs started on it end with it."""

    def __init__(self, home):
        self.home = Path(home)
        self.children = []

    def __enter__(self):
        self.screen = tempfile.TemporaryDirectory()
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE + "x24", "-nolisten", "tcp", "-fbdir",
             self.screen.name], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            name = ":" + number.readline().strip()
        self.environment = dict(os.environ) | {
            "DISPLAY": name, "HOME": str(self.home), "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_STATE_HOME": str(self.home / "state"), "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CACHE_HOME": str(self.home / "cache"), "LC_ALL": "C.UTF-8", "TZ": "UTC", "SOAK_SLEEP_SECONDS": "0",
        }
        for variable in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR"):
            self.environment.pop(variable, None)
        self.start(["openbox", "--sm-disable"])
        self.until(lambda: subprocess.run(["xdotool", "get_num_desktops"], env=self.environment, check=False,
                                          capture_output=True).returncode == 0, "a window manager")
        return self

    def __exit__(self, *_):
        for child in reversed(self.children):
            child.kill()
            child.wait()
        self.server.terminate()
        self.server.wait()
        self.screen.cleanup()

    def start(self, words):
        child = subprocess.Popen([str(word) for word in words], env=self.environment, cwd=self.home,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.children.append(child)
        return child

    def window(self, name):
        """The id of the window whose title matches the pattern; waits for it."""
        try:
            found = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", name],
                                   env=self.environment, check=True, capture_output=True, text=True, timeout=PATIENCE)
        except subprocess.TimeoutExpired as late:
            raise AssertionError(f"no window '{name}' among {self.titles()}") from late
        return found.stdout.split()[0]

    def titles(self):
        """Of every window that is seen: for messages."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", ".", "getwindowname", "%@"],
                               env=self.environment, check=False, capture_output=True, text=True)
        return found.stdout.split("\n")

    def activate(self, window):
        self.hands("windowactivate", "--sync", window)

    def keys(self, *keys):
        self.hands("key", "--clearmodifiers", "--delay", "60", *keys)

    def write(self, text):
        self.hands("type", "--clearmodifiers", "--delay", "20", text)

    def hands(self, *words):
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=PATIENCE, capture_output=True)

    def colours(self):
        """How many colours the screen shows just now."""
        data = Path(self.screen.name, "Xvfb_screen0").read_bytes()
        header = struct.unpack(">25I", data[:100])
        start = header[0] + header[19] * 12
        pixels = memoryview(data)[start:start + header[12] * header[5]].cast("I")
        return len(set(pixels))

    @staticmethod
    def until(is_so, what):
        """Waits, with a bound, for something that sends no signal."""
        pause = threading.Event()
        for _ in range(PATIENCE * 20):
            if is_so():
                return
            pause.wait(0.05)
        raise AssertionError("never came: " + what)
