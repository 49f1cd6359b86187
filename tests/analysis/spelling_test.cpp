// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/spelling.h"
#include "tests/support/builders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Spelling, AreReadFromTheTextOfAConflict)
{
    EXPECT_THAT(spellingsIn("tail_age_ms = 600.0 (used), engine.tail_age_ms = 30.0"),
                ElementsAre(Spelling{"tail_age_ms", 600}, Spelling{"engine.tail_age_ms", 30}));
    EXPECT_THAT(
        spellingsIn("several values: risk.impact_cap_ratio=-0.01 and impact_cap_ratio=1e-1."),
        ElementsAre(Spelling{"risk.impact_cap_ratio", -0.01}, Spelling{"impact_cap_ratio", 0.1}));
    EXPECT_THAT(spellingsIn("a = b, = 3, c ="), IsEmpty());
    EXPECT_THAT(spellingsIn(""), IsEmpty());
}

TEST(Spelling, MisplacedValuesAreUnknownLeavesOfTheSameName)
{
    Overrides overrides = bestCell();
    overrides.extras[{"quoting", "deep", "tail_age_ms"}] = "630";
    overrides.extras[{"old", "tail_age_ms"}] = "\"630\"";
    overrides.extras[{"tail_age_ms", "x"}] = "1";
    EXPECT_THAT(misplacedIn(overrides, "tail_age_ms"),
                ElementsAre(Spelling{"quoting.deep.tail_age_ms", 630}));
    EXPECT_THAT(misplacedIn(overrides, "min_interval_ms"), IsEmpty());
}

TEST(Spelling, ConflictsAreFoundByIterationAndParameter)
{
    const std::vector<Finding> findings{
        {FindingKind::OverrideConflict, Severity::Warning, "a", 4, "x",
         "risk_limit = 0.3 (used), risk.risk_limit_ratio = 0.4"},
        {FindingKind::OverrideConflict, Severity::Warning, "b", std::nullopt, "",
         "engine.tail_age_ms = 600, tail_age_ms = 30"},
        {FindingKind::OverrideConflict, Severity::Warning, "b", std::nullopt, "",
         "tail_age_ms = 30"},
        {FindingKind::OverrideConflict, Severity::Warning, "c", 5, "",
         "somebody else changed the file"},
        {FindingKind::OutOfRange, Severity::Warning, "d", 6, "", "engine.tail_age_ms = 1"},
    };
    const ConflictIndex index(findings, ParameterRegistry::builtin());
    EXPECT_THAT(index.at(4, "risk_limit_ratio"),
                ElementsAre(Spelling{"risk_limit", 0.3}, Spelling{"risk.risk_limit_ratio", 0.4}));
    EXPECT_THAT(index.at(std::nullopt, "tail_age_ms"),
                ElementsAre(Spelling{"engine.tail_age_ms", 600}, Spelling{"tail_age_ms", 30}));
    EXPECT_THAT(index.at(5, "tail_age_ms"), IsEmpty());
    EXPECT_THAT(index.at(6, "tail_age_ms"), IsEmpty());
}

} // namespace soak
