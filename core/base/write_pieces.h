// SPDX-License-Identifier: GPL-3.0-or-later
// writeFileAtomically for a file that is too large to be kept in memory.
#pragma once

#include "core/base/byte_sink.h"

#include <filesystem>

namespace soak
{

namespace fs = std::filesystem;

using ByteSource = std::function<Status(const ByteSink& sink)>;

// Replaces `path` by what `source` sends, in one step (see writeFileAtomically). Errors:
// NotWritable, those of `source`; then the old file is still there.
Status writePiecesAtomically(const fs::path& path, const ByteSource& source);

namespace detail
{
// A name beside `path` that isTemporaryName knows and no other thread has.
fs::path temporaryFor(const fs::path& path);
} // namespace detail

} // namespace soak
