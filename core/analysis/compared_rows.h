// SPDX-License-Identifier: GPL-3.0-or-later
// Which iterations of runs are held against each other.
#pragma once

#include "core/model/soak_run.h"
#include "core/statistics/series.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace soak
{

enum class ComparedWindow : std::uint8_t { Steady, Last8, All };

std::string_view keyOf(ComparedWindow window); // steady, last8, all

// Rows of a run's table, `last` beyond the last one.
struct RowSpan {
    std::size_t first = 0;
    std::size_t last = 0;
    bool operator==(const RowSpan&) const = default;
};

// The first iteration in which every run has settled (steady_state.h): all runs are cut at the same
// place, the latest of theirs (STATISTICS 2a). O(n) for each run.
int steadyFrom(std::span<const SoakRun* const> runs);

// `from`: as steadyFrom() gives it, for Steady alone.
RowSpan comparedRows(const SoakRun& run, ComparedWindow window, int from);

// The values of `metric` there. An iteration whose file is missing keeps its place.
Series comparedSeries(const SoakRun& run, Metric metric, RowSpan rows);

// The iterations there whose value lies in `values`, both ends included; ascending.
std::vector<int> iterationsWithin(const SoakRun& run, Metric metric, RowSpan rows,
                                  const Interval& values);

} // namespace soak
