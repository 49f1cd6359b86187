// SPDX-License-Identifier: GPL-3.0-or-later
// One proposed parameter of a pair (DOMAIN 6.2).
#pragma once

#include "core/analysis/expected_value.h"
#include "core/analysis/spelling.h"
#include "core/analysis/verify_deltas.h"

#include <span>
#include <string>

namespace soak
{

struct ProposedParam {
    const std::string& name;
    ParamDelta delta;
    const ParameterSpec* spec; // nullptr: no registry knows it
    Expectation expectation;
};

// `conflicting`: the values the parameter had in the file of the observed overrides, when there
// were several.
ParamCheck checkProposed(const ProposedParam& proposed, const Overrides& previous,
                         const Overrides& observed, std::span<const Spelling> conflicting);

// A registry parameter that was not proposed; nullopt when it did not change. Absent counts as the
// default.
std::optional<ParamCheck> checkUnproposed(const ParameterSpec& spec, const Overrides& previous,
                                          const Overrides& observed);

} // namespace soak
