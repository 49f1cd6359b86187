// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/influence.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(Influence, IsOfTheFourGoalsInUnitsInWhichMoreIsBetter)
{
    ASSERT_EQ(influenceGoals().size(), goalMetrics().size());
    for (const InfluenceGoal& goal : influenceGoals()) {
        const bool isLess = specOf(goal.metric).direction == Direction::LowerIsBetter;
        EXPECT_EQ(goal.unit < 0, isLess) << specOf(goal.metric).key;
    }
}

// SIMULATOR 11 gives their ranges.
TEST(Influence, IsOfTenParametersWithARange)
{
    struct Range {
        const char* name;
        double low;
        double high;
    };

    for (const Range& range : {Range{"base_spread_bps_delta", .08, .25},
                               {"impact_cap_ratio", .08, .12},
                               {"max_delta_ratio", .10, .16},
                               {"min_interval_ms", 40, 80},
                               {"replace_rate_per_min", 200, 320},
                               {"tail_age_ms", 500, 800},
                               {"concurrency_limit", 2, 10},
                               {"rescue_max_ratio", .10, .70},
                               {"rescue_spread_cap_bps", 3.5, 7.5},
                               {"rebid_threshold_bps", .6, 2.4}}) {
        const bool isListed = std::ranges::find(influenceParams(), std::string_view(range.name)) !=
                              influenceParams().end();
        EXPECT_TRUE(isListed) << range.name;
        const ParameterSpec* spec = ParameterRegistry::builtin().find(range.name);
        ASSERT_NE(spec, nullptr) << range.name;
        EXPECT_DOUBLE_EQ(positionOf(*spec, range.low), 0) << range.name;
        EXPECT_DOUBLE_EQ(positionOf(*spec, range.high), 1) << range.name;
        EXPECT_DOUBLE_EQ(amountOf(*spec, 0.5), (range.high - range.low) / 2) << range.name;
    }
}

} // namespace soak
