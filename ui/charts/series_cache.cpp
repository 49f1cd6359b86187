// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_cache.h"

#include <algorithm>

namespace soak::ui
{

void SeriesCache::extend(Entry& entry, std::span<const int> iterations, const MetricColumn& values)
{
    for (std::size_t row = entry.rows; row < iterations.size(); ++row) {
        const std::optional<double> value = values.at(row);
        entry.pyramid.append(value);
        if (!value) {
            entry.holes.push_back(iterations[row]);
            continue;
        }
        ++entry.count;
        entry.extent = entry.extent ? PlotRange{std::min(entry.extent->low, *value),
                                                std::max(entry.extent->high, *value)}
                                    : PlotRange{*value, *value};
    }
    entry.rows = iterations.size();
    entry.lastIteration = iterations.empty() ? 0 : iterations.back();
}

const SeriesCache::Entry& SeriesCache::upToDate(const QString& run, const QString& sceneId,
                                                std::span<const int> iterations,
                                                const MetricColumn& values)
{
    Entry& entry = m_entries[{run, sceneId}];
    // A file that came late stands between others: then nothing is where it was.
    const bool continues = entry.rows == 0 || (entry.rows <= iterations.size() &&
                                               iterations[entry.rows - 1] == entry.lastIteration);
    if (!continues) {
        entry = Entry{};
    }
    extend(entry, iterations, values);
    return entry;
}

void SeriesCache::put(const QString& run, const QString& sceneId, Entry entry)
{
    m_entries.insert_or_assign({run, sceneId}, std::move(entry));
}

bool SeriesCache::has(const QString& run, const QString& sceneId) const
{
    return m_entries.contains({run, sceneId});
}

std::shared_ptr<const ParameterBuffer> SeriesCache::parameter(const QString& run,
                                                              const QString& sceneId) const
{
    const auto found = m_parameters.find({run, sceneId});
    return found == m_parameters.end() ? nullptr : found->second;
}

void SeriesCache::putParameter(const QString& run, const QString& sceneId,
                               std::shared_ptr<const ParameterBuffer> buffer)
{
    m_parameters.insert_or_assign({run, sceneId}, std::move(buffer));
}

void SeriesCache::forget(const QString& run)
{
    std::erase_if(m_parameters, [&](const auto& entry) { return entry.first.first == run; });
    std::erase_if(m_entries, [&](const auto& entry) { return entry.first.first == run; });
}

} // namespace soak::ui
