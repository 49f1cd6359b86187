// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/gate_inputs.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{
namespace
{

const GateResult& goalOf(const Judgement& judgement, Metric metric)
{
    return *std::ranges::find_if(judgement.goalGates, [metric](const GateResult& row) {
        return row.gate.metric == specOf(metric).key;
    });
}

} // namespace

TEST(GateInputs, AreTheValuesOfTheWindowWithHowTheyStand)
{
    const Judgement judgement = judge(aRun()
                                          .withIterations(10)
                                          .with(Metric::P95LatencyMs, 200)
                                          .at(9, Metric::P95LatencyMs, 341)
                                          .at(5, Metric::P95LatencyMs, std::nullopt)
                                          .shared(),
                                      missionProfile());
    const auto inputs = gateInputs(judgement, goalOf(judgement, Metric::P95LatencyMs));
    ASSERT_EQ(inputs.size(), 8U);
    EXPECT_EQ(inputs.front(), (GateInput{3, 200.0, MarkState::Met}));
    EXPECT_EQ(inputs[2], (GateInput{5, std::nullopt, MarkState::Missing}));
    EXPECT_EQ(inputs[6], (GateInput{9, 341.0, MarkState::Broke}));
}

TEST(GateInputs, OfARatioOfProposalsAreNone)
{
    const Judgement judgement = judge(aRun().shared(), missionProfile());
    GateResult row;
    row.gate.metric = "full_apply_ratio";
    EXPECT_TRUE(gateInputs(judgement, row).empty());
}

TEST(GateFormula, NamesAggregateMetricCountAndRange)
{
    const Judgement judgement = judge(aRun().withIterations(10).shared(), missionProfile());
    const auto sentences = gateFormula(judgement, goalOf(judgement, Metric::RiskRatio));
    ASSERT_EQ(sentences.size(), 3U);
    ASSERT_EQ(sentences[0].arguments.size(), 5U);
    EXPECT_EQ(sentences[0].arguments[0].text, "median");
    EXPECT_EQ(sentences[0].arguments[1].text, "risk_ratio");
    EXPECT_EQ(sentences[0].arguments[2].text, "8");
    EXPECT_EQ(sentences[0].arguments[3].text, "#3");
    EXPECT_EQ(sentences[0].arguments[4].text, "#10");
    ASSERT_TRUE(sentences[0].arguments[3].link);
    EXPECT_EQ(sentences[0].arguments[3].link->lastIteration, 10);
    EXPECT_TRUE(sentences[1].pattern.starts_with("median:"));
}

TEST(GateFormula, GivesOnlyListedPatterns)
{
    const Judgement judgement = judge(aRun().shared(), missionProfile());
    const auto patterns = gateFormulaPatterns();
    for (const char* metric : {"net_bps", "full_apply_ratio", "iterations_missing", "moon_phase"}) {
        GateResult row;
        row.gate.metric = metric;
        for (const Sentence& sentence : gateFormula(judgement, row)) {
            EXPECT_NE(std::ranges::find(patterns, sentence.pattern), patterns.end())
                << sentence.pattern;
        }
    }
}

TEST(GateFormula, EveryAggregateHasItsOwn)
{
    const Judgement judgement = judge(aRun().shared(), missionProfile());
    for (const Aggregate aggregate : {Aggregate::Mean, Aggregate::Median, Aggregate::Min,
                                      Aggregate::Max, Aggregate::Last, Aggregate::HarmonicMean}) {
        GateResult row;
        row.gate.metric = "net_bps";
        row.gate.aggregate = aggregate;
        const auto sentences = gateFormula(judgement, row);
        ASSERT_EQ(sentences.size(), 3U);
        EXPECT_TRUE(sentences[1].pattern.starts_with(aggregateText(aggregate)));
    }
}

TEST(ValueSource, NamesKeyAndFileAndSaysWhatIsNotThere)
{
    const auto there = valueSource(Metric::NetBps, 7, true);
    ASSERT_EQ(there.size(), 1U);
    EXPECT_EQ(there[0].arguments.at(0).text, "net_bps");
    EXPECT_EQ(there[0].arguments.at(1).text, "ITER_SUMMARY_7.json");
    const auto absent = valueSource(Metric::NetBps, 7, false);
    EXPECT_NE(absent[0].pattern, there[0].pattern);
    const auto patterns = gateFormulaPatterns();
    EXPECT_NE(std::ranges::find(patterns, absent[0].pattern), patterns.end());
}

} // namespace soak
