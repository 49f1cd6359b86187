// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/simulate.h"

#include <string>
#include <string_view>
#include <vector>

namespace soak
{

using OverrideValues = std::map<std::string, double>;

// The middle of what a tuner may choose, for each override that the simulation knows; with
// `changes`.
Overrides middleOverrides(const OverrideValues& changes = {});

SimInput simInput(std::string_view scenario, int iteration, const Overrides& overrides = {},
                  std::uint64_t seed = 1);

// The means of some iterations of one market.
struct MeanKpis {
    double makerFills = 0;
    double requests = 0;
    double profit = 0; // lots x bps
    double gross = 0;
    double fees = 0;
    double slippage = 0;
    double adverse = 0;
    double net = 0;
    double maker = 0;
    double p95 = 0;
    double risk = 0;
    double orderAge = 0;
    double netDeviation = 0; // standard deviations of single iterations
    double makerDeviation = 0;
    double p95Deviation = 0;
    double riskDeviation = 0;
};

MeanKpis meanKpis(const SimInput& input, int iterations);

// What is the same on every machine and with every compiler, one line per scenario and iteration.
std::string digestLines();

} // namespace soak
