// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kpi.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace soak
{
namespace
{

TEST(KpiSpecs, StandInTheOrderOfTheEnumeration)
{
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        EXPECT_EQ(indexOf(kpiSpecs()[i].metric), i);
        EXPECT_EQ(&specOf(kpiSpecs()[i].metric), &kpiSpecs()[i]);
    }
}

TEST(KpiSpecs, EveryKeyAndAliasNamesOneMetric)
{
    std::set<std::string_view> names;
    std::size_t count = 0;
    for (const KpiSpec& spec : kpiSpecs()) {
        EXPECT_EQ(metricFromKey(spec.key), spec.metric);
        EXPECT_FALSE(spec.title.empty());
        names.insert(spec.key);
        ++count;
        for (const std::string_view alias : spec.aliases) {
            if (!alias.empty()) {
                names.insert(alias);
                ++count;
                EXPECT_EQ(metricFromKey(alias), std::nullopt) << alias;
            }
        }
    }
    EXPECT_EQ(names.size(), count);
}

// DOMAIN 1.2, key aliases in their order.
TEST(KpiSpecs, AliasesAreThoseOfTheSpecification)
{
    const auto aliases = [](Metric metric) {
        std::vector<std::string> found;
        for (const std::string_view alias : specOf(metric).aliases) {
            if (!alias.empty()) {
                found.emplace_back(alias);
            }
        }
        return found;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(aliases(Metric::NetBps), (Names{"net", "edge_bps"}));
    EXPECT_EQ(aliases(Metric::RiskRatio), (Names{"risk"}));
    EXPECT_EQ(aliases(Metric::SlippageBpsP95), (Names{"sl_p95", "slippage_p95"}));
    EXPECT_EQ(aliases(Metric::AdverseBpsP95), (Names{"adv_p95", "adverse_p95"}));
    EXPECT_EQ(aliases(Metric::P95LatencyMs), (Names{"latency_p95_ms", "p95", "latency_p95"}));
    EXPECT_EQ(aliases(Metric::MakerTakerRatio), (Names{"maker_ratio"}));
    EXPECT_EQ(aliases(Metric::FeesEffBps), (Names{"fees_bps"}));
}

TEST(KpiSpecs, DecimalsAreThoseOfTheAuditReport)
{
    EXPECT_EQ(specOf(Metric::MakerTakerRatio).decimals, 3);
    EXPECT_EQ(specOf(Metric::P95LatencyMs).decimals, 1);
    EXPECT_EQ(specOf(Metric::RiskRatio).decimals, 3);
    EXPECT_EQ(specOf(Metric::NetBps).decimals, 2);
}

TEST(KpiSpecs, TrendEpsilonFollowsTheUnit)
{
    for (const KpiSpec& spec : kpiSpecs()) {
        if (spec.unit == MetricUnit::Ratio) {
            EXPECT_EQ(spec.trendEpsilon, 0.005) << spec.key;
        } else if (spec.unit == MetricUnit::Bps) {
            EXPECT_EQ(spec.trendEpsilon, 0.02) << spec.key;
        } else if (spec.unit == MetricUnit::Ms) {
            EXPECT_EQ(spec.trendEpsilon, 1) << spec.key;
        } else {
            EXPECT_GT(spec.trendEpsilon, 0) << spec.key;
        }
    }
}

TEST(KpiSpecs, TheUnitIsTheEndOfTheKey)
{
    for (const KpiSpec& spec : kpiSpecs()) {
        const bool saysMs = spec.key.ends_with("_ms");
        const bool saysBps = spec.key.find("_bps") != std::string_view::npos;
        EXPECT_EQ(spec.unit == MetricUnit::Ms, saysMs) << spec.key;
        EXPECT_EQ(spec.unit == MetricUnit::Bps, saysBps) << spec.key;
        EXPECT_EQ(spec.unit == MetricUnit::Ratio, spec.key.ends_with("_ratio")) << spec.key;
        EXPECT_EQ(spec.unit == MetricUnit::Percent, spec.key.ends_with("_pct")) << spec.key;
    }
}

TEST(SnapshotMetrics, AreTheSevenOfTheSnapshotInItsOrder)
{
    std::vector<std::string_view> keys;
    for (const Metric metric : snapshotMetrics()) {
        keys.push_back(specOf(metric).key);
    }
    EXPECT_EQ(keys, (std::vector<std::string_view>{"maker_taker_ratio", "p95_latency_ms",
                                                   "risk_ratio", "net_bps", "adverse_bps_p95",
                                                   "slippage_bps_p95", "cancel_ratio"}));
}

TEST(GoalMetrics, AreTheFourGoals)
{
    std::vector<std::string_view> keys;
    for (const Metric metric : goalMetrics()) {
        keys.push_back(specOf(metric).key);
    }
    EXPECT_EQ(keys, (std::vector<std::string_view>{"maker_taker_ratio", "p95_latency_ms",
                                                   "risk_ratio", "net_bps"}));
}

TEST(Aggregate, TextsReadBack)
{
    for (const char* text : {"mean", "median", "min", "max", "last", "hmean"}) {
        const auto aggregate = aggregateFromText(text);
        ASSERT_TRUE(aggregate) << text;
        EXPECT_EQ(aggregateText(*aggregate), text);
    }
    EXPECT_EQ(aggregateFromText("average"), std::nullopt);
}

TEST(MetricUnit, ARatioHasNoUnitText)
{
    EXPECT_EQ(unitText(MetricUnit::Bps), "bps");
    EXPECT_EQ(unitText(MetricUnit::Ms), "ms");
    EXPECT_EQ(unitText(MetricUnit::Percent), "%");
    EXPECT_EQ(unitText(MetricUnit::Ratio), "");
}

} // namespace
} // namespace soak
