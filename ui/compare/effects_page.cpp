// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/effects_page.h"

#include "ui/compare/compare_scenes.h"
#include "ui/compare/differing_overrides.h"
#include "ui/compare/distribution_chart.h"
#include "ui/compare/distributions_page.h"
#include "ui/compare/forest_plot.h"
#include "ui/widgets/explainer.h"
#include "ui/widgets/ink_label.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr int kChartsStretch = 3;
constexpr int kDetailsStretch = 2;
constexpr int kDetailsLeast = 360;
constexpr int kDistributionLeast = 124;

} // namespace

EffectsPage::EffectsPage(const ViewContext& context, CompareDesk& desk, QWidget* parent)
    : QWidget(parent), m_context(context), m_desk(desk)
{
    m_left = new QWidget(this);
    m_stack = new ChartStack(m_own, context.theme, m_left);
    m_stack->setLanesShown(false);
    m_troubles = inkLabel(context.theme, Ink::Threshold);
    auto* left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(2);
    left->addWidget(m_stack, 1);
    left->addWidget(m_troubles);
    m_details = new QScrollArea(this);
    // Born in its place: the style would look anew at each widget of one that is moved there.
    auto* inside = new QWidget(m_details->viewport());
    m_forest = new ForestPlot(context.theme, inside);
    m_overrides = new DifferingOverrides(context.theme, desk, inside);
    m_distribution = new DistributionChart(context.selection, context.theme, inside);
    m_distribution->setMinimumHeight(kDistributionLeast);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_column->addWidget(m_forest);
    m_column->addWidget(m_overrides);
    m_column->addWidget(m_distribution, 1);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setWidgetResizable(true);
    m_details->setFocusPolicy(Qt::NoFocus);
    m_details->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_details->setMinimumWidth(kDetailsLeast);
    m_details->setWidget(inside);
    inside->setBackgroundRole(QPalette::Base);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_left, kChartsStretch);
    row->addWidget(m_details, kDetailsStretch);
    setFocusProxy(m_stack);
    new Explainer(m_forest, [this](const QWidget*) { return m_forest->explanation(); });
    connect(m_distribution, &DistributionChart::brushed, &desk, &CompareDesk::pickWithin);
    connect(&context.selection, &Selection::pickedChanged, this, [this] {
        if (m_context.selection.picked().iterations.empty()) {
            m_distribution->clearBrush();
        }
    });
    connect(m_forest, &ForestPlot::currentChanged, this, &EffectsPage::refreshFacts);
    connect(m_overrides, &DifferingOverrides::parameterActivated, this,
            &EffectsPage::parameterActivated);
    connectSelections();
}

// The charts have a selection of their own; on the axis of the window the two are one.
void EffectsPage::connectSelections()
{
    Selection& window = m_context.selection;
    connect(&window, &Selection::cursorChanged, this, &EffectsPage::takeCursor);
    connect(&window, &Selection::marksChanged, this, &EffectsPage::takeCursor);
    connect(&window, &Selection::rangeChanged, this, &EffectsPage::takeCursor);
    connect(&window, &Selection::pickedChanged, this, &EffectsPage::takePicked);
    connect(&m_own, &Selection::pickedChanged, this, &EffectsPage::givePicked);
    connect(&m_own, &Selection::cursorChanged, this, &EffectsPage::giveCursor);
    connect(&m_own, &Selection::marksChanged, this, &EffectsPage::giveCursor);
    connect(&m_own, &Selection::rangeChanged, this, &EffectsPage::giveCursor);
    connect(&m_own, &Selection::highlightChanged, this,
            [this] { m_context.selection.highlight(m_own.highlighted()); });
    connect(&window, &Selection::highlightChanged, this, [this] {
        m_own.highlight(m_context.selection.highlighted());
        // Among many runs only the highlighted one has a line.
        if (m_shown && !m_shown->metrics.empty() && m_shown->metrics.front().envelope) {
            refreshCharts();
        }
    });
}

// Where the picked iterations stand on the axis of these charts.
void EffectsPage::takePicked()
{
    const Picked& picked = m_context.selection.picked();
    Picked placed{picked.what, {}};
    for (std::size_t run = 0; m_shown && run < m_shown->runs.size(); ++run) {
        const auto found = picked.iterations.find(m_shown->runs[run].identity);
        if (found == picked.iterations.end()) {
            continue;
        }
        const std::vector<int>& numbers = m_shown->numbers[run];
        std::vector<int>& places = placed.iterations[found->first];
        for (const int iteration : found->second) {
            const auto at = std::ranges::lower_bound(numbers, iteration);
            if (at != numbers.end() && *at == iteration) {
                places.push_back(
                    m_shown->aligned.runs[run].x[static_cast<std::size_t>(at - numbers.begin())]);
            }
        }
    }
    m_isPassing = true; // what has no place here is picked all the same
    m_own.pick(placed.iterations.empty() ? Picked{} : std::move(placed));
    m_isPassing = false;
}

// Escape in these charts lets go of all.
void EffectsPage::givePicked()
{
    if (!m_isPassing) {
        m_context.selection.pick({});
    }
}

bool EffectsPage::isSameAxis() const
{
    return m_desk.choice().alignment == Alignment::Iteration && !m_desk.hasOffsets();
}

void EffectsPage::takeCursor()
{
    if (m_isPassing || !isSameAxis()) {
        return;
    }
    m_isPassing = true;
    const Selection& window = m_context.selection;
    m_own.setCursor(window.cursor());
    m_own.setLocked(window.isLocked());
    m_own.setMarkA(window.markA());
    m_own.setMarkB(window.markB());
    m_own.moveRange(window.range());
    m_isPassing = false;
}

void EffectsPage::giveCursor()
{
    if (m_isPassing || !isSameAxis()) {
        return;
    }
    m_isPassing = true;
    Selection& window = m_context.selection;
    window.setCursor(m_own.cursor());
    window.setLocked(m_own.isLocked());
    window.setMarkA(m_own.markA());
    window.setMarkB(m_own.markB());
    window.moveRange(m_own.range());
    m_isPassing = false;
}

void EffectsPage::refreshCharts()
{
    const ChartsRef& charts = m_desk.charts();
    const bool isOtherAxis =
        m_shown && charts && charts->choice.alignment != m_shown->choice.alignment;
    m_shown = charts;
    if (!charts || charts->metrics.empty()) {
        m_stack->setScenes({});
        m_troubles->setText({});
        return;
    }
    if (isOtherAxis) {
        m_isPassing = true;
        m_own.setCursor({});
        m_own.setLocked(false);
        m_own.setMarkA({});
        m_own.setMarkB({});
        m_own.moveRange({});
        m_isPassing = false;
    }
    const std::vector<SceneRef> scenes =
        compareScenes(charts, m_desk.facts(), m_desk, m_context, m_context.selection.highlighted());
    m_stack->setDomain(charts->domain);
    m_stack->setColumns(scenes.size() > charts->metrics.size() ? 2 : 1);
    m_stack->setScenes(scenes);
    for (ChartPane* pane : m_stack->panes()) {
        pane->setRemovable(false);
        pane->removeEventFilter(this);
        pane->installEventFilter(this);
    }
    takeCursor();
    takePicked();
    const QStringList troubles = alignmentTroubles(*charts, m_desk);
    m_troubles->setText(troubles.join(QStringLiteral("; ")));
    m_troubles->setVisible(!troubles.isEmpty());
}

void EffectsPage::refreshFacts()
{
    const FactsRef& facts = m_desk.facts();
    const QString wait = tr("Comparing\u2026");
    const QString title = tr("Effect of B against A, in margins (better to the right)");
    const ComparedPair* pair = pairOf(facts.get());
    m_forest->setEffects(title, pair == nullptr ? std::vector<KpiEffect>() : pair->effects,
                         facts ? tr("There is nothing to hold against A") : wait);
    m_overrides->refresh();
    const auto at = static_cast<std::size_t>(std::ranges::find(kComparedKpis, shownMetric()) -
                                             kComparedKpis.begin());
    m_distribution->setFacts(
        facts, at, facts ? inksOf(facts->runs, m_desk, m_context) : std::vector<RunInk>(),
        facts ? targetsOf(*facts, shownMetric()) : std::vector<ChartThreshold>(), wait);
    Q_EMIT metricChanged();
}

Metric EffectsPage::shownMetric() const
{
    return kComparedKpis.at(std::min(m_forest->current(), kComparedKpis.size() - 1));
}

void EffectsPage::addDetail(QWidget* detail)
{
    m_column->addWidget(detail);
}

void EffectsPage::showDetails(bool isShown)
{
    m_hasDetails = isShown;
    fold();
}

void EffectsPage::fold()
{
    const bool isFolded = width() < kBothFrom;
    m_left->setVisible(!isFolded || !m_hasDetails);
    m_details->setVisible(!isFolded || m_hasDetails);
    if (isFolded != m_isFolded) {
        m_isFolded = isFolded;
        Q_EMIT foldChanged();
    }
}

void EffectsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fold();
}

// Ctrl and drag moves the run under the pointer, or the candidate, along the axis.
bool EffectsPage::dragOffset(ChartPane& pane, QEvent* event)
{
    const auto* mouse = static_cast<const QMouseEvent*>(event);
    if (event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton &&
        mouse->modifiers() == Qt::ControlModifier && m_desk.isPair()) {
        m_dragged = pane.runAt(mouse->position());
        if (m_dragged.isEmpty() || m_dragged == m_desk.baseline()) {
            m_dragged = m_desk.candidate();
        }
        m_dragFrom = mouse->position().x();
        m_dragStep = pane.frame().px(1) - pane.frame().px(0);
        m_dragOffset = m_desk.offsetOf(m_dragged);
        return true;
    }
    if (!m_dragFrom) {
        return false;
    }
    if (event->type() == QEvent::MouseMove) {
        const double moved = (mouse->position().x() - *m_dragFrom) / m_dragStep;
        m_desk.setOffset(m_dragged, m_dragOffset + static_cast<int>(std::lround(moved)));
        return true;
    }
    if (event->type() == QEvent::MouseButtonRelease) {
        m_dragFrom.reset();
        return true;
    }
    return false;
}

bool EffectsPage::eventFilter(QObject* watched, QEvent* event)
{
    auto* pane = qobject_cast<ChartPane*>(watched);
    const bool isMouse = event->type() == QEvent::MouseButtonPress ||
                         event->type() == QEvent::MouseMove ||
                         event->type() == QEvent::MouseButtonRelease;
    return (pane != nullptr && isMouse && dragOffset(*pane, event)) ||
           QWidget::eventFilter(watched, event);
}

} // namespace soak::ui
