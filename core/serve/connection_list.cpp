// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/connection_list.h"

#include <algorithm>

namespace soak
{

std::optional<int> ConnectionList::enter(int fd, Millis now)
{
    std::optional<int> goes;
    if (count() >= m_limits.most) {
        const auto oldest = std::find_if(m_entries.begin(), m_entries.end(),
                                         [](const Entry& entry) { return !entry.isCut; });
        if (oldest != m_entries.end()) {
            oldest->isCut = true;
            goes = oldest->fd;
        }
    }
    m_entries.push_back({fd, now, false});
    return goes;
}

void ConnectionList::leave(int fd)
{
    std::erase_if(m_entries, [fd](const Entry& entry) { return entry.fd == fd; });
}

std::vector<int> ConnectionList::overdue(Millis now)
{
    std::vector<int> late;
    for (Entry& entry : m_entries) {
        if (!entry.isCut && now - entry.since >= m_limits.longest) {
            entry.isCut = true;
            late.push_back(entry.fd);
        }
    }
    return late;
}

std::size_t ConnectionList::count() const
{
    return static_cast<std::size_t>(std::count_if(m_entries.begin(), m_entries.end(),
                                                  [](const Entry& entry) { return !entry.isCut; }));
}

} // namespace soak
