#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_schema.py SCHEMA FOLDER: prints a line for each file that the schema refuses; exit code 1 when there is one."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator


def main():
    schema = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    refused = False
    for path in sorted(Path(sys.argv[2]).glob("*.json")):
        error = next(validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))), None)
        if error is not None:
            refused = True
            print(f"{path.stem} {'.'.join(str(part) for part in error.absolute_path)}")
    return 1 if refused else 0


if __name__ == "__main__":
    raise SystemExit(main())
