// SPDX-License-Identifier: GPL-3.0-or-later
// Runs for the audit, of every sort that a window has to show, made in a folder of their own.
#pragma once

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

#include <array>

namespace soak::ui
{

enum class Data {
    Eight,     // of ours, eight iterations
    ThirtySix, // of ours
    Gaps,      // two iterations are not there, one KPI nowhere, another in places
    Long,      // 100 000 iterations of another tool
    Broken,    // most of its files cannot be read
    Nothing,   // a folder without a run
};
inline constexpr std::size_t kDataCount = 6;

class AuditRuns final
{
public:
    AuditRuns(); // makes them, about a second; fails the test where it cannot

    [[nodiscard]] const fs::path& folder(Data data) const
    {
        return m_folders.at(static_cast<std::size_t>(data));
    }

    // A run of which no file can be read: it does not open.
    [[nodiscard]] const fs::path& unread() const { return m_unread; }

private:
    fs::path& at(Data data) { return m_folders.at(static_cast<std::size_t>(data)); }

    [[nodiscard]] fs::path makeOurs(int iterations) const;
    void makeGaps();
    void makeLong();
    void makeBroken();

    TempDir m_scratch;
    std::array<fs::path, kDataCount> m_folders;
    fs::path m_unread;
};

} // namespace soak::ui
