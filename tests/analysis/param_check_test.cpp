// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/param_check.h"
#include "tests/support/builders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::HasSubstr;

namespace
{

const std::string kTail = "tail_age_ms";

Overrides holding(const std::string& name, std::optional<double> value)
{
    Overrides overrides = bestCell();
    overrides.values.erase(name);
    if (value) {
        overrides.values[name] = ParamValue{*value};
    }
    return overrides;
}

// tail_age_ms 600 + 30, `observed` being what is there afterwards.
ParamCheck checkedTail(const Overrides& observed, const Expectation& expectation = {},
                       const std::vector<Spelling>& conflicting = {})
{
    const ParameterSpec* spec = ParameterRegistry::builtin().find(kTail);
    return checkProposed({kTail, ParamDelta{30}, spec, expectation}, bestCell(), observed,
                         conflicting);
}

ParamCheck checkedUnknown(const Overrides& observed, const Expectation& expectation = {})
{
    const std::string name = "warp_factor";
    return checkProposed({name, ParamDelta{3}, nullptr, expectation}, bestCell(), observed, {});
}

const Expectation kDropped{true, "dropped: velocity"};

} // namespace

TEST(ParamCheck, ComparesWithTheExpectedValue)
{
    struct Case {
        double observed;
        ParamStatus expectedChange;
        ParamStatus expectedUnchanged;
    };

    for (const Case& c :
         {Case{630, ParamStatus::Match, ParamStatus::Mismatch},
          Case{630.3, ParamStatus::Match, ParamStatus::Mismatch},
          Case{600, ParamStatus::Mismatch, ParamStatus::UnchangedOk},
          Case{615, ParamStatus::Mismatch, ParamStatus::Mismatch},
          Case{570, ParamStatus::Mismatch, ParamStatus::Mismatch},
          Case{30, ParamStatus::AppliedAsAbsolute, ParamStatus::AppliedAsAbsolute}}) {
        EXPECT_EQ(checkedTail(holding(kTail, c.observed)).status, c.expectedChange) << c.observed;
        EXPECT_EQ(checkedTail(holding(kTail, c.observed), kDropped).status, c.expectedUnchanged)
            << c.observed;
    }
}

TEST(ParamCheck, ChangeOfADroppedParameterNamesTheDrop)
{
    EXPECT_THAT(checkedTail(holding(kTail, 630), kDropped).reason, HasSubstr("dropped: velocity"));
}

TEST(ParamCheck, AbsentParameterIsMissing)
{
    EXPECT_EQ(checkedTail(holding(kTail, std::nullopt)).status, ParamStatus::Missing);
    EXPECT_EQ(checkedTail(holding(kTail, std::nullopt), kDropped).status, ParamStatus::Missing);
}

TEST(ParamCheck, ParameterNeverWrittenMayStayUnwrittenWhenDropped)
{
    const std::string name = "rescue_max_ratio";
    const ProposedParam proposed{name, ParamDelta{0.1}, ParameterRegistry::builtin().find(name),
                                 kDropped};
    EXPECT_EQ(checkProposed(proposed, bestCell(), bestCell(), {}).status, ParamStatus::UnchangedOk);
    const ProposedParam kept{name, ParamDelta{0.1}, ParameterRegistry::builtin().find(name), {}};
    EXPECT_EQ(checkProposed(kept, bestCell(), bestCell(), {}).status, ParamStatus::Missing);
    EXPECT_EQ(checkProposed(kept, bestCell(), holding(name, 0.4), {}).status, ParamStatus::Match);
}

TEST(ParamCheck, ValueElsewhereIsNamed)
{
    Overrides astray = holding(kTail, 600);
    astray.extras[{"nowhere", kTail}] = "630";
    EXPECT_EQ(checkedTail(astray).status, ParamStatus::WrongPath);
    EXPECT_THAT(checkedTail(astray).reason, HasSubstr("nowhere.tail_age_ms"));
    astray.extras[{"nowhere", kTail}] = "30";
    EXPECT_EQ(checkedTail(astray).status, ParamStatus::AppliedAsAbsolute);
    astray.extras[{"nowhere", kTail}] = "12";
    EXPECT_EQ(checkedTail(astray).status, ParamStatus::Mismatch);
    astray.values.erase(kTail);
    EXPECT_EQ(checkedTail(astray).status, ParamStatus::Missing);
}

TEST(ParamCheck, ConflictingSpellingIsEvidenceOnlyAgainstAWrongValue)
{
    const std::vector<Spelling> conflict{{"engine.tail_age_ms", 600},
                                         {"taker_rescue.tail_age_ms", 630}};
    EXPECT_EQ(checkedTail(holding(kTail, 600), {}, conflict).status, ParamStatus::WrongPath);
    EXPECT_EQ(checkedTail(holding(kTail, 630), {}, conflict).status, ParamStatus::Match);
}

TEST(ParamCheck, ValueAtTheCanonicalPathItselfIsNoWrongPath)
{
    const std::vector<Spelling> conflict{{"engine.tail_age_ms", 630}, {"tail_age_ms", 600}};
    EXPECT_EQ(checkedTail(holding(kTail, 600), {}, conflict).status, ParamStatus::Mismatch);
}

TEST(ParamCheck, ParameterWithoutADefaultIsNotVerifiableUntilItIsRecorded)
{
    const std::string name = "tick_size";
    const ProposedParam proposed{name, ParamDelta{1}, ParameterRegistry::builtin().find(name), {}};
    EXPECT_EQ(checkProposed(proposed, bestCell(), holding(name, 1), {}).status,
              ParamStatus::NotVerifiable);
    EXPECT_EQ(checkProposed(proposed, holding(name, 1), holding(name, 2), {}).status,
              ParamStatus::Match);
}

TEST(ParamCheck, UnknownParameterMayOnlyBeLeftAlone)
{
    Overrides stored = bestCell();
    stored.extras[{"warp_factor"}] = "3";
    EXPECT_EQ(checkedUnknown(bestCell(), kDropped).status, ParamStatus::UnchangedOk);
    EXPECT_EQ(checkedUnknown(bestCell()).status, ParamStatus::Missing);
    EXPECT_EQ(checkedUnknown(stored).status, ParamStatus::AppliedAsAbsolute);
    EXPECT_EQ(checkedUnknown(stored, kDropped).status, ParamStatus::AppliedAsAbsolute);
}

TEST(ParamCheck, UnproposedParameterIsCheckedWithTheDefaultWhereAbsent)
{
    const auto check = [](const char* name, std::optional<double> before,
                          std::optional<double> after) {
        const ParameterSpec& spec = *ParameterRegistry::builtin().find(name);
        return checkUnproposed(spec, holding(name, before), holding(name, after)).has_value();
    };
    EXPECT_FALSE(check("tail_age_ms", 600, 600.2));
    EXPECT_TRUE(check("tail_age_ms", 600, 601));
    EXPECT_FALSE(check("tail_age_ms", std::nullopt, 600));
    EXPECT_TRUE(check("tail_age_ms", std::nullopt, 610));
    EXPECT_FALSE(check("tail_age_ms", 600, std::nullopt));
    EXPECT_TRUE(check("tick_size", std::nullopt, 1)); // no default to count with
    EXPECT_FALSE(check("tick_size", std::nullopt, std::nullopt));
}

} // namespace soak
