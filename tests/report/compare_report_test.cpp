// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/compare_report.h"
#include "tests/report/report_samples.h"
#include "tests/support/golden.h"
#include "tests/support/noise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using testing::HasSubstr;

RunBuilder noisyRun(int iterations, std::uint64_t seed, double netShift)
{
    const auto size = static_cast<std::size_t>(iterations);
    Noise noise(seed);
    const auto net = noise.ar1Values(size, .3, netShift);
    const auto risk = noise.ar1Values(size, .6);
    return aRun().withIterations(iterations).editKpis([=](int k, MetricValues& kpis) {
        const auto at = static_cast<std::size_t>(k - 1);
        kpis[indexOf(Metric::NetBps)] = 3 + .3 * net[at];
        kpis[indexOf(Metric::RiskRatio)] = (k > 60 ? .36 : .3) + .01 * risk[at];
    });
}

// A long run, a better one whose risk rose after a change of the overrides, a short one of another
// tool that lacks the latency.
RunComparison sampleComparison()
{
    const std::vector<std::shared_ptr<const SoakRun>> runs{
        noisyRun(60, 1, 0).shared(),
        noisyRun(120, 2, 2).proposing(60, {{"impact_cap_ratio", ParamDelta{.01}}}).shared(),
        noisyRun(12, 3, 0).foreign().without(Metric::P95LatencyMs).missing(8).shared()};
    std::vector<Judgement> judgements;
    for (const auto& run : runs) {
        judgements.push_back(judge(run, missionProfile()));
    }
    const std::vector<CompareInput> inputs{{"nightly 22", &judgements[0]},
                                           {"nightly <23> | \x1b[31m", &judgements[1]},
                                           {"other tool", &judgements[2]}};
    return *compareRuns(inputs);
}

TEST(CompareReport, IsAsRecorded)
{
    const RunComparison comparison = sampleComparison();
    EXPECT_GOLDEN("report/compare/compare.txt", compareText(comparison));
    EXPECT_GOLDEN("report/compare/compare.md", compareMarkdown(comparison, sampleContext()));
    EXPECT_GOLDEN("report/compare/compare.html", compareHtml(comparison, sampleContext()));
    EXPECT_GOLDEN("report/compare/compare.json", compareJson(comparison).dump(2) + "\n");
}

TEST(CompareReport, NamesOfRunsAreMadeSafe)
{
    const RunComparison comparison = sampleComparison();
    EXPECT_EQ(compareText(comparison).find('\x1b'), std::string::npos);
    EXPECT_EQ(compareHtml(comparison, sampleContext()).find("<23>"), std::string::npos);
    EXPECT_THAT(compareMarkdown(comparison, sampleContext()), HasSubstr("\\|"));
}

// Text, page and JSON say the same number.
TEST(CompareReport, EveryFormHasTheSameVerdicts)
{
    const RunComparison comparison = sampleComparison();
    const auto json = compareJson(comparison);
    for (std::size_t at = 0; at < comparison.pairs.size(); ++at) {
        const std::string summary = json.at("pairs").at(at).at("summary");
        EXPECT_THAT(compareText(comparison), HasSubstr(summary));
        EXPECT_THAT(compareMarkdown(comparison, sampleContext()), HasSubstr("against A: "));
        EXPECT_THAT(compareHtml(comparison, sampleContext()), HasSubstr(summary));
    }
}

TEST(CompareReport, RunsHaveLetters)
{
    EXPECT_EQ(runLetter(0), "A");
    EXPECT_EQ(runLetter(25), "Z");
    EXPECT_EQ(runLetter(26), "AA");
    EXPECT_EQ(runLetter(27), "AB");
    EXPECT_EQ(runLetter(51), "AZ");
    EXPECT_EQ(runLetter(52), "BA");
}

} // namespace

} // namespace soak
