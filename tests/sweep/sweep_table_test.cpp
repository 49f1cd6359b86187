// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep_table.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(SweepTable, CountsByScenarioAndTunerAndThenOverAll)
{
    const auto rows = sweepTable(
        {{"calm", "red", "micro", 1, true, 9, {}, 0, 0},
         {"calm", "red", "micro", 2, false, 12, {Metric::NetBps}, 3, 0},
         {"calm", "red", "none", 1, false, {}, {Metric::NetBps, Metric::RiskRatio}, 0, 1},
         {"thin", "red", "micro", 1, true, 10, {}, 0, 0}});
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows[0].scenario + " " + rows[0].tuner, "calm micro");
    EXPECT_EQ(rows[0].soaks, 2);
    EXPECT_EQ(rows[0].green, 1);
    EXPECT_EQ(rows[0].medianFirstGreen, 10.5) << "of a soak that was green and fell back, too";
    EXPECT_EQ(rows[0].failing, (std::map<Metric, std::int64_t>{{Metric::NetBps, 1}}));
    EXPECT_EQ(rows[0].latencyGuard, 1) << "soaks, not iterations";
    EXPECT_EQ(rows[1].tuner, "none");
    EXPECT_EQ(rows[1].medianFirstGreen, std::nullopt);
    EXPECT_EQ(rows[1].oscillationGuard, 1);
    EXPECT_EQ(rows[3].scenario + " " + rows[3].tuner, "all micro");
    EXPECT_EQ(rows[3].soaks, 3);
    EXPECT_EQ(rows[3].green, 2);
    EXPECT_NEAR(rows[3].share.share, 2.0 / 3, 1e-12);
    EXPECT_EQ(rows[4].scenario + " " + rows[4].tuner, "all none");
}

} // namespace soak
