// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/energy_split.h"

#include "core/base/result.h"

#include <cmath>

namespace soak
{

namespace
{

// Sum of the distances of `value` to each of `others`.
double distanceTo(std::span<const double> others, double value)
{
    double sum = 0;
    for (const double other : others) {
        sum += std::abs(value - other);
    }
    return sum;
}

double pairsIn(std::size_t n)
{
    return static_cast<double>(n) * static_cast<double>(n - 1) / 2;
}

} // namespace

std::optional<EnergySplit> energySplit(std::span<const double> values, std::size_t shortest)
{
    SOAK_ASSERT(shortest >= 2);
    const std::size_t n = values.size();
    if (n < 2 * shortest || n > kMostForEnergy) {
        return std::nullopt;
    }
    // Sums of distances within the two parts and across, kept while values go over one by one.
    double within1 = 0;
    double across = 0;
    double within2 = 0;
    for (std::size_t at = 1; at < n; ++at) {
        within2 += distanceTo(values.first(at), values[at]);
    }
    std::optional<EnergySplit> best;
    for (std::size_t split = 1; split + shortest <= n; ++split) {
        const double value = values[split - 1];
        const double toFirst = distanceTo(values.first(split - 1), value);
        const double toRest = distanceTo(values.subspan(split), value);
        within1 += toFirst;
        within2 -= toRest;
        across += toRest - toFirst;
        if (split < shortest) {
            continue;
        }
        const auto left = static_cast<double>(split);
        const auto right = static_cast<double>(n - split);
        const double energy =
            2 * across / (left * right) - within1 / pairsIn(split) - within2 / pairsIn(n - split);
        const double q = left * right / (left + right) * energy;
        if (!best || q > best->q) {
            best = EnergySplit{split, q};
        }
    }
    return best;
}

} // namespace soak
