// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/aggregate.h"

#include "core/model/statistics.h"

#include <algorithm>

namespace soak
{

std::optional<double> aggregateOf(std::span<const double> values, Aggregate aggregate)
{
    if (values.empty()) {
        return std::nullopt;
    }
    switch (aggregate) {
    case Aggregate::Mean:
        return mean(values);
    case Aggregate::Median:
        return median(values);
    case Aggregate::Min:
        return std::ranges::min(values);
    case Aggregate::Max:
        return std::ranges::max(values);
    case Aggregate::Last:
        return values.back();
    case Aggregate::HarmonicMean:
        return std::ranges::all_of(values, [](double value) { return value >= 0; })
                   ? harmonicMean(values)
                   : std::nullopt;
    }
    return std::nullopt;
}

} // namespace soak
