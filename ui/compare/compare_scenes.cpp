// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_scenes.h"

#include "ui/charts/series.h"
#include "ui/compare/forest_plot.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace soak::ui
{
namespace
{

QString sceneWords(const char* text)
{
    return QCoreApplication::translate("soak::ui::CompareView", text);
}

PlaceKind placesOf(Alignment alignment)
{
    switch (alignment) {
    case Alignment::FirstCommon:
        return PlaceKind::FromCommon;
    case Alignment::Elapsed:
        return PlaceKind::Elapsed;
    case Alignment::Utc:
        return PlaceKind::Utc;
    case Alignment::Iteration:
        break;
    }
    return PlaceKind::Iteration;
}

ChartSeries seriesOf(const ChartsRef& charts, std::size_t metric, std::size_t run)
{
    const ComparedLine& line = charts->metrics[metric].lines[run];
    ChartSeries series;
    series.run = charts->runs[run].identity;
    series.isBaseline = run == 0;
    series.owner = charts;
    series.iterations = charts->aligned.runs[run].x;
    if (isTime(charts->choice.alignment)) {
        series.numbers = charts->numbers[run];
    }
    series.values = MetricColumn(line.values, line.presence);
    series.extent = line.shape.extent;
    series.count = line.shape.count;
    if (line.values.empty()) {
        series.iterations = {};
        series.numbers = {};
    } else if (line.values.size() > kPyramidRows) {
        series.pyramid = line.shape.pyramid.snapshot();
    }
    return series;
}

// Of the baseline and the candidate, at their places on the axis.
void addLevels(ChartScene& scene, const CompareCharts& charts, const RunComparison& comparison,
               std::size_t metric)
{
    for (std::size_t run = 0; run < 2 && run < scene.series.size(); ++run) {
        // The facts may be of runs that were drawn a moment ago.
        if (comparison.runs.at(run).run != charts.runs[run].run) {
            return;
        }
        const std::vector<int>& numbers = charts.numbers[run];
        for (const RunChange& change : comparison.runs.at(run).changes.at(metric).confirmed) {
            const auto at = std::ranges::lower_bound(numbers, change.iteration);
            if (at != numbers.end() && *at == change.iteration) {
                const auto place = static_cast<std::size_t>(at - numbers.begin());
                scene.levels.push_back(
                    {charts.aligned.runs[run].x[place],
                     QStringLiteral("%1 #%2 \u00b1%3")
                         .arg(scene.series[run].label)
                         .arg(change.iteration)
                         .arg(change.halfWidth),
                     scene.series[run].label + QStringLiteral(": ") + coreText(changeText(change)),
                     scene.series[run].slot});
            }
        }
    }
    std::ranges::stable_sort(scene.levels, {}, &ChartChange::at);
}

// Of two charts side by side: the one of this run alone, on the axis of both.
SceneRef oneOf(const ChartScene& both, const ComparedMetric& metric, std::size_t run)
{
    auto scene = std::make_shared<ChartScene>(both);
    const ChartSeries own = scene->series[run];
    std::optional<PlotRange> beside;
    for (std::size_t i = 0; i < 2; ++i) {
        if (const auto& extent = metric.lines[i].shape.extent) {
            beside = beside ? PlotRange{std::min(beside->low, extent->low),
                                        std::max(beside->high, extent->high)}
                            : *extent;
        }
    }
    scene->beside = beside;
    scene->id += QLatin1Char('@') + own.label;
    scene->title = own.label + QStringLiteral(": ") + scene->title;
    scene->series = {own};
    scene->isPair = false;
    std::erase_if(scene->levels,
                  [&](const ChartChange& change) { return change.slot != own.slot; });
    if (run == 0) {
        scene->flags.clear(); // they are the candidate's
    }
    const std::string& why = metric.lines[run].why;
    scene->emptyText = why.empty() ? scene->emptyText : coreText(why);
    return scene;
}

// A target on the axis of the chart; none where every run has an axis of its own.
void placeThresholds(ChartScene& scene, const ComparedMetric& metric)
{
    for (ChartThreshold& threshold : scene.thresholds) {
        threshold.gate.clear(); // it is changed where one run is looked at
        threshold.value *= metric.factor.value_or(1);
    }
    if (!metric.factor) {
        scene.thresholds.clear();
    }
}

} // namespace

SceneRef compareScene(const ChartsRef& charts, const FactsRef& facts, std::size_t metric,
                      const CompareDesk& desk, const ViewContext& context,
                      const QString& highlighted)
{
    const ComparedMetric& compared = charts->metrics[metric];
    RunLine baseline;
    baseline.identity = charts->runs.front().identity;
    baseline.run = charts->runs.front().run;
    baseline.judgement = charts->runs.front().judgement;
    baseline.marks = std::make_shared<const ChartMarks>();
    auto scene = std::make_shared<ChartScene>(*metricScene({&baseline, 1}, compared.metric));
    scene->series.clear();
    scene->broken.clear();
    scene->missing.clear();
    scene->liveEdge.reset();
    scene->domain = charts->domain;
    scene->places = placesOf(charts->choice.alignment);
    scene->originMs = charts->aligned.origin.value_or(0);
    scene->envelope = compared.envelope;
    scene->envelopeRuns = charts->runs.size();
    const bool isDifference = charts->choice.form == CompareForm::Difference;
    scene->isPair = charts->runs.size() > 1 && !isDifference;
    if (isDifference) {
        scene->title = sceneWords("%1, difference to A").arg(scene->title);
        scene->decimals = differenceDecimals(compared.metric);
    }
    scene->warmUp.reset();
    if (charts->steadyAt) {
        scene->warmUp = PlotRange{charts->domain.low, *charts->steadyAt - 0.5};
    }
    if (charts->choice.normalisation != Normalisation::Raw) {
        constexpr int kDecimals = 2;
        scene->unit = coreWord(unitText(charts->choice.normalisation));
        scene->decimals = kDecimals;
    }
    placeThresholds(*scene, compared);
    for (std::size_t run = 0; run < charts->runs.size(); ++run) {
        const QString& identity = charts->runs[run].identity;
        if (compared.envelope && run > 1 && identity != highlighted) {
            continue;
        }
        ChartSeries series = seriesOf(charts, metric, run);
        series.label = desk.labelOf(identity);
        series.slot = run == 0 ? 0 : context.session.colourSlot(identity);
        scene->series.push_back(std::move(series));
    }
    if (facts && facts->comparison) {
        addLevels(*scene, *charts, *facts->comparison, metric);
    }
    if (charts->flags.size() > 1) {
        scene->flags = charts->flags[1];
    }
    const std::string& why = compared.lines.front().why;
    scene->emptyText = why.empty() ? scene->emptyText : coreText(why);
    return scene;
}

std::vector<SceneRef> compareScenes(const ChartsRef& charts, const FactsRef& facts,
                                    const CompareDesk& desk, const ViewContext& context,
                                    const QString& highlighted)
{
    std::vector<SceneRef> scenes;
    for (std::size_t i = 0; i < charts->metrics.size(); ++i) {
        SceneRef scene = compareScene(charts, facts, i, desk, context, highlighted);
        if (charts->choice.form == CompareForm::SideBySide && charts->runs.size() > 1) {
            scenes.push_back(oneOf(*scene, charts->metrics[i], 0));
            scenes.push_back(oneOf(*scene, charts->metrics[i], 1));
        } else {
            scenes.push_back(std::move(scene));
        }
    }
    return scenes;
}

QStringList alignmentTroubles(const CompareCharts& charts, const CompareDesk& desk)
{
    QStringList troubles;
    for (std::size_t run = 0; run < charts.runs.size(); ++run) {
        const AlignedRun& aligned = charts.aligned.runs[run];
        const QString label = desk.labelOf(charts.runs[run].identity);
        if (!aligned.why.empty()) {
            troubles << sceneWords("%1 is not drawn: %2").arg(label, coreText(aligned.why));
        } else if (aligned.unplaced > 0) {
            troubles << sceneWords("%1: %2 iterations without a time are left out")
                            .arg(label)
                            .arg(aligned.unplaced);
        }
    }
    for (const ComparedMetric& metric : charts.metrics) {
        for (std::size_t run = 0; run < charts.runs.size(); ++run) {
            if (!metric.lines[run].why.empty() && charts.aligned.runs[run].why.empty()) {
                troubles << sceneWords("%1 of %2 is not drawn: %3")
                                .arg(metricTitle(metric.metric),
                                     desk.labelOf(charts.runs[run].identity),
                                     coreText(metric.lines[run].why));
            }
        }
    }
    return troubles;
}

} // namespace soak::ui
