// SPDX-License-Identifier: GPL-3.0-or-later
// What was made of long series, kept while a run grows, so that each new value costs one value.
#pragma once

#include "core/analysis/judgement.h"
#include "ui/charts/chart_scene.h"

#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace soak::ui
{

// What the core says of a parameter of a run, in the form that charts draw.
struct ParameterBuffer {
    std::weak_ptr<const Judgement> judgement; // it was made of
    std::shared_ptr<const SoakRun> run;       // whose iterations the values belong to
    std::vector<double> values;
    std::vector<std::uint64_t> presence;
    std::vector<int> changes; // iterations that began with another value
    int decimals = 0;         // that tell its values apart
};

class SeriesCache final
{
public:
    struct Entry {
        MinMaxPyramid pyramid;
        std::optional<PlotRange> extent; // lowest and highest value
        std::size_t count = 0;           // values there are
        std::vector<int> holes;          // iterations whose row has no value
        std::size_t rows = 0;            // so many are in it
        int lastIteration = 0;           // of them
    };

    // Adds to `entry` the rows that it lacks. May run on any thread that owns the entry.
    static void extend(Entry& entry, std::span<const int> iterations, const MetricColumn& values);

    // The entry of one series of one run, with all of `iterations` in it; begun anew when they do
    // not continue what is known.
    const Entry& upToDate(const QString& run, const QString& sceneId,
                          std::span<const int> iterations, const MetricColumn& values);

    // Made elsewhere, by extend().
    void put(const QString& run, const QString& sceneId, Entry entry);
    [[nodiscard]] bool has(const QString& run, const QString& sceneId) const;
    // nullptr: not known.
    [[nodiscard]] std::shared_ptr<const ParameterBuffer> parameter(const QString& run,
                                                                   const QString& sceneId) const;
    void putParameter(const QString& run, const QString& sceneId,
                      std::shared_ptr<const ParameterBuffer> buffer);
    void forget(const QString& run);

private:
    std::map<std::pair<QString, QString>, Entry> m_entries;
    std::map<std::pair<QString, QString>, std::shared_ptr<const ParameterBuffer>> m_parameters;
};

} // namespace soak::ui
