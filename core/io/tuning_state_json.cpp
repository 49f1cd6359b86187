// SPDX-License-Identifier: GPL-3.0-or-later
// TUNING_STATE.json (DOMAIN 1.9).
#include "core/io/artifacts.h"
#include "core/io/json_keys.h"
#include "core/io/json_reader.h"
#include "core/io/json_writer.h"
#include "core/io/model_state_json.h"
#include "core/io/run_files.h"
#include "core/io/tuning_json.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace soak
{

namespace
{

using Json = nlohmann::json;

std::optional<int> iterationIn(ObjectReader& in, std::string_view key)
{
    const std::optional<std::int64_t> value = in.integer(key);
    if (value && (*value < 0 || *value > std::numeric_limits<int>::max())) {
        in.wrongType(key, "an iteration");
        return std::nullopt;
    }
    return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
}

std::map<std::string, int> iterationsByName(ObjectReader& in, std::string_view key)
{
    std::map<std::string, int> out;
    const Json* object = in.object(key);
    if (object == nullptr) {
        return out;
    }
    ObjectReader members = in.inside(key);
    for (const auto& [name, value] : object->items()) {
        if (const std::optional<int> iteration = iterationIn(members, name)) {
            out.emplace(name, *iteration);
        }
    }
    return out;
}

Json historyJson(const std::vector<AppliedEntry>& history)
{
    Json out = Json::array();
    for (const AppliedEntry& entry : history) {
        Json row = Json::object();
        row[Key::iteration] = entry.iteration;
        row[Key::applyId] = entry.applyId;
        row[Key::appliedDeltas] = deltasJson(entry.appliedDeltas);
        row[Key::stateHash] = entry.stateHash;
        row[Key::baselineHash] = entry.baselineHash;
        out.push_back(std::move(row));
    }
    return out;
}

std::vector<AppliedEntry> historyFromJson(ObjectReader& in)
{
    std::vector<AppliedEntry> history;
    const Json* list = in.array(Key::appliedHistory);
    for (const Json& element : list != nullptr ? *list : Json::array()) {
        ObjectReader row(element, {std::string(Key::appliedHistory)}, in.sink());
        AppliedEntry entry;
        entry.iteration = iterationIn(row, Key::iteration).value_or(0);
        entry.applyId = row.text(Key::applyId).value_or("");
        entry.appliedDeltas = deltasFromJson(row, Key::appliedDeltas);
        entry.stateHash = row.text(Key::stateHash).value_or("");
        entry.baselineHash = row.text(Key::baselineHash).value_or("");
        history.push_back(std::move(entry));
    }
    return history;
}

Json orNull(const std::optional<int>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

} // namespace

std::string tuningStateText(const TuningState& state)
{
    Json out = Json::object();
    out[Key::schemaVersion] = kSummarySchemaVersion;
    out[Key::lastAppliedSignature] = state.lastAppliedSignature;
    out[Key::lastIteration] = state.lastIteration;
    out[Key::frozenUntilIter] = orNull(state.frozenUntilIter);
    out[Key::freezeReason] = state.freezeReason;
    out[Key::frozenParams] = state.frozenParams;
    out[Key::cooldown] = state.cooldown;
    out[Key::lastChanged] = state.lastChanged;
    out[Key::appliedHistory] = historyJson(state.history);
    out[Key::distinctStates] = state.distinctStates;
    out[Key::clockMs] = amountJson(state.clock.count());
    out[Key::partialFreeze] = partialFreezeJson(state.partialFreeze);
    out[Key::debounce][Key::oscillation] = debounceJson(state.oscillation);
    out[Key::debounce][Key::latencyHard] = debounceJson(state.latencyHard);
    out[Key::previousQualifies] = state.previousQualifiesForFreeze;
    out[Key::negativeNetStreak] = state.negativeNetStreak;
    out[Key::lastFallbackIteration] = orNull(state.lastFallbackIteration);
    if (state.model) {
        out[Key::model] = modelStateJson(*state.model);
    }
    insertExtras(out, state.extras);
    return fileText(out);
}

Result<TuningState> parseTuningState(std::string_view text, std::string_view file,
                                     std::vector<Finding>& findings)
{
    FindingSink sink(file, std::nullopt, findings);
    SOAK_TRY(const Json tree, parseJson(text, sink));
    if (!tree.is_object()) {
        return Error{Errc::BadInput, "no JSON object", std::string(file)};
    }
    TuningState state;
    ObjectReader in(tree, {}, sink, &state.extras);
    in.find(Key::schemaVersion);
    state.lastAppliedSignature = in.text(Key::lastAppliedSignature).value_or("");
    state.lastIteration = iterationIn(in, Key::lastIteration).value_or(0);
    state.frozenUntilIter = iterationIn(in, Key::frozenUntilIter);
    state.freezeReason = in.text(Key::freezeReason).value_or("");
    state.frozenParams = in.texts(Key::frozenParams);
    state.cooldown = iterationsByName(in, Key::cooldown);
    state.lastChanged = iterationsByName(in, Key::lastChanged);
    state.history = historyFromJson(in);
    state.distinctStates = in.texts(Key::distinctStates);
    state.clock = Millis(in.number(Key::clockMs).value_or(0));
    state.partialFreeze = partialFreezeFromJson(in.inside(Key::partialFreeze));
    ObjectReader debounce = in.inside(Key::debounce);
    state.oscillation = debounceFromJson(debounce.inside(Key::oscillation));
    state.latencyHard = debounceFromJson(debounce.inside(Key::latencyHard));
    debounce.finish();
    state.previousQualifiesForFreeze = in.flag(Key::previousQualifies).value_or(false);
    state.negativeNetStreak = iterationIn(in, Key::negativeNetStreak).value_or(0);
    state.lastFallbackIteration = iterationIn(in, Key::lastFallbackIteration);
    state.model = modelStateFromJson(in);
    in.finish();
    return state;
}

} // namespace soak
