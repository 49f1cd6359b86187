#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What packaging/quickstart ends with: the window open on the run it just made where there is a display, a picture of
it where there is none. The script and the programs are the real ones; only the build, which is done, is left out."""

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(os.environ["SOAK_BIN_DIR"])
MOST_SECONDS = 20  # from the end of the script to the window


class Display:
    """An X server of its own, on the first free number."""

    def __enter__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
                                       pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = ":" + pipe.readline().strip()
        assert self.name != ":", "Xvfb did not start"
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait(30)


class Quickstart(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = Path(self.scratch.name)
        tree = self.folder / "tree"
        shutil.copytree(ROOT / "packaging", tree / "packaging")
        (tree / "build/release").mkdir(parents=True)
        (tree / "build/release/build.ninja").touch()
        (tree / "build/release/bin").symlink_to(BIN)
        fake = self.folder / "fake"
        fake.mkdir()
        for name in ("cmake", "apt-get"):
            (fake / name).write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
            (fake / name).chmod(0o755)
        self.home = self.folder / "home"
        self.home.mkdir()
        kept = {key: value for key, value in os.environ.items()
                if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "SOURCE_DATE_EPOCH")
                and not key.startswith("XDG_")}
        self.environment = {**kept, "PATH": f"{fake}:{os.environ['PATH']}", "HOME": str(self.home),
                            "XDG_RUNTIME_DIR": str(self.home)}

    def tearDown(self):
        self.scratch.cleanup()

    def run_script(self, **environment):
        done = subprocess.run([self.folder / "tree/packaging/quickstart", "--yes", self.folder / "results"],
                              capture_output=True, text=True, timeout=120, check=False, stdin=subprocess.DEVNULL,
                              cwd=self.folder, env={**self.environment, **environment})
        self.assertEqual(done.returncode, 0, done.stderr)
        run = self.folder / "results/artifacts/soak/latest/soak/latest/RUN.json"
        info = json.loads(run.read_text(encoding="utf-8"))
        self.assertEqual((info["engine"], info["start"], info["tuner"]), ("sim", "red", "model"))
        return done, info["run_id"]

    def risk_ratios(self):
        folder = self.folder / "results/artifacts/soak/latest/soak/latest"
        paths = sorted(folder.glob("ITER_SUMMARY_*.json"), key=lambda path: int(re.findall(r"\d+", path.name)[0]))
        return [json.loads(path.read_text(encoding="utf-8"))["summary"]["risk_ratio"] for path in paths]

    def test_without_a_display_it_ends_with_a_picture_and_its_path(self):
        done, _run_id = self.run_script()
        self.assertIn("Verdict: gate passed", done.stdout)
        risk = self.risk_ratios()
        self.assertEqual(len(risk), 24)
        self.assertTrue(all(value > 0.40 for value in risk[:2]), "it begins red")
        self.assertTrue(all(value < 0.40 for value in risk[-2:]), "and the tuner mends it")
        path = re.search(r"^The workbench on this run, as a picture: (.*)$", done.stdout, re.M)
        self.assertIsNotNone(path, done.stdout)
        self.assertTrue(Path(path[1]).read_bytes().startswith(b"\x89PNG"))

    def test_with_a_display_it_ends_with_the_window_on_its_run(self):
        with Display() as display:
            _done, run_id = self.run_script(DISPLAY=display.name)
            try: # --sync waits until there is one
                found = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", run_id],
                                       capture_output=True, text=True, check=True, timeout=MOST_SECONDS,
                                       env={**self.environment, "DISPLAY": display.name}).stdout
            except subprocess.TimeoutExpired:
                self.fail(f"no window named {run_id} after {MOST_SECONDS} s")
            pid = subprocess.run(["xdotool", "getwindowpid", found.split()[0]], capture_output=True, text=True,
                                 check=True, env={**self.environment, "DISPLAY": display.name}).stdout.strip()
            program = Path(f"/proc/{pid}/exe").resolve().name
            self.assertEqual(program, "soak-workbench")
            os.kill(int(pid), signal.SIGTERM)


if __name__ == "__main__":
    unittest.main()
