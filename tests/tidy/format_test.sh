#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The format check fails for an unformatted source, passes when it is formatted, and the formatter makes it so.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/core/io" "$tree/.ci"
cp "$here/../../.clang-format" "$tree/"

expect() {
    local wanted=$1 code=0
    shift
    "$@" >"$tree/out.log" 2>&1 || code=1
    if [ "$code" != "$wanted" ]; then
        echo "expected exit code $wanted of: $*" >&2
        cat "$tree/out.log" >&2
        exit 1
    fi
}

printf 'int  f( ) { return 1; }\n' >"$tree/core/io/x.cpp"
expect 1 bash "$here/format.sh" --check "$tree"
grep -q 'x.cpp:1' "$tree/out.log" || { echo "the check does not name the line" >&2; exit 1; }
expect 0 bash "$here/format.sh" "$tree"
expect 0 bash "$here/format.sh" --check "$tree"
