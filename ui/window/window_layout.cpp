// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of the window stand: centre, docks, presets, narrow windows.
#include "ui/docks/events_panel.h"
#include "ui/docks/inspector_panel.h"
#include "ui/docks/jobs_panel.h"
#include "ui/docks/problems_panel.h"
#include "ui/docks/run_panel.h"
#include "ui/docks/runs_panel.h"
#include "ui/release/banner.h"
#include "ui/widgets/headline.h"
#include "ui/widgets/tab_bar.h"
#include "ui/widgets/tile_row.h"
#include "ui/window/bottom_pane.h"
#include "ui/window/card.h"
#include "ui/window/empty_page.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/view.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QGuiApplication>
#include <QResizeEvent>
#include <QScreen>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace soak::ui
{
namespace
{

constexpr int kRunsWidth = 330;
constexpr int kRunsNarrow = 190;
constexpr int kInspectorWidth = 328;
constexpr int kMargin = 6;
constexpr int kCardBorder = 2; // above and below

QDockWidget* makeDock(QMainWindow* window, const QString& name, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(window);
    dock->setObjectName(name);
    dock->setTitleBarWidget(new QWidget(dock));
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable |
                      QDockWidget::DockWidgetFloatable);
    // A floating one has a frame to take it by; one in its place is a card without.
    QObject::connect(dock, &QDockWidget::topLevelChanged, dock, [dock](bool isFloating) {
        dock->setTitleBarWidget(isFloating ? nullptr : new QWidget(dock));
    });
    window->addDockWidget(area, dock);
    return dock;
}

// To where the pane wants it, else to its first control.
void focusInto(QWidget& pane)
{
    const QList<QWidget*> inside = pane.findChildren<QWidget*>();
    const auto target = std::ranges::find_if(inside, [](const QWidget* widget) {
        return widget->isVisible() && widget->isEnabled() &&
               (widget->focusPolicy() & Qt::TabFocus) != 0;
    });
    if (pane.focusPolicy() != Qt::NoFocus || pane.focusProxy() != nullptr ||
        target == inside.end()) {
        pane.setFocus(Qt::TabFocusReason);
    } else {
        (*target)->setFocus(Qt::TabFocusReason);
    }
}

} // namespace

void MainWindow::buildCentre()
{
    m_notice = new NoticeBar(this);
    m_empty = new EmptyPage(m_theme, this);
    m_tabs = new TabBar(this);
    for (int i = 0; i < kViewCount; ++i) {
        m_tabs->addTab(QString());
    }
    m_views = new QStackedWidget(this);
    m_headlinePlace = new QVBoxLayout;
    m_headlinePlace->setContentsMargins(8, 4, 8, 0);
    m_headlinePlace->setSpacing(6);
    auto* page = new QWidget(this);
    auto* pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->setSpacing(0);
    pageLayout->addWidget(m_tabs);
    pageLayout->addLayout(m_headlinePlace);
    m_bundleBanner = new Banner(m_theme, page);
    m_headlinePlace->addWidget(m_bundleBanner);
    pageLayout->addWidget(m_views, 1);
    m_centre = new QStackedWidget(this);
    m_centre->addWidget(m_empty);
    m_centre->addWidget(page);
    auto* frame = new Card(m_theme, this);
    auto* frameLayout = new QVBoxLayout(frame);
    frameLayout->setContentsMargins(1, 1, 1, 1);
    frameLayout->setSpacing(0);
    frameLayout->addWidget(m_notice);
    frameLayout->addWidget(m_centre, 1);
    auto* outer = new QWidget(this);
    auto* outerLayout = new QVBoxLayout(outer);
    outerLayout->setContentsMargins(0, kMargin, 0, 0);
    outerLayout->addWidget(frame);
    setCentralWidget(outer);
    m_overlay = new Card(m_theme, outer);
    m_overlay->setProperty("overlay", true); // lies over the view on purpose
    auto* overlayLayout = new QVBoxLayout(m_overlay);
    overlayLayout->setContentsMargins(1, 1, 1, 1);
    m_overlay->hide();
    const View first =
        m_options.view.value_or(viewNamed(m_preferences.view).value_or(View::Overview));
    m_tabs->setCurrentIndex(static_cast<int>(first));
    connect(m_tabs, &QTabBar::currentChanged, this,
            [this](int index) { showView(static_cast<View>(index)); });
    connect(m_empty, &EmptyPage::openRequested, this, &MainWindow::askFolder);
    connect(m_empty, &EmptyPage::mockRequested, this, [this] { m_run->startMock(); });
    connect(m_empty, &EmptyPage::sampleRequested, this, [this] { openPath(m_options.samplePath); });
}

void MainWindow::buildDocks()
{
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    m_runsDock = makeDock(this, QStringLiteral("runs"), Qt::LeftDockWidgetArea);
    m_runsDock->setWidget(carded(m_theme, nullptr, {kMargin, kMargin, 0, 0}));
    QVBoxLayout* runs = cardLayout(m_runsDock->widget());
    m_runs = new RunsPanel(m_context, m_preferences.lastVisitMs, runs->parentWidget());
    runs->addWidget(m_runs);
    m_inspectorDock = makeDock(this, QStringLiteral("inspector"), Qt::RightDockWidgetArea);
    m_inspectorDock->setWidget(carded(m_theme, nullptr, {0, kMargin, kMargin, 0}));
    m_bottomDock = makeDock(this, QStringLiteral("bottom"), Qt::BottomDockWidgetArea);
    m_bottomDock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    m_bottomDock->setWidget(carded(m_theme, nullptr, {kMargin, 0, kMargin, 0}));
    QVBoxLayout* bottom = cardLayout(m_bottomDock->widget());
    m_bottom = new BottomPane(m_theme, bottom->parentWidget());
    bottom->addWidget(m_bottom);
    m_run = new RunPanel(m_context, m_launcher, m_bottom->place());
    m_events = new EventsPanel(m_context, m_bottom->place());
    m_jobsPanel = new JobsPanel(m_context, m_bottom->place());
    m_problems = new ProblemsPanel(m_context, m_bottom->place());
    for (QWidget* page : {static_cast<QWidget*>(m_run), static_cast<QWidget*>(m_events),
                          static_cast<QWidget*>(m_jobsPanel), static_cast<QWidget*>(m_problems)}) {
        m_bottom->add(page);
    }
    // Closed, it is as high as its tabs, and the views have the rest. The dock's own hints are
    // still the old ones at this point: the pane's are not.
    connect(m_bottom, &BottomPane::openChanged, this, [this](bool isOpen) {
        const int least = m_bottom->minimumHeight() + kCardBorder;
        m_bottomDock->setMaximumHeight(isOpen ? QWIDGETSIZE_MAX : least);
        resizeDocks({m_bottomDock}, {least}, Qt::Vertical);
    });
}

View MainWindow::currentView() const
{
    return static_cast<View>(m_tabs->currentIndex());
}

// Who follows a link in a view by key goes on in the view that it leads to.
void MainWindow::showView(View view)
{
    const QWidget* focus = QApplication::focusWidget();
    const bool wasInOther = m_views->currentIndex() != static_cast<int>(view) && focus != nullptr &&
                            m_views->isAncestorOf(focus);
    m_tabs->setCurrentIndex(static_cast<int>(view));
    QWidget* shown = viewWidget(view);
    m_views->setCurrentWidget(shown);
    countShownViewOnly();
    roomForHeadline();
    showCentre();
    enableSayings();
    // The stack itself picks any control, of the charts a button.
    const bool isPlaced = shown != nullptr && shown->focusProxy() == nullptr &&
                          shown->isAncestorOf(QApplication::focusWidget());
    if (wasInOther && shown != nullptr && !isPlaced) {
        focusInto(*shown);
    }
}

// How high the window is at least is a matter of the view that is seen: those behind the other tabs
// do not push the panes below it out of a small screen.
void MainWindow::countShownViewOnly()
{
    for (int i = 0; i < m_views->count(); ++i) {
        QWidget* view = m_views->widget(i);
        QSizePolicy policy = view->sizePolicy();
        policy.setVerticalPolicy(i == m_views->currentIndex() ? QSizePolicy::Preferred
                                                              : QSizePolicy::Ignored);
        view->setSizePolicy(policy);
    }
}

// The overview begins with the same sentences and tiles.
void MainWindow::roomForHeadline()
{
    if (m_headline == nullptr || m_tiles == nullptr) {
        return;
    }
    const bool isAboveCharts = currentView() == View::Iterations;
    const bool hasTiles = isAboveCharts && height() >= kTilesFrom;
    m_headline->setMaximumHeight(isAboveCharts ? QWIDGETSIZE_MAX : 0);
    m_tiles->setMaximumHeight(hasTiles ? QWIDGETSIZE_MAX : 0);
    // Tab does not go to what nobody sees.
    m_headline->setEnabled(isAboveCharts);
    m_tiles->setEnabled(hasTiles);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    fold();
    roomForHeadline();
    placeOverlay();
    preferencesChanged();
}

// Below 1200 px the inspector opens over the chart and the list of runs is short.
void MainWindow::fold()
{
    const bool isNarrow = width() < kFoldBelow;
    if (isNarrow != m_isFolded) {
        m_isFolded = isNarrow;
        m_inspectorDock->setVisible(!isNarrow);
        m_overlay->hide();
        if (m_inspector != nullptr) {
            (isNarrow ? m_overlay->layout() : cardLayout(m_inspectorDock->widget()))
                ->addWidget(m_inspector);
            m_inspector->show();
        }
        m_runs->setNarrow(isNarrow);
        m_runs->parentWidget()->setMinimumWidth(isNarrow ? kRunsNarrow : kRunsWidth - 60);
        resizeDocks({m_runsDock}, {isNarrow ? kRunsNarrow : kRunsWidth}, Qt::Horizontal);
        if (!isNarrow) {
            resizeDocks({m_inspectorDock}, {kInspectorWidth}, Qt::Horizontal);
        }
    }
    // Where no card stands beside it, the centre keeps its distance from the edge itself.
    centralWidget()->layout()->setContentsMargins(m_runsDock->isHidden() ? kMargin : 0, kMargin,
                                                  m_inspectorDock->isHidden() ? kMargin : 0, 0);
    if (m_actions.contains(Act::Inspector)) {
        const QSignalBlocker blocker(m_actions.at(Act::Inspector));
        m_actions.at(Act::Inspector)
            ->setChecked(isNarrow ? m_overlay->isVisible() : !m_inspectorDock->isHidden());
    }
}

void MainWindow::placeOverlay()
{
    QWidget* centre = centralWidget();
    const int room = centre->width() - kMargin;
    const int wide = std::min(kInspectorWidth, room);
    m_overlay->setGeometry(room - wide, kMargin, wide, centre->height() - kMargin);
}

void MainWindow::applyPreset(Act preset)
{
    m_runsDock->setFloating(false);
    m_inspectorDock->setFloating(false);
    addDockWidget(Qt::LeftDockWidgetArea, m_runsDock);
    addDockWidget(Qt::RightDockWidgetArea, m_inspectorDock);
    m_bottomDock->show();
    m_bottom->close();
    m_runsDock->setVisible(preset != Act::LayoutReports);
    if (!m_isFolded) {
        m_inspectorDock->setVisible(preset == Act::LayoutAnalyst || preset == Act::LayoutReset);
    }
    m_overlay->hide();
    if (preset == Act::LayoutReports) {
        goTo(View::Release);
    } else if (preset == Act::LayoutReading) {
        goTo(View::Compare);
    }
    resizeDocks({m_runsDock, m_inspectorDock},
                {m_isFolded ? kRunsNarrow : kRunsWidth, kInspectorWidth}, Qt::Horizontal);
    fold();
}

void MainWindow::saveLayout()
{
    m_preferences.geometry = saveGeometry();
    m_preferences.layout = saveState(kLayoutVersion);
    m_preferences.view = nameOf(currentView());
}

void MainWindow::restoreLayout()
{
    if (!m_preferences.geometry.isEmpty()) {
        restoreGeometry(m_preferences.geometry);
    }
    if (m_preferences.layout.isEmpty() || !restoreState(m_preferences.layout, kLayoutVersion)) {
        applyPreset(Act::LayoutReset);
    }
    clampFloating();
}

// A dock that floated on a screen that is gone comes back to one that is there.
void MainWindow::clampFloating()
{
    for (QDockWidget* dock : {m_runsDock, m_inspectorDock}) {
        const bool isSeen =
            std::ranges::any_of(QGuiApplication::screens(), [dock](const QScreen* screen) {
                return screen->availableGeometry().intersects(dock->frameGeometry());
            });
        if (dock->isFloating() && !isSeen) {
            dock->setFloating(false);
        }
    }
}

// F6: notice, list, views, inspector, bottom.
void MainWindow::cyclePanes(int step)
{
    std::vector<QWidget*> panes{m_notice, m_runs, m_tabs, m_views->currentWidget()};
    if (m_inspector != nullptr && m_inspector->isVisible()) {
        panes.push_back(m_inspector);
    }
    panes.push_back(m_bottom);
    std::erase_if(panes, [](const QWidget* pane) { return pane == nullptr || !pane->isVisible(); });
    if (panes.empty()) {
        return;
    }
    const QWidget* focus = QApplication::focusWidget();
    const auto here = std::ranges::find_if(panes, [focus](const QWidget* pane) {
        return focus != nullptr && (pane == focus || pane->isAncestorOf(focus));
    });
    const auto count = static_cast<std::ptrdiff_t>(panes.size());
    const std::ptrdiff_t at = here == panes.end() ? (step > 0 ? -1 : 0) : here - panes.begin();
    focusInto(*panes[static_cast<std::size_t>((at + step + count) % count)]);
}

} // namespace soak::ui
