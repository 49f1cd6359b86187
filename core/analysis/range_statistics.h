// SPDX-License-Identifier: GPL-3.0-or-later
// Statistics of a metric between two iterations.
#pragma once

#include "core/analysis/judgement.h"

#include <optional>
#include <span>

namespace soak
{

// Of `metric` over the iterations from `from` to `to`, both inclusive, in either order. `missing`
// counts rows without a value; iterations that are no row are not counted.
MetricStatistics rangeStatistics(const IterationTable& table, Metric metric, int from, int to);

// The values at two marks and what they differ by.
struct MarkedValues {
    std::optional<double> a;
    std::optional<double> b;
    std::optional<double> delta; // b - a, when both are there
    MetricStatistics between;    // of the range; all absent without both marks
    bool operator==(const MarkedValues&) const = default;
};

MarkedValues markedValues(const IterationTable& table, Metric metric, std::optional<int> a,
                          std::optional<int> b);

} // namespace soak
