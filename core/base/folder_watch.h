// SPDX-License-Identifier: GPL-3.0-or-later
// Waits for something to happen in a folder.
#pragma once

#include "core/base/descriptor.h"
#include "core/base/units.h"

#include <filesystem>
#include <stop_token>

namespace soak
{

// One thread at a time. Where the system has no inotify left, or for a folder that another machine
// writes, only time passes: whoever waits looks again after a while anyway.
class FolderWatch final
{
public:
    FolderWatch();

    // Whether changes are seen at all.
    [[nodiscard]] bool isAvailable() const { return m_notify.isOpen(); }

    // Returns when a file of `folder` was made, closed, renamed or removed, `atMost` has passed, or
    // on `stop`; true in the first case. While there is no such folder, it is the nearest one above
    // it. When it is not the folder of the last call, or another one of that name, returns true at
    // once: what happened before may not have been seen. After the first sign waits for `gather`
    // more, so that what is written together is seen together.
    bool wait(const std::filesystem::path& folder, Millis atMost, Millis gather,
              const std::stop_token& stop);

private:
    enum class Sign { None, Change, Stop };

    bool arm(const std::filesystem::path& folder); // whether the folder is another one than before
    [[nodiscard]] Sign waitOnce(Millis atMost, int stopEvent);
    void drain();

    Descriptor m_notify;
    int m_watch = -1;
    std::filesystem::path m_armed;
};

} // namespace soak
