// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/interned_column.h"
#include "core/model/iteration_table.h"
#include "core/model/overrides.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

MetricValues valuesOf(std::optional<double> net, std::optional<double> risk)
{
    MetricValues values;
    values[indexOf(Metric::NetBps)] = net;
    values[indexOf(Metric::RiskRatio)] = risk;
    return values;
}

TEST(IterationTable, KeepsWhatWasAppended)
{
    IterationTable table;
    table.append(1, valuesOf(-1.5, std::nullopt), 1000);
    table.append(3, valuesOf(std::nullopt, 0.33), std::nullopt);

    EXPECT_EQ(table.rowCount(), 2U);
    EXPECT_EQ(table.at(Metric::NetBps, 0), -1.5);
    EXPECT_EQ(table.at(Metric::NetBps, 1), std::nullopt);
    EXPECT_EQ(table.at(Metric::RiskRatio, 0), std::nullopt);
    EXPECT_EQ(table.at(Metric::RiskRatio, 1), 0.33);
    EXPECT_EQ(table.runtimeUtc(0), 1000);
    EXPECT_EQ(table.runtimeUtc(1), std::nullopt);
    EXPECT_EQ(table.row(1), valuesOf(std::nullopt, 0.33));
}

TEST(IterationTable, AColumnThatNeverOccursIsEmpty)
{
    IterationTable table;
    table.reserve(100000);
    const std::size_t before = table.memoryBytes();
    table.append(1, valuesOf(1.0, std::nullopt), std::nullopt);
    EXPECT_TRUE(table.column(Metric::RiskRatio).values().empty());
    EXPECT_EQ(table.column(Metric::NetBps).values().size(), 1U);
    // One column of doubles and its presence bits, no other.
    EXPECT_EQ(table.memoryBytes() - before, 100000 * 8 + (100000 + 63) / 64 * 8);
}

TEST(IterationTable, AColumnSpansAllRowsWhereverItsFirstValueIs)
{
    for (const int first : {1, 63, 64, 65, 129, 200}) {
        IterationTable table;
        for (int k = 1; k <= 200; ++k) {
            table.append(k, valuesOf(k == first ? std::optional(2.0) : std::nullopt, 0.5), {});
        }
        const MetricColumn column = table.column(Metric::NetBps);
        ASSERT_EQ(column.values().size(), 200U);
        for (std::size_t row = 0; row < 200; ++row) {
            EXPECT_EQ(column.isPresent(row), row + 1 == static_cast<std::size_t>(first))
                << first << " " << row;
        }
    }
}

TEST(IterationTable, FindsRowsByIterationAcrossGaps)
{
    IterationTable table;
    for (const int k : {2, 3, 7, 2147483647}) {
        table.append(k, {}, {});
    }
    EXPECT_EQ(table.rowOf(2), 0U);
    EXPECT_EQ(table.rowOf(7), 2U);
    EXPECT_EQ(table.rowOf(2147483647), 3U);
    EXPECT_EQ(table.rowOf(1), std::nullopt);
    EXPECT_EQ(table.rowOf(5), std::nullopt);
}

TEST(IterationTable, EqualityIgnoresHowTheTableGrew)
{
    IterationTable grown;
    IterationTable reserved;
    reserved.reserve(500);
    for (int k = 1; k <= 70; ++k) {
        const MetricValues values =
            valuesOf(k % 3 == 0 ? std::optional(k * 0.1) : std::nullopt, 0.4);
        grown.append(k, values, k);
        reserved.append(k, values, k);
    }
    EXPECT_EQ(grown, reserved);
}

TEST(IterationTable, AbsentIsNotEqualToZero)
{
    IterationTable absent;
    absent.append(1, valuesOf(1.0, 0.0), {});
    absent.append(2, valuesOf(1.0, std::nullopt), {});
    IterationTable zero;
    zero.append(1, valuesOf(1.0, 0.0), {});
    zero.append(2, valuesOf(1.0, 0.0), {});
    EXPECT_FALSE(absent == zero);
}

TEST(IterationTable, RefusesRowsOutOfOrder)
{
    IterationTable table;
    table.append(2, {}, {});
    EXPECT_DEATH(table.append(2, {}, {}), "");
    EXPECT_DEATH(table.append(1, {}, {}), "");
}

SOAK_PROPERTY(IterationTable, GivesBackEveryCell, (const std::vector<std::vector<bool>>& presence))
{
    IterationTable table;
    std::vector<MetricValues> rows;
    for (const std::vector<bool>& bits : presence) {
        MetricValues values;
        for (std::size_t i = 0; i < kMetricCount && i < bits.size(); ++i) {
            if (bits[i]) {
                values[i] = static_cast<double>(rows.size() * 100 + i);
            }
        }
        rows.push_back(values);
        table.append(static_cast<int>(rows.size()), values, std::nullopt);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        RC_ASSERT(table.row(row) == rows[row]);
    }
}

// DESIGN 10: a run of 100 000 iterations, every metric in every row, in at most 40 MB.
TEST(IterationTable, AHundredThousandRowsFitTheMemoryBudget)
{
    constexpr std::size_t kRows = 100000;
    constexpr std::size_t kBudget = 40'000'000;
    constexpr std::size_t kInternedColumns = 6; // of SoakRun: ids of four bytes
    constexpr std::size_t kProvenance = 40;     // size and SHA-256 of each file
    IterationTable table;
    table.reserve(kRows);
    MetricValues values;
    for (std::size_t k = 0; k < kRows; ++k) {
        values.fill(static_cast<double>(k));
        table.append(static_cast<int>(k + 1), values, static_cast<EpochMs>(k));
    }
    const std::size_t others = kRows * (kInternedColumns * sizeof(std::uint32_t) + kProvenance);
    EXPECT_LE(table.memoryBytes() + others, kBudget * 3 / 4); // the rest is for distinct values
}

} // namespace
} // namespace soak
