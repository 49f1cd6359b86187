// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/calibrate.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(Calibrate, MeasuresTheSameTwiceAndOtherSeedsOtherwise)
{
    CalibrationPlan plan{{"calm"}, 1'000'001, 1};
    const auto once = calibrated(plan);
    ASSERT_TRUE(once) << describe(once.error());
    EXPECT_EQ(*once, *calibrated(plan));
    plan.firstSeed = 1'000'002;
    EXPECT_NE(*once, *calibrated(plan));
    EXPECT_GT((*once)[1][9], 0) << "rebid later: faster";
}

TEST(Calibrate, KnowsItsScenariosAndStops)
{
    const auto unknown = calibrated({{"calm", "stormy"}, 1, 1});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, Errc::Usage);
    EXPECT_EQ(unknown.error().where, "stormy");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(calibrated({}, stop.get_token()).error().code, Errc::Cancelled);
}

} // namespace soak
