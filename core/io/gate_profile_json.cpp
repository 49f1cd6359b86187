// SPDX-License-Identifier: GPL-3.0-or-later
// Gate profiles (DOMAIN 2.5).
#include "core/io/config_reader.h"
#include "core/io/json_keys.h"
#include "core/io/json_writer.h"
#include "core/io/run_files.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <limits>
#include <set>

namespace soak
{

namespace
{

using Json = nlohmann::json;

std::optional<GateSeverity> severityFromText(const std::string& text)
{
    for (const GateSeverity severity : {GateSeverity::Hard, GateSeverity::Soft}) {
        if (keyOf(severity) == text) {
            return severity;
        }
    }
    return std::nullopt;
}

Result<GateSpec> gateFromJson(ObjectReader in, const std::string& file)
{
    GateSpec gate;
    gate.id = in.text(Key::id).value_or("");
    gate.metric = in.text(Key::metric).value_or("");
    gate.unit = in.text(Key::unit).value_or("");
    const std::string aggregateWord = in.text(Key::aggregate).value_or("mean");
    const std::string opWord = in.text(Key::op).value_or("");
    const std::string severityWord = in.text(Key::severity).value_or("hard");
    const std::optional<Aggregate> aggregate = aggregateFromText(aggregateWord);
    const std::optional<GateOp> op = gateOpFromKey(opWord);
    const std::optional<GateSeverity> severity = severityFromText(severityWord);
    const std::optional<double> threshold = in.number(Key::threshold);
    in.finish();

    const auto refuse = [&](std::string why) {
        return Error{Errc::BadInput, "gate `" + gate.id + "`: " + std::move(why), file};
    };
    if (gate.id.empty() || gate.metric.empty()) {
        return refuse("a gate needs `id` and `metric`");
    }
    if (!aggregate) {
        return refuse("no aggregate is called `" + aggregateWord + "`");
    }
    if (!op) {
        return refuse("op is `" + opWord + "`, not >=, <=, > or <");
    }
    if (!severity) {
        return refuse("severity is `" + severityWord + "`, not hard or soft");
    }
    if (!threshold) {
        return refuse("a gate needs a number as `threshold`");
    }
    gate.aggregate = *aggregate;
    gate.op = *op;
    gate.severity = *severity;
    gate.threshold = *threshold;
    return gate;
}

Status readGates(const Json* list, FindingSink& sink, ObjectReader::Extras& extras,
                 GateProfile& profile)
{
    const std::string& file = sink.file();
    if (list == nullptr || list->empty()) {
        return Error{Errc::BadInput, "a gate profile needs `gates`", file};
    }
    std::set<std::string> ids;
    for (const Json& entry : *list) {
        ObjectReader in(entry, {std::string(Key::gates)}, sink, &extras);
        SOAK_TRY(GateSpec gate, gateFromJson(in, file));
        if (!ids.insert(gate.id).second) {
            return Error{Errc::BadInput, "two gates are called `" + gate.id + "`", file};
        }
        profile.gates.push_back(std::move(gate));
    }
    return Done{};
}

} // namespace

std::string gateProfileText(const GateProfile& profile)
{
    Json out = Json::object();
    out[Key::name] = profile.name;
    out[Key::description] = profile.description;
    out[Key::window] = profile.window;
    out[Key::gates] = Json::array();
    for (const GateSpec& gate : profile.gates) {
        Json row = Json::object();
        row[Key::id] = gate.id;
        row[Key::metric] = gate.metric;
        row[Key::aggregate] = aggregateText(gate.aggregate);
        row[Key::op] = keyOf(gate.op);
        row[Key::threshold] = amountJson(gate.threshold);
        row[Key::severity] = keyOf(gate.severity);
        row[Key::unit] = gate.unit;
        out[Key::gates].push_back(std::move(row));
    }
    return fileText(out);
}

Result<GateProfile> parseGateProfile(std::string_view text, std::string_view file)
{
    SOAK_TRY(const Json tree, parseConfig(text, file));
    std::vector<Finding> findings;
    FindingSink sink(file, std::nullopt, findings);
    ObjectReader::Extras extras;
    ObjectReader in(tree, {}, sink, &extras);
    GateProfile profile;
    profile.name = in.text(Key::name).value_or(std::filesystem::path(file).stem().string());
    profile.description = in.text(Key::description).value_or("");
    const std::int64_t window = in.integer(Key::window).value_or(kDefaultWindow);
    const Status gates = readGates(in.array(Key::gates), sink, extras, profile);
    in.finish();
    SOAK_CHECK(refuseFindings(findings, file));
    SOAK_CHECK(gates);
    SOAK_CHECK(refuseExtras(extras, file));
    if (window < 0 || window > std::numeric_limits<int>::max()) {
        return Error{Errc::BadInput, "window is " + std::to_string(window), std::string(file)};
    }
    profile.window = static_cast<int>(window);
    return profile;
}

} // namespace soak
