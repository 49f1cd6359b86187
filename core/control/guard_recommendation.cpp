// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/guard_recommendation.h"

#include "core/control/debounce.h"
#include "core/control/guard_signals.h"

#include <algorithm>
#include <set>

namespace soak
{

namespace
{
std::string signalText(bool oscillation, bool latencyHard)
{
    if (oscillation && latencyHard) {
        return "oscillation+latency_hard";
    }
    return oscillation ? "oscillation" : "latency_hard";
}

std::set<std::string> wantedSubsystems(bool oscillation)
{
    std::set<std::string> wanted{std::string(keyOf(Subsystem::Rebid))};
    if (oscillation) {
        wanted.insert(std::string(keyOf(Subsystem::RescueTaker)));
    }
    return wanted;
}

void decide(GuardEvaluation& result)
{
    const bool oscillation = result.oscillation.active;
    const bool latencyHard = result.latencyHard.active;
    const bool wasFrozen = result.freeze.any();
    if (oscillation || latencyHard) {
        const std::set<std::string> wanted = wantedSubsystems(oscillation);
        const auto isFrozen = [&](const std::string& s) { return result.freeze.isFrozen(s); };
        const bool covered = std::all_of(wanted.begin(), wanted.end(), isFrozen);
        result.reason = signalText(oscillation, latencyHard);
        if (!covered) {
            result.freeze.activate(wanted, result.reason, result.clock);
        }
        result.action = covered     ? "continue_freeze"
                        : wasFrozen ? "extend_freeze"
                                    : "partial_freeze";
    } else if (!wasFrozen) {
        result.action = "none";
    } else if (result.freeze.deactivate(result.clock)) {
        result.action = "clear";
        result.reason = "cleared";
    } else {
        result.action = "continue_freeze";
        result.reason = "min_duration";
    }
}
} // namespace

GuardEvaluation evaluateGuards(std::span<const EngineSample> samples, const TuningState& state)
{
    SOAK_ASSERT(!samples.empty());
    Debounce oscillation(kDebounceOpen, kDebounceClose, state.oscillation);
    Debounce latencyHard(kDebounceOpen, kDebounceClose, state.latencyHard);
    const bool oscillationRaw = oscillationSignal(state.history);
    GuardEvaluation result;
    for (const EngineSample& sample : samples) {
        oscillation.update(oscillationRaw, sample.at);
        latencyHard.update(latencyHardSignal(sample.p95LatencyMs), sample.at);
        result.latencyUnknown = result.latencyUnknown || !sample.p95LatencyMs;
    }
    result.oscillation = oscillation.status();
    result.latencyHard = latencyHard.status();
    result.freeze = PartialFreeze(state.partialFreeze);
    result.clock = samples.back().at;
    decide(result);
    return result;
}

} // namespace soak
