// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folder.h"

#include "core/base/descriptor.h"
#include "core/base/file.h"
#include "core/base/not_writable.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <cstdio>
#include <memory>
#include <string_view>
#include <system_error>

namespace soak
{

namespace
{

constexpr mode_t kFolderMode = 0777; // less umask, as mkdir does

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

// Gives us back the folders of a tree that their owner closed to himself, as `chmod 0` does.
void openFolders(const fs::path& path, int depth)
{
    constexpr int kDeepest = 1000;
    std::error_code error;
    if (depth > kDeepest || !fs::is_directory(fs::symlink_status(path, error))) {
        return;
    }
    fs::permissions(path, fs::perms::owner_all, fs::perm_options::add, error);
    for (const std::string& name : listFolder(path).value_or({})) {
        openFolders(path / name, depth + 1);
    }
}

Error cannotList(const fs::path& path, int error)
{
    switch (error) {
    case ENOENT:
        return Error{Errc::NotFound, "no such folder", pathText(path)};
    case ENOTDIR:
        return Error{Errc::BadInput, "not a folder", pathText(path)};
    case EMFILE:
    case ENFILE:
    case ENOMEM:
        return Error{Errc::Environment, "cannot list: " + errnoText(error), pathText(path)};
    default:
        return Error{Errc::BadInput, "cannot list: " + errnoText(error), pathText(path)};
    }
}

// Without the slash at its end: "a/b/" names what "a/b" does, but has no filename().
fs::path withoutSlash(const fs::path& path)
{
    return path.has_filename() ? path : path.parent_path();
}

} // namespace

Result<std::vector<std::string>> listFolder(const fs::path& path)
{
    const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.c_str()));
    if (!folder) {
        return cannotList(path, errno);
    }
    std::vector<std::string> names;
    while (true) {
        errno = 0;
        const dirent* const entry =
            ::readdir(folder.get()); // NOLINT(concurrency-mt-unsafe): the stream is ours alone
        if (entry == nullptr) {
            break;
        }
        const std::string_view name(static_cast<const char*>(entry->d_name));
        if (name != "." && name != "..") {
            names.emplace_back(name);
        }
    }
    if (errno != 0) {
        return cannotList(path, errno);
    }
    return names;
}

Status makeFolders(const fs::path& path)
{
    if (path.empty()) {
        return Error{Errc::NotWritable, "cannot make a folder without a name", ""};
    }
    std::error_code error;
    fs::create_directories(path, error);
    if (error) {
        return notWritable(path, "cannot make the folder", error.value());
    }
    if (!fs::is_directory(path, error)) {
        return notWritable(path, "cannot make the folder", EEXIST);
    }
    return Done{};
}

Status syncFolder(const fs::path& path)
{
    const Descriptor folder(
        retryInterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
    if (!folder.isOpen()) {
        return notWritable(path, "cannot open the folder", errno);
    }
    // Some network and FUSE file systems have no fsync of folders; theirs are durable when they say
    // so.
    if (retryInterrupted([&] { return ::fsync(folder.get()); }) != 0 && errno != EINVAL &&
        errno != ENOTSUP && errno != ENOSYS) {
        return notWritable(path, "cannot write the folder to the disk", errno);
    }
    return Done{};
}

Status makeFolderExclusively(const fs::path& path)
{
    if (::mkdir(path.c_str(), kFolderMode) == 0) {
        return Done{};
    }
    if (errno == EEXIST) {
        return Error{Errc::Locked, "exists already", pathText(path)};
    }
    return notWritable(path, "cannot make the folder", errno);
}

Status removeTree(const fs::path& path)
{
    const fs::path last = withoutSlash(path).filename();
    if (last.empty() || last == "." || last == "..") {
        return Error{Errc::Usage, "this folder is never removed", pathText(path)};
    }
    std::error_code error;
    fs::remove_all(withoutSlash(path), error);
    if (error == std::errc::permission_denied) {
        openFolders(withoutSlash(path), 0);
        fs::remove_all(withoutSlash(path), error);
    }
    if (error) {
        return notWritable(path, "cannot remove", error.value());
    }
    return Done{};
}

Result<Exchange> exchangePaths(const fs::path& a, const fs::path& b)
{
    if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) {
        return Exchange::Atomic;
    }
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) {
        return notWritable(b, "cannot exchange with " + pathText(a), errno);
    }
    SOAK_CHECK(detail::exchangeByRenames(a, b));
    return Exchange::TwoRenames;
}

namespace detail
{

Status exchangeByRenames(const fs::path& a, const fs::path& b)
{
    const fs::path from = withoutSlash(a);
    const fs::path to = withoutSlash(b);
    const fs::path aside = to.parent_path() / ("." + to.filename().native() + ".tmp." +
                                               std::to_string(::getpid()) + ".0");
    if (::rename(to.c_str(), aside.c_str()) != 0) {
        return notWritable(b, "cannot put aside", errno);
    }
    if (::rename(from.c_str(), to.c_str()) != 0) {
        const int error = errno;
        ::rename(aside.c_str(), to.c_str());
        return notWritable(b, "cannot put " + pathText(a) + " in its place", error);
    }
    if (::rename(aside.c_str(), from.c_str()) != 0) {
        const int error = errno;
        ::rename(to.c_str(), from.c_str());
        ::rename(aside.c_str(), to.c_str());
        return notWritable(a, "cannot put " + pathText(b) + " in its place", error);
    }
    return Done{};
}

} // namespace detail

} // namespace soak
