// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of the history in `soak compare`: by name, and those that were made alike.
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
using testing::Not;
using Json = nlohmann::json;

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
    const auto runsAndPairs = [&shell](const std::string& words) {
        const ShellResult result = shell.run("soak compare " + words + " --json");
        EXPECT_EQ(result.exitCode, 0) << words << result.err;
        Json json = result.exitCode == 0 ? Json::parse(result.out) : Json();
        json.erase("same_configuration_in_history"); // says the words
        return json.dump();
    };
    const std::string paths = runsAndPairs("runs/night-1 runs/night-2");
    for (const char* words : {"RUN_1760000001000 RUN_1760000002000", "night-1 night-2", "1 2",
                              "RUN_1760000001 canary", "runs/night-1 canary"}) {
        EXPECT_TRUE(runsAndPairs(words) == paths) << words;
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

// Runs that were made like the baseline are offered, by a command that does what it says.
TEST(CliCompareNames, RunsThatWereMadeAlikeAreOffered)
{
    RememberedNights shell;
    shell.run(simulated("runs/red", 9, "--start red") + "soak history import runs/red");
    const std::string said = "the configuration of A is that of 2 other runs in the history: "
                             "compare with those too: ";
    const std::string command = "soak compare --arm-a runs/night-1 3 2 --arm-b runs/red";
    const ShellResult text = shell.run("soak compare runs/night-1 runs/red");
    EXPECT_THAT(text.out, HasSubstr("\n" + said + command + "\n"));
    EXPECT_THAT(shell.run("soak compare runs/night-1 runs/red --format md").out, HasSubstr(said));
    const Json json = Json::parse(shell.run("soak compare runs/night-1 runs/red --json").out);
    const Json& alike = json.at("same_configuration_in_history");
    EXPECT_EQ(alike.at("count"), 2);
    EXPECT_EQ(alike.at("runs").at(0).at("name"), "RUN_1760000003000");
    EXPECT_EQ(alike.at("said"), said + command);
    const ShellResult arms = shell.run(command + " --json");
    ASSERT_EQ(arms.exitCode, 0) << arms.err;
    EXPECT_EQ(Json::parse(arms.out).at("effects").at(0).at("a").at("runs_used"), 3);
    // Those that are compared already do not count; nobody else was made like the red one.
    EXPECT_THAT(shell.run("soak compare runs/night-1 runs/night-2 runs/red").out,
                HasSubstr("that of 1 other run in the history: compare with that too: "));
    EXPECT_THAT(shell.run("soak compare runs/red runs/night-1").out,
                Not(HasSubstr("in the history")));
    // Without a history there is no such line.
    shell.run("mv data/soak-workbench/history.db other.db");
    const ShellResult none = shell.run("soak compare runs/night-1 runs/red --json");
    EXPECT_FALSE(Json::parse(none.out).contains("same_configuration_in_history"));
    EXPECT_EQ(none.err, "");
    EXPECT_THAT(shell.run("soak compare runs/night-1 runs/red --db other.db").out,
                HasSubstr(command + " --db other.db\n"));
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

} // namespace
} // namespace soak
