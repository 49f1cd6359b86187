// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/metrics_parts.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(LatencySpreadAdd, IsWhatTheLastIterationLeftInForce)
{
    EXPECT_EQ(latencySpreadAddBps(aRun().build()), 0.0); // recorded, and not named: the default
    EXPECT_EQ(latencySpreadAddBps(aRun().forcing(4, "spread_add_bps", 0.05).build()), 0.05);
}

TEST(LatencySpreadAdd, IsUnknownWhereNobodyRecordedIt)
{
    EXPECT_EQ(latencySpreadAddBps(aRun().foreign().build()), std::nullopt);
    EXPECT_EQ(latencySpreadAddBps(aRun().foreign().forcing(4, "spread_add_bps", 0.05).build()),
              0.05);
    EXPECT_EQ(latencySpreadAddBps(SoakRun{}), std::nullopt);
}

TEST(RunTime, IsTheStartOrTheLastTimeOfAForeignRun)
{
    SoakRun run;
    EXPECT_EQ(runTimeMs(run), std::nullopt);
    run.table.append(1, {}, 5000);
    EXPECT_EQ(runTimeMs(run), 5000.0);
    run.info.emplace();
    run.info->startedMs = 7000;
    EXPECT_EQ(runTimeMs(run), 7000.0);
}

TEST(HasTuning, IsTrueOnceAnIterationRecordedIt)
{
    EXPECT_FALSE(hasTuning(SoakRun{}));
    EXPECT_TRUE(hasTuning(aRun().build()));
}

} // namespace

} // namespace soak
