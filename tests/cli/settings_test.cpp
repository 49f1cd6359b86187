// SPDX-License-Identifier: GPL-3.0-or-later
// Built-in < system file < user file < ./.soak.toml < environment < flags (UX 4).
#include "tests/cli/shell.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

nlohmann::json plannedRun(Shell& shell, const std::string& words)
{
    const ShellResult result = shell.run("soak run --mock --dry-run --json " + words);
    EXPECT_EQ(result.exitCode, 0) << result.err;
    return nlohmann::json::parse(result.out).at("run");
}

TEST(CliSettings, LaterSourcesWin)
{
    Shell shell;
    EXPECT_EQ(plannedRun(shell, "").at("seed"), 1);
    shell.set("HOME", shell.path("home"));
    shell.write("home/.config/soak-workbench/config.toml", "[run]\nseed = 2\niterations = 5\n");
    EXPECT_EQ(plannedRun(shell, "").at("seed"), 2);
    shell.set("XDG_CONFIG_HOME", shell.path("xdg"));
    EXPECT_EQ(plannedRun(shell, "").at("seed"), 1);
    shell.write("xdg/soak-workbench/config.toml", "[run]\nseed = 3\niterations = 5\n");
    EXPECT_EQ(plannedRun(shell, "").at("seed"), 3);
    shell.write(".soak.toml", "[run]\nseed = 4\n");
    EXPECT_EQ(plannedRun(shell, "").at("seed"), 4);
    shell.set("SOAK_RUN_SEED", "5");
    EXPECT_EQ(plannedRun(shell, "").at("seed"), 5);
    EXPECT_EQ(plannedRun(shell, "--seed 6").at("seed"), 6);
    EXPECT_EQ(plannedRun(shell, "--seed 6").at("iterations"), 5);
}

TEST(CliSettings, ShowSaysWhereEachValueCameFrom)
{
    Shell shell;
    shell.write(".soak.toml", "color = \"never\"\n[run]\nseed = 4\n");
    shell.set("SOAK_GATE_PROFILE", "readiness");
    const auto settings =
        nlohmann::json::parse(shell.run("soak config show --origin --json").out).at("settings");
    EXPECT_EQ(settings.at("run.seed").at("origin"), ".soak.toml");
    EXPECT_EQ(settings.at("color").at("value"), "never");
    EXPECT_EQ(settings.at("gate.profile").at("origin"), "environment SOAK_GATE_PROFILE");
    EXPECT_EQ(settings.at("run.iterations").at("origin"), "built-in");
    EXPECT_FALSE(settings.contains("run.out"));
}

TEST(CliSettings, EnvironmentNeverMovesBaseOrOut)
{
    Shell shell;
    shell.set("ARTIFACTS_ROOT", "elsewhere");
    shell.set("SOAK_RUN_OUT", "elsewhere");
    shell.set("SOAK_RUN_BASE", "elsewhere");
    EXPECT_EQ(shell.run("soak run --mock --iterations 1 --out here").exitCode, 0);
    EXPECT_EQ(shell.run("soak run --mock --iterations 1 --base there").exitCode, 0);
    EXPECT_TRUE(std::filesystem::exists(shell.path("here/RUN.json")));
    EXPECT_TRUE(std::filesystem::exists(shell.path("there/soak/latest/RUN.json")));
    EXPECT_FALSE(std::filesystem::exists(shell.path("elsewhere")));
    EXPECT_EQ(shell.run("soak run --mock --iterations 1").exitCode, 0);
    EXPECT_TRUE(std::filesystem::exists(shell.path("elsewhere/soak/latest/soak/latest/RUN.json")));
}

TEST(CliSettings, ColorIsAskedFor)
{
    Shell shell;
    shell.run("soak run --mock --iterations 1");
    EXPECT_EQ(shell.run("soak show nowhere --color=auto").err.find('\x1b'), std::string::npos);
    EXPECT_NE(shell.run("soak show nowhere --color=always").err.find('\x1b'), std::string::npos);
    shell.set("CLICOLOR_FORCE", "1");
    EXPECT_NE(shell.run("soak show nowhere").err.find('\x1b'), std::string::npos);
    shell.set("NO_COLOR", "1");
    EXPECT_EQ(shell.run("soak show nowhere").err.find('\x1b'), std::string::npos);
}

TEST(CliSettings, GatesCanBePrintedEditedAndUsed)
{
    Shell shell;
    shell.run("soak run --mock --iterations 36 --auto-tune");
    EXPECT_EQ(shell.run("soak config gates mission > mine.json && sed -i 's/0.83/0.99/' mine.json")
                  .exitCode,
              0);
    EXPECT_EQ(shell.run("soak gate").exitCode, 0);
    EXPECT_EQ(shell.run("soak gate --profile ./mine.json").exitCode, 1);
}

} // namespace
} // namespace soak
