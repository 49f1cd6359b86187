// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/compared_rows.h"

#include "core/analysis/steady_state.h"

#include <algorithm>
#include <cmath>

namespace soak
{

std::string_view keyOf(ComparedWindow window)
{
    switch (window) {
    case ComparedWindow::Steady:
        return "steady";
    case ComparedWindow::Last8:
        return "last8";
    case ComparedWindow::All:
        break;
    }
    return "all";
}

int steadyFrom(std::span<const SoakRun* const> runs)
{
    int from = 1;
    for (const SoakRun* run : runs) {
        from = std::max(from, steadyStateOf(*run).from());
    }
    return from;
}

RowSpan comparedRows(const SoakRun& run, ComparedWindow window, int from)
{
    constexpr std::size_t kLast = 8;
    const std::span<const int> iterations = run.table.iterations();
    RowSpan rows{0, iterations.size()};
    if (window == ComparedWindow::Last8) {
        rows.first = iterations.size() - std::min(iterations.size(), kLast);
    } else if (window == ComparedWindow::Steady) {
        rows.first = static_cast<std::size_t>(std::ranges::lower_bound(iterations, from) -
                                              iterations.begin());
    }
    return rows;
}

Series comparedSeries(const SoakRun& run, Metric metric, RowSpan rows)
{
    Series series;
    if (rows.first >= rows.last) {
        return series;
    }
    const std::span<const int> iterations = run.table.iterations();
    const MetricColumn column = run.table.column(metric);
    const std::int64_t start = iterations[rows.first];
    for (std::size_t row = rows.first; row < rows.last; ++row) {
        const std::optional<double> value = column.at(row);
        if (value && std::isfinite(*value)) {
            series.values.push_back(*value);
            series.at.push_back(iterations[row] - start);
        }
    }
    series.length = static_cast<std::size_t>(iterations[rows.last - 1] - start) + 1;
    return series;
}

std::vector<int> iterationsWithin(const SoakRun& run, Metric metric, RowSpan rows,
                                  const Interval& values)
{
    std::vector<int> within;
    const MetricColumn column = run.table.column(metric);
    for (std::size_t row = rows.first; row < rows.last; ++row) {
        const std::optional<double> value = column.at(row);
        if (value && *value >= values.low && *value <= values.high) {
            within.push_back(run.table.iterations()[row]);
        }
    }
    return within;
}

} // namespace soak
