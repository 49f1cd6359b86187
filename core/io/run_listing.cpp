// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_listing.h"

#include "core/io/artifacts.h"
#include "core/io/load_run.h"

#include <dirent.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace soak
{

namespace
{

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

using Folder = std::unique_ptr<DIR, CloseFolder>;

enum class EntryType { Regular, Link, Other };

// Some file systems do not tell the type while listing.
EntryType typeOf(const fs::path& folder, const dirent& entry)
{
    switch (entry.d_type) {
    case DT_REG:
        return EntryType::Regular;
    case DT_LNK:
        return EntryType::Link;
    case DT_UNKNOWN:
        break;
    default:
        return EntryType::Other;
    }
    std::error_code ignored;
    const fs::file_status status = fs::symlink_status(folder / entry.d_name, ignored);
    return fs::is_regular_file(status) ? EntryType::Regular
           : fs::is_symlink(status)    ? EntryType::Link
                                       : EntryType::Other;
}

Finding notRegular(std::string name, std::optional<int> iteration)
{
    return {FindingKind::NotRegularFile,
            Severity::Error,
            std::move(name),
            iteration,
            "",
            "not a regular file within the run; not read"};
}

class Lister final
{
public:
    Lister(const fs::path& folder, FindingLog& log) : m_folder(folder), m_log(log) {}

    Result<RunListing> list()
    {
        Folder handle(::opendir(m_folder.c_str()));
        if (!handle) {
            const Errc code = errno == ENOENT ? Errc::NotFound : Errc::BadInput;
            return Error{code, errno == ENOENT ? "no such folder" : errnoText(errno),
                         pathText(m_folder)};
        }
        while (const dirent* entry = ::readdir(handle.get())) {
            add(*entry);
            if (m_listing.iterations.size() > kMaxIterations) {
                return Error{Errc::TooLarge,
                             "more than " + std::to_string(kMaxIterations) + " iteration files",
                             pathText(m_folder)};
            }
        }
        for (std::vector<int>* list :
             {&m_listing.iterations, &m_listing.linked, &m_listing.irregular}) {
            std::sort(list->begin(), list->end());
        }
        report();
        return std::move(m_listing);
    }

private:
    void add(const dirent& entry)
    {
        const std::string_view name(entry.d_name);
        const std::optional<int> iteration = iterationOfFileName(name);
        if (!iteration) {
            if (name.starts_with('.') && isTemporaryName(name)) {
                m_leftovers.emplace_back(name);
            }
            return;
        }
        const EntryType type = typeOf(m_folder, entry);
        if (type == EntryType::Other ||
            (type == EntryType::Link && !isLinkWithin(m_folder, m_folder / name))) {
            m_listing.irregular.push_back(*iteration);
            return;
        }
        m_listing.iterations.push_back(*iteration);
        if (type == EntryType::Link) {
            m_listing.linked.push_back(*iteration);
        }
    }

    // In an order that does not depend on the file system's.
    void report()
    {
        std::sort(m_leftovers.begin(), m_leftovers.end());
        for (std::string& name : m_leftovers) {
            m_log.add({FindingKind::LeftoverFile, Severity::Info, std::move(name), std::nullopt, "",
                       "a temporary file of a writer that was killed"});
        }
        for (const int iteration : m_listing.irregular) {
            m_log.add(notRegular(summaryFileName(iteration), iteration));
        }
    }

    const fs::path& m_folder;
    FindingLog& m_log;
    RunListing m_listing;
    std::vector<std::string> m_leftovers;
};

} // namespace

Result<RunListing> listRun(const fs::path& folder, FindingLog& log)
{
    return Lister(folder, log).list();
}

std::optional<std::string> readRunFile(const fs::path& folder, std::string_view name,
                                       FindingLog& log)
{
    const fs::path path = folder / name;
    std::error_code ignored;
    const fs::file_status status = fs::symlink_status(path, ignored);
    if (!fs::exists(status)) {
        return std::nullopt;
    }
    const bool isUsable =
        fs::is_regular_file(status) || (fs::is_symlink(status) && isLinkWithin(folder, path));
    if (!isUsable) {
        log.add(notRegular(std::string(name), std::nullopt));
        return std::nullopt;
    }
    Result<std::string> text = readFile(path);
    if (!text) {
        log.add({FindingKind::FileError, Severity::Warning, std::string(name), std::nullopt, "",
                 text.error().message});
        return std::nullopt;
    }
    return std::move(*text);
}

bool isLinkWithin(const fs::path& folder, const fs::path& path)
{
    std::error_code folderError;
    std::error_code pathError;
    const fs::path realFolder = fs::canonical(folder, folderError);
    const fs::path realPath = fs::canonical(path, pathError);
    if (folderError || pathError || !fs::is_regular_file(realPath, pathError)) {
        return false;
    }
    const auto [end, ignored] =
        std::mismatch(realFolder.begin(), realFolder.end(), realPath.begin(), realPath.end());
    return end == realFolder.end();
}

} // namespace soak
