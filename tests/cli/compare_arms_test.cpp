// SPDX-License-Identifier: GPL-3.0-or-later
// `soak compare --arm-a ... --arm-b ...`, as people run it.
#include "tests/cli/compared_runs.h"
#include "tests/cli/shell.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

using testing::HasSubstr;
using Json = nlohmann::json;

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
    for (std::size_t run = 0; run < 3; ++run) {
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
    const Json json = Json::parse(result.out);
    for (const Json& effect : json.at("effects")) {
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
    EXPECT_EQ(code("--arm-a a --arm-b a --format csv"), 2);
    EXPECT_EQ(code("--arm-a a --arm-b a --alpha 2"), 2);
    EXPECT_EQ(code("--arm-a a --arm-b ''"), 2);
    EXPECT_EQ(code("--arm-a a --arm-b nowhere"), 3);
    EXPECT_EQ(code("--arm-a a --arm-b a --kpi net_bps --margin net_bps=0.2"), 0);
}

} // namespace
} // namespace soak
