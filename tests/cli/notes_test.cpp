// SPDX-License-Identifier: GPL-3.0-or-later
// `soak show --notes`: what was written in the window, without the window.
#include "tests/cli/shell.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

using Json = nlohmann::json;

std::string identityOf(Shell& shell, const std::string& base)
{
    const Json runs = Json::parse(shell.run("soak history list --json --base " + base).out);
    return runs.at("runs").at(0).at("identity");
}

TEST(CliNotes, AreListedForOneRunOrForAll)
{
    Shell shell;
    shell.run("soak run --mock --iterations 2 --base one");
    const Json note{{"text", "look here"}, {"by", "ann"}, {"from", 2}, {"to", 2}};
    const Json file{{"schema", "soak.workspace"},
                    {"version", 1},
                    {"runs",
                     {{identityOf(shell, "one"), {{"notes", {note}}}},
                      {"RUN_7:other", {{"notes", {{{"text", "elsewhere"}}}}}}}}};
    shell.write("w.soakws", file.dump());
    const ShellResult all = shell.run("soak show --notes w.soakws");
    EXPECT_EQ(all.exitCode, 0) << all.err;
    EXPECT_NE(all.out.find("- **#2:** look here (ann)\n"), std::string::npos) << all.out;
    EXPECT_NE(all.out.find("elsewhere"), std::string::npos) << all.out;
    const ShellResult one = shell.run("soak show one --notes w.soakws --json");
    EXPECT_EQ(one.exitCode, 0) << one.err;
    const Json runs = Json::parse(one.out).at("runs");
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].at("notes")[0].at("text"), "look here");
}

TEST(CliNotes, WhatIsNoWorkspaceIsRefusedByName)
{
    Shell shell;
    shell.write("w.soakws", "{}");
    const ShellResult refused = shell.run("soak show --notes w.soakws");
    EXPECT_EQ(refused.exitCode, 3);
    EXPECT_NE(refused.err.find("w.soakws"), std::string::npos) << refused.err;
    EXPECT_EQ(shell.run("soak show --notes absent.soakws").exitCode, 3);
    EXPECT_EQ(shell.run("soak show --notes w.soakws --why").exitCode, 2);
}

} // namespace
} // namespace soak
