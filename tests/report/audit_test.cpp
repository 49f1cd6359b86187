// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/audit.h"
#include "tests/report/report_samples.h"
#include "tests/support/golden.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

using testing::HasSubstr;

std::string auditOf(const RunBuilder& builder)
{
    return auditMarkdown(judged(builder), sampleContext());
}

TEST(Audit, IsAsRecorded)
{
    for (const ReportSample& sample : reportSamples()) {
        EXPECT_GOLDEN("report/" + sample.name + "/POST_SOAK_AUDIT.md",
                      auditMarkdown(sample.judgement, sampleContext()));
    }
}

TEST(Audit, HasTheNumbersOfTheReferenceRun)
{
    const std::string audit = auditOf(aTunedRun(36));
    for (const char* line :
         {"| - Mean | 233.472 | 180.000 | flat |", "| - Mean | 4.328 | 5.950 | up |",
          "| - Mean | 1.881 | 1.500 | flat |", "[=+#++++++=======------              ]"}) {
        EXPECT_THAT(audit, HasSubstr(line));
    }
}

TEST(Defect19, APeakHasItsIterationNumberAfterGapsToo)
{
    const std::string audit = auditOf(aRun()
                                          .withIterations(12)
                                          .missing(2)
                                          .missing(3)
                                          .at(9, Metric::P95LatencyMs, 333)
                                          .at(5, Metric::RiskRatio, 0.37));
    EXPECT_THAT(audit, HasSubstr("p95_latency_ms peak:** 333.000 at iteration 9\n"));
    EXPECT_THAT(audit, HasSubstr("risk_ratio peak:** 0.370 at iteration 5\n"));
}

TEST(Audit, PutsWhatTheTunerExpectedBesideWhatWasSeen)
{
    EXPECT_THAT(auditOf(aTunedRun(8)), testing::Not(HasSubstr("Effects Expected")));
    const std::string audit = auditOf(aRun()
                                          .proposing(2, {{"tail_age_ms", {30}}})
                                          .editStep(2,
                                                    [](TuningStep& step) {
                                                        step.expected = {{Metric::NetBps, 0.25}};
                                                    })
                                          .at(2, Metric::NetBps, 3.0)
                                          .at(3, Metric::NetBps, 2.9));
    EXPECT_THAT(audit, HasSubstr("### Effects Expected by the Tuner"));
    EXPECT_THAT(audit, HasSubstr("| net_bps | 1 | +0.25 | -0.10 | 0 of 1 |"));
}

TEST(Audit, OfASimulatedWhatIfSaysSoFirst)
{
    const std::string audit = auditOf(aRun().editRun([](SoakRun& run) {
        run.info->engine = "sim";
        RunBranch branch;
        branch.at = 4;
        branch.isTunerOff = true;
        run.info->branches = {branch};
    }));
    EXPECT_THAT(audit, HasSubstr("none about profit"));
    EXPECT_THAT(audit, HasSubstr("**What-if:** from iteration 4 tuner off"));
    EXPECT_LT(audit.find("**What-if:**"), audit.find("**Verdict:**"));
}

TEST(Audit, NamesTheGoalsThatAreNotMetAndThoseWithoutData)
{
    EXPECT_THAT(auditOf(aTunedRun(8)), HasSubstr("**Goals not met:** maker_taker_ok, net_bps_ok"));
    EXPECT_THAT(auditOf(aRun().without(Metric::RiskRatio)), HasSubstr("risk_ok (no data)"));
}

TEST(Audit, ShowsAbsentMetricsAsNotAvailable)
{
    const std::string audit = auditOf(aRun().without(Metric::P95LatencyMs));
    EXPECT_THAT(audit, HasSubstr("| - Mean | n/a | n/a | n/a |"));
    EXPECT_THAT(audit, HasSubstr("p95_latency_ms peak:** n/a\n"));
}

} // namespace

} // namespace soak
