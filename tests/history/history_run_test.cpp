// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_run.h"

#include <gtest/gtest.h>

#include <set>

namespace soak
{

// That every field comes back as it was stored: HistoryPages.RowsAreThoseOfTheFolders.

TEST(HistoryRun, ColumnsAreDistinct)
{
    const auto& columns = historyRunColumns();
    EXPECT_EQ(std::set<std::string>(columns.begin(), columns.end()).size(), columns.size());
}

TEST(HistoryRun, WhatIsNullIsAbsent)
{
    std::vector<SqlValue> values(historyRunColumns().size());
    values[0] = std::int64_t{7};
    const HistoryRun run = historyRunFrom(values);
    EXPECT_EQ(run.number, 7);
    EXPECT_EQ(run.version, 1);
    EXPECT_EQ(run.row.figures, std::nullopt);
    EXPECT_EQ(run.row.startedMs, std::nullopt);
    EXPECT_EQ(run.row.planned, std::nullopt);
    EXPECT_FALSE(run.isSuperseded);
}

} // namespace soak
