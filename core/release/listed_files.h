// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of the bundle against the files that are there.
#pragma once

#include "core/release/bundle_checks.h"
#include "core/release/bundle_layout.h"

#include <string>
#include <string_view>
#include <vector>

namespace soak
{

inline constexpr std::size_t kMostFailureRows = 100; // of one check; then the rest is counted

struct FileList {
    CheckId id = CheckId::Manifest; // of the rows
    std::string_view name;          // "MANIFEST.json"
    BundleFiles files;
    bool hasSizes = false;
    bool (*isListed)(std::string_view path) = nullptr; // what the list has to name
};

// Missing and changed files, and files that are there and not in the list. Empty: they agree.
std::vector<BundleCheck> compareWithList(const FileList& list, const BundleFiles& files);

// Required files that are not there.
std::vector<BundleCheck> missingFiles(const BundleFiles& files);

// Adds `failures`, at most kMostFailureRows of them and a row that counts the rest; or, when there
// are none, one row that is ok.
void addRows(std::vector<BundleCheck>& checks, std::vector<BundleCheck> failures, CheckId id,
             std::string okReason);

} // namespace soak
