// SPDX-License-Identifier: GPL-3.0-or-later
// Where to look for a change point: intervals of ever smaller length that overlap by half, the same
// for every series of a length (seeded binary segmentation of Kovács et al.; STATISTICS 2e).
#pragma once

#include <cstddef>
#include <vector>

namespace soak
{

struct SeededInterval {
    std::size_t from = 0;
    std::size_t end = 0; // one past the last
    bool operator==(const SeededInterval&) const = default;

    [[nodiscard]] std::size_t length() const { return end - from; }
};

// Layer by layer, the longest first; none is shorter than about `shortest` > 0. Empty for n <
// shortest.
std::vector<std::vector<SeededInterval>> seededIntervals(std::size_t n, std::size_t shortest);

} // namespace soak
