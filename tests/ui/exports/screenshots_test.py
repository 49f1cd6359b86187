#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures of the README are there, small enough to be loaded, and what the target `screenshots` makes today."""
import os
import pathlib
import re
import struct
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(__file__))
from png import Png  # noqa: E402
from screenshots import PICTURES, make  # noqa: E402

ROOT = pathlib.Path(__file__).parents[3]
SHOTS = ROOT / "docs" / "screenshots"
MOST_BYTES = 250_000


def size_of(file):
    header = file.read_bytes()[:24]
    return struct.unpack(">II", header[16:24])


class Screenshots(unittest.TestCase):
    def test_every_picture_of_the_readme_exists_and_every_picture_is_in_the_readme(self):
        shown = re.findall(r"!\[[^\]]+\]\(docs/screenshots/([\w-]+\.png)\)", (ROOT / "README.md").read_text())
        there = sorted(file.name for file in SHOTS.glob("*.png"))
        self.assertEqual(sorted(shown), there)
        self.assertEqual(there, sorted(f"{name}.png" for name, *_ in PICTURES))

    def test_they_are_small_and_show_something(self):
        for file in SHOTS.glob("*.png"):
            self.assertLess(file.stat().st_size, MOST_BYTES, file.name)
            self.assertGreater(Png(file.read_bytes()).ink(), 0.01, file.name)

    def test_the_target_makes_the_same_names_and_sizes(self):
        with tempfile.TemporaryDirectory() as folder:
            make(os.environ["SOAK_BIN_DIR"], folder)
            made = {file.name: size_of(file) for file in pathlib.Path(folder).iterdir()}
        self.assertEqual(made, {file.name: size_of(file) for file in SHOTS.iterdir()})


if __name__ == "__main__":
    unittest.main()
