// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/baseline_difference.h"

#include <gmock/gmock.h>

namespace soak
{
namespace
{

using testing::ElementsAre;

struct Placed {
    std::vector<int> x;
    std::vector<double> values;
    std::vector<std::uint64_t> presence;

    [[nodiscard]] PlacedColumn column() const { return {x, {values, presence}}; }
};

TEST(BaselineDifference, StandsWhereBothHaveAValueAtTheSamePlace)
{
    const Placed baseline{{1, 2, 4, 5}, {10, 20, 40, 50}, {0b1011}}; // 4 has none
    const Placed own{{2, 3, 4, 5, 6}, {21, 31, 41, 48.5, 61}, {0b11111}};
    EXPECT_THAT(differencesFrom(baseline.column(), own.column()),
                ElementsAre(1.0, std::nullopt, std::nullopt, -1.5, std::nullopt));
}

TEST(BaselineDifference, AMissingValueIsNoDifferenceAndNoZero)
{
    const Placed baseline{{1, 2}, {1, 2}, {0b11}};
    const Placed own{{1, 2}, {0, 0}, {0b10}};
    EXPECT_THAT(differencesFrom(baseline.column(), own.column()), ElementsAre(std::nullopt, -2.0));
    EXPECT_THAT(differencesFrom({}, own.column()), ElementsAre(std::nullopt, std::nullopt));
    EXPECT_THAT(differencesFrom(own.column(), {}), ElementsAre());
}

TEST(BaselineDifference, OfSeveralRowsInOneSecondTheFirstOfTheBaselineCounts)
{
    const Placed baseline{{0, 0, 1}, {1, 5, 9}, {0b111}};
    const Placed own{{0, 0, 1}, {2, 3, 4}, {0b111}};
    EXPECT_THAT(differencesFrom(baseline.column(), own.column()), ElementsAre(1.0, 2.0, -5.0));
}

TEST(BaselineDifference, OfARunToItselfIsZeroThroughout)
{
    const Placed own{{3, 4, 9}, {1.25, -7, 3}, {0b101}};
    EXPECT_THAT(differencesFrom(own.column(), own.column()), ElementsAre(0.0, std::nullopt, 0.0));
}

} // namespace
} // namespace soak
