// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/bundle_archive.h"

#include "core/base/descriptor.h"
#include "core/base/text.h"
#include "core/release/gzip_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <functional>
#include <memory>

namespace soak
{

namespace
{

constexpr std::size_t kChunk = 64UL * 1024;
// Headers, padding and the end of an archive whose content is at its limits.
constexpr std::uint64_t kMostTarBytes =
    kMaxBundleBytes + (2 * kMaxBundleFiles + 2) * std::uint64_t{kTarBlock};
constexpr std::size_t kSizeField = 4; // the last bytes of a gzip file: its content's size

Error cancelled()
{
    return Error{Errc::Cancelled, "stopped on request", ""};
}

class ArchiveFile final
{
public:
    static Result<ArchiveFile> open(const fs::path& path)
    {
        Descriptor file(retryInterrupted(
            [&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY); }));

        struct stat status {
        };

        if (!file.isOpen() || ::fstat(file.get(), &status) != 0) {
            return Error{errno == ENOENT ? Errc::NotFound : Errc::BadInput,
                         errno == ENOENT ? "no such file" : "cannot open: " + errnoText(errno),
                         pathText(path)};
        }
        if (!S_ISREG(status.st_mode)) {
            return Error{Errc::BadInput, "not a regular file", pathText(path)};
        }
        return ArchiveFile(path, std::move(file), static_cast<std::uint64_t>(status.st_size));
    }

    // Empty at the end.
    Result<std::string_view> read()
    {
        const ssize_t count = retryInterrupted(
            [&] { return ::read(m_file.get(), m_buffer.data(), m_buffer.size()); });
        if (count < 0) {
            return Error{Errc::BadInput, "cannot read: " + errnoText(errno), pathText(m_path)};
        }
        return std::string_view(m_buffer.data(), static_cast<std::size_t>(count));
    }

    // What the archive says of the size of its content: a limit before anything is unpacked.
    Result<std::uint64_t> toldSize() const
    {
        unsigned char bytes[kSizeField] = {};
        if (m_size < kGzipHeaderBytes + kGzipTrailerBytes ||
            ::pread(m_file.get(), bytes, kSizeField, static_cast<off_t>(m_size - kSizeField)) !=
                static_cast<ssize_t>(kSizeField)) {
            return Error{Errc::Integrity, "too short for a gzip file", pathText(m_path)};
        }
        std::uint64_t size = 0;
        for (std::size_t i = kSizeField; i-- > 0;) {
            size = size << 8U | bytes[i];
        }
        return size;
    }

private:
    ArchiveFile(fs::path path, Descriptor file, std::uint64_t size)
        : m_path(std::move(path)), m_file(std::move(file)), m_size(size), m_buffer(kChunk, '\0')
    {
    }

    fs::path m_path;
    Descriptor m_file;
    std::uint64_t m_size;
    std::string m_buffer;
};

struct Root {
    std::string name;
    std::int64_t mtime = 0;
};

Error named(const fs::path& archive, const Error& error)
{
    return error.where.empty() ? Error{error.code, error.message, pathText(archive)} : error;
}

Result<Root> readArchive(const fs::path& archive, TarEvents events, const std::stop_token& stop)
{
    SOAK_TRY(ArchiveFile file, ArchiveFile::open(archive));
    SOAK_TRY(const std::uint64_t told, file.toldSize());
    if (told > kMostTarBytes) {
        return Error{Errc::TooLarge,
                     "expands to more than the limit of " +
                         countText(kMaxBundleBytes, "byte", "bytes"),
                     pathText(archive)};
    }
    TarReader tar(std::move(events));
    GzipReader gzip([&tar](std::string_view bytes) { return tar.feed(bytes); }, told);
    while (true) {
        if (stop.stop_requested()) {
            return cancelled();
        }
        SOAK_TRY(const std::string_view bytes, file.read());
        if (bytes.empty()) {
            break;
        }
        if (const Status taken = gzip.feed(bytes); !taken) {
            return named(archive, taken.error());
        }
    }
    if (const Status whole = gzip.finish(); !whole) {
        return named(archive, whole.error());
    }
    if (const Status whole = tar.finish(); !whole) {
        return named(archive, whole.error());
    }
    return Root{tar.rootName(), tar.mtime()};
}

// Collects one file after the other.
TarEvents fileEvents(std::function<Status(const std::string& path, std::string&& bytes)> onFile)
{
    struct Current {
        std::string path;
        std::string bytes;
    };

    const auto current = std::make_shared<Current>();
    TarEvents events;
    events.onFile = [current](const std::string& path, std::uint64_t) -> Status {
        current->path = path;
        current->bytes.clear();
        return Done{};
    };
    events.onData = [current](std::string_view bytes) -> Status {
        current->bytes += bytes;
        return Done{};
    };
    events.onFileEnd = [current, onFile = std::move(onFile)]() -> Status {
        return onFile(current->path, std::move(current->bytes));
    };
    return events;
}

Status packFile(const fs::path& folder, const ArchivePlan& plan, const BundleFile& file,
                GzipWriter& gzip)
{
    SOAK_TRY(const std::string bytes,
             readFile(folder / file.path, kMaxBundleFileBytes, FollowLinks::No));
    if (bytes.size() != file.size) {
        return Error{Errc::Integrity, "changed while it was packed", file.path};
    }
    return sendTarFile([&gzip](std::string_view piece) { return gzip.write(piece); },
                       plan.rootName + "/" + file.path, bytes, plan.mtime);
}

Status addPacked(const PackedRun& run, GzipWriter& gzip, const std::stop_token& stop)
{
    SOAK_TRY(ArchiveFile file, ArchiveFile::open(run.file()));
    while (true) {
        if (stop.stop_requested()) {
            return cancelled();
        }
        SOAK_TRY(const std::string_view bytes, file.read());
        if (bytes.empty()) {
            break;
        }
        SOAK_CHECK(gzip.addCompressed(bytes));
    }
    gzip.addSums(run.sums());
    return Done{};
}

} // namespace

Status packBundle(const fs::path& folder, const ArchivePlan& plan, const ByteSink& sink,
                  std::stop_token stop, const PackedRun* run)
{
    GzipWriter gzip(sink);
    std::string_view before;
    for (const BundleFile& file : plan.files) {
        if (stop.stop_requested()) {
            return cancelled();
        }
        const bool begins = !before.empty() && !isOneSection(before, file.path);
        const bool isPacked = run != nullptr && isOfRun(file.path);
        if (begins && (run == nullptr || !isOfRun(before))) { // what was packed is whole sections
            SOAK_CHECK(gzip.endSection());
        }
        if (isPacked && (begins || before.empty())) {
            SOAK_CHECK(addPacked(*run, gzip, stop));
        }
        if (!isPacked) {
            SOAK_CHECK(packFile(folder, plan, file, gzip));
        }
        before = file.path;
    }
    SOAK_CHECK(gzip.write(tarEnd()));
    return gzip.finish();
}

Result<ArchivePlan> inspectArchive(const fs::path& archive, std::stop_token stop)
{
    ArchivePlan plan;
    SOAK_TRY(Root root, readArchive(archive,
                                    fileEvents([&plan](const std::string& path,
                                                       std::string&& bytes) -> Status {
                                        plan.files.push_back({path, bytes.size(), sha256(bytes)});
                                        return Done{};
                                    }),
                                    stop));
    plan.rootName = std::move(root.name);
    plan.mtime = root.mtime;
    return plan;
}

Status unpackArchive(const fs::path& archive, StagingFolder& target, std::stop_token stop)
{
    SOAK_TRY(const Root root,
             readArchive(archive,
                         fileEvents([&target](const std::string& path, std::string&& bytes) {
                             return target.write(path, bytes);
                         }),
                         stop));
    return Done{};
}

Result<bool> packsToSameBytes(const fs::path& folder, const ArchivePlan& plan,
                              const fs::path& archive, std::stop_token stop)
{
    SOAK_TRY(ArchiveFile file, ArchiveFile::open(archive));
    std::string_view there;
    bool isSame = true;
    const auto compare = [&](std::string_view ours) -> Status {
        while (isSame && !ours.empty()) {
            if (there.empty()) {
                SOAK_TRY(there, file.read());
            }
            const std::size_t count = std::min(ours.size(), there.size());
            isSame = count > 0 && ours.substr(0, count) == there.substr(0, count);
            ours.remove_prefix(count);
            there.remove_prefix(count);
        }
        return Done{};
    };
    SOAK_CHECK(packBundle(folder, plan, compare, stop));
    if (there.empty()) {
        SOAK_TRY(there, file.read());
    }
    return isSame && there.empty();
}

} // namespace soak
