// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/phrases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace soak
{

namespace
{

GateSpec latencyGate()
{
    return {.id = "p95_latency_ok",
            .metric = "p95_latency_ms",
            .aggregate = Aggregate::Max,
            .op = GateOp::AtMost,
            .threshold = 340,
            .severity = GateSeverity::Hard,
            .unit = "ms"};
}

} // namespace

TEST(Phrases, ValuesHaveTheDecimalsOfTheirMetricAndTheUnit)
{
    EXPECT_EQ(valueText(latencyGate(), 362), "362.0 ms");
    EXPECT_EQ(goalText(latencyGate()), "<= 340 ms");
    GateSpec risk = latencyGate();
    risk.metric = "risk_ratio";
    risk.threshold = 0.4;
    EXPECT_EQ(valueText(risk, 0.42749), "0.427");
    EXPECT_EQ(goalText(risk), "<= 0.4");
}

TEST(Phrases, AValueThatMissesNeverReadsLikeItsThreshold)
{
    EXPECT_EQ(valueText(latencyGate(), 340.004), "340.004 ms");
    EXPECT_EQ(valueText(latencyGate(), 340), "340.0 ms");
}

TEST(Phrases, AMetricThatIsNotOursKeepsItsNameAndIsNoWord)
{
    GateSpec gate = latencyGate();
    gate.metric = "hit_ratio";
    EXPECT_EQ(gateArg(gate).text, "hit_ratio");
    EXPECT_FALSE(gateArg(gate).isWord);
    EXPECT_TRUE(gateArg(latencyGate()).isWord);
    gate.metric = "full_apply_ratio";
    EXPECT_EQ(gateArg(gate).text, "Deltas applied");
    EXPECT_TRUE(gateArg(gate).isWord);
}

TEST(Phrases, ParametersLeadToTheirPath)
{
    EXPECT_EQ(parameterArg("min_interval_ms").link->name, "quoting.min_interval_ms");
    EXPECT_EQ(parameterArg("nobody_knows").link->name, "nobody_knows");
}

TEST(Phrases, AWordThatNoTableHasIsNotTranslated)
{
    EXPECT_TRUE(wordArg("cooldown").isWord);
    EXPECT_FALSE(wordArg("somebody's subsystem").isWord);
}

TEST(Phrases, PatternsDifferAndUseTheirPlacesInOneSequence)
{
    const auto patterns = sentencePatterns();
    EXPECT_EQ(std::set(patterns.begin(), patterns.end()).size(), patterns.size());
    for (const std::string_view pattern : patterns) {
        std::set<char> places;
        for (std::size_t at = pattern.find('{'); at != std::string_view::npos;
             at = pattern.find('{', at + 1)) {
            EXPECT_EQ(pattern.at(at + 2), '}') << pattern;
            places.insert(pattern.at(at + 1));
        }
        char expected = '1';
        for (const char place : places) {
            EXPECT_EQ(place, expected++) << pattern;
        }
        EXPECT_EQ(pattern.find("because"), std::string_view::npos) << pattern;
        EXPECT_EQ(pattern.find("caused"), std::string_view::npos) << pattern;
    }
}

TEST(Phrases, WordsDiffer)
{
    const auto words = sentenceWords();
    EXPECT_EQ(std::set(words.begin(), words.end()).size(), words.size());
}

} // namespace soak
