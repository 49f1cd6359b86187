// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/edge_report.h"
#include "core/io/json_reader.h"
#include "tests/io/io_support.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

struct ReadReport {
    IterationSummary summary;
    std::vector<Finding> findings;

    [[nodiscard]] std::optional<double> at(Metric metric) const { return summary.at(metric); }
};

ReadReport reportOf(const std::string& json)
{
    FileFindings findings;
    auto summary = summaryFromEdgeReport(ownJson(json), findings.sink);
    EXPECT_TRUE(summary) << json;
    return {summary.value_or({}), findings.list};
}

// The example of DOMAIN 1.4.
TEST(EdgeReport, ReadsTheExtendedForm)
{
    const ReadReport read = reportOf(R"({"totals":{"net_bps":2.4,"adverse_bps_p95":2.2,
      "slippage_bps_p95":1.7,"cancel_ratio":0.31,"order_age_p95_ms":335,"ws_lag_p95_ms":110,
      "p95_latency_ms":288.0,"fills":{"maker_count":830,"taker_count":170,"maker_volume":41500.0,
      "taker_volume":8500.0},"component_breakdown":{"gross_bps":8.4,"fees_eff_bps":2.0,
      "slippage_bps":2.0,"adverse_bps":1.5,"inventory_bps":0.5,"net_bps":2.4},
      "neg_edge_drivers":[],"block_reasons":{"min_interval":{"count":10,"ratio":0.4},
      "concurrency":{"count":5,"ratio":0.2},"risk":{"count":8,"ratio":0.32},
      "throttle":{"count":2,"ratio":0.08}}},"symbols":{},
      "runtime":{"utc":"2026-01-05T10:20:00Z","version":"sim-3"}})");
    EXPECT_TRUE(read.findings.empty());
    const std::pair<Metric, double> expected[] = {
        {Metric::NetBps, 2.4},           {Metric::GrossBps, 8.4},
        {Metric::FeesEffBps, 2.0},       {Metric::SlippageBps, 2.0},
        {Metric::AdverseBps, 1.5},       {Metric::InventoryBps, 0.5},
        {Metric::AdverseBpsP95, 2.2},    {Metric::SlippageBpsP95, 1.7},
        {Metric::CancelRatio, 0.31},     {Metric::OrderAgeP95Ms, 335},
        {Metric::WsLagP95Ms, 110},       {Metric::P95LatencyMs, 288},
        {Metric::MakerCount, 830},       {Metric::TakerCount, 170},
        {Metric::MakerVolume, 41500},    {Metric::TakerVolume, 8500},
        {Metric::MinIntervalRatio, 0.4}, {Metric::ConcurrencyRatio, 0.2},
        {Metric::RiskRatio, 0.32},       {Metric::ThrottleRatio, 0.08},
        {Metric::MakerTakerRatio, 0.83}, {Metric::MakerSharePct, 83},
        {Metric::TakerSharePct, 17},
    };
    for (const auto& [metric, value] : expected) {
        EXPECT_EQ(read.at(metric), value) << specOf(metric).key;
    }
    EXPECT_EQ(read.at(Metric::ReplaceRatio), std::nullopt);
    EXPECT_EQ(read.summary.blocks,
              (BlockCounts{.minInterval = 10, .concurrency = 5, .risk = 8, .throttle = 2}));
    EXPECT_EQ(read.summary.notes.makerTakerSource, "fills_volume");
    EXPECT_EQ(read.summary.notes.version, "sim-3");
    EXPECT_EQ(read.summary.runtimeUtc, parseUtc("2026-01-05T10:20:00Z"));
    EXPECT_TRUE(read.summary.notes.negEdgeDrivers.empty());
}

TEST(EdgeReport, ReadsTheRawForm)
{
    const ReadReport read = reportOf(R"({"total":{"net_bps":2.4,"gross_bps":8.4,"fees_bps":2.0,
                                  "maker_share":0.83,"slippage_bps":2.0},"symbols":{}})");
    EXPECT_EQ(read.at(Metric::FeesEffBps), 2.0);
    EXPECT_EQ(read.at(Metric::MakerTakerRatio), 0.83);
    EXPECT_EQ(read.summary.notes.makerTakerSource, "existing");
    EXPECT_EQ(read.at(Metric::RiskRatio), std::nullopt);
    EXPECT_EQ(read.at(Metric::P95LatencyMs), std::nullopt);
    EXPECT_EQ(read.at(Metric::MakerSharePct), std::nullopt) << "only fills tell it";
    EXPECT_EQ(read.summary.blocks, std::nullopt);
}

TEST(EdgeReport, WithoutTotalsItIsRefused)
{
    for (const char* text : {"{}", R"({"totals":3})", R"({"total":null})"}) {
        FileFindings findings;
        const auto summary = summaryFromEdgeReport(ownJson(text), findings.sink);
        ASSERT_FALSE(summary) << text;
        EXPECT_EQ(summary.error(), (Error{Errc::BadInput, "no `totals` and no `total`", "a.json"}));
    }
}

TEST(EdgeReport, OfTwoTotalsThatDifferTheExtendedCounts)
{
    const ReadReport read = reportOf(R"({"totals":{"net_bps":1},"total":{"net_bps":2}})");
    EXPECT_EQ(read.at(Metric::NetBps), 1.0);
    EXPECT_EQ(kindsOf(read.findings), std::vector{FindingKind::TotalsConflict});
    EXPECT_TRUE(
        reportOf(R"({"totals":{"net_bps":1},"total":{"net_bps":1,"x":2}})").findings.empty());
}

// Sources of a p95, best first; one more is taken away in each row.
TEST(EdgeReport, TakesTheBestSourceOfAP95)
{
    struct Case {
        const char* totals;
        std::optional<double> adverse;
        bool isFromMean;
    };

    const Case cases[] = {
        {R"({"adverse_bps_dist":[1,2,3,4,10],"adverse_bps_p95":5,"adverse_bps_max":6,"adverse_bps":7})",
         10, false},
        {R"({"adverse_bps_p95":5,"adverse_bps_max":6,"adverse_bps":7})", 5, false},
        {R"({"adverse_bps_p95":0,"adverse_bps_max":6,"adverse_bps":7})", 0, false},
        {R"({"adverse_bps_dist":[],"adverse_bps_max":6,"adverse_bps":7})", 6, false},
        {R"({"adverse_bps":7})", 7, true},
        {R"({"component_breakdown":{"adverse_bps":8}})", 8, true},
        {"{}", std::nullopt, false},
    };
    for (const Case& c : cases) {
        const ReadReport read = reportOf(std::string(R"({"totals":)") + c.totals + "}");
        EXPECT_EQ(read.at(Metric::AdverseBpsP95), c.adverse) << c.totals;
        EXPECT_EQ(read.summary.notes.adverseP95FromMean, c.isFromMean) << c.totals;
        EXPECT_FALSE(read.summary.notes.slippageP95FromMean) << c.totals;
    }
}

TEST(EdgeReport, ADistributionGivesTheNearestRank)
{
    std::string samples = "1";
    for (int i = 2; i <= 20; ++i) {
        samples += "," + std::to_string(i);
    }
    const ReadReport read = reportOf(R"({"totals":{"latency_ms_dist":[)" + samples + "]}}");
    EXPECT_EQ(read.at(Metric::P95LatencyMs), 19.0);
    const ReadReport odd = reportOf(R"({"totals":{"latency_ms_dist":[5,"x",null]}})");
    EXPECT_EQ(odd.at(Metric::P95LatencyMs), 5.0);
    EXPECT_EQ(kindsOf(odd.findings), std::vector{FindingKind::WrongType});
}

TEST(EdgeReport, BlockSharesComeFromRatiosElseFromCounts)
{
    const ReadReport counts = reportOf(R"({"totals":{"block_reasons":{"min_interval":{"count":1},
      "concurrency":{"count":1},"risk":{"count":2},"throttle":{"count":0}}}})");
    EXPECT_EQ(counts.at(Metric::RiskRatio), 0.5);
    EXPECT_EQ(counts.at(Metric::ThrottleRatio), 0.0);
    const ReadReport none = reportOf(R"({"totals":{"block_reasons":{"min_interval":{"count":0},
      "concurrency":{"count":0},"risk":{"count":0},"throttle":{"count":0}}}})");
    EXPECT_EQ(none.at(Metric::RiskRatio), 0.0) << "nothing was blocked";
    const ReadReport some = reportOf(R"({"totals":{"block_reasons":{"risk":{"count":2}}}})");
    EXPECT_EQ(some.at(Metric::RiskRatio), std::nullopt) << "of how many is not known";
    EXPECT_EQ(some.summary.blocks, std::nullopt);
    EXPECT_EQ(reportOf(R"({"totals":{"blocked_ratio":{"risk":0.3}}})").at(Metric::RiskRatio), 0.3);
    EXPECT_EQ(reportOf(R"({"totals":{"risk_ratio":36}})").at(Metric::RiskRatio), 0.36);
}

TEST(EdgeReport, ARiskOfAnotherKindOutranksTheBlocks)
{
    const ReadReport read = reportOf(R"({"totals":{"risk_ratio":0.1,"risk_source":"exposure",
                                  "block_reasons":{"risk":{"count":2,"ratio":0.9}}}})");
    EXPECT_EQ(read.at(Metric::RiskRatio), 0.1);
    EXPECT_EQ(read.summary.notes.riskSource, "exposure");
}

// DOMAIN 2.1.
TEST(EdgeReport, TheMakerShareHasASource)
{
    struct Case {
        const char* totals;
        std::optional<double> ratio;
        const char* source;
    };

    const Case cases[] = {
        {R"({"maker_taker_ratio":0,"fills":{"maker_volume":1,"taker_volume":1}})", 0, "existing"},
        {R"({"fills":{"maker_volume":3,"taker_volume":1,"maker_count":1,"taker_count":1}})", 0.75,
         "fills_volume"},
        {R"({"fills":{"maker_volume":0,"taker_volume":0,"maker_count":1,"taker_count":3}})", 0.25,
         "fills_count"},
        {R"({"fills":{"maker_fills":1,"taker_fills":3}})", 0.25, "fills_count"},
        {R"({"maker_fills":0,"taker_fills":3})", 0, "internal_fills"},
        {R"({"fills":{"maker_count":1,"taker_count":1},"maker_share":0.9})", 0.5, "fills_count"},
        {R"({"maker_share":0.9})", 0.9, "existing"},
        {R"({"fills":{"maker_volume":3}})", std::nullopt, ""},
        {"{}", std::nullopt, ""},
    };
    for (const Case& c : cases) {
        const ReadReport read = reportOf(std::string(R"({"totals":)") + c.totals + "}");
        EXPECT_EQ(read.at(Metric::MakerTakerRatio), c.ratio) << c.totals;
        EXPECT_EQ(read.summary.notes.makerTakerSource, c.source) << c.totals;
    }
}

TEST(EdgeReport, DriversAreTheLargestCostsOfALoss)
{
    struct Case {
        const char* totals;
        std::vector<std::string> drivers;
    };

    const Case cases[] = {
        {R"({"net_bps":-1,"slippage_bps":1,"adverse_bps":3,"fees_eff_bps":2,"inventory_bps":0.5})",
         {"adverse_bps", "fees_eff_bps"}},
        {R"({"net_bps":-1,"slippage_bps":2,"adverse_bps":2,"fees_eff_bps":2})",
         {"slippage_bps", "adverse_bps"}},
        {R"({"net_bps":0,"slippage_bps":2})", {}},
        {R"({"slippage_bps":2})", {}},
        {R"({"net_bps":-1,"neg_edge_drivers":["a","b","c"]})", {"a", "b"}},
        {R"({"net_bps":1,"neg_edge_drivers":["slippage_bps"]})", {}},
    };
    for (const Case& c : cases) {
        const ReadReport read = reportOf(std::string(R"({"totals":)") + c.totals + "}");
        EXPECT_EQ(read.summary.notes.negEdgeDrivers, c.drivers) << c.totals;
    }
}

TEST(Defect71, ARebateIsNoDriver)
{
    const ReadReport computed = reportOf(
        R"({"totals":{"net_bps":-1,"fees_eff_bps":-9,"slippage_bps":0.1,"adverse_bps":0}})");
    EXPECT_EQ(computed.summary.notes.negEdgeDrivers, std::vector<std::string>{"slippage_bps"});
    const ReadReport told =
        reportOf(R"({"totals":{"net_bps":-1,"fees_eff_bps":-9,"slippage_bps":0.1,
                                  "neg_edge_drivers":["fees_eff_bps","slippage_bps"]}})");
    EXPECT_EQ(told.summary.notes.negEdgeDrivers, std::vector<std::string>{"slippage_bps"});
}

TEST(Defect24, ThePartsOfTheEdgeAreFoundOneLevelLower)
{
    const ReadReport read = reportOf(R"({"totals":{"net_bps":2.4,"slippage_bps":0,
      "component_breakdown":{"gross_bps":8.4,"fees_eff_bps":2.0,"slippage_bps":2.0,
      "adverse_bps":1.5,"inventory_bps":0.5,"net_bps":9}}})");
    EXPECT_EQ(read.at(Metric::GrossBps), 8.4);
    EXPECT_EQ(read.at(Metric::FeesEffBps), 2.0);
    EXPECT_EQ(read.at(Metric::AdverseBps), 1.5);
    EXPECT_EQ(read.at(Metric::InventoryBps), 0.5);
    EXPECT_EQ(read.at(Metric::NetBps), 2.4) << "the level above outranks it";
    EXPECT_EQ(read.at(Metric::SlippageBps), 0.0) << "also with 0";
}

TEST(Defect29, ATrueLowShareIsKeptAndNoneIsInvented)
{
    EXPECT_EQ(reportOf(R"({"totals":{"maker_taker_ratio":0.02}})").at(Metric::MakerTakerRatio),
              0.02);
    EXPECT_EQ(reportOf(R"({"totals":{"net_bps":1}})").at(Metric::MakerTakerRatio), std::nullopt);
}

} // namespace
} // namespace soak
