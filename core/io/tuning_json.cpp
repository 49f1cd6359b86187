// SPDX-License-Identifier: GPL-3.0-or-later
// The writing half; tuning_reader.cpp has the reading one.
#include "core/io/tuning_json.h"

#include "core/io/json_keys.h"
#include "core/io/json_writer.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

template <typename T>
Json orNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json boundedJson(const std::map<std::string, BoundedChange, std::less<>>& bounded)
{
    Json out = Json::object();
    for (const auto& [name, change] : bounded) {
        Json& row = out[name];
        row[Key::boundedOld] = amountJson(change.oldValue);
        row[Key::boundedDelta] = amountJson(change.delta);
        row[Key::boundedRequested] = amountJson(change.requested);
        row[Key::boundedNew] = amountJson(change.newValue);
        row[Key::bound] = change.bound == Bound::None    ? Json(nullptr)
                          : change.bound == Bound::Floor ? Json("floor")
                                                         : Json("cap");
    }
    return out;
}

Json guardsJson(const GuardStatus& guards)
{
    Json out = Json::object();
    out[Key::oscillation] = debounceJson(guards.oscillation);
    out[Key::latencyHard] = debounceJson(guards.latencyHard);
    out[Key::partialFreeze] = partialFreezeJson(guards.partialFreeze);
    out[Key::action] = guards.action;
    out[Key::reason] = guards.reason;
    out[Key::clockMs] = amountJson(guards.clock.count());
    out[Key::frozenUntilIter] = orNull(guards.frozenUntilIter);
    out[Key::rescueBlocked] = guards.rescueBlocked;
    return out;
}

} // namespace

Json deltasJson(const Deltas& deltas)
{
    Json out = Json::object();
    for (const auto& [name, delta] : deltas) {
        out[name] = amountJson(delta.amount);
    }
    return out;
}

Json skipReasonJson(const TuningStep& step)
{
    if (!step.hasSkipObject) {
        return "";
    }
    const SkipReason& skip = step.skip;
    Json out = Json::object();
    out[Key::cooldown] = skip.cooldown;
    out[Key::velocity] = skip.velocity;
    out[Key::oscillation] = skip.oscillation;
    out[Key::freeze] = skip.freeze;
    out[Key::noOp] = skip.noOp;
    out[Key::partialFreeze] = skip.partialFreeze;
    out[Key::lateIteration] = skip.lateIteration;
    out[Key::duplicate] = skip.duplicate;
    out[Key::noDeltas] = skip.noDeltas;
    out[Key::microSteps] = skip.microSteps;
    out[Key::atBound] = skip.atBound;
    out[Key::disabled] = skip.disabled;
    out[Key::note] = skip.note;
    return out;
}

Json droppedJson(const TuningStep& step)
{
    Json out = Json::object();
    if (step.dropped) {
        for (const auto& [name, reason] : *step.dropped) {
            out[name] = keyOf(reason);
        }
    }
    return out;
}

Json debounceJson(const DebounceStatus& status)
{
    Json out = Json::object();
    out[Key::active] = status.active;
    out[Key::raw] = status.raw;
    out[Key::rawSinceMs] = amountJson(status.rawSince.count());
    return out;
}

Json partialFreezeJson(const PartialFreezeStatus& status)
{
    Json out = Json::object();
    out[Key::active] = status.active;
    out[Key::subsystems] = status.subsystems;
    out[Key::reason] = status.reason;
    out[Key::sinceMs] = amountJson(status.since.count());
    out[Key::remainingMinMs] = amountJson(status.remainingMin.count());
    return out;
}

Json tuningJson(const TuningStep& step)
{
    Json out = Json::object();
    if (step.hasProposal) {
        const Json proposed = deltasJson(step.proposed);
        for (const auto key : {Key::proposedDeltas, Key::suggestedDeltas, Key::deltas}) {
            out[key] = proposed;
        }
    }
    out[Key::rationale] = step.rationale;
    out[Key::reasons] = step.reasons;
    out[Key::applied] = step.applied;
    out[Key::changedKeys] = step.changedKeys;
    out[Key::skipReason] = skipReasonJson(step);
    out[Key::stateHash] = orNull(step.stateHash);
    out[Key::oldHash] = orNull(step.oldHash);
    out[Key::signature] = orNull(step.signature);
    out[Key::oscillationDetected] = step.oscillationDetected;
    out[Key::velocityViolation] = step.velocityViolation;
    out[Key::cooldownActive] = step.cooldownActive;
    out[Key::freezeTriggered] = step.freezeTriggered;
    out[Key::freezeReason] = step.freezeReason;
    if (step.baselineHash) {
        out[Key::baselineHash] = *step.baselineHash;
    }
    if (step.appliedDeltas) {
        out[Key::appliedDeltas] = deltasJson(*step.appliedDeltas);
    }
    if (!step.bounded.empty()) {
        out[Key::bounded] = boundedJson(step.bounded);
    }
    if (step.dropped) {
        out[Key::dropped] = droppedJson(step);
    }
    if (step.guards) {
        out[Key::guards] = guardsJson(*step.guards);
    }
    for (const auto& [metric, change] : step.expected) {
        out[Key::expectedEffect][std::string(specOf(metric).key)] = amountJson(change);
    }
    return out;
}

} // namespace soak
