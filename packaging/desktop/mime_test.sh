#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: mime_test.sh soak-workspace.xml: the desktop's own database takes the type, and knows a workspace by its name.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/packages"
cp "$1" "$folder/packages/"
update-mime-database "$folder" >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
grep -q '^50:application/vnd.soak.workspace+json:\*\.soakws$' "$folder/globs2" || { cat "$folder/globs2"; exit 1; }
