// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/folder_mark.h"

#include "core/base/descriptor.h"
#include "core/base/hash_stream.h"
#include "core/base/lock_file.h"
#include "core/io/artifacts.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::int64_t kNsPerSecond = 1'000'000'000;

// A copy is marked by the time at which it was made; that says nothing of the run.
bool isOfRun(const std::string& name)
{
    return !name.starts_with('.') && name != kLatestFile;
}

} // namespace

Result<std::string> folderMark(const fs::path& folder)
{
    SOAK_TRY(std::vector<std::string> names, listFolder(folder));
    std::sort(names.begin(), names.end());
    const Descriptor place(open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    Sha256Stream hash;
    for (const std::string& name : names) {
        struct stat facts = {};
        if (!isOfRun(name) ||
            fstatat(place.get(), name.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0 ||
            S_ISDIR(facts.st_mode)) {
            continue;
        }
        const std::int64_t time = facts.st_mtim.tv_sec * kNsPerSecond + facts.st_mtim.tv_nsec;
        hash.add(name);
        hash.add(std::string("\0", 1) + std::to_string(facts.st_size) + " " + std::to_string(time) +
                 " " + std::to_string(facts.st_ino) + "\n");
    }
    hash.add(lockHolder(folder / kLockFile) ? "written" : "");
    return hexText(hash.finish());
}

} // namespace soak
