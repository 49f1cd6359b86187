// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/parameter_series.h"
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

// What the core says of a parameter, in the form that charts draw.
struct ParameterBuffer {
    std::shared_ptr<const SoakRun> run; // whose iterations they belong to
    ParameterSeries series;
    std::vector<double> values;
    std::vector<std::uint64_t> presence;
};

const ParameterSpec* specOfPath(const std::string& path)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    const ParameterSpec* spec = registry.find(path);
    return spec != nullptr ? spec : registry.findByPath(split(path, '.'));
}

std::shared_ptr<const ParameterBuffer> bufferOf(const RunLine& line, const std::string& name)
{
    auto buffer = std::make_shared<ParameterBuffer>();
    buffer->run = line.run;
    buffer->series = parameterSeries(*line.judgement, name).value_or(ParameterSeries{});
    const std::vector<std::optional<double>>& values = buffer->series.values;
    buffer->values.reserve(values.size());
    buffer->presence.resize((values.size() + kWordBits - 1) / kWordBits);
    for (std::size_t row = 0; row < values.size(); ++row) {
        buffer->values.push_back(values[row].value_or(0.0));
        buffer->presence[row / kWordBits] |= static_cast<std::uint64_t>(values[row].has_value())
                                             << (row % kWordBits);
    }
    return buffer;
}

// A step series over `buffer`, which it keeps.
ChartSeries stepsOf(const RunLine& line, const std::shared_ptr<const ParameterBuffer>& buffer)
{
    ChartSeries series = bareSeries(line);
    series.isStep = true;
    series.iterations = line.run->table.iterations();
    series.values = {buffer->values, buffer->presence};
    series.owner = buffer;
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
        const auto buffer = bufferOf(line, name);
        scene->series.push_back(stepsOf(line, buffer));
        ChartSeries& series = scene->series.back();
        std::vector<int> own = measure(series, line, parameterSceneId(toQString(name)));
        scene->decimals = std::max(scene->decimals, decimalsOf(series));
        if (scene->series.size() == 1) {
            holes = std::move(own);
            for (const ParameterChange& change : buffer->series.changes) {
                scene->changes.push_back(change.iteration);
            }
        }
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
    }
    return scene;
}

} // namespace soak::ui
