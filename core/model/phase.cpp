// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/phase.h"

#include "core/model/key_table.h"

namespace soak
{

namespace
{

constexpr std::array kKeys{
    KeyRow{Phase::Warmup, "WARMUP"},
    KeyRow{Phase::Rampdown, "RAMPDOWN"},
    KeyRow{Phase::Steady, "STEADY"},
};

} // namespace

std::string_view keyOf(Phase phase)
{
    return keyIn(kKeys, phase);
}

std::optional<Phase> phaseFromKey(std::string_view key)
{
    return valueIn(kKeys, key);
}

Phase phaseOf(const PhasePlan& plan, int iteration)
{
    if (!plan.enabled) {
        return Phase::Steady;
    }
    if (iteration <= plan.warmupIterations) {
        return Phase::Warmup;
    }
    // The difference, so that numbers near the end of int cannot overflow.
    return iteration - plan.warmupIterations <= plan.rampdownIterations ? Phase::Rampdown
                                                                        : Phase::Steady;
}

} // namespace soak
