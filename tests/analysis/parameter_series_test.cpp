// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/parameter_series.h"
#include "tests/analysis/judged.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;
using testing::Optional;

namespace
{

RunBuilder twoChanges()
{
    return aRun()
        .proposing(3, {{"min_interval_ms", {5}}})
        .proposing(5, {{"min_interval_ms", {-10}}, {"tail_age_ms", {30}}});
}

} // namespace

TEST(ParameterSeries, HasTheValueInForceInEachIteration)
{
    const auto series = parameterSeries(judged(twoChanges()), "min_interval_ms");
    ASSERT_TRUE(series);
    EXPECT_EQ(series->path, "quoting.min_interval_ms");
    EXPECT_EQ(series->unit, "ms");
    EXPECT_EQ(series->safe, (ParamRange{40, 300}));
    EXPECT_EQ(series->apply, (ParamRange{40, 80}));
    EXPECT_THAT(series->values, ElementsAre(60, 60, 60, 65, 65, 55, 55, 55));
}

TEST(ParameterSeries, ChangesSayBeforeDeltaAfterAndWhetherVerified)
{
    const auto series = parameterSeries(judged(twoChanges()), "min_interval_ms");
    EXPECT_THAT(series->changes,
                ElementsAre(ParameterChange{4, 3, 60, 5, 65, ParamStatus::Match},
                            ParameterChange{6, 5, 65, -10, 55, ParamStatus::Match}));
}

TEST(ParameterSeries, AChangeThatNobodyProposedIsOne)
{
    const auto series =
        parameterSeries(judged(aRun().forcing(4, "tail_age_ms", 700)), "tail_age_ms");
    EXPECT_THAT(series->changes, ElementsAre(ParameterChange{4, std::nullopt, 600, 100, 700,
                                                             ParamStatus::UnexpectedChange}));
}

TEST(ParameterSeries, AParameterThatIsSetLaterHasNoValueBefore)
{
    const auto series =
        parameterSeries(judged(aRun().forcing(4, "rescue_max_ratio", 0.2)), "rescue_max_ratio");
    EXPECT_EQ(series->values[2], std::nullopt);
    EXPECT_THAT(series->values[3], Optional(0.2));
    ASSERT_EQ(series->changes.size(), 1U);
    EXPECT_EQ(series->changes[0].before, std::nullopt);
    EXPECT_EQ(series->changes[0].delta, std::nullopt);
}

TEST(ParameterSeries, EverySpellingIsUnderstood)
{
    const Judgement judgement = judged(twoChanges());
    const auto byName = parameterSeries(judgement, "min_interval_ms");
    EXPECT_EQ(parameterSeries(judgement, "quoting.min_interval_ms"), byName);
    EXPECT_EQ(parameterSeries(judgement, "engine.min_interval_ms"), byName);
    EXPECT_EQ(parameterSeries(judgement, "nobody.knows"), std::nullopt);
    EXPECT_EQ(parameterSeries(judgement, "min_edge_bps"), std::nullopt);
}

TEST(ParameterSeries, AnUnknownLeafWithANumberIsAParameterToo)
{
    const Judgement judgement = judged(aRun().editOverrides(4, [](Overrides& overrides) {
        overrides.extras[{"risk", "max_drawdown"}] = "2.5";
    }));
    const auto series = parameterSeries(judgement, "risk.max_drawdown");
    ASSERT_TRUE(series);
    EXPECT_EQ(series->safe, std::nullopt);
    EXPECT_EQ(series->values[2], std::nullopt);
    EXPECT_THAT(series->values[3], Optional(2.5));
    EXPECT_EQ(series->changes.size(), 1U);
}

TEST(ParameterSeries, ARunOfAnotherToolSaysOnlyWhatItProposed)
{
    const auto series = parameterSeries(judged(twoChanges().foreign()), "min_interval_ms");
    ASSERT_TRUE(series);
    for (const auto& value : series->values) {
        EXPECT_EQ(value, std::nullopt);
    }
    EXPECT_THAT(series->changes, ElementsAre(ParameterChange{4, 3, std::nullopt, 5, std::nullopt,
                                                             ParamStatus::NotVerifiable},
                                             ParameterChange{6, 5, std::nullopt, -10, std::nullopt,
                                                             ParamStatus::NotVerifiable}));
}

TEST(ParametersOf, ThoseThatChangeComeFirst)
{
    const auto uses = parametersOf(judged(twoChanges()));
    ASSERT_EQ(uses.size(), 6U);
    EXPECT_EQ(uses[0], (ParameterUse{"min_interval_ms", "quoting.min_interval_ms", 2}));
    EXPECT_EQ(uses[1], (ParameterUse{"tail_age_ms", "engine.tail_age_ms", 1}));
    EXPECT_EQ(uses[2], (ParameterUse{"impact_cap_ratio", "impact.impact_cap_ratio", 0}));
}

TEST(ParametersOf, CountsAsTheSeriesDo)
{
    for (const RunBuilder& builder : {twoChanges(), twoChanges().foreign(), twoChanges().missing(4),
                                      twoChanges().forcing(7, "impact_cap_ratio", 0.11)}) {
        const Judgement judgement = judged(builder);
        const auto uses = parametersOf(judgement);
        EXPECT_FALSE(uses.empty());
        for (const ParameterUse& use : uses) {
            const auto series = parameterSeries(judgement, use.path);
            ASSERT_TRUE(series) << use.path;
            EXPECT_EQ(series->changes.size(), use.changes) << use.path;
            EXPECT_EQ(series->name, use.name);
        }
    }
}

} // namespace soak
