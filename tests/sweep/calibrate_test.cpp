// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/calibrate.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(Calibrate, MeasuresTheSameTwiceAndOtherSeedsOtherwise)
{
    CalibrationPlan plan{{"calm"}, 1'000'001, 2};
    const auto once = calibrated(plan);
    ASSERT_TRUE(once) << describe(once.error());
    EXPECT_EQ(*once, *calibrated(plan));
    plan.firstSeed = 1'000'002;
    EXPECT_NE(*once, *calibrated(plan));
    const ResponseCurve& rebid = once->response[1][9];
    EXPECT_GT(rebid.back(), rebid.front()) << "rebid later: faster";
    EXPECT_EQ(rebid[kCurveKnots / 2], 0) << "against the middle";
    EXPECT_EQ(once->noise[1][9][kCurveKnots / 2], 1);
    EXPECT_GT(once->middleNoise[3], 0);
}

TEST(Calibrate, KnowsItsScenariosAndStops)
{
    const auto unknown = calibrated({{"calm", "stormy"}, 1, 2});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, Errc::Usage);
    EXPECT_EQ(unknown.error().where, "stormy");
    EXPECT_EQ(calibrated({{"calm"}, 1, 1}).error().code, Errc::Usage) << "no noise of one";
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(calibrated({}, stop.get_token()).error().code, Errc::Cancelled);
}

} // namespace soak
