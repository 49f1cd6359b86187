// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweep_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

std::vector<SweepRow> someRows()
{
    return sweepTable({{"calm", "red", "micro", 1, true, 9, {}, 0, 0},
                       {"calm", "red", "micro", 2, false, {}, {Metric::NetBps}, 1, 0}});
}

} // namespace

TEST(SweepReport, HasSharesWithTheirIntervalsAndWhatTheyAreEvidenceOf)
{
    const std::string text = sweepText(someRows());
    EXPECT_THAT(text, testing::HasSubstr("50.0"));
    EXPECT_THAT(text, testing::HasSubstr("9.5 to 90.5"));
    EXPECT_THAT(text, testing::HasSubstr("net_bps 1"));
    EXPECT_THAT(text, testing::HasSubstr("none about profit"));
    EXPECT_THAT(sweepText(sweepTable({{"calm", "red", "none", 1, false, {}, {}, 0, 0}})),
                testing::HasSubstr("n/a"));
}

TEST(SweepReport, JsonHasTheRowsOfTheTable)
{
    SweepPlan plan;
    plan.guards = SweepGuards::On;
    const auto json = sweepJson(plan, someRows());
    EXPECT_EQ(json.at("start"), "red");
    EXPECT_EQ(json.at("guards"), true);
    const auto& row = json.at("rows").at(0);
    EXPECT_EQ(row.at("soaks"), 2);
    EXPECT_EQ(row.at("green"), 1);
    EXPECT_EQ(row.at("share"), 0.5);
    EXPECT_EQ(row.at("median_first_green"), 9.0);
    EXPECT_EQ(row.at("failing").at("net_bps"), 1);
    EXPECT_EQ(row.at("latency_guard"), 1);
    EXPECT_EQ(json.at("rows").back().at("scenario"), "all");
}

} // namespace soak
