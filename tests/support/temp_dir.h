// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace soak
{

// A new empty folder of this test's own, removed with all that is in it (read-only folders too) at
// the end.
class TempDir final
{
public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;

    const std::filesystem::path& path() const { return m_path; }

    std::filesystem::path operator/(const std::filesystem::path& relative) const
    {
        return m_path / relative;
    }

    // Writes `bytes` to the file `relative`, making the folders above it, and returns its path.
    std::filesystem::path write(const std::filesystem::path& relative,
                                std::string_view bytes) const;

private:
    std::filesystem::path m_path;
};

} // namespace soak
