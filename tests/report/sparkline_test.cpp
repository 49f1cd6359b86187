// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sparkline.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

using Values = std::vector<std::optional<double>>;

TEST(Sparkline, HasFiveLevelsFromLowToHigh)
{
    EXPECT_EQ(sparkline(Values{0, 1, 2, 3, 4}), " -=+#");
    EXPECT_EQ(sparkline(Values{.5, .6, .6, .65, .7, .75, .8, .85}), " ---==+#");
    EXPECT_EQ(sparkline(Values{-1.5, -.8, 3, 3.1, 3.2, 3.3, 3.4, 3.5}), "  +++++#");
}

TEST(Sparkline, OfAConstantIsAMiddlingLine)
{
    EXPECT_EQ(sparkline(Values{5, 5, 5}), "---");
}

TEST(Sparkline, ShowsHolesAsHoles)
{
    EXPECT_EQ(sparkline(Values{0, std::nullopt, 4}), " .#");
    EXPECT_EQ(sparkline(Values{std::nullopt, std::nullopt}), "..");
    EXPECT_EQ(sparkline(Values{}), "");
}

TEST(Sparkline, OfManyValuesShowsMeansOfShares)
{
    Values values;
    for (int i = 0; i < 400; ++i) {
        values.emplace_back(i);
    }
    const std::string line = sparkline(values);
    EXPECT_EQ(line.size(), kSparklineWidth);
    EXPECT_EQ(line.front(), ' ');
    EXPECT_EQ(line.back(), '#');
}

TEST(Sparkline, BearsTheLargestDoubles)
{
    EXPECT_EQ(sparkline(Values{-1.7e308, 0, 1.7e308}), " =#");
}

} // namespace

} // namespace soak
