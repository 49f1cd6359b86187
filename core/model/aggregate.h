// SPDX-License-Identifier: GPL-3.0-or-later
// What a gate takes of the values in its window.
#pragma once

#include "core/model/kpi.h"

#include <optional>
#include <span>

namespace soak
{

// `values` in the order of the iterations, any unit, result in the same. nullopt of none, and of a
// harmonic mean where a value is negative.
std::optional<double> aggregateOf(std::span<const double> values, Aggregate aggregate);

} // namespace soak
