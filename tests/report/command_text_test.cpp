// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recorded_profile.h"
#include "core/report/command_text.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

Judgement judged()
{
    const auto run = std::make_shared<const SoakRun>(aRun().withIterations(8).build());
    return judge(run, recordedProfileOf(*run).profile);
}

TEST(ShellWord, QuotesWhatAShellWouldRead)
{
    EXPECT_EQ(shellWord("artifacts/soak/latest@7"), "artifacts/soak/latest@7");
    EXPECT_EQ(shellWord("it's here"), "'it'\\''s here'");
    EXPECT_EQ(shellWord("$HOME"), "'$HOME'");
    EXPECT_EQ(shellWord("a\nb"), "'a\nb'");
    EXPECT_EQ(shellWord(""), "''");
    EXPECT_EQ(shellWord("прогон"), "'прогон'");
}

TEST(CommandText, ArmsAreQuotedForAShell)
{
    EXPECT_EQ(armsCommandText({"a", "12"}, {"it's"}),
              "soak compare --arm-a a 12 --arm-b 'it'\\''s'");
    EXPECT_EQ(armsCommandText({"1"}, {"2"}, "my db"),
              "soak compare --arm-a 1 --arm-b 2 --db 'my db'");
}

TEST(CommandText, RunsThatWereMadeAlikeAreOffered)
{
    EXPECT_EQ(sameConfigurationText({"12"}, "a", "b"),
              "the configuration of A is that of 1 other run in the history: compare with that "
              "too: soak compare --arm-a a 12 --arm-b b");
    EXPECT_EQ(sameConfigurationText({"12", "15"}, "a", "b", "x.db"),
              "the configuration of A is that of 2 other runs in the history: compare with those "
              "too: soak compare --arm-a a 12 15 --arm-b b --db x.db");
    const std::vector<std::string> many(12, "7");
    EXPECT_EQ(sameConfigurationText(many, "a", "b"),
              "the configuration of A is that of 12 other runs in the history: compare with the "
              "newest of those too: soak compare --arm-a a 7 7 7 7 7 7 7 7 7 --arm-b b");
}

TEST(CommandText, NamesTheVerbOfThePage)
{
    const Judgement judgement = judged();
    EXPECT_EQ(commandText(CommandAnswer::Verdict, judgement, "/r"), "soak gate /r");
    EXPECT_EQ(commandText(CommandAnswer::Iteration, judgement, "/r"), "soak show /r");
    EXPECT_EQ(commandText(CommandAnswer::Iteration, judgement, "/r", {.iteration = 3}),
              "soak show /r --iteration 3");
    EXPECT_EQ(commandText(CommandAnswer::Overrides, judgement, "/r"), "soak diff /r@1 /r");
    EXPECT_EQ(commandText(CommandAnswer::Overrides, judgement, "/r", {.ignored = "risk.*, edge"}),
              "soak diff /r@1 /r --ignore 'risk.*, edge'");
    EXPECT_EQ(commandText(CommandAnswer::Evidence, judgement, "/r"), "soak bundle evidence /r");
    EXPECT_EQ(commandText(CommandAnswer::Comparison, judgement, "/r", {.others = {"/b", "/c d"}}),
              "soak compare /r /b '/c d'");
    EXPECT_EQ(commandText(CommandAnswer::Comparison, judgement, "/r",
                          {.others = {"/b"}, .window = ComparedWindow::Last8}),
              "soak compare /r /b --window last8");
    EXPECT_FALSE(namesProfile(CommandAnswer::Comparison, judgement));
    EXPECT_EQ(commandText(CommandAnswer::Reports, judgement, "/a b"),
              "soak report '/a b' --out reports");
}

TEST(CommandText, SaysProfileAndWindowOnlyWhereTheyAreNotTheRunsOwn)
{
    Judgement judgement = judged();
    judgement.windowSize = 4;
    judgement.profile.name = "my profile";
    EXPECT_EQ(commandText(CommandAnswer::Verdict, judgement, "/r"),
              "soak gate /r --profile 'my profile' --last-n 4");
    EXPECT_EQ(commandText(CommandAnswer::Overrides, judgement, "/r"), "soak diff /r@1 /r");
    EXPECT_EQ(commandText(CommandAnswer::Overrides, judgement, "/r", {.ignored = "risk.*, edge"}),
              "soak diff /r@1 /r --ignore 'risk.*, edge'");
    EXPECT_EQ(commandText(CommandAnswer::Verdict, judgement, "/r", {.profileFile = "/p q.json"}),
              "soak gate /r --profile '/p q.json' --last-n 4");
    EXPECT_TRUE(namesProfile(CommandAnswer::Verdict, judgement));
    EXPECT_FALSE(namesProfile(CommandAnswer::Overrides, judgement));
    EXPECT_FALSE(namesProfile(CommandAnswer::Evidence, judgement));
    EXPECT_FALSE(namesProfile(CommandAnswer::Verdict, judged()));
}

} // namespace

} // namespace soak
