// SPDX-License-Identifier: GPL-3.0-or-later
// Parameters over the iterations of a run: for charts of steps, and the list to choose them from.
#pragma once

#include "core/analysis/judgement.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

struct ParameterChange {
    int iteration = 0;             // the first with the new value
    std::optional<int> proposedIn; // the iteration whose tuner proposed it; absent: nobody did
    std::optional<double> before;  // absent: not set, or not recorded
    std::optional<double> delta;   // what changed; where values are not recorded, what was proposed
    std::optional<double> after;
    std::optional<ParamStatus> verified; // absent: no pair of iterations checks it
    bool operator==(const ParameterChange&) const = default;
};

struct ParameterSeries {
    std::string name; // as in proposals; of an unknown leaf, its path
    std::string path; // canonical, dotted
    std::string unit;
    // In force during the iteration of each row of the run's table; absent where not set or not
    // recorded.
    std::vector<std::optional<double>> values;
    std::vector<ParameterChange> changes; // in order
    std::optional<ParamRange> safe;       // absent: unknown to the registry. `high` may be infinite
    std::optional<ParamRange> apply;      // what the tuner may move inside
    bool operator==(const ParameterSeries&) const = default;
};

// `parameter` is a name or a dotted path in any spelling. Empty when the run has it nowhere:
// neither in overrides nor in a proposal that was applied.
std::optional<ParameterSeries> parameterSeries(const Judgement& judgement,
                                               std::string_view parameter);

struct ParameterUse {
    std::string name;
    std::string path;
    std::size_t changes = 0;
    bool operator==(const ParameterUse&) const = default;
};

// Every parameter that parameterSeries() gives something for: those that change first, the most
// often changed before; then by path.
std::vector<ParameterUse> parametersOf(const Judgement& judgement);

} // namespace soak
