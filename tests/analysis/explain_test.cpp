// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/explain.h"
#include "tests/analysis/judged.h"
#include "tests/support/property.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace
{

std::vector<std::string> why(const RunBuilder& builder)
{
    return texts(explain(judged(builder)));
}

} // namespace

TEST(Explain, OneSpikeIsNamedWithWhatWouldBeWithoutIt)
{
    EXPECT_THAT(why(spikeAt33()),
                ElementsAre("p95 latency: max of the last 8 is 362.0 ms, the goal is <= 340 ms; "
                            "broken in #33 alone, 338.0 ms without it.",
                            "Preceded by #31: min_interval_ms +5 applied.",
                            "Preceded by #32: impact_cap_ratio -0.005 held (partial_freeze).",
                            HasSubstr("Met: "),
                            "Judged by the last 8 of 36 iterations, each with every goal's value.",
                            HasSubstr("Next: try concurrency_limit")));
}

TEST(Explain, EachNameAndNumberLeadsSomewhere)
{
    const auto sentences = explain(judged(spikeAt33()));
    const auto& head = sentences.at(0).arguments;
    EXPECT_EQ(sentences.at(0).tone, SentenceTone::Bad);
    EXPECT_EQ(head.at(0).link, (TextLink{.kind = LinkKind::Gate, .name = "p95_latency_ok"}));
    EXPECT_TRUE(head.at(0).isWord);
    EXPECT_TRUE(head.at(1).isWord);
    EXPECT_EQ(head.at(2).link,
              (TextLink{.kind = LinkKind::Range, .iteration = 29, .lastIteration = 36}));
    EXPECT_EQ(head.at(5).link, (TextLink{.kind = LinkKind::Iteration, .iteration = 33}));
    EXPECT_EQ(sentences.at(1).arguments.at(1).link,
              (TextLink{.kind = LinkKind::Parameter, .name = "quoting.min_interval_ms"}));
    EXPECT_EQ(sentences.back().arguments.back().link,
              (TextLink{.kind = LinkKind::Action, .name = "report"}));
}

TEST(Explain, BreakersAreNamedUpToThreeThenCountedWithTheWorst)
{
    const auto run = [](int breakers) {
        RunBuilder builder = aRun().withIterations(12);
        for (int i = 0; i < breakers; ++i) {
            builder.at(12 - i, Metric::P95LatencyMs, 350 + i);
        }
        return why(builder).front();
    };
    EXPECT_THAT(run(2), HasSubstr("broken in #11 and #12."));
    EXPECT_THAT(run(3), HasSubstr("broken in #10, #11 and #12."));
    EXPECT_THAT(run(4), HasSubstr("broken in 4 iterations, worst in #9 with 353.0 ms."));
}

TEST(Explain, TheWorstGateComesFirst)
{
    const auto lines = why(aRun().with(Metric::RiskRatio, 0.41).with(Metric::NetBps, 0.5));
    EXPECT_THAT(lines.at(0), HasSubstr("Net edge: mean of the last 8 is 0.50 bps"));
    EXPECT_THAT(lines, Contains(HasSubstr("Risk ratio: median of the last 8 is 0.410")));
}

TEST(Explain, OtherUnmetGatesAreAllNamedOrCounted)
{
    const auto lines = why(aRun()
                               .with(Metric::RiskRatio, 0.41)
                               .with(Metric::P95LatencyMs, 345)
                               .without(Metric::MakerTakerRatio)
                               .with(Metric::NetBps, 0.5));
    EXPECT_THAT(lines,
                Contains("Not met either: Risk ratio (0.410, the goal is <= 0.4), p95 latency "
                         "(345.0 ms, the goal is <= 340 ms) and Maker share (no data, the "
                         "goal is >= 0.83)."));
}

TEST(Explain, AMetricThatIsNowhereIsSaidAndAskedFor)
{
    const auto lines = why(aRun().without(Metric::RiskRatio));
    EXPECT_EQ(lines.front(),
              "Risk ratio has no value in the window, so the goal <= 0.4 counts as not met.");
    EXPECT_EQ(lines.back(), "Next: have Risk ratio recorded in every iteration, then soak gate.");
}

TEST(Explain, APassSaysWhatThereIsToSpareAndHowSureItIs)
{
    const Judgement judgement = judged(aRun().withIterations(36).at(30, Metric::RiskRatio, {}));
    const auto lines = texts(explain(judgement));
    EXPECT_THAT(lines.front(), HasSubstr("All 5 goals are met; least to spare has Deltas applied"));
    EXPECT_THAT(lines, Contains("Judged by the last 8 of 36 iterations; Risk ratio is missing in "
                                "#30."));
    EXPECT_THAT(lines, Contains("Not ready for a release: risk_ratio is missing in iteration 30 of "
                                "the window."));
    EXPECT_EQ(explain(judgement).front().tone, SentenceTone::Good);
}

// Else it stays English in a Russian window.
TEST(Explain, WhatStandsAgainstAReleaseIsTranslated)
{
    const auto sentences = explain(judged(aRun().withIterations(36).at(30, Metric::RiskRatio, {})));
    const auto blocked = std::ranges::find_if(sentences, [](const Sentence& sentence) {
        return plainText(sentence).starts_with("Not ready for a release");
    });
    ASSERT_NE(blocked, sentences.end());
    EXPECT_TRUE(blocked->arguments.front().isWord);
}

TEST(Explain, AShortWindowIsNotSure)
{
    const auto lines = why(aRun().withIterations(3));
    EXPECT_THAT(lines,
                Contains("Judged by 3 of the 8 iterations that the window asks for: too few to "
                         "be sure."));
    EXPECT_EQ(lines.back(), "Next: run at least 8 iterations: soak run --iterations 8.");
}

TEST(Explain, WhatIsWrongWithTheDataIsSaid)
{
    EXPECT_THAT(why(aRun().withIterations(36).missing(33)),
                Contains("Missing in the window: #33."));
    EXPECT_THAT(why(aRun().withIterations(36).missing(3).unreadable(9)),
                Contains("Missing, not in the window: 2 iterations, first #3, last #9."));
    EXPECT_THAT(why(aRun().editNotes(4, [](IterationNotes& n) { n.failure = "crash"; })),
                Contains("The engine failed in #4."));
    const auto broken = why(aRun().editRun([](SoakRun& r) { r.chain = ChainState::Broken; }));
    EXPECT_EQ(broken.front(), "The hash chain is broken: what is there is not what was written.");
    EXPECT_EQ(broken.back(), "Next: see what is wrong with the data: soak show.");
    EXPECT_THAT(why(aRun().editRun([](SoakRun& r) { r.end.reset(); })),
                Contains("The run has not ended: 8 of 8 iterations are there."));
    EXPECT_THAT(why(aRun().editRun([](SoakRun& r) { r.end->status = RunStatus::Interrupted; })),
                Contains("The run ended as interrupted with 8 of 8 iterations."));
}

TEST(Explain, ABrokenChainComesBeforeGoalsThatAreMet)
{
    const auto brokenAt = [](std::vector<std::optional<int>> places) {
        return why(aRun().withIterations(36).editRun([places](SoakRun& r) {
            r.chain = ChainState::Broken;
            for (const auto place : places) {
                r.findings.push_back({FindingKind::ChainBroken, Severity::Error,
                                      place ? "ITER_SUMMARY.json" : "RUN_END.json", place, "", ""});
            }
        }));
    };
    const auto lines = brokenAt({33});
    EXPECT_EQ(lines.at(0),
              "The hash chain is broken at #33: what is there is not what was written.");
    EXPECT_THAT(lines.at(1), HasSubstr("All 5 goals are met"));
    EXPECT_THAT(lines, Not(Contains(HasSubstr("Not ready for a release")))); // said already
    EXPECT_EQ(brokenAt({12, 33}).front(), "The hash chain is broken in several places, first at "
                                          "#12: what is there is not what was written.");
    EXPECT_EQ(brokenAt({std::nullopt}).front(),
              "The hash chain is broken at RUN_END.json: what is there is not what was written.");
}

TEST(Explain, WhatStandsAgainstAReleaseIsNamed)
{
    const auto lines = why(aRun().editRun([](SoakRun& r) {
        r.findings.push_back({FindingKind::OutOfSafeLimits,
                              Severity::Warning,
                              "a.json",
                              {},
                              "one",
                              "one is outside"});
        r.findings.push_back({FindingKind::OutOfSafeLimits,
                              Severity::Warning,
                              "a.json",
                              {},
                              "two",
                              "two is outside"});
    }));
    EXPECT_THAT(lines, Contains("Not ready for a release: a.json: one is outside; and 1 more."));
}

TEST(Explain, ChangesThatCannotBeVerifiedAreNotCalledLost)
{
    const auto lines = why(aRun().foreign().proposing(2, {{"min_interval_ms", {5}}}));
    EXPECT_EQ(lines.front(), "Deltas applied: 1 of 1 proposals cannot be verified, so the goal >= "
                             "0.95 counts as not met.");
    EXPECT_EQ(lines.back(), "Next: see why changes cannot be verified: soak verify --strict.");
}

TEST(Explain, NothingBeforeIsSaidToo)
{
    EXPECT_THAT(why(aRun().withIterations(12).at(9, Metric::P95LatencyMs, 400)),
                Contains("Nothing is recorded in the 3 iterations before #9: no change, guard, "
                         "freeze or gap."));
    EXPECT_THAT(why(aRun().at(1, Metric::P95LatencyMs, 400)),
                Contains("Nothing comes before #1: it is the first iteration of the run."));
}

TEST(Explain, NoSentenceNamesACause)
{
    for (const std::string& line : why(spikeAt33())) {
        EXPECT_THAT(line, Not(HasSubstr("caus")));
        EXPECT_THAT(line, Not(HasSubstr("because")));
    }
}

TEST(Explain, ChangesThatWereNotAppliedLeadToVerify)
{
    const auto lines =
        why(aRun().proposing(2, {{"min_interval_ms", {5}}}).forcing(3, "min_interval_ms", 61));
    EXPECT_EQ(lines.front(), "Deltas applied: 0.000 (proposals: 1), the goal is >= 0.95; the first "
                             "that did not arrive was due in #3.");
    EXPECT_THAT(lines.at(1), HasSubstr("min_interval_ms +5 did not arrive as proposed"));
    EXPECT_EQ(lines.back(), "Next: see which changes did not arrive: soak verify --strict.");
}

TEST(Explain, ARunWithoutIterationsIsSaidToBeOne)
{
    const auto lines = why(aRun().withIterations(0));
    EXPECT_EQ(lines.front(), "No iteration could be read, so there is nothing to judge.");
    EXPECT_EQ(lines.back(), "Next: see what is wrong with the data: soak show.");
}

TEST(Explain, TextOfAnArtifactIsNeverReadAsAPattern)
{
    const Sentence sentence{"{1} and {2}", {{"{2}"}, {"b"}}};
    EXPECT_EQ(plainText(sentence), "{2} and b");
}

} // namespace soak
