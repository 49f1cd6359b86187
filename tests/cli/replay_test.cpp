// SPDX-License-Identifier: GPL-3.0-or-later
// `soak run --engine replay`: the tuner answers to a run that was made before.
#include "tests/cli/shell.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace soak
{
namespace
{

using Json = nlohmann::json;

constexpr const char* kSource =
    "soak run --engine sim --iterations 6 --auto-tune --tuner micro --seed 5 "
    "--set min_interval_ms=45 --out source >/dev/null 2>&1";
constexpr const char* kReplay = "soak run --engine replay --replay source --auto-tune --out again";

Json jsonIn(const Shell& shell, const std::string& file)
{
    return Json::parse(shell.read(file));
}

TEST(CliReplay, TakesTheMeasurementsAndSaysThatTheyDoNotAnswer)
{
    Shell shell;
    ASSERT_EQ(shell.run(kSource).exitCode, 0);
    const ShellResult result = shell.run(std::string(kReplay) + " --tuner model");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_NE(result.err.find("KPIs do not answer to the overrides"), std::string::npos);
    for (int k = 1; k <= 6; ++k) {
        const std::string name = "/ITER_SUMMARY_" + std::to_string(k) + ".json";
        EXPECT_EQ(jsonIn(shell, "again" + name).at("summary"),
                  jsonIn(shell, "source" + name).at("summary"));
    }
    const Json run = jsonIn(shell, "again/RUN.json");
    EXPECT_EQ(run.at("iterations"), 6);
    EXPECT_EQ(run.at("tuner"), "model");
    EXPECT_EQ(run.at("initial_overrides"),
              jsonIn(shell, "source/RUN.json").at("initial_overrides"));
    EXPECT_EQ(run.at("replay").at("engine"), "sim");
    EXPECT_EQ(run.at("replay").at("files").size(), 7U);
    EXPECT_NE(shell.run("soak show again --json").out.find("KPIs do not answer to the overrides"),
              std::string::npos);
    EXPECT_NE(shell.run("soak show again").out.find("KPIs do not answer to the overrides"),
              std::string::npos);
    EXPECT_NE(shell.run("soak gate again").out.find("KPIs do not answer to the overrides"),
              std::string::npos);
    EXPECT_EQ(shell.run("soak verify again --strict").exitCode, 0);
    EXPECT_EQ(shell.run("soak reproduce again --replay source").exitCode, 0);
    EXPECT_EQ(shell.run("soak reproduce again").exitCode, 2);
}

// The same tuner on the same measurements does what it did.
TEST(CliReplay, TheTunerOfTheSourceProposesTheSameAgain)
{
    Shell shell;
    ASSERT_EQ(shell.run("soak run --mock --iterations 8 --auto-tune --out source").exitCode, 0);
    ASSERT_EQ(shell.run(kReplay).exitCode, 0);
    for (int k = 1; k <= 8; ++k) {
        const std::string name = "/ITER_SUMMARY_" + std::to_string(k) + ".json";
        for (const char* part : {"tuning", "runtime_overrides", "runtime_overrides_next"}) {
            EXPECT_EQ(jsonIn(shell, "again" + name).at(part),
                      jsonIn(shell, "source" + name).at(part))
                << k << " " << part;
        }
    }
}

TEST(CliReplay, AGapOfTheSourceIsAFailedIterationAndNeverZero)
{
    Shell shell;
    ASSERT_EQ(shell.run(kSource).exitCode, 0);
    std::filesystem::remove(shell.path("source/ITER_SUMMARY_2.json"));
    shell.write("source/ITER_SUMMARY_4.json", "{\"iteration\": 4, \"su");
    EXPECT_EQ(shell.run(kReplay).exitCode, 1);
    const Json gap = jsonIn(shell, "again/ITER_SUMMARY_2.json").at("summary");
    EXPECT_EQ(gap.at("failure"), "the run replayed has no file of iteration 2");
    EXPECT_TRUE(gap.at("net_bps").is_null());
    const Json torn = jsonIn(shell, "again/ITER_SUMMARY_4.json").at("summary");
    EXPECT_NE(torn.at("failure").get<std::string>().find("ITER_SUMMARY_4.json"), std::string::npos);
    EXPECT_TRUE(torn.at("net_bps").is_null());
    EXPECT_TRUE(jsonIn(shell, "again/ITER_SUMMARY_5.json").at("summary").at("net_bps").is_number());
}

TEST(CliReplay, ARunWhoseSourceChangedIsNotResumed)
{
    Shell shell;
    ASSERT_EQ(shell.run(kSource).exitCode, 0);
    ASSERT_EQ(shell.run(std::string(kReplay) + " --iterations 4").exitCode, 0);
    // As a kill after iteration 2 leaves it.
    for (const char* name :
         {"RUN_END.json", "ITER_SUMMARY_3.json", "ITER_SUMMARY_4.json", "TUNING_STATE.json"}) {
        std::filesystem::remove(shell.path(std::string("again/") + name));
    }
    EXPECT_EQ(shell.run("soak run --resume --out again").exitCode, 2);
    std::ofstream(shell.path("source/ITER_SUMMARY_6.json"), std::ios::app) << "\n";
    const ShellResult refused = shell.run("soak run --resume --out again --replay source");
    EXPECT_EQ(refused.exitCode, 4);
    EXPECT_NE(refused.err.find("ITER_SUMMARY_6.json"), std::string::npos) << refused.err;
    ASSERT_EQ(shell.run(kSource).exitCode, 0); // the same again, but for its start
    EXPECT_EQ(shell.run("soak run --resume --out again --replay source").exitCode, 4);
}

TEST(CliReplay, Misuse)
{
    Shell shell;
    ASSERT_EQ(shell.run("soak run --mock --iterations 2").exitCode, 0);
    EXPECT_EQ(shell.run("soak run --engine replay").exitCode, 2);
    EXPECT_EQ(shell.run("soak run --mock --replay artifacts").exitCode, 2);
    EXPECT_EQ(shell.run("soak run --engine replay --replay none --out o").exitCode, 3);
    const ShellResult own = shell.run("soak run --engine replay --replay artifacts/soak/latest");
    EXPECT_EQ(own.exitCode, 2);
    EXPECT_NE(own.err.find("--out"), std::string::npos) << own.err;
    EXPECT_EQ(shell.run("soak show").exitCode, 0); // it is still there
    EXPECT_EQ(shell
                  .run("soak run --engine replay --replay artifacts/soak/latest --iterations 3 "
                       "--out o")
                  .exitCode,
              2);
}

} // namespace
} // namespace soak
