// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/minmax_pyramid.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <thread>

namespace soak
{

namespace
{

using Values = std::vector<std::optional<double>>;

MinMaxPyramid pyramidOf(const Values& values)
{
    MinMaxPyramid pyramid;
    for (const auto& value : values) {
        pyramid.append(value);
    }
    return pyramid;
}

// Row by row, as the definition says.
PlotBin naive(const Values& values, std::size_t first, std::size_t end)
{
    PlotBin bin;
    for (std::size_t row = first; row < std::min(end, values.size()); ++row) {
        if (!values[row]) {
            ++bin.missing;
            continue;
        }
        const double value = *values[row];
        if (bin.count == 0) {
            bin.first = value;
            bin.firstRow = row;
        }
        if (bin.count == 0 || value < bin.low) {
            bin.low = value;
            bin.lowRow = row;
        }
        if (bin.count == 0 || value > bin.high) {
            bin.high = value;
            bin.highRow = row;
        }
        bin.last = value;
        bin.lastRow = row;
        ++bin.count;
    }
    return bin;
}

// Random walk with gaps, long ones too, and ties.
Values drawValues(std::size_t count)
{
    Values values(count);
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    const int gapEvery = *rc::gen::inRange(1, 40);
    std::uint32_t state = seed | 1U;
    int level = 0;
    int gap = 0;
    for (auto& value : values) {
        state = state * 1664525U + 1013904223U;
        level += static_cast<int>(state >> 29) - 3;
        if (gap == 0 && static_cast<int>((state >> 12) % 97) == 0) {
            gap = gapEvery;
        }
        gap -= gap > 0 ? 1 : 0;
        value = gap > 0 ? std::nullopt : std::optional<double>(level);
    }
    return values;
}

} // namespace

TEST(MinMaxPyramid, NothingIsEmpty)
{
    EXPECT_EQ(MinMaxSnapshot().over(0, 10), PlotBin{});
    EXPECT_EQ(MinMaxPyramid().snapshot().columns({0, 9}, 3), std::vector<PlotBin>(3));
}

TEST(MinMaxPyramid, ABinSaysExtremesEndsAndWhatIsMissing)
{
    const PlotBin bin = pyramidOf({std::nullopt, 3.0, -1.0, std::nullopt, 7.0, 7.0, -1.0, 2.0})
                            .snapshot()
                            .over(0, 8);
    EXPECT_EQ(bin, (PlotBin{-1, 7, 3, 2, 2, 4, 1, 7, 6, 2}));
}

TEST(MinMaxPyramid, WhatIsNotFiniteIsMissing)
{
    MinMaxPyramid pyramid;
    const std::vector<double> values{1, std::nan(""), std::numeric_limits<double>::infinity()};
    pyramid.append(std::span(values));
    EXPECT_EQ(pyramid.snapshot().over(0, 3).missing, 2U);
    EXPECT_EQ(pyramid.snapshot().at(1), std::nullopt);
    EXPECT_EQ(pyramid.snapshot().at(0), 1.0);
}

TEST(MinMaxPyramid, ALongerColumnIsTakenFromWhereItWasLeft)
{
    IterationTable table;
    MetricValues values{};
    for (int k = 1; k <= 40; ++k) {
        values[indexOf(Metric::NetBps)] = k % 7 == 0 ? std::nullopt : std::optional<double>(k);
        table.append(k, values, std::nullopt);
    }
    MinMaxPyramid pyramid;
    pyramid.append(table.column(Metric::NetBps), 20);
    pyramid.append(table.column(Metric::NetBps), 40);
    pyramid.append(table.column(Metric::NetBps), 40);
    EXPECT_EQ(pyramid.length(), 40U);
    EXPECT_EQ(pyramid.snapshot().over(0, 40).missing, 5U);
    EXPECT_EQ(pyramid.snapshot().over(0, 40).high, 40);
    EXPECT_EQ(pyramid.snapshot().over(10, 11).first, 11);
}

TEST(MinMaxPyramid, ColumnsMayReachBeyondTheSeries)
{
    const auto columns = pyramidOf({1.0, 2.0, 3.0}).snapshot().columns({-2, 5}, 7);
    ASSERT_EQ(columns.size(), 7U);
    EXPECT_EQ(columns[0].count + columns[1].count, 0U);
    EXPECT_EQ(columns[2].first, 1);
    EXPECT_EQ(columns[3].first, 2);
    EXPECT_EQ(columns[4].first, 3);
    EXPECT_EQ(columns[5].count + columns[6].count, 0U);
}

TEST(MinMaxPyramid, ARangeWithoutWidthHasItsRow)
{
    const auto columns = pyramidOf({1.0, 2.0, 3.0}).snapshot().columns({1, 1}, 1);
    EXPECT_EQ(columns[0].first, 2);
    EXPECT_EQ(columns[0].count, 1U);
}

SOAK_PROPERTY(MinMaxPyramidLaws, AnyRangeIsAsANaiveScanSays, ())
{
    const Values values = drawValues(static_cast<std::size_t>(*rc::gen::inRange(0, 9000)));
    const MinMaxSnapshot snapshot = pyramidOf(values).snapshot();
    const int most = static_cast<int>(values.size()) + 20;
    for (int i = 0; i < 20; ++i) {
        const auto first = static_cast<std::size_t>(*rc::gen::inRange(0, most));
        const auto end = first + static_cast<std::size_t>(*rc::gen::inRange(0, most));
        RC_ASSERT(snapshot.over(first, end) == naive(values, first, end));
    }
}

SOAK_PROPERTY(MinMaxPyramidLaws, ColumnsHaveEveryRowOfTheRangeOnceAndInOrder, ())
{
    const Values values = drawValues(static_cast<std::size_t>(*rc::gen::inRange(1, 5000)));
    const MinMaxSnapshot snapshot = pyramidOf(values).snapshot();
    const double low = *rc::gen::inRange(-500, 5000) / 3.0;
    const double high = low + *rc::gen::inRange(0, 15000) / 7.0;
    const auto count = static_cast<std::size_t>(*rc::gen::inRange(1, 700));
    const auto columns = snapshot.columns({low, high}, count);
    RC_ASSERT(columns.size() == count);
    const double firstRow = std::max(0.0, std::ceil(low));
    const double endRow = std::min(static_cast<double>(values.size()), std::floor(high) + 1);
    std::size_t rows = 0;
    std::size_t next = 0;
    for (const PlotBin& bin : columns) {
        rows += bin.count + bin.missing;
        if (bin.count > 0) {
            RC_ASSERT(bin.firstRow >= next);
            next = bin.lastRow + 1;
        }
    }
    RC_ASSERT(rows == static_cast<std::size_t>(std::max(0.0, endRow - firstRow)));
    if (rows > 0) {
        const auto first = static_cast<std::size_t>(firstRow);
        const PlotBin all = naive(values, first, first + rows);
        bool lowSeen = all.count == 0;
        bool highSeen = all.count == 0;
        for (const PlotBin& bin : columns) {
            lowSeen = lowSeen || (bin.count > 0 && bin.low == all.low);
            highSeen = highSeen || (bin.count > 0 && bin.high == all.high);
        }
        RC_ASSERT(lowSeen && highSeen);
    }
}

SOAK_PROPERTY(MinMaxPyramidLaws, ASnapshotNeverChanges, ())
{
    const Values values = drawValues(3000);
    const auto cut = static_cast<std::size_t>(*rc::gen::inRange(0, 3000));
    MinMaxPyramid pyramid =
        pyramidOf(Values(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(cut)));
    const MinMaxSnapshot before = pyramid.snapshot();
    for (std::size_t row = cut; row < values.size(); ++row) {
        pyramid.append(values[row]);
    }
    const Values prefix(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(cut));
    RC_ASSERT(before.length() == cut);
    RC_ASSERT(before.over(0, 3000) == naive(prefix, 0, 3000));
    RC_ASSERT(pyramid.snapshot().over(0, 3000) == naive(values, 0, 3000));
}

TEST(MinMaxPyramid, EverySpikeOfAMillionIsInItsColumn)
{
    constexpr std::size_t kCount = 1'000'000;
    constexpr std::size_t kColumns = 1100;
    MinMaxPyramid pyramid;
    for (std::size_t row = 0; row < kCount; ++row) {
        const bool isSpike = row % 9973 == 5000;
        pyramid.append(isSpike ? 1000.0 + static_cast<double>(row)
                               : std::sin(static_cast<double>(row)));
    }
    const MinMaxSnapshot snapshot = pyramid.snapshot();
    const auto columns = snapshot.columns({0, kCount - 1}, kColumns);
    std::size_t spikes = 0;
    for (const PlotBin& bin : columns) {
        spikes += bin.high > 1000 ? 1 : 0;
        if (bin.high > 1000) {
            EXPECT_EQ(bin.highRow % 9973, 5000U);
        }
    }
    EXPECT_EQ(spikes, (kCount - 5000 + 9972) / 9973);
}

TEST(MinMaxPyramid, ReadersNeedNotWaitForTheWriter)
{
    MinMaxPyramid pyramid;
    for (int i = 0; i < 1000; ++i) {
        pyramid.append(static_cast<double>(i));
    }
    const MinMaxSnapshot snapshot = pyramid.snapshot();
    std::jthread writer([&pyramid] {
        for (int i = 0; i < 100000; ++i) {
            pyramid.append(-1.0);
        }
    });
    for (int i = 0; i < 200; ++i) {
        const PlotBin bin = snapshot.over(0, 1000);
        EXPECT_EQ(bin.low, 0);
        EXPECT_EQ(bin.high, 999);
    }
}

} // namespace soak
