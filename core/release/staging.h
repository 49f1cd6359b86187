// SPDX-License-Identifier: GPL-3.0-or-later
// A folder beside the place of a result, in which the result is built and from which it is renamed
// into place; what is not renamed is removed. Modes are set whatever the umask is.
#pragma once

#include "core/base/descriptor.h"
#include "core/base/file.h"
#include "core/base/result.h"

#include <set>
#include <string>
#include <string_view>

namespace soak
{

// Whatever it is: a link that leads nowhere, too.
bool isThere(const fs::path& path);

// A file being written in pieces, mode 0644. Errors: NotWritable.
class StagedFile final
{
public:
    // `path` must not exist.
    static Result<StagedFile> create(const fs::path& path);

    Status write(std::string_view bytes);
    Status finish();       // closes it
    Status finishOnDisk(); // fsync, then closes it

private:
    StagedFile(fs::path path, Descriptor file) : m_path(std::move(path)), m_file(std::move(file)) {}

    fs::path m_path;
    Descriptor m_file;
};

class StagingFolder final
{
public:
    // Makes `<parent>/.<name>.tmp.<pid>.<n>`, mode 0700; those that killed processes left beside
    // it are removed. Errors: NotWritable.
    static Result<StagingFolder> create(const fs::path& parent, const std::string& name);

    StagingFolder(StagingFolder&& other) noexcept;
    StagingFolder& operator=(StagingFolder&&) = delete;
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;
    ~StagingFolder();

    [[nodiscard]] const fs::path& path() const { return m_path; }

    // A new file, with the folders above it (mode 0755). `relative` leads nowhere else: it was
    // checked. Errors: NotWritable.
    Status write(const fs::path& relative, std::string_view bytes);
    Result<StagedFile> createFile(const fs::path& relative);

    // Everything of the file system is on disk: one call where each file would need its own.
    // Errors: NotWritable.
    [[nodiscard]] Status sync() const;

private:
    explicit StagingFolder(fs::path path) : m_path(std::move(path)) {}

    Status makeFoldersFor(const fs::path& relative);

    fs::path m_path;
    std::set<fs::path> m_folders; // made already
};

} // namespace soak
