// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/energy_split.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(EnergySplit, NeedsEnoughValuesAndNotTooMany)
{
    EXPECT_FALSE(energySplit(std::vector<double>{1, 2, 3}));
    EXPECT_TRUE(energySplit(std::vector<double>{1, 2, 3, 4}));
    EXPECT_FALSE(energySplit(std::vector<double>(kMostForEnergy + 1, 1.0)));
}

TEST(EnergySplit, FindsTheStep)
{
    std::vector<double> values(18, 1.5);
    values.insert(values.end(), 12, 2.25);
    EXPECT_EQ(energySplit(values)->split, 18U);
    EXPECT_NEAR(energySplit(values)->q, 2 * .75 * 18 * 12 / 30, 1e-12);
}

} // namespace

} // namespace soak
