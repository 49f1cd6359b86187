// SPDX-License-Identifier: GPL-3.0-or-later
// Effects of different KPIs on one scale: in margins, better to the right.
#pragma once

#include "core/analysis/run_comparison.h"

#include <optional>
#include <span>

namespace soak
{

// In margins of the KPI; positive is better by its direction. 1 is where a difference begins to
// matter.
struct ForestBar {
    double centre = 0;
    double low = 0; // of the 95 % interval; may be infinite
    double high = 0;
    bool operator==(const ForestBar&) const = default;
};

// nullopt where there is no effect, no interval or no margin to divide by, or the KPI has no
// better side.
std::optional<ForestBar> forestBar(const KpiEffect& effect);

inline constexpr double kLeastReach = 2;
inline constexpr double kMostReach = 10;

// How far to both sides a scale reaches that shows the bars: all of them whole, at least
// kLeastReach and at most kMostReach margins, beyond which they are cut.
double forestReach(std::span<const ForestBar> bars);

// P(other > baseline) - P(other < baseline), of A12 as KpiEffect has it; -1 to 1.
std::optional<double> cliffsDelta(std::optional<double> a12);

} // namespace soak
