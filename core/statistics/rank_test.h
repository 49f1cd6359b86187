// SPDX-License-Identifier: GPL-3.0-or-later
// Mann and Whitney's test. It takes the values as independent, which those of a soak are not: its
// p-value is shown as such, in the details, and decides nothing (STATISTICS 2d).
#pragma once

#include <optional>
#include <span>

namespace soak
{

struct RankTest {
    double u1 = 0;      // pairs in which the value of `a` is the larger; ties half
    double u2 = 0;      // the others
    double a12 = .5;    // u1 / pairs: the chance that a value of `a` is the larger
    double pNormal = 1; // two-sided, corrected for ties and continuity
    bool hasTies = false;
    std::optional<double> pExact; // without ties and for at most 10 000 pairs
    bool operator==(const RankTest&) const = default;
};

// nullopt when a side is empty. O(n log n).
std::optional<RankTest> rankTest(std::span<const double> a, std::span<const double> b);
// Of sides in ascending order: O(n).
std::optional<RankTest> rankTestOfSorted(std::span<const double> a, std::span<const double> b);

} // namespace soak
