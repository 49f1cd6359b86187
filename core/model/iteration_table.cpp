// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/iteration_table.h"

#include "core/base/result.h"

#include <algorithm>
#include <limits>

namespace soak
{

namespace
{

constexpr EpochMs kNoTime = std::numeric_limits<EpochMs>::min();
constexpr std::size_t kWordBits = 64;

constexpr std::size_t wordsFor(std::size_t rows)
{
    return (rows + kWordBits - 1) / kWordBits;
}

} // namespace

void IterationTable::reserve(std::size_t rows)
{
    m_iterations.reserve(rows);
    m_runtimeUtc.reserve(rows);
    for (Storage& storage : m_columns) {
        if (!storage.values.empty()) {
            storage.values.reserve(rows);
            storage.presence.reserve(wordsFor(rows));
        }
    }
}

void IterationTable::append(int iteration, const MetricValues& values,
                            std::optional<EpochMs> runtimeUtc)
{
    SOAK_ASSERT(m_iterations.empty() || m_iterations.back() < iteration);
    const std::size_t row = m_iterations.size();
    m_iterations.push_back(iteration);
    m_runtimeUtc.push_back(runtimeUtc.value_or(kNoTime));
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        Storage& storage = m_columns[i];
        if (storage.values.empty()) {
            if (!values[i]) {
                continue;
            }
            // The first value of the metric: as much room as the table has, rows before it absent.
            storage.values.reserve(m_iterations.capacity());
            storage.presence.reserve(wordsFor(m_iterations.capacity()));
            storage.values.resize(row);
            storage.presence.resize(wordsFor(row));
        }
        // Absent cells hold 0.0, so that equal tables have equal storage.
        storage.values.push_back(values[i].value_or(0.0));
        if (row % kWordBits == 0) {
            storage.presence.push_back(0);
        }
        storage.presence.back() |= static_cast<std::uint64_t>(values[i].has_value())
                                   << (row % kWordBits);
    }
}

MetricColumn IterationTable::column(Metric metric) const
{
    const Storage& storage = m_columns[indexOf(metric)];
    return {storage.values, storage.presence};
}

std::optional<EpochMs> IterationTable::runtimeUtc(std::size_t row) const
{
    SOAK_ASSERT(row < m_runtimeUtc.size());
    return m_runtimeUtc[row] == kNoTime ? std::nullopt : std::optional(m_runtimeUtc[row]);
}

MetricValues IterationTable::row(std::size_t row) const
{
    SOAK_ASSERT(row < rowCount());
    MetricValues values;
    for (const KpiSpec& spec : kpiSpecs()) {
        values[indexOf(spec.metric)] = at(spec.metric, row);
    }
    return values;
}

std::optional<std::size_t> IterationTable::rowOf(int iteration) const
{
    const auto found = std::lower_bound(m_iterations.begin(), m_iterations.end(), iteration);
    if (found == m_iterations.end() || *found != iteration) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - m_iterations.begin());
}

std::size_t IterationTable::memoryBytes() const
{
    std::size_t bytes = sizeof(*this) + m_iterations.capacity() * sizeof(int) +
                        m_runtimeUtc.capacity() * sizeof(EpochMs);
    for (const Storage& storage : m_columns) {
        bytes += storage.values.capacity() * sizeof(double) +
                 storage.presence.capacity() * sizeof(std::uint64_t);
    }
    return bytes;
}

bool IterationTable::operator==(const IterationTable& other) const
{
    if (m_iterations != other.m_iterations || m_runtimeUtc != other.m_runtimeUtc) {
        return false;
    }
    return std::equal(m_columns.begin(), m_columns.end(), other.m_columns.begin(),
                      [](const Storage& a, const Storage& b) {
                          return a.presence == b.presence && a.values == b.values;
                      });
}

} // namespace soak
