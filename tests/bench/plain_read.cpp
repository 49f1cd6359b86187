// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/plain_read.h"

#include "core/base/file.h"
#include "core/io/artifacts.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace soak::bench
{
namespace
{

constexpr std::size_t kListBytes = 256 * 1024;
constexpr std::size_t kFileBytes = 64 * 1024;
constexpr std::size_t kNameOffset = 19; // of d_name in the kernel's linux_dirent64

class OpenFile final
{
public:
    explicit OpenFile(int fd) : m_fd(fd) {}

    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    ~OpenFile()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }

    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

using Numbered = std::pair<int, std::string>;

void addNames(const char* at, const char* end, std::vector<Numbered>& names)
{
    while (at < end) {
        std::uint16_t length = 0;
        std::memcpy(&length, at + 16, sizeof(length));
        const std::string_view name = at + kNameOffset;
        if (const auto iteration = iterationOfFileName(name)) {
            names.emplace_back(*iteration, name);
        }
        at += length;
    }
}

Result<std::vector<Numbered>> iterationFiles(int folder)
{
    std::vector<char> buffer(kListBytes);
    std::vector<Numbered> names;
    while (true) {
        const long got = ::syscall(SYS_getdents64, folder, buffer.data(), buffer.size());
        if (got < 0) {
            return Error{Errc::BadInput, "cannot list: " + errnoText(errno), ""};
        }
        if (got == 0) {
            break;
        }
        addNames(buffer.data(), buffer.data() + got, names);
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

Result<PlainRead> readPlainly(const fs::path& folder)
{
    const OpenFile opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.get() < 0) {
        return Error{Errc::NotFound, "cannot open: " + errnoText(errno), pathText(folder)};
    }
    SOAK_TRY(const std::vector<Numbered> names, iterationFiles(opened.get()));
    std::vector<char> buffer(kFileBytes);
    PlainRead total;
    for (const Numbered& one : names) {
        const OpenFile file(::openat(opened.get(), one.second.c_str(), O_RDONLY | O_CLOEXEC));
        if (file.get() < 0) {
            return Error{Errc::NotFound, "cannot open: " + errnoText(errno), one.second};
        }
        ssize_t got = 0;
        do {
            got = ::read(file.get(), buffer.data(), buffer.size());
            total.bytes += got > 0 ? static_cast<std::uint64_t>(got) : 0;
        } while (got == static_cast<ssize_t>(buffer.size()));
        ++total.files;
    }
    return total;
}

} // namespace soak::bench
