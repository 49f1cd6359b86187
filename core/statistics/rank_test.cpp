// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/rank_test.h"

#include "core/statistics/distributions.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

namespace soak
{

namespace
{

constexpr std::size_t kMostPairsExact = 10'000;

struct Ranks {
    double sumOfA = 0;
    double tieTerm = 0; // sum of t^3 - t over the groups of equal values
};

std::size_t endOfEqual(std::span<const double> sorted, std::size_t from, double value)
{
    while (from < sorted.size() && sorted[from] == value) {
        ++from;
    }
    return from;
}

Ranks ranksOf(std::span<const double> a, std::span<const double> b)
{
    Ranks ranks;
    std::size_t atA = 0;
    std::size_t atB = 0;
    while (atA < a.size()) {
        const double value = atB < b.size() ? std::min(a[atA], b[atB]) : a[atA];
        const std::size_t endA = endOfEqual(a, atA, value);
        const std::size_t endB = endOfEqual(b, atB, value);
        const auto tied = static_cast<double>(endA - atA + endB - atB);
        // Ranks count from 1; equal values share the mean of theirs.
        ranks.sumOfA += static_cast<double>(endA - atA) *
                        (static_cast<double>(atA + atB + endA + endB) + 1) / 2;
        ranks.tieTerm += tied * tied * tied - tied;
        atA = endA;
        atB = endB;
    }
    while (atB < b.size()) {
        const std::size_t endB = endOfEqual(b, atB, b[atB]);
        const auto tied = static_cast<double>(endB - atB);
        ranks.tieTerm += tied * tied * tied - tied;
        atB = endB;
    }
    return ranks;
}

std::vector<double> inOrder(std::span<const double> values)
{
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    return sorted;
}

// P(U <= u) without ties: of the arrangements of n and m values, those with so few pairs; their
// number by U is the product of (1 - q^(m+i)) / (1 - q^i). The lower tail, as its counts are small
// enough to be exact.
double exactLowerTail(std::size_t n, std::size_t m, double u)
{
    const auto last = static_cast<std::size_t>(u);
    std::vector<double> ways(last + 1, 0.0);
    ways[0] = 1;
    double total = 1;
    for (std::size_t i = 1; i <= n; ++i) {
        for (std::size_t at = last; at >= m + i; --at) {
            ways[at] -= ways[at - m - i];
        }
        for (std::size_t at = i; at <= last; ++at) {
            ways[at] += ways[at - i];
        }
        total *= static_cast<double>(m + i) / static_cast<double>(i);
    }
    return std::accumulate(ways.begin(), ways.end(), 0.0) / total;
}

} // namespace

std::optional<RankTest> rankTest(std::span<const double> a, std::span<const double> b)
{
    return rankTestOfSorted(inOrder(a), inOrder(b));
}

std::optional<RankTest> rankTestOfSorted(std::span<const double> a, std::span<const double> b)
{
    if (a.empty() || b.empty()) {
        return std::nullopt;
    }
    const auto n = static_cast<double>(a.size());
    const auto m = static_cast<double>(b.size());
    const Ranks ranks = ranksOf(a, b);
    RankTest test;
    test.u1 = ranks.sumOfA - n * (n + 1) / 2;
    test.u2 = n * m - test.u1;
    test.a12 = test.u1 / (n * m);
    test.hasTies = ranks.tieTerm > 0;
    const double all = n + m;
    const double variance = n * m / 12 * (all + 1 - ranks.tieTerm / (all * (all - 1)));
    const double larger = std::max(test.u1, test.u2);
    if (variance > 0) {
        const double z = (larger - n * m / 2 - .5) / std::sqrt(variance);
        test.pNormal = z > 0 ? normalTwoSided(z) : 1;
    }
    if (!test.hasTies && a.size() * b.size() <= kMostPairsExact) {
        test.pExact =
            std::min(1.0, 2 * exactLowerTail(a.size(), b.size(), std::min(test.u1, test.u2)));
    }
    return test;
}

} // namespace soak
