// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/iteration.h"

#include "core/model/hash_mix.h"

namespace soak
{

std::size_t hashOf(const IterationNotes& notes)
{
    HashMix mix;
    mix.addAll(notes.version, notes.symbol, notes.kpiVerdict, notes.kpiReasons,
               notes.negEdgeDrivers, notes.sentinelAdvice, notes.makerTakerSource, notes.riskSource,
               notes.adverseP95FromMean, notes.slippageP95FromMean, notes.grossImputed, notes.phase,
               notes.failure);
    return mix.value();
}

} // namespace soak
