# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulation gives the same bits with every compiler and every level of optimisation.

digest_test.py ROOT LIBRARY...: compiles core/sim alone, each time in another way, against the libraries of the build, and
compares what tests/sim/digest_main.cpp prints with the golden file. A compiler that is not installed is named and left out;
one at least must be there.
"""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from shutil import which

ROOT, *LIBRARIES = sys.argv[1:]
WAYS = [(compiler, options) for compiler in ("g++", "clang++")
        for options in ("-O0", "-O1", "-O2", "-O3", "-O3 -march=native", "-Os")]
WAYS += [("g++", "-O2 -fwrapv"), ("g++", "-O1 -fsanitize=undefined -fno-sanitize-recover=all")]


class DigestTest(unittest.TestCase):
    def test_every_way_to_compile_gives_the_golden_digests(self):
        root = Path(ROOT)
        golden = (root / "tests/golden/sim/digests.txt").read_text(encoding="utf-8")
        sources = sorted(root.glob("core/sim/*.cpp")) + [root / "tests/sim/sim_support.cpp", root / "tests/sim/digest_main.cpp"]
        compiled = 0
        for compiler, options in WAYS:
            if which(compiler) is None:
                print(f"{compiler} is not installed", file=sys.stderr)
                continue
            with self.subTest(compiler=compiler, options=options), tempfile.TemporaryDirectory() as folder:
                program = Path(folder, "digests")
                subprocess.run([compiler, "-std=c++20", "-ffp-contract=off", *options.split(), f"-I{root}", *sources,
                                *LIBRARIES, "-lcrypto", "-o", program], check=True)
                printed = subprocess.run([program], check=True, capture_output=True, text=True).stdout
                self.assertEqual(printed, golden)
                compiled += 1
        self.assertGreater(compiled, 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
