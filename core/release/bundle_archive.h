// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle as one archive: packed from a folder, looked through, unpacked. Nothing of an archive is
// written before all of it was looked through.
#pragma once

#include "core/base/file.h"
#include "core/release/canonical_tar.h"
#include "core/release/packed_run.h"
#include "core/release/staging.h"

#include <cstdint>
#include <stop_token>
#include <string>

namespace soak
{

struct ArchivePlan {
    std::string rootName;   // the folder that everything lies in, a bundle's name
    std::int64_t mtime = 0; // of all files, seconds since 1970, not negative
    BundleFiles files;
};

// Sends `<folder>/<path>` of all files to `sink`. The same files give the same bytes with the same
// zlib, whether the run was packed before (`run`, finished, of the same files and time) or not.
// Errors: Integrity (a file is not of the planned size), as readFile, Cancelled, the sink's.
Status packBundle(const fs::path& folder, const ArchivePlan& plan, const ByteSink& sink,
                  std::stop_token stop = {}, const PackedRun* run = nullptr);

// The files in the archive, hashed, without writing anything. Errors: NotFound, BadInput (not a
// regular file), Integrity and TooLarge (see TarReader, GzipReader; `where` begins with the archive
// or is the entry), Cancelled.
Result<ArchivePlan> inspectArchive(const fs::path& archive, std::stop_token stop = {});

// Writes the files of an archive that inspectArchive accepted into `target`. Errors: the same (the
// archive may have changed), NotWritable.
Status unpackArchive(const fs::path& archive, StagingFolder& target, std::stop_token stop = {});

// Whether packBundle makes exactly the bytes of `archive`. Errors: as packBundle and readFile.
Result<bool> packsToSameBytes(const fs::path& folder, const ArchivePlan& plan,
                              const fs::path& archive, std::stop_token stop = {});

} // namespace soak
