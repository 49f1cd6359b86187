// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/replay_offer.h"

namespace soak
{

bool isReplay(const SoakRun& run)
{
    return run.info && run.info->engine == "replay";
}

ReplayOffer replayOffer(const SoakRun& run, int iteration)
{
    ReplayOffer offer;
    offer.at = iteration + 1;
    const auto row = run.table.rowOf(iteration);
    const TuningStep* step = row ? run.tuning.at(*row) : nullptr;
    if (step != nullptr && step->applied && run.table.rowOf(offer.at)) {
        offer.parameters = step->changedKeys;
    }
    if (!run.info || run.info->engine != "sim") {
        offer.refusal = ReplayRefusal::NotSimulated;
    } else if (run.chain != ChainState::Intact || !run.gaps.empty() || !run.unreadable.empty()) {
        offer.refusal = ReplayRefusal::NotWhole;
    } else if (offer.parameters.empty()) {
        offer.refusal = ReplayRefusal::NothingApplied;
    }
    return offer;
}

} // namespace soak
