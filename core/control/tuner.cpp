// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/tuner.h"

#include <algorithm>
#include <array>

namespace soak
{

namespace
{
struct Tuner {
    std::string_view name;
    Proposal (*propose)(const TunerInput&);
};

constexpr std::array kTuners{Tuner{"micro", proposeMicro}, Tuner{"driver", proposeDriver},
                             Tuner{"rules+", proposeRulesPlus}, Tuner{"model", proposeModel}};

const Tuner* findTuner(std::string_view name)
{
    const auto* const found = std::find_if(kTuners.begin(), kTuners.end(),
                                           [&](const Tuner& tuner) { return tuner.name == name; });
    return found == kTuners.end() ? nullptr : &*found;
}

bool hasAnyMetric(const IterationSummary& summary)
{
    return std::any_of(summary.metrics.begin(), summary.metrics.end(),
                       [](const auto& value) { return value.has_value(); });
}
} // namespace

bool isKnownTuner(std::string_view name)
{
    return findTuner(name) != nullptr;
}

Proposal propose(std::string_view name, const TunerInput& input)
{
    const Tuner* tuner = findTuner(name);
    SOAK_ASSERT(tuner != nullptr);
    if (!hasAnyMetric(input.summary)) {
        return {.deltas = {}, .reasons = {"NO_DATA failed iteration"}, .conflicts = {}};
    }
    return tuner->propose(input);
}

} // namespace soak
