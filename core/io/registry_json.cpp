// SPDX-License-Identifier: GPL-3.0-or-later
// Registry files: members of DOMAIN 3 overridden per parameter.
//   {"parameters": {"tail_age_ms": {"default": 650, "apply": [500, 900]}}}
// Members: integer, unit, default, safe, safe_low_is_open, apply, subsystem, path, aliases,
// tunable. A range is [low, high], null = no limit. A new parameter needs `safe`, and gets the path
// {its name} unless told.
#include "core/base/text.h"
#include "core/io/config_reader.h"
#include "core/io/json_keys.h"
#include "core/io/run_files.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr double kNoLimit = std::numeric_limits<double>::infinity();

std::optional<Subsystem> subsystemFromText(const std::string& text)
{
    for (const Subsystem subsystem : {Subsystem::Edge, Subsystem::Rebid, Subsystem::RescueTaker,
                                      Subsystem::TunerConfig, Subsystem::Market}) {
        if (keyOf(subsystem) == text) {
            return subsystem;
        }
    }
    return std::nullopt;
}

std::optional<double> limitOf(const Json& value, double whenNull)
{
    return value.is_null() ? std::optional<double>(whenNull) : numberOf(value);
}

std::optional<ParamRange> rangeOf(ObjectReader& in, std::string_view key)
{
    const Json* list = in.array(key);
    if (list == nullptr) {
        return std::nullopt;
    }
    const bool isPair = list->size() == 2;
    const std::optional<double> low = isPair ? limitOf(list->front(), -kNoLimit) : std::nullopt;
    const std::optional<double> high = isPair ? limitOf(list->back(), kNoLimit) : std::nullopt;
    if (!low || !high) {
        in.wrongType(key, "[low, high]");
        return std::nullopt;
    }
    return ParamRange{*low, *high};
}

void readPaths(ObjectReader& in, ParameterSpec& spec)
{
    if (const std::optional<std::string> path = in.text(Key::path)) {
        spec.canonicalPath = split(*path, '.');
    }
    if (in.array(Key::aliases) != nullptr) {
        spec.aliases.clear();
        for (const std::string& alias : in.texts(Key::aliases)) {
            spec.aliases.push_back(split(alias, '.'));
        }
    }
}

void readSpec(ObjectReader in, ParameterSpec& spec)
{
    spec.isInteger = in.flag(Key::integer).value_or(spec.isInteger);
    spec.unit = in.text(Key::unit).value_or(spec.unit);
    spec.safeLowIsOpen = in.flag(Key::safeLowIsOpen).value_or(spec.safeLowIsOpen);
    spec.isTunable = in.flag(Key::tunable).value_or(spec.isTunable);
    spec.safe = rangeOf(in, Key::safe).value_or(spec.safe);
    if (in.has(Key::apply)) {
        spec.apply = rangeOf(in, Key::apply); // null: as wide as safe
    }
    if (in.has(Key::defaultValue)) {
        spec.defaultValue = in.number(Key::defaultValue);
    }
    if (const std::optional<std::string> word = in.text(Key::subsystem)) {
        const std::optional<Subsystem> subsystem = subsystemFromText(*word);
        if (!subsystem) {
            in.wrongType(Key::subsystem, "edge, rebid, rescue_taker, tuner or market");
        }
        spec.subsystem = subsystem.value_or(spec.subsystem);
    }
    readPaths(in, spec);
    in.finish();
}

} // namespace

Result<ParameterRegistry> parseRegistry(std::string_view text, std::string_view file)
{
    SOAK_TRY(const Json tree, parseConfig(text, file));
    std::vector<Finding> findings;
    FindingSink sink(file, std::nullopt, findings);
    ObjectReader::Extras extras;
    ObjectReader in(tree, {}, sink, &extras);
    const Json* parameters = in.object(Key::parameters);
    in.finish();
    if (parameters == nullptr) {
        return Error{Errc::BadInput, "a registry needs `parameters`", std::string(file)};
    }
    const auto builtin = ParameterRegistry::builtin().specs();
    std::vector<ParameterSpec> specs(builtin.begin(), builtin.end());
    for (const auto& [name, members] : parameters->items()) {
        auto found =
            std::find_if(specs.begin(), specs.end(), [&wanted = name](const ParameterSpec& spec) {
                return spec.name == wanted;
            });
        if (found == specs.end()) {
            if (!members.is_object() || !members.contains(Key::safe)) {
                return Error{Errc::BadInput, "the new parameter " + name + " needs `safe`",
                             std::string(file)};
            }
            found = specs.insert(specs.end(), ParameterSpec{});
            found->name = name;
            found->canonicalPath = {name};
        }
        if (!members.is_object()) {
            return Error{Errc::BadInput, name + " is no object", std::string(file)};
        }
        readSpec(ObjectReader(members, {name}, sink, &extras), *found);
    }
    SOAK_CHECK(refuseFindings(findings, file));
    SOAK_CHECK(refuseExtras(extras, file));
    auto registry = ParameterRegistry::create(std::move(specs));
    if (!registry) {
        return Error{registry.error().code, describe(registry.error()), std::string(file)};
    }
    return registry;
}

} // namespace soak
