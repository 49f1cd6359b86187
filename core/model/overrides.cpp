// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/overrides.h"

#include "core/base/escape.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/model/hash_mix.h"

#include <algorithm>
#include <tuple>

namespace soak
{

namespace
{

constexpr int kSignatureDecimals = 5; // DOMAIN 4.8
constexpr int kDeltaDecimals = 12;

std::optional<double> differenceOf(const std::optional<std::string>& from,
                                   const std::optional<std::string>& to)
{
    const auto a = from ? parseNumber(*from) : std::nullopt;
    const auto b = to ? parseNumber(*to) : std::nullopt;
    return a && b ? std::optional(roundTo(*b - *a, kDeltaDecimals)) : std::nullopt;
}

OverrideDifference differenceFrom(std::string name, JsonPath path, std::optional<std::string> from,
                                  std::optional<std::string> to)
{
    OverrideDifference difference;
    difference.name = std::move(name);
    difference.path = std::move(path);
    difference.from = std::move(from);
    difference.to = std::move(to);
    difference.delta = differenceOf(difference.from, difference.to);
    return difference;
}

// Calls visit(key, value of a or nullptr, value of b or nullptr) for every key whose values differ.
template <typename Map, typename Visit>
void forEachDifference(const Map& a, const Map& b, const Visit& visit)
{
    for (const auto& [key, from] : a) {
        const auto to = b.find(key);
        if (to == b.end()) {
            visit(key, &from, nullptr);
        } else if (!(from == to->second)) {
            visit(key, &from, &to->second);
        }
    }
    for (const auto& [key, to] : b) {
        if (a.find(key) == a.end()) {
            visit(key, nullptr, &to);
        }
    }
}

Error unlike(const OverrideDifference& difference, const std::optional<std::string>& found)
{
    return {Errc::BadInput,
            "expected " + difference.from.value_or("no value") + ", found " +
                found.value_or("no value"),
            difference.name};
}

Status applyToExtras(Overrides& overrides, const OverrideDifference& difference)
{
    const auto at = overrides.extras.find(difference.path);
    const auto found =
        at == overrides.extras.end() ? std::nullopt : std::optional<std::string>(at->second);
    if (found != difference.from) {
        return unlike(difference, found);
    }
    if (difference.to) {
        overrides.extras.insert_or_assign(difference.path, *difference.to);
    } else if (found) {
        overrides.extras.erase(at);
    }
    return Done{};
}

Status applyToValues(Overrides& overrides, const OverrideDifference& difference,
                     const ParameterRegistry& registry)
{
    const auto at = overrides.values.find(difference.name);
    const auto found =
        at == overrides.values.end()
            ? std::nullopt
            : std::optional(valueText(registry.find(difference.name), at->second.amount));
    if (found != difference.from) {
        return unlike(difference, found);
    }
    if (!difference.to) {
        if (found) {
            overrides.values.erase(at);
        }
        return Done{};
    }
    const std::optional<double> value = parseNumber(*difference.to);
    if (!value) {
        return Error{Errc::BadInput, *difference.to + " is not a number", difference.name};
    }
    overrides.values.insert_or_assign(difference.name, ParamValue{*value});
    return Done{};
}

} // namespace

std::size_t hashOf(const Overrides& overrides)
{
    HashMix mix;
    mix.add(overrides.values.size());
    for (const auto& [name, value] : overrides.values) {
        mix.addAll(name, value.amount);
    }
    mix.add(overrides.extras);
    return mix.value();
}

std::optional<ParamValue> valueOrDefault(const Overrides& overrides, const ParameterSpec& spec)
{
    const auto found = overrides.values.find(spec.name);
    if (found != overrides.values.end()) {
        return found->second;
    }
    return spec.defaultValue ? std::optional(ParamValue{*spec.defaultValue}) : std::nullopt;
}

std::string stateHash(const Overrides& overrides, const ParameterRegistry& registry)
{
    return sha256Hex(compactJson(overrides, registry));
}

std::string proposalSignature(const Deltas& deltas, const ParameterRegistry& registry)
{
    std::string text = "{";
    for (const auto& [name, delta] : deltas) {
        text += text.size() > 1 ? "," : "";
        text += jsonQuoted(name) + ":" +
                valueText(registry.find(name), roundTo(delta.amount, kSignatureDecimals));
    }
    return sha256Hex(text + "}");
}

OverridesDiff diffOverrides(const Overrides& a, const Overrides& b,
                            const ParameterRegistry& registry)
{
    OverridesDiff diff;
    forEachDifference(a.values, b.values,
                      [&](const std::string& name, const ParamValue* from, const ParamValue* to) {
                          const ParameterSpec* spec = registry.find(name);
                          const auto text = [spec](const ParamValue* value) {
                              return value == nullptr
                                         ? std::nullopt
                                         : std::optional(valueText(spec, value->amount));
                          };
                          diff.push_back(differenceFrom(
                              name, spec != nullptr ? spec->canonicalPath : JsonPath{name},
                              text(from), text(to)));
                      });
    forEachDifference(a.extras, b.extras,
                      [&](const JsonPath& path, const std::string* from, const std::string* to) {
                          const auto text = [](const std::string* value) {
                              return value == nullptr ? std::nullopt : std::optional(*value);
                          };
                          diff.push_back(
                              differenceFrom(pathText(path), path, text(from), text(to)));
                          diff.back().isExtra = true;
                      });
    std::sort(diff.begin(), diff.end(), [](const auto& x, const auto& y) {
        return std::tie(x.name, x.isExtra, x.path) < std::tie(y.name, y.isExtra, y.path);
    });
    return diff;
}

Result<Overrides> applyDiff(const Overrides& a, const OverridesDiff& diff,
                            const ParameterRegistry& registry)
{
    Overrides result = a;
    for (const OverrideDifference& difference : diff) {
        SOAK_CHECK(difference.isExtra ? applyToExtras(result, difference)
                                      : applyToValues(result, difference, registry));
    }
    return result;
}

} // namespace soak
