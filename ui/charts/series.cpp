// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svg_chart.h"
#include "ui/charts/series_parts.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kHalf = 0.5;

QString tr(const char* text)
{
    return QCoreApplication::translate("soak::ui::ChartPane", text);
}

void extendBy(PlotRange& range, double value)
{
    range.low = std::min(range.low, value);
    range.high = std::max(range.high, value);
}

} // namespace

std::vector<int> measure(ChartSeries& series, const RunLine& line, const QString& sceneId)
{
    const auto cache = line.cache ? line.cache : std::make_shared<SeriesCache>();
    const SeriesCache::Entry& entry =
        cache->upToDate(line.identity, sceneId, series.iterations, series.values);
    series.count = entry.count;
    series.extent = entry.extent;
    if (series.iterations.size() > kPyramidRows) {
        series.pyramid = entry.pyramid.snapshot();
    }
    return entry.holes;
}

ChartSeries bareSeries(const RunLine& line)
{
    ChartSeries series;
    series.run = line.identity;
    series.label = line.label;
    series.slot = line.slot;
    series.isBaseline = line.isBaseline;
    return series;
}

namespace
{

ChartSeries metricSeries(const RunLine& line, Metric metric, std::vector<int>& holes)
{
    ChartSeries series = bareSeries(line);
    series.owner = line.run;
    series.iterations = line.run->table.iterations();
    series.values = line.run->table.column(metric);
    holes = measure(series, line, metricSceneId(metric));
    return series;
}

std::optional<PlotRange> warmUpOf(const SoakRun& run, PlotRange domain)
{
    if (!run.info || !run.info->phases.enabled) {
        return std::nullopt;
    }
    const PhasePlan& plan = run.info->phases;
    return PlotRange{domain.low, plan.warmupIterations + plan.rampdownIterations + kHalf};
}

// Rows without a value, files that are not there or could not be read.
QList<int> missingOf(const std::vector<int>& holes, const QList<int>& lost)
{
    QList<int> missing;
    missing.reserve(static_cast<qsizetype>(holes.size()) + lost.size());
    std::merge(holes.begin(), holes.end(), lost.begin(), lost.end(), std::back_inserter(missing));
    return missing;
}

// Those that were prepared, or new ones.
std::shared_ptr<const ChartMarks> preparedMarks(const RunLine& line)
{
    return line.marks ? line.marks
                      : std::make_shared<const ChartMarks>(
                            marksOf(*line.run, *line.judgement, line.events.get()));
}

void addThresholds(ChartScene& scene, const Judgement& judgement, std::string_view key)
{
    const auto add = [&](const GateResult& result, const std::string& gate) {
        const ChartThreshold threshold{result.gate.threshold, result.gate.op, gate};
        const bool isNew = std::none_of(
            scene.thresholds.begin(), scene.thresholds.end(), [&](const ChartThreshold& one) {
                return one.value == threshold.value && one.op == threshold.op;
            });
        if (result.gate.metric == key && isNew) {
            scene.thresholds.push_back(threshold);
            scene.broken.insert(scene.broken.end(), result.brokenBy.begin(), result.brokenBy.end());
        }
    };
    for (const GateResult& result : judgement.gates) {
        add(result, result.gate.id);
    }
    if (scene.thresholds.empty()) {
        for (const GateResult& result : judgement.goalGates) {
            add(result, {});
        }
    }
    std::sort(scene.broken.begin(), scene.broken.end());
}

std::optional<double> liveEdgeOf(const RunLine& line)
{
    const std::span<const int> iterations = line.run->table.iterations();
    return line.isLive && !iterations.empty() ? std::optional(iterations.back() + kHalf)
                                              : std::nullopt;
}

// Of the first line alone: who compares lines says whose levels it shows.
void addLevels(ChartScene& scene, const RunLine& primary, Metric metric)
{
    if (!primary.levels) {
        return;
    }
    const auto found = std::ranges::find(*primary.levels, metric, &KpiChanges::metric);
    if (found == primary.levels->end()) {
        return;
    }
    for (const RunChange& change : found->confirmed) {
        QString text = coreText(changeText(change));
        if (found->isWeak && !change.precededBy.empty()) {
            text =
                QCoreApplication::translate("soak::ui::ChartPane", "%1 (chance would do as well)")
                    .arg(text);
        }
        scene.levels.push_back(
            {change.iteration,
             QStringLiteral("#%1 \u00b1%2").arg(change.iteration).arg(change.halfWidth),
             std::move(text), primary.slot});
    }
}

} // namespace

void addPrimary(ChartScene& scene, std::span<const RunLine> runs, const std::vector<int>& holes)
{
    scene.domain = domainOf(runs);
    if (runs.empty()) {
        return;
    }
    const RunLine& primary = runs.front();
    scene.warmUp = warmUpOf(*primary.run, scene.domain);
    const std::shared_ptr<const ChartMarks> marks = preparedMarks(primary);
    scene.flags = marks->flags;
    scene.held = marks->held;
    scene.missing = missingOf(holes, marks->lost);
    scene.liveEdge = liveEdgeOf(primary);
}

PlotRange domainOf(std::span<const RunLine> runs)
{
    std::optional<PlotRange> domain;
    for (const RunLine& line : runs) {
        PlotRange own = iterationRange(*line.run);
        if (line.isLive && line.run->info) {
            own.high = std::max(own.high, line.run->info->iterations + kHalf);
        }
        if (!domain) {
            domain = own;
        } else {
            extendBy(*domain, own.low);
            extendBy(*domain, own.high);
        }
    }
    return domain.value_or(PlotRange{kHalf, 1 + kHalf});
}

QString metricSceneId(Metric metric)
{
    return QStringLiteral("metric:") + toQString(specOf(metric).key);
}

QString parameterSceneId(const QString& path)
{
    return QStringLiteral("parameter:") + path;
}

SceneRef metricScene(std::span<const RunLine> runs, Metric metric)
{
    const KpiSpec& spec = specOf(metric);
    auto scene = std::make_shared<ChartScene>();
    scene->id = metricSceneId(metric);
    scene->title = metricTitle(metric);
    scene->unit = coreWord(unitText(spec.unit));
    scene->direction = spec.direction;
    scene->decimals = spec.decimals;
    std::vector<int> holes; // of the primary run
    for (const RunLine& line : runs) {
        std::vector<int> own;
        scene->series.push_back(metricSeries(line, metric, own));
        if (scene->series.size() == 1) {
            holes = std::move(own);
        }
    }
    scene->emptyText = runs.empty()
                           ? tr("No run is shown")
                           : tr("No iteration has a value of summary.%1").arg(toQString(spec.key));
    addPrimary(*scene, runs, holes);
    if (!runs.empty()) {
        addThresholds(*scene, *runs.front().judgement, spec.key);
        addLevels(*scene, runs.front(), metric);
    }
    return scene;
}

namespace
{

// Notes on iterations and ranges; one on the whole run has no place.
// By the notes of the line: LaneMark::event is the index of the note.
QList<LaneMark> notesOf(const RunLine& line, PlotRange domain)
{
    QList<LaneMark> marks;
    for (std::size_t i = 0; i < line.notes.size(); ++i) {
        const RunNote& note = line.notes[i];
        if (note.from || note.to) {
            const int from = note.from.value_or(static_cast<int>(std::ceil(domain.low)));
            marks.push_back({from, note.to.value_or(from), FlagKind::Applied, i});
        }
    }
    std::ranges::stable_sort(marks, {}, &LaneMark::from);
    return marks;
}

std::vector<QString> noteTexts(const RunLine& line)
{
    std::vector<QString> texts;
    for (const RunNote& note : line.notes) {
        const QString by = note.by.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(note.by);
        texts.push_back(QStringLiteral("%1: %2%3").arg(subjectOf(note), note.text, by));
    }
    return texts;
}

} // namespace

LaneSceneRef laneScene(const RunLine& primary, PlotRange domain, const Say& say)
{
    auto scene = std::make_shared<LaneScene>();
    scene->domain = domain;
    scene->warmUp = warmUpOf(*primary.run, domain);
    scene->liveEdge = liveEdgeOf(primary);
    const std::vector<int>& window = primary.judgement->windowIterations;
    if (!window.empty()) {
        scene->window = PlotRange{window.front() - kHalf, window.back() + kHalf};
        scene->windowText = primary.judgement->windowSize > 0
                                ? tr("window: last %1").arg(window.size())
                                : tr("window: all %1").arg(window.size());
    }
    const std::shared_ptr<const ChartMarks> marks = preparedMarks(primary);
    scene->events = primary.events;
    scene->say = say;
    scene->stops = marks->stops;
    const auto add = [&](EventLaneKind kind, const char* title, const QList<LaneMark>& some) {
        scene->lanes.push_back({tr(title), kind, some});
    };
    add(EventLaneKind::Guards, QT_TRANSLATE_NOOP("soak::ui::ChartPane", "guards"), marks->guards);
    add(EventLaneKind::Freeze, QT_TRANSLATE_NOOP("soak::ui::ChartPane", "freeze"), marks->freezes);
    add(EventLaneKind::Deltas, QT_TRANSLATE_NOOP("soak::ui::ChartPane", "deltas"), marks->deltas);
    scene->noteTexts = noteTexts(primary);
    if (const QList<LaneMark> notes = notesOf(primary, domain); !notes.isEmpty()) {
        add(EventLaneKind::Notes, QT_TRANSLATE_NOOP("soak::ui::ChartPane", "notes"), notes);
    }
    return scene;
}

} // namespace soak::ui
