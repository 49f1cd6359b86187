// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/share_interval.h"

#include "core/base/result.h"

#include <algorithm>
#include <cmath>

namespace soak
{

ShareInterval wilsonInterval(std::int64_t count, std::int64_t all)
{
    SOAK_ASSERT(all > 0 && count >= 0 && count <= all);
    constexpr double kZ = 1.959963984540054; // of 95 %, both sides
    const auto n = static_cast<double>(all);
    const double share = static_cast<double>(count) / n;
    const double scale = 1 + kZ * kZ / n;
    const double centre = (share + kZ * kZ / (2 * n)) / scale;
    const double half = kZ / scale * std::sqrt(share * (1 - share) / n + kZ * kZ / (4 * n * n));
    return {share, count == 0 ? 0.0 : std::max(0.0, centre - half),
            count == all ? 1.0 : std::min(1.0, centre + half)};
}

} // namespace soak
