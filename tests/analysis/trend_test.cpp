// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/trend.h"

#include <gtest/gtest.h>

#include <vector>

namespace soak
{

TEST(Trend, ComparesTheLastQuarterWithTheFirst)
{
    struct Case {
        const char* name;
        std::vector<double> values;
        Trend trend;
    };

    const Case cases[] = {
        {"nothing", {}, Trend::Flat},
        {"one value", {1}, Trend::Flat},
        {"two rising", {1, 2}, Trend::Up},
        {"two falling", {2, 1}, Trend::Down},
        {"exactly 5 %", {100, 105}, Trend::Flat},
        {"a little more", {100, 105.01}, Trend::Up},
        {"the middle does not count", {1, 9, -9, 9, -9, 9, 9, 1}, Trend::Flat},
        {"quarters of eight are two values", {1, 2, 0, 0, 0, 0, 2, 1}, Trend::Flat},
        {"quarters of seven are one value", {1, 5, 5, 5, 5, 5, 1}, Trend::Flat},
        {"from zero by less than epsilon", {0, 0.015}, Trend::Flat},
        {"from zero by more", {0, 0.025}, Trend::Up},
        {"negative and rising", {-2, -1}, Trend::Up},
        {"negative and falling", {-1, -2}, Trend::Down},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(trendOf(c.values, 0.02), c.trend) << c.name;
    }
}

} // namespace soak
