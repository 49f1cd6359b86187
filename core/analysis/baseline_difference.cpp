// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/baseline_difference.h"

#include "core/analysis/compared_means.h"

namespace soak
{

std::vector<std::optional<double>> differencesFrom(const PlacedColumn& baseline,
                                                   const PlacedColumn& own)
{
    std::vector<std::optional<double>> differences;
    differences.reserve(own.x.size());
    std::size_t other = 0;
    for (std::size_t i = 0; i < own.x.size(); ++i) {
        while (other < baseline.x.size() && baseline.x[other] < own.x[i]) {
            ++other;
        }
        const bool isShared = other < baseline.x.size() && baseline.x[other] == own.x[i];
        differences.push_back(isShared ? differenceOf(own.values.at(i), baseline.values.at(other))
                                       : std::nullopt);
    }
    return differences;
}

} // namespace soak
