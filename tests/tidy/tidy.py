#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the tree against the rules of the house.

tidy.py [ROOT]                    prints every violation; exit code 1 when there is one
tidy.py [ROOT] --list-cpp         the C++ sources, one path a line
tidy.py [ROOT] --update-defects   writes the names of the Defect<N> tests into docs/defects.md
"""

import argparse
from pathlib import Path

from rules import RULES
from source_text import sources
from tree_rules import TREE_RULES, update_defects
from ui_rules import UI_RULES


def violations(root):
    files = sources(root)
    found = []
    for source in files:
        for rule in RULES + UI_RULES:
            found += [(source.path, line, rule.__name__, message) for line, message in rule(source)]
    for rule in TREE_RULES:
        found += [(path, line, rule.__name__, message) for path, line, message in rule(root, files)]
    return sorted(found)


def main():
    parser = argparse.ArgumentParser(description="checks the tree against the rules of the house")
    parser.add_argument("root", nargs="?", default=Path(__file__).resolve().parents[2])
    parser.add_argument("--list-cpp", action="store_true")
    parser.add_argument("--update-defects", action="store_true")
    options = parser.parse_args()
    if options.list_cpp:
        print("\n".join(source.path for source in sources(options.root) if source.is_cpp))
        return 0
    if options.update_defects:
        update_defects(options.root, sources(options.root))
        return 0
    found = violations(options.root)
    for path, line, rule, message in found:
        print(f"{path}:{line}: {message} [{rule}]")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
