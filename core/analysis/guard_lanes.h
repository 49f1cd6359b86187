// SPDX-License-Identifier: GPL-3.0-or-later
// What the debounced guards and the freezes did over the iterations, as lanes (DOMAIN 5).
#pragma once

#include "core/model/soak_run.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace soak
{

// How long a raw signal must hold before a guard opens, and be gone before it closes.
struct DebounceTimes {
    Millis open{0};
    Millis close{0};
};

// A debounced guard as it stood after an iteration. While the raw signal differs from the state a
// timer runs: `elapsed` of `hold`; both 0 when they agree.
struct GuardSample {
    int iteration = 0;
    bool raw = false;
    bool active = false;
    Millis elapsed{0};
    Millis hold{0};
    bool operator==(const GuardSample&) const = default;

    [[nodiscard]] bool isTiming() const { return raw != active; }

    [[nodiscard]] Millis left() const { return hold - elapsed; } // never below 0
};

struct GuardLane {
    std::string key;                  // oscillation, latency_hard
    std::vector<GuardSample> samples; // of the iterations that recorded guards, ascending
    bool operator==(const GuardLane&) const = default;
};

// Iterations from `from` to `to`, both inclusive, in which `subsystem` was frozen, without a
// recorded iteration between in which it was not.
struct FreezeSpan {
    std::string subsystem; // rebid, rescue_taker, edge; steady for the steady freeze
    int from = 0;
    int to = 0;
    std::string reason;
    Millis remainingMin{0}; // as of the last iteration of the span
    bool operator==(const FreezeSpan&) const = default;
};

struct GuardLanes {
    std::vector<GuardLane> debounced; // latency_hard, oscillation; empty: no iteration has guards
    std::vector<FreezeSpan> freezes;  // by subsystem, then iteration
    bool operator==(const GuardLanes&) const = default;
};

GuardLanes guardLanes(const SoakRun& run, const DebounceTimes& times);

} // namespace soak
