// SPDX-License-Identifier: GPL-3.0-or-later
// `soak compare` and `soak gate --confidence`, as people run them.
#include "tests/cli/compared_runs.h"
#include "tests/cli/shell.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace soak
{
namespace
{

using testing::HasSubstr;
using Json = nlohmann::json;

std::vector<std::string> verdictsOf(const Json& comparison)
{
    std::vector<std::string> verdicts;
    for (const Json& effect : comparison.at("pairs").at(0).at("effects")) {
        verdicts.push_back(effect.at("verdict"));
    }
    return verdicts;
}

TEST(CliCompare, ARunWithItselfIsSameOrInconclusive)
{
    Shell shell;
    shell.run(simulated("a", 1) + kRun36 + "; " + "cp -r artifacts/soak/latest/soak/latest b");
    for (const std::string& run :
         {std::string("a"), std::string("b"), fixture("reference-8"), fixture("reference-36")}) {
        const ShellResult result = shell.run("soak compare --json " + run + " " + run);
        ASSERT_EQ(result.exitCode, 0) << result.err;
        for (const std::string& verdict : verdictsOf(Json::parse(result.out))) {
            EXPECT_TRUE(verdict == "same" || verdict == "inconclusive") << run << " " << verdict;
        }
        EXPECT_NE(shell.run("soak compare --exit-code " + run + " " + run).exitCode, 1) << run;
    }
}

// The short one has four iterations after the warm-up: nothing is claimed of it, and the reason is
// told with the iterations that are needed.
TEST(CliCompare, AShortRunIsTooShortAndSaysSo)
{
    Shell shell;
    const std::string both = fixture("reference-8") + " " + fixture("reference-36");
    const ShellResult result = shell.run("soak compare --json " + both);
    ASSERT_EQ(result.exitCode, 0) << result.err;
    const Json json = Json::parse(result.out);
    for (const Json& effect : json.at("pairs").at(0).at("effects")) {
        EXPECT_EQ(effect.at("verdict"), "inconclusive");
        EXPECT_EQ(effect.at("reason"), "n<8");
        EXPECT_EQ(effect.at("why"), "4 values after the warm-up, at least 8 are needed");
    }
    const ShellResult text = shell.run("soak compare " + both);
    EXPECT_THAT(text.out, HasSubstr("0 better, 0 same, 0 worse, 4 not known (about "));
    EXPECT_EQ(shell.run("soak compare --exit-code " + both).exitCode, 3);
}

TEST(CliCompare, OtherOverridesMakeADifferenceThatIsSeen)
{
    Shell shell;
    shell.run(simulated("a", 1) + simulated("b", 2) + simulated("c", 3, "--start red"));
    const Json same = Json::parse(shell.run("soak compare a b --json").out);
    EXPECT_EQ(same.at("pairs").at(0).at("same_configuration"), true);
    EXPECT_THAT(shell.run("soak compare a b").out,
                HasSubstr("same configuration: a difference here is not the overrides"));
    const ShellResult other = shell.run("soak compare a c --json --exit-code");
    EXPECT_EQ(other.exitCode, 1);
    const Json json = Json::parse(other.out);
    EXPECT_GT(json.at("pairs").at(0).at("worse"), 0);
    EXPECT_EQ(json.at("pairs").at(0).at("same_configuration"), false);
    EXPECT_FALSE(json.at("overrides").at("differing").empty());
}

TEST(CliCompare, EveryFormIsWrittenWhereItIsAskedFor)
{
    Shell shell;
    shell.run(simulated("a", 1) + simulated("b", 2));
    for (const char* format : {"text", "md", "html", "json", "csv"}) {
        const std::string out = std::string("diff.") + format;
        const ShellResult result =
            shell.run(std::string("soak compare a b --format ") + format + " --out " + out);
        EXPECT_EQ(result.exitCode, 0) << result.err;
        EXPECT_EQ(result.out, "");
        EXPECT_THAT(shell.read(out), HasSubstr("net_bps")) << format;
    }
    EXPECT_EQ(shell.run("xmllint --noout diff.html").exitCode, 0);
    EXPECT_EQ(shell.run("soak compare a b --out a/diff.txt").exitCode, 2);
    EXPECT_EQ(shell.run("soak compare a b --out no/where").exitCode, 5);
}

TEST(CliCompare, TheLastGreenRunIsTheBaseline)
{
    Shell shell;
    for (const char* id : {"1700000000", "1700000500"}) {
        shell.set("SOURCE_DATE_EPOCH", id);
        shell.run("soak run --iterations 36 --mock --auto-tune --run-isolated >/dev/null 2>&1");
    }
    const ShellResult result =
        shell.run("soak compare --last-green artifacts/soak/latest/RUN_1700000500000 --json");
    ASSERT_EQ(result.exitCode, 0) << result.err;
    EXPECT_EQ(Json::parse(result.out).at("runs").at(0).at("run_id"), "RUN_1700000000000");
    EXPECT_EQ(
        shell.run("soak compare --last-green artifacts/soak/latest/RUN_1700000000000").exitCode, 3);
}

TEST(CliCompare, CalibratesOnTheRunsOfOneConfiguration)
{
    Shell shell;
    std::string line;
    for (int seed = 1; seed <= 5; ++seed) {
        line += simulated("artifacts/r" + std::to_string(seed), seed);
    }
    shell.run(line + simulated("artifacts/red", 9, "--start red"));
    const ShellResult result = shell.run("soak compare --calibrate --json");
    ASSERT_EQ(result.exitCode, 0) << result.err;
    const Json json = Json::parse(result.out);
    EXPECT_EQ(json.at("runs"), 5);
    EXPECT_EQ(json.at("kpis").at(0).at("pairs"), 10);
    EXPECT_EQ(shell.run("soak compare --calibrate artifacts/r1 artifacts/r2").exitCode, 0);
}

TEST(CliCompare, RefusesWhatItCannotDo)
{
    Shell shell;
    shell.run(simulated("a", 1));
    const auto code = [&](const std::string& arguments) {
        return shell.run("soak compare " + arguments).exitCode;
    };
    EXPECT_EQ(code("a"), 2);
    EXPECT_EQ(code("a nowhere"), 3);
    EXPECT_EQ(code("a a --kpi nonsense"), 2);
    EXPECT_EQ(code("a a --kpi cancel_ratio"), 2);
    EXPECT_EQ(code("a a --kpi cancel_ratio --margin cancel_ratio=0.05"), 0);
    EXPECT_EQ(code("a a --margin net_bps=-1"), 2);
    EXPECT_EQ(code("a a --margin net_bps"), 2);
    EXPECT_EQ(code("a a --alpha 1.5"), 2);
    EXPECT_EQ(code("a a --window all --from 3"), 2);
    EXPECT_EQ(code("a a --last-green"), 2);
    EXPECT_EQ(code("a a --window last8"), 0);
}

TEST(CliGateConfidence, GoesByWhatIsProved)
{
    Shell shell;
    shell.run(kRun36);
    const ShellResult result = shell.run("soak gate --confidence --out verdict.json");
    EXPECT_EQ(result.exitCode, 3) << result.out;
    EXPECT_THAT(result.out, HasSubstr("GO-UNPROVEN"));
    const Json verdict = Json::parse(shell.read("verdict.json"));
    EXPECT_EQ(verdict.at("exit_code"), 3);
    EXPECT_EQ(verdict.at("passed"), false);
    EXPECT_EQ(verdict.at("verdict"), "PASS"); // the contract stands beside it
    EXPECT_EQ(verdict.at("confidence").at("call"), "GO-UNPROVEN");
    EXPECT_EQ(shell.run("soak gate").exitCode, 0);
    shell.run(kRun8);
    EXPECT_EQ(shell.run("soak gate --confidence").exitCode, 1);
}

} // namespace
} // namespace soak
