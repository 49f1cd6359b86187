// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/debounce.h"

#include <algorithm>

namespace soak
{

bool Debounce::update(bool signal, Millis now)
{
    if (signal != m_status.raw) {
        m_status.raw = signal;
        m_status.rawSince = now;
    }
    const Millis held = std::max(Millis{0}, now - m_status.rawSince);
    const Millis needed = m_status.raw ? m_open : m_close;
    if (m_status.raw == m_status.active || held < needed) {
        return false;
    }
    m_status.active = m_status.raw;
    return true;
}

} // namespace soak
