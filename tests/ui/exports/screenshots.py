#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pictures of the README from runs made on the spot: screenshots.py BIN_DIR FOLDER. The target `screenshots`
writes docs/screenshots by it."""
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import zlib

# Name, view, size, further options.
PICTURES = [
    ("window", "window", (1440, 900), ()),
    ("window-dark", "window", (1440, 900), ("--theme", "dark")),
    ("window-ru", "window", (1440, 900), ("--language", "ru")),
    ("overview", "overview", (1000, 620), ()),
    ("iterations", "iterations", (1000, 720), ()),
    ("overrides", "overrides", (1000, 620), ()),
    ("guards", "guards", (1000, 620), ()),
    ("reports", "reports", (1000, 720), ()),
]
# Iterations and start of the runs; the last one is shown.
RUNS = [(8, 1767513600), (24, 1767556800), (36, 1767600000)]


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


def make(programs, folder):
    programs, folder = pathlib.Path(programs), pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        home = {name: scratch for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")}
        environment = {**os.environ, **home, "TZ": "UTC", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        environment.pop("QT_SCALE_FACTOR", None)
        for iterations, start in RUNS:
            base = f"soaks/{start}"
            subprocess.run([programs / "soak", "run", "--mock", "--auto-tune", "--iterations", str(iterations), "--quiet",
                            "--out", base], check=True, cwd=scratch, stdout=subprocess.DEVNULL,
                           env={**environment, "SOURCE_DATE_EPOCH": str(start)})
        for name, view, (width, height), options in PICTURES:
            run = "soaks" if view == "window" else base
            file = folder / f"{name}.png"
            subprocess.run([programs / "soak-workbench", "--render", view, "--run", run, "--output", file.absolute(),
                            "--size", f"{width}x{height}", *options], check=True, cwd=scratch, env=environment)
            file.write_bytes(smaller(file.read_bytes()))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    make(sys.argv[1], sys.argv[2])
