// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/compared_overrides.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{

namespace
{

RunsOverride rowNamed(const RunsOverrides& compared, const std::string& name)
{
    const auto found = std::ranges::find(compared.rows, name, &RunsOverride::name);
    return found == compared.rows.end() ? RunsOverride{} : *found;
}

TEST(ComparedOverrides, ShowWhatDiffersBesideTheFirstRun)
{
    const SoakRun a = aRun().withIterations(6).build();
    const SoakRun b = aRun().withIterations(6).forcing(4, "min_interval_ms", 55).build();
    const SoakRun c = aRun().withIterations(6).forcing(3, "min_interval_ms", 70).build();
    const RunsOverrides compared = compareRunOverrides(std::vector<const SoakRun*>{&a, &b, &c});
    EXPECT_EQ(compared.differing, 1U);
    EXPECT_TRUE(compared.unknown.empty());
    const RunsOverride row = rowNamed(compared, "min_interval_ms");
    EXPECT_TRUE(row.differs);
    EXPECT_EQ(row.values[0], "60");
    EXPECT_EQ(row.values[1], "55");
    EXPECT_EQ(row.values[2], "70");
    EXPECT_FALSE(row.deltas[0]);
    EXPECT_EQ(row.deltas[1], -5);
    EXPECT_EQ(row.deltas[2], 10);
    EXPECT_EQ(row.since, 3); // the earlier of the two
    EXPECT_FALSE(rowNamed(compared, "tail_age_ms").differs);
    EXPECT_FALSE(rowNamed(compared, "tail_age_ms").since);
}

TEST(ComparedOverrides, AnUnknownLeafDiffersAsText)
{
    const SoakRun a = aRun().withIterations(2).build();
    const SoakRun b = aRun()
                          .withIterations(2)
                          .editOverrides(2, [](Overrides& o) { o.extras[{"mode"}] = "\"fast\""; })
                          .build();
    const RunsOverride row =
        rowNamed(compareRunOverrides(std::vector<const SoakRun*>{&a, &b}), "mode");
    EXPECT_TRUE(row.differs);
    EXPECT_FALSE(row.values[0]);
    EXPECT_EQ(row.values[1], "\"fast\"");
    EXPECT_FALSE(row.deltas[1]);
    EXPECT_EQ(row.since, 2);
}

TEST(ComparedOverrides, ARunThatRecordedNoneDiffersFromNobody)
{
    const SoakRun a = aRun().withIterations(2).build();
    SoakRun silent = aRun().withIterations(2).foreign().build();
    silent.finalOverrides.reset();
    const RunsOverrides compared = compareRunOverrides(std::vector<const SoakRun*>{&a, &silent});
    EXPECT_EQ(compared.unknown, std::vector<std::size_t>{1});
    EXPECT_EQ(compared.differing, 0U);
    EXPECT_TRUE(compareRunOverrides(std::vector<const SoakRun*>{&silent, &a}).rows.empty());
    EXPECT_TRUE(compareRunOverrides({}).rows.empty());
}

TEST(ComparedOverrides, WhereNothingIsRecordedByIterationNobodyKnowsSinceWhen)
{
    const SoakRun a = aRun().withIterations(2).build();
    SoakRun b = aRun().withIterations(2).foreign().build();
    b.finalOverrides->values["min_interval_ms"] = ParamValue{99};
    const RunsOverride row =
        rowNamed(compareRunOverrides(std::vector<const SoakRun*>{&a, &b}), "min_interval_ms");
    EXPECT_TRUE(row.differs);
    EXPECT_FALSE(row.since);
}

} // namespace

} // namespace soak
