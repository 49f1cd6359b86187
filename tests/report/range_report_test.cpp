// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/range_report.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

TEST(RangeReport, SaysInTextAndJsonThatItIsExploratory)
{
    const auto run = aRun().withIterations(12).shared();
    const auto range = judgeRange(*run, missionProfile(), 4, 9);
    ASSERT_TRUE(range);
    const std::string text = rangeText(*range);
    EXPECT_TRUE(text.starts_with("exploratory: iterations 4 to 9 "));
    EXPECT_NE(text.find("p95_latency"), std::string::npos);
    const auto json = nlohmann::json::parse(rangeJson(*range, {}));
    EXPECT_EQ(json.at("exploratory"), true);
    EXPECT_EQ(json.at("from"), 4);
    EXPECT_EQ(json.at("to"), 9);
    EXPECT_EQ(json.at("window"), (std::vector{4, 5, 6, 7, 8, 9}));
    EXPECT_FALSE(json.contains("passed"));
    EXPECT_FALSE(json.contains("exit_code"));
    EXPECT_FALSE(json.contains("run_verdict"));
}

} // namespace soak
