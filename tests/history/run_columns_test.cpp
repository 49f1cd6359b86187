// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/run_columns.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <set>

namespace soak
{

TEST(RunColumns, NameEachMetricAndParameterOnce)
{
    std::set<std::string> names;
    for (const RunColumn& column : runColumns()) {
        EXPECT_TRUE(names.insert(column.name).second) << column.name;
    }
    for (const KpiSpec& spec : kpiSpecs()) {
        EXPECT_TRUE(names.contains(std::string(spec.key) + "_last_n"));
        EXPECT_TRUE(names.contains(std::string(spec.key) + "_mean"));
    }
    for (const ParameterSpec& spec : ParameterRegistry::builtin().specs()) {
        EXPECT_TRUE(names.contains("param_" + spec.name));
    }
}

TEST(RunColumns, WhatARecordDoesNotSayIsNull)
{
    const HistoryRecord record;
    for (const RunColumn& column : runColumns()) {
        EXPECT_EQ(column.cell(record).index() == 0, !column.isRequired) << column.name;
    }
}

TEST(RunColumns, AKeyHoldsRunAndIteration)
{
    EXPECT_EQ(iterationKey(1, 0), 4294967296);
    EXPECT_EQ(iterationKey(3, 2147483647) >> 32, 3);
    EXPECT_EQ(iterationKey(3, 2147483647) & 0xFFFFFFFF, 2147483647);
}

TEST(RunColumns, AnIterationIsItsRowOfTheTable)
{
    const SoakRun run = aRun().withIterations(3).at(2, Metric::NetBps, std::nullopt).build();
    const SqlBlock block = iterationBlock(5, run);
    const auto cell = [&block](std::size_t row, std::size_t column) {
        std::vector<SqlCell> cells(block.columns.size());
        block.fill(row, cells);
        return cells.at(column);
    };
    ASSERT_EQ(block.rowCount, 3U);
    ASSERT_EQ(block.columns.size(), 4 + kMetricCount);
    EXPECT_EQ(block.columns[4 + indexOf(Metric::P95LatencyMs)], "p95_latency_ms");
    EXPECT_EQ(std::get<std::int64_t>(cell(1, 0)), iterationKey(5, 2));
    EXPECT_EQ(cell(1, 4 + indexOf(Metric::NetBps)).index(), 0U);
    EXPECT_EQ(std::get<double>(cell(2, 4 + indexOf(Metric::NetBps))),
              run.table.at(Metric::NetBps, 2));
    EXPECT_EQ(std::get<std::string_view>(cell(0, 2)), "STEADY");
    EXPECT_EQ(std::get<std::int64_t>(cell(0, 3)), 0);
}

} // namespace soak
