// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/lock_file.h"

#include "core/base/escape.h"
#include "core/base/file.h"
#include "core/base/process.h"
#include "core/base/text.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <array>
#include <limits>
#include <optional>
#include <string>

namespace soak
{

namespace
{

// Each round loses against somebody who took or released the lock in that very moment.
constexpr int kMaxRounds = 100;

struct Holder {
    pid_t pid = 0;
    std::string start;
};

std::string_view between(std::string_view text, std::string_view before, std::string_view ends)
{
    const std::size_t at = text.find(before);
    if (at == std::string_view::npos) {
        return {};
    }
    text.remove_prefix(at + before.size());
    return text.substr(0, text.find_first_of(ends));
}

// Who the file says holds it; nullopt when it names nobody, as between making and writing it.
std::optional<Holder> holderIn(int file)
{
    std::array<char, 1024> buffer{};
    const ssize_t count =
        retryInterrupted([&] { return ::pread(file, buffer.data(), buffer.size(), 0); });
    if (count <= 0) {
        return std::nullopt;
    }
    const std::string_view text(buffer.data(), static_cast<std::size_t>(count));
    const auto pid = parseInteger(trim(between(text, "\"pid\":", ",}")));
    if (!pid || *pid <= 0 || *pid > std::numeric_limits<pid_t>::max()) {
        return std::nullopt;
    }
    return Holder{static_cast<pid_t>(*pid), std::string(between(text, "\"start\":\"", "\""))};
}

// Whether another living process says in the file that it holds the lock.
bool isLive(const Holder& holder)
{
    if (holder.pid == ::getpid() || !isProcessAlive(holder.pid)) {
        return false;
    }
    return holder.start.empty() || processStart(holder.pid) == holder.start;
}

Error locked(const fs::path& path, const std::optional<Holder>& holder)
{
    const std::string who = holder ? "process " + std::to_string(holder->pid) : "another process";
    return Error{Errc::Locked, "is locked by " + who + ", which is still running", pathText(path)};
}

Error notWritable(const fs::path& path, std::string_view what)
{
    return Error{Errc::NotWritable, std::string(what) + ": " + errnoText(errno), pathText(path)};
}

// Whether `path` still names the open file: the holder may have removed it while we waited.
bool isStillAt(int file, const fs::path& path)
{
    struct stat ours {
    };

    struct stat there {
    };

    return ::fstat(file, &ours) == 0 && ::lstat(path.c_str(), &there) == 0 &&
           ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
}

Status writeHolder(int file, const fs::path& path, std::string_view runId)
{
    const std::string line =
        "{\"pid\":" + std::to_string(::getpid()) + ",\"run_id\":" + jsonQuoted(runId) +
        ",\"start\":" + jsonQuoted(processStart(::getpid()).value_or("")) + "}\n";
    const bool written =
        ::ftruncate(file, 0) == 0 && retryInterrupted([&] {
                                         return ::pwrite(file, line.data(), line.size(), 0);
                                     }) == static_cast<ssize_t>(line.size());
    if (!written) {
        return notWritable(path, "cannot write the lock");
    }
    return Done{};
}

// Opens the lock file, made now if need be; not open when it vanished meanwhile.
Result<Descriptor> openLock(const fs::path& path)
{
    constexpr int kFlags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    Descriptor file(
        retryInterrupted([&] { return ::open(path.c_str(), kFlags | O_CREAT | O_EXCL, 0644); }));
    if (!file.isOpen() && errno == EEXIST) {
        file = Descriptor(retryInterrupted([&] { return ::open(path.c_str(), kFlags); }));
        if (!file.isOpen() && errno == ENOENT) {
            return Descriptor();
        }
    }
    if (!file.isOpen()) {
        return notWritable(path, "cannot make the lock");
    }

    struct stat status {
    };

    if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return Error{Errc::NotWritable, "cannot be a lock: not a regular file", pathText(path)};
    }
    return file;
}

} // namespace

FileLock::FileLock(std::filesystem::path path, Descriptor file)
    : m_path(std::move(path)), m_file(std::move(file))
{
}

Result<FileLock> FileLock::acquire(const std::filesystem::path& path, std::string_view runId)
{
    for (int round = 0; round < kMaxRounds; ++round) {
        SOAK_TRY(Descriptor file, openLock(path));
        if (!file.isOpen()) {
            continue;
        }
        if (retryInterrupted([&] { return ::flock(file.get(), LOCK_EX | LOCK_NB); }) != 0) {
            if (errno == EWOULDBLOCK) {
                return locked(path, holderIn(file.get()));
            }
            return notWritable(path, "cannot lock");
        }
        if (!isStillAt(file.get(), path)) {
            continue;
        }
        const std::optional<Holder> holder = holderIn(file.get());
        if (holder && isLive(*holder)) {
            return locked(path, holder);
        }
        Status written = writeHolder(file.get(), path, runId);
        if (!written) {
            ::unlink(path.c_str());
            return written.error();
        }
        return FileLock(path, std::move(file));
    }
    return locked(path, std::nullopt);
}

FileLock::~FileLock()
{
    // Removed before it is unlocked: a taker who waited on this file sees that it is gone and makes
    // another.
    if (m_file.isOpen() && isStillAt(m_file.get(), m_path)) {
        ::unlink(m_path.c_str());
    }
}

std::optional<pid_t> lockHolder(const std::filesystem::path& path)
{
    constexpr int kFlags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    const Descriptor file(retryInterrupted([&] { return ::open(path.c_str(), kFlags); }));
    if (!file.isOpen()) {
        return std::nullopt;
    }
    const std::optional<Holder> holder = holderIn(file.get());
    if (!holder || (holder->pid != ::getpid() && !isLive(*holder))) {
        return std::nullopt;
    }
    return holder->pid;
}

} // namespace soak
