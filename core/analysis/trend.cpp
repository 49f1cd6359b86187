// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/trend.h"

#include "core/model/statistics.h"

#include <algorithm>
#include <cmath>

namespace soak
{

Trend trendOf(std::span<const double> values, double epsilon)
{
    if (values.size() < 2) {
        return Trend::Flat;
    }
    const std::size_t quarter = std::max<std::size_t>(1, values.size() / 4);
    const double first = *mean(values.first(quarter));
    const double last = *mean(values.last(quarter));
    const double threshold = std::max(0.05 * std::abs(first), epsilon);
    if (last - first > threshold) {
        return Trend::Up;
    }
    return last - first < -threshold ? Trend::Down : Trend::Flat;
}

} // namespace soak
