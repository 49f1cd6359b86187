#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Formats every C++ source of the tree, or of ROOT; with --check only says which are not formatted (exit code 1).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=${SOAK_CLANG_FORMAT:-clang-format-14}
if ! command -v "$program" >/dev/null; then
    echo "clang-format-14 is missing: apt-get install clang-format-14" >&2
    exit 6
fi
arguments=(-i)
if [ "${1-}" = --check ]; then
    arguments=(--dry-run --Werror)
    shift
fi
root=${1:-$here/../..}
cd "$root"
/usr/bin/python3 -B "$here/tidy.py" "$root" --list-cpp | xargs -r -d '\n' -n 20 -P "$(nproc)" "$program" --style=file "${arguments[@]}"
