// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_stack.h"

#include "ui/charts/group_header.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr int kSpacing = 4;
constexpr int kStretch = 100;
constexpr int kLowestStretch = 115;
constexpr double kRightMargin = kRightGutter + kCardPadding;
constexpr double kHalf = 0.5; // a range of iterations reaches half an iteration further

} // namespace

ChartStack::ChartStack(Selection& selection, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_theme(theme)
{
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_area = new QWidget(m_scroll->viewport());
    m_area->setAutoFillBackground(false);
    m_grid = new QGridLayout(m_area);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kSpacing);
    m_scroll->setWidget(m_area);
    m_header = new GroupHeader(theme, m_area);
    m_header->hide();
    connect(m_header, &GroupHeader::clicked, this, &ChartStack::groupToggled);
    m_area->installEventFilter(this);
    m_scroll->viewport()->installEventFilter(this);
    m_scroll->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_scroll, 1);
    for (const bool isLanes : {true, false}) {
        auto* row = new QHBoxLayout;
        row->setSpacing(kSpacing);
        for (std::size_t i = 0; i < kMostColumns; ++i) {
            if (isLanes) {
                m_lanes[i] = new EventLanes(theme, this);
                row->addWidget(m_lanes[i], 1);
            } else {
                m_overviews[i] = new OverviewStrip(theme, this);
                row->addWidget(m_overviews[i], 1);
                connectStrip(i);
            }
        }
        column->addLayout(row);
    }
    setFocusPolicy(Qt::StrongFocus);
    connect(&selection, &Selection::cursorChanged, this, &ChartStack::showSelection);
    connect(&selection, &Selection::marksChanged, this, &ChartStack::showSelection);
    connect(&selection, &Selection::pickedChanged, this, &ChartStack::showPicked);
    connect(&selection, &Selection::rangeChanged, this, &ChartStack::showRange);
    connect(&selection, &Selection::highlightChanged, this, &ChartStack::showHighlight);
    connect(&theme, &Theme::changed, this, &ChartStack::align);
    arrange();
}

void ChartStack::connectStrip(std::size_t column)
{
    connect(m_lanes[column], &EventLanes::rangeRequested, this, &ChartStack::request);
    connect(m_lanes[column], &EventLanes::allRequested, this, &ChartStack::showAll);
    connect(m_lanes[column], &EventLanes::cursorRequested, this, &ChartStack::point);
    connect(m_lanes[column], &EventLanes::cursorLeft, this, [this] { m_selection.hover({}); });
    connect(m_lanes[column], &EventLanes::activated, this, &ChartStack::activated);
    connect(m_lanes[column], &EventLanes::noteRequested, this, &ChartStack::noteRequested);
    connect(m_lanes[column], &EventLanes::menuMade, this, &ChartStack::laneMenuMade);
    connect(m_overviews[column], &OverviewStrip::rangeRequested, this, &ChartStack::request);
    connect(m_overviews[column], &OverviewStrip::allRequested, this, &ChartStack::showAll);
}

ChartPane* ChartStack::makePane()
{
    auto* pane = new ChartPane(m_theme, m_area);
    connect(pane, &ChartPane::rangeRequested, this, &ChartStack::request);
    connect(pane, &ChartPane::allRequested, this, &ChartStack::showAll);
    connect(pane, &ChartPane::cursorRequested, this, &ChartStack::point);
    connect(pane, &ChartPane::cursorLeft, this, [this] { m_selection.hover({}); });
    connect(pane, &ChartPane::runPointed, this,
            [this](const QString& run) { m_selection.highlight(run); });
    connect(pane, &ChartPane::activated, this, &ChartStack::activated);
    connect(pane, &ChartPane::flagsRequested, m_lanes.front(), &EventLanes::openDeltas);
    connect(pane, &ChartPane::thresholdRequested, this, &ChartStack::thresholdRequested);
    connect(pane, &ChartPane::edgesChanged, this, &ChartStack::align);
    connect(pane, &ChartPane::menuRequested, this,
            [this, pane](QPoint at) { Q_EMIT menuRequested(pane, at); });
    connect(pane, &ChartPane::removeRequested, this,
            [this, pane] { Q_EMIT removeRequested(pane->scene()->id); });
    return pane;
}

void ChartStack::showGroup(const ChartGroup& group)
{
    m_header->setVisible(!group.title.isEmpty());
    m_header->setWords(group.title, group.detail);
    m_header->setChecked(group.isOpen);
}

void ChartStack::setScenes(const std::vector<SceneRef>& scenes, const ChartGroup& group)
{
    m_isAligning = true; // once, at the end
    std::vector<ChartPane*> before = std::exchange(m_panes, {});
    const std::vector<ChartPane*> placed = before;
    std::vector<SceneRef> all = scenes;
    all.insert(all.end(), group.scenes.begin(), group.scenes.end());
    const bool isSameGroup = std::exchange(m_large, scenes.size()) == scenes.size();
    showGroup(group);
    for (const SceneRef& scene : all) {
        const auto found = std::find_if(before.begin(), before.end(), [&](ChartPane* pane) {
            return pane != nullptr && pane->scene()->id == scene->id;
        });
        ChartPane* pane = found == before.end() ? makePane() : std::exchange(*found, nullptr);
        m_panes.push_back(pane);
        pane->setSmall(m_panes.size() > m_large);
        pane->setScene(scene);
    }
    for (ChartPane* pane : before) {
        if (pane != nullptr) {
            pane->hide();
            pane->deleteLater();
        }
    }
    for (OverviewStrip* overview : m_overviews) {
        overview->setScene(scenes.empty() ? nullptr : scenes.front());
    }
    m_isAligning = false;
    if (m_panes == placed && isSameGroup) {
        align();
    } else {
        arrange();
    }
    showRange();
    showSelection();
    showPicked();
    showHighlight();
}

void ChartStack::setLanes(const LaneSceneRef& lanes)
{
    for (EventLanes* one : m_lanes) {
        one->setScene(lanes);
    }
    align();
}

void ChartStack::setDomain(PlotRange domain)
{
    m_domain = domain;
    for (OverviewStrip* overview : m_overviews) {
        overview->setDomain(domain);
    }
    showRange();
}

void ChartStack::setColumns(int columns)
{
    const int wanted = std::clamp(columns, 1, static_cast<int>(kMostColumns));
    if (wanted != m_columns) {
        m_columns = wanted;
        arrange();
    }
}

void ChartStack::setLanesShown(bool isShown)
{
    if (isShown != m_hasLanes) {
        m_hasLanes = isShown;
        arrange();
    }
}

void ChartStack::showHighlight()
{
    for (ChartPane* pane : m_panes) {
        pane->setHighlight(m_selection.highlighted());
    }
}

void ChartStack::placePanes(std::size_t first, std::size_t count, int row)
{
    for (std::size_t i = 0; i < count; ++i) {
        ChartPane* pane = m_panes[first + i];
        m_grid->addWidget(pane, row + static_cast<int>(i) / m_columns,
                          static_cast<int>(i) % m_columns);
        pane->show();
        if (first + i > 0) {
            setTabOrder(m_panes[first + i - 1], pane);
        }
    }
}

void ChartStack::arrange()
{
    for (ChartPane* pane : m_panes) {
        m_grid->removeWidget(pane);
    }
    m_grid->removeWidget(m_header);
    const int rows = (static_cast<int>(m_large) + m_columns - 1) / m_columns;
    placePanes(0, m_large, 0);
    m_grid->addWidget(m_header, rows, 0, 1, m_columns);
    placePanes(m_large, m_panes.size() - m_large, rows + 1);
    if (m_large > 0) {
        setTabOrder(m_panes[m_large - 1], m_header);
    }
    // The lowest row is higher by the iterations under it, so that all plots are alike.
    for (int row = 0; row < std::max(rows, m_grid->rowCount()); ++row) {
        m_grid->setRowStretch(row, row >= rows ? 0 : row + 1 == rows ? kLowestStretch : kStretch);
    }
    for (int column = 0; column < static_cast<int>(kMostColumns); ++column) {
        m_grid->setColumnStretch(column, column < m_columns ? 1 : 0);
        const auto index = static_cast<std::size_t>(column);
        m_lanes[index]->setVisible(m_hasLanes && column < m_columns);
        m_overviews[index]->setVisible(m_hasLanes && column < m_columns);
    }
    align();
}

bool ChartStack::isScrolled() const
{
    return m_area->minimumSizeHint().height() > m_scroll->viewport()->height();
}

// The largest of what the numbers left of the plots need becomes the left edge of all.
void ChartStack::align()
{
    if (m_isAligning) {
        return;
    }
    m_isAligning = true;
    const bool isGroupOpen = m_panes.size() > m_large;
    const bool hasScroll = isGroupOpen || isScrolled();
    double left = m_hasLanes ? std::max(m_lanes[0]->neededLeft(), m_overviews[0]->neededLeft()) : 0;
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        // Without scrolling the lowest chart of each column bears the iterations, else the lanes.
        const bool isLowest = i + static_cast<std::size_t>(m_columns) >= m_panes.size();
        m_panes[i]->setAxisShown(isLowest && (!hasScroll || !m_hasLanes));
        left = std::max(left, m_panes[i]->neededLeft());
    }
    left = std::ceil(left);
    for (ChartPane* pane : m_panes) {
        pane->setPlotEdges(left, pane->width() - kRightMargin);
    }
    for (std::size_t i = 0; i < kMostColumns; ++i) {
        // A scroll bar takes its room from the charts alone: the strips keep it free.
        const std::size_t pane = i;
        const double width = pane < m_panes.size() ? m_panes[pane]->width() : m_lanes[i]->width();
        const double x = pane < m_panes.size()
                             ? m_panes[pane]->mapTo(this, QPoint(0, 0)).x() - m_lanes[i]->x()
                             : 0;
        m_lanes[i]->setAxisShown(hasScroll || m_panes.empty());
        m_lanes[i]->setPlotEdges(x + left, x + width - kRightMargin);
        m_overviews[i]->setPlotEdges(x + left, x + width - kRightMargin);
    }
    m_isAligning = false;
}

void ChartStack::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    align();
}

bool ChartStack::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
        align();
    }
    // What a chart leaves over comes to the scroll area first, which would scroll by the arrows.
    if (watched == m_scroll && event->type() == QEvent::KeyPress) {
        keyPressEvent(static_cast<QKeyEvent*>(event));
        return event->isAccepted();
    }
    return QWidget::eventFilter(watched, event);
}

PlotRange ChartStack::shownRange() const
{
    const std::optional<ViewRange> range = m_selection.range();
    return range ? PlotRange{range->from - kHalf, range->to + kHalf} : m_domain;
}

void ChartStack::showRange()
{
    const PlotRange shown = shownRange();
    for (ChartPane* pane : m_panes) {
        pane->setRange(shown);
    }
    for (std::size_t i = 0; i < kMostColumns; ++i) {
        m_lanes[i]->setRange(shown);
        m_overviews[i]->setRange(shown);
    }
}

void ChartStack::showSelection()
{
    const ChartCursor cursor{m_selection.cursor(), m_selection.isLocked(), m_selection.markA(),
                             m_selection.markB()};
    for (ChartPane* pane : m_panes) {
        pane->showCursor(cursor);
    }
    for (EventLanes* lanes : m_lanes) {
        lanes->showCursor(cursor);
    }
}

void ChartStack::showPicked()
{
    for (ChartPane* pane : m_panes) {
        pane->showPicked(m_selection.picked().iterations);
    }
}

void ChartStack::request(PlotRange range, bool isContinued)
{
    const bool isAll = range.low <= m_domain.low && range.high >= m_domain.high;
    std::optional<ViewRange> wanted;
    if (!isAll) {
        wanted = ViewRange{range.low + kHalf, range.high - kHalf};
    }
    if (isContinued) {
        m_selection.moveRange(wanted);
    } else {
        m_selection.setRange(wanted);
    }
}

void ChartStack::showAll()
{
    for (ChartPane* pane : m_panes) {
        pane->showAllValues();
    }
    m_selection.setLocked(false);
    m_selection.setRange(std::nullopt);
}

// A click locks the cursor where it is, and a second one there lets it go.
void ChartStack::point(int iteration, bool isClick)
{
    if (!isClick) {
        m_selection.hover(iteration);
        return;
    }
    const bool isSame = m_selection.isLocked() && m_selection.cursor() == iteration;
    m_selection.setCursor(iteration);
    m_selection.setLocked(!isSame);
}

void ChartStack::revealPane(const QString& id)
{
    const auto found = std::find_if(m_panes.begin(), m_panes.end(),
                                    [&](ChartPane* pane) { return pane->scene()->id == id; });
    if (found != m_panes.end()) {
        m_grid->activate();
        m_scroll->ensureWidgetVisible(*found, 0, 0);
        (*found)->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace soak::ui
