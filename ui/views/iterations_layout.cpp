// SPDX-License-Identifier: GPL-3.0-or-later
// Which charts the Iterations view has: added, removed, laid out; each such edit can be undone.
#include "core/analysis/events.h"
#include "core/analysis/market_load.h"
#include "core/analysis/parameter_series.h"
#include "ui/charts/chart_stack.h"
#include "ui/charts/series.h"
#include "ui/theme/numbers.h"
#include "ui/views/iterations_picker.h"
#include "ui/views/iterations_view.h"

#include <QToolButton>

#include <algorithm>

namespace soak::ui
{
namespace
{

QString afterPrefix(const QString& sceneId, QLatin1String prefix)
{
    return sceneId.startsWith(prefix) ? sceneId.mid(prefix.size()) : QString();
}

QStringList kpiCharts()
{
    return {metricSceneId(Metric::P95LatencyMs), metricSceneId(Metric::RiskRatio),
            metricSceneId(Metric::NetBps), metricSceneId(Metric::MakerTakerRatio)};
}

QStringList titlesOf(const std::vector<Metric>& metrics)
{
    QStringList titles;
    for (const Metric metric : metrics) {
        titles += metricTitle(metric);
    }
    return titles;
}

} // namespace

std::optional<Metric> metricOf(const QString& sceneId)
{
    return metricFromKey(afterPrefix(sceneId, QLatin1String("metric:")).toStdString());
}

std::optional<QString> parameterOf(const QString& sceneId)
{
    const QString path = afterPrefix(sceneId, QLatin1String("parameter:"));
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

bool isChartId(const QString& sceneId)
{
    return metricOf(sceneId) || parameterOf(sceneId);
}

QStringList IterationsView::charts() const
{
    QStringList known;
    for (const QString& id : m_context.session.workspace().layout().charts) {
        if (isChartId(id) && !known.contains(id)) {
            known += id;
        }
    }
    return known.isEmpty() ? kpiCharts() : known;
}

void IterationsView::edit(const QString& text, const QStringList& sceneIds)
{
    Workspace& workspace = m_context.session.workspace();
    ChartLayout layout = workspace.layout();
    layout.charts = sceneIds == kpiCharts() ? QStringList() : sceneIds;
    workspace.setLayout(text, layout);
}

void IterationsView::addChart(const QString& sceneId)
{
    QStringList ids = charts();
    if (!ids.contains(sceneId)) {
        ids += sceneId;
        edit(tr("Chart added"), ids);
    }
    showTable(false);
    reveal(sceneId);
}

void IterationsView::addMetric(Metric metric)
{
    addChart(metricSceneId(metric));
}

void IterationsView::addParameter(const QString& path)
{
    // One parameter has several spellings, and one chart.
    addChart(parameterSceneId(toQString(parameterName(path))));
}

// The focus goes to the chart that takes its place.
void IterationsView::removeChart(const QString& sceneId)
{
    QStringList ids = charts();
    const qsizetype index = ids.indexOf(sceneId);
    if (index < 0) {
        return;
    }
    const bool hadFocus = isAncestorOf(focusWidget());
    ids.removeAt(index);
    edit(tr("Chart removed"), ids);
    if (hadFocus) {
        const QStringList left = charts();
        reveal(left.at(std::min(index, left.size() - 1)));
    }
}

void IterationsView::resetCharts()
{
    edit(tr("Charts as at first"), kpiCharts());
}

void IterationsView::setColumns(int columns)
{
    Workspace& workspace = m_context.session.workspace();
    ChartLayout layout = workspace.layout();
    layout.columns = columns;
    workspace.setLayout(columns > 1 ? tr("Charts in two columns") : tr("Charts in one column"),
                        layout);
}

void IterationsView::showMarket(bool isShown)
{
    Workspace& workspace = m_context.session.workspace();
    ChartLayout layout = workspace.layout();
    layout.isMarketOpen = isShown;
    workspace.setLayout(isShown ? tr("Market and load shown") : tr("Market and load hidden"),
                        layout);
}

void IterationsView::applyLayout()
{
    m_stack->setColumns(m_context.session.workspace().layout().columns);
    m_grid->setChecked(m_stack->columns() > 1);
}

// What the primary run recorded of it; what it did not is named, not drawn.
ChartGroup IterationsView::marketGroup(std::span<const RunLine> lines)
{
    if (lines.empty()) {
        return {};
    }
    const MarketLoad load = marketLoadOf(*lines.front().run);
    QStringList words;
    if (!load.scenario.empty()) {
        words += tr("scenario %1").arg(toQString(load.scenario));
    }
    const QString comma = QStringLiteral(", ");
    words += load.recorded.empty() ? tr("nothing of it was recorded")
                                   : tr("recorded: %1").arg(titlesOf(load.recorded).join(comma));
    if (!load.recorded.empty() && !load.absent.empty()) {
        words += tr("not recorded: %1").arg(titlesOf(load.absent).join(comma));
    }
    ChartGroup group;
    group.title = tr("Market and load");
    group.detail = words.join(QStringLiteral(" \u00b7 "));
    group.isOpen = m_context.session.workspace().layout().isMarketOpen;
    const QStringList large = charts();
    for (const Metric metric : group.isOpen ? load.recorded : std::vector<Metric>()) {
        const QString id = metricSceneId(metric);
        if (!large.contains(id) && canShow(id, lines)) {
            group.scenes.push_back(metricScene(lines, metric));
        }
    }
    return group;
}

std::vector<ChartChoice> IterationsView::choices() const
{
    std::vector<ChartChoice> all;
    const QStringList shown = charts();
    const OpenRun* primary = m_context.primary();
    for (const KpiSpec& spec : kpiSpecs()) {
        if (!shown.contains(metricSceneId(spec.metric))) {
            all.push_back({metricSceneId(spec.metric), metricTitleWithUnit(spec.metric),
                           toQString(spec.key)});
        }
    }
    if (primary != nullptr) {
        for (const ParameterUse& use : parametersOf(*primary->judgement)) {
            const QString id = parameterSceneId(toQString(use.name));
            if (!shown.contains(id)) {
                all.push_back({id, toQString(use.name), toQString(use.path)});
            }
        }
    }
    return all;
}

void IterationsView::pick()
{
    m_picker->open(choices(), m_add);
}

// A flag of a delta adds the parameters that it changed, one with each click.
void IterationsView::follow(const QString& eventId)
{
    TextLink link;
    link.kind = LinkKind::Iteration;
    link.iteration = eventId.section(QLatin1Char(':'), 1).toInt();
    const Events events = m_prepared.value(m_context.selection.primary()).events;
    QStringList changed;
    if (eventId.startsWith(QLatin1String("delta:")) && events) {
        for (const RunEvent& event : *events) {
            for (const EventChange& change : event.changes) {
                if (event.iteration == link.iteration) {
                    changed += toQString(change.name);
                }
            }
        }
    }
    if (!changed.isEmpty()) {
        const QStringList shown = charts();
        const auto next = std::find_if(changed.begin(), changed.end(), [&](const QString& name) {
            return !shown.contains(parameterSceneId(toQString(parameterName(name))));
        });
        addParameter(next == changed.end() ? changed.front() : *next);
    }
    Q_EMIT linkActivated(link);
}

// To the next change of the parameter whose chart has the focus, else of the last one added; after
// the last change comes the first.
void IterationsView::stepChange(int step)
{
    const ChartScene* scene = nullptr;
    for (const ChartPane* pane : m_stack->panes()) {
        const bool isParameter = parameterOf(pane->scene()->id).has_value();
        if (isParameter &&
            (scene == nullptr || pane->hasFocus() || !pane->scene()->changes.empty())) {
            scene = pane->scene().get();
            if (pane->hasFocus()) {
                break;
            }
        }
    }
    if (scene == nullptr || scene->changes.empty()) {
        return;
    }
    const std::vector<int>& all = scene->changes;
    const int from = m_context.selection.cursor().value_or(step > 0 ? all.front() - 1 : 0);
    if (step > 0) {
        const auto next = std::upper_bound(all.begin(), all.end(), from);
        m_context.selection.setCursor(next == all.end() ? all.front() : *next);
    } else {
        const auto at = std::lower_bound(all.begin(), all.end(), from);
        m_context.selection.setCursor(at == all.begin() ? all.back() : *(at - 1));
    }
}

} // namespace soak::ui
