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

const ParameterSpec* specOfPath(const std::string& path)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    const ParameterSpec* spec = registry.find(path);
    return spec != nullptr ? spec : registry.findByPath(split(path, '.'));
}

// The digits that tell its values apart.
int decimalsOf(const std::vector<std::optional<double>>& values)
{
    std::set<double> distinct;
    int decimals = 0;
    for (const std::optional<double>& value : values) {
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

// What was made of the run, also of a shorter value of it while a longer one is in the making.
std::shared_ptr<const ParameterBuffer> bufferOf(const RunLine& line, const std::string& name)
{
    const QString id = parameterSceneId(toQString(name));
    if (line.cache) {
        if (auto known = line.cache->parameter(line.identity, id)) {
            const bool isNewest = known->judgement.lock() == line.judgement;
            if (isNewest || line.run->table.rowCount() > kPyramidRows) {
                return known;
            }
        }
    }
    auto made = makeParameterBuffer(line.judgement, name);
    if (line.cache) {
        line.cache->putParameter(line.identity, id, made);
    }
    return made;
}

// A step series over `buffer`, which it keeps.
ChartSeries stepsOf(const RunLine& line, const std::shared_ptr<const ParameterBuffer>& buffer)
{
    ChartSeries series = bareSeries(line);
    series.isStep = true;
    series.iterations = buffer->run->table.iterations();
    series.values = {buffer->values, buffer->presence};
    series.owner = buffer;
    return series;
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
    scene.flags.removeIf([&](const ChartFlag& flag) { return !own.contains(flag.iteration); });
}

} // namespace

std::shared_ptr<const ParameterBuffer>
makeParameterBuffer(const std::shared_ptr<const Judgement>& judgement, const std::string& name)
{
    auto buffer = std::make_shared<ParameterBuffer>();
    buffer->judgement = judgement;
    buffer->run = judgement->run;
    const ParameterSeries series = parameterSeries(*judgement, name).value_or(ParameterSeries{});
    buffer->values.reserve(series.values.size());
    buffer->presence.resize((series.values.size() + kWordBits - 1) / kWordBits);
    for (std::size_t row = 0; row < series.values.size(); ++row) {
        const std::optional<double>& value = series.values[row];
        buffer->values.push_back(value.value_or(0.0));
        buffer->presence[row / kWordBits] |= static_cast<std::uint64_t>(value.has_value())
                                             << (row % kWordBits);
    }
    buffer->decimals = decimalsOf(series.values);
    for (const ParameterChange& change : series.changes) {
        buffer->changes.push_back(change.iteration);
    }
    return buffer;
}

std::string parameterName(const QString& path)
{
    const std::string asked = path.toStdString();
    const ParameterSpec* spec = specOfPath(asked);
    return spec != nullptr ? spec->name : asked;
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
        const auto buffer = bufferOf(line, name);
        scene->series.push_back(stepsOf(line, buffer));
        ChartSeries& series = scene->series.back();
        std::vector<int> own = measure(series, line, parameterSceneId(toQString(name)));
        scene->decimals = std::max(scene->decimals, buffer->decimals);
        if (scene->series.size() == 1) {
            holes = std::move(own);
            scene->changes = buffer->changes;
        }
    }
    if (spec != nullptr) {
        scene->unit = coreWord(spec->unit == "ratio" ? std::string_view() : spec->unit);
        scene->safe = PlotRange{spec->safe.low, spec->safe.high};
    }
    scene->emptyText = tr("No iteration recorded %1 in runtime_overrides")
                           .arg(spec == nullptr ? path : toQString(pathText(spec->canonicalPath)));
    addPrimary(*scene, runs, holes);
    if (!runs.empty()) {
        keepFlagsOf(*scene, runs.front(), name);
    }
    return scene;
}

} // namespace soak::ui
