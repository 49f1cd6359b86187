// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svg_chart.h"
#include "tests/report/program_run.h"
#include "tests/report/report_samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

using testing::HasSubstr;
using testing::Not;

std::size_t occurrences(std::string_view text, std::string_view part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

const GateResult& latencyGoal(const Judgement& judgement)
{
    return judgement.goalGates.at(1);
}

TEST(KpiChart, MarksThresholdWindowDeltasGuardsAndBrokenIterations)
{
    const Judgement judgement = judged(aTunedRun(8));
    const std::string svg = kpiChartSvg(judgement, judgement.goalGates.at(0));
    EXPECT_THAT(svg, HasSubstr("class=\"threshold\""));
    EXPECT_THAT(svg, HasSubstr("&gt;= 0.83"));
    EXPECT_THAT(svg, HasSubstr("window: iterations 1-8"));
    EXPECT_EQ(occurrences(svg, "class=\"delta\""), 6U);
    EXPECT_EQ(occurrences(svg, "class=\"guard\""), 1U);
    EXPECT_EQ(occurrences(svg, "dot broken"), judgement.goalGates.at(0).brokenBy.size());
    EXPECT_THAT(svg, HasSubstr("iteration 2: 0.600"));
}

TEST(KpiChart, BreaksTheLineAndMarksTheAxisWhereAValueIsMissing)
{
    const Judgement judgement =
        judged(aRun().withIterations(9).missing(3).unreadable(5).at(7, Metric::P95LatencyMs, {}));
    const std::string svg = kpiChartSvg(judgement, latencyGoal(judgement));
    EXPECT_EQ(occurrences(svg, "class=\"miss\""), 3U);
    EXPECT_EQ(occurrences(svg, "M"), 2U); // 1-2 and 8-9; the lone 4 and 6 are dots
}

TEST(KpiChart, SaysThatItIsThinned)
{
    const Judgement few = judged(aRun().withIterations(100));
    EXPECT_THAT(kpiChartSvg(few, latencyGoal(few)), Not(HasSubstr("of each pixel column")));
    const Judgement many = judged(aRun().withIterations(5000));
    const std::string svg = kpiChartSvg(many, latencyGoal(many));
    EXPECT_THAT(svg, HasSubstr("of 5000 values, the extremes of each pixel column"));
    EXPECT_LT(svg.size(), 200000U);
}

TEST(KpiChart, OfAMetricThatNoRunRecordsIsNothing)
{
    const Judgement judgement = judged(aRun());
    GateResult other;
    other.gate.metric = "mm_hit_ratio";
    EXPECT_EQ(kpiChartSvg(judgement, other), "");
}

TEST(KpiChart, IsDrawnForARunWithoutAnyValueOfItsMetric)
{
    const Judgement judgement = judged(aRun().without(Metric::P95LatencyMs));
    const std::string svg = kpiChartSvg(judgement, latencyGoal(judgement));
    EXPECT_THAT(svg, HasSubstr("class=\"threshold\""));
    EXPECT_THAT(svg, Not(HasSubstr("class=\"line\"")));
}

TEST(KpiChartFile, StandsAlone)
{
    const Judgement judgement = judged(aTroubledRun());
    const std::string file = kpiChartFile(judgement, latencyGoal(judgement));
    EXPECT_TRUE(file.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
    EXPECT_TRUE(accepts(SOAK_XMLLINT, {"--noout", "@"}, file));
    EXPECT_EQ(occurrences(file, "id=\"fail-side\""), 1U);
    EXPECT_EQ(occurrences(file, "<svg "), 1U);
    EXPECT_THAT(file, Not(HasSubstr("var(")));
    EXPECT_THAT(file, HasSubstr("<style>"));
}

TEST(IterationRange, HasTheMissingOnesToo)
{
    EXPECT_EQ(iterationRange(aRun().withIterations(8).missing(8).build()), (PlotRange{0.5, 8.5}));
    EXPECT_EQ(iterationRange(SoakRun{}), (PlotRange{0.5, 1.5}));
}

TEST(EventLanes, HaveOneRowEach)
{
    const Judgement judgement = judged(aTunedRun(8));
    const std::vector<EventLane> lanes{{"applied", "delta", {1, 4}}, {"velocity", "guard", {2}}};
    const std::string svg = eventLanesSvg(judgement, lanes);
    EXPECT_EQ(occurrences(svg, "class=\"delta\""), 2U);
    EXPECT_EQ(occurrences(svg, "class=\"guard\""), 1U);
    EXPECT_EQ(occurrences(svg, "class=\"lane\""), 2U);
}

TEST(ChartDefinitions, HoldThePatternThatChartsReferTo)
{
    EXPECT_THAT(chartDefinitions(), HasSubstr("id=\"fail-side\""));
}

} // namespace

} // namespace soak
