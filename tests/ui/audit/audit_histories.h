// SPDX-License-Identifier: GPL-3.0-or-later
// Histories for the audit, of every sort that the window has to show: one file, changed under it.
#pragma once

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace soak::ui
{

enum class Remembered {
    Nothing,    // there is no history yet
    Thirty,     // runs, the level changes on the way; one cannot be read; words were said
    LongNames,  // of runs, tags, releases
    Unreadable, // the file is no database
};

class AuditHistories final
{
public:
    AuditHistories(); // makes them; fails the test where it cannot

    [[nodiscard]] fs::path file() const { return m_scratch / "history.db"; }

    void put(Remembered which) const;

private:
    [[nodiscard]] fs::path kept(Remembered which) const;
    void makeThirty() const;
    void makeLongNames() const;

    TempDir m_scratch;
};

} // namespace soak::ui
