// SPDX-License-Identifier: GPL-3.0-or-later
// Which connections must go, so that slow clients never keep a scrape out. Pure; not thread-safe.
#pragma once

#include "core/base/units.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace soak
{

struct ConnectionLimits {
    std::size_t most = 256; // above that a newcomer takes the place of the oldest
    Millis longest{15000};  // a connection lives at most so long, whatever it does
};

class ConnectionList final
{
public:
    explicit ConnectionList(ConnectionLimits limits) : m_limits(limits) {}

    // The connection `fd` came at `now` (never goes back). Returns the one that must be cut for it.
    std::optional<int> enter(int fd, Millis now);
    // The connection `fd` is closed; its number may come again.
    void leave(int fd);
    // Those that live too long; each is named once.
    std::vector<int> overdue(Millis now);

    // That are there and were not told to be cut.
    [[nodiscard]] std::size_t count() const;

private:
    struct Entry {
        int fd = -1;
        Millis since{0};
        bool isCut = false;
    };

    ConnectionLimits m_limits;
    std::vector<Entry> m_entries; // in the order of their coming
};

} // namespace soak
