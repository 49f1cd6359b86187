// SPDX-License-Identifier: GPL-3.0-or-later
// Which guards were active in an iteration, and what was frozen.
#pragma once

#include "core/model/soak_run.h"

#include <cstddef>
#include <string>
#include <vector>

namespace soak
{

struct GuardState {
    std::vector<GuardType> guards;   // in order; without GuardType::Freeze
    std::vector<std::string> frozen; // sorted: subsystems, "partial", "steady"
    bool operator==(const GuardState&) const = default;
};

// As the row recorded it; all empty without a record. Oscillation and hard latency count by their
// debounced signal too.
GuardState guardStateAt(const SoakRun& run, std::size_t row);

} // namespace soak
