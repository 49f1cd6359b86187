// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/explain.h"
#include "core/model/said_text.h"
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

TEST(ExplainIteration, SaysGoalsGuardsChangesAndVerification)
{
    const Judgement judgement = judged(spikeAt33()
                                           .at(31, Metric::RiskRatio, 0.45)
                                           .without(Metric::MakerTakerRatio)
                                           .editStep(31, [](TuningStep& step) {
                                               step.velocityViolation = true;
                                               step.rationale = "MODERATE";
                                           }));
    EXPECT_THAT(texts(explainIteration(judgement, 31)),
                ElementsAre("Risk ratio 0.450, the goal is <= 0.4.",
                            "Maker share is not recorded, so the goal >= 0.83 is not met.",
                            "Guard active: velocity.", "min_interval_ms +5 applied.",
                            "The tuner's reason: MODERATE.", "Verified by value in #32.",
                            "Nothing is recorded in the 3 iterations before #31: no change, guard, "
                            "freeze or gap."));
}

TEST(ExplainIteration, AGoodOneSaysWhatIsLeastToSpare)
{
    const auto lines = texts(explainIteration(judged(aRun().with(Metric::P95LatencyMs, 339)), 4));
    EXPECT_EQ(lines.front(),
              "All 4 goals are met by its own values; least to spare has p95 latency: "
              "339.0 ms against <= 340 ms.");
    EXPECT_THAT(lines, Contains("No change was proposed."));
}

TEST(ExplainIteration, AChangeThatDidNotArriveIsShownByValue)
{
    const auto lines = texts(explainIteration(
        judged(aRun().proposing(2, {{"min_interval_ms", {5}}}).forcing(3, "min_interval_ms", 61)),
        2));
    EXPECT_THAT(lines, Contains("min_interval_ms should be 65 in #3, is 61."));
}

TEST(ExplainIteration, OfNoSuchIterationIsEmpty)
{
    EXPECT_TRUE(explainIteration(judged(aRun().missing(3)), 3).empty());
}

namespace
{

template <typename T>
T anyOf(std::initializer_list<T> values)
{
    return *rc::gen::elementOf(std::vector<T>(values));
}

void drawTuning(RunBuilder& builder, int k)
{
    const int count = *rc::gen::inRange(0, 4);
    const std::vector<std::string> names{"min_interval_ms", "impact_cap_ratio", "tail_age_ms"};
    Deltas deltas;
    for (int i = 0; i < count; ++i) {
        deltas[names[static_cast<std::size_t>(i)]] = ParamDelta{anyOf({-0.005, 5.0, 50.0})};
    }
    if (count > 0) {
        builder.proposing(k, deltas);
    }
    switch (*rc::gen::inRange(0, 8)) {
    case 0:
        builder.dropping(k, "min_interval_ms",
                         anyOf({DropReason::Velocity, DropReason::UnknownParam}));
        break;
    case 1:
        builder.skipping(k, [] {
            SkipReason skip;
            skip.cooldown = *rc::gen::arbitrary<bool>();
            return skip;
        }());
        break;
    case 2:
        builder.forcing(k + 1, "min_interval_ms", 61);
        break;
    case 3:
        builder.editStep(k, [](TuningStep& step) {
            step.oscillationDetected = true;
            step.guards.emplace();
            step.guards->partialFreeze = {true, {"rebid", "my own"}, "", {}, {}};
        });
        break;
    default:
        break;
    }
}

// A run with everything that can be wrong.
RunBuilder drawRun()
{
    RunBuilder builder = aRun();
    const int count = *rc::gen::inRange(0, 14);
    builder.withIterations(count);
    for (int k = 1; k <= count; ++k) {
        for (const Metric metric : goalMetrics()) {
            switch (*rc::gen::inRange(0, 12)) {
            case 0:
                builder.at(k, metric, std::nullopt);
                break;
            case 1:
                builder.at(k, metric, anyOf({0.0, 0.5, 341.0, -1.0}));
                break;
            default:
                break;
            }
        }
        switch (*rc::gen::inRange(0, 16)) {
        case 0:
            builder.missing(k);
            break;
        case 1:
            builder.unreadable(k);
            break;
        case 2:
            builder.editNotes(k, [](IterationNotes& notes) { notes.failure = "{1}"; });
            break;
        default:
            drawTuning(builder, k);
            break;
        }
    }
    if (*rc::gen::arbitrary<bool>()) {
        builder.without(anyOf({Metric::RiskRatio, Metric::NetBps, Metric::GrossBps}));
    }
    switch (*rc::gen::inRange(0, 6)) {
    case 0:
        builder.foreign();
        break;
    case 1:
        builder.editRun([](SoakRun& run) { run.chain = ChainState::Broken; });
        break;
    case 2:
        builder.editRun([](SoakRun& run) { run.end.reset(); });
        break;
    case 3:
        builder.editRun([](SoakRun& run) {
            if (run.end) {
                run.end->status = RunStatus::Failed;
            }
        });
        break;
    default:
        break;
    }
    return builder;
}

bool isKnown(std::span<const std::string_view> known, std::string_view text)
{
    return std::find(known.begin(), known.end(), text) != known.end();
}

void checkSentences(const std::vector<Sentence>& sentences)
{
    for (const Sentence& sentence : sentences) {
        RC_ASSERT(isKnown(sentencePatterns(), sentence.pattern));
        std::size_t places = 0;
        for (const char c : sentence.pattern) {
            places += c == '{' ? 1 : 0;
        }
        RC_ASSERT(places == sentence.arguments.size());
        for (const auto& argument : sentence.arguments) {
            RC_ASSERT(!argument.text.empty());
            RC_ASSERT(!argument.isWord || isKnown(sentenceWords(), argument.text) ||
                      saidTextOf(argument.text));
        }
    }
}

} // namespace

SOAK_PROPERTY(ExplainLaws, EverySentenceIsOfTheFixedSetAndFillsItsPattern, ())
{
    const auto profiles = builtinGateProfiles();
    const auto& profile =
        profiles[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(profiles.size())))];
    const Judgement judgement = judge(drawRun().shared(), profile);
    const auto sentences = explain(judgement);
    checkSentences(sentences);
    RC_ASSERT(sentences.size() <= 6U);
    RC_ASSERT(sentences.size() >= (judgement.run->table.rowCount() == 0 ? 2U : 3U));
    RC_ASSERT(sentences.back().pattern.substr(0, 5) == "Next:");
    for (const int iteration : judgement.run->table.iterations()) {
        const auto own = explainIteration(judgement, iteration);
        checkSentences(own);
        RC_ASSERT(!own.empty());
    }
}

SOAK_PROPERTY(ExplainLaws, OnlyAMetGoalIsSaidInAGoodTone, ())
{
    const Judgement judgement = judge(drawRun().shared(), missionProfile());
    const bool isAllMet = judgement.verdict == RunVerdict::Pass &&
                          judgement.gateVerdict == GateResultVerdict::Pass &&
                          judgement.run->chain != ChainState::Broken; // said before all else
    const SentenceTone tone = explain(judgement).front().tone;
    RC_ASSERT((tone == SentenceTone::Good) == isAllMet);
}

} // namespace soak
