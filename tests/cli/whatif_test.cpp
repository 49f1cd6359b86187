// SPDX-License-Identifier: GPL-3.0-or-later
// `soak whatif`: a simulated run again from one iteration on.
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

constexpr const char* kSimulated =
    "soak run --engine sim --start red --seed 3 --iterations 10 --auto-tune --tuner model --out a";

void makeSource(Shell& shell)
{
    const ShellResult made = shell.run(kSimulated);
    ASSERT_EQ(made.exitCode, 0) << made.err;
}

TEST(CliWhatif, WithoutAChangeEverythingButTheRecordIsTheSame)
{
    Shell shell;
    makeSource(shell);
    const ShellResult result = shell.run("soak whatif a --at 5 --out b");
    ASSERT_EQ(result.exitCode, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("differs     nowhere"));
    EXPECT_EQ(shell.run("diff -r a b | grep '^diff'").out, "diff -r a/RUN.json b/RUN.json\n");
    Json record = Json::parse(shell.read("b/RUN.json"));
    EXPECT_EQ(record.at("branches").at(0).at("at"), 5);
    record.erase("branches");
    EXPECT_EQ(record, Json::parse(shell.read("a/RUN.json")));
}

TEST(CliWhatif, EveryVerbTakesTheRunThatItMakes)
{
    Shell shell;
    makeSource(shell);
    const ShellResult result = shell.run("soak whatif a --at 5 --without all --json");
    ASSERT_EQ(result.exitCode, 0) << result.err;
    const Json json = Json::parse(result.out);
    EXPECT_EQ(json.at("schema"), "soak-whatif/1");
    EXPECT_EQ(json.at("first_other_file"), 5);
    EXPECT_FALSE(json.at("without").empty());
    EXPECT_EQ(json.at("compared").at("to"), 10);
    const std::string folder = json.at("folder");
    EXPECT_THAT(folder, testing::MatchesRegex(".*/RUN_[0-9]+_whatif_[0-9a-f]+_at_5"));
    EXPECT_EQ(shell
                  .run("for k in 1 2 3 4; do cmp a/ITER_SUMMARY_$k.json '" + folder +
                       "'/ITER_SUMMARY_$k.json || exit 1; done")
                  .exitCode,
              0);
    EXPECT_EQ(shell.run("soak verify '" + folder + "' --strict").exitCode, 0);
    EXPECT_EQ(shell.run("soak reproduce '" + folder + "'").exitCode, 0);
    const ShellResult show = shell.run("soak show '" + folder + "'");
    EXPECT_THAT(show.out, HasSubstr("what-if       from iteration 5"));
    EXPECT_THAT(show.out, HasSubstr("chain         intact"));
    EXPECT_THAT(show.out, HasSubstr("findings      none"));
}

// It was never soaked as one run; and a bundle is not written into.
TEST(CliWhatif, IsNoReleaseAndLeavesBundlesAlone)
{
    Shell shell;
    makeSource(shell);
    ASSERT_EQ(shell.run("soak whatif a --at 5 --no-tuner --out runs/b").exitCode, 0);
    const ShellResult bundle = shell.run("soak bundle runs/b --out dist");
    EXPECT_NE(bundle.exitCode, 0);
    EXPECT_THAT(bundle.err + bundle.out, HasSubstr("is a what-if"));
    const Json history = Json::parse(shell.run("soak history list --base runs --json").out);
    EXPECT_EQ(history.at("runs").at(0).at("whatif"), true);

    ASSERT_EQ(shell.run("soak bundle a --out dist --allow-fail").exitCode, 0);
    const ShellResult refused = shell.run("cd dist && soak whatif $(ls -d */) --at 5");
    EXPECT_EQ(refused.exitCode, 2) << refused.err;
    EXPECT_THAT(refused.err, HasSubstr("--out"));
    EXPECT_EQ(shell.run("cd dist && soak whatif $(ls -d */) --at 5 --out ../c").exitCode, 0);
}

TEST(CliWhatif, RefusalsNameTheReason)
{
    Shell shell;
    makeSource(shell);
    ASSERT_EQ(shell.run("soak run --mock --iterations 3 --out m").exitCode, 0);

    struct Refused {
        const char* line;
        int exitCode;
        const char* text;
    };

    const std::vector<Refused> cases{
        {"soak whatif a", 2, "--at K"},
        {"soak whatif a --at 11", 2, "it has 1 to 10"},
        {"soak whatif a --at 5 --set tail=3", 2, "no such parameter"},
        {"soak whatif a --at 5 --set tail_age_ms=x", 2, "no number"},
        {"soak whatif a --at 5 --set tail_age_ms=-3", 3, "safe limits"},
        {"soak whatif a --at 5 --without tail_age", 2, "no delta of it"},
        {"soak whatif m --at 2", 2, "engine mock"},
        {"soak whatif a --at 5 --out m", 5, "another run"},
        {"soak whatif nowhere --at 5", 3, "nowhere"},
        {"echo >> a/ITER_SUMMARY_2.json; soak whatif a --at 5", 4, "changed"}};
    for (const Refused& one : cases) {
        const ShellResult result = shell.run(one.line);
        EXPECT_EQ(result.exitCode, one.exitCode) << one.line << result.err;
        EXPECT_THAT(result.err, HasSubstr(one.text)) << one.line;
        EXPECT_EQ(result.out, "") << one.line;
    }
}

} // namespace
} // namespace soak
