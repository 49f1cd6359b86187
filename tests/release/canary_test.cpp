// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/canary.h"
#include "tests/release/judged_run.h"

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

std::string fileOf(const RunBuilder& builder, std::string_view name)
{
    const Judgement judgement = judgedRun(builder);
    for (const ReportFile& file : canaryFiles(judgement, factsFor(judgement, "v1.2.3"))) {
        if (file.name == name) {
            return file.text;
        }
    }
    ADD_FAILURE() << "no file " << name;
    return {};
}

CanaryCheck checked(const RunBuilder& builder, std::string_view stage)
{
    return checkCanary(builder.shared(), *findCanaryStage(stage));
}

TEST(Canary, ChecklistAndPlanHaveTheStagesAndTriggersOfTheTables)
{
    const std::string list = fileOf(aRun(), kCanaryChecklistFile);
    const Json plan = Json::parse(fileOf(aRun(), kCanaryPlanFile));
    EXPECT_THAT(list, HasSubstr("**Version:** v1.2.3"));
    EXPECT_EQ(plan.at("version"), "v1.2.3");
    ASSERT_EQ(plan.at("stages").size(), canaryStages().size());
    for (const CanaryStage& stage : canaryStages()) {
        EXPECT_THAT(list, HasSubstr("soak canary check RUN --stage " + stage.id));
    }
    EXPECT_EQ(plan.at("stages").at(1).at("gates").size(), 4U);
    ASSERT_EQ(plan.at("rollback_triggers").size(), rollbackTriggers().size());
    for (const RollbackTrigger& trigger : rollbackTriggers()) {
        EXPECT_THAT(list, HasSubstr("- " + triggerText(trigger)));
    }
}

TEST(Defect61, TheWordsForAShellHaveBalancedQuotes)
{
    const std::string list = fileOf(aRun(), kCanaryChecklistFile);
    EXPECT_EQ(std::count(list.begin(), list.end(), '`') % 2, 0);
    EXPECT_EQ(std::count(list.begin(), list.end(), '\''), 0);
    EXPECT_EQ(std::count(list.begin(), list.end(), '"'), 0);
}

TEST(Canary, OfARunThatIsNotReadyEachFileSaysPartial)
{
    for (const std::string_view name : {kCanaryChecklistFile, kCanaryPlanFile}) {
        EXPECT_THAT(fileOf(aRun().withMockKpis(), name), HasSubstr("PARTIAL"));
    }
}

TEST(CanaryCheck, PassesAStageWhoseGatesAllHold)
{
    for (const CanaryStage& stage : canaryStages()) {
        const CanaryCheck check = checked(aRun(), stage.id);
        EXPECT_TRUE(check.problems.empty()) << stage.id << testing::PrintToString(check.problems);
        EXPECT_EQ(canaryExitCode(check), ExitCode::Ok);
    }
}

TEST(CanaryCheck, JudgesByTheStageAndNotByTheMission)
{
    const RunBuilder run = aRun().with(Metric::MakerTakerRatio, 0.81).with(Metric::NetBps, 1.0);
    EXPECT_EQ(canaryExitCode(checked(run, "H6")), ExitCode::Ok);
    const CanaryCheck late = checked(run, "H24");
    EXPECT_EQ(late.problems.size(), 2U);
    EXPECT_EQ(canaryExitCode(late), ExitCode::NegativeVerdict);
}

TEST(CanaryCheck, LooksAtTheWholeRunAndNotAtItsEnd)
{
    const RunBuilder run = aRun().withIterations(40).at(2, Metric::P95LatencyMs, 900);
    const CanaryCheck check = checked(run, "H6");
    EXPECT_EQ(canaryExitCode(check), ExitCode::NegativeVerdict);
    ASSERT_EQ(check.triggered.size(), 1U);
    EXPECT_THAT(check.triggered.front(), HasSubstr("P95 latency > 500 ms"));
}

TEST(CanaryCheck, MissingIsNoPass)
{
    const CanaryCheck check = checked(aRun().without(Metric::RiskRatio), "H1");
    EXPECT_TRUE(check.hasNoData);
    EXPECT_EQ(canaryExitCode(check), ExitCode::BadInput);
}

TEST(CanaryCheck, TheFirstHourAllowsNoErrors)
{
    const RunBuilder run =
        aRun().editNotes(3, [](IterationNotes& notes) { notes.failure = "exit code 1"; });
    EXPECT_EQ(canaryExitCode(checked(run, "H1")), ExitCode::NegativeVerdict);
    EXPECT_EQ(canaryExitCode(checked(run, "H6")), ExitCode::Ok);
}

} // namespace

} // namespace soak
