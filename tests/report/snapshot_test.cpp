// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/report/snapshot.h"
#include "tests/report/report_samples.h"
#include "tests/support/golden.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

nlohmann::json snapshotOf(const Judgement& judgement)
{
    return nlohmann::json::parse(snapshotJson(judgement, sampleContext()));
}

TEST(Snapshot, IsAsRecorded)
{
    for (const ReportSample& sample : reportSamples()) {
        EXPECT_GOLDEN("report/" + sample.name + "/POST_SOAK_SNAPSHOT.json",
                      snapshotJson(sample.judgement, sampleContext()));
    }
}

TEST(Snapshot, IsTheSameTextForTheSameInput)
{
    EXPECT_EQ(snapshotJson(judged(aTunedRun(8)), sampleContext()),
              snapshotJson(judged(aTunedRun(8)), sampleContext()));
}

TEST(Snapshot, HasNullWhereTheTimeIsNotKnown)
{
    const std::string text = snapshotJson(judged(aRun()), {std::nullopt, "0.1.0"});
    EXPECT_TRUE(nlohmann::json::parse(text).at("timestamp").is_null());
}

TEST(Defect13, AMissingCancelRatioIsNullNotZero)
{
    const auto json = snapshotOf(judged(aRun().without(Metric::CancelRatio)));
    EXPECT_TRUE(json.at("kpi_last_n").at("cancel_ratio").at("mean").is_null());
    EXPECT_EQ(json.at("kpi_last_n").at("cancel_ratio").at("missing"), 8);
    const auto recorded = snapshotOf(judged(aRun().withIterations(36).withMockKpis()));
    EXPECT_EQ(recorded.at("kpi_last_n").at("cancel_ratio").at("mean"), 0.05);
}

TEST(Defect15, GoalsMetAndIterationsPassingAreTwoNumbers)
{
    const auto json = snapshotOf(judged(aTunedRun(8)));
    EXPECT_EQ(json.at("pass_count_last_n"), 2);
    EXPECT_EQ(json.at("iterations_passing_last_n"), 1);
}

TEST(Defect16, GuardsOfTheWindowAreThoseOfTheWindow)
{
    const auto json = snapshotOf(judged(aTunedRun(36)));
    EXPECT_EQ(json.at("guards_last_n").at("counts").at("velocity"), 0);
    EXPECT_TRUE(json.at("guards_last_n").at("iterations").empty());
    EXPECT_EQ(json.at("guards_all").at("counts").at("velocity"), 1);
    EXPECT_EQ(json.at("guards_all").at("iterations").at("velocity"), nlohmann::json({2}));
}

TEST(Defect17, OneSchemaIsWritten)
{
    EXPECT_EQ(snapshotOf(judged(aRun())).at("schema_version"), "1.2");
}

TEST(Defect70, AnUnreadableIterationIsListed)
{
    const auto json = snapshotOf(judged(aTroubledRun()));
    ASSERT_EQ(json.at("load_errors").size(), 1U);
    EXPECT_EQ(json.at("load_errors")[0].at("iteration"), 20);
    EXPECT_EQ(json.at("gaps").dump(), "[[9,9],[10,10]]");
    EXPECT_EQ(json.at("findings").at("total"), 3);
    EXPECT_EQ(json.at("findings").at("by_severity").at("error"), 1);
}

TEST(Snapshot, KeepsAnUnknownGoalApartFromOneNotMet)
{
    const auto json = snapshotOf(judged(aRun().without(Metric::RiskRatio)));
    EXPECT_TRUE(json.at("goals_met").at("risk_ok").is_null());
    EXPECT_EQ(json.at("verdict"), "FAIL");
}

TEST(Snapshot, SaysThatTheWindowIsShort)
{
    const auto json = snapshotOf(judged(aRun().withIterations(3)));
    EXPECT_EQ(json.at("window_short"), true);
    EXPECT_EQ(json.at("window_n"), 8);
    EXPECT_EQ(json.at("freeze_ready"), false);
}

TEST(Snapshot, CutsLongListsAndCountsTheRest)
{
    const auto json = snapshotOf(judged(aRun().editRun([](SoakRun& run) {
        for (int i = 0; i < 1500; ++i) {
            run.gaps.push_back({100 + 2 * i, 100 + 2 * i});
            run.findings.push_back({FindingKind::LoadError, Severity::Error, "f", i, "", "t"});
        }
    })));
    EXPECT_EQ(json.at("gaps").size(), kMostGapRanges);
    EXPECT_EQ(json.at("gaps_omitted"), 500);
    EXPECT_EQ(json.at("load_errors").size(), kMostLoadErrors);
    EXPECT_EQ(json.at("load_errors_omitted"), 500);
}

TEST(Snapshot, NamesTheHashOfEachInputOrOfTheListOfManyInputs)
{
    const auto few = snapshotOf(judged(aRun().withIterations(8))).at("inputs_sha256");
    EXPECT_EQ(few.size(), 8U);
    EXPECT_EQ(few.at("ITER_SUMMARY_8.json"), std::string(64, '0'));
    const auto many = snapshotOf(judged(aRun().withIterations(1001))).at("inputs_sha256");
    std::string listing;
    for (int k = 1; k <= 1001; ++k) {
        listing += std::string(64, '0') + "  ITER_SUMMARY_" + std::to_string(k) + ".json\n";
    }
    ASSERT_EQ(many.size(), 1U);
    EXPECT_EQ(many.at("ITER_SUMMARY_*.json"), sha256Hex(listing));
}

} // namespace

} // namespace soak
