// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/explain_parts.h"
#include "core/analysis/number_sources.h"
#include "core/base/text.h"
#include "tests/analysis/judged.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(NumberSources, CountsOfARunAreTakenApart)
{
    const Judgement judgement =
        judged(aRun().withIterations(36).missing(9).missing(10).unreadable(20));
    EXPECT_EQ(lostCount(*judgement.run), 3U);
    EXPECT_THAT(texts(countsSource(judgement)),
                ElementsAre("iterations read: 33, one from each ITER_SUMMARY_<n>.json",
                            "iterations without a file: 2, first #9, last #10",
                            "iterations whose file cannot be read: 1, first #20",
                            "the window is the last 8 iterations that were read: #29 to #36",
                            HasSubstr("the point verdict is PASS: ")));
    EXPECT_TRUE(missingSource(*aRun().shared()).empty());
    EXPECT_TRUE(unreadableSource(*aRun().shared()).empty());
}

TEST(NumberSources, AFindingLeadsToItsFile)
{
    const Finding finding{FindingKind::OutOfSafeLimits, Severity::Warning, "a.json", 3, "f", "why"};
    const auto source = findingSource({finding.kind, finding.severity, 4, &finding});
    EXPECT_THAT(texts(source),
                ElementsAre("counted while the run was read: 4, the first in a.json: why"));
    EXPECT_EQ(source[0].arguments[1].link, (TextLink{.kind = LinkKind::File, .name = "a.json"}));
    const Finding ofRun{FindingKind::ChainAbsent, Severity::Info, "", {}, "", "no chain"};
    EXPECT_THAT(texts(findingSource({ofRun.kind, ofRun.severity, 1, &ofRun})),
                ElementsAre("counted while the run was read: 1, the first: no chain"));
}

TEST(NumberSources, RangesSayHowManyValuesAndWhichAreMissing)
{
    const auto run = aRun().withIterations(12).at(5, Metric::RiskRatio, {}).shared();
    const MetricStatistics statistics = rangeStatistics(run->table, Metric::RiskRatio, 8, 4);
    EXPECT_THAT(texts(rangeSource(Metric::RiskRatio, 8, 4, statistics)),
                ElementsAre("mean, min and max of risk_ratio over 4 values of iterations #4 to "
                            "#8, unrounded",
                            "rows of the range without a value: 1"));
    EXPECT_THAT(texts(differenceSource(Metric::RiskRatio, 4, 8)),
                ElementsAre("risk_ratio in #8 less risk_ratio in #4, both read from their files, "
                            "unrounded"));
}

TEST(NumberSources, PartsOfTheNetEdgeAreListedAndWhatIsMissingIsNotZero)
{
    const auto run = aRun().at(3, Metric::FeesEffBps, {}).shared();
    const auto lines = texts(decompositionSource(*decompositionOf(*run, 3), 3));
    EXPECT_EQ(lines.front(),
              "net is gross less the costs, each read from ITER_SUMMARY_3.json, unrounded");
    EXPECT_THAT(lines, Contains("Fees is not recorded, which is not the same as 0"));
    const double net = *run->table.at(Metric::NetBps, *run->table.rowOf(3));
    EXPECT_THAT(lines, Contains("Net edge: " + fixedText(net, specOf(Metric::NetBps).decimals)));
}

TEST(NumberSources, AParameterIsReadFromTheFileOfItsIteration)
{
    EXPECT_THAT(texts(parameterSource("quoting.min_interval_ms", 4, true)),
                ElementsAre("quoting.min_interval_ms, read from runtime_overrides of "
                            "ITER_SUMMARY_4.json, in force during that iteration"));
    EXPECT_THAT(texts(parameterSource("a.b", 4, false)),
                ElementsAre("ITER_SUMMARY_4.json has no a.b in runtime_overrides"));
}

TEST(NumberSources, SentencesLeadToTheFormulasOfTheGatesTheyName)
{
    const Judgement judgement = judged(aRun().at(4, Metric::P95LatencyMs, 400));
    const auto sentences = explain(judgement);
    const auto lines = texts(sentenceSources(judgement, std::span(sentences).first(1)));
    EXPECT_THAT(lines, Contains("max of p95_latency_ms, 8 values of iterations #1 to #8, "
                                "unrounded"));
    const std::vector<Sentence> none{{"nothing is named"}};
    EXPECT_EQ(sentenceSources(judgement, none), countsSource(judgement));
}

TEST(NumberSources, TheLeastGoalIsTheOneThatIsWorst)
{
    const Judgement failed =
        judged(aRun().at(4, Metric::P95LatencyMs, 400).with(Metric::RiskRatio, 0.9));
    EXPECT_EQ(leastGoal(failed)->gate.metric, "risk_ratio");
    const Judgement lacking = judged(aRun().without(Metric::NetBps));
    EXPECT_EQ(leastGoal(lacking)->gate.metric, "net_bps");
    EXPECT_EQ(leastGoal(judged(aRun()))->outcome, GateOutcome::Pass);
    // The one that the headline begins with.
    for (const Judgement& judgement : {failed, lacking}) {
        EXPECT_EQ(leastGoal(judgement), gateRowsOf(judgement).unmet.front());
    }
}

TEST(NumberSources, AListedRunNamesItsFolder)
{
    const GateSpec goal = missionProfile().gates.front();
    const auto lines = texts(listedSource(goal, 8, "/runs/a"));
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_THAT(lines[0], HasSubstr("8 values of the window of the run in /runs/a"));
}

} // namespace soak
