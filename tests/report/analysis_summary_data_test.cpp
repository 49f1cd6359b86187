// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/analysis_summary_data.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

const MetricStatistics& netOf(const RunStatistics& statistics)
{
    return statistics[indexOf(Metric::NetBps)];
}

TEST(AnalysisSpans, AreTheRunItsSteadyPartAndItsLastEight)
{
    const AnalysisSpans spans = analysisSpans(aRun().withIterations(20).missing(7).build());
    EXPECT_EQ(netOf(spans.overall).count, 19U);
    EXPECT_EQ(netOf(spans.steady).count, 13U); // 8 to 20
    EXPECT_EQ(netOf(spans.last8).count, 8U);
    EXPECT_EQ(spans.last8Start, 13);
}

TEST(AnalysisSpans, OfAShortOrEmptyRunHaveNoSteadyPart)
{
    const AnalysisSpans spans = analysisSpans(aRun().withIterations(3).build());
    EXPECT_EQ(netOf(spans.steady).count, 0U);
    EXPECT_EQ(spans.last8Start, 1);
    EXPECT_EQ(analysisSpans(SoakRun{}).last8Start, std::nullopt);
}

TEST(FileInventory, NamesWhatIsThereAndWhatShouldBe)
{
    SoakRun run;
    run.otherFiles["RUN.json"] = {};
    run.otherFiles["runtime_overrides.json"] = {};
    const std::vector<std::pair<std::string, bool>> expected{{"RUN.json", true},
                                                             {"RUN_END.json", false},
                                                             {"TUNING_REPORT.json", false},
                                                             {"TUNING_STATE.json", false},
                                                             {"runtime_overrides.json", true}};
    EXPECT_EQ(fileInventory(run), expected);
}

} // namespace

} // namespace soak
