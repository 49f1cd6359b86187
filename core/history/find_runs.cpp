// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/find_runs.h"

#include "core/io/artifacts.h"

#include <algorithm>
#include <deque>

namespace soak
{

namespace
{

struct Place {
    fs::path folder;
    int depth = 0;
};

bool isFolder(const fs::path& path)
{
    std::error_code ignored;
    return fs::is_directory(fs::symlink_status(path, ignored));
}

bool holdsRun(const std::vector<std::string>& names)
{
    return std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return name == kRunFile || iterationOfFileName(name).has_value();
    });
}

// Files are told from folders by name where that is enough: a run may have a hundred thousand.
bool mayBeFolder(const std::string& name, bool isInRun)
{
    if (isInRun) {
        return isIsolatedFolderName(name);
    }
    return !name.starts_with('.') && !name.ends_with(".json") && !name.ends_with(".jsonl");
}

} // namespace

Result<FoundRuns> findRuns(const fs::path& base, const std::stop_token& stop,
                           const Progress& progress)
{
    std::error_code ignored;
    fs::path start = fs::canonical(base, ignored);
    if (ignored) {
        return Error{Errc::NotFound, "no such folder", pathText(base)};
    }
    SOAK_CHECK([&start]() -> Status {
        SOAK_TRY(const auto names, listFolder(start));
        return Done{};
    }());
    FoundRuns found;
    std::deque<Place> open{{std::move(start), 0}};
    std::size_t searched = 0;
    while (!open.empty()) {
        if (stop.stop_requested()) {
            return Error{Errc::Cancelled, "cancelled", pathText(base)};
        }
        if (searched == kMostFoldersSearched || found.folders.size() == kMostRunsListed) {
            found.isCut = true;
            break;
        }
        const Place place = std::move(open.front());
        open.pop_front();
        ++searched;
        if (progress) {
            progress(searched, 0, "folders");
        }
        const auto names = listFolder(place.folder);
        if (!names) {
            continue;
        }
        const bool isRun = holdsRun(*names);
        if (isRun) {
            found.folders.push_back(place.folder);
        }
        for (const std::string& name : *names) {
            if (!mayBeFolder(name, isRun) || !isFolder(place.folder / name)) {
                continue;
            }
            if (place.depth == kMostFolderDepth) {
                found.isCut = true;
            } else {
                open.push_back({place.folder / name, place.depth + 1});
            }
        }
    }
    std::sort(found.folders.begin(), found.folders.end());
    return found;
}

} // namespace soak
