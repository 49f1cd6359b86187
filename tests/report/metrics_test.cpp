// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/report/metrics.h"
#include "tests/report/program_run.h"
#include "tests/report/report_samples.h"
#include "tests/support/golden.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace soak
{

namespace
{

using testing::HasSubstr;
using testing::Not;

std::string metricsOf(const RunBuilder& builder)
{
    return metricsText(judged(builder), sampleContext());
}

// promtool does not see a sample that stands twice.
testing::AssertionResult isClean(const std::string& metrics)
{
    std::set<std::string> samples;
    std::set<std::string> families;
    std::string family;
    for (const std::string& line : split(metrics, '\n')) {
        if (line.starts_with("# TYPE ")) {
            continue;
        }
        if (line.starts_with("# HELP ")) {
            family = split(line, ' ').at(2);
            if (!families.insert(family).second) {
                return testing::AssertionFailure() << "twice: " << line;
            }
            continue;
        }
        const std::string sample = line.substr(0, line.rfind(' '));
        if (!line.empty() && !samples.insert(sample).second) {
            return testing::AssertionFailure() << "twice: " << line;
        }
        if (!line.empty() && sample.substr(0, sample.find('{')) != family) {
            return testing::AssertionFailure() << "under another family: " << line;
        }
    }
    return accepts(SOAK_PROMTOOL, {"check", "metrics"}, metrics);
}

TEST(Metrics, AreAsRecorded)
{
    for (const ReportSample& sample : reportSamples()) {
        EXPECT_GOLDEN("report/" + sample.name + "/metrics.prom",
                      metricsText(sample.judgement, sampleContext()));
    }
}

TEST(Defect38, EveryFamilyStandsOnceAndPromtoolFindsNothing)
{
    const std::vector<RunBuilder> builders{aTunedRun(36),
                                           aTunedRun(8),
                                           aTroubledRun(),
                                           aTunedRun(8).foreign(),
                                           aRun().withIterations(1),
                                           aRun().withIterations(12).withWarmup({true, 4, 2}, 20),
                                           aRun().without(Metric::RiskRatio)};
    for (const RunBuilder& builder : builders) {
        EXPECT_TRUE(isClean(metricsOf(builder)));
    }
}

TEST(Metrics, KeepTheFirstFiveNames)
{
    const std::string metrics = metricsOf(aTunedRun(36));
    for (const char* line : {"\nmaker_taker_ratio_hmean{window=\"8\"} 0.85\n",
                             "\nlatency_spread_add_bps 0\n", "\npartial_freeze_active 0\n",
                             "\ndelta_nested_miss_paths_total 0\n", "\nmaker_share_pct 85\n"}) {
        EXPECT_THAT(metrics, HasSubstr(line));
    }
}

TEST(Metrics, HaveNoSampleForWhatIsNotKnown)
{
    const std::string metrics = metricsOf(aTunedRun(8).foreign().without(Metric::P95LatencyMs));
    for (const char* name :
         {"latency_spread_add_bps", "soak_kpi_latency_p95_seconds_mean", "p95_latency_seconds_max",
          "soak_delta_full_apply_ratio", "soak_gate_passed{gate=\"p95_latency_ok\"}",
          "soak_last_p95_latency_seconds", "soak_iteration_p95_latency_seconds", "warmup_active",
          "soak_phase_name"}) {
        EXPECT_THAT(metrics, Not(HasSubstr(std::string("\n") + name))) << name;
    }
    EXPECT_THAT(metrics, HasSubstr("soak_metric_missing_total{metric=\"p95_latency_ms\"} 8\n"));
    EXPECT_THAT(metrics, HasSubstr("soak_net_bps{iteration=\"8\",phase=\"UNKNOWN\"} 3.5\n"));
}

TEST(Defect37, MisplacedParametersAreCounted)
{
    Judgement judgement = judged(aRun());
    judgement.verification.nestedMissPaths = {"1:a:b.a", "2:a:b.a"};
    EXPECT_THAT(metricsText(judgement, sampleContext()),
                HasSubstr("\ndelta_nested_miss_paths_total 2\n"));
}

TEST(Metrics, LabelIterationsByTheirNumber)
{
    const std::string metrics = metricsOf(aRun().withIterations(6).missing(2).missing(3));
    EXPECT_THAT(metrics, HasSubstr("soak_net_bps{iteration=\"6\",phase=\"STEADY\"}"));
    EXPECT_THAT(metrics, Not(HasSubstr("iteration=\"2\"")));
    EXPECT_THAT(metrics, HasSubstr("\nsoak_last_iteration 6\n"));
    EXPECT_THAT(metrics, HasSubstr("\nsoak_iterations_missing 2\n"));
}

TEST(Metrics, TellThePhases)
{
    const std::string metrics = metricsOf(aRun().withIterations(8).withWarmup({true, 4, 2}, 20));
    for (const char* line :
         {"warmup_active{iteration=\"4\"} 1\n", "warmup_active{iteration=\"5\"} 0\n",
          "warmup_iter_idx{iteration=\"4\"} 4\n", "warmup_iter_idx{iteration=\"5\"} 0\n",
          "rampdown_active{iteration=\"5\"} 1\n",
          "soak_phase_name{iteration=\"5\",phase=\"RAMPDOWN\"} 1\n",
          "soak_phase_name{iteration=\"7\",phase=\"STEADY\"} 2\n",
          "\nsoak_last_warmup_active 0\n"}) {
        EXPECT_THAT(metrics, HasSubstr(line));
    }
}

TEST(Metrics, EscapeLabelsAndStayWholeLines)
{
    const std::string metrics = metricsOf(aTroubledRun());
    EXPECT_THAT(metrics, HasSubstr("\\n=cmd|' /C calc'!A0"));
    EXPECT_THAT(metrics, HasSubstr("\\\"quoted\\\""));
    EXPECT_TRUE(isValidUtf8(metrics));
}

TEST(Metrics, OfALongRunHaveTheNewestIterationsOnly)
{
    const std::string metrics = metricsOf(aRun().withIterations(1500));
    EXPECT_THAT(metrics, Not(HasSubstr("soak_net_bps{iteration=\"500\"")));
    EXPECT_THAT(metrics, HasSubstr("soak_net_bps{iteration=\"501\""));
    EXPECT_THAT(metrics, HasSubstr("soak_net_bps{iteration=\"1500\""));
}

TEST(Metrics, CallTheWindowByTheSizeAskedFor)
{
    EXPECT_THAT(metricsOf(aRun().withIterations(3)), HasSubstr("risk_ratio_mean{window=\"8\"}"));
    EXPECT_THAT(metricsOf(aRun().withIterations(3)), HasSubstr("\nsoak_window_iterations 3\n"));
}

// The same samples in both; only the names of the families of counters and the end differ.
TEST(Metrics, InOpenMetricsAreTheSameSamples)
{
    const Judgement judgement = judged(aRun().withIterations(12));
    const auto samplesOf = [](const std::string& text) {
        std::vector<std::string> samples;
        for (const std::string& line : split(text, '\n')) {
            if (!line.starts_with("#") && !line.empty()) {
                samples.push_back(line);
            }
        }
        return samples;
    };
    const std::string open = metricsText(judgement, sampleContext(), ExpositionFormat::OpenMetrics);
    EXPECT_EQ(samplesOf(open), samplesOf(metricsText(judgement, sampleContext())));
    EXPECT_TRUE(open.ends_with("\n# EOF\n"));
    EXPECT_THAT(open, HasSubstr("# TYPE guard_triggers counter\nguard_triggers_total{"));
}

TEST(Metrics, OfAFailedExportAreThatItFailedAndNothingElse)
{
    const std::string failed = failedMetricsText();
    EXPECT_TRUE(isClean(failed));
    EXPECT_THAT(failed, testing::EndsWith("\nwarmup_exporter_error 1\n"));
    EXPECT_EQ(split(failed, '\n').size(), 4U);
    EXPECT_THAT(failedMetricsText(ExpositionFormat::OpenMetrics),
                testing::EndsWith("\nwarmup_exporter_error 1\n# EOF\n"));
}

} // namespace

} // namespace soak
