// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compare/compared_runs.h"
#include "ui/compare/compare_data.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr std::size_t kLatencyAt = 0; // of kComparedKpis
constexpr std::size_t kNetAt = 2;

std::vector<ComparedInput> pair(const RunBuilder& a, const RunBuilder& b, int offset = 0)
{
    return {inputOf(a, "a"), inputOf(b, "b", offset)};
}

TEST(CompareData, ValuesStandAtTheirPlaces)
{
    const ChartsRef charts =
        chartsOf(pair(aRun().withIterations(4).at(2, Metric::NetBps, std::nullopt),
                      aRun().withIterations(3).at(3, Metric::NetBps, 9.0), 10),
                 {}, {});
    ASSERT_EQ(charts->metrics.size(), kComparedKpis.size());
    const ComparedLine& first = charts->metrics[kNetAt].lines[0];
    const ComparedLine& second = charts->metrics[kNetAt].lines[1];
    EXPECT_EQ(charts->aligned.runs[0].x, (std::vector<int>{1, 2, 3, 4}));
    EXPECT_EQ(charts->aligned.runs[1].x, (std::vector<int>{11, 12, 13}));
    EXPECT_FALSE(MetricColumn(first.values, first.presence).isPresent(1));
    EXPECT_EQ(second.values[2], 9.0);
    EXPECT_EQ(second.shape.count, 3U);
    EXPECT_EQ(charts->domain, (PlotRange{0.5, 13.5}));
}

TEST(CompareData, NormalisedValuesAreThoseOfTheCore)
{
    CompareChoice choice;
    choice.window = ComparedWindow::All;
    choice.normalisation = Normalisation::PercentOfBaseline;
    const ChartsRef charts = chartsOf(pair(aRun().withIterations(4).with(Metric::NetBps, 4.0),
                                           aRun().withIterations(4).with(Metric::NetBps, 6.0)),
                                      choice, {});
    const ComparedMetric& net = charts->metrics[kNetAt];
    EXPECT_DOUBLE_EQ(net.lines[1].values[0], 150);
    EXPECT_DOUBLE_EQ(*net.factor, 25);
    choice.normalisation = Normalisation::ZScore;
    const ChartsRef flat =
        chartsOf(pair(aRun().withIterations(4).with(Metric::NetBps, 4.0), aRun().withIterations(4)),
                 choice, {});
    EXPECT_EQ(flat->metrics[kNetAt].lines[0].why, "the values of the run are all the same");
    EXPECT_FALSE(flat->metrics[kNetAt].factor);
}

TEST(CompareData, DifferencesStandWhereBothHaveAValue)
{
    CompareChoice choice;
    choice.form = CompareForm::Difference;
    const auto runs =
        pair(aRun().withIterations(4).with(Metric::NetBps, 4.0).at(2, Metric::NetBps, std::nullopt),
             aRun().withIterations(5).with(Metric::NetBps, 6.5));
    const ChartsRef charts = chartsOf(runs, choice, {});
    const ComparedMetric& net = charts->metrics[kNetAt];
    const MetricColumn zero(net.lines[0].values, net.lines[0].presence);
    const MetricColumn above(net.lines[1].values, net.lines[1].presence);
    EXPECT_EQ(zero.at(0), 0.0);
    EXPECT_FALSE(zero.at(1)) << "a hole is no difference of 0";
    EXPECT_EQ(above.at(0), 2.5);
    EXPECT_FALSE(above.at(1));
    EXPECT_FALSE(above.at(4)) << "the baseline ended before";
    EXPECT_EQ(net.lines[1].shape.extent, (PlotRange{2.5, 2.5}));
    EXPECT_EQ(net.lines[1].shape.count, 3U);
    EXPECT_FALSE(net.factor) << "a target of values is none of differences";
    choice.normalisation = Normalisation::PercentOfBaseline;
    choice.window = ComparedWindow::All;
    const ChartsRef percent = chartsOf(runs, choice, {});
    EXPECT_DOUBLE_EQ(percent->metrics[kNetAt].lines[1].values[0], 62.5);
}

TEST(CompareData, ARunWithoutACommonPlaceSaysSo)
{
    CompareChoice choice;
    choice.form = CompareForm::Difference;
    const ChartsRef charts =
        chartsOf(pair(aRun().withIterations(4), aRun().withIterations(4), 10), choice, {});
    EXPECT_EQ(charts->metrics[kNetAt].lines[1].why, "it has no value where the baseline has one");
    EXPECT_TRUE(charts->metrics[kNetAt].lines[0].why.empty());
}

TEST(CompareData, BeyondTwelveRunsThereIsAnEnvelope)
{
    std::vector<ComparedInput> runs;
    for (int i = 0; i < 13; ++i) {
        runs.push_back(
            inputOf(aRun().withIterations(2).with(Metric::P95LatencyMs, 200.0 + i), "run"));
    }
    const ChartsRef many = chartsOf(runs, {}, {});
    ASSERT_TRUE(many->metrics[kLatencyAt].envelope);
    const EnvelopePoint& point = many->metrics[kLatencyAt].envelope->front();
    EXPECT_EQ(point.n, 13U);
    EXPECT_EQ(point.min, 200);
    EXPECT_EQ(point.median, 206);
    EXPECT_EQ(point.max, 212);
    runs.pop_back();
    EXPECT_FALSE(chartsOf(runs, {}, {})->metrics[kLatencyAt].envelope);
    CompareChoice choice;
    choice.lines = LineMode::Envelope;
    EXPECT_TRUE(chartsOf(runs, choice, {})->metrics[kLatencyAt].envelope);
}

TEST(CompareData, AFlagOfTheCandidateMovesWithIt)
{
    const RunBuilder tuned = aRun().withIterations(6).proposing(3, {{"min_interval_ms", {5.0}}});
    const ChartsRef charts = chartsOf(pair(tuned, tuned, 100), {}, {});
    EXPECT_TRUE(charts->flags[0].empty()) << "of the baseline none are drawn";
    ASSERT_EQ(charts->flags[1].size(), 1);
    EXPECT_EQ(charts->flags[1].front().iteration, 103);
}

TEST(CompareData, FactsAreOfTheWindow)
{
    CompareChoice choice;
    choice.window = ComparedWindow::Last8;
    const FactsRef facts = factsOf(
        pair(aRun().withIterations(20), aRun().withIterations(20).forcing(9, "tail_age_ms", 700)),
        choice, {});
    EXPECT_EQ(facts->distributions[kNetAt].boxes[0]->n, 8U);
    EXPECT_EQ(facts->means[1][kNetAt].n, 8U);
    EXPECT_EQ(facts->comparison->overrides.differing, 1U);
    EXPECT_EQ(facts->comparison->options.window, ComparedWindow::Last8);
    EXPECT_EQ(facts->parameters.all.size(), 6U);
    EXPECT_EQ(pairOf(facts.get())->effects.size(), kComparedKpis.size());
}

TEST(CompareData, EffectsAreThoseOfTheComparisonOfTheCore)
{
    const auto run = [](double shift) {
        return aRun().withIterations(60).editKpis([shift](int k, MetricValues& kpis) {
            kpis[indexOf(Metric::P95LatencyMs)] = 200 + shift + (k * 7) % 11;
        });
    };
    const std::vector<ComparedInput> runs = pair(run(0), run(-20));
    const FactsRef facts = factsOf(runs, {}, {});
    std::vector<CompareInput> inputs;
    for (const ComparedInput& one : runs) {
        inputs.push_back({one.name, one.judgement.get()});
    }
    CompareOptions options;
    options.metrics.assign(kComparedKpis.begin(), kComparedKpis.end());
    const auto wanted = compareRuns(inputs, options);
    ASSERT_TRUE(wanted);
    EXPECT_EQ(pairOf(facts.get())->effects, wanted->pairs[0].effects);
    EXPECT_EQ(pairOf(facts.get())->effects[kLatencyAt].verdict, EffectVerdict::Better);
    EXPECT_EQ(facts->steadyFrom, wanted->from);
    EXPECT_EQ(pairOf(factsOf({runs[0]}, {}, {}).get()), nullptr) << "one run alone";
}

TEST(CompareData, WhatWasStoppedIsNothing)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(chartsOf(pair(aRun(), aRun()), {}, stop.get_token()), nullptr);
    EXPECT_EQ(factsOf(pair(aRun(), aRun()), {}, stop.get_token()), nullptr);
}

} // namespace
} // namespace soak::ui
