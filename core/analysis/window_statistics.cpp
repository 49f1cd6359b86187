// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/window_statistics.h"

#include "core/analysis/trend.h"
#include "core/model/statistics.h"

#include <span>
#include <utility>
#include <vector>

namespace soak
{

namespace
{

struct PresentValues {
    std::span<const double> values;
    std::span<const int> iterations; // of the same length
};

// A column without a hole is used where it lies, another one is gathered into the two buffers.
PresentValues gather(const MetricColumn& column, std::span<const int> iterations,
                     std::size_t firstRow, std::vector<double>& values, std::vector<int>& numbers)
{
    const std::size_t rows = iterations.size();
    if (column.values().empty()) {
        return {};
    }
    std::size_t row = firstRow;
    while (row < rows && column.isPresent(row)) {
        ++row;
    }
    if (row == rows) {
        return {column.values().subspan(firstRow, rows - firstRow), iterations.subspan(firstRow)};
    }
    values.clear();
    numbers.clear();
    for (row = firstRow; row < rows; ++row) {
        if (column.isPresent(row)) {
            values.push_back(column.values()[row]);
            numbers.push_back(iterations[row]);
        }
    }
    return {values, numbers};
}

// Places of the first minimum and the first maximum, in one pass; `values` must not be empty.
std::pair<std::size_t, std::size_t> firstExtremes(std::span<const double> values)
{
    std::size_t low = 0;
    std::size_t high = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        low = values[i] < values[low] ? i : low;
        high = values[i] > values[high] ? i : high;
    }
    return {low, high};
}

MetricStatistics statisticsOf(const PresentValues& present, std::size_t rows, double trendEpsilon)
{
    const auto values = present.values;
    MetricStatistics statistics;
    statistics.count = values.size();
    statistics.missing = rows - values.size();
    if (values.empty()) {
        return statistics;
    }
    const auto [low, high] = firstExtremes(values);
    statistics.min = values[low];
    statistics.max = values[high];
    statistics.iterationOfMin = present.iterations[low];
    statistics.iterationOfMax = present.iterations[high];
    statistics.mean = mean(values);
    statistics.median = median(values);
    statistics.last = values.back();
    if (*statistics.min >= 0) {
        statistics.harmonicMean = harmonicMean(values);
    }
    statistics.trend = trendOf(values, trendEpsilon);
    return statistics;
}

} // namespace

RunStatistics statisticsOf(const IterationTable& table, std::size_t firstRow)
{
    RunStatistics all;
    std::vector<double> values;
    std::vector<int> numbers;
    const std::size_t rows = table.rowCount() - firstRow;
    for (const KpiSpec& spec : kpiSpecs()) {
        const PresentValues present =
            gather(table.column(spec.metric), table.iterations(), firstRow, values, numbers);
        all[indexOf(spec.metric)] = statisticsOf(present, rows, spec.trendEpsilon);
    }
    return all;
}

std::optional<double> aggregateOf(const MetricStatistics& statistics, Aggregate aggregate)
{
    switch (aggregate) {
    case Aggregate::Mean:
        return statistics.mean;
    case Aggregate::Median:
        return statistics.median;
    case Aggregate::Min:
        return statistics.min;
    case Aggregate::Max:
        return statistics.max;
    case Aggregate::Last:
        return statistics.last;
    case Aggregate::HarmonicMean:
        return statistics.harmonicMean;
    }
    return std::nullopt;
}

} // namespace soak
