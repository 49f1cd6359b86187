// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/bundle_folder.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/io/artifacts.h"

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

// The folders that a bundle has; any other is refused whole.
bool isBundleFolder(const std::string& path)
{
    static const std::array<std::string, 3> folders{
        std::string(kRunFolder), std::string(kChartsFolder),
        std::string(kRunFolder) + "/" + std::string(kEngineFolder)};
    return std::find(folders.begin(), folders.end(), path) != folders.end();
}

class FolderReader final
{
public:
    FolderReader(const fs::path& folder, StagingFolder& target, std::stop_token stop)
        : m_folder(folder), m_target(target), m_stop(std::move(stop))
    {
    }

    Status readFolder(const std::string& below)
    {
        SOAK_TRY(std::vector<std::string> names, listFolder(m_folder / below));
        std::sort(names.begin(), names.end());
        for (const std::string& name : names) {
            if (m_stop.stop_requested()) {
                return Error{Errc::Cancelled, "stopped on request", ""};
            }
            SOAK_CHECK(readEntry(below.empty() ? name : below + "/" + name));
        }
        return Done{};
    }

    FolderCopy take()
    {
        std::sort(m_copy.files.begin(), m_copy.files.end(),
                  [](const BundleFile& a, const BundleFile& b) { return a.path < b.path; });
        return std::move(m_copy);
    }

private:
    Status readEntry(const std::string& path)
    {
        std::error_code error;
        if (fs::is_directory(fs::symlink_status(m_folder / path, error))) {
            if (isBundleFolder(path)) {
                return readFolder(path);
            }
            return refuse({Errc::Integrity, "a bundle has no such folder", path});
        }
        if (const Status known = checkBundlePath(path); !known) {
            return refuse(known.error());
        }
        auto bytes = readFile(m_folder / path, kMaxBundleFileBytes, FollowLinks::No);
        if (!bytes) {
            return refuse({Errc::Integrity, bytes.error().message, path});
        }
        m_total += bytes->size();
        if (m_copy.files.size() >= kMaxBundleFiles || m_total > kMaxBundleBytes) {
            return Error{Errc::TooLarge, "more files or bytes than a bundle may have",
                         soak::pathText(m_folder)};
        }
        SOAK_CHECK(m_target.write(path, *bytes));
        m_copy.files.push_back({path, bytes->size(), sha256(*bytes)});
        return Done{};
    }

    Status refuse(Error error)
    {
        error.where = escapeTerminal(error.where);
        // Millions of foreign files say no more than the first hundred.
        constexpr std::size_t kMostRefused = 100;
        if (m_copy.refused.size() < kMostRefused) {
            m_copy.refused.push_back(std::move(error));
        }
        return Done{};
    }

    const fs::path& m_folder;
    StagingFolder& m_target;
    std::stop_token m_stop;
    FolderCopy m_copy;
    std::uint64_t m_total = 0;
};

} // namespace

Result<FolderCopy> copyBundleFolder(const fs::path& folder, StagingFolder& target,
                                    std::stop_token stop)
{
    FolderReader reader(folder, target, std::move(stop));
    SOAK_CHECK(reader.readFolder(""));
    return reader.take();
}

} // namespace soak
