#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `soak run` at random moments, resumes it, and compares with the undisturbed run, byte for byte.

kill_test.py SOAK KILLS [SEED]. While a run lives, every file that can be seen is read again and again: none may ever be
invalid (DESIGN 4).
"""

import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

START = "1760000000"
SCRIPT = {"iterations": [
    {"kpis": {"net_bps": 1.0, "risk_ratio": 0.65, "p95_latency_ms": 370 if k % 3 else 300},
     "ticks": [{"t_ms": 5000 * k, "p95_latency_ms": 370}, {"t_ms": 5000 * k + 2500, "p95_latency_ms": 370}]}
    for k in range(8)]}


def options(root: Path) -> dict:
    script = root / "script.json"
    script.write_text(json.dumps(SCRIPT))
    tuned = ["--auto-tune"]
    return {
        "mock": ["--iterations", "8", "--mock", *tuned],
        "isolated": ["--iterations", "8", "--mock", *tuned, "--run-isolated"],
        "warmup": ["--iterations", "9", "--mock", *tuned, "--warmup"],
        "scripted": ["--engine", "scripted", "--script", str(script), *tuned],
    }


def contents(folder: Path) -> dict:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def check_file(path: Path) -> None:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return
    if path.suffix == ".json":
        value = json.loads(data)
        match = re.fullmatch(r"ITER_SUMMARY_(\d+)\.json", path.name)
        if match and (value["iteration"] != int(match[1]) or not data.endswith(b"}\n")):
            raise ValueError("not the iteration of its name")
    elif path.name == "summary.txt" and not re.fullmatch(rb"duration: .*\niterations completed: \d+\n", data):
        raise ValueError("not a whole summary")


def check_visible(base: Path) -> None:
    for folder, folders, files in os.walk(base):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.startswith("."):
                continue
            path = Path(folder) / name
            try:
                check_file(path)
            except (ValueError, KeyError) as error:
                raise SystemExit(f"invalid while the run lives: {path}: {error}") from error
    latest = base / "soak" / "latest"
    if (latest / "LATEST.json").exists() and not (latest / "RUN_END.json").exists():
        raise SystemExit("latest was seen before it was whole")


def command(soak: str, base: Path, extra: list) -> list:
    return [soak, "run", "--base", str(base), *extra]


def start(argv: list) -> subprocess.Popen:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": START, "SOAK_SLEEP_SECONDS": "5"}
    return subprocess.Popen(argv, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def finish(argv: list) -> tuple:
    process = start(argv)
    _, errors = process.communicate()
    return process.returncode, errors.decode(errors="replace")


def kill_after(argv: list, base: Path, delay: float) -> None:
    process = start(argv)
    deadline = time.monotonic() + delay
    while time.monotonic() < deadline and process.poll() is None:
        check_visible(base)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    check_visible(base)


def resuming(soak: str, base: Path, extra: list) -> list:
    """RUN.json says the rest."""
    return command(soak, base, ["--resume", *[word for word in extra if word == "--run-isolated"]])


def resume(soak: str, base: Path, extra: list) -> None:
    begun = any(base.rglob("RUN.json"))
    code, errors = finish(resuming(soak, base, extra))
    if not begun:
        if code != 3:
            raise SystemExit(f"resume without RUN.json: exit {code}, not 3\n{errors}")
        code, errors = finish(command(soak, base, extra))
    if code != 0:
        raise SystemExit(f"resume: exit {code}\n{errors}")


def one(soak: str, extra: list, expected: dict, duration: float, source: random.Random) -> None:
    with tempfile.TemporaryDirectory(prefix="soak-kill-") as name:
        base = Path(name)
        kill_after(command(soak, base, extra), base, source.uniform(0, duration))
        while source.random() < 0.4 and any(base.rglob("RUN.json")):
            kill_after(resuming(soak, base, extra), base, source.uniform(0, duration))
        begun = any(base.rglob("RUN.json"))
        resume(soak, base, extra)
        actual = contents(base)
        if not begun and "--run-isolated" in extra:
            return  # its start, and with it every hash, is another
        if actual != expected:
            names = sorted(n for n in {*actual, *expected} if actual.get(n) != expected.get(n))
            raise SystemExit(f"differs from the undisturbed run: {names}")


def main() -> None:
    soak, kills = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.SystemRandom().randrange(1 << 32)
    print(f"seed {seed}", flush=True)
    source = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="soak-kill-reference-") as name:
        root = Path(name)
        cases = []
        for case, extra in options(root).items():
            began = time.monotonic()
            code, errors = finish(command(soak, root / case, extra))
            if code != 0:
                raise SystemExit(f"{case}: exit {code}\n{errors}")
            cases.append((extra, contents(root / case), time.monotonic() - began))
        for kill in range(kills):
            extra, expected, duration = cases[kill % len(cases)]
            one(soak, extra, expected, duration, source)
    print(f"{kills} runs killed and resumed: each ended as the undisturbed one")


if __name__ == "__main__":
    main()
