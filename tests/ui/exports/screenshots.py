#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pictures of the README from runs made on the spot: screenshots.py BIN_DIR FOLDER. The target `screenshots`
writes docs/screenshots by it."""
import contextlib
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

# Name, view, iterations of its run (8 fail, 36 pass) or the seed of a simulated one, size, further options.
PICTURES = [
    ("window", "window", 36, (1440, 900), ()),
    ("window-dark", "window", 8, (1440, 900), ("--theme", "dark")),
    ("window-ru", "window", 36, (1440, 900), ("--language", "ru")),
    ("overview", "overview", 8, (1000, 620), ()),
    ("iterations", "iterations", 36, (1000, 720), ()),
    ("overrides", "overrides", 36, (1000, 560), ()),
    ("guards", "guards", 36, (1000, 360), ()),
    ("reports", "reports", 36, (1000, 720), ()),
    ("compare", "compare", "seed 1", (1100, 720), ("--run", "soak-seed 2")),
    ("history", "history", 8, (1100, 720), ()),
    ("release", "release", 8, (1000, 700), ()),
]
START = 1767600000  # of the runs
NIGHTS = 20  # that are remembered; the market is another one from the 13th on


def smaller(png):
    """The same picture with its pixels packed as tightly as zlib can, and no notes beside them."""
    at, packed, kept = 8, b"", []
    while at < len(png):
        (length,) = struct.unpack(">I", png[at:at + 4])
        kind, body = png[at + 4:at + 8], png[at + 8:at + 8 + length]
        if kind == b"IDAT":
            packed += body
        elif kind in (b"IHDR", b"PLTE", b"pHYs", b"sRGB"):
            kept.append((kind, body))
        at += 12 + length
    kept += [(b"IDAT", zlib.compress(zlib.decompress(packed), 9)), (b"IEND", b"")]
    return png[:8] + b"".join(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
                              for kind, body in kept)


@contextlib.contextmanager
def known_folder():
    """A folder that is called the same at every making, for its name stands in the pictures."""
    place = pathlib.Path(tempfile.gettempdir()) / "soaks"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
    try:
        yield str(place)
    finally:
        shutil.rmtree(place)


def date_back(run):
    """The window says when the last file came."""
    for file in run.iterdir():
        os.utime(file, (START, START))


def remember_nights(soak, scratch, environment):
    """What the history shows: night after night, imported, and a word about some of them."""
    for night in range(1, NIGHTS + 1):
        market = ("--engine", "sim", "--scenario", "calm" if night < 13 else "latency_storm")
        subprocess.run([soak, "run", *market, "--seed", str(night), "--iterations", "24", "--auto-tune", "--quiet",
                        "--out", f"nights/night-{night:02}"], check=True, cwd=scratch, stdout=subprocess.DEVNULL,
                       env={**environment, "SOURCE_DATE_EPOCH": str(START + night * 86400)})
    for words in (("import", "nights"), ("release", "night-07", "v1.3"), ("release", "night-16", "v1.4"),
                  ("tag", "night-16", "canary"),
                  ("decide", "night-07", "--decision", "ship", "--by", "ann", "--why", "clean"),
                  ("decide", "night-16", "--decision", "hold", "--by", "ann", "--why", "slow since night-13")):
        subprocess.run([soak, "history", *words], check=True, cwd=scratch, stdout=subprocess.DEVNULL, env=environment)


def make(programs, folder):
    programs, folder = pathlib.Path(programs).resolve(), pathlib.Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with known_folder() as scratch:
        home = {name: scratch for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")}
        environment = {**os.environ, **home, "TZ": "UTC", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        environment.pop("QT_SCALE_FACTOR", None)
        mocks = {picture[2] for picture in PICTURES if isinstance(picture[2], int)}
        runs = [(f"soak-{count}", START, ("--mock", "--iterations", str(count))) for count in sorted(mocks)]
        runs += [(f"soak-seed {seed}", START + seed * 86400, ("--engine", "sim", "--seed", str(seed), "--iterations", "120"))
                 for seed in (1, 2)]
        for folder_of_run, start, words in runs:
            subprocess.run([programs / "soak", "run", *words, "--auto-tune", "--quiet", "--out", folder_of_run],
                           check=True, cwd=scratch, stdout=subprocess.DEVNULL,
                           env={**environment, "SOURCE_DATE_EPOCH": str(start)})
            date_back(pathlib.Path(scratch) / folder_of_run)
        remember_nights(programs / "soak", scratch, environment)
        for name, view, iterations, (width, height), options in PICTURES:
            file = folder / f"{name}.png"
            subprocess.run([programs / "soak-workbench", "--render", view, "--run", f"soak-{iterations}", "--output",
                            file, "--size", f"{width}x{height}", *options], check=True, cwd=scratch,
                           env=environment)
            file.write_bytes(smaller(file.read_bytes()))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    make(sys.argv[1], sys.argv[2])
