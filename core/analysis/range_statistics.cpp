// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/range_statistics.h"

#include "core/analysis/trend.h"
#include "core/base/text.h"
#include "core/model/statistics.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace soak
{

namespace
{

std::optional<double> valueAt(const IterationTable& table, Metric metric, std::optional<int> at)
{
    const std::optional<std::size_t> row = at ? table.rowOf(*at) : std::nullopt;
    return row ? table.at(metric, *row) : std::nullopt;
}

} // namespace

MetricStatistics rangeStatistics(const IterationTable& table, Metric metric, int from, int to)
{
    const auto iterations = table.iterations();
    const auto first = std::ranges::lower_bound(iterations, std::min(from, to));
    const auto last = std::upper_bound(first, iterations.end(), std::max(from, to));
    const MetricColumn column = table.column(metric);
    std::vector<double> values;
    MetricStatistics result;
    for (auto at = first; at != last; ++at) {
        const std::optional<double> value =
            column.at(static_cast<std::size_t>(at - iterations.begin()));
        if (!value) {
            ++result.missing;
            continue;
        }
        if (!result.min || *value < *result.min) {
            result.min = value;
            result.iterationOfMin = *at;
        }
        if (!result.max || *value > *result.max) {
            result.max = value;
            result.iterationOfMax = *at;
        }
        values.push_back(*value);
    }
    result.count = values.size();
    if (values.empty()) {
        return result;
    }
    result.mean = mean(values);
    result.median = median(values);
    result.last = values.back();
    if (*result.min >= 0) {
        result.harmonicMean = harmonicMean(values);
    }
    result.trend = trendOf(values, specOf(metric).trendEpsilon);
    return result;
}

MarkedValues markedValues(const IterationTable& table, Metric metric, std::optional<int> a,
                          std::optional<int> b)
{
    MarkedValues values;
    values.a = valueAt(table, metric, a);
    values.b = valueAt(table, metric, b);
    if (values.a && values.b) {
        values.delta = withoutNoise(*values.b - *values.a);
    }
    if (a && b) {
        values.between = rangeStatistics(table, metric, *a, *b);
    }
    return values;
}

} // namespace soak
