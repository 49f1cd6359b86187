// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/chart_samples.h"

#include <gmock/gmock.h>

namespace soak::ui
{

using testing::ElementsAre;

TEST(Series, AMetricBringsItsTargetItsHolesAndItsFlags)
{
    const RunLine line = lineOf(troubledRun().shared());
    const SceneRef scene = metricScene({&line, 1}, Metric::P95LatencyMs);
    ASSERT_EQ(scene->thresholds.size(), 1U);
    EXPECT_EQ(scene->thresholds.front().value, 340);
    EXPECT_EQ(scene->thresholds.front().op, GateOp::AtMost);
    EXPECT_THAT(scene->missing, ElementsAre(12, 14, 16, 19));
    EXPECT_THAT(scene->broken, ElementsAre(33));
    EXPECT_EQ(scene->warmUp, (PlotRange{0.5, 6.5}));
    EXPECT_EQ(scene->domain, (PlotRange{0.5, 36.5}));
    EXPECT_EQ(scene->series.front().count, 32U);
    const auto flagAt = [&](int iteration) {
        const auto found = std::find_if(scene->flags.begin(), scene->flags.end(),
                                        [&](const auto& f) { return f.iteration == iteration; });
        return found == scene->flags.end() ? std::optional<FlagKind>() : found->kind;
    };
    EXPECT_EQ(flagAt(27), FlagKind::Applied);
    EXPECT_EQ(flagAt(18), FlagKind::Unverified);
    EXPECT_EQ(flagAt(30), FlagKind::Refused);
    EXPECT_EQ(flagAt(20), std::nullopt);
}

TEST(Series, AMetricWithoutAGateHasNoTarget)
{
    const RunLine line = lineOf(aRun().shared());
    EXPECT_TRUE(metricScene({&line, 1}, Metric::ReplaceRatio)->thresholds.empty());
}

TEST(Series, TheBuffersOfTheRunAreSharedNotCopied)
{
    const RunLine line = lineOf(aRun().shared());
    const SceneRef scene = metricScene({&line, 1}, Metric::NetBps);
    EXPECT_EQ(scene->series.front().iterations.data(), line.run->table.iterations().data());
    EXPECT_EQ(scene->series.front().values.values().data(),
              line.run->table.column(Metric::NetBps).values().data());
}

TEST(Series, AParameterIsStepsWithItsSafeBoundsAndItsChanges)
{
    const RunLine line = lineOf(aRun()
                                    .withIterations(10)
                                    .proposing(3, {{"min_interval_ms", {5}}})
                                    .proposing(6, {{"impact_cap_ratio", {-0.005}}})
                                    .shared());
    const SceneRef scene = parameterScene({&line, 1}, QStringLiteral("min_interval_ms"));
    EXPECT_TRUE(scene->series.front().isStep);
    EXPECT_THAT(scene->changes, ElementsAre(4));
    ASSERT_EQ(scene->flags.size(), 1);
    EXPECT_EQ(scene->flags.front().iteration, 3);
    const ParameterSpec& spec = *ParameterRegistry::builtin().find("min_interval_ms");
    ASSERT_TRUE(scene->safe);
    EXPECT_EQ(scene->safe->low, spec.safe.low);
    EXPECT_EQ(scene->decimals, 0);
    EXPECT_EQ(parameterScene({&line, 1}, QStringLiteral("impact_cap_ratio"))->decimals, 3);
}

TEST(Series, ALiveRunHasRoomForWhatItWasAskedFor)
{
    RunLine line = lineOf(aRun()
                              .withIterations(12)
                              .editRun([](SoakRun& run) { run.info->iterations = 36; })
                              .shared());
    EXPECT_EQ(domainOf({&line, 1}), (PlotRange{0.5, 12.5}));
    line.isLive = true;
    EXPECT_EQ(domainOf({&line, 1}), (PlotRange{0.5, 36.5}));
    EXPECT_EQ(metricScene({&line, 1}, Metric::NetBps)->liveEdge, 12.5);
}

TEST(Series, LanesHaveWindowWarmUpAndEvents)
{
    const RunLine line = lineOf(troubledRun().shared());
    const LaneSceneRef lanes = laneScene(line, domainOf({&line, 1}), plain);
    ASSERT_EQ(lanes->lanes.size(), 3U);
    EXPECT_EQ(lanes->window, (PlotRange{28.5, 36.5}));
    EXPECT_EQ(lanes->windowText, QStringLiteral("window: last 8"));
    ASSERT_EQ(lanes->lanes[0].marks.size(), 3); // cooldown and latency at 18
    EXPECT_EQ(lanes->lanes[0].marks[2].from, 33);
    EXPECT_EQ(lanes->lanes[0].marks[2].to, 34);
    EXPECT_EQ(lanes->lanes[2].marks.size(), 8);
    EXPECT_TRUE(std::is_sorted(lanes->stops.begin(), lanes->stops.end()));
    EXPECT_THAT(lanes->stops, testing::Contains(27));
}

TEST(Series, WithoutARunThereIsAnEmptyScene)
{
    const SceneRef scene = metricScene({}, Metric::NetBps);
    EXPECT_TRUE(scene->isEmpty());
    EXPECT_FALSE(scene->emptyText.isEmpty());
}

} // namespace soak::ui
