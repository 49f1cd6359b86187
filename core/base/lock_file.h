// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/descriptor.h"
#include "core/base/result.h"

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string_view>

namespace soak
{

// A lock that only one process holds, as a file that says who: one line
// {"pid":123,"run_id":"RUN_1","start":"…"}. It is held by the kernel (flock), so a killed holder
// leaves a stale file, which the next taker takes over; of several takers at once one wins. A file
// without the kernel's lock counts as held, too, when it names another process that lives and
// started when it says (a writer on another file system client).
class FileLock final
{
public:
    // Errors: Locked (the message names the pid that holds it), NotWritable.
    static Result<FileLock> acquire(const std::filesystem::path& path, std::string_view runId);

    FileLock(FileLock&&) noexcept = default;
    FileLock& operator=(FileLock&&) = delete;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock(); // removes the file

private:
    FileLock(std::filesystem::path path, Descriptor file);

    std::filesystem::path m_path;
    Descriptor m_file;
};

// The process that holds the lock at `path`, as its file says; nullopt when there is none, or it no
// longer lives.
std::optional<pid_t> lockHolder(const std::filesystem::path& path);

} // namespace soak
