# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that the rules of the house are about, and C++ text without its comments and strings."""

import re
from pathlib import Path

FOLDERS = ("app", "cmake", "core", "packaging", "tests", "ui")
NOT_OURS = ("tests/golden", "tests/data", "tests/fuzz/corpus")  # inputs and outputs, not sources
CPP = (".cpp", ".h")

TOKEN = re.compile(
    r"""
    //[^\n]*
  | /\*.*?\*/
  | R"(?P<mark>[^\s()\\]*)\(.*?\)(?P=mark)"
  | "(?:\\.|[^"\\\n])*"
  | (?<![0-9a-zA-Z_])'(?:\\.|[^'\\\n])+'
    """,
    re.DOTALL | re.VERBOSE,
)


def _blank(text):
    return "".join(char if char == "\n" else " " for char in text)


def without_comments(text):
    """`text` with comments blanked, strings kept; lines and columns stay where they are."""
    return TOKEN.sub(lambda m: _blank(m[0]) if m[0].startswith("/") else m[0], text)


def code_only(text):
    """`text` with comments and the insides of strings blanked, except the paths of #include."""
    return TOKEN.sub(lambda m: _blank(m[0]), text)


class Source:
    """One file of the tree: `path` relative to the root, `text`, `code` (C++ without comments and strings)."""

    def __init__(self, root, path):
        self.path = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding="utf-8", errors="replace")
        self.is_cpp = path.suffix in CPP
        self.is_header = path.suffix == ".h"
        self.is_cmake = path.name == "CMakeLists.txt" or path.suffix == ".cmake"
        self.is_python = path.suffix == ".py"
        self.code = code_only(self.text) if self.is_cpp else self.text
        self.lines = self.text.splitlines()

    def is_script(self):
        return self.is_python or self.path.endswith(".sh") or self.text.startswith("#!")

    def includes(self):
        """(line number, '"' or '<', path) of every #include that is not in a comment."""
        found = []
        for number, line in enumerate(without_comments(self.text).splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
            if match:
                found.append((number, match[1], match[2]))
        return found

    def matches(self, pattern):
        """(line number, matched text) of every match of `pattern` in the code."""
        for match in re.finditer(pattern, self.code, re.MULTILINE):
            yield self.code.count("\n", 0, match.start()) + 1, match[0].strip()


def sources(root):
    """Every source of ours below `root`, in the order of their paths."""
    root = Path(root)
    paths = [root / "CMakeLists.txt", root / ".ci/run"]
    for folder in FOLDERS:
        paths += sorted((root / folder).rglob("*"))
    wanted = []
    for path in paths:
        relative = path.relative_to(root).as_posix()
        if not path.is_file() or relative.startswith(NOT_OURS) or "__pycache__" in relative:
            continue
        source = Source(root, path)
        if source.is_cpp or source.is_cmake or source.is_script():
            wanted.append(source)
    return wanted
