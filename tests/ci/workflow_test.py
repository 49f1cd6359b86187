#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of packaging/ci/post-soak-analyze.yml, parsed from that very file and run here with the built `soak`."""

import copy
import json
import os
import sys
import tempfile
import unittest
import xml.etree.ElementTree
from pathlib import Path

sys.dont_write_bytecode = True

from workflow import condition, job_steps, run_job, unmatched  # noqa: E402

TEMPLATE = Path(__file__).resolve().parents[2] / "packaging/ci/post-soak-analyze.yml"
STEPS = job_steps(TEMPLATE, "post-soak-analyze")
BIN_DIR = os.environ["SOAK_BIN_DIR"]


def with_iterations(count):
    steps = copy.deepcopy(STEPS)
    soak = next(step for step in steps if step["name"] == "Soak")
    assert "--iterations 8 " in soak["run"]
    soak["run"] = soak["run"].replace("--iterations 8 ", f"--iterations {count} ")
    return steps


def with_soak_replaced_by(command):
    steps = copy.deepcopy(STEPS)
    next(step for step in steps if step["name"] == "Soak")["run"] = command
    return steps


def told(result):
    return "\n".join(f"{step.name}: {step.exit_code}\n{step.stdout[-2000:]}{step.stderr[-2000:]}" for step in result.steps)


class JobTest(unittest.TestCase):
    """Runs the job once for the class; `result` holds what became of it."""

    steps = None

    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        folder = Path(cls.scratch.name, "checkout")
        folder.mkdir()
        cls.result = run_job(cls.steps, folder, BIN_DIR)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def exit_codes(self):
        return {step.name: step.exit_code for step in self.result.steps if step.exit_code is not None}


class EightIterations(JobTest):
    steps = STEPS

    def test_fails_at_the_gate_and_at_the_report_only(self):
        self.assertEqual(self.exit_codes(), {
            "Build soak, unless it is installed": 0, "Folder for the results": 0, "Soak": 0,
            "Verify that every delta was applied": 0, "Report": 1, "Metrics": 0, "Gate": 1}, told(self.result))
        self.assertFalse(self.result.succeeded())

    def test_makes_every_step_and_uploads(self):
        self.assertTrue(all(step.ran for step in self.result.steps))
        self.assertEqual(self.result.unmatched_uploads, [])

    def test_defect_43_the_gate_is_decided_by_a_verdict_that_was_really_read(self):
        verdict = json.loads((self.result.folder / "reports/verdict.json").read_text(encoding="utf-8"))
        self.assertIs(verdict["passed"], False)
        verification = json.loads((self.result.folder / "reports/delta_verify.json").read_text(encoding="utf-8"))
        self.assertEqual(verification["proposed_count"], 7)

    def test_defect_72_what_is_uploaded_is_what_the_steps_wrote(self):
        folder = self.result.folder
        for path in ("artifacts/soak/latest/soak/latest/RUN.json", "artifacts/soak/latest/soak/latest/ITER_SUMMARY_8.json",
                     "artifacts/soak/latest/soak/latest/runtime_overrides.json", "artifacts/soak/latest/metrics.prom",
                     "reports/delta_verify.json", "reports/verdict.json", "reports/gates.xml",
                     "reports/analysis/POST_SOAK_SNAPSHOT.json", "reports/analysis/POST_SOAK_AUDIT.md",
                     "reports/analysis/RECOMMENDATIONS.md", "reports/analysis/FAILURES.md"):
            self.assertTrue((folder / path).is_file(), path)
            self.assertGreater((folder / path).stat().st_size, 0, path)

    def test_tells_people_on_github(self):
        self.assertIn("::error", self.result.step("Gate").stdout + self.result.step("Gate").stderr)
        self.assertIn("|", self.result.summary)

    def test_junit_counts_the_failed_gates(self):
        suite = xml.etree.ElementTree.parse(self.result.folder / "reports/gates.xml").getroot()
        self.assertGreater(len(suite.findall(".//testcase/failure")), 0)
        self.assertGreater(len(suite.findall(".//testcase")), len(suite.findall(".//testcase/failure")))


class ThirtySixIterations(JobTest):
    steps = with_iterations(36)

    def test_succeeds(self):
        self.assertEqual(set(self.exit_codes().values()), {0}, told(self.result))
        self.assertTrue(self.result.succeeded())
        verdict = json.loads((self.result.folder / "reports/verdict.json").read_text(encoding="utf-8"))
        self.assertIs(verdict["passed"], True)


class NoRunAtAll(JobTest):
    steps = with_soak_replaced_by("exit 7")

    def test_defect_74_no_step_looks_green_without_a_run(self):
        self.assertFalse(self.result.step("Verify that every delta was applied").ran)
        for name in ("Report", "Metrics", "Gate"):
            self.assertEqual(self.result.step(name).exit_code, 3, told(self.result))
        self.assertFalse(self.result.succeeded())

    def test_uploads_all_the_same(self):
        self.assertTrue(self.result.step("Upload").ran)


class TheTemplate(unittest.TestCase):
    def test_uploads_always_and_refuses_to_upload_nothing(self):
        upload = STEPS[-1]
        self.assertTrue(condition(upload["if"])(True))
        self.assertEqual(upload["with"]["if-no-files-found"], "error")

    def test_hides_no_exit_code(self):
        for step in STEPS:
            self.assertNotIn("continue-on-error", step)
            self.assertNotRegex(step.get("run", ""), r"\|\|\s*true|set \+e|; *exit 0")

    def test_unknown_conditions_are_refused(self):
        with self.assertRaises(KeyError):
            condition("${{ github.actor == 'x' }}")

    def test_a_pattern_without_files_is_noticed(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "reports/empty").mkdir(parents=True)
            self.assertEqual(unmatched(Path(folder), "reports/**\n"), ["reports/**"])


if __name__ == "__main__":
    unittest.main()
