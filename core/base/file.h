// SPDX-License-Identifier: GPL-3.0-or-later
// Files as whole values: read with a limit, written atomically (temporary file, fsync, rename,
// fsync of the folder). Folders are in core/base/folder.h.
#pragma once

#include "core/base/folder.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace soak
{

namespace fs = std::filesystem;

inline constexpr std::uint64_t kMaxFileBytes = 64ULL * 1024 * 1024; // DESIGN 5

enum class FollowLinks { No, Yes };

// The bytes of a regular file, also while somebody appends to it. Errors: NotFound, BadInput (not a
// regular file: FIFO, device, folder, or a link with FollowLinks::No; opened non-blocking, so that
// a FIFO cannot hang the reader; not permitted), TooLarge (over `limit`), Environment (out of file
// descriptors). Only the last part of `path` is checked for links.
Result<std::string> readFile(const fs::path& path, std::uint64_t limit = kMaxFileBytes,
                             FollowLinks links = FollowLinks::Yes);

// Replaces `path` by `bytes` in one step; a reader sees the old or the new file, whole. Temporary
// file `.<name>.tmp.<pid>.<n>` in the same folder, removed on failure; a link to a file at `path`
// is itself replaced. Mode 0644 less umask. Errors: NotWritable (also for a folder, device, FIFO).
Status writeFileAtomically(const fs::path& path, std::string_view bytes);

// Whether `name` (no folders) is a temporary file that writeFileAtomically leaves behind when
// killed.
bool isTemporaryName(std::string_view name);

// A second name for the file `from` (hard link), or a durable copy where the file system cannot
// link. `to` must not exist. Errors: NotFound, BadInput (`from` is not a regular file; a link is
// none), NotWritable.
Status linkOrCopy(const fs::path& from, const fs::path& to);

// Text of errno, like "no space left on device".
std::string errnoText(int error);

// Path as valid UTF-8 text for messages; bytes that are not become U+FFFD.
std::string pathText(const fs::path& path);

namespace detail
{
// The copy of linkOrCopy, `source` being `from` opened.
Status copyFile(int source, const fs::path& from, const fs::path& to);
} // namespace detail

} // namespace soak
