// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judge_range.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{
namespace
{

const GateResult& latencyOf(const Judgement& judgement)
{
    return *std::ranges::find(judgement.gates, "p95_latency_ms",
                              [](const GateResult& one) { return one.gate.metric; });
}

std::shared_ptr<const SoakRun> spiky()
{
    return aRun()
        .withIterations(20)
        .missing(7)
        .editKpis([](int k, MetricValues& kpis) {
            kpis[indexOf(Metric::P95LatencyMs)] = k == 5 ? 400.0 : 200.0 + k;
        })
        .shared();
}

} // namespace

TEST(JudgeRange, IsAboutTheIterationsOfTheRangeAlone)
{
    const auto run = spiky();
    const auto with = judgeRange(*run, missionProfile(), 3, 9);
    ASSERT_TRUE(with);
    EXPECT_EQ(latencyOf(with->judgement).observed, 400.0);
    EXPECT_EQ(latencyOf(with->judgement).outcome, GateOutcome::Fail);
    EXPECT_EQ(latencyOf(with->judgement).brokenBy, std::vector{5});
    EXPECT_EQ(latencyOf(with->judgement).count, 6U) << "#7 is missing";
    const auto without = judgeRange(*run, missionProfile(), 12, 8); // in either order
    ASSERT_TRUE(without);
    EXPECT_EQ(without->from, 8);
    EXPECT_EQ(without->to, 12);
    EXPECT_EQ(latencyOf(without->judgement).observed, 212.0);
    EXPECT_EQ(latencyOf(without->judgement).outcome, GateOutcome::Pass);
    EXPECT_EQ(without->judgement.windowIterations, (std::vector{8, 9, 10, 11, 12}));
}

TEST(JudgeRange, OfTheWholeRunHasTheGatesOfTheWholeRun)
{
    const auto run = spiky();
    const auto range = judgeRange(*run, missionProfile(), 1, 20);
    ASSERT_TRUE(range);
    const Judgement whole = judge(run, missionProfile(), {.window = 0});
    EXPECT_EQ(range->judgement.gates, whole.gates);
    EXPECT_EQ(range->judgement.run->gaps, (std::vector<IterationGap>{{7, 7}}));
}

TEST(JudgeRange, WithoutAnIterationThereIsNothingToJudge)
{
    const auto range = judgeRange(*spiky(), missionProfile(), 7, 7);
    ASSERT_FALSE(range);
    EXPECT_EQ(range.error().code, Errc::NotFound);
}

TEST(JudgeRange, ASliceKeepsTheOverridesOfItsRows)
{
    const auto run = spiky();
    const SoakRun slice = sliceOf(*run, 10, 12);
    ASSERT_EQ(slice.table.rowCount(), 3U);
    const std::size_t row = *run->table.rowOf(10);
    ASSERT_NE(run->during.at(row), nullptr);
    EXPECT_EQ(*slice.during.at(0), *run->during.at(row));
    EXPECT_EQ(slice.info->iterations, 3);
}

} // namespace soak
