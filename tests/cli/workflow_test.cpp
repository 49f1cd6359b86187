// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of DESIGN 4 as they stand there, in an empty folder, for 8 and for 36 iterations
// (DOMAIN 8).
#include "tests/cli/shell.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

constexpr const char* kGoldenState =
    "083d8133e080af1c96caddf3fcefdca120ace4c38bc9284476ca7442a1a75b6e";

struct Expected {
    int iterations;
    bool isolated;
    int reportCode;
    const char* verdict;
    double makerMean;
    double p95Max;
    double riskMedian;
    double netMean;
    int goals;
};

class CliWorkflow : public testing::TestWithParam<Expected>
{
};

TEST_P(CliWorkflow, WorksAsWritten)
{
    const Expected& expected = GetParam();
    Shell shell;
    const std::string isolated = expected.isolated ? " --run-isolated" : "";
    EXPECT_EQ(shell
                  .run("soak run --iterations " + std::to_string(expected.iterations) +
                       " --mock --auto-tune" + isolated)
                  .exitCode,
              0);

    const ShellResult verified =
        shell.run("soak verify  --path artifacts/soak/latest/soak/latest --strict --json");
    EXPECT_EQ(verified.exitCode, 0) << verified.out;
    const auto delta = nlohmann::json::parse(verified.out);
    EXPECT_EQ(delta.at("full_apply_ratio"), 1.0);
    EXPECT_EQ(delta.at("effective_apply_ratio"), 0.571);
    EXPECT_EQ(delta.at("proposed_count"), 7);
    EXPECT_EQ(delta.at("full_apply_count"), 4);
    EXPECT_EQ(delta.at("partial_ok_count"), 3);

    EXPECT_EQ(shell
                  .run("soak report  --src artifacts/soak/latest --out "
                       "artifacts/soak/latest/reports/analysis")
                  .exitCode,
              expected.reportCode);
    EXPECT_EQ(shell
                  .run("soak metrics --path artifacts/soak/latest/soak/latest --output "
                       "artifacts/soak/latest/metrics.prom")
                  .exitCode,
              0);
    EXPECT_EQ(shell.run("soak gate    --src artifacts/soak/latest").exitCode, expected.reportCode);

    const auto snapshot = nlohmann::json::parse(
        shell.read("artifacts/soak/latest/reports/analysis/POST_SOAK_SNAPSHOT.json"));
    const auto& kpi = snapshot.at("kpi_last_n");
    EXPECT_EQ(snapshot.at("verdict"), expected.verdict);
    EXPECT_EQ(snapshot.at("pass_count_last_n"), expected.goals);
    EXPECT_EQ(snapshot.at("freeze_ready"), expected.reportCode == 0);
    EXPECT_EQ(kpi.at("maker_taker_ratio").at("mean"), expected.makerMean);
    EXPECT_EQ(kpi.at("p95_latency_ms").at("max"), expected.p95Max);
    EXPECT_EQ(kpi.at("risk_ratio").at("median"), expected.riskMedian);
    EXPECT_EQ(kpi.at("net_bps").at("mean"), expected.netMean);

    const auto state =
        nlohmann::json::parse(shell.read("artifacts/soak/latest/soak/latest/TUNING_STATE.json"));
    EXPECT_EQ(state.at("last_applied_signature"), kGoldenState);
    const auto overrides = nlohmann::json::parse(
        shell.read("artifacts/soak/latest/soak/latest/runtime_overrides.json"));
    EXPECT_EQ(overrides, nlohmann::json::parse(R"({"engine":{"tail_age_ms":690},
        "impact":{"impact_cap_ratio":0.09,"max_delta_ratio":0.13},
        "quoting":{"base_spread_bps":0.15,"base_spread_bps_delta":0.09,"min_interval_ms":80,"replace_rate_per_min":255}})"));
    EXPECT_EQ(shell.run("soak reproduce artifacts/soak/latest").exitCode, 0);
}

std::string nameOf(const testing::TestParamInfo<Expected>& which)
{
    return std::to_string(which.param.iterations) + (which.param.isolated ? "Isolated" : "InPlace");
}

INSTANTIATE_TEST_SUITE_P(
    Domain8, CliWorkflow,
    testing::Values(Expected{8, false, 1, "FAIL", 0.6813, 310.0, 0.3594, 2.15, 2},
                    Expected{8, true, 1, "FAIL", 0.6813, 310.0, 0.3594, 2.15, 2},
                    Expected{36, false, 0, "PASS", 0.85, 180.0, 0.3, 5.95, 4},
                    Expected{36, true, 0, "PASS", 0.85, 180.0, 0.3, 5.95, 4}),
    nameOf);

TEST(CliWorkflow, VerbsWorkWithoutAnyPath)
{
    Shell shell;
    EXPECT_EQ(shell.run("soak run --iterations 36 --mock --auto-tune").exitCode, 0);
    EXPECT_EQ(shell.run("soak verify --strict").exitCode, 0);
    EXPECT_EQ(shell.run("soak report").exitCode, 0);
    EXPECT_EQ(shell.run("soak gate").exitCode, 0);
    EXPECT_EQ(shell.run("soak metrics").exitCode, 0);
    EXPECT_EQ(shell.run("soak show").exitCode, 0);
    EXPECT_TRUE(std::filesystem::exists(
        shell.path("artifacts/soak/latest/reports/analysis/POST_SOAK_REPORT.html")));
}

TEST(CliWorkflow, ReadingVerbsWriteNothingIntoTheRun)
{
    Shell shell;
    shell.run("soak run --iterations 8 --mock --auto-tune");
    const std::string listing =
        "cd artifacts/soak/latest/soak/latest && find . -type f -exec sha256sum {} + | sort";
    const std::string before = shell.run(listing).out;
    shell.run("soak verify; soak report; soak gate; soak metrics; soak show; soak diff @1 @8; soak "
              "reproduce");
    EXPECT_EQ(shell.run(listing).out, before);
}

TEST(CliWorkflow, AChangedSummaryBreaksTheChainAndEveryVerdict)
{
    Shell shell;
    shell.run("soak run --iterations 36 --mock --auto-tune");
    EXPECT_EQ(shell
                  .run("sed -i 's/\"p95_latency_ms\": 180.0/\"p95_latency_ms\": 100.0/' "
                       "artifacts/soak/latest/soak/latest/ITER_SUMMARY_30.json")
                  .exitCode,
              0);
    EXPECT_EQ(shell.run("soak verify --strict").exitCode, 4);
    EXPECT_EQ(shell.run("soak gate").exitCode, 4);
    EXPECT_EQ(shell.run("soak report").exitCode, 4);
    EXPECT_NE(shell.run("soak gate").out.find("hash chain is broken"), std::string::npos);
    EXPECT_NE(shell.read("artifacts/soak/latest/reports/analysis/FAILURES.md")
                  .find("hash chain is broken"),
              std::string::npos);
    EXPECT_EQ(shell.run("soak run --resume").exitCode, 4);
}

TEST(CliWorkflow, GateJudgesByTheProfileOfTheRun)
{
    Shell shell;
    EXPECT_EQ(
        shell.run("soak run --iterations 3 --mock --gate-profile smoke --fail-on-gate").exitCode,
        0);
    EXPECT_EQ(shell.run("soak gate").exitCode, 0);
    EXPECT_EQ(shell.run("soak gate --profile mission").exitCode, 1);
}

TEST(CliWorkflow, EveryVerbHasJsonWithSchemaAndToolVersion)
{
    Shell shell;
    for (const std::string line : {"run --iterations 8 --mock --auto-tune",
                                   "verify",
                                   "report",
                                   "gate",
                                   "metrics",
                                   "diff @1 @8",
                                   "show",
                                   "show --iteration 3",
                                   "bundle --out dist",
                                   "bundle --out dist --allow-fail",
                                   "bundle verify dist/*.tar.gz",
                                   "canary --out plan",
                                   "canary check --stage H1",
                                   "reproduce",
                                   "config show",
                                   "config gates",
                                   "config profiles",
                                   "config presets",
                                   "config gates mission",
                                   "config parameters",
                                   "config paths",
                                   "doctor",
                                   "completion bash",
                                   "version"}) {
        const ShellResult result = shell.run("soak " + line + " --json");
        const auto json = nlohmann::json::parse(result.out, nullptr, false);
        ASSERT_TRUE(json.is_object()) << line << "\n" << result.out << result.err;
        EXPECT_TRUE(json.contains("tool_version")) << line;
        EXPECT_TRUE(json.contains("schema") || json.contains("schema_version")) << line;
    }
}

} // namespace
} // namespace soak
