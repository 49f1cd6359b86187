// SPDX-License-Identifier: GPL-3.0-or-later
// The recorded runs of another tool: its right numbers are ours too, its wrong ones are not.
#include "tests/cli/shell.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

using Json = nlohmann::json;

class CliReference : public testing::TestWithParam<int>
{
protected:
    std::string folder() const
    {
        return testDataPath("fixtures/reference-" + std::to_string(GetParam()));
    }

    Json referenceSnapshot() const
    {
        return Json::parse(bytesOf(folder() + "/reference-output/POST_SOAK_SNAPSHOT.json"));
    }

    Json ourSnapshot(Shell& shell) const
    {
        shell.run("soak report --src '" + folder() + "' --out reports");
        return Json::parse(shell.read("reports/POST_SOAK_SNAPSHOT.json"));
    }
};

TEST_P(CliReference, EveryRightNumberOfTheSnapshotIsOurs)
{
    Shell shell;
    const Json ours = ourSnapshot(shell);
    const Json theirs = referenceSnapshot();
    for (const char* key :
         {"verdict", "iterations_total", "iterations_analyzed", "pass_count_last_n", "goals_met"}) {
        EXPECT_EQ(ours.at(key), theirs.at(key)) << key;
    }
    std::size_t compared = 0;
    for (const auto& [metric, statistics] : theirs.at("kpi_last_n").items()) {
        if (metric == "cancel_ratio") {
            continue; // in no summary; the reference says 0
        }
        for (const auto& [name, value] : statistics.items()) {
            EXPECT_EQ(ours.at("kpi_last_n").at(metric).at(name), value) << metric << " " << name;
            ++compared;
        }
    }
    EXPECT_EQ(compared, 30U);
    for (const char* key :
         {"applied_count", "applied_iterations", "changed_keys", "skip_reasons"}) {
        EXPECT_EQ(ours.at("tuning_summary").at(key), theirs.at("tuning_summary").at(key)) << key;
    }
}

TEST_P(CliReference, Defect13MissingCancelRatioIsNotZero)
{
    Shell shell;
    const Json statistics = ourSnapshot(shell).at("kpi_last_n").at("cancel_ratio");
    EXPECT_TRUE(statistics.at("mean").is_null());
    EXPECT_EQ(statistics.at("count"), 0);
    EXPECT_EQ(statistics.at("missing"), 8);
}

TEST_P(CliReference, StrictVerificationIsUnverified)
{
    Shell shell;
    const ShellResult strict = shell.run("soak verify '" + folder() + "' --strict");
    const ShellResult lenient = shell.run("soak verify '" + folder() + "'");
    EXPECT_EQ(strict.exitCode, 3);
    EXPECT_EQ(lenient.exitCode, 0);
    EXPECT_NE(strict.out.find("UNVERIFIED"), std::string::npos) << strict.out;
    EXPECT_NE(lenient.out.find("UNVERIFIED"), std::string::npos) << lenient.out;
}

TEST_P(CliReference, VerificationNamesTheAbsoluteDeltas)
{
    Shell shell;
    const std::string out = shell.run("soak verify '" + folder() + "' --strict").out;
    for (const char* path : {"risk.impact_cap_ratio", "risk.max_delta_ratio",
                             "engine.min_interval_ms", "engine.tail_age_ms"}) {
        EXPECT_NE(out.find(path), std::string::npos) << path << "\n" << out;
    }
    const Json json = Json::parse(shell.run("soak verify '" + folder() + "' --strict --json").out);
    EXPECT_EQ(json.at("verdict"), "UNVERIFIED");
    EXPECT_TRUE(json.at("full_apply_ratio").is_null());
}

TEST_P(CliReference, LegacyNumbersAreToldWhenAsked)
{
    Shell shell;
    const Json json = Json::parse(shell.run("soak verify '" + folder() + "' --json --legacy").out);
    const Json theirs = Json::parse(bytesOf(folder() + "/reference-output/DELTA_VERIFY.json"));
    for (const char* key : {"full_apply_ratio", "full_apply_count", "partial_ok_count",
                            "fail_count", "proposed_count"}) {
        EXPECT_EQ(json.at("legacy").at(key), theirs.at(key)) << key;
    }
}

TEST_P(CliReference, Defect16VelocityOutsideTheWindowIsNotCountedInIt)
{
    Shell shell;
    const Json ours = ourSnapshot(shell);
    const bool inWindow = GetParam() == 8;
    EXPECT_EQ(ours.at("guards_last_n").at("counts").at("velocity"), inWindow ? 3 : 0);
    EXPECT_EQ(ours.at("guards_all").at("iterations").at("velocity"), Json({4, 5, 6}));
}

TEST_P(CliReference, MakerShareIsThatOfTheFills)
{
    Shell shell;
    const std::string metrics = shell.run("soak metrics '" + folder() + "'").out;
    EXPECT_NE(metrics.find("\nmaker_share_pct 85\n"), std::string::npos) << metrics.substr(0, 2000);
    EXPECT_EQ(metrics.find("latency_spread_add_bps 0"), std::string::npos); // was not recorded
}

INSTANTIATE_TEST_SUITE_P(Runs, CliReference, testing::Values(8, 36));

} // namespace
} // namespace soak
