// SPDX-License-Identifier: GPL-3.0-or-later
// Long series as a picture needs them: lowest, highest, first and last of every pixel column, read
// off a pyramid of bins, so that drawing a million points costs no more than drawing a thousand and
// no extreme is lost. Part of the geometry beside core/report/plot.h.
#pragma once

#include "core/report/plot.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace soak
{

// What a series is within a range of its rows. `count` values are there; `missing` rows have none.
// The rows of the extremes are the first that have them.
struct PlotBin {
    double low = 0;
    double high = 0;
    double first = 0;
    double last = 0;
    std::size_t lowRow = 0;
    std::size_t highRow = 0;
    std::size_t firstRow = 0;
    std::size_t lastRow = 0;
    std::size_t count = 0; // 0: the other numbers mean nothing
    std::size_t missing = 0;
    bool operator==(const PlotBin&) const = default;
};

// What a picture needs of a PlotBin, at half the cost.
struct PlotExtent {
    double low = 0;
    double high = 0;
    double last = 0;
    std::size_t count = 0; // 0: the other numbers mean nothing
    bool operator==(const PlotExtent&) const = default;
};

// The first `length` points of a series that may still grow: cheap to copy, safe to read while the
// owner appends, and never another answer than on the day it was taken.
class MinMaxSnapshot final
{
public:
    MinMaxSnapshot() = default;

    [[nodiscard]] std::size_t length() const { return m_length; }

    [[nodiscard]] std::optional<double> at(std::size_t row) const;

    // Of the rows `first` up to, not including, `end`; both are cut to the length. O(log n).
    [[nodiscard]] PlotBin over(std::size_t first, std::size_t end) const;

    // `count` columns of equal width over `range`, which is in rows and may reach beyond the
    // series: column i has the rows r with range.low + i*w <= r < range.low + (i+1)*w, w the width;
    // the last column also has the row at range.high. A column that no row falls into is empty.
    [[nodiscard]] std::vector<PlotBin> columns(PlotRange range, std::size_t count) const;

    // The same as over() and columns(), without rows. `known`: the first columns, which
    // are taken over.
    [[nodiscard]] PlotExtent extentOver(std::size_t first, std::size_t end) const;
    [[nodiscard]] std::vector<PlotExtent> extents(PlotRange range, std::size_t count,
                                                  std::span<const PlotExtent> known = {}) const;

private:
    friend class MinMaxPyramid;
    struct Store;

    // `visit(i, first, end)`: column i has the rows from `first` up to, not including, `end`.
    // Begins with column `from`.
    template <typename Visit>
    void forEachColumn(PlotRange range, std::size_t count, std::size_t from,
                       const Visit& visit) const;

    MinMaxSnapshot(std::shared_ptr<const Store> store, std::size_t length)
        : m_store(std::move(store)), m_length(length)
    {
    }

    std::shared_ptr<const Store> m_store;
    std::size_t m_length = 0;
};

// Append-only; one writer. Points are stored where they never move, with their bins of 16, of 16
// times 16 and so on (20 % more memory than the values); a snapshot shares them.
class MinMaxPyramid final
{
public:
    MinMaxPyramid();

    // A value that is not finite is a missing one.
    void append(std::optional<double> value);
    void append(std::span<const double> values);
    // The rows of `column` from length() up to, not including, `rows`: what a longer table has
    // more.
    void append(const MetricColumn& column, std::size_t rows);

    [[nodiscard]] std::size_t length() const;
    [[nodiscard]] MinMaxSnapshot snapshot() const;

private:
    std::shared_ptr<MinMaxSnapshot::Store> m_store;
};

} // namespace soak
