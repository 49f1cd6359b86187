// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/iterations_view.h"

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

bool isLive(RunActivity activity)
{
    return activity == RunActivity::Running || activity == RunActivity::Stalled;
}

SceneRef sceneOf(const QString& id, std::span<const RunLine> lines)
{
    if (const auto path = parameterOf(id)) {
        return parameterScene(lines, *path);
    }
    const auto metric = metricOf(id);
    return metric ? metricScene(lines, *metric) : nullptr;
}

} // namespace

IterationsView::IterationsView(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_cache(std::make_shared<SeriesCache>())
{
    makeControls();
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, [this] { isVisible() ? rebuild() : letGo(); });
    connectContext();
    retranslate();
    applyLayout();
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
        m_later.start(); // also behind another tab
    });
    connect(&session.workspace(), &Workspace::changed, this, changed);
    connect(&session.workspace(), &Workspace::layoutChanged, this, [this] {
        applyLayout();
        rebuild();
    });
    connect(m_stack, &ChartStack::thresholdRequested, this,
            [this](const QString& gate, double value) {
                m_context.session.changeThreshold(m_context.selection.primary(), gate.toStdString(),
                                                  value);
            });
    connect(m_stack, &ChartStack::groupToggled, this, &IterationsView::showMarket);
    connect(m_stack, &ChartStack::removeRequested, this, &IterationsView::removeChart);
    connect(m_stack, &ChartStack::activated, this, &IterationsView::follow);
    addExplainer();
    connect(m_picker, &ChartPicker::chosen, this, &IterationsView::addChart);
}

void IterationsView::later()
{
    m_isDirty = true;
    if (isVisible()) {
        m_later.start();
    }
}

// A closed run is not kept by charts that nobody sees; they are made anew when they are seen.
void IterationsView::letGo()
{
    m_isDirty = true;
    m_stack->setScenes({});
    m_stack->setLanes(nullptr);
    m_model->setRun(nullptr, {});
}

void IterationsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isDirty) {
        rebuild();
    }
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
        const Prepared& prepared = m_prepared[identity];
        line.events = prepared.events;
        line.marks = prepared.marks;
        findLevels(*open);
        line.levels = m_prepared[identity].levels;
        line.cache = m_cache;
        line.notes = m_context.session.workspace().marksOf(identity).notes;
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
    for (const QString& id : charts()) {
        SceneRef scene = canShow(id, all) ? sceneOf(id, all) : nullptr;
        if (scene) {
            scenes.push_back(std::move(scene));
        }
    }
    m_stack->setDomain(domain);
    m_stack->setScenes(scenes, marketGroup(all));
    m_stack->setLanes(all.empty() ? nullptr : laneScene(all.front(), domain, sentenceText));
    rebuildTable();
    showEmpty();
    updateTools();
    if (!m_toReveal.isEmpty()) {
        reveal(m_toReveal);
    }
}

// Where a job still prepares it, as soon as it is there.
void IterationsView::reveal(const QString& sceneId)
{
    const auto& panes = m_stack->panes();
    const bool isThere = std::ranges::any_of(
        panes, [&](const ChartPane* pane) { return pane->scene()->id == sceneId; });
    m_toReveal = isThere ? QString() : sceneId;
    if (isThere) {
        m_stack->revealPane(sceneId);
    }
}

// A zoom that reached the last iteration follows a run that grows; any other stays where it is.
void IterationsView::followRightEdge(PlotRange domain)
{
    const OpenRun* primary = m_context.primary();
    const bool isSame = primary != nullptr && primary->identity == m_shownPrimary;
    const bool isKnown = isSame && m_lastIteration.has_value();
    const int before = isKnown ? *m_lastIteration : 0;
    m_shownPrimary = primary == nullptr ? QString() : primary->identity;
    m_lastIteration.reset();
    if (primary == nullptr || primary->run->table.rowCount() == 0) {
        return;
    }
    m_lastIteration = primary->run->table.iterations().back();
    const std::optional<ViewRange> range = m_context.selection.range();
    if (!isKnown || !range || *m_lastIteration == before || range->to < before) {
        return;
    }
    const double most = domain.high - 0.5 - range->to;
    const double shift = std::clamp<double>(*m_lastIteration - before, -range->from, most);
    m_context.selection.moveRange(ViewRange{range->from + shift, range->to + shift});
}

} // namespace soak::ui
