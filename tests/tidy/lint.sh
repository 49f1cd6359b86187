#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy on the C++ sources that differ from BASE (default: the main branch's last common commit), or on all with --all.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=${SOAK_CLANG_TIDY:-clang-tidy-14}
if ! command -v "$program" >/dev/null; then
    echo "clang-tidy-14 is missing: apt-get install clang-tidy-14 clang-14" >&2
    exit 6
fi
cd "$here/../.."
every=$(/usr/bin/python3 -B tests/tidy/tidy.py --list-cpp | grep '\.cpp$')
if [ "${1-}" = --all ]; then
    files=$every
else
    base=${1:-$(git merge-base HEAD origin/main 2>/dev/null || git rev-parse HEAD)}
    changed=$({ git diff --name-only --diff-filter=d "$base"; git ls-files --others --exclude-standard; } | sort -u)
    files=$(grep -xF -f <(printf '%s\n' "$changed") <<<"$every" || true)
fi
if [ -z "$files" ]; then
    echo "no C++ source has changed"
    exit 0
fi
# clang cannot read GCC's precompiled headers, so the compile commands come from a folder of their own.
cmake -S . -B build/lint -G Ninja -DCMAKE_BUILD_TYPE=Debug -DSOAK_PCH=OFF -DSOAK_WERROR=OFF >/dev/null
printf '%s\n' $files | xargs -P "$(nproc)" -n 1 "$program" --quiet --use-color -p build/lint
