// SPDX-License-Identifier: GPL-3.0-or-later
// The raw signals of the time-based guards, before debouncing (DOMAIN 5.4, 4.7).
#pragma once

#include "core/model/tuning_state.h"

#include <optional>
#include <span>
#include <string>

namespace soak
{

inline constexpr std::size_t kOscillationHistory = 5;

// p95 latency (ms) of 360 or more. Unknown is false.
bool latencyHardSignal(std::optional<double> p95LatencyMs);

// Whether, over the last 5 entries, some key reverses its sign at least twice and swings by more
// than 15 % of its mean change. Fewer than 5 entries: false. `history` oldest first; an absent key
// counts as 0.
bool oscillationSignal(std::span<const AppliedEntry> history);

// Whether the last three values are a, b, a with a != b (`tolerance`); with a `window` above 3,
// whether the last `window` values alternate between exactly two. Too few values: false.
bool oscillates(std::span<const double> values, double tolerance = 1e-6, int window = 3);
// The same on hashes of states.
bool oscillates(std::span<const std::string> hashes, int window = 3);

} // namespace soak
