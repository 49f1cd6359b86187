// SPDX-License-Identifier: GPL-3.0-or-later
// Pages and charts to files, clipboard and paper.
#include "ui/charts/chart_stack.h"
#include "ui/compare/compare_table.h"
#include "ui/compare/compare_view.h"
#include "ui/history/history_view.h"
#include "ui/views/export_subjects.h"
#include "ui/views/iterations_view.h"
#include "ui/views/reports_view.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QCoreApplication>
#include <QMenu>
#include <QTabBar>

#include <array>

namespace soak::ui
{

void MainWindow::connectExports()
{
    connect(&m_exporter, &Exporter::told, this,
            [this](const QString& text) { m_notice->tell(text); });
    m_tabs->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const Act act : {Act::CopyPage, Act::Export, Act::Print}) {
        m_tabs->addAction(m_actions.at(act));
    }
}

// Whenever the views were made anew.
void MainWindow::connectCharts(IterationsView& iterations)
{
    ChartStack* stack = iterations.stack();
    connect(stack, &ChartStack::copyRequested, this, [this, stack](ChartPane* pane) {
        if (!stack->panes().empty()) {
            m_exporter.copy(pane != nullptr ? chartSubject(m_context, *pane)
                                            : chartsSubject(m_context, *stack),
                            CopyFlavours::All);
        }
    });
    connect(stack, &ChartStack::laneMenuMade, this,
            [this](QMenu* menu, int iteration) { addReplay(*menu, iteration); });
    connect(
        stack, &ChartStack::menuRequested, this,
        [this, &iterations](ChartPane* pane, QPoint at) { showChartMenu(iterations, *pane, at); });
}

void MainWindow::showChartMenu(IterationsView& iterations, ChartPane& pane, QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Chart"));
    const ExportSubject subject = chartSubject(m_context, pane);
    const auto add = [this, subject](QMenu& where, const QString& text, CopyFlavours flavours) {
        return where.addAction(text, this,
                               [this, subject, flavours] { m_exporter.copy(subject, flavours); });
    };
    add(*menu, tr("&Copy") + QStringLiteral("\tCtrl+C"), CopyFlavours::All);
    QMenu* one = menu->addMenu(tr("Copy &As"));
    add(*one, tr("&Picture"), CopyFlavours::Picture);
    add(*one, tr("&SVG"), CopyFlavours::Svg);
    add(*one, tr("&Table"), CopyFlavours::Table);
    menu->addAction(tr("&Export Chart\u2026"), this,
                    [this, subject] { m_exporter.askAndWrite(subject, this); });
    menu->addSeparator();
    menu->addAction(m_actions.at(Act::Export));
    menu->addAction(m_actions.at(Act::Print));
    if (const auto iteration = m_selection.cursor()) {
        addReplay(*menu, *iteration);
    }
    menu->addSeparator();
    menu->addAction(tr("Edit &Threshold\u2026") + QStringLiteral("\tE"), &pane,
                    &ChartPane::editThreshold)
        ->setEnabled(pane.hasEditableThreshold());
    menu->addAction(tr("&Remove Chart") + QStringLiteral("\tDelete"), &pane,
                    &ChartPane::removeRequested);
    menu->addAction(tr("Charts as at &First"), &iterations, &IterationsView::resetCharts);
    menu->popup(at);
}

ExportSubject MainWindow::pageToExport()
{
    struct Page {
        const char* title; // of the tab
        const char* name;
        std::string_view columns;
    };

    static constexpr std::array<Page, kViewCount> kPages{
        Page{"Overview", "overview", kTidyMetrics},
        Page{"Iterations", "iterations", kTidyMetrics},
        Page{"Overrides", "overrides", kTidyParameters},
        Page{"Guards", "guards", kTidyGuards},
        Page{"Reports", "reports", kTidyMetrics},
        Page{"Compare", "compare", kTidyMetrics},
        Page{"History", "history", kTidyMetrics},
        Page{"Release", "release", kTidyMetrics}};
    QWidget* view = viewWidget(currentView());
    auto* iterations = qobject_cast<IterationsView*>(view);
    if (iterations != nullptr && !iterations->isTable() && !iterations->stack()->panes().empty()) {
        return chartsSubject(m_context, *iterations->stack());
    }
    const Page& page = kPages.at(static_cast<std::size_t>(currentView()));
    ExportSubject subject =
        pageSubject(m_context, *view, QCoreApplication::translate("Actions", page.title),
                    QLatin1String(page.name), {std::string(page.columns)});
    auto* compare = qobject_cast<CompareView*>(view);
    if (compare != nullptr && compare->page() == ComparePage::Table) {
        subject.ownTable = [compare] { return compare->table()->csv(); };
    }
    if (qobject_cast<HistoryView*>(view) != nullptr) {
        aboutHistory(subject);
    }
    return subject;
}

void MainWindow::exportPage()
{
    if (auto* reports = qobject_cast<ReportsView*>(viewWidget(currentView()))) {
        reports->showExports();
    } else {
        m_exporter.askAndWrite(pageToExport(), this);
    }
}

void MainWindow::printPage()
{
    if (auto* reports = qobject_cast<ReportsView*>(viewWidget(currentView()))) {
        reports->askAndPrint();
    } else {
        m_exporter.askAndPrint(pageToExport(), this);
    }
}

} // namespace soak::ui
