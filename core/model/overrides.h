// SPDX-License-Identifier: GPL-3.0-or-later
// Runtime overrides: absolute values by parameter name, plus the members we do not know, kept
// verbatim.
#pragma once

#include "core/model/parameter.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

using ParamValues = std::map<std::string, ParamValue, std::less<>>;
using Deltas = std::map<std::string, ParamDelta, std::less<>>; // signed changes by parameter name

enum class OverridesForm : std::uint8_t { Nested, Flat };

struct Overrides {
    ParamValues values;
    // Unknown leaves: path -> compact JSON text (scalar, array or empty object). Never a prefix of
    // a known path.
    std::map<JsonPath, std::string> extras;

    bool operator==(const Overrides&) const = default;
};

std::size_t hashOf(const Overrides& overrides);

// The value, else the registry default, else nullopt.
std::optional<ParamValue> valueOrDefault(const Overrides& overrides, const ParameterSpec& spec);

// One value as JSON: integers without fraction, when the parameter is one and the value too. `spec`
// nullptr = unknown. `amount` must be finite.
std::string valueText(const ParameterSpec* spec, double amount);

// One line, sorted keys, `,` `:`, ASCII (DOMAIN 4.8). Nested = canonical paths; flat = names. Known
// parameters not in `registry` are written flat. Integers without fraction.
std::string compactJson(const Overrides& overrides, const ParameterRegistry& registry,
                        OverridesForm form = OverridesForm::Nested);
// A leaf at or below another one (which the invariant of `extras` excludes) is left out: known
// values stay. The same with 2-space indent, as files are written. With `startIndent` every line
// but the first begins with so many spaces more; the final newline is there only without it.
std::string indentedJson(const Overrides& overrides, const ParameterRegistry& registry,
                         OverridesForm form, int startIndent = 0);

// SHA-256 hex of compactJson in nested form.
std::string stateHash(const Overrides& overrides, const ParameterRegistry& registry);
// SHA-256 hex of the delta map by name, amounts rounded to 5 decimals (DOMAIN 4.8). `registry` says
// which are integers.
std::string proposalSignature(const Deltas& deltas,
                              const ParameterRegistry& registry = ParameterRegistry::builtin());

// diff(a, b): what turns a into b. `from`/`to` absent = not there. Extras compare as text.
struct OverrideDifference {
    std::string name;                // parameter name, or dotted path of an unknown leaf
    std::optional<std::string> from; // JSON text of the value
    std::optional<std::string> to;
    std::optional<double> delta; // to - from when both are numbers, to 12 decimals
    bool isExtra = false;
    JsonPath path; // canonical path, or the leaf's

    bool operator==(const OverrideDifference&) const = default;
};

using OverridesDiff = std::vector<OverrideDifference>; // by name

OverridesDiff diffOverrides(const Overrides& a, const Overrides& b,
                            const ParameterRegistry& registry);
// apply(a, diff(a, b)) == b, to the bit. Errors: BadInput when `from` is not what `a` has.
Result<Overrides> applyDiff(const Overrides& a, const OverridesDiff& diff,
                            const ParameterRegistry& registry);

} // namespace soak
