// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/parameter.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace soak
{

namespace
{

constexpr int kRealDecimals = 12; // DOMAIN 4.5

Error badSpec(const ParameterSpec& spec, std::string message)
{
    return {Errc::BadInput, std::move(message), spec.name};
}

bool isEmpty(const ParamRange& range)
{
    return !(range.low <= range.high); // also when one is not a number
}

bool isRoundedForType(const ParameterSpec& spec, const ParamRange& range)
{
    const auto isRounded = [&](double limit) {
        return std::isinf(limit) || roundedForType(spec, limit) == limit;
    };
    return isRounded(range.low) && isRounded(range.high);
}

Status checkSpec(const ParameterSpec& spec)
{
    if (spec.name.empty() || spec.canonicalPath.empty()) {
        return badSpec(spec, "a parameter needs a name and a canonical path");
    }
    if (isEmpty(spec.safe) || isEmpty(effectiveRange(spec))) {
        return badSpec(spec, "range is empty");
    }
    if (!isRoundedForType(spec, spec.safe) || !isRoundedForType(spec, effectiveRange(spec))) {
        return badSpec(spec, spec.isInteger ? "bounds of an integer parameter must be integers"
                                            : "bounds have more than 12 decimals");
    }
    if (spec.defaultValue && !isWithinSafe(spec, *spec.defaultValue)) {
        return badSpec(spec,
                       "default " + jsonNumber(*spec.defaultValue) + " is outside its safe limits");
    }
    return Done{};
}

// Further outside `range` than `previous`, or against the sign of `delta`.
bool isForbidden(double value, double previous, double delta, const ParamRange& range)
{
    const bool isReversed = delta > 0 ? value < previous : value > previous;
    return isReversed || value < std::min(range.low, previous) ||
           value > std::max(range.high, previous);
}

} // namespace

std::string_view keyOf(Subsystem subsystem)
{
    switch (subsystem) {
    case Subsystem::Edge:
        return "edge";
    case Subsystem::Rebid:
        return "rebid";
    case Subsystem::RescueTaker:
        return "rescue_taker";
    case Subsystem::TunerConfig:
        return "tuner";
    case Subsystem::Market:
        return "market";
    }
    return "";
}

std::string pathText(const JsonPath& path)
{
    return join(path, ".");
}

ParamRange effectiveRange(const ParameterSpec& spec)
{
    if (!spec.apply) {
        return spec.safe;
    }
    return {std::max(spec.safe.low, spec.apply->low), std::min(spec.safe.high, spec.apply->high)};
}

bool isWithinSafe(const ParameterSpec& spec, double value)
{
    const bool isAboveLow = spec.safeLowIsOpen ? value > spec.safe.low : value >= spec.safe.low;
    return isAboveLow && value <= spec.safe.high;
}

Result<ParameterRegistry> ParameterRegistry::create(std::vector<ParameterSpec> specs)
{
    ParameterRegistry registry;
    registry.m_specs = std::move(specs);
    std::sort(registry.m_specs.begin(), registry.m_specs.end(),
              [](const ParameterSpec& a, const ParameterSpec& b) { return a.name < b.name; });
    for (std::size_t i = 0; i < registry.m_specs.size(); ++i) {
        const ParameterSpec& spec = registry.m_specs[i];
        SOAK_CHECK(checkSpec(spec));
        if (i > 0 && registry.m_specs[i - 1].name == spec.name) {
            return badSpec(spec, "parameter is defined twice");
        }
        registry.m_paths.push_back({spec.canonicalPath, i});
        for (const JsonPath& alias : spec.aliases) {
            registry.m_paths.push_back({alias, i});
        }
    }
    std::sort(registry.m_paths.begin(), registry.m_paths.end());
    // In this order a path is followed at once by those that begin with it.
    for (std::size_t i = 1; i < registry.m_paths.size(); ++i) {
        const auto& [path, index] = registry.m_paths[i];
        const auto& [before, beforeIndex] = registry.m_paths[i - 1];
        if (before == path) {
            return badSpec(registry.m_specs[index], "path " + pathText(path) + " is used twice");
        }
        if (before.size() < path.size() && std::equal(before.begin(), before.end(), path.begin())) {
            return badSpec(registry.m_specs[index],
                           "path " + pathText(path) + " lies below the value " + pathText(before));
        }
    }
    return registry;
}

const ParameterSpec* ParameterRegistry::find(std::string_view name) const
{
    const auto found = std::lower_bound(
        m_specs.begin(), m_specs.end(), name,
        [](const ParameterSpec& spec, std::string_view n) { return spec.name < n; });
    return found == m_specs.end() || found->name != name ? nullptr : &*found;
}

const ParameterSpec* ParameterRegistry::findByPath(const JsonPath& path) const
{
    const auto found =
        std::lower_bound(m_paths.begin(), m_paths.end(), path,
                         [](const auto& entry, const JsonPath& p) { return entry.first < p; });
    return found == m_paths.end() || found->first != path ? nullptr : &m_specs[found->second];
}

double roundedForType(const ParameterSpec& spec, double value)
{
    return spec.isInteger ? roundHalfAway(value) : roundTo(value, kRealDecimals);
}

BoundedChange boundedChange(const ParameterSpec& spec, ParamValue previous, ParamDelta delta)
{
    constexpr double kMost = std::numeric_limits<double>::max();
    const ParamRange range = effectiveRange(spec);
    const double before = previous.amount;
    const double low = std::min(range.low, before);
    const double high = std::max(range.high, before);

    BoundedChange change;
    change.oldValue = before;
    change.delta = delta.amount;
    change.requested = roundTo(std::clamp(before + delta.amount, -kMost, kMost), kRealDecimals);
    change.bound = change.requested > high  ? Bound::Cap
                   : change.requested < low ? Bound::Floor
                                            : Bound::None;
    // An open limit ("> 0") is no value itself: there the previous one stays.
    const double clamped = std::clamp(change.requested, low, high);
    const double rounded = roundedForType(spec, clamped);
    const bool isKept = delta.amount == 0 || isForbidden(rounded, before, delta.amount, range) ||
                        (spec.safeLowIsOpen && rounded == range.low);
    change.newValue = isKept ? before : rounded;
    return change;
}

} // namespace soak
