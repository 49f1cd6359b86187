// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/control/start_overrides.h"

#include <algorithm>

namespace soak
{

namespace
{
double resultOf(const PresetChange& change, double operand)
{
    switch (change.op) {
    case PresetOp::Add:
        return operand + change.value;
    case PresetOp::Multiply:
        return operand * change.value;
    case PresetOp::Set:
        break;
    }
    return change.value;
}

Finding presetFinding(FindingKind kind, const Preset& preset, const PresetChange& change,
                      std::string text)
{
    return {.kind = kind,
            .severity = Severity::Warning,
            .file = "",
            .iteration = std::nullopt,
            .field = change.parameter,
            .text = "preset " + preset.name + ": " + std::move(text)};
}
} // namespace

Overrides applyPreset(const Overrides& base, const Preset& preset,
                      const ParameterRegistry& registry, std::vector<Finding>& findings)
{
    Overrides result = base;
    for (const PresetChange& change : preset.changes) {
        const ParameterSpec* spec = registry.find(change.parameter);
        if (spec == nullptr) {
            findings.push_back(presetFinding(FindingKind::UnknownParameter, preset, change,
                                             "no such parameter, left out"));
            continue;
        }
        const auto operand = valueOrDefault(result, *spec);
        if (!operand && change.op != PresetOp::Set) {
            findings.push_back(presetFinding(FindingKind::UnknownParameter, preset, change,
                                             "has neither a value nor a default, left out"));
            continue;
        }
        const double wanted =
            roundedForType(*spec, resultOf(change, operand ? operand->amount : 0));
        const double limited = std::clamp(wanted, spec->safe.low, spec->safe.high);
        if (!isWithinSafe(*spec, limited)) { // an open limit has no nearest value
            findings.push_back(presetFinding(FindingKind::OutOfSafeLimits, preset, change,
                                             jsonNumber(wanted) + " is not allowed, left out"));
            continue;
        }
        if (limited != wanted) {
            findings.push_back(
                presetFinding(FindingKind::OutOfSafeLimits, preset, change,
                              jsonNumber(wanted) + " limited to " + jsonNumber(limited)));
        }
        result.values.insert_or_assign(spec->name, ParamValue{limited});
    }
    return result;
}

} // namespace soak
