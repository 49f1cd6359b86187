// SPDX-License-Identifier: GPL-3.0-or-later
// `soak compare` and `soak gate --confidence`, as people run them.
#include "tests/cli/shell.h"
#include "tests/support/test_data.h"

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

std::string simulated(const std::string& name, int seed, const std::string& more = {})
{
    return "soak run --engine sim --seed " + std::to_string(seed) + " --iterations 24 --out " +
           name + " " + more + " >/dev/null 2>&1; ";
}

std::string fixture(const std::string& name)
{
    return "'" + testDataPath("fixtures/" + name).string() + "'";
}

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

// Three simulated nights a side, a to c and d to f.
std::string sixNights(const std::string& moreOfB = {})
{
    std::string line;
    for (int seed = 1; seed <= 6; ++seed) {
        line += simulated(std::string(1, static_cast<char>('a' + seed - 1)), seed,
                          seed > 3 ? moreOfB : "");
    }
    return line;
}

TEST(CliCompareArms, OtherOverridesMakeADifferenceThatIsSeen)
{
    Shell shell;
    shell.run(sixNights("--start red"));
    const ShellResult result =
        shell.run("soak compare --arm-a a b c --arm-b d e f --json --exit-code");
    EXPECT_EQ(result.exitCode, 1) << result.err;
    const Json json = Json::parse(result.out);
    EXPECT_EQ(json.at("schema"), "soak-compare-arms/1");
    EXPECT_GT(json.at("worse"), 0);
    EXPECT_EQ(json.at("runs").size(), 6U);
    EXPECT_EQ(json.at("runs").at(3).at("label"), "B1");
    const Json& effect = json.at("effects").at(0);
    EXPECT_EQ(effect.at("a").at("runs_used"), 3);
    ASSERT_EQ(effect.at("values").size(), 6U);
    double sum = 0;
    for (int run = 0; run < 3; ++run) {
        sum += effect.at("values").at(run).at("mean").get<double>();
    }
    EXPECT_NEAR(effect.at("a").at("mean"), sum / 3, 1e-12);
    // An option may stand between the words, and be given again.
    const ShellResult again = shell.run("soak compare --arm-b d --arm-a a b c --json --arm-b e f");
    EXPECT_EQ(Json::parse(again.out).at("effects"), json.at("effects"));
}

TEST(CliCompareArms, AnArmIsNeverBetterOrWorseThanItself)
{
    Shell shell;
    shell.run(sixNights());
    const ShellResult result =
        shell.run("soak compare --arm-a a b c d --arm-b a b c d --json --exit-code");
    EXPECT_NE(result.exitCode, 1) << result.err;
    for (const Json& effect : Json::parse(result.out).at("effects")) {
        EXPECT_TRUE(effect.at("verdict") == "same" || effect.at("verdict") == "inconclusive");
    }
}

TEST(CliCompareArms, EveryFormIsWrittenWhereItIsAskedFor)
{
    Shell shell;
    shell.run(sixNights());
    for (const char* format : {"text", "md", "html", "json"}) {
        const std::string out = std::string("arms.") + format;
        const ShellResult result = shell.run("soak compare --arm-a a b c --arm-b d e f --format " +
                                             std::string(format) + " --out " + out);
        EXPECT_EQ(result.exitCode, 0) << result.err;
        EXPECT_EQ(result.out, "");
        EXPECT_THAT(shell.read(out), HasSubstr("differences between nights")) << format;
    }
    EXPECT_EQ(shell.run("xmllint --noout arms.html").exitCode, 0);
    EXPECT_THAT(shell.read("arms.html"), HasSubstr("<svg class=\"forest\""));
    EXPECT_EQ(shell.run("soak compare --arm-a a b c --arm-b d e f --out b/x").exitCode, 2);
}

TEST(CliCompareArms, TooFewRunsSayHowManyAreLacking)
{
    Shell shell;
    shell.run(sixNights());
    const std::string few = "soak compare --arm-a a b --arm-b d e f ";
    EXPECT_EQ(shell.run(few + "--exit-code").exitCode, 3);
    const ShellResult text = shell.run(few);
    EXPECT_EQ(text.exitCode, 0);
    EXPECT_THAT(text.out, HasSubstr("arm A has 2 usable runs, at least 3 are needed"));
    EXPECT_THAT(text.out, HasSubstr("not known (runs<3), about "));
    // The same night again is no third one.
    EXPECT_THAT(shell.run("soak compare --arm-a a b b --arm-b d e f").out,
                HasSubstr("A3 is left out, the same run as A2"));
    // Four iterations of the short run are left after its warm-up.
    EXPECT_THAT(
        shell.run("soak compare --arm-a a b c " + fixture("reference-8") + " --arm-b d e f").out,
        HasSubstr("A4 is left out, 4 values after the warm-up, at least 8 are needed"));
}

TEST(CliCompareArms, RefusesWhatItCannotDo)
{
    Shell shell;
    shell.run(simulated("a", 1));
    const auto code = [&](const std::string& arguments) {
        return shell.run("soak compare " + arguments).exitCode;
    };
    EXPECT_EQ(code("--arm-a a a a"), 2);
    EXPECT_EQ(code("--arm-b a a a"), 2);
    EXPECT_EQ(code("--arm-a --arm-b a"), 2);
    EXPECT_EQ(code("a --arm-a a --arm-b a"), 2);
    EXPECT_EQ(code("--arm-a a --arm-b a --last-green"), 2);
    EXPECT_EQ(code("--arm-a a --arm-b a --calibrate"), 2);
    EXPECT_EQ(code("--arm-a a --arm-b a --details"), 2);
    EXPECT_EQ(code("--arm-a a --arm-b a --alpha 2"), 2);
    EXPECT_EQ(code("--arm-a a --arm-b ''"), 2);
    EXPECT_EQ(code("--arm-a a --arm-b nowhere"), 3);
    EXPECT_EQ(code("--arm-a a --arm-b a --kpi net_bps --margin net_bps=0.2"), 0);
}

// Runs that lie in "runs" and are remembered, called by what the history knows them by.
class RememberedNights : public Shell
{
public:
    RememberedNights()
    {
        set("XDG_DATA_HOME", path("data").string());
        for (int seed = 1; seed <= 3; ++seed) {
            set("SOURCE_DATE_EPOCH", std::to_string(1'760'000'000 + seed));
            const std::string folder = "runs/night-" + std::to_string(seed);
            run(simulated(folder, seed));
            // One after the other, so that their numbers are 1 to 3.
            EXPECT_EQ(run("soak history import " + folder).exitCode, 0);
        }
    }
};

std::string runIdOf(const ShellResult& result, std::size_t at)
{
    EXPECT_EQ(result.exitCode, 0) << result.err;
    return result.exitCode == 0 ? Json::parse(result.out).at("runs").at(at).value("run_id", "")
                                : "";
}

TEST(CliCompareNames, ARunIsWhatTheHistoryCallsIt)
{
    RememberedNights shell;
    shell.run("soak history tag RUN_1760000002000 canary; soak history release 3 v1.4");
    const std::string paths = shell.run("soak compare runs/night-1 runs/night-2 --json").out;
    for (const char* words : {"RUN_1760000001000 RUN_1760000002000", "night-1 night-2", "1 2",
                              "RUN_1760000001 canary", "runs/night-1 canary"}) {
        const ShellResult result = shell.run("soak compare " + std::string(words) + " --json");
        EXPECT_EQ(result.exitCode, 0) << words << result.err;
        EXPECT_TRUE(result.out == paths) << words;
    }
    EXPECT_EQ(runIdOf(shell.run("soak compare 1 v1.4 --json"), 1), "RUN_1760000003000");
    EXPECT_EQ(runIdOf(shell.run("soak compare --arm-a night-1 2 --arm-b v1.4 --json"), 1),
              "RUN_1760000002000");
    // The same words mean the same to the history.
    EXPECT_THAT(shell.run("soak history show v1.4").out, HasSubstr("RUN_1760000003000"));
}

TEST(CliCompareNames, APathThatIsThereIsNotLookedUp)
{
    RememberedNights shell;
    shell.run("cp -r runs/night-3 canary; soak history tag 1 canary");
    EXPECT_EQ(runIdOf(shell.run("soak compare 1 canary --json"), 1), "RUN_1760000003000");
}

TEST(CliCompareNames, AmbiguousUnknownAndVanishedRunsAreSaid)
{
    RememberedNights shell;
    const ShellResult several = shell.run("soak compare night- 1");
    EXPECT_EQ(several.exitCode, 2);
    EXPECT_THAT(several.err, HasSubstr("1 RUN_1760000001000 in "));
    EXPECT_THAT(several.err, HasSubstr("3 RUN_1760000003000 in "));
    const ShellResult unknown = shell.run("soak compare 1 elsewhere");
    EXPECT_EQ(unknown.exitCode, 3);
    EXPECT_THAT(unknown.err, HasSubstr("the history knows no run that is called so"));
    shell.run("mv runs/night-2 away");
    const ShellResult gone = shell.run("soak compare 1 2");
    EXPECT_EQ(gone.exitCode, 3);
    EXPECT_THAT(gone.err,
                HasSubstr("is gone; it was last known in " + shell.path("runs/night-2").string()));
}

// As `soak history`: --db, else its setting, else the file below XDG_DATA_HOME.
TEST(CliCompareNames, TheHistoryIsThatOfSoakHistory)
{
    RememberedNights shell;
    shell.run("mv data/soak-workbench/history.db other.db");
    EXPECT_EQ(shell.run("soak compare 1 2").exitCode, 3);
    EXPECT_EQ(shell.run("soak compare 1 2 --db other.db").exitCode, 0);
    EXPECT_EQ(shell.run("SOAK_HISTORY_DB=other.db soak compare 1 2").exitCode, 0);
    shell.write(".soak.toml", "[history]\ndb = \"other.db\"\n");
    EXPECT_EQ(shell.run("soak compare 1 2").exitCode, 0);
    EXPECT_EQ(shell.run("soak compare 1 2 --db none.db").exitCode, 3);
    // One that is damaged stands in nobody's way who gives paths, and is no secret.
    shell.write("other.db", "no database at all, but longer than the header of one would have "
                            "to be to be looked at: 0123456789 0123456789 0123456789");
    EXPECT_EQ(shell.run("soak compare runs/night-1 runs/night-2").exitCode, 0);
    const ShellResult damaged = shell.run("soak compare runs/night-1 2");
    EXPECT_EQ(damaged.exitCode, 3);
    EXPECT_THAT(damaged.err, HasSubstr("the history is not looked into: "));
    EXPECT_EQ(shell.run("soak compare 1 2 --db other.db").exitCode, 6);
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
