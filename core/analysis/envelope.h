// SPDX-License-Identifier: GPL-3.0-or-later
// What many runs have in common at each place of an axis: too many lines hide each other.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace soak
{

// More runs than these are shown as an envelope.
inline constexpr std::size_t kMostLines = 12;

// One run's values over a common axis; `x` ascending, one value for each, absent ones missing.
struct EnvelopeLine {
    std::span<const int> x;
    std::span<const std::optional<double>> values;
};

struct EnvelopePoint {
    int x = 0;
    std::size_t n = 0; // runs with a value here
    double min = 0;
    double q1 = 0; // quartiles by type 7
    double median = 0;
    double q3 = 0;
    double max = 0;
    bool operator==(const EnvelopePoint&) const = default;
};

// Ascending in x. A place where no run has a value has no point. Of several values of one run at
// one place the last one counts.
std::vector<EnvelopePoint> envelopeOf(std::span<const EnvelopeLine> lines);

} // namespace soak
