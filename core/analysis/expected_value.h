// SPDX-License-Identifier: GPL-3.0-or-later
// What a proposed change should have made of a parameter (DOMAIN 6.2: expected, match).
#pragma once

#include "core/analysis/recorded_step.h"

#include <string>
#include <string_view>

namespace soak
{

struct Expectation {
    bool isUnchanged = false; // dropped, or the whole iteration was blocked
    std::string reason;       // why, when unchanged
};

// `isLate`: the iteration was the last one planned, and changes nothing.
Expectation expectationOf(const RecordedStep& recorded, std::string_view parameter, bool isLate);

// Integers are equal after rounding; reals within 1e-9 + 1e-9 * |expected|.
bool isSameValue(const ParameterSpec& spec, double observed, double expected);

// As a real, for a value of no known parameter.
bool isSameReal(double observed, double expected);

} // namespace soak
