// SPDX-License-Identifier: GPL-3.0-or-later
// What a chart says of one iteration: in its title row, and to assistive tools.
#pragma once

#include "ui/charts/chart_frame.h"

namespace soak::ui
{

// Where the person looks; iterations.
struct ChartCursor {
    std::optional<int> at;
    bool isLocked = false;
    std::optional<int> markA;
    std::optional<int> markB;
    bool operator==(const ChartCursor&) const = default;
};

// Of that iteration; for a step series what was in force. O(log n).
std::optional<double> valueAt(const ChartSeries& series, int iteration);

// The iteration of the primary run nearest to `x`, a missing one too; nullopt when there is none.
std::optional<int> nearestIteration(const ChartScene& scene, double x);
// The next row (`step` 1) or the one before (-1) of `iteration`; stays at the ends.
std::optional<int> neighbour(const ChartScene& scene, std::optional<int> iteration, int step);

// "#33 362" in the title row, a value per series, those of several runs with their names as far as
// there is room.
std::vector<ChartLabel> readOut(const ChartScene& scene, const ChartFrame& frame,
                                const ChartCursor& cursor, Tone tone);

// One sentence: "p95 latency, iteration 33: 362 ms, target ≤ 340 missed".
QString describeAt(const ChartScene& scene, int iteration);
// The whole chart in a sentence.
QString describeAll(const ChartScene& scene);

} // namespace soak::ui
