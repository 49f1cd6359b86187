#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: finish.sh FOLDER VERSION MAINTAINER: FOLDER holds a folder for each package, with usr/ in it. Adds the changelog,
# compresses changelog and manuals without name and time (Debian Policy 12.1 and 12.7), and sets times and modes, so that
# they do not tell of the machine. SOURCE_DATE_EPOCH is when all that was.
set -euo pipefail
: "${SOURCE_DATE_EPOCH:?is not set; packaging/package sets it}"
folder=$1 version=$2 maintainer=$3

for document in "$folder"/*/usr/share/doc/*/; do
    cat >"${document}changelog" <<TEXT
$(basename "$document") ($version) unstable; urgency=medium

  * Version $version; what changed is in the history of the source.

 -- $maintainer  $(date --utc --rfc-email --date="@$SOURCE_DATE_EPOCH")
TEXT
    gzip -9nf "${document}changelog"
done
find "$folder" -path '*/man/man1/*.1' -exec gzip -9nf {} +
find "$folder" -type d -exec chmod 0755 {} +
find "$folder" -type f ! -path '*/usr/bin/*' -exec chmod 0644 {} +
find "$folder" -type f -path '*/usr/bin/*' -exec chmod 0755 {} +
find "$folder" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
