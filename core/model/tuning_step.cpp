// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tuning_step.h"

#include "core/model/hash_mix.h"
#include "core/model/key_table.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::array kDropReasons{
    KeyRow{DropReason::PartialFreeze, "partial_freeze"},
    KeyRow{DropReason::SteadyFreeze, "steady_freeze"},
    KeyRow{DropReason::Velocity, "velocity"},
    KeyRow{DropReason::Cooldown, "cooldown"},
    KeyRow{DropReason::MicroSteps, "micro_steps"},
    KeyRow{DropReason::AtBound, "at_bound"},
    KeyRow{DropReason::UnknownParam, "unknown_param"},
    KeyRow{DropReason::Conflict, "conflict"},
};

constexpr std::array kGuardTypes{
    KeyRow{GuardType::LatencySoft, "latency_soft"}, KeyRow{GuardType::LatencyHard, "latency_hard"},
    KeyRow{GuardType::Oscillation, "oscillation"},  KeyRow{GuardType::Velocity, "velocity"},
    KeyRow{GuardType::Cooldown, "cooldown"},        KeyRow{GuardType::Freeze, "freeze"},
};
static_assert(kGuardTypes.size() == kGuardTypeCount);

// Reason tags of the latency rules (DOMAIN 4.2, rules 5a and 5b).
constexpr std::string_view kSoftLatencyTag = "LATENCY_BUFFER";
constexpr std::string_view kHardLatencyTag = "LATENCY_HARD";

// A foreign step has the reasons joined in `rationale` only.
bool isReasoned(const TuningStep& step, std::string_view tag)
{
    if (step.reasons.empty()) {
        return step.rationale.find(tag) != std::string::npos;
    }
    return std::any_of(step.reasons.begin(), step.reasons.end(), [tag](const std::string& reason) {
        return reason.find(tag) != std::string::npos;
    });
}

bool isDropped(const TuningStep& step, DropReason reason)
{
    return step.dropped &&
           std::any_of(step.dropped->begin(), step.dropped->end(),
                       [reason](const auto& entry) { return entry.second == reason; });
}

bool isCarried(const TuningStep& step, GuardType type)
{
    switch (type) {
    case GuardType::LatencySoft:
        return isReasoned(step, kSoftLatencyTag);
    case GuardType::LatencyHard:
        return isReasoned(step, kHardLatencyTag);
    case GuardType::Oscillation:
        return step.oscillationDetected || step.skip.oscillation;
    case GuardType::Velocity:
        return step.velocityViolation || step.skip.velocity ||
               isDropped(step, DropReason::Velocity);
    case GuardType::Cooldown:
        return step.cooldownActive || step.skip.cooldown || isDropped(step, DropReason::Cooldown);
    case GuardType::Freeze:
        return step.freezeTriggered || step.skip.freeze || step.skip.partialFreeze ||
               isDropped(step, DropReason::PartialFreeze) ||
               isDropped(step, DropReason::SteadyFreeze);
    }
    return false;
}

void addTo(HashMix& mix, const DebounceStatus& status)
{
    mix.addAll(status.active, status.raw, status.rawSince.count());
}

void addTo(HashMix& mix, const GuardStatus& guards)
{
    addTo(mix, guards.oscillation);
    addTo(mix, guards.latencyHard);
    const PartialFreezeStatus& freeze = guards.partialFreeze;
    mix.addAll(freeze.active, freeze.subsystems, freeze.reason, freeze.since.count(),
               freeze.remainingMin.count());
    mix.addAll(guards.action, guards.reason, guards.clock.count(), guards.frozenUntilIter,
               guards.rescueBlocked);
}

void addTo(HashMix& mix, const SkipReason& skip)
{
    mix.addAll(skip.cooldown, skip.velocity, skip.oscillation, skip.freeze, skip.noOp,
               skip.partialFreeze, skip.lateIteration, skip.duplicate, skip.noDeltas,
               skip.microSteps, skip.atBound, skip.disabled, skip.note);
}

void addTo(HashMix& mix, const Deltas& deltas)
{
    mix.add(deltas.size());
    for (const auto& [name, delta] : deltas) {
        mix.addAll(name, delta.amount);
    }
}

} // namespace

std::string_view keyOf(DropReason reason)
{
    return keyIn(kDropReasons, reason);
}

std::optional<DropReason> dropReasonFromKey(std::string_view key)
{
    return valueIn(kDropReasons, key);
}

bool SkipReason::anyFlag() const
{
    return cooldown || velocity || oscillation || freeze || noOp || partialFreeze ||
           lateIteration || duplicate || noDeltas || microSteps || atBound || disabled;
}

std::size_t hashOf(const TuningStep& step)
{
    HashMix mix;
    addTo(mix, step.proposed);
    addTo(mix, step.skip);
    mix.addAll(step.hasProposal, step.rationale, step.reasons, step.applied, step.changedKeys,
               step.hasSkipObject, step.stateHash, step.oldHash, step.baselineHash, step.signature,
               step.oscillationDetected, step.velocityViolation, step.cooldownActive,
               step.freezeTriggered, step.freezeReason);
    mix.addAll(step.appliedDeltas.has_value(), step.bounded.size(), step.dropped,
               step.guards.has_value());
    if (step.appliedDeltas) {
        addTo(mix, *step.appliedDeltas);
    }
    for (const auto& [name, change] : step.bounded) {
        mix.addAll(name, change.oldValue, change.delta, change.requested, change.newValue,
                   change.bound);
    }
    if (step.guards) {
        addTo(mix, *step.guards);
    }
    for (const auto& [metric, change] : step.expected) {
        mix.addAll(metric, change);
    }
    return mix.value();
}

std::string_view keyOf(GuardType type)
{
    return keyIn(kGuardTypes, type);
}

std::vector<GuardType> guardTypesOf(const TuningStep& step)
{
    std::vector<GuardType> types;
    for (const KeyRow<GuardType>& row : kGuardTypes) {
        if (isCarried(step, row.value)) {
            types.push_back(row.value);
        }
    }
    return types;
}

} // namespace soak
