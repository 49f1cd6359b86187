// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a run: a sorted `iteration` column and one column per metric (values plus
// presence).
#pragma once

#include "core/model/iteration.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace soak
{

// A view of one metric over all rows. `values[row]` means something only where `isPresent(row)`.
class MetricColumn final
{
public:
    MetricColumn() = default;

    MetricColumn(std::span<const double> values, std::span<const std::uint64_t> presence)
        : m_values(values), m_presence(presence)
    {
    }

    [[nodiscard]] std::span<const double> values() const
    {
        return m_values;
    } // empty when the metric is in no row

    [[nodiscard]] bool isPresent(std::size_t row) const
    {
        return !m_values.empty() && ((m_presence[row / 64] >> (row % 64)) & 1U) != 0;
    }

    [[nodiscard]] std::optional<double> at(std::size_t row) const
    {
        return isPresent(row) ? std::optional<double>(m_values[row]) : std::nullopt;
    }

private:
    std::span<const double> m_values;
    std::span<const std::uint64_t> m_presence;
};

// Rows are appended in ascending order of iteration (asserted). Columns of metrics that never occur
// take no memory.
class IterationTable final
{
public:
    void reserve(std::size_t rows);
    void append(int iteration, const MetricValues& values, std::optional<EpochMs> runtimeUtc);

    [[nodiscard]] std::size_t rowCount() const { return m_iterations.size(); }

    [[nodiscard]] std::span<const int> iterations() const { return m_iterations; }

    [[nodiscard]] MetricColumn column(Metric metric) const;

    [[nodiscard]] std::optional<double> at(Metric metric, std::size_t row) const
    {
        return column(metric).at(row);
    }

    [[nodiscard]] std::optional<EpochMs> runtimeUtc(std::size_t row) const;
    [[nodiscard]] MetricValues row(std::size_t row) const;
    [[nodiscard]] std::optional<std::size_t> rowOf(int iteration) const; // binary search
    [[nodiscard]] std::size_t memoryBytes() const;

    bool operator==(const IterationTable& other) const; // presence and present values

private:
    struct Storage {
        std::vector<double> values;
        std::vector<std::uint64_t> presence;
    };

    std::vector<int> m_iterations;
    std::vector<EpochMs> m_runtimeUtc; // kNoTime = absent
    std::array<Storage, kMetricCount> m_columns;
};

} // namespace soak
