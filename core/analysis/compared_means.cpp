// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/compared_means.h"

#include "core/model/statistics.h"
#include "core/statistics/descriptive.h"
#include "core/statistics/welch.h"

#include <algorithm>

namespace soak
{

namespace
{

Leaning leaningOf(double delta, Direction direction)
{
    if (delta == 0) {
        return Leaning::Equal;
    }
    if (direction == Direction::Neither) {
        return Leaning::Other;
    }
    return (delta > 0) == (direction == Direction::HigherIsBetter) ? Leaning::Better
                                                                   : Leaning::Worse;
}

void addExtremes(ComparedMean& row, const Series& own)
{
    if (own.values.empty()) {
        return;
    }
    constexpr double kHalf = 0.5;
    constexpr double kMost = 0.95;
    std::vector<double> sorted = own.values;
    std::ranges::sort(sorted);
    row.median = quantileOfSorted(sorted, kHalf);
    row.p95 = quantileOfSorted(sorted, kMost);
    row.min = sorted.front();
    row.max = sorted.back();
    if (own.at.back() + 1 == static_cast<std::int64_t>(own.length)) {
        row.last = own.values.back();
    }
}

} // namespace

std::string_view keyOf(Leaning leaning)
{
    switch (leaning) {
    case Leaning::Unknown:
        return "";
    case Leaning::Equal:
        return "equal";
    case Leaning::Better:
        return "better";
    case Leaning::Worse:
        return "worse";
    case Leaning::Other:
        break;
    }
    return "other";
}

std::optional<double> differenceOf(std::optional<double> b, std::optional<double> a)
{
    return b && a ? std::optional(*b - *a) : std::nullopt;
}

std::vector<ComparedMean> comparedMeans(const SoakRun& run, const SoakRun* baseline,
                                        std::span<const Metric> metrics, ComparedWindow window,
                                        int from)
{
    const auto seriesIn = [&](const SoakRun& one, Metric metric) {
        return comparedSeries(one, metric, comparedRows(one, window, from));
    };
    std::vector<ComparedMean> means;
    for (const Metric metric : metrics) {
        const Series own = seriesIn(run, metric);
        ComparedMean row;
        row.metric = metric;
        row.mean = mean(own.values);
        row.n = own.values.size();
        row.missing = own.missing();
        const std::optional<double> level =
            baseline == nullptr ? std::nullopt : mean(seriesIn(*baseline, metric).values);
        row.delta = differenceOf(row.mean, level);
        if (row.delta) {
            row.leaning = leaningOf(*row.delta, specOf(metric).direction);
            row.relative = shareOfMean(*row.delta, *level);
        }
        addExtremes(row, own);
        means.push_back(row);
    }
    return means;
}

} // namespace soak
