// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_files.h"
#include "core/runner/run_policy.h"
#include "tests/runner/run_support.h"

namespace soak
{

namespace
{

TEST(RunPolicy, StandsInRunJsonAndIsReadBack)
{
    RunInfo info;
    info.runId = "RUN_1";
    info.engine = "mock";
    setPolicy(info, {.retries = 2, .stopAfterFailures = 3});
    const std::string text = runInfoText(info, ParameterRegistry::builtin());
    EXPECT_NE(text.find("\"retries\": 2"), std::string::npos);
    EXPECT_NE(text.find("\"stop_after_failures\": 3"), std::string::npos);
    std::vector<Finding> findings;
    const auto read = parseRunInfo(text, kRunFile, ParameterRegistry::builtin(), findings);
    ASSERT_TRUE(read) << describe(read.error());
    const auto policy = policyOf(*read);
    ASSERT_TRUE(policy);
    EXPECT_EQ(*policy, (RunPolicy{2, 3}));
}

TEST(RunPolicy, NothingIsTheOrdinaryOneAndWritesNothing)
{
    RunInfo info;
    setPolicy(info, {.retries = 2, .stopAfterFailures = 3});
    setPolicy(info, {});
    EXPECT_TRUE(info.extras.empty());
    const auto policy = policyOf(info);
    ASSERT_TRUE(policy);
    EXPECT_EQ(*policy, RunPolicy{});
}

TEST(RunPolicy, WhatIsNoCountIsRefusedByName)
{
    for (const char* text : {"\"2\"", "-1", "1.5", "101", "null", "[1]", "1e400", ""}) {
        RunInfo info;
        info.extras[JsonPath{"retries"}] = text;
        const auto policy = policyOf(info);
        ASSERT_FALSE(policy) << text;
        EXPECT_EQ(policy.error().code, Errc::BadInput);
        EXPECT_EQ(policy.error().where, "RUN.json: retries");
    }
}

// A script that fails at iterations 2 and 3 of 5.
TEST(RunPolicy, ARunOfAnyEngineGivesUpAndIsRepeatedAsItWas)
{
    const TempDir base;
    const std::vector<ScriptStep> steps{{}, {.failure = "no link"}, {.failure = "no link"}, {}, {}};
    RunRequest request = scriptedRequest(base.path(), scriptOf(steps));
    setPolicy(request.info, {.retries = 0, .stopAfterFailures = 2});
    const auto result = runIt(request);
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_TRUE(result->hasGivenUp);
    EXPECT_EQ(result->status, RunStatus::Failed);
    EXPECT_EQ(result->iterationsCompleted, 3);
    ASSERT_EQ(result->remarks.size(), 1U);
    EXPECT_EQ(result->remarks.front(), "stopped after 2 failed iterations in a row, as "
                                       "--stop-after-failures says; --resume goes on");
    const auto again = reproduceRun(result->folder, {}, {});
    ASSERT_TRUE(again) << describe(again.error());
    EXPECT_TRUE(again->identical);
}

TEST(RunPolicy, TheLastIterationOfARunMayFailWithoutGivingUp)
{
    const TempDir base;
    RunRequest request =
        scriptedRequest(base.path(), scriptOf({{}, {.failure = "a"}, {.failure = "b"}}));
    setPolicy(request.info, {.retries = 0, .stopAfterFailures = 2});
    const auto result = runIt(request);
    ASSERT_TRUE(result);
    EXPECT_FALSE(result->hasGivenUp);
    EXPECT_EQ(result->iterationsCompleted, 3);
    EXPECT_TRUE(result->remarks.empty());
}

// Killed at any change of the folder: the resume gives up where the undisturbed run does.
TEST(RunPolicy, AKillChangesNothingOfWhereARunGivesUp)
{
    const std::vector<ScriptStep> steps{{}, {.failure = "no link"}, {.failure = "no link"}, {}, {}};
    const TempDir undisturbed;
    RunRequest request = scriptedRequest(undisturbed.path(), scriptOf(steps));
    setPolicy(request.info, {.retries = 0, .stopAfterFailures = 2});
    ASSERT_TRUE(runIt(request));
    const auto expected = contentsOf(undisturbed / "soak/latest");
    for (int killAt = 1;; ++killAt) {
        const TempDir base;
        request.base = base.path();
        request.resume = false;
        Killer killer(killAt);
        static_cast<void>(runIt(request, killer.services()));
        if (!killer.killed()) {
            break;
        }
        leaveDebris(base / "soak/latest");
        request.resume = true;
        const auto resumed = runIt(request);
        ASSERT_TRUE(resumed) << killAt << ": " << describe(resumed.error());
        EXPECT_TRUE(sameContents(expected, contentsOf(base / "soak/latest"))) << killAt;
    }
}

TEST(RunPolicy, AnIsolatedRunThatGaveUpIsTheOneToResumeAndIsNotPutInPlace)
{
    const TempDir base;
    RunRequest request =
        scriptedRequest(base.path(), scriptOf({{.failure = "a"}, {.failure = "b"}, {}, {}}));
    setPolicy(request.info, {.retries = 0, .stopAfterFailures = 2});
    request.isolated = true;
    const auto result = runIt(request);
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->hasGivenUp);
    EXPECT_FALSE(fs::exists(base / "soak/latest"));
    request.resume = true;
    const auto resumed = runIt(request);
    ASSERT_TRUE(resumed) << describe(resumed.error());
    EXPECT_EQ(resumed->folder, result->folder);
    EXPECT_EQ(resumed->iterationsCompleted, 4);
    EXPECT_TRUE(fs::exists(base / "soak/latest/ITER_SUMMARY_4.json"));
}

} // namespace

} // namespace soak
