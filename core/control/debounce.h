// SPDX-License-Identifier: GPL-3.0-or-later
// A signal that must persist before it counts (DOMAIN 5.1).
#pragma once

#include "core/model/tuning_step.h"

namespace soak
{

class Debounce final
{
public:
    Debounce(Millis open, Millis close) : m_open(open), m_close(close) {}

    // Continues from a stored state.
    Debounce(Millis open, Millis close, const DebounceStatus& status)
        : m_open(open), m_close(close), m_status(status)
    {
    }

    // Returns whether the active state changed. A clock that goes backwards counts as no time
    // passed.
    bool update(bool signal, Millis now);

    void reset() { m_status = {}; }

    [[nodiscard]] bool isActive() const { return m_status.active; }

    [[nodiscard]] const DebounceStatus& status() const { return m_status; }

private:
    Millis m_open;
    Millis m_close;
    DebounceStatus m_status;
};

inline constexpr Millis kDebounceOpen{2500};
inline constexpr Millis kDebounceClose{4000};
inline constexpr Millis kFreezeMinDuration{3000};
inline constexpr double kLatencyHardMs = 360;
inline constexpr double kLatencySoftMs = 330;

} // namespace soak
