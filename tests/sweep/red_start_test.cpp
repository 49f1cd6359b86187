// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/parameter.h"
#include "core/sweep/red_start.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace soak
{

// SIMULATOR 13.
TEST(RedStart, IsDrawnWithinItsRangesAndReachesTheirEnds)
{
    struct Range {
        const char* name;
        double low;
        double high;
    };

    for (const Range& range : {Range{"base_spread_bps_delta", .08, .12},
                               {"impact_cap_ratio", .105, .12},
                               {"max_delta_ratio", .14, .16},
                               {"min_interval_ms", 40, 50},
                               {"replace_rate_per_min", 290, 320},
                               {"tail_age_ms", 500, 580},
                               {"concurrency_limit", 7, 10},
                               {"rescue_max_ratio", .5, .7},
                               {"rescue_spread_cap_bps", 6, 7.5},
                               {"rebid_threshold_bps", .8, 1.2}}) {
        double least = INFINITY;
        double most = -INFINITY;
        for (std::uint64_t seed = 1; seed <= 500; ++seed) {
            const double value = redStart(seed).values.at(range.name).amount;
            least = std::min(least, value);
            most = std::max(most, value);
        }
        const double edge = (range.high - range.low) * 0.05;
        EXPECT_GE(least, range.low) << range.name;
        EXPECT_LE(most, range.high) << range.name;
        EXPECT_LE(least, range.low + edge) << range.name;
        EXPECT_GE(most, range.high - edge) << range.name;
    }
}

TEST(RedStart, IsTheSameForASeedAndOfTheParametersType)
{
    EXPECT_EQ(redStart(7).values, redStart(7).values);
    EXPECT_NE(redStart(7).values, redStart(8).values);
    for (const auto& [name, value] : redStart(7).values) {
        const ParameterSpec* spec = ParameterRegistry::builtin().find(name);
        ASSERT_NE(spec, nullptr) << name;
        EXPECT_EQ(roundedForType(*spec, value.amount), value.amount) << name;
    }
    EXPECT_EQ(redStart(7).values.size(), 10U);
}

} // namespace soak
