// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/staging.h"

#include "core/base/folder.h"
#include "core/base/process.h"
#include "core/base/text.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace soak
{

namespace
{

constexpr mode_t kFileMode = 0644;
constexpr mode_t kFolderMode = 0755;
constexpr mode_t kPrivateMode = 0700;

Error notWritable(const fs::path& path, std::string_view what)
{
    return Error{Errc::NotWritable, std::string(what) + ": " + errnoText(errno), pathText(path)};
}

Status makeFolder(const fs::path& path, mode_t mode)
{
    if (::mkdir(path.c_str(), mode) != 0 || ::chmod(path.c_str(), mode) != 0) {
        return notWritable(path, "cannot make the folder");
    }
    return Done{};
}

std::string stagingPrefix(const std::string& name)
{
    return "." + name + ".tmp.";
}

// A process that was killed could not remove its own.
void removeLeftovers(const fs::path& parent, const std::string& name)
{
    const std::string prefix = stagingPrefix(name);
    for (const std::string& found : listFolder(parent).value_or({})) {
        if (!found.starts_with(prefix) || !isTemporaryName(found)) {
            continue;
        }
        const std::string number =
            found.substr(prefix.size(), found.find('.', prefix.size()) - prefix.size());
        const auto pid = parseInteger(number);
        if (pid && !isProcessAlive(static_cast<pid_t>(*pid))) {
            static_cast<void>(removeTree(parent / found));
        }
    }
}

} // namespace

bool isThere(const fs::path& path)
{
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

Result<StagedFile> StagedFile::create(const fs::path& path)
{
    constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
    Descriptor file(retryInterrupted([&] { return ::open(path.c_str(), kFlags, kFileMode); }));
    if (!file.isOpen() || ::fchmod(file.get(), kFileMode) != 0) {
        return notWritable(path, "cannot create");
    }
    return StagedFile(path, std::move(file));
}

Status StagedFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written =
            retryInterrupted([&] { return ::write(m_file.get(), bytes.data(), bytes.size()); });
        if (written < 0) {
            return notWritable(m_path, "cannot write");
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return Done{};
}

Status StagedFile::finish()
{
    // Network file systems tell here that the disk is full.
    return m_file.close() != 0 && errno != EINTR ? Status(notWritable(m_path, "cannot write"))
                                                 : Status(Done{});
}

Status StagedFile::finishOnDisk()
{
    if (retryInterrupted([&] { return ::fsync(m_file.get()); }) != 0) {
        return notWritable(m_path, "cannot write to the disk");
    }
    return finish();
}

Result<StagingFolder> StagingFolder::create(const fs::path& parent, const std::string& name)
{
    static std::atomic<unsigned> counter{0};
    removeLeftovers(parent, name);
    fs::path path = parent / (stagingPrefix(name) + std::to_string(::getpid()) + "." +
                              std::to_string(counter.fetch_add(1)));
    // A killed process may have had our number.
    SOAK_CHECK(removeTree(path));
    SOAK_CHECK(makeFolder(path, kPrivateMode));
    return StagingFolder(std::move(path));
}

StagingFolder::StagingFolder(StagingFolder&& other) noexcept
    : m_path(std::move(other.m_path)), m_folders(std::move(other.m_folders))
{
    other.m_path.clear();
}

StagingFolder::~StagingFolder()
{
    if (!m_path.empty()) {
        static_cast<void>(removeTree(m_path));
    }
}

Status StagingFolder::makeFoldersFor(const fs::path& relative)
{
    fs::path folder;
    for (const fs::path& part : relative.parent_path()) {
        folder /= part;
        if (m_folders.insert(folder).second) {
            SOAK_CHECK(makeFolder(m_path / folder, kFolderMode));
        }
    }
    return Done{};
}

Result<StagedFile> StagingFolder::createFile(const fs::path& relative)
{
    SOAK_CHECK(makeFoldersFor(relative));
    return StagedFile::create(m_path / relative);
}

Status StagingFolder::write(const fs::path& relative, std::string_view bytes)
{
    SOAK_TRY(StagedFile file, createFile(relative));
    SOAK_CHECK(file.write(bytes));
    return file.finish();
}

Status StagingFolder::sync() const
{
    const Descriptor folder(
        retryInterrupted([&] { return ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC); }));
    if (!folder.isOpen() || ::syncfs(folder.get()) != 0) {
        return notWritable(m_path, "cannot write to the disk");
    }
    return Done{};
}

} // namespace soak
