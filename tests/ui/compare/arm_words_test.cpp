// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compare/compared_runs.h"
#include "ui/compare/arm_words.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

ArmEffect someEffect()
{
    ArmEffect row;
    row.effect.metric = Metric::P95LatencyMs;
    row.effect.baseline.n = 3;
    row.effect.other.n = 5;
    row.effect.holmP = .0354;
    row.df = 5.243;
    row.values = {{310.0, 36, 0, ""}, {std::nullopt, 0, 36, "no values in the run"}};
    return row;
}

} // namespace

TEST(ArmWords, CountsAskForRunsAndNotForIterations)
{
    EXPECT_EQ(armCountsWords(VerdictCounts{1, 0, 0, 3, 4}),
              QStringLiteral("1 better \u00b7 0 same \u00b7 0 worse \u00b7 3 not known (about 4 "
                             "more run(s) an arm needed)"));
    EXPECT_EQ(armCountsWords(VerdictCounts{0, 4, 0, 0, std::nullopt}),
              QStringLiteral("0 better \u00b7 4 same \u00b7 0 worse \u00b7 0 not known"));
}

TEST(ArmWords, TheDetailOfAKpiCountsRuns)
{
    ArmEffect row = someEffect();
    EXPECT_EQ(armDetail(row), QStringLiteral("runs 3 and 5, df 5.2, Holm p 0.035"));
    row.moreRuns = 2;
    row.df.reset();
    row.effect.holmP.reset();
    EXPECT_EQ(armDetail(row), QStringLiteral("runs 3 and 5, about 2 more run(s) an arm"));
}

TEST(ArmWords, WhoIsLeftOutIsNamedWithTheReason)
{
    ArmComparison comparison;
    comparison.runsOfA = 1;
    comparison.runs.resize(2);
    comparison.effects = {someEffect()};
    EXPECT_EQ(armLeftOutTexts(comparison),
              QStringList{QStringLiteral("p95 latency: B1 is left out, no values in the run.")});
    comparison.notes = {"same configuration: a difference here is not the overrides"};
    EXPECT_EQ(armNotesText(comparison),
              QStringLiteral("Same configuration: a difference here is not the overrides."));
}

TEST(ArmWords, OverridesThatDifferAreNamedWithWhatTheArmsHave)
{
    ArmComparison comparison;
    comparison.runsOfA = 2;
    const auto row = [](const char* name, bool differs,
                        std::vector<std::optional<std::string>> values) {
        RunsOverride one;
        one.name = name;
        one.differs = differs;
        one.values = std::move(values);
        return one;
    };
    EXPECT_EQ(armOverridesText(comparison), QString());
    comparison.overrides.rows = {row("tail_age_ms", false, {"600", "600", "600"}),
                                 row("min_interval_ms", true, {"45", "45", "60"}),
                                 row("impact_cap_ratio", true, {"0.1", "0.12", "0.12"})};
    EXPECT_EQ(armOverridesText(comparison),
              QStringLiteral("Overrides that differ: min_interval_ms 45 \u2192 60, "
                             "impact_cap_ratio (within an arm, too)."));
}

TEST(ArmWords, EveryLackIsSaid)
{
    CompareFacts facts;
    QStringList texts;
    for (int lack = static_cast<int>(ArmsLack::Candidate); lack <= static_cast<int>(ArmsLack::ArmB);
         ++lack) {
        facts.arms.lack = static_cast<ArmsLack>(lack);
        texts << armsLackText(facts);
    }
    EXPECT_EQ(texts.removeDuplicates(), 0);
    EXPECT_FALSE(texts.contains(QString()));
    facts.arms.lack = ArmsLack::Nothing;
    EXPECT_EQ(armsLackText(facts), QString());
}

} // namespace soak::ui
