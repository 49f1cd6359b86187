// SPDX-License-Identifier: GPL-3.0-or-later
// `soak run` beyond its plain use: exports, gates, smoke mode, interruption, other engines.
#include "tests/cli/shell.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

using Json = nlohmann::json;

TEST(CliRun, FailOnGateExitsAsTheGateWould)
{
    Shell shell;
    EXPECT_EQ(shell.run("soak run --mock --auto-tune --iterations 8 --fail-on-gate").exitCode, 1);
    EXPECT_EQ(shell.run("soak run --mock --auto-tune --iterations 36 --fail-on-gate").exitCode, 0);
}

TEST(CliRun, Defect47ExportsAreHonouredWithAutoTune)
{
    Shell shell;
    EXPECT_EQ(shell
                  .run("soak run --mock --auto-tune --export-json s.json --export-md a.md "
                       "--gate-summary g.json")
                  .exitCode,
              0);
    EXPECT_EQ(Json::parse(shell.read("s.json")).at("verdict"), "PASS");
    EXPECT_NE(shell.read("a.md").find("Executive Summary"), std::string::npos);
    const Json gates = Json::parse(shell.read("g.json"));
    EXPECT_EQ(gates.at("verdict"), "PASS");
    EXPECT_EQ(gates.at("gates").at("maker_taker_ok").at("actual"), 0.85);
}

TEST(CliRun, Defect45SmokeModeRunsThreeIterationsInItsOwnRoot)
{
    Shell shell;
    shell.set("ARTIFACTS_ROOT", "private");
    shell.set("SOAK_SMOKE_MODE", "1");
    EXPECT_EQ(shell.run("soak run --auto-tune --fail-on-gate").exitCode, 0);
    const Json report =
        Json::parse(shell.read("private/soak/latest/soak/latest/TUNING_REPORT.json"));
    EXPECT_EQ(report.at("iterations").size(), 3U);
    EXPECT_EQ(report.at("summary").at("count"), 3);
    for (int k = 1; k <= 3; ++k) {
        EXPECT_NE(shell.read("private/soak/latest/soak/latest/ITER_SUMMARY_" + std::to_string(k) +
                             ".json"),
                  "");
    }
    EXPECT_FALSE(std::filesystem::exists(shell.path("artifacts")));
}

TEST(CliRun, ASimulatedMarketIsTunedAndReproduced)
{
    Shell shell;
    const char* line = "soak run --engine sim --scenario news --seed 7 --iterations 3 --auto-tune";
    EXPECT_EQ(shell.run(line).exitCode, 0);
    const std::string folder = "artifacts/soak/latest/soak/latest/";
    const Json run = Json::parse(shell.read(folder + "RUN.json"));
    EXPECT_EQ(run.at("engine"), "sim");
    EXPECT_EQ(run.at("scenario"), "news");
    EXPECT_EQ(run.at("seed"), 7);
    const Json summary = Json::parse(shell.read(folder + "ITER_SUMMARY_3.json")).at("summary");
    EXPECT_TRUE(summary.at("net_bps").is_number());
    const Json report = Json::parse(shell.read(folder + "artifacts/EDGE_REPORT.json"));
    EXPECT_EQ(report.at("totals").at("risk_source"), "exposure");
    EXPECT_EQ(report.at("totals").at("risk_ratio"), summary.at("risk_ratio"));
    EXPECT_EQ(shell.run("soak reproduce").exitCode, 0);
    EXPECT_NE(shell.run("soak show").out.find("scenario news"), std::string::npos);
}

TEST(CliRun, TheMarketIsCalmUnlessSaidOtherwise)
{
    Shell shell;
    const ShellResult result = shell.run("soak run --engine sim --dry-run");
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(Json::parse(result.out).at("scenario"), "calm");
}

TEST(CliRun, DryRunWritesNothing)
{
    Shell shell;
    const ShellResult result = shell.run("soak run --mock --dry-run");
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(Json::parse(result.out).at("engine"), "mock");
    EXPECT_TRUE(std::filesystem::is_empty(shell.path()));
}

TEST(CliRun, AutoTuneCanBeSwitchedOffByTheEnvironment)
{
    Shell shell;
    shell.set("MM_DISABLE_AUTO_TUNE", "1");
    EXPECT_EQ(shell.run("soak run --mock --auto-tune --iterations 8").exitCode, 0);
    const Json overrides =
        Json::parse(shell.read("artifacts/soak/latest/soak/latest/runtime_overrides.json"));
    EXPECT_EQ(overrides.at("engine").at("tail_age_ms"), 600);
    // Nothing arrived, and nobody says so; nothing was frozen either.
    EXPECT_NE(shell.run("soak verify --strict").out.find(" 0 arrived in full"), std::string::npos);
    EXPECT_EQ(shell.run("soak metrics").out.find("guard_triggers_total{type=\"freeze\"} 7"),
              std::string::npos);
}

TEST(CliRun, StartingValuesTakeTheirPlaces)
{
    Shell shell;
    shell.write("o.json", R"({"tail_age_ms":650,"min_interval_ms":70,"mystery":{"x":1}})");
    shell.set("MM_RUNTIME_OVERRIDES_JSON", R"({"quoting":{"min_interval_ms":72}})");
    EXPECT_EQ(shell.run("soak run --mock --iterations 1 --overrides o.json --set tail_age_ms=660")
                  .exitCode,
              0);
    const Json overrides =
        Json::parse(shell.read("artifacts/soak/latest/soak/latest/runtime_overrides.json"));
    EXPECT_EQ(overrides.at("engine").at("tail_age_ms"), 660);
    EXPECT_EQ(overrides.at("quoting").at("min_interval_ms"), 72);
    EXPECT_EQ(overrides.at("mystery").at("x"), 1);
    EXPECT_EQ(shell.run("soak run --mock --iterations 1 --overrides-form flat").exitCode, 0);
}

TEST(CliRun, FlatFormIsFlat)
{
    Shell shell;
    EXPECT_EQ(shell.run("soak run --mock --iterations 1 --overrides-form flat").exitCode, 0);
    EXPECT_EQ(Json::parse(shell.read("artifacts/soak/latest/soak/latest/runtime_overrides.json"))
                  .at("tail_age_ms"),
              600);
}

TEST(CliRun, Defect55FailedIterationOfABotIsRecordedAndTheExitCodeIsNotZero)
{
    Shell shell;
    shell.write("bot.sh", "[ \"$SOAK_ITERATION\" = 2 ] && { echo broken >&2; exit 3; }\n"
                          "printf '{\"totals\":{\"net_bps\":3.0,\"p95_latency_ms\":200}}' > "
                          "\"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\"\n");
    shell.set("SOAK_SLEEP_SECONDS", "0");
    const ShellResult result = shell.run("soak run --engine command --iterations 3 -- sh bot.sh");
    EXPECT_EQ(result.exitCode, 1) << result.err;
    EXPECT_EQ(shell.run("soak report --out reports").exitCode, 1);
    EXPECT_NE(shell.read("reports/FAILURES.md").find("3"), std::string::npos);
    const Json shown = Json::parse(shell.run("soak show --json").out);
    EXPECT_TRUE(shown.is_object());
}

// In a bot: between it and the program stands its keeper.
constexpr const char* kPidOfSoak = "cut -d ' ' -f 4 /proc/$PPID/stat";

TEST(CliRun, SigtermLeavesValidFilesAndResumeCompletes)
{
    Shell shell;
    shell.write("bot.sh", "printf '{\"totals\":{\"net_bps\":3.0,\"p95_latency_ms\":200}}' > "
                          "\"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\"\n"
                          "[ \"$SOAK_ITERATION\" = 2 ] && [ ! -e once ] && { : > once; kill -TERM "
                          "$(" +
                              std::string(kPidOfSoak) + "); }\nexit 0\n");
    shell.set("SOAK_SLEEP_SECONDS", "0");
    const ShellResult stopped =
        shell.run("soak run --engine command --iterations 4 --out d -- sh bot.sh");
    EXPECT_EQ(stopped.exitCode, 143) << stopped.err << stopped.out;
    EXPECT_FALSE(std::filesystem::exists(shell.path("d/.run.lock")));
    EXPECT_FALSE(std::filesystem::exists(shell.path("d/ITER_SUMMARY_4.json")));
    const ShellResult resumed =
        shell.run("soak run --resume --out d --engine command -- sh bot.sh");
    EXPECT_EQ(resumed.exitCode, 0) << resumed.err;
    const Json shown = Json::parse(shell.run("soak show d --json").out);
    EXPECT_TRUE(std::filesystem::exists(shell.path("d/ITER_SUMMARY_4.json")));
    EXPECT_TRUE(std::filesystem::exists(shell.path("d/RUN_END.json")));
}

TEST(CliRun, SigintExitsWith130)
{
    Shell shell;
    shell.write("bot.sh",
                "kill -INT $(" + std::string(kPidOfSoak) +
                    ")\nprintf '{\"totals\":{}}' > \"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\"\n");
    const ShellResult result =
        shell.run("soak run --engine command --iterations 4 --out d -- sh bot.sh");
    EXPECT_EQ(result.exitCode, 130);
    EXPECT_EQ(result.err.find("cancelled"), std::string::npos) << result.err;
}

TEST(Defect10, MakerRuleSeesTheShareOfTheSameIteration)
{
    Shell shell;
    shell.run("soak run --mock --auto-tune --iterations 36 --out run");
    // 0.75 is the first share below 0.85 at a low risk: only a ratio computed before proposing says
    // so.
    const Json summary = Json::parse(shell.read("run/ITER_SUMMARY_6.json"));
    EXPECT_EQ(summary.at("summary").at("maker_taker_ratio"), 0.75);
    EXPECT_EQ(summary.at("tuning").at("proposed_deltas").at("replace_rate_per_min"), -45.0);
}

TEST(Defect22, AuditSummaryCountsTheDeltasOfTheRunAndKeepsEveryRow)
{
    Shell shell;
    shell.run(
        "soak run --mock --auto-tune --iterations 36 --out run && soak report run --out reports");
    const Json audit = Json::parse(shell.read("reports/POST_SOAK_AUDIT_SUMMARY.json"));
    EXPECT_EQ(audit.at("iterations"), 36);
    EXPECT_EQ(audit.at("tuning").at("applied_iterations"), Json({1, 2, 3, 4, 5, 6, 7}));
    EXPECT_EQ(shell.run("grep -c . reports/POST_SOAK_ITER_TABLE.csv").out, "37\n");
}

TEST(CliRun, EightIsolatedRunsAtOnceAreEightWholeFoldersAndLatestIsOneOfThem)
{
    Shell shell;
    const ShellResult result = shell.run("for i in 1 2 3 4 5 6 7 8; do soak run --mock --auto-tune "
                                         "--iterations 8 --run-isolated & done; wait");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    int whole = 0;
    int same = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(shell.path("artifacts/soak/latest"))) {
        const std::string name = entry.path().filename();
        if (!name.starts_with("RUN_")) {
            continue;
        }
        ++whole;
        EXPECT_TRUE(std::filesystem::exists(entry.path() / "RUN_END.json")) << name;
        same += shell.run("diff -r -x LATEST.json artifacts/soak/latest/" + name +
                          " artifacts/soak/latest/soak/latest")
                            .exitCode == 0
                    ? 1
                    : 0;
        EXPECT_EQ(shell.run("soak reproduce artifacts/soak/latest/" + name).exitCode, 0) << name;
    }
    EXPECT_EQ(whole, 8);
    EXPECT_EQ(same, 1);
}

} // namespace
} // namespace soak
