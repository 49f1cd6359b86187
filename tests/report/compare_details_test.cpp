// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/compare_details.h"
#include "tests/report/report_samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using testing::HasSubstr;

RunComparison tunedAndPlain()
{
    const Judgement plain = judged(aRun().withIterations(12).missing(8));
    const Judgement tuned = judged(aRun()
                                       .withIterations(12)
                                       .at(3, Metric::NetBps, 9.0)
                                       .proposing(6, {{"min_interval_ms", ParamDelta{5}}}));
    const std::vector<CompareInput> inputs{{"plain", &plain}, {"tuned", &tuned}};
    CompareOptions options;
    options.window = ComparedWindow::All;
    return *compareRuns(inputs, options);
}

TEST(CompareDetails, SayWhatIsDistributedHow)
{
    const RunComparison comparison = tunedAndPlain();
    const auto json = compareDetailsJson(comparison);
    EXPECT_EQ(json.at("distributions").size(), 8U);
    const auto& net = json.at("distributions").at(7);
    EXPECT_EQ(net.at("metric"), "net_bps");
    EXPECT_EQ(net.at("run"), "tuned");
    EXPECT_EQ(net.at("max"), 9.0);
    EXPECT_EQ(net.at("outliers"), 1);
    EXPECT_EQ(json.at("distributions").at(0).at("missing"), 1);
    EXPECT_THAT(compareDetailsText(comparison), HasSubstr("9.00"));
}

// Only what varies can go with anything, and a constant KPI goes with nothing.
TEST(CompareDetails, RelateWhatVaries)
{
    const auto json = compareDetailsJson(tunedAndPlain());
    ASSERT_EQ(json.at("relations").size(), 4U);
    EXPECT_EQ(json.at("relations").at(0).at("parameter"), "min_interval_ms");
    EXPECT_TRUE(json.at("relations").at(0).at("rho").is_null());
    EXPECT_FALSE(json.at("relations").at(0).at("why").get<std::string>().empty());
    EXPECT_TRUE(json.at("relations").at(3).at("rho").is_number());
}

} // namespace

} // namespace soak
