// SPDX-License-Identifier: GPL-3.0-or-later
// The views of the tabs, made when they are first asked for or after the start, and the inspector.
#include "ui/docks/inspector_panel.h"
#include "ui/release/release_view.h"
#include "ui/views/guards_view.h"
#include "ui/views/iterations_view.h"
#include "ui/views/overrides_view.h"
#include "ui/views/overview_view.h"
#include "ui/views/reports_view.h"
#include "ui/widgets/headline.h"
#include "ui/widgets/tile_row.h"
#include "ui/window/card.h"
#include "ui/window/main_window.h"

#include <QDockWidget>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace soak::ui
{
namespace
{

// A part is born in its place: the style would look anew at each widget of one that is moved there.
template <typename V>
V* made(const ViewContext& context, MainWindow* window, QWidget* place)
{
    auto* view = new V(context, place);
    view->setBackgroundRole(QPalette::Base);
    view->setAutoFillBackground(true);
    QObject::connect(view, &V::linkActivated, window, &MainWindow::navigate);
    return view;
}

} // namespace

// Views may be made anew, as after a change of the language.
void MainWindow::buildViews()
{
    const int current = m_tabs->currentIndex();
    while (m_views->count() > 0) {
        QWidget* old = m_views->widget(0);
        m_views->removeWidget(old);
        delete old;
    }
    delete m_headline;
    QWidget* page = m_headlinePlace->parentWidget();
    m_headline = made<Headline>(m_context, this, page);
    m_headlinePlace->addWidget(m_headline);
    delete m_tiles;
    m_tiles = new TileRow(m_context, GateTile::Size::Compact, page);
    connect(m_tiles, &TileRow::linkActivated, this, &MainWindow::navigate);
    m_headlinePlace->addWidget(m_tiles);
    for (int i = 0; i < kViewCount; ++i) {
        m_views->addWidget(new QWidget(m_views)); // until the view is asked for
    }
    m_isViewMade.reset();
    if (isVisible()) {
        buildInspector();
    }
    showView(static_cast<View>(std::max(0, current)));
    m_viewsTime.start(m_options.viewsAfter);
}

// The start is over: nobody should wait for a view when its tab is clicked.
void MainWindow::makeNextView()
{
    for (int i = 0; i < kViewCount; ++i) {
        if (!m_isViewMade.test(static_cast<std::size_t>(i))) {
            m_session.turns().ask(&m_viewsTime, [this, i] {
                static_cast<void>(viewWidget(static_cast<View>(i)));
                makeNextView();
            });
            return;
        }
    }
}

void MainWindow::buildInspector()
{
    delete m_inspector.data();
    QLayout* place = m_isFolded ? m_overlay->layout() : cardLayout(m_inspectorDock->widget());
    m_inspector = made<InspectorPanel>(m_context, this, place->parentWidget());
    connect(m_inspector, &InspectorPanel::noteRequested, this,
            [this] { writeNote(m_selection.primary()); });
    connect(m_inspector, &InspectorPanel::noteEditRequested, this, &MainWindow::changeNote);
    connect(m_inspector, &InspectorPanel::parameterMenuRequested, this,
            &MainWindow::showParameterMenu);
    place->addWidget(m_inspector);
}

QWidget* MainWindow::makeView(View view)
{
    switch (view) {
    case View::Overview:
        return made<OverviewView>(m_context, this, m_views);
    case View::Iterations: {
        auto* iterations = made<IterationsView>(m_context, this, m_views);
        connectCharts(*iterations);
        connect(iterations, &IterationsView::noteRequested, this, &MainWindow::writeNoteAt);
        return iterations;
    }
    case View::Overrides: {
        auto* overrides = made<OverridesView>(m_context, this, m_views);
        connect(overrides, &OverridesView::parameterMenuRequested, this,
                &MainWindow::showParameterMenu);
        return overrides;
    }
    case View::Guards: {
        auto* guards = made<GuardsView>(m_context, this, m_views);
        connect(guards, &GuardsView::eventActivated, this, &MainWindow::goToEvent);
        return guards;
    }
    case View::Reports:
        return made<ReportsView>(m_context, this, m_views);
    case View::Compare:
        return makeCompareView();
    case View::History:
        return makeHistoryView();
    case View::Release:
        break;
    }
    auto* release = new ReleaseView(m_context, *m_release, m_views);
    connect(release, &ReleaseView::linkActivated, this, &MainWindow::navigate);
    return release;
}

// What nobody has looked at costs nothing at the start.
QWidget* MainWindow::viewWidget(View view)
{
    const int index = static_cast<int>(view);
    QWidget* there = m_views->widget(index);
    if (!m_isViewMade.test(static_cast<std::size_t>(index))) {
        m_isViewMade.set(static_cast<std::size_t>(index));
        const bool isCurrent = m_views->currentIndex() == index;
        QWidget* page = makeView(view);
        m_views->insertWidget(index, page);
        if (isCurrent) {
            m_views->setCurrentIndex(index);
        }
        m_views->removeWidget(there);
        delete there;
        countShownViewOnly();
        return page;
    }
    return there;
}

} // namespace soak::ui
