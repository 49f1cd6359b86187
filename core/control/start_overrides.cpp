// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/start_overrides.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{
constexpr std::string_view kDefaultProfile = "best_cell";

std::string limitText(double value)
{
    return std::isfinite(value) ? jsonNumber(value) : "any";
}

bool isPrefix(const JsonPath& shorter, const JsonPath& longer)
{
    return shorter.size() < longer.size() &&
           std::equal(shorter.begin(), shorter.end(), longer.begin());
}

// Deep for objects, replacing for everything else: a leaf gives way to an object of its name, and
// an object to a leaf, except that an empty object adds nothing to a filled one.
void mergeExtra(std::map<JsonPath, std::string>& extras, const JsonPath& path,
                const std::string& text)
{
    const auto isBelow = [&](const auto& entry) { return isPrefix(path, entry.first); };
    if (text == "{}" && std::any_of(extras.begin(), extras.end(), isBelow)) {
        return;
    }
    std::erase_if(extras, [&](const auto& entry) {
        return isPrefix(path, entry.first) || isPrefix(entry.first, path);
    });
    extras.insert_or_assign(path, text);
}

void merge(StartOverrides& start, const Overrides& layer, const std::string& source)
{
    for (const auto& [name, value] : layer.values) {
        start.overrides.values.insert_or_assign(name, value);
        start.sources.insert_or_assign(name, source);
    }
    for (const auto& [path, text] : layer.extras) {
        mergeExtra(start.overrides.extras, path, text);
    }
}

void mergePreset(StartOverrides& start, const Preset& preset, const ParameterRegistry& registry)
{
    start.overrides = applyPreset(start.overrides, preset, registry, start.findings);
    for (const PresetChange& change : preset.changes) {
        if (start.overrides.values.contains(change.parameter)) {
            start.sources.insert_or_assign(change.parameter, "preset:" + preset.name);
        }
    }
}

const ParameterSpec* findSetting(const ParameterRegistry& registry, const std::string& key)
{
    const ParameterSpec* byName = registry.find(key);
    return byName != nullptr ? byName : registry.findByPath(split(key, '.'));
}

void roundIntegers(StartOverrides& start, const ParameterRegistry& registry,
                   const std::string& fileLabel)
{
    for (auto& [name, value] : start.overrides.values) {
        const ParameterSpec* spec = registry.find(name);
        if (spec == nullptr || !spec->isInteger) {
            continue;
        }
        const double rounded = roundedForType(*spec, value.amount);
        if (rounded != value.amount) {
            start.findings.push_back({.kind = FindingKind::WrongType,
                                      .severity = Severity::Warning,
                                      .file = start.sources[name] == "file" ? fileLabel : "",
                                      .iteration = std::nullopt,
                                      .field = name,
                                      .text = jsonNumber(value.amount) +
                                              " for a whole number, rounded to " +
                                              jsonNumber(rounded)});
            value.amount = rounded;
        }
    }
}

Status checkSafe(const StartOverrides& start, const ParameterRegistry& registry)
{
    for (const auto& [name, value] : start.overrides.values) {
        const ParameterSpec* spec = registry.find(name);
        if (spec != nullptr && !isWithinSafe(*spec, value.amount)) {
            const auto source = start.sources.find(name);
            return Error{Errc::BadInput,
                         jsonNumber(value.amount) + " (from " +
                             (source == start.sources.end() ? "file" : source->second) +
                             ") is outside the safe limits " + limitText(spec->safe.low) + " to " +
                             limitText(spec->safe.high),
                         name};
        }
    }
    return Done{};
}
} // namespace

Result<StartOverrides> startOverrides(const StartInputs& inputs, const ParameterRegistry& registry)
{
    StartOverrides start;
    if (inputs.red) {
        merge(start, *inputs.red, "red");
    } else {
        const Profile* builtin = findBuiltinProfile(kDefaultProfile);
        SOAK_ASSERT(builtin != nullptr);
        merge(start, builtin->overrides, "default");
    }
    if (inputs.file && !inputs.red) {
        merge(start, *inputs.file, "file");
    }
    if (inputs.profile != nullptr) {
        merge(start, inputs.profile->overrides, "profile:" + inputs.profile->name);
    }
    if (inputs.preset != nullptr) {
        mergePreset(start, *inputs.preset, registry);
    }
    if (inputs.environment) {
        merge(start, *inputs.environment, "env");
    }
    for (const auto& [key, value] : inputs.settings) {
        const ParameterSpec* spec = findSetting(registry, key);
        if (spec == nullptr) {
            return Error{Errc::Usage, "no such parameter; `soak config` lists them", key};
        }
        start.overrides.values.insert_or_assign(spec->name, ParamValue{value});
        start.sources.insert_or_assign(spec->name, "cli");
    }
    roundIntegers(start, registry, inputs.fileLabel);
    SOAK_CHECK(checkSafe(start, registry));
    return start;
}

} // namespace soak
