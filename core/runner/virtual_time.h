// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of engines that never wait (DOMAIN 5, DESIGN 7).
#pragma once

#include "core/base/units.h"

#include <algorithm>

namespace soak
{

inline constexpr Millis kShortestVirtualIteration{5000};

// When iteration `iteration` ends, counted from the start of the run.
inline Millis virtualEndOf(int iteration, double sleepSeconds)
{
    return std::max(Millis{sleepSeconds * 1000.0}, kShortestVirtualIteration) * iteration;
}

} // namespace soak
