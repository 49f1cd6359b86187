// SPDX-License-Identifier: GPL-3.0-or-later
// The best split by E-divisive (Matteson and James): a descriptive mark, no test. What it finds in
// autocorrelated series is mostly nothing (STATISTICS 2e).
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace soak
{

inline constexpr std::size_t kMostForEnergy = 5'000; // O(n^2)

struct EnergySplit {
    std::size_t split = 0; // first value of the second part
    double q = 0;
    bool operator==(const EnergySplit&) const = default;
};

// nullopt for fewer than 2 * `shortest` values, or more than 5 000. `shortest` >= 2, asserted.
std::optional<EnergySplit> energySplit(std::span<const double> values, std::size_t shortest = 2);

} // namespace soak
