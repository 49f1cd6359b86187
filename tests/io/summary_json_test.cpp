// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/summary_json.h"
#include "tests/io/records.h"

#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

TEST(SummaryJson, WritesSharesOfTheCountedActions)
{
    IterationSummary summary;
    summary.blocks = BlockCounts{1, 0, 2, 0, 4, 1};
    const nlohmann::json json = summaryJson(summary, 1);
    EXPECT_EQ(json.at("blocks").at("total"), 8);
    EXPECT_EQ(json.at("blocks").at("ratios").at("min_interval"), 12.5);
    EXPECT_EQ(json.at("blocks").at("ratios01").at("risk"), 0.25);
    summary.blocks = BlockCounts{};
    EXPECT_TRUE(summaryJson(summary, 1).at("blocks").at("ratios").empty());
}

TEST(SummaryJson, TellsThePhaseInFlagsToo)
{
    IterationSummary summary;
    summary.notes.phase = Phase::Warmup;
    nlohmann::json json = summaryJson(summary, 3);
    EXPECT_EQ(json.at("phase"), "WARMUP");
    EXPECT_EQ(json.at("warmup_active"), 1);
    EXPECT_EQ(json.at("warmup_iter_idx"), 3);
    summary.notes.phase = Phase::Rampdown;
    json = summaryJson(summary, 5);
    EXPECT_EQ(json.at("warmup_iter_idx"), 0);
    EXPECT_EQ(json.at("rampdown_active"), 1);
    summary.notes.phase = std::nullopt;
    EXPECT_FALSE(summaryJson(summary, 5).contains("warmup_active"));
}

TEST(SummaryJson, WritesEveryMetricThatIsKnown)
{
    IterationSummary summary;
    for (const KpiSpec& spec : kpiSpecs()) {
        summary.metrics[indexOf(spec.metric)] = 0.5;
    }
    const nlohmann::json json = summaryJson(summary, 1);
    for (const KpiSpec& spec : kpiSpecs()) {
        const std::string key(spec.key);
        EXPECT_TRUE(json.contains(key) || json.at("fills").contains(key)) << key;
    }
}

} // namespace
} // namespace soak
