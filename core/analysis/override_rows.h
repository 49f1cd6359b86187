// SPDX-License-Identifier: GPL-3.0-or-later
// The overrides of one iteration, or of two, row by row, with what became of each change.
#pragma once

#include "core/analysis/judgement.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// What became of a proposed change, or of a value nobody proposed to change.
enum class ChangeMark : std::uint8_t {
    None,       // nothing was proposed, nothing changed
    Full,       // arrived as proposed
    Partly,     // arrived as far as a bound let it
    Held,       // a guard, filter or bound held it back, as it should
    NotApplied, // it did not arrive, or arrived elsewhere or as something else
    Unverified, // nobody can tell: the values before or after are not recorded
    Unexpected, // changed without a proposal
};

std::string_view keyOf(ChangeMark mark);   // none, full, partly, held, not_applied, …
std::string_view titleOf(ChangeMark mark); // "", "full", "partly", "held", "not applied", …
std::span<const ChangeMark> changeMarks(); // all of them

struct OverrideRow {
    std::string name;
    std::string group; // first part of the canonical path: "quoting"; "other" for unknown names
    std::string path;  // canonical, dotted; the name where it is unknown
    std::string unit;
    std::optional<double> before;
    std::optional<double> delta; // proposed; of an unexpected change what it changed by
    std::optional<double> after;
    ChangeMark mark = ChangeMark::None;
    std::string reason; // English, one phrase; may be empty
    bool operator==(const OverrideRow&) const = default;
};

// Every parameter that was in force during `iteration` or was proposed in it, by group and name.
// `after` is what this one left, else what the next one had. Empty when the run has no
// such iteration, or recorded neither overrides nor proposals there.
std::vector<OverrideRow>
overrideRows(const Judgement& judgement, int iteration,
             const ParameterRegistry& registry = ParameterRegistry::builtin());

// A parameter, or an unknown leaf, of two sets of overrides.
struct ComparedOverride {
    std::string name;
    std::string group; // as OverrideRow
    std::string path;
    std::string unit;
    std::optional<std::string> a; // JSON text; absent: not there
    std::optional<std::string> b;
    std::optional<double> delta; // b - a, where they differ and both are numbers
    bool differs = false;
    bool operator==(const ComparedOverride&) const = default;
};

// All that is in either, by group and name.
std::vector<ComparedOverride>
compareOverrides(const Overrides& a, const Overrides& b,
                 const ParameterRegistry& registry = ParameterRegistry::builtin());

} // namespace soak
