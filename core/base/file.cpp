// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"

#include "core/base/descriptor.h"
#include "core/base/not_writable.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/base/write_pieces.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <atomic>
#include <cctype>
#include <limits>
#include <system_error>

namespace soak
{

namespace
{

constexpr std::size_t kChunk = 64UL * 1024;
constexpr mode_t kFileMode = 0644;

Error refusal(Errc code, const fs::path& path, std::string message)
{
    return Error{code, std::move(message), pathText(path)};
}

Error cannotOpen(const fs::path& path, int error, FollowLinks links)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return refusal(Errc::NotFound, path, "no such file");
    case ELOOP:
        return refusal(Errc::BadInput, path,
                       links == FollowLinks::No ? "is a link, which is not followed here"
                                                : errnoText(error));
    case ENXIO: // a socket
        return refusal(Errc::BadInput, path, "not a regular file");
    case EMFILE:
    case ENFILE:
    case ENOMEM:
        return refusal(Errc::Environment, path, "cannot open: " + errnoText(error));
    default:
        return refusal(Errc::BadInput, path, "cannot open: " + errnoText(error));
    }
}

Result<Descriptor> openRegular(const fs::path& path, FollowLinks links, struct stat& status)
{
    if (path.native().find('\0') != std::string::npos) {
        return refusal(Errc::BadInput, path, "a file name cannot contain a zero byte");
    }
    const int flags =
        O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (links == FollowLinks::No ? O_NOFOLLOW : 0);
    Descriptor file(retryInterrupted([&] { return ::open(path.c_str(), flags); }));
    if (!file.isOpen()) {
        return cannotOpen(path, errno, links);
    }
    if (::fstat(file.get(), &status) != 0) {
        return refusal(Errc::BadInput, path, "cannot read: " + errnoText(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        return refusal(Errc::BadInput, path,
                       S_ISDIR(status.st_mode) ? "is a folder, not a file" : "not a regular file");
    }
    return file;
}

Error tooLarge(const fs::path& path, std::uint64_t limit)
{
    return refusal(Errc::TooLarge, path,
                   "larger than the limit of " + countText(limit, "byte", "bytes"));
}

Status writeAll(int fd, const fs::path& path, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written =
            retryInterrupted([&] { return ::write(fd, bytes.data(), bytes.size()); });
        if (written < 0) {
            return notWritable(path, "cannot write", errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return Done{};
}

Status finish(Descriptor& file, const fs::path& path)
{
    if (retryInterrupted([&] { return ::fsync(file.get()); }) != 0) {
        return notWritable(path, "cannot write to the disk", errno);
    }
    if (file.close() != 0 &&
        errno != EINTR) { // network file systems tell here that the disk is full
        return notWritable(path, "cannot write", errno);
    }
    return Done{};
}

Result<Descriptor> createFile(const fs::path& path)
{
    constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
    Descriptor file(retryInterrupted([&] { return ::open(path.c_str(), kFlags, kFileMode); }));
    if (!file.isOpen()) {
        return notWritable(path, "cannot create", errno);
    }
    return file;
}

Status writeTemporary(const fs::path& temporary, const fs::path& path, const ByteSource& source)
{
    // One may be left by a killed process that had our number: in a container numbers come again.
    ::unlink(temporary.c_str());
    Result<Descriptor> file = createFile(temporary);
    if (!file) {
        return refusal(Errc::NotWritable, path, file.error().message);
    }
    SOAK_CHECK(source([&](std::string_view bytes) { return writeAll(file->get(), path, bytes); }));
    SOAK_CHECK(finish(*file, path));
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
        return notWritable(path, "cannot replace", errno);
    }
    return Done{};
}

Status copyBytes(int from, int to, const fs::path& source, const fs::path& target)
{
    std::string buffer(kChunk, '\0');
    while (true) {
        const ssize_t count =
            retryInterrupted([&] { return ::read(from, buffer.data(), buffer.size()); });
        if (count < 0) {
            return refusal(Errc::BadInput, source, "cannot read: " + errnoText(errno));
        }
        if (count == 0) {
            return Done{};
        }
        SOAK_CHECK(writeAll(to, target,
                            std::string_view(buffer).substr(0, static_cast<std::size_t>(count))));
    }
}

bool isDigits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

Error notWritable(const fs::path& path, std::string_view what, int error)
{
    return refusal(Errc::NotWritable, path, std::string(what) + ": " + errnoText(error));
}

Result<std::string> readFile(const fs::path& path, std::uint64_t limit, FollowLinks links)
{
    struct stat status {
    };

    SOAK_TRY(const Descriptor file, openRegular(path, links, status));
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > limit) {
        return tooLarge(path, limit);
    }
    std::string bytes;
    std::size_t used = 0;
    bytes.resize(static_cast<std::size_t>(size) +
                 1); // one more, so that the end is seen without another round
    while (true) {
        if (used == bytes.size()) { // it grows, or is of /proc and said 0
            bytes.resize(bytes.size() + kChunk);
        }
        const ssize_t count = retryInterrupted(
            [&] { return ::read(file.get(), bytes.data() + used, bytes.size() - used); });
        if (count < 0) {
            return refusal(Errc::BadInput, path, "cannot read: " + errnoText(errno));
        }
        if (count == 0) {
            bytes.resize(used);
            return bytes;
        }
        used += static_cast<std::size_t>(count);
        if (used > limit) {
            return tooLarge(path, limit);
        }
    }
}

Status writeFileAtomically(const fs::path& path, std::string_view bytes)
{
    return writePiecesAtomically(path, [&](const ByteSink& sink) { return sink(bytes); });
}

Status writePiecesAtomically(const fs::path& path, const ByteSource& source)
{
    if (!path.has_filename() || path.native().find('\0') != std::string::npos) {
        return refusal(Errc::NotWritable, path, "not a name of a file");
    }

    // A rename would put a file in the place of /dev/stdout.
    struct stat status {
    };

    if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
        return refusal(Errc::NotWritable, path,
                       S_ISDIR(status.st_mode) ? "cannot replace: is a directory"
                                               : "is not a regular file");
    }
    const fs::path temporary = detail::temporaryFor(path);
    Status written = writeTemporary(temporary, path, source);
    if (!written) {
        ::unlink(temporary.c_str());
        return written;
    }
    const fs::path folder = path.parent_path();
    return syncFolder(folder.empty() ? fs::path(".") : folder);
}

bool isTemporaryName(std::string_view name)
{
    constexpr std::string_view kMark = ".tmp.";
    const std::size_t mark = name.rfind(kMark);
    if (!name.starts_with('.') || mark == std::string_view::npos || mark < 2) {
        return false;
    }
    const std::vector<std::string> numbers = split(name.substr(mark + kMark.size()), '.');
    return numbers.size() == 2 && isDigits(numbers[0]) && isDigits(numbers[1]);
}

Status linkOrCopy(const fs::path& from, const fs::path& to)
{
    struct stat status {
    };

    SOAK_TRY(const Descriptor source, openRegular(from, FollowLinks::No, status));
    if (::link(from.c_str(), to.c_str()) == 0) {
        return Done{};
    }
    const int error = errno;
    // EPERM also when the kernel protects files of others from being linked
    // (fs.protected_hardlinks).
    if (error != EXDEV && error != EPERM && error != EMLINK && error != EOPNOTSUPP &&
        error != ENOSYS) {
        return notWritable(to, "cannot create", error);
    }
    return detail::copyFile(source.get(), from, to);
}

std::string errnoText(int error)
{
    std::string text = std::generic_category().message(error);
    if (text.size() > 1 &&
        std::islower(static_cast<unsigned char>(text[1])) != 0) { // not "RPC ..."
        text.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(text.front())));
    }
    return text;
}

std::string pathText(const fs::path& path)
{
    return repairUtf8(path.native());
}

namespace detail
{

// Threads of one process may write one file at once; each has its own temporary file.
fs::path temporaryFor(const fs::path& path)
{
    static std::atomic<unsigned> counter{0};
    const std::string suffix =
        std::to_string(::getpid()) + "." + std::to_string(counter.fetch_add(1));
    return path.parent_path() / ("." + path.filename().native() + ".tmp." + suffix);
}

Status copyFile(int source, const fs::path& from, const fs::path& to)
{
    SOAK_TRY(Descriptor target, createFile(to));
    Status copied = copyBytes(source, target.get(), from, to);
    if (copied) {
        copied = finish(target, to);
    }
    if (!copied) {
        ::unlink(to.c_str());
    }
    return copied;
}

} // namespace detail

} // namespace soak
