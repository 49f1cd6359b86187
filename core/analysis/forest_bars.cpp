// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/forest_bars.h"

#include "core/model/kpi.h"

#include <algorithm>
#include <cmath>

namespace soak
{

std::optional<ForestBar> forestBar(const KpiEffect& effect)
{
    const Direction direction = specOf(effect.metric).direction;
    if (!effect.difference || !effect.ci95 || !(effect.margin > 0) ||
        direction == Direction::Neither) {
        return std::nullopt;
    }
    if (direction == Direction::HigherIsBetter) {
        return ForestBar{*effect.difference / effect.margin, effect.ci95->low / effect.margin,
                         effect.ci95->high / effect.margin};
    }
    return ForestBar{-*effect.difference / effect.margin, -effect.ci95->high / effect.margin,
                     -effect.ci95->low / effect.margin};
}

double forestReach(std::span<const ForestBar> bars)
{
    constexpr double kRoom = 1.1;
    double reach = 0;
    for (const ForestBar& bar : bars) {
        for (const double end : {bar.low, bar.centre, bar.high}) {
            reach = std::isfinite(end) ? std::max(reach, kRoom * std::abs(end)) : reach;
        }
    }
    return std::clamp(reach, kLeastReach, kMostReach);
}

std::optional<double> cliffsDelta(std::optional<double> a12)
{
    return a12 ? std::optional(1 - 2 * *a12) : std::nullopt;
}

} // namespace soak
