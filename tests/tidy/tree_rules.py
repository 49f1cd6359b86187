# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about the tree as a whole. Each yields (path, line, message)."""

import re
from pathlib import Path

DEFECTS = range(1, 75)
DEFECTS_PAGE = "docs/defects.md"
LATER = "later:"


def test_for_every_source(root, files):
    """tests/<layer>/x_test.cpp for every core/<layer>/x.cpp that has a header of its own."""
    paths = {source.path for source in files}
    for path in sorted(paths):
        match = re.fullmatch(r"core/(\w+)/(\w+)\.cpp", path)
        if match and f"core/{match[1]}/{match[2]}.h" in paths:
            wanted = f"tests/{match[1]}/{match[2]}_test.cpp"
            if wanted not in paths:
                yield path, 1, f"has no {wanted}"


def packages_are_explained(root, files):
    """Every package that is installed has its reason in docs/dependencies.md."""
    listed = Path(root, "packaging/apt.txt")
    page = Path(root, "docs/dependencies.md")
    explained = page.read_text(encoding="utf-8") if page.exists() else ""
    for number, line in enumerate(listed.read_text(encoding="utf-8").splitlines(), 1) if listed.exists() else ():
        if line and not line.startswith("#") and f"`{line.split()[1]}`" not in explained:
            yield "packaging/apt.txt", number, f"`{line.split()[1]}` is not in docs/dependencies.md"


def tested_defects(files):
    """Number -> path of a test suite Defect<number>..., in C++ or Python."""
    found = {}
    for source in files:
        if source.path.startswith("tests/") and not source.path.startswith("tests/tidy/"):
            pattern = r"\b(?:TEST|TEST_F|TEST_P|SOAK_PROPERTY)\(\s*Defect(\d+)\w*,|\bdef test_defect_?(\d+)"
            for match in re.finditer(pattern, source.text):
                found.setdefault(int(match[1] or match[2]), source.path)
    return found


def defect_rows(root):
    """Number -> (line, cells) of the table rows `| 12 | what | status |` of docs/defects.md."""
    page = Path(root, DEFECTS_PAGE)
    rows = {}
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1) if page.exists() else ():
        match = re.match(r"\|\s*(\d+)\s*\|(.*)\|\s*$", line)
        if match:
            rows[int(match[1])] = (number, [cell.strip() for cell in match[2].split("|")])
    return rows


def defects_are_accounted_for(root, files):
    """Each known defect is held off by a test Defect<N>, or docs/defects.md says which later work it belongs to."""
    tested = tested_defects(files)
    rows = defect_rows(root)
    for number in DEFECTS:
        line, cells = rows.get(number, (1, [""]))
        status = cells[-1]
        if number not in rows:
            yield DEFECTS_PAGE, line, f"defect {number} is not listed"
        elif number in tested and f"`Defect{number}`" not in status:
            yield DEFECTS_PAGE, line, f"defect {number} has a test in {tested[number]}: run tests/tidy/tidy.py --update-defects"
        elif number not in tested and not status.startswith(LATER):
            yield DEFECTS_PAGE, line, f"defect {number} has neither a test Defect{number} nor a status `{LATER} area`"


def update_defects(root, files):
    """Writes the status of every defect that has a test; the others stay."""
    tested = tested_defects(files)
    page = Path(root, DEFECTS_PAGE)
    lines = page.read_text(encoding="utf-8").splitlines()
    for number, (line, cells) in defect_rows(root).items():
        if number in tested:
            cells[-1] = f"`Defect{number}` in {tested[number]}"
            lines[line - 1] = f"| {number} | " + " | ".join(cells) + " |"
    page.write_text("\n".join(lines) + "\n", encoding="utf-8")


TREE_RULES = (test_for_every_source, packages_are_explained, defects_are_accounted_for)
