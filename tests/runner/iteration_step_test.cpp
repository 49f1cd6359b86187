// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/iteration_step.h"
#include "tests/runner/run_support.h"

namespace soak
{

namespace
{

RunInfo someInfo()
{
    RunInfo info = mockRequest({}, 8).info;
    info.runId = "RUN_1";
    return info;
}

Measurement highRisk()
{
    Measurement measurement;
    measurement.summary.metrics[indexOf(Metric::NetBps)] = 1.0;
    measurement.summary.metrics[indexOf(Metric::RiskRatio)] = 0.65;
    measurement.samples = {{Millis{5000}, std::nullopt}};
    return measurement;
}

TEST(IterationStep, TheRecordSaysWhatWasInForceAndWhatComesNext)
{
    const RunInfo info = someInfo();
    const LoopState state = initialState(info, sha256("run file"));
    const StepResult step = stepOf(info, state, highRisk());
    EXPECT_EQ(step.record.iteration, 1);
    EXPECT_EQ(step.record.schemaVersion, "2.0");
    EXPECT_EQ(step.record.runId, "RUN_1");
    EXPECT_EQ(step.record.chainPrevious, sha256("run file"));
    EXPECT_EQ(step.record.during, info.initialOverrides);
    EXPECT_EQ(step.record.next->values.at("min_interval_ms").amount, 65);
    EXPECT_EQ(step.record.baseline, std::nullopt);
    EXPECT_EQ(step.record.summary.notes.phase, Phase::Steady);
}

TEST(IterationStep, AFailedIterationHasNoMetricsAndMovesNothing)
{
    const RunInfo info = someInfo();
    const LoopState state = initialState(info, {});
    Measurement measurement = highRisk();
    measurement.failure = "lost";
    const StepResult step = stepOf(info, state, measurement);
    EXPECT_EQ(step.record.summary.metrics, MetricValues{});
    EXPECT_EQ(step.record.summary.notes.failure, "lost");
    EXPECT_TRUE(step.record.tuning->proposed.empty());
    EXPECT_EQ(step.record.next, info.initialOverrides);
    EXPECT_EQ(step.tuning.lastIteration, 1);
}

TEST(IterationStep, OutsideSteadyThePhaseRecordsItsBaseline)
{
    RunInfo info = someInfo();
    info.phases.enabled = true;
    const StepResult step = stepOf(info, initialState(info, {}), highRisk());
    EXPECT_EQ(step.record.summary.notes.phase, Phase::Warmup);
    EXPECT_EQ(step.record.baseline, info.initialOverrides);
    EXPECT_EQ(step.record.baselineNext, step.baselineNext);
}

TEST(IterationStep, AdvancingTakesEverythingFromTheRecord)
{
    RunInfo info = someInfo();
    setInitialSources(
        info, {{"min_interval_ms", "cli"}, {"tail_age_ms", "profile:x"}, {"cooldown_ms", "env"}});
    LoopState state = initialState(info, {});
    const StepResult step = stepOf(info, state, highRisk());
    advance(info, state, step.record, sha256("bytes"));
    EXPECT_EQ(state.completed, 1);
    EXPECT_EQ(state.failed, 0);
    EXPECT_EQ(state.lastHash, sha256("bytes"));
    EXPECT_EQ(state.effective, step.effectiveNext);
    EXPECT_EQ(state.baseline, step.baselineNext);
    EXPECT_EQ(state.sources.at("min_interval_ms"), "tuner:1");
    EXPECT_EQ(state.sources.at("cooldown_ms"), "env");
}

TEST(IterationStep, OptionsWithoutAFieldLiveInTheRunFile)
{
    RunInfo info = someInfo();
    EXPECT_FALSE(isApplyDisabled(info));
    setApplyDisabled(info);
    EXPECT_TRUE(isApplyDisabled(info));
    EXPECT_TRUE(controlPlanOf(info).applyDisabled);
    const std::map<std::string, std::string> sources{{"a", "profile:\"quoted\""}, {"b", "cli"}};
    setInitialSources(info, sources);
    EXPECT_EQ(initialSources(info), sources);
}

TEST(IterationStep, SourcesAreSortedJson)
{
    EXPECT_EQ(sourcesText({}), "{}\n");
    EXPECT_EQ(sourcesText({{"b", "cli"}, {"a", "x\""}}),
              "{\n  \"a\": \"x\\\"\",\n  \"b\": \"cli\"\n}\n");
}

} // namespace

} // namespace soak
