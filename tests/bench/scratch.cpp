// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scratch.h"

#include "core/base/file.h"

#include <linux/magic.h>
#include <sys/vfs.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

namespace soak::bench
{

bool isInMemory(const fs::path& folder)
{
    struct statfs info = {};
    return ::statfs(folder.c_str(), &info) == 0 && info.f_type == TMPFS_MAGIC;
}

Result<Scratch> Scratch::below(const fs::path& above)
{
    std::string pattern = (above / "soak-bench-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        return Error{Errc::NotWritable, "cannot make a folder: " + errnoText(errno), pattern};
    }
    return Scratch(pattern);
}

Result<Scratch> Scratch::inMemory(std::uint64_t bytes)
{
    const fs::path memory = "/dev/shm";
    std::error_code error;
    const fs::space_info space = fs::space(memory, error);
    const bool hasRoom = !error && isInMemory(memory) && space.available >= bytes;
    return below(hasRoom ? memory : fs::temp_directory_path());
}

Result<Scratch> Scratch::onDisk(const fs::path& fallback)
{
    const fs::path temporary = fs::temp_directory_path();
    return below(isInMemory(temporary) ? fallback : temporary);
}

Scratch::Scratch(Scratch&& other) noexcept : m_path(std::move(other.m_path))
{
    other.m_path.clear();
}

Scratch::~Scratch()
{
    if (!m_path.empty()) {
        static_cast<void>(removeTree(m_path).has_value()); // what stays is a temporary folder
    }
}

} // namespace soak::bench
