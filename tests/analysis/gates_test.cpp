// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/gates.h"
#include "tests/analysis/verification_cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace
{

GateResult evaluated(const GateSpec& gate, const RunBuilder& builder, int window = 8)
{
    const SoakRun run = builder.build();
    const Window rows = windowOf(run, window);
    const RunStatistics statistics = statisticsOf(run.table, rows.firstRow);
    const Verification verification = verifyDeltas(run, ParameterRegistry::builtin());
    return evaluateGate(gate, {run, rows, statistics, verification});
}

GateSpec aGate(std::string metric, Aggregate aggregate, GateOp op, double threshold)
{
    return {"gate", std::move(metric), aggregate, op, threshold, GateSeverity::Hard, ""};
}

GateResult row(GateSeverity severity, GateOutcome outcome)
{
    GateResult result;
    result.gate.severity = severity;
    result.outcome = outcome;
    return result;
}

} // namespace

TEST(Gates, AreInclusiveAsWritten)
{
    struct Case {
        GateOp op;
        double threshold;
        GateOutcome outcome;
        double margin;
    };

    for (const Case& c : {Case{GateOp::AtLeast, 3, GateOutcome::Pass, 0},
                          Case{GateOp::AtMost, 3, GateOutcome::Pass, 0},
                          Case{GateOp::Above, 3, GateOutcome::Fail, 0},
                          Case{GateOp::Below, 3, GateOutcome::Fail, 0},
                          Case{GateOp::AtLeast, 3.5, GateOutcome::Fail, -0.5},
                          Case{GateOp::AtMost, 3.5, GateOutcome::Pass, 0.5}}) {
        const GateResult result = evaluated(aGate("net_bps", Aggregate::Mean, c.op, c.threshold),
                                            aRun().with(Metric::NetBps, 3));
        EXPECT_EQ(result.outcome, c.outcome) << keyOf(c.op) << c.threshold;
        EXPECT_EQ(result.margin, c.margin) << keyOf(c.op) << c.threshold;
        EXPECT_EQ(result.observed, 3);
    }
}

TEST(Gates, CompareUnroundedValues)
{
    const GateResult result = evaluated(aGate("net_bps", Aggregate::Mean, GateOp::AtLeast, 2.5),
                                        aRun().with(Metric::NetBps, 2.4999999999));
    EXPECT_EQ(result.outcome, GateOutcome::Fail);
    EXPECT_THAT(result.why, HasSubstr("2.4999999999"));
}

TEST(Gates, NameTheIterationsThatMissAndThoseWithoutAValue)
{
    const GateResult result =
        evaluated(aGate("p95_latency_ms", Aggregate::Max, GateOp::AtMost, 340),
                  aRun()
                      .at(3, Metric::P95LatencyMs, 350)
                      .at(5, Metric::P95LatencyMs, std::nullopt)
                      .at(7, Metric::P95LatencyMs, 341));
    EXPECT_EQ(result.outcome, GateOutcome::Fail);
    EXPECT_THAT(result.brokenBy, ElementsAre(3, 7));
    EXPECT_THAT(result.missingIn, ElementsAre(5));
    EXPECT_EQ(result.count, 7U);
    EXPECT_EQ(result.why, "max of p95_latency_ms is 350 over 7 of 8 iterations, not <= 340");
}

TEST(Gates, MetricInNoIterationOfTheWindowHasNoData)
{
    RunBuilder builder = aRun().withIterations(12);
    for (int k = 5; k <= 12; ++k) {
        builder.at(k, Metric::RiskRatio, std::nullopt);
    }
    const GateResult result =
        evaluated(aGate("risk_ratio", Aggregate::Median, GateOp::AtMost, 0.4), builder);
    EXPECT_EQ(result.outcome, GateOutcome::NoData);
    EXPECT_EQ(result.observed, std::nullopt);
    EXPECT_EQ(result.margin, std::nullopt);
    EXPECT_EQ(result.missingIn.size(), 8U);
    EXPECT_EQ(result.why, "risk_ratio is in none of the 8 iterations of the window");
}

TEST(Gates, MetricThatNoRunRecordsHasNoData)
{
    const GateResult result =
        evaluated(aGate("mm_hit_ratio", Aggregate::Last, GateOp::AtLeast, 0), aRun());
    EXPECT_EQ(result.outcome, GateOutcome::NoData);
    EXPECT_THAT(result.why, HasSubstr("mm_hit_ratio"));
}

TEST(Gates, HarmonicMeanOfNegativeValuesHasNoData)
{
    const GateResult result =
        evaluated(aGate("net_bps", Aggregate::HarmonicMean, GateOp::AtLeast, 1),
                  aRun().at(2, Metric::NetBps, -1));
    EXPECT_EQ(result.outcome, GateOutcome::NoData);
    EXPECT_THAT(result.why, HasSubstr("negative"));
}

TEST(Gates, FullApplyIsThatOfTheVerification)
{
    const GateSpec gate = aGate("full_apply_ratio", Aggregate::Last, GateOp::AtLeast, 0.95);
    EXPECT_EQ(evaluated(gate, aProposal()).outcome, GateOutcome::Pass);
    EXPECT_EQ(evaluated(gate, aRun()).observed, 1.0); // nothing to verify
    const GateResult failed = evaluated(gate, aProposal().forcing(4, "tail_age_ms", 600));
    EXPECT_EQ(failed.outcome, GateOutcome::Fail);
    EXPECT_THAT(failed.brokenBy, ElementsAre(4));
    EXPECT_THAT(failed.why, HasSubstr("0 of 1 proposals"));
    EXPECT_EQ(evaluated(gate, aProposal().foreign()).outcome, GateOutcome::NoData);
}

TEST(Gates, PartlyUnverifiedDeltasAreNoDataThoughTheRestArrived)
{
    const RunBuilder builder = aProposal()
                                   .proposing(6, {{"tail_age_ms", {5}}})
                                   .proposing(7, {{"tail_age_ms", {5}}})
                                   .missing(7);
    const GateSpec gate = aGate("full_apply_ratio", Aggregate::Last, GateOp::AtLeast, 0.95);
    EXPECT_EQ(verified(builder).fullApplyRatio, 1.0);
    EXPECT_EQ(evaluated(gate, builder).outcome, GateOutcome::NoData);
}

TEST(Gates, IterationsMissingAreThoseAskedForLessThosePresent)
{
    const GateSpec gate = aGate("iterations_missing", Aggregate::Last, GateOp::AtMost, 0);
    EXPECT_EQ(evaluated(gate, aRun()).observed, 0);
    EXPECT_EQ(evaluated(gate, aRun().missing(2).unreadable(5)).observed, 2);
    const auto asksForMore = [](SoakRun& run) { run.info->iterations = 10; };
    EXPECT_EQ(evaluated(gate, aRun().editRun(asksForMore)).observed, 2);
    const auto asksForLess = [](SoakRun& run) { run.info->iterations = 5; };
    EXPECT_EQ(evaluated(gate, aRun().missing(3).editRun(asksForLess)).observed,
              1); // 6..8 stand in for nothing
}

TEST(Gates, NobodyKnowsWhatAForeignRunWithoutGapsIsMissing)
{
    const GateSpec gate = aGate("iterations_missing", Aggregate::Last, GateOp::AtMost, 0);
    EXPECT_EQ(evaluated(gate, aRun().foreign()).outcome, GateOutcome::NoData);
    const GateResult holed = evaluated(gate, aRun().foreign().missing(4).unreadable(5));
    EXPECT_EQ(holed.outcome, GateOutcome::Fail);
    EXPECT_EQ(holed.observed, 2);
}

TEST(Gates, VerdictIsOfTheHardRows)
{
    using enum GateOutcome;
    using enum GateSeverity;

    struct Case {
        std::vector<GateResult> rows;
        GateResultVerdict verdict;
    };

    const Case cases[] = {
        {{row(Hard, Pass), row(Hard, Pass)}, GateResultVerdict::Pass},
        {{row(Hard, Pass), row(Hard, Fail)}, GateResultVerdict::Fail},
        {{row(Hard, NoData), row(Hard, Fail)}, GateResultVerdict::Fail},
        {{row(Hard, Pass), row(Hard, NoData)}, GateResultVerdict::NoData},
        {{row(Hard, Pass), row(Soft, Fail), row(Soft, NoData)}, GateResultVerdict::Warn},
        {{row(Soft, Fail)}, GateResultVerdict::Warn},
        {{}, GateResultVerdict::NoData},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(gateVerdictOf(c.rows), c.verdict);
    }
}

} // namespace soak
