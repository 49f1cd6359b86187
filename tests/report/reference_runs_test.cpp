// SPDX-License-Identifier: GPL-3.0-or-later
// The two recorded runs of the reference implementation: our numbers are its numbers, except where
// it is known to be wrong.
#include "core/io/find_run.h"
#include "core/io/load_run.h"
#include "core/report/delta_report.h"
#include "core/report/metrics.h"
#include "core/report/snapshot.h"
#include "tests/report/report_samples.h"
#include "tests/support/test_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

Judgement judgedFixture(const std::string& name)
{
    const auto folder = findRun(testDataPath("fixtures/" + name + "/artifacts"));
    SOAK_ASSERT(folder.has_value());
    const auto run = loadRun(*folder);
    SOAK_ASSERT(run.has_value());
    return judge(*run, missionProfile());
}

json referenceSnapshot(const std::string& name)
{
    return json::parse(
        bytesOf(testDataPath("fixtures/" + name + "/reference-output/POST_SOAK_SNAPSHOT.json")));
}

class ReferenceRun : public testing::TestWithParam<std::string>
{
};

TEST_P(ReferenceRun, GivesTheNumbersOfItsSnapshot)
{
    const json expected = referenceSnapshot(GetParam());
    const json ours = json::parse(snapshotJson(judgedFixture(GetParam()), sampleContext()));
    for (const char* key : {"verdict", "iterations_total", "iterations_analyzed",
                            "pass_count_last_n", "goals_met", "freeze_ready", "schema_version"}) {
        EXPECT_EQ(ours.at(key), expected.at(key)) << key;
    }
    for (const auto& [metric, statistics] : expected.at("kpi_last_n").items()) {
        if (metric == "cancel_ratio") {
            continue; // in no file: its 0.0 was never measured
        }
        for (const auto& [name, value] : statistics.items()) {
            EXPECT_EQ(ours.at("kpi_last_n").at(metric).at(name), value) << metric << " " << name;
        }
    }
    EXPECT_TRUE(ours.at("kpi_last_n").at("cancel_ratio").at("mean").is_null());
    // What the reference counts for the window is that of the whole run.
    EXPECT_EQ(ours.at("guards_all").at("counts").at("velocity"),
              expected.at("guards_last_n").at("counts").at("velocity"));
    for (const char* key : {"applied_count", "applied_iterations", "changed_keys"}) {
        EXPECT_EQ(ours.at("tuning_summary").at(key), expected.at("tuning_summary").at(key)) << key;
    }
}

TEST_P(ReferenceRun, IsNotVerifiableAndItsAbsoluteDeltasAreNamed)
{
    const Judgement judgement = judgedFixture(GetParam());
    EXPECT_EQ(judgement.verification.verdict, VerifyVerdict::Unverified);
    const std::string text = deltaReportText(judgement.verification);
    for (const char* path : {"risk.impact_cap_ratio is -0.01", "risk.max_delta_ratio is -0.01",
                             "engine.min_interval_ms is 5", "engine.tail_age_ms is 30"}) {
        EXPECT_THAT(text, HasSubstr(path));
    }
    EXPECT_THAT(text, HasSubstr("\nUNVERIFIED: "));
}

TEST_P(ReferenceRun, GivesMetricsWithoutWhatWasNotMeasured)
{
    const std::string metrics = metricsText(judgedFixture(GetParam()), sampleContext());
    EXPECT_THAT(metrics, Not(HasSubstr("\nlatency_spread_add_bps")));
    EXPECT_THAT(metrics, Not(HasSubstr("\nsoak_delta_full_apply_ratio")));
    EXPECT_THAT(metrics, HasSubstr("\nmaker_share_pct 85\n"));
    EXPECT_THAT(metrics, HasSubstr("\ndelta_nested_miss_paths_total 0\n"));
    EXPECT_THAT(metrics, HasSubstr("soak_metric_missing_total{metric=\"cancel_ratio\"} " +
                                   std::string(GetParam().substr(10)) + "\n"));
}

std::string nameOfRun(const testing::TestParamInfo<std::string>& fixture)
{
    return fixture.param == "reference-36" ? "Of36Iterations" : "Of8Iterations";
}

INSTANTIATE_TEST_SUITE_P(Fixtures, ReferenceRun, testing::Values("reference-36", "reference-8"),
                         nameOfRun);

} // namespace

} // namespace soak
