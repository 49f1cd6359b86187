// SPDX-License-Identifier: GPL-3.0-or-later
// Warm-up, ramp-down, steady (DOMAIN 4.4).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace soak
{

enum class Phase : std::uint8_t { Warmup, Rampdown, Steady };

std::string_view keyOf(Phase phase); // WARMUP, RAMPDOWN, STEADY
std::optional<Phase> phaseFromKey(std::string_view key);

// Without warm-up every iteration is STEADY.
struct PhasePlan {
    bool enabled = false;
    int warmupIterations = 4;   // W
    int rampdownIterations = 2; // R

    bool operator==(const PhasePlan&) const = default;
};

Phase phaseOf(const PhasePlan& plan, int iteration);

} // namespace soak
