#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripts of packaging/: usage, exit codes, and that they go by the one list of packages."""

import os
import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ("quickstart", "check", "package", "clean-root", "fuzz", "bench")


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL, **options)


class Scripts(unittest.TestCase):
    def test_are_executable(self):
        for script in [ROOT / "packaging" / name for name in SCRIPTS] + [ROOT / ".ci/run"]:
            self.assertTrue(os.access(script, os.X_OK), script)

    def test_explain_themselves(self):
        for name in SCRIPTS:
            done = run(ROOT / "packaging" / name, "--help")
            self.assertEqual((done.returncode, done.stderr), (0, ""), name)
            self.assertTrue(done.stdout.startswith(f"usage: packaging/{name} "), name)

    def test_refuse_what_they_do_not_know(self):
        for name in SCRIPTS:
            done = run(ROOT / "packaging" / name, "--no-such-option")
            self.assertEqual((done.returncode, done.stdout), (2, ""), name)
            self.assertTrue(done.stderr.startswith("usage: "), name)

    def test_fuzz_wants_a_number_of_seconds(self):
        for words in ([], ["0"], ["soon"], ["-5"]):
            self.assertEqual(run(ROOT / "packaging/fuzz", *words).returncode, 2, words)

    def test_the_build_server_runs_what_the_readme_says(self):
        self.assertIn("packaging/check", (ROOT / ".ci/run").read_text(encoding="utf-8"))
        self.assertIn("packaging/check", (ROOT / "README.md").read_text(encoding="utf-8"))

    def test_packages_are_chosen_by_purpose(self):
        done = run("bash", "-c", '. packaging/common.sh; packages_for unpack; packages_for build | grep -c .', cwd=ROOT)
        *unpacked, built = done.stdout.split()
        self.assertEqual(unpacked, ["prometheus", "prometheus-node-exporter", "postgresql-15", "postgresql-client-15"])
        self.assertGreater(int(built), 8)

    def test_a_missing_package_without_root_is_an_error_of_the_environment(self):
        script = ('. packaging/common.sh; packages_for() { echo no-such-package-of-debian; }; '
                  'as_root() { die $kExitEnvironment "no root"; }; install_packages 1 build; echo not reached')
        done = run("bash", "-c", script, cwd=ROOT)
        self.assertEqual((done.returncode, done.stdout), (6, ""))
        self.assertIn("apt-get install --no-install-recommends no-such-package-of-debian", done.stderr)


if __name__ == "__main__":
    unittest.main()
