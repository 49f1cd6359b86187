// SPDX-License-Identifier: GPL-3.0-or-later
// `soak show --why`: what a person reads first.
#include "tests/cli/shell.h"
#include "tests/support/golden.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

ShellResult why(Shell& shell, const std::string& run, const std::string& options = {})
{
    return shell.run("soak show '" + testDataPath("fixtures/" + run).string() + "' --why " +
                     options);
}

TEST(CliWhy, ReferenceRunsAreAsRecorded)
{
    Shell shell;
    EXPECT_GOLDEN("cli/why_reference_8.txt", why(shell, "reference-8").out);
    EXPECT_GOLDEN("cli/why_reference_36.txt", why(shell, "reference-36").out);
    EXPECT_GOLDEN("cli/why_reference_8_iteration_3.txt",
                  why(shell, "reference-8", "--iteration 3").out);
}

TEST(CliWhy, SaysWhatShowSaysAndExitsLikeIt)
{
    Shell shell;
    const ShellResult result = why(shell, "reference-8", "--json");
    EXPECT_EQ(result.exitCode, 0);
    const auto json = nlohmann::json::parse(result.out);
    EXPECT_EQ(json.at("verdict"), "FAIL");
    EXPECT_GE(json.at("why").size(), 3U);
    EXPECT_LE(json.at("why").size(), 6U);
    EXPECT_EQ(why(shell, "reference-8", "--iteration 99").exitCode, 3);
    EXPECT_EQ(why(shell, "reference-8", "--csv").exitCode, 2);
}

TEST(CliShow, JudgesARangeAsExploratory)
{
    Shell shell;
    const std::string run = "soak show '" + testDataPath("fixtures/reference-36").string() + "' ";
    const ShellResult text = shell.run(run + "--from 5 --to 12");
    EXPECT_EQ(text.exitCode, 0);
    EXPECT_TRUE(text.out.starts_with("exploratory: iterations 5 to 12 ")) << text.out;
    const auto json = nlohmann::json::parse(shell.run(run + "--from 5 --to 12 --json").out);
    EXPECT_EQ(json.at("exploratory"), true);
    EXPECT_EQ(json.at("window").size(), 8U);
    EXPECT_EQ(shell.run(run + "--from 5").exitCode, 2);
    EXPECT_EQ(shell.run(run + "--from 12 --to 5").exitCode, 2);
    EXPECT_EQ(shell.run(run + "--from 5 --to 12 --why").exitCode, 2);
    EXPECT_EQ(shell.run(run + "--from 500 --to 900").exitCode, 3);
}

} // namespace
} // namespace soak
