// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison in the window: its view, its charts for exports, its summary for the clipboard.
#include "core/base/version.h"
#include "core/report/arm_report.h"
#include "core/report/compare_report.h"
#include "ui/charts/chart_stack.h"
#include "ui/compare/compare_desk.h"
#include "ui/compare/compare_view.h"
#include "ui/compare/effects_page.h"
#include "ui/history/history_desk.h"
#include "ui/history/history_strip.h"
#include "ui/theme/numbers.h"
#include "ui/views/export_subjects.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QStackedWidget>

namespace soak::ui
{

namespace
{

ReportContext reportContextOf(const SoakRun& newest)
{
    ReportContext report;
    report.toolVersion = kToolVersion;
    if (const auto time = lastRuntimeUtc(newest)) {
        report.timestamp = utcText(*time);
    }
    return report;
}

// By the ending of the file.
std::string reportOf(const RunComparison& comparison, const QString& file)
{
    const ReportContext report = reportContextOf(*comparison.runs.back().run);
    return file.endsWith(QStringLiteral(".md"))    ? compareMarkdown(comparison, report)
           : file.endsWith(QStringLiteral(".txt")) ? compareText(comparison)
                                                   : compareHtml(comparison, report);
}

std::string reportOf(const ArmComparison& comparison, const QString& file)
{
    const ReportContext report = reportContextOf(*comparison.runs.back().run);
    return file.endsWith(QStringLiteral(".md"))    ? armsMarkdown(comparison, report)
           : file.endsWith(QStringLiteral(".txt")) ? armsText(comparison)
                                                   : armsHtml(comparison, report);
}

} // namespace

QWidget* MainWindow::makeCompareView()
{
    auto* compare = new CompareView(m_context, *m_compare, m_views);
    compare->setBackgroundRole(QPalette::Base);
    compare->setAutoFillBackground(true);
    connect(compare, &CompareView::linkActivated, this, &MainWindow::navigate);
    connect(compare, &CompareView::folderRequested, this, &MainWindow::askFolder);
    connect(compare, &CompareView::summaryRequested, this, &MainWindow::copySummary);
    connect(compare, &CompareView::reportRequested, this, &MainWindow::askSaveComparison);
    connect(compare, &CompareView::effectsMade, this, [this](EffectsPage* page) {
        connectCompareCharts(*page->stack());
        addHistoryStrip(*page);
    });
    return compare;
}

// Under the details: whether a difference is a usual one from run to run.
void MainWindow::addHistoryStrip(EffectsPage& effects)
{
    auto* strip = new HistoryStrip(m_context, m_history->place());
    effects.addDetail(strip);
    connect(&effects, &EffectsPage::metricChanged, strip, [this, strip, &effects] {
        strip->showRun(effects.shownMetric(), m_compare->candidate(), m_compare->baseline());
    });
    connect(strip, &HistoryStrip::compareRequested, this, [this](const QStringList& folders) {
        // As many as can be drawn beside those that are; what is looked at stays.
        for (const QString& folder :
             folders.mid(0, Selection::kMostShown - m_selection.shown().size())) {
            m_toCompare << folder;
            m_session.open(fs::path(folder.toStdString()));
        }
    });
    connect(&m_finder, &RunFinder::historyChanged, strip, &HistoryStrip::readAgain);
}

void MainWindow::connectCompareCharts(ChartStack& stack)
{
    connect(&stack, &ChartStack::copyRequested, this, [this](ChartPane* pane) {
        if (pane != nullptr) {
            m_exporter.copy(chartSubject(m_context, *pane), CopyFlavours::All);
        } else {
            m_exporter.copy(pageToExport(), CopyFlavours::All);
        }
    });
    connect(&stack, &ChartStack::menuRequested, this, [this](ChartPane* pane, QPoint at) {
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

// The folders of the runs of an arm, as they are compared.
std::vector<std::string> MainWindow::foldersOf(const std::vector<std::size_t>& arm) const
{
    std::vector<std::string> folders;
    for (const std::size_t run : arm) {
        const OpenRun* open = m_session.find(m_compare->facts()->runs.at(run).identity);
        folders.push_back(open == nullptr ? std::string() : pathText(open->folder));
    }
    return folders;
}

// One run alone has no comparison: the answer is then that of its gate.
bool MainWindow::copyComparisonCommand()
{
    const auto* compare = qobject_cast<CompareView*>(viewWidget(View::Compare));
    if (compare != nullptr && compare->isOfArms()) {
        const CompareFacts& facts = *m_compare->facts();
        std::string line = armsCommandText(foldersOf(facts.arms.a), foldersOf(facts.arms.b));
        if (facts.choice.window != ComparedWindow::Steady) {
            line += " --window " + std::string(keyOf(facts.choice.window));
        }
        QApplication::clipboard()->setText(toQString(line));
        m_notice->tell(tr("In the clipboard: %1").arg(toQString(line)));
        return true;
    }
    const OpenRun* baseline = m_session.find(m_compare->baseline());
    if (baseline == nullptr || !m_compare->isPair()) {
        return false;
    }
    CommandOptions options;
    options.window = m_compare->choice().window;
    const QStringList runs = m_compare->runs();
    for (const QString& identity : runs.mid(1)) {
        options.others.push_back(pathText(m_session.find(identity)->folder));
    }
    const QString command = toQString(commandText(CommandAnswer::Comparison, *baseline->judgement,
                                                  pathText(baseline->folder), options));
    QApplication::clipboard()->setText(command);
    m_notice->tell(tr("In the clipboard: %1").arg(command));
    return true;
}

void MainWindow::askSaveComparison()
{
    auto* dialog = new QFileDialog(this, tr("Save the comparison"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Pages (*.html)"), tr("Markdown (*.md)"), tr("Text (*.txt)")});
    dialog->setDefaultSuffix(QStringLiteral("html"));
    dialog->selectFile(QStringLiteral("comparison.html"));
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::saveComparison);
    dialog->open();
}

// As `soak compare` prints it, by the ending of the file.
void MainWindow::saveComparison(const QString& file)
{
    const FactsRef facts = m_compare->facts();
    if (!facts || !facts->comparison) {
        return;
    }
    const auto* compare = qobject_cast<CompareView*>(viewWidget(View::Compare));
    const bool isOfArms = compare != nullptr && compare->isOfArms();
    m_jobs.run(
        tr("Save the comparison"),
        [facts, file, isOfArms](const std::stop_token&, const Progress&) -> Status {
            const std::string text = isOfArms ? reportOf(*facts->arms.comparison, file)
                                              : reportOf(*facts->comparison, file);
            return writeFileAtomically(fs::path(file.toStdString()), text);
        },
        this,
        [this, file](const Status& status) {
            if (status) {
                m_notice->tell(tr("Saved as %1").arg(file));
            } else {
                m_session.addProblem({tr("Cannot save the comparison"), status.error()});
            }
        });
}

} // namespace soak::ui
