// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/iterations_view.h"

#include "core/analysis/parameter_series.h"
#include "ui/charts/chart_stack.h"
#include "ui/charts/series.h"
#include "ui/theme/numbers.h"
#include "ui/views/iterations_model.h"
#include "ui/views/iterations_picker.h"
#include "ui/widgets/sentence_label.h"

#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace soak::ui
{
namespace
{

// Above so many rows the events are gathered in a job.
constexpr std::size_t kMostRowsAtOnce = 20'000;

const QString& metricPrefix()
{
    static const QString prefix = QStringLiteral("metric:");
    return prefix;
}

const QString& parameterPrefix()
{
    static const QString prefix = QStringLiteral("parameter:");
    return prefix;
}

QStringList kpiCharts()
{
    return {metricSceneId(Metric::P95LatencyMs), metricSceneId(Metric::RiskRatio),
            metricSceneId(Metric::NetBps), metricSceneId(Metric::MakerTakerRatio)};
}

bool isLive(RunActivity activity)
{
    return activity == RunActivity::Running || activity == RunActivity::Stalled;
}

SceneRef sceneOf(const QString& id, std::span<const RunLine> lines)
{
    if (id.startsWith(parameterPrefix())) {
        return parameterScene(lines, id.mid(parameterPrefix().size()));
    }
    const auto metric = metricFromKey(id.mid(metricPrefix().size()).toStdString());
    return metric ? metricScene(lines, *metric) : nullptr;
}

} // namespace

IterationsView::IterationsView(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_charts(kpiCharts()),
      m_cache(std::make_shared<SeriesCache>())
{
    makeControls();
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &IterationsView::rebuild);
    connectContext();
    retranslate();
    rebuild();
}

IterationsView::~IterationsView() = default;

void IterationsView::connectContext()
{
    const Selection& selection = m_context.selection;
    const Session& session = m_context.session;
    connect(&selection, &Selection::primaryChanged, this, &IterationsView::later);
    connect(&selection, &Selection::shownChanged, this, &IterationsView::later);
    connect(&selection, &Selection::baselineChanged, this, &IterationsView::later);
    connect(&selection, &Selection::rangeChanged, this, &IterationsView::updateTools);
    connect(&selection, &Selection::cursorChanged, this, &IterationsView::cursorMoved);
    const auto changed = [this](const QString& identity) {
        if (m_context.selection.shown().contains(identity)) {
            later();
        }
    };
    connect(&session, &Session::opened, this, changed);
    connect(&session, &Session::changed, this, changed);
    connect(&session, &Session::closed, this, [this](const QString& identity) {
        m_prepared.remove(identity);
        m_cache->forget(identity);
        later();
    });
    connect(&session.workspace(), &Workspace::changed, this, changed);
    connect(m_stack, &ChartStack::removeRequested, this, &IterationsView::removeChart);
    connect(m_stack, &ChartStack::activated, this, &IterationsView::follow);
    connect(m_picker, &ChartPicker::chosen, this, [this](const QString& id) {
        if (id.startsWith(parameterPrefix())) {
            addParameter(id.mid(parameterPrefix().size()));
        } else if (const auto metric = metricFromKey(id.mid(metricPrefix().size()).toStdString())) {
            addMetric(*metric);
        }
    });
}

void IterationsView::later()
{
    m_isDirty = true;
    if (isVisible()) {
        m_later.start();
    }
}

void IterationsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isDirty) {
        rebuild();
    }
}

// Of a long run the first picture comes from a job, and its events always.
bool IterationsView::isPrepared(const OpenRun& run)
{
    Prepared& known = m_prepared[run.identity];
    if (known.judgement.lock() != run.judgement) {
        // The events of the shorter run stay in sight until those of the longer one are there.
        known.judgement = run.judgement;
        known.isAsked = false;
    }
    if (run.run->table.rowCount() <= kMostRowsAtOnce) {
        if (!known.isAsked) {
            known.events = std::make_shared<const std::vector<RunEvent>>(runEvents(*run.judgement));
        }
        known.isAsked = true;
        known.isReady = true;
    } else if (!known.isAsked) {
        known.isAsked = true;
        prepareLong(run);
    }
    return known.isReady;
}

void IterationsView::prepareLong(const OpenRun& run)
{
    struct Made {
        Events events;
        std::vector<std::pair<QString, SeriesCache::Entry>> entries;
    };

    std::vector<Metric> metrics;
    for (const QString& id : m_charts) {
        const auto metric = metricFromKey(id.mid(metricPrefix().size()).toStdString());
        if (metric && !m_cache->has(run.identity, id)) {
            metrics.push_back(*metric);
        }
    }
    m_context.session.jobs().run(
        tr("Prepare the charts of %1").arg(m_context.session.nameOf(run.identity)),
        [judgement = run.judgement, table = run.run, metrics](const std::stop_token& stop,
                                                              const Progress&) {
            Made made;
            for (const Metric metric : metrics) {
                if (stop.stop_requested()) {
                    return made;
                }
                made.entries.emplace_back(metricSceneId(metric), SeriesCache::Entry{});
                SeriesCache::extend(made.entries.back().second, table->table.iterations(),
                                    table->table.column(metric));
            }
            made.events = std::make_shared<const std::vector<RunEvent>>(runEvents(*judgement));
            return made;
        },
        this,
        [this, identity = run.identity](Made made) {
            const auto entry = m_prepared.find(identity);
            if (!made.events || entry == m_prepared.end()) {
                return;
            }
            for (auto& [id, series] : made.entries) {
                if (!m_cache->has(identity, id)) {
                    m_cache->put(identity, id, std::move(series));
                }
            }
            entry->events = std::move(made.events);
            entry->isReady = true;
            later();
        });
}

std::vector<RunLine> IterationsView::lines()
{
    QStringList order = m_context.selection.shown();
    const QString& primary = m_context.selection.primary();
    if (order.removeOne(primary)) {
        order.prepend(primary);
    }
    std::vector<RunLine> all;
    m_isPreparing = false;
    for (const QString& identity : order) {
        const OpenRun* open = m_context.session.find(identity);
        if (open == nullptr) {
            continue;
        }
        if (!isPrepared(*open)) {
            m_isPreparing = true;
            continue;
        }
        RunLine line;
        line.identity = identity;
        line.label = m_context.session.nameOf(identity);
        line.slot = m_context.colourSlot(identity);
        line.isBaseline = identity == m_context.selection.baseline();
        line.isLive = isLive(open->activity);
        line.run = open->run;
        line.judgement = open->judgement;
        line.events = m_prepared.value(identity).events;
        line.cache = m_cache;
        all.push_back(std::move(line));
    }
    return all;
}

void IterationsView::rebuild()
{
    m_later.stop();
    m_isDirty = false;
    const std::vector<RunLine> all = lines();
    const PlotRange domain = domainOf(all);
    followRightEdge(domain);
    std::vector<SceneRef> scenes;
    const bool isWaiting = all.empty() && m_isPreparing;
    for (const QString& id : isWaiting ? QStringList() : m_charts) {
        if (SceneRef scene = sceneOf(id, all)) {
            scenes.push_back(std::move(scene));
        }
    }
    m_stack->setDomain(domain);
    m_stack->setScenes(scenes);
    m_stack->setLanes(all.empty() ? nullptr : laneScene(all.front(), domain, sentenceText));
    rebuildTable();
    showEmpty();
    updateTools();
}

// A zoom that reached the last iteration follows a run that grows; any other stays where it is.
void IterationsView::followRightEdge(PlotRange domain)
{
    const OpenRun* primary = m_context.primary();
    const bool isSame = primary != nullptr && primary->identity == m_shownPrimary;
    const std::optional<int> before = isSame ? m_lastIteration : std::nullopt;
    m_shownPrimary = primary == nullptr ? QString() : primary->identity;
    m_lastIteration.reset();
    if (primary == nullptr || primary->run->table.rowCount() == 0) {
        return;
    }
    m_lastIteration = primary->run->table.iterations().back();
    const std::optional<ViewRange> range = m_context.selection.range();
    if (!before || !range || *m_lastIteration == *before || range->to < *before) {
        return;
    }
    const double most = domain.high - 0.5 - range->to;
    const double shift = std::clamp<double>(*m_lastIteration - *before, -range->from, most);
    m_context.selection.moveRange(ViewRange{range->from + shift, range->to + shift});
}

void IterationsView::addMetric(Metric metric)
{
    const QString id = metricSceneId(metric);
    if (!m_charts.contains(id)) {
        m_charts.append(id);
        rebuild();
        Q_EMIT chartsChanged();
    }
    showTable(false);
    m_stack->revealPane(id);
}

void IterationsView::addParameter(const QString& path)
{
    // One parameter has several spellings, and one chart.
    const SceneRef probe = parameterScene({}, path);
    const QString id = parameterSceneId(probe->title);
    if (!m_charts.contains(id)) {
        m_charts.append(id);
        rebuild();
        Q_EMIT chartsChanged();
    }
    showTable(false);
    m_stack->revealPane(id);
}

void IterationsView::removeChart(const QString& sceneId)
{
    if (m_charts.removeAll(sceneId) > 0) {
        rebuild();
        Q_EMIT chartsChanged();
    }
}

void IterationsView::setCharts(const QStringList& sceneIds)
{
    QStringList known;
    for (const QString& id : sceneIds) {
        const bool isKnown = id.startsWith(parameterPrefix()) ||
                             metricFromKey(id.mid(metricPrefix().size()).toStdString());
        if (isKnown && !known.contains(id)) {
            known << id;
        }
    }
    if (known != m_charts) {
        m_charts = known;
        rebuild();
        Q_EMIT chartsChanged();
    }
}

void IterationsView::resetCharts()
{
    setCharts(kpiCharts());
}

std::vector<ChartChoice> IterationsView::choices() const
{
    std::vector<ChartChoice> all;
    const OpenRun* primary = m_context.primary();
    for (const KpiSpec& spec : kpiSpecs()) {
        if (!m_charts.contains(metricSceneId(spec.metric))) {
            all.push_back({metricSceneId(spec.metric), metricTitleWithUnit(spec.metric),
                           toQString(spec.key)});
        }
    }
    if (primary != nullptr) {
        for (const ParameterUse& use : parametersOf(*primary->judgement)) {
            const QString id = parameterSceneId(toQString(use.name));
            if (!m_charts.contains(id)) {
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

// A flag of a delta adds the parameters that it changed under the KPIs.
void IterationsView::follow(const QString& eventId)
{
    const int iteration = eventId.section(QLatin1Char(':'), 1).toInt();
    TextLink link;
    link.kind = LinkKind::Iteration;
    link.iteration = iteration;
    const Events events = m_prepared.value(m_context.selection.primary()).events;
    if (eventId.startsWith(QLatin1String("delta:")) && events) {
        for (const RunEvent& event : *events) {
            if (event.iteration == iteration && !event.changes.empty()) {
                addParameter(toQString(event.changes.front().name));
                break;
            }
        }
    }
    Q_EMIT linkActivated(link);
}

// To the next change of the parameter whose chart has the focus, else of the last one added.
void IterationsView::stepChange()
{
    const ChartScene* scene = nullptr;
    for (const ChartPane* pane : m_stack->panes()) {
        const bool isParameter = pane->scene()->id.startsWith(parameterPrefix());
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
    const int from = m_context.selection.cursor().value_or(scene->changes.front() - 1);
    const auto next = std::upper_bound(scene->changes.begin(), scene->changes.end(), from);
    m_context.selection.setCursor(next == scene->changes.end() ? scene->changes.front() : *next);
}

} // namespace soak::ui
