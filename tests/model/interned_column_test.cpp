// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/interned_column.h"
#include "core/model/overrides.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

Overrides withInterval(double ms)
{
    Overrides overrides;
    overrides.values["min_interval_ms"] = ParamValue{ms};
    return overrides;
}

// All values have one hash: only equality keeps them apart.
struct Colliding {
    int number = 0;
    bool operator==(const Colliding&) const = default;
};

std::size_t hashOf(const Colliding&)
{
    return 7;
}

TEST(InternedColumn, StoresEqualValuesOnce)
{
    InternedColumn<Overrides> column;
    for (int row = 0; row < 1000; ++row) {
        column.append(withInterval(60 + row % 2));
    }
    EXPECT_EQ(column.rowCount(), 1000U);
    EXPECT_EQ(column.distinct().size(), 2U);
    EXPECT_EQ(*column.at(0), withInterval(60));
    EXPECT_EQ(*column.at(999), withInterval(61));
    EXPECT_EQ(column.at(1), column.at(999)); // the same object
}

TEST(InternedColumn, AnAbsentRowHasNoValue)
{
    InternedColumn<Overrides> column;
    column.appendAbsent();
    column.append(Overrides{});
    EXPECT_EQ(column.at(0), nullptr);
    EXPECT_EQ(column.idAt(0), InternedColumn<Overrides>::kAbsent);
    ASSERT_NE(column.at(1), nullptr);
    EXPECT_EQ(*column.at(1), Overrides{});
}

TEST(InternedColumn, ValuesOfOneHashStayApart)
{
    InternedColumn<Colliding> column;
    for (int i = 0; i < 5; ++i) {
        column.append(Colliding{i % 3});
    }
    EXPECT_EQ(column.distinct().size(), 3U);
    EXPECT_EQ(column.at(4)->number, 1);
}

TEST(InternedColumn, AnInternedIdCanBeAppendedAgain)
{
    InternedColumn<Overrides> column;
    const Overrides value = withInterval(75);
    const std::uint32_t id = column.intern(value);
    EXPECT_EQ(column.rowCount(), 0U);
    column.appendId(id);
    EXPECT_EQ(column.append(value), id);
    EXPECT_EQ(column.rowCount(), 2U);
    EXPECT_EQ(*column.at(0), value);
}

} // namespace
} // namespace soak
