// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/market_load.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{

TEST(MarketLoad, WhatNoIterationRecordedIsAbsentAndAZeroIsRecorded)
{
    SoakRun run;
    MetricValues values{};
    values[indexOf(Metric::MakerCount)] = 850;
    values[indexOf(Metric::ThrottleRatio)] = 0;
    run.table.append(1, {}, std::nullopt);
    run.table.append(2, values, std::nullopt);
    const MarketLoad load = marketLoadOf(run);
    EXPECT_EQ(load.recorded, (std::vector{Metric::MakerCount, Metric::ThrottleRatio}));
    EXPECT_EQ(load.recorded.size() + load.absent.size(), marketMetrics().size());
    EXPECT_TRUE(std::ranges::find(load.absent, Metric::WsLagP95Ms) != load.absent.end());
    EXPECT_EQ(load.scenario, "");
}

TEST(MarketLoad, NamesTheScenarioOfItsRunFile)
{
    SoakRun run;
    run.info.emplace();
    run.info->scenario = "storm";
    EXPECT_EQ(marketLoadOf(run).scenario, "storm");
    EXPECT_TRUE(marketLoadOf(run).recorded.empty());
}

} // namespace soak
