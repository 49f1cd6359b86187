# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the steps of a GitHub Actions job on this machine, as far as our template needs it."""

import glob
import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import yaml

STEP_SECONDS = 120
# A step without `if:` runs while everything before it succeeded; nobody cancels here.
CONDITIONS = {
    None: lambda failed: not failed,
    "success()": lambda failed: not failed,
    "failure()": lambda failed: failed,
    "always()": lambda failed: True,
    "!cancelled()": lambda failed: True,
}


@dataclass
class Step:
    """What became of one step; `exit_code` is None when it was skipped or is an action of GitHub's."""

    name: str
    ran: bool
    exit_code: int | None = None
    stdout: str = ""
    stderr: str = ""


@dataclass
class JobResult:
    folder: Path
    steps: list[Step] = field(default_factory=list)
    unmatched_uploads: list[str] = field(default_factory=list)
    summary: str = ""  # what the steps appended to GITHUB_STEP_SUMMARY

    def step(self, name):
        return next(step for step in self.steps if step.name == name)

    def succeeded(self):
        return all(step.exit_code in (None, 0) for step in self.steps) and not self.unmatched_uploads


def condition(text):
    """The function for an `if:` text; KeyError for one that this runner does not know."""
    if text is not None:
        text = text.strip().removeprefix("${{").removesuffix("}}").strip()
    return CONDITIONS[text]


def job_steps(path, job):
    return yaml.safe_load(Path(path).read_text(encoding="utf-8"))["jobs"][job]["steps"]


def unmatched(folder, patterns):
    """The upload patterns that match no file, as actions/upload-artifact would see them."""
    missing = []
    for pattern in patterns.split():
        hits = glob.glob(str(folder / pattern), recursive=True)
        if not any(Path(hit).is_file() for hit in hits):
            missing.append(pattern)
    return missing


def run_job(steps, folder, bin_dir):
    """Runs `steps` in the empty `folder` with `bin_dir` first on PATH, with bash -e as GitHub does."""
    github = folder.parent / (folder.name + ".github")
    github.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SOAK_", "MM_", "GITHUB_"))}
    environment |= {"PATH": f"{bin_dir}:{environment['PATH']}", "CI": "true", "GITHUB_ACTIONS": "true"}
    environment |= {name: str(github / name) for name in ("GITHUB_STEP_SUMMARY", "GITHUB_PATH", "GITHUB_ENV", "GITHUB_OUTPUT")}
    result = JobResult(folder)
    failed = False
    for description in steps:
        name = description["name"]
        if not condition(description.get("if"))(failed):
            result.steps.append(Step(name, ran=False))
            continue
        if "uses" in description:
            if description["uses"].startswith("actions/upload-artifact@"):
                result.unmatched_uploads += unmatched(folder, description["with"]["path"])
            result.steps.append(Step(name, ran=True))
        else:
            done = subprocess.run(["bash", "-e", "-c", description["run"]], cwd=folder, env=environment, text=True,
                                  capture_output=True, timeout=STEP_SECONDS, check=False)
            result.steps.append(Step(name, True, done.returncode, done.stdout, done.stderr))
            failed = failed or done.returncode != 0
    summary = github / "GITHUB_STEP_SUMMARY"
    result.summary = summary.read_text(encoding="utf-8") if summary.exists() else ""
    return result
