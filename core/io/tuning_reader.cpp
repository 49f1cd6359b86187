// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/io/json_keys.h"
#include "core/io/tuning_json.h"

#include <nlohmann/json.hpp>

#include <array>
#include <limits>

namespace soak
{

namespace
{

using Json = nlohmann::json;

struct SkipFlag {
    std::string_view key;
    bool SkipReason::*flag;
};

constexpr std::array kSkipFlags{
    SkipFlag{Key::cooldown, &SkipReason::cooldown},
    SkipFlag{Key::velocity, &SkipReason::velocity},
    SkipFlag{Key::oscillation, &SkipReason::oscillation},
    SkipFlag{Key::freeze, &SkipReason::freeze},
    SkipFlag{Key::noOp, &SkipReason::noOp},
    SkipFlag{Key::partialFreeze, &SkipReason::partialFreeze},
    SkipFlag{Key::lateIteration, &SkipReason::lateIteration},
    SkipFlag{Key::duplicate, &SkipReason::duplicate},
    SkipFlag{Key::noDeltas, &SkipReason::noDeltas},
    SkipFlag{Key::microSteps, &SkipReason::microSteps},
    SkipFlag{Key::atBound, &SkipReason::atBound},
    SkipFlag{Key::disabled, &SkipReason::disabled},
};

// Words of older writers (DOMAIN 4.9); `no_runtime_path` names no guard.
struct LegacyWord {
    std::string_view word;
    bool SkipReason::*flag;
};

constexpr std::array kLegacyWords{
    LegacyWord{"final_iteration", &SkipReason::lateIteration},
    LegacyWord{"same_signature", &SkipReason::duplicate},
    LegacyWord{"already_applied", &SkipReason::duplicate},
    LegacyWord{"all_params_frozen", &SkipReason::freeze},
    LegacyWord{"all_deltas_frozen_by_guards", &SkipReason::partialFreeze},
    LegacyWord{"all_deltas_zero_hit_bounds", &SkipReason::atBound},
    LegacyWord{"all_keys_on_cooldown", &SkipReason::cooldown},
};

constexpr std::string_view kFrozenByGuards = "all_deltas_frozen_by_guards";

void addWord(SkipReason& skip, const std::string& word)
{
    for (const SkipFlag& row : kSkipFlags) {
        if (row.key == word) {
            skip.*row.flag = true;
        }
    }
    for (const LegacyWord& row : kLegacyWords) {
        if (row.word == word) {
            skip.*row.flag = true;
        }
    }
    if (word == kFrozenByGuards) {
        skip.freeze = true; // DOMAIN 5.3: both
    }
    skip.note += (skip.note.empty() ? "" : ", ") + word;
}

void readSkipWords(ObjectReader& in, const Json& value, TuningStep& step)
{
    for (const Json& word : value.is_array() ? value : Json::array({value})) {
        if (word.is_string()) {
            addWord(step.skip, word.get<std::string>());
        } else {
            in.wrongType(Key::skipReason, "a string, a list of strings or an object");
        }
    }
    in.finding(FindingKind::LegacyForm, Severity::Info, Key::skipReason,
               "an older form: " + step.skip.note);
}

void readSkipReason(ObjectReader& in, TuningStep& step)
{
    const Json* value = in.find(Key::skipReason);
    if (value == nullptr || (value->is_string() && value->get_ref<const std::string&>().empty()) ||
        (value->is_array() && value->empty())) {
        return;
    }
    if (value->is_string() || value->is_array()) {
        step.hasSkipObject = true;
        readSkipWords(in, *value, step);
        return;
    }
    if (in.object(Key::skipReason) == nullptr) {
        return;
    }
    step.hasSkipObject = true;
    ObjectReader skip = in.inside(Key::skipReason);
    for (const SkipFlag& row : kSkipFlags) {
        step.skip.*row.flag = skip.flag(row.key).value_or(false);
    }
    step.skip.note = skip.text(Key::note).value_or("");
    skip.finish();
}

// DOMAIN 6.1: the first key that exists, even when it holds {}.
void readProposal(ObjectReader& in, TuningStep& step)
{
    for (const auto key : {Key::proposedDeltas, Key::suggestedDeltas, Key::deltas}) {
        if (in.find(key) != nullptr && !step.hasProposal) {
            step.hasProposal = true;
            step.proposed = deltasFromJson(in, key);
        }
    }
}

Bound boundFrom(ObjectReader& in)
{
    const std::optional<std::string> text = in.text(Key::bound);
    if (text && *text != "floor" && *text != "cap") {
        in.wrongType(Key::bound, "floor, cap or null");
    }
    return text == "floor" ? Bound::Floor : text == "cap" ? Bound::Cap : Bound::None;
}

void readBounded(ObjectReader& in, TuningStep& step)
{
    const Json* bounded = in.object(Key::bounded);
    if (bounded == nullptr) {
        return;
    }
    ObjectReader rows = in.inside(Key::bounded);
    for (const auto& [name, value] : bounded->items()) {
        ObjectReader row = rows.inside(name);
        BoundedChange change;
        change.oldValue = row.number(Key::boundedOld).value_or(0);
        change.delta = row.number(Key::boundedDelta).value_or(0);
        change.requested = row.number(Key::boundedRequested).value_or(0);
        change.newValue = row.number(Key::boundedNew).value_or(0);
        change.bound = boundFrom(row);
        row.finish();
        step.bounded.emplace(name, change);
    }
}

void readDropped(ObjectReader& in, TuningStep& step)
{
    const Json* dropped = in.object(Key::dropped);
    if (dropped == nullptr) {
        return;
    }
    step.dropped.emplace();
    ObjectReader rows = in.inside(Key::dropped);
    for (const auto& [name, value] : dropped->items()) {
        const std::optional<std::string> word = rows.text(name);
        const std::optional<DropReason> reason = word ? dropReasonFromKey(*word) : std::nullopt;
        if (reason) {
            step.dropped->emplace(name, *reason);
        } else if (word) {
            rows.wrongType(name, "a reason of dropping");
        }
    }
}

std::optional<int> iterationNumber(ObjectReader& in, std::string_view key)
{
    const std::optional<std::int64_t> value = in.integer(key);
    if (!value || *value < 0 || *value > std::numeric_limits<int>::max()) {
        return std::nullopt;
    }
    return static_cast<int>(*value);
}

void readGuards(ObjectReader& in, TuningStep& step)
{
    if (in.object(Key::guards) == nullptr) {
        return;
    }
    ObjectReader guards = in.inside(Key::guards);
    GuardStatus& status = step.guards.emplace();
    status.oscillation = debounceFromJson(guards.inside(Key::oscillation));
    status.latencyHard = debounceFromJson(guards.inside(Key::latencyHard));
    status.partialFreeze = partialFreezeFromJson(guards.inside(Key::partialFreeze));
    status.action = guards.text(Key::action).value_or("");
    status.reason = guards.text(Key::reason).value_or("");
    status.clock = Millis(guards.number(Key::clockMs).value_or(0));
    status.frozenUntilIter = iterationNumber(guards, Key::frozenUntilIter);
    status.rescueBlocked = guards.flag(Key::rescueBlocked).value_or(false);
    guards.finish();
}

void readExpected(ObjectReader& in, TuningStep& step)
{
    const Json* expected = in.object(Key::expectedEffect);
    if (expected == nullptr) {
        return;
    }
    ObjectReader rows = in.inside(Key::expectedEffect);
    for (const auto& [name, value] : expected->items()) {
        const std::optional<Metric> metric = metricFromKey(name);
        const std::optional<double> change = metric ? rows.number(name) : std::nullopt;
        if (change) {
            step.expected.emplace(*metric, *change);
        }
    }
    rows.finish();
}

} // namespace

Deltas deltasFromJson(ObjectReader& in, std::string_view key)
{
    Deltas deltas;
    const Json* object = in.object(key);
    if (object == nullptr) {
        return deltas;
    }
    ObjectReader members = in.inside(key);
    for (const auto& [name, value] : object->items()) {
        if (const std::optional<double> amount = members.number(name)) {
            deltas.emplace(name, ParamDelta{*amount});
        }
    }
    return deltas;
}

DebounceStatus debounceFromJson(ObjectReader in)
{
    DebounceStatus status;
    status.active = in.flag(Key::active).value_or(false);
    status.raw = in.flag(Key::raw).value_or(false);
    status.rawSince = Millis(in.number(Key::rawSinceMs).value_or(0));
    in.finish();
    return status;
}

PartialFreezeStatus partialFreezeFromJson(ObjectReader in)
{
    PartialFreezeStatus status;
    status.active = in.flag(Key::active).value_or(false);
    status.subsystems = in.texts(Key::subsystems);
    status.reason = in.text(Key::reason).value_or("");
    status.since = Millis(in.number(Key::sinceMs).value_or(0));
    status.remainingMin = Millis(in.number(Key::remainingMinMs).value_or(0));
    in.finish();
    return status;
}

std::vector<std::string> unknownParameters(const TuningStep& step,
                                           const ParameterRegistry& registry)
{
    std::vector<std::string> names;
    for (const auto& [name, delta] : step.proposed) {
        if (registry.find(name) == nullptr && registry.findByPath({name}) == nullptr) {
            names.push_back(name);
        }
    }
    return names;
}

TuningStep tuningFromJson(ObjectReader& in)
{
    TuningStep step;
    readProposal(in, step);
    readSkipReason(in, step);
    readBounded(in, step);
    readDropped(in, step);
    readGuards(in, step);
    readExpected(in, step);
    step.rationale = in.text(Key::rationale).value_or("");
    step.reasons = in.texts(Key::reasons);
    step.applied = in.flag(Key::applied).value_or(false);
    step.changedKeys = in.texts(Key::changedKeys);
    step.stateHash = in.text(Key::stateHash);
    step.oldHash = in.text(Key::oldHash);
    step.baselineHash = in.text(Key::baselineHash);
    step.signature = in.text(Key::signature);
    step.oscillationDetected = in.flag(Key::oscillationDetected).value_or(false);
    step.velocityViolation = in.flag(Key::velocityViolation).value_or(false);
    step.cooldownActive = in.flag(Key::cooldownActive).value_or(false);
    step.freezeTriggered = in.flag(Key::freezeTriggered).value_or(false);
    step.freezeReason = in.text(Key::freezeReason).value_or("");
    if (in.object(Key::appliedDeltas) != nullptr) {
        step.appliedDeltas = deltasFromJson(in, Key::appliedDeltas);
    }
    return step;
}

} // namespace soak
