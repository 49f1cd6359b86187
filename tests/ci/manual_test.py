#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual of soak-workbench names the options, the views and the exit codes that `--help` names, and no others."""

import os
import re
import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ["SOAK_BIN_DIR"]) / "soak-workbench"
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


class Manual(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        done = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, timeout=60, check=True,
                              env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        cls.help = re.sub(r"\s+", " ", done.stdout)
        cls.heads = "\n".join(re.findall(r"^ {2}(-.*?)(?: {2}.*)?$", done.stdout, re.MULTILINE))
        manual = (ROOT / "packaging/deb/soak-workbench.1.in").read_text(encoding="utf-8")
        cls.manual = manual.replace("\\-", "-").replace("\\fB", "").replace("\\fI", "").replace("\\fR", "")

    def test_options(self):
        there = set(OPTION.findall(self.heads))
        self.assertIn("--render", there)
        section = self.manual.split(".SH OPTIONS")[1].split(".SH")[0]
        self.assertEqual(set(OPTION.findall(" ".join(re.findall(r"^\.TP\n(.*)", section, re.MULTILINE)))), there)

    def test_views(self):
        views = re.compile(r"instead of showing a window: ([a-z, ]+?)(?:\n| --|$)")
        said = views.search(self.help)
        self.assertIsNotNone(said)
        self.assertEqual(views.search(self.manual)[1], said[1])

    def test_exit_codes(self):
        said = re.search(r"Exit codes: (.*)\.", self.help)[1].split(", ")
        section = self.manual.split('.SH "EXIT STATUS"')[1].split(".SH")[0]
        self.assertEqual([f"{code} {what}" for code, what in re.findall(r"^\.TP\n(\d+)\n(.*)", section, re.MULTILINE)], said)


if __name__ == "__main__":
    unittest.main()
