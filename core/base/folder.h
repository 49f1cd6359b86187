// SPDX-License-Identifier: GPL-3.0-or-later
// Folders: listed, made, exchanged, removed. Part of core/base/file.h.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace soak
{

namespace fs = std::filesystem;

// Names in a folder, without "." and "..", in the order of the file system: any, so sort before
// anything is shown. Errors: NotFound, BadInput (not a folder, not permitted), Environment.
Result<std::vector<std::string>> listFolder(const fs::path& path);

Status makeFolders(const fs::path& path); // mkdir -p; NotWritable
Status syncFolder(const fs::path& path);  // fsync of the folder itself; NotWritable

// Creates a folder that must not exist; folders above it must. Errors: Locked when it does,
// NotWritable.
Status makeFolderExclusively(const fs::path& path);

// Removes a file, or a folder with all in it, also in folders of ours that are closed to us
// (mode 0). Links are removed, never followed. Nothing there is no error. Errors: Usage (empty
// path, "/", "." or ".."), NotWritable; then a part may be gone already.
Status removeTree(const fs::path& path);

enum class Exchange { Atomic, TwoRenames };

// Exchanges two existing folders by renameat2(RENAME_EXCHANGE); where the file system cannot, by
// renames through a temporary name, and says so. Errors: NotWritable; both are then where they
// were.
Result<Exchange> exchangePaths(const fs::path& a, const fs::path& b);

namespace detail
{
Status exchangeByRenames(const fs::path& a, const fs::path& b);
} // namespace detail

} // namespace soak
