// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svg_chart.h"
#include "ui/charts/series_parts.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>

#include <algorithm>

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
std::vector<int> missingOf(const SoakRun& run, std::vector<int> holes)
{
    holes.insert(holes.end(), run.unreadable.begin(), run.unreadable.end());
    constexpr std::int64_t kMostOfAGap = 100'000; // the ends of a longer one say enough
    for (const IterationGap& gap : run.gaps) {
        const std::int64_t step = std::max<std::int64_t>(1, (gap.to - gap.from) / kMostOfAGap);
        for (std::int64_t k = gap.from; k <= gap.to; k += step) {
            holes.push_back(static_cast<int>(k));
        }
    }
    std::sort(holes.begin(), holes.end());
    return holes;
}

// A mark for each stretch between a beginning and its end.
std::vector<LaneMark> spansOf(const RunLine& line, EventKind begin, EventKind end,
                              const QString& prefix, const Say& say)
{
    const std::span<const int> iterations = line.run->table.iterations();
    const int last = iterations.empty() ? 0 : iterations.back();
    std::vector<LaneMark> marks;
    std::vector<std::pair<std::string, std::size_t>> open; // subject, index of its mark
    for (const RunEvent& event : *line.events) {
        const auto known = std::find_if(
            open.begin(), open.end(), [&](const auto& one) { return one.first == event.subject; });
        if (event.kind == begin && known == open.end()) {
            open.emplace_back(event.subject, marks.size());
            marks.push_back({event.iteration, last, FlagKind::Applied,
                             prefix + QString::number(event.iteration),
                             say ? say(event.text) : QString()});
        } else if (event.kind == end && known != open.end()) {
            LaneMark& mark = marks[known->second];
            mark.to = std::max(mark.from, event.iteration - 1);
            open.erase(known);
        }
    }
    return marks;
}

// Iterations in which a guard was active.
std::vector<int> heldOf(const RunLine& line)
{
    std::vector<int> held;
    for (const std::vector<int>& one : line.judgement->guardsAll) {
        held.insert(held.end(), one.begin(), one.end());
    }
    if (line.events) {
        const std::span<const int> all = line.run->table.iterations();
        for (const LaneMark& mark :
             spansOf(line, EventKind::GuardOn, EventKind::GuardOff, {}, {})) {
            const auto first = std::lower_bound(all.begin(), all.end(), mark.from);
            held.insert(held.end(), first, std::upper_bound(first, all.end(), mark.to));
        }
    }
    std::sort(held.begin(), held.end());
    held.erase(std::unique(held.begin(), held.end()), held.end());
    return held;
}

std::optional<FlagKind> flagOf(EventKind kind)
{
    switch (kind) {
    case EventKind::DeltaApplied:
        return FlagKind::Applied;
    case EventKind::DeltaHeld:
    case EventKind::DeltaUnverified:
        return FlagKind::Unverified;
    case EventKind::DeltaRefused:
        return FlagKind::Refused;
    default:
        return std::nullopt;
    }
}

// Several parts of one proposal are one flag, of the kind that says most.
std::vector<ChartFlag> flagsOf(const RunLine& line)
{
    std::vector<ChartFlag> flags;
    if (!line.events) {
        for (const int iteration : line.judgement->tuning.appliedIterations) {
            flags.push_back({iteration, FlagKind::Applied});
        }
        return flags;
    }
    for (const RunEvent& event : *line.events) {
        const std::optional<FlagKind> kind = flagOf(event.kind);
        if (!kind) {
            continue;
        }
        if (!flags.empty() && flags.back().iteration == event.iteration) {
            flags.back().kind = std::max(flags.back().kind, *kind);
        } else {
            flags.push_back({event.iteration, *kind});
        }
    }
    return flags;
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

} // namespace

void addPrimary(ChartScene& scene, std::span<const RunLine> runs, std::vector<int> holes)
{
    scene.domain = domainOf(runs);
    if (runs.empty()) {
        return;
    }
    const RunLine& primary = runs.front();
    scene.warmUp = warmUpOf(*primary.run, scene.domain);
    scene.flags = flagsOf(primary);
    scene.held = heldOf(primary);
    scene.missing = missingOf(*primary.run, std::move(holes));
    scene.liveEdge = liveEdgeOf(primary);
}

namespace
{

std::vector<LaneMark> deltasOf(const RunLine& line, const Say& say)
{
    std::vector<LaneMark> marks;
    for (const RunEvent& event : *line.events) {
        if (const std::optional<FlagKind> kind = flagOf(event.kind)) {
            marks.push_back({event.iteration, event.iteration, *kind,
                             QStringLiteral("delta:%1").arg(event.iteration),
                             QStringLiteral("#%1  ").arg(event.iteration) + say(event.text)});
        }
    }
    return marks;
}

std::vector<int> stopsOf(const std::vector<RunEvent>& events)
{
    std::vector<int> stops;
    for (const RunEvent& event : events) {
        stops.push_back(event.iteration);
    }
    std::sort(stops.begin(), stops.end());
    stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
    return stops;
}

} // namespace

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
    addPrimary(*scene, runs, std::move(holes));
    if (!runs.empty()) {
        addThresholds(*scene, *runs.front().judgement, spec.key);
    }
    return scene;
}

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
    const auto add = [&](EventLaneKind kind, const char* title, std::vector<LaneMark> marks) {
        scene->lanes.push_back({tr(title), kind, std::move(marks)});
    };
    std::vector<LaneMark> guards;
    std::vector<LaneMark> freezes;
    std::vector<LaneMark> deltas;
    if (primary.events) {
        guards = spansOf(primary, EventKind::GuardOn, EventKind::GuardOff, QStringLiteral("guard:"),
                         say);
        freezes = spansOf(primary, EventKind::FreezeBegin, EventKind::FreezeEnd,
                          QStringLiteral("freeze:"), say);
        deltas = deltasOf(primary, say);
        scene->stops = stopsOf(*primary.events);
    }
    add(EventLaneKind::Guards, QT_TRANSLATE_NOOP("soak::ui::ChartPane", "guards"),
        std::move(guards));
    add(EventLaneKind::Freeze, QT_TRANSLATE_NOOP("soak::ui::ChartPane", "freeze"),
        std::move(freezes));
    add(EventLaneKind::Deltas, QT_TRANSLATE_NOOP("soak::ui::ChartPane", "deltas"),
        std::move(deltas));
    return scene;
}

} // namespace soak::ui
