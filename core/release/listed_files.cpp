// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/listed_files.h"

#include "core/base/escape.h"

namespace soak
{

std::vector<BundleCheck> compareWithList(const FileList& list, const BundleFiles& files)
{
    std::vector<BundleCheck> failures;
    const std::string by(list.name);
    const auto fail = [&](const BundleFile& file, std::string reason) {
        failures.push_back(failedCheck(list.id, file.path, std::move(reason)));
    };
    for (const BundleFile& listed : list.files) {
        const BundleFile* there = findFile(files, listed.path);
        if (!list.isListed(listed.path)) {
            fail(listed, "stands in " + by + " and must not");
        } else if (there == nullptr) {
            fail(listed, "is missing, though " + by + " names it");
        } else if (listed.sha256 != there->sha256) {
            fail(listed, "is not what " + by + " names: its SHA-256 is " + hexText(there->sha256) +
                             ", there " + hexText(listed.sha256));
        } else if (list.hasSizes && listed.size != there->size) {
            fail(listed, "has " + std::to_string(there->size) + " bytes, in " + by + " " +
                             std::to_string(listed.size));
        }
    }
    for (const BundleFile& file : files) {
        if (list.isListed(file.path) && findFile(list.files, file.path) == nullptr) {
            fail(file, "does not stand in " + by);
        }
    }
    return failures;
}

std::vector<BundleCheck> missingFiles(const BundleFiles& files)
{
    std::vector<BundleCheck> failures;
    for (const std::string& path : requiredFiles()) {
        if (findFile(files, path) == nullptr) {
            failures.push_back(
                failedCheck(CheckId::Files, path, "is missing; every bundle has it"));
        }
    }
    return failures;
}

void addRows(std::vector<BundleCheck>& checks, std::vector<BundleCheck> failures, CheckId id,
             std::string okReason)
{
    if (failures.empty()) {
        checks.push_back({id, CheckState::Ok, "", std::move(okReason)});
        return;
    }
    const std::size_t omitted =
        failures.size() > kMostFailureRows ? failures.size() - kMostFailureRows : 0;
    failures.resize(failures.size() - omitted);
    checks.insert(checks.end(), failures.begin(), failures.end());
    if (omitted > 0) {
        checks.push_back(
            {id, CheckState::Failed, "", std::to_string(omitted) + " more files likewise"});
    }
}

} // namespace soak
