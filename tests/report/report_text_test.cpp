// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_text.h"
#include "tests/report/report_samples.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(ShortNumber, IsTheShortestTextWithoutAnEmptyFraction)
{
    EXPECT_EQ(shortNumber(340.0), "340");
    EXPECT_EQ(shortNumber(0.83), "0.83");
    EXPECT_EQ(shortNumber(-0.0), "0");
    EXPECT_EQ(shortNumber(-1.5), "-1.5");
    EXPECT_EQ(shortNumber(std::optional<double>()), "n/a");
}

TEST(SignedNumber, AlwaysHasItsSign)
{
    EXPECT_EQ(signedNumber(5), "+5");
    EXPECT_EQ(signedNumber(-0.01), "-0.01");
    EXPECT_EQ(signedNumber(0), "0");
}

TEST(VisibleNumber, NeverShowsZeroForAValueThatIsNotZero)
{
    EXPECT_EQ(visibleNumber(0.02, 3), "0.020");
    EXPECT_EQ(visibleNumber(0, 3), "0.000");
    EXPECT_EQ(visibleNumber(-0.00004, 3), "-0.00004");
    EXPECT_EQ(visibleNumber(1e-15, 3), "1e-15");
}

TEST(Ranges, NameConsecutiveIterationsOnceAndCountTheRest)
{
    EXPECT_EQ(rangesText(std::vector<int>{}), "none");
    EXPECT_EQ(rangesText(std::vector<int>{7}), "7");
    EXPECT_EQ(rangesText(std::vector<int>{1, 2, 3, 7, 9, 10}), "1-3, 7, 9-10");
    EXPECT_EQ(rangesText(std::vector<int>{1, 3, 5, 7, 8}, 2), "1, 3 (+3 more)");
}

TEST(Gaps, AreToldAsRangesAndCountedWithoutOverflow)
{
    const std::vector<IterationGap> gaps{{3, 3}, {5, 2147483646}};
    EXPECT_EQ(gapsText(gaps), "3, 5-2147483646");
    EXPECT_EQ(gapsText(gaps, 1), "3 (+2147483642 more)");
    EXPECT_EQ(missingCount(gaps), 2147483643U);
}

TEST(IterationList, ShowsTheFirstAndCountsTheRest)
{
    EXPECT_EQ(iterationList(std::vector<int>{}), "none");
    EXPECT_EQ(iterationList(std::vector<int>{1, 2, 3}, 2), "1, 2 (+1 more)");
}

TEST(MetricText, HasTheMetricsDecimalsAndUnit)
{
    EXPECT_EQ(metricText(Metric::P95LatencyMs, 180), "180.0 ms");
    EXPECT_EQ(metricText(Metric::RiskRatio, 0.3), "0.300");
    EXPECT_EQ(metricText(Metric::NetBps, std::nullopt), "n/a");
}

TEST(GateTexts, AreThoseOfTheMetricOrOfTheProfileWhereItIsUnknown)
{
    const GateSpec latency{
        "p95", "p95_latency_ms", Aggregate::Max, GateOp::AtMost, 340, GateSeverity::Hard, ""};
    EXPECT_EQ(targetText(latency), "<= 340 ms");
    EXPECT_EQ(gateText(latency, 310), "310.0 ms");
    EXPECT_EQ(gateTitle(latency), "p95 latency");
    const GateSpec other{"hit", "mm_hit_ratio",     Aggregate::Last, GateOp::AtLeast,
                         0.7,   GateSeverity::Hard, "ratio"};
    EXPECT_EQ(targetText(other), ">= 0.7");
    EXPECT_EQ(gateTitle(other), "mm_hit_ratio");
    EXPECT_EQ(gateText(other, std::nullopt), "n/a");
}

TEST(MarginText, IsSignedAndNeverHidesASmallMiss)
{
    GateResult result;
    result.gate = {
        "maker", "maker_taker_ratio", Aggregate::Mean, GateOp::AtLeast, 0.83, GateSeverity::Hard,
        ""};
    EXPECT_EQ(marginText(result), "n/a");
    result.margin = 0.02;
    EXPECT_EQ(marginText(result), "+0.020");
    result.margin = -0.00001;
    EXPECT_EQ(marginText(result), "-0.00001");
}

TEST(Marks, TellASoftMissFromAHardOne)
{
    GateResult result;
    result.outcome = GateOutcome::Fail;
    EXPECT_EQ(markOf(result), "[FAIL]");
    result.gate.severity = GateSeverity::Soft;
    EXPECT_EQ(markOf(result), "[WARN]");
    result.outcome = GateOutcome::NoData;
    EXPECT_EQ(markOf(result), "[NO DATA]");
    EXPECT_EQ(markOf(RunVerdict::Pass), "[OK]");
    EXPECT_EQ(markOf(VerifyVerdict::Unverified), "[WARN]");
}

TEST(WindowText, SaysWhichIterationsOfHowMany)
{
    EXPECT_EQ(windowText(judged(aRun().withIterations(36))), "iterations 29-36, the last 8 of 36");
    EXPECT_EQ(windowText(judged(aRun().withIterations(1))), "iteration 1, the whole run");
}

TEST(RunLabel, IsTheRunIdOrMadeOfTheFirstSummarysHash)
{
    EXPECT_EQ(runLabel(aRun().build()), "RUN_1767608400000");
    EXPECT_EQ(runLabel(aRun().foreign().build()), "FOREIGN_000000000000");
    EXPECT_EQ(runLabel(SoakRun{}), "FOREIGN");
}

TEST(FindingCounts, GoBySeverity)
{
    EXPECT_EQ(findingCountsText({}), "none");
    const std::vector<Finding> findings{{FindingKind::LoadError, Severity::Error, "", {}, "", ""},
                                        {FindingKind::Gap, Severity::Warning, "", {}, "", ""},
                                        {FindingKind::Gap, Severity::Warning, "", {}, "", ""}};
    EXPECT_EQ(findingCountsText(findings), "1 error, 2 warnings");
}

} // namespace

} // namespace soak
