#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys with the real programs on a real display: the window is found by its title, as a person finds it."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True

from display import Display  # noqa: E402

BIN = Path(os.environ["SOAK_BIN_DIR"])
FEWEST_COLOURS = 50  # of a window with text; an empty one has one


class RealWindow(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)

    def soak(self, display, *words):
        done = subprocess.run([BIN / "soak", *words], env=display.environment, cwd=self.home, check=True,
                              capture_output=True, text=True)
        return done.stdout

    def run_id(self, folder):
        return json.loads(Path(folder, "RUN.json").read_text())["run_id"]

    def test_a_run_is_found_by_its_name_and_walked_through_by_keys(self):
        with Display(self.home) as display:
            self.soak(display, "run", "--mock", "--auto-tune", "--iterations", "36", "--out", "mine")
            program = display.start([BIN / "soak-workbench", "mine"])
            window = display.window(self.run_id(self.home / "mine"))
            display.activate(window)
            self.assertGreater(display.colours(), FEWEST_COLOURS)
            display.keys("alt+3", "alt+2", "F6", "ctrl+l")
            display.write("12")
            display.keys("Return")
            self.assertIn("PASS", display.titles()[0] + str(display.titles()))
            display.keys("ctrl+q")
            self.assertEqual(program.wait(timeout=20), 0)
            kept = json.loads((self.home / "state/soak-workbench/last.soakws").read_text())
            self.assertTrue(kept["primary"].startswith(self.run_id(self.home / "mine")), kept)

    def test_the_first_run_needs_one_key(self):
        with Display(self.home) as display:
            display.start([BIN / "soak-workbench"])
            display.activate(display.window("^Soak Workbench$"))
            display.keys("Return")
            display.window("RUN_[0-9]+ .* (PASS|WARN|FAIL) ")

    def test_a_killed_window_costs_no_iteration_and_the_next_one_offers_to_watch(self):
        (self.home / "bot.sh").write_text(
            f'while [ ! -e {self.home}/go_$SOAK_ITERATION ]; do sleep 0.02; done\n'
            'echo \'{"totals": {"net_bps": 3.0, "p95_latency_ms": 200}}\' > "$SOAK_OUTPUT_DIR/EDGE_REPORT.json"\n')
        bot = f"/bin/sh {self.home}/bot.sh"
        mine = self.home / "mine"
        with Display(self.home) as display:
            runner = display.start([BIN / "soak", "run", "--engine", "command", "--iterations", "6", "--out", mine, "--",
                                    *bot.split()])
            self.let(1, 2)
            display.until(lambda: (mine / "ITER_SUMMARY_2.json").exists(), "iteration 2")
            runner.send_signal(signal.SIGINT)
            self.assertEqual(runner.wait(timeout=20), 130)
            first = display.start([BIN / "soak-workbench", mine])
            display.activate(display.window("UNFINISHED 2 of 6"))
            display.keys("ctrl+r", "Tab")
            display.write(bot)
            display.keys("ctrl+shift+r")
            self.let(3)
            display.window("IN PROGRESS 3 of 6")
            first.kill()
            first.wait()
            os.kill(json.loads((mine / ".run.lock").read_text())["pid"], 0)  # the runner lives
            display.start([BIN / "soak-workbench"])
            display.activate(display.window("^Soak Workbench$"))
            display.keys("F6", "space")  # the offer to watch it is the first pane
            display.window("IN PROGRESS 3 of 6")
            self.let(4, 5, 6)
            display.window(self.run_id(mine) + " .* (PASS|WARN|FAIL) ")
            self.assertEqual(len(list(mine.glob("ITER_SUMMARY_*.json"))), 6)
            self.assertTrue((mine / "RUN_END.json").exists())
            self.assertFalse((mine / ".run.lock").exists())

    def let(self, *iterations):
        for iteration in iterations:
            (self.home / f"go_{iteration}").write_text("go")


if __name__ == "__main__":
    unittest.main()
