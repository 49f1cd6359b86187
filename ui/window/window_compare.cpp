// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison in the window: its view, its charts for exports, its summary for the clipboard.
#include "ui/charts/chart_stack.h"
#include "ui/compare/compare_view.h"
#include "ui/compare/effects_page.h"
#include "ui/views/export_subjects.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QStackedWidget>

namespace soak::ui
{

QWidget* MainWindow::makeCompareView()
{
    auto* compare = new CompareView(m_context, *m_compare, m_views);
    compare->setBackgroundRole(QPalette::Base);
    compare->setAutoFillBackground(true);
    connect(compare, &CompareView::linkActivated, this, &MainWindow::navigate);
    connect(compare, &CompareView::folderRequested, this, &MainWindow::askFolder);
    connect(compare, &CompareView::summaryRequested, this, &MainWindow::copySummary);
    connectCompareCharts(*compare);
    return compare;
}

void MainWindow::connectCompareCharts(CompareView& compare)
{
    ChartStack* stack = compare.effects()->stack();
    connect(stack, &ChartStack::copyRequested, this, [this, stack](ChartPane* pane) {
        if (pane != nullptr) {
            m_exporter.copy(chartSubject(m_context, *pane), CopyFlavours::All);
        } else {
            m_exporter.copy(pageToExport(), CopyFlavours::All);
        }
    });
    connect(stack, &ChartStack::menuRequested, this, [this](ChartPane* pane, QPoint at) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setAccessibleName(tr("Chart"));
        const ExportSubject subject = chartSubject(m_context, *pane);
        menu->addAction(tr("&Copy") + QStringLiteral("\tCtrl+C"), this,
                        [this, subject] { m_exporter.copy(subject, CopyFlavours::All); });
        menu->addAction(tr("&Export Chart\u2026"), this,
                        [this, subject] { m_exporter.askAndWrite(subject, this); });
        menu->addSeparator();
        menu->addAction(m_actions.at(Act::Export));
        menu->addAction(m_actions.at(Act::Print));
        menu->popup(at);
    });
}

bool MainWindow::copyComparison()
{
    auto* compare = qobject_cast<CompareView*>(viewWidget(View::Compare));
    const QString text = compare == nullptr ? QString() : compare->summary();
    if (text.isEmpty()) {
        return false;
    }
    QApplication::clipboard()->setText(text);
    m_notice->tell(tr("The comparison is in the clipboard."));
    return true;
}

} // namespace soak::ui
