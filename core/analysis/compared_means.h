// SPDX-License-Identifier: GPL-3.0-or-later
// The means and extremes of a run beside a baseline, for tables of many runs. What can be proved of
// a difference is said by KpiEffect (run_comparison.h); this is only which side it lies on.
#pragma once

#include "core/analysis/compared_rows.h"
#include "core/model/kpi.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace soak
{

// Of a value against the baseline's, by the direction of the metric.
enum class Leaning : std::uint8_t { Unknown, Equal, Better, Worse, Other };

std::string_view keyOf(Leaning leaning); // "", equal, better, worse, other

// b - a, where both are there.
std::optional<double> differenceOf(std::optional<double> b, std::optional<double> a);

struct ComparedMean {
    Metric metric = Metric::NetBps;
    std::optional<double> mean; // in the unit of the metric
    std::size_t n = 0;
    std::size_t missing = 0;
    std::optional<double> delta;    // to the mean of the baseline
    std::optional<double> relative; // delta / |mean of the baseline|; absent when that is 0
    Leaning leaning = Leaning::Unknown;
    std::optional<double> median; // type 7, as p95; absent without a value
    std::optional<double> p95;
    std::optional<double> min;
    std::optional<double> max;
    std::optional<double> last; // of the last compared iteration; absent when that has none
    bool operator==(const ComparedMean&) const = default;
};

// One for each of `metrics`, in their order. `baseline` nullptr: the run is it, and has no deltas.
// `from`: as comparedRows().
std::vector<ComparedMean> comparedMeans(const SoakRun& run, const SoakRun* baseline,
                                        std::span<const Metric> metrics, ComparedWindow window,
                                        int from);

} // namespace soak
