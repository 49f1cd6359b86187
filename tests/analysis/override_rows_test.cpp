// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/override_rows.h"
#include "tests/support/builders.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

namespace soak
{
namespace
{

OverrideRow rowOf(const RunBuilder& builder, int iteration, const std::string& name)
{
    const auto rows = overrideRows(judge(builder.shared(), missionProfile()), iteration);
    const auto found = std::ranges::find(rows, name, &OverrideRow::name);
    return found == rows.end() ? OverrideRow{} : *found;
}

} // namespace

TEST(OverrideRows, AreSortedByGroupAndName)
{
    const auto rows = overrideRows(judge(aRun().shared(), missionProfile()), 3);
    ASSERT_EQ(rows.size(), bestCell().values.size());
    EXPECT_TRUE(std::ranges::is_sorted(
        rows, {}, [](const OverrideRow& row) { return std::pair(row.group, row.name); }));
    EXPECT_EQ(rows.front().name, "tail_age_ms");
    EXPECT_EQ(rows.front().group, "engine");
    EXPECT_EQ(rows.front().mark, ChangeMark::None);
    EXPECT_EQ(rows.front().before, 600.0);
    EXPECT_EQ(rows.front().after, 600.0);
    EXPECT_FALSE(rows.front().delta);
}

TEST(OverrideRows, AChangeThatArrivedIsFull)
{
    const OverrideRow row =
        rowOf(aRun().proposing(3, {{"min_interval_ms", {5}}}), 3, "min_interval_ms");
    EXPECT_EQ(row.mark, ChangeMark::Full);
    EXPECT_EQ(row.before, 60.0);
    EXPECT_EQ(row.delta, 5.0);
    EXPECT_EQ(row.after, 65.0);
}

TEST(OverrideRows, AChangeThatABoundCutIsPartly)
{
    const OverrideRow row =
        rowOf(aRun().proposing(3, {{"min_interval_ms", {500}}}), 3, "min_interval_ms");
    EXPECT_EQ(row.mark, ChangeMark::Partly);
    EXPECT_EQ(row.after, 80.0);
}

TEST(OverrideRows, ADroppedChangeIsHeldAndSaysByWhat)
{
    const OverrideRow row = rowOf(aRun()
                                      .proposing(3, {{"min_interval_ms", {5}}})
                                      .dropping(3, "min_interval_ms", DropReason::PartialFreeze),
                                  3, "min_interval_ms");
    EXPECT_EQ(row.mark, ChangeMark::Held);
    EXPECT_EQ(row.before, row.after);
    EXPECT_THAT(row.reason, testing::HasSubstr("partial_freeze"));
}

TEST(OverrideRows, AChangeThatDidNotArriveIsNotApplied)
{
    const OverrideRow row =
        rowOf(aRun().proposing(3, {{"min_interval_ms", {5}}}).forcing(4, "min_interval_ms", 60), 3,
              "min_interval_ms");
    EXPECT_EQ(row.mark, ChangeMark::NotApplied);
    EXPECT_FALSE(row.reason.empty());
}

TEST(OverrideRows, AChangeNobodyProposedIsUnexpected)
{
    const OverrideRow row = rowOf(aRun().forcing(4, "tail_age_ms", 650), 3, "tail_age_ms");
    EXPECT_EQ(row.mark, ChangeMark::Unexpected);
    EXPECT_EQ(row.delta, 50.0);
}

TEST(OverrideRows, OfTheLastIterationAChangeIsUnverified)
{
    const OverrideRow row =
        rowOf(aRun().proposing(8, {{"min_interval_ms", {5}}}), 8, "min_interval_ms");
    EXPECT_EQ(row.mark, ChangeMark::Unverified);
    EXPECT_EQ(row.delta, 5.0);
    EXPECT_EQ(row.after, 65.0);
}

TEST(OverrideRows, OfTheLastIterationADroppedChangeIsHeld)
{
    const OverrideRow row = rowOf(aRun()
                                      .proposing(8, {{"min_interval_ms", {5}}})
                                      .dropping(8, "min_interval_ms", DropReason::Cooldown),
                                  8, "min_interval_ms");
    EXPECT_EQ(row.mark, ChangeMark::Held);
    EXPECT_EQ(row.reason, "cooldown");
}

TEST(OverrideRows, OfAForeignRunChangesAreUnverifiedAndValuesAbsent)
{
    const OverrideRow row =
        rowOf(aRun().foreign().proposing(3, {{"min_interval_ms", {5}}}), 3, "min_interval_ms");
    EXPECT_EQ(row.mark, ChangeMark::Unverified);
    EXPECT_FALSE(row.before);
    EXPECT_EQ(row.delta, 5.0);
}

TEST(OverrideRows, OfAnIterationThatIsNotThereAreNone)
{
    EXPECT_TRUE(overrideRows(judge(aRun().missing(3).shared(), missionProfile()), 3).empty());
}

TEST(OverrideRows, EveryMarkHasItsOwnKey)
{
    std::set<std::string_view> keys;
    for (const ChangeMark mark : changeMarks()) {
        keys.insert(keyOf(mark));
        EXPECT_EQ(titleOf(mark).empty(), mark == ChangeMark::None);
    }
    EXPECT_EQ(keys.size(), changeMarks().size());
}

TEST(CompareOverrides, HasEqualRowsToo)
{
    Overrides b = bestCell();
    b.values["min_interval_ms"] = ParamValue{77};
    b.values.erase("tail_age_ms");
    b.extras[{"notes", "by"}] = "\"me\"";
    const auto rows = compareOverrides(bestCell(), b);
    ASSERT_EQ(rows.size(), bestCell().values.size() + 1);
    const auto find = [&](std::string_view name) {
        return *std::ranges::find(rows, name, &ComparedOverride::name);
    };
    EXPECT_EQ(find("min_interval_ms").a, "60");
    EXPECT_EQ(find("min_interval_ms").b, "77");
    EXPECT_EQ(find("min_interval_ms").delta, 17.0);
    EXPECT_TRUE(find("min_interval_ms").differs);
    EXPECT_FALSE(find("max_delta_ratio").differs);
    EXPECT_FALSE(find("max_delta_ratio").delta);
    EXPECT_FALSE(find("tail_age_ms").b);
    EXPECT_TRUE(find("tail_age_ms").differs);
    EXPECT_EQ(find("notes.by").group, "other");
    EXPECT_FALSE(find("notes.by").a);
}

TEST(CompareOverrides, OfEqualOnesDifferNowhere)
{
    for (const ComparedOverride& row : compareOverrides(bestCell(), bestCell())) {
        EXPECT_FALSE(row.differs) << row.name;
    }
}

} // namespace soak
