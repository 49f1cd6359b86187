// SPDX-License-Identifier: GPL-3.0-or-later
// A run of many files on disk, made once for a test program, and writers of others.
#pragma once

#include "core/base/file.h"

#include <QString>

#include <atomic>
#include <thread>

namespace soak::ui
{

// The folder of a run of `iterations` in our own form; the same bytes every time. In memory where
// there is room.
const fs::path& longFolder(int iterations);

// Hard links to the files of longFolder(), put into a folder of its own at 50 a second by a thread,
// as a writer would rename them into place.
class FiftyASecond final
{
public:
    // `first` are there at once, `all` in the end; RUN_END.json never.
    FiftyASecond(fs::path folder, int first, int all);

    [[nodiscard]] const fs::path& folder() const { return m_folder; }

    void begin();

    [[nodiscard]] bool isDone() const { return m_isDone; }

    [[nodiscard]] int all() const { return m_all; }

private:
    void put(int iteration) const;

    fs::path m_folder;
    fs::path m_source;
    int m_first;
    int m_all;
    std::atomic<bool> m_isDone = false;
    std::jthread m_thread;
};

} // namespace soak::ui
