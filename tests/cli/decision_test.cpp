// SPDX-License-Identifier: GPL-3.0-or-later
// `soak bundle evidence` and `soak bundle decide` as people use them.
#include "tests/cli/shell.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

using Json = nlohmann::json;

constexpr const char* kDecide = "soak bundle decide artifacts/soak/latest --decision ";

TEST(CliEvidence, OfAReadyRunBlocksNothing)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    const ShellResult shown = shell.run("soak bundle evidence artifacts/soak/latest");
    EXPECT_EQ(shown.exitCode, 0) << shown.err;
    EXPECT_TRUE(shown.out.ends_with("nothing blocks a release\n")) << shown.out;
    const Json json = Json::parse(shell.run("soak bundle evidence --json").out);
    EXPECT_EQ(json.at("schema"), "soak-bundle-evidence/1");
    EXPECT_EQ(json.at("blocked"), false);
    EXPECT_EQ(json.at("rows").size(), 12U);
    EXPECT_EQ(json.at("rows").at(0).at("link").at("kind"), "metric");
}

TEST(CliEvidence, OfARunThatIsNotReadySaysWhatBlocks)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun8).exitCode, 0);
    const ShellResult shown = shell.run("soak bundle evidence artifacts/soak/latest");
    EXPECT_EQ(shown.exitCode, 1);
    EXPECT_NE(shown.out.find("[FAIL]"), std::string::npos);
    EXPECT_NE(shown.out.find("BLOCKED by "), std::string::npos) << shown.out;
}

TEST(CliEvidence, OfABrokenChainIsAMatterOfIntegrity)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    ASSERT_EQ(
        shell.run("echo ' ' >> artifacts/soak/latest/soak/latest/ITER_SUMMARY_3.json").exitCode, 0);
    EXPECT_EQ(shell.run("soak bundle evidence").exitCode, 4);
}

TEST(CliEvidence, ComparesHead)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    EXPECT_EQ(shell.run("mkdir none && soak bundle evidence --repository none").exitCode, 6);
    ASSERT_EQ(shell
                  .run("git init -q r && git -C r -c user.name=T -c user.email=t@example commit "
                       "-q --allow-empty -m one")
                  .exitCode,
              0);
    const ShellResult shown = shell.run("soak bundle evidence --repository r --json");
    ASSERT_EQ(shown.exitCode, 0) << shown.err;
    EXPECT_EQ(Json::parse(shown.out).at("head").get<std::string>().size(), 40U);
}

TEST(CliDecide, GoesIntoTheBundle)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    const ShellResult decided =
        shell.run(std::string(kDecide) + "ship --by alice --why 'all green' --json");
    ASSERT_EQ(decided.exitCode, 0) << decided.err;
    const Json json = Json::parse(decided.out);
    EXPECT_EQ(json.at("decision"), "ship");
    EXPECT_TRUE(std::filesystem::exists(shell.path(json.at("file").get<std::string>())));
    const ShellResult made = shell.run("soak bundle --out dist --json");
    ASSERT_EQ(made.exitCode, 0) << made.err;
    EXPECT_EQ(Json::parse(made.out).at("decision"), "ship");
    const ShellResult verified = shell.run("soak bundle verify dist/*.tar.gz");
    EXPECT_EQ(verified.exitCode, 0) << verified.out;
    EXPECT_NE(verified.out.find("decided to ship, by alice at "), std::string::npos)
        << verified.out;
    EXPECT_EQ(shell.run("cd dist/soak-bundle-*[0-9] && sha256sum -c SHA256SUMS").exitCode, 0);
}

TEST(CliDecide, ToHoldRefusesTheBundle)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    ASSERT_EQ(shell.run(std::string(kDecide) + "hold --by bob --why 'a fix is coming'").exitCode,
              0);
    EXPECT_EQ(shell.run("soak bundle evidence").exitCode, 1);
    const ShellResult refused = shell.run("soak bundle --out dist");
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_NE(refused.out.find("it was decided to hold the release"), std::string::npos);
    ASSERT_EQ(shell.run(std::string(kDecide) + "ship --by bob --why 'it came'").exitCode, 0);
    EXPECT_EQ(shell.run("soak bundle --out dist").exitCode, 0) << "the later one holds";
}

TEST(CliDecide, MisusedSaysHow)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    for (const char* line :
         {"soak bundle decide artifacts/soak/latest",
          "soak bundle decide artifacts/soak/latest --decision maybe --by a --why b",
          "soak bundle decide artifacts/soak/latest --decision ship --by a",
          "soak bundle decide artifacts/soak/latest --decision ship --why b",
          "soak bundle decide artifacts/soak/latest --decision ship --by a --why b --out dist",
          "soak bundle artifacts/soak/latest --out dist --decision ship",
          "soak bundle evidence artifacts/soak/latest --by a", "soak bundle verify x --why b"}) {
        EXPECT_EQ(shell.run(line).exitCode, 2) << line;
    }
    EXPECT_EQ(shell.run("ls artifacts/soak/latest/soak | grep -c RELEASE").out, "0\n");
}

} // namespace
} // namespace soak
