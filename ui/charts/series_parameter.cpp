// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "ui/charts/series_parts.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdint>
#include <set>

namespace soak::ui
{
namespace
{

constexpr std::size_t kWordBits = 64;
constexpr int kMostDecimals = 6;

QString tr(const char* text)
{
    return QCoreApplication::translate("soak::ui::ChartPane", text);
}

// The values of one parameter, row by row.
struct ParameterBuffer {
    std::shared_ptr<const SoakRun> run; // whose iterations they belong to
    std::vector<double> values;
    std::vector<std::uint64_t> presence;
};

const ParameterSpec* specOfPath(const std::string& path)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    const ParameterSpec* spec = registry.find(path);
    return spec != nullptr ? spec : registry.findByPath(split(path, '.'));
}

std::shared_ptr<const ParameterBuffer> bufferOf(const std::shared_ptr<const SoakRun>& run,
                                                const std::string& name)
{
    const InternedColumn<Overrides>& during = run->during;
    // Overrides repeat: each distinct set is asked once.
    std::vector<std::optional<double>> distinct;
    for (const Overrides& overrides : during.distinct()) {
        const auto found = overrides.values.find(name);
        distinct.push_back(found == overrides.values.end() ? std::nullopt
                                                           : std::optional(found->second.amount));
    }
    auto buffer = std::make_shared<ParameterBuffer>();
    buffer->run = run;
    const std::size_t rows = std::min(run->table.rowCount(), during.rowCount());
    buffer->values.resize(rows);
    buffer->presence.resize((rows + kWordBits - 1) / kWordBits);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::uint32_t id = during.idAt(row);
        const std::optional<double> value =
            id == InternedColumn<Overrides>::kAbsent ? std::nullopt : distinct[id];
        buffer->values[row] = value.value_or(0.0);
        buffer->presence[row / kWordBits] |= static_cast<std::uint64_t>(value.has_value())
                                             << (row % kWordBits);
    }
    return buffer;
}

ChartSeries parameterSeries(const RunLine& line, const std::string& name, std::vector<int>& holes)
{
    const std::shared_ptr<const ParameterBuffer> buffer = bufferOf(line.run, name);
    ChartSeries series = bareSeries(line);
    series.isStep = true;
    series.iterations = line.run->table.iterations().first(buffer->values.size());
    series.values = {buffer->values, buffer->presence};
    series.owner = buffer;
    holes = measure(series, line, parameterSceneId(toQString(name)));
    return series;
}

// The digits that tell its values apart.
int decimalsOf(const ChartSeries& series)
{
    std::set<double> distinct;
    int decimals = 0;
    for (std::size_t row = 0; row < series.iterations.size(); ++row) {
        const std::optional<double> value = series.values.at(row);
        if (value && distinct.insert(*value).second) {
            int needed = 0;
            while (needed < kMostDecimals && roundTo(*value, needed) != *value) {
                ++needed;
            }
            decimals = std::max(decimals, needed);
        }
    }
    return decimals;
}

std::vector<int> changesOf(const ChartSeries& series)
{
    std::vector<int> changes;
    std::optional<double> before;
    for (std::size_t row = 0; row < series.iterations.size(); ++row) {
        const std::optional<double> value = series.values.at(row);
        if (value && before && *value != *before) {
            changes.push_back(series.iterations[row]);
        }
        before = value ? value : before;
    }
    return changes;
}

// The flags of the events that speak of this parameter.
void keepFlagsOf(ChartScene& scene, const RunLine& line, const std::string& name)
{
    if (!line.events) {
        return;
    }
    std::set<int> own;
    for (const RunEvent& event : *line.events) {
        const bool isOwn =
            std::any_of(event.changes.begin(), event.changes.end(),
                        [&](const EventChange& change) { return change.name == name; });
        if (isOwn) {
            own.insert(event.iteration);
        }
    }
    std::erase_if(scene.flags,
                  [&](const ChartFlag& flag) { return !own.contains(flag.iteration); });
}

} // namespace

std::vector<std::string> recordedParameters(const SoakRun& run)
{
    std::set<std::string> names;
    for (const Overrides& overrides : run.during.distinct()) {
        for (const auto& [name, value] : overrides.values) {
            names.insert(name);
        }
    }
    return {names.begin(), names.end()};
}

SceneRef parameterScene(std::span<const RunLine> runs, const QString& path)
{
    const std::string asked = path.toStdString();
    const ParameterSpec* spec = specOfPath(asked);
    const std::string name = spec != nullptr ? spec->name : asked;
    auto scene = std::make_shared<ChartScene>();
    scene->id = parameterSceneId(path);
    scene->title = toQString(name);
    std::vector<int> holes; // of the primary run
    for (const RunLine& line : runs) {
        std::vector<int> own;
        scene->series.push_back(parameterSeries(line, name, own));
        if (scene->series.size() == 1) {
            holes = std::move(own);
        }
        scene->decimals = std::max(scene->decimals, decimalsOf(scene->series.back()));
    }
    if (spec != nullptr) {
        scene->unit = coreWord(spec->unit == "ratio" ? std::string_view() : spec->unit);
        scene->safe = PlotRange{spec->safe.low, spec->safe.high};
    }
    scene->emptyText = tr("No iteration recorded %1 in runtime_overrides")
                           .arg(spec == nullptr ? path : toQString(pathText(spec->canonicalPath)));
    addPrimary(*scene, runs, std::move(holes));
    if (!runs.empty()) {
        keepFlagsOf(*scene, runs.front(), name);
        scene->changes = changesOf(scene->series.front());
    }
    return scene;
}

} // namespace soak::ui
