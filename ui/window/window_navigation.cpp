// SPDX-License-Identifier: GPL-3.0-or-later
// Where the window leads: links, iterations, the way back, the command box.
#include "core/model/parameter.h"
#include "ui/docks/events_panel.h"
#include "ui/docks/runs_panel.h"
#include "ui/models/list_filter.h"
#include "ui/theme/numbers.h"
#include "ui/views/iterations_view.h"
#include "ui/widgets/headline.h"
#include "ui/widgets/sentence_label.h"
#include "ui/window/action_table.h"
#include "ui/window/bottom_pane.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>

#include <algorithm>

namespace soak::ui
{

IterationsView* MainWindow::iterationsView()
{
    return qobject_cast<IterationsView*>(viewWidget(View::Iterations));
}

Place MainWindow::place() const
{
    return {static_cast<int>(currentView()), m_selection.primary(), m_selection.cursor()};
}

// A change of the view by the person: the place before it can be gone back to.
void MainWindow::goTo(View view)
{
    if (view != currentView()) {
        m_navigation.leave(place());
    }
    showView(view);
    enableActions();
}

void MainWindow::goToIteration(int iteration)
{
    m_navigation.leave(place());
    if (currentView() == View::Overview || currentView() == View::Reports) {
        showView(View::Iterations);
    }
    m_selection.setCursor(iteration);
    m_selection.setLocked(true);
    enableActions();
}

// Its row in the list of events, which is opened for it.
void MainWindow::goToEvent(int iteration, const QString& subject)
{
    goToIteration(iteration);
    m_bottom->open(1);
    m_events->select(iteration, subject);
}

// A link of a sentence that the next view has too keeps the focus there: Tab goes on from it.
void MainWindow::navigate(const TextLink& link)
{
    const QPointer<QWidget> from = QApplication::focusWidget();
    const bool isSentence = qobject_cast<SentenceLabel*>(from.data()) != nullptr;
    follow(link);
    if (!isSentence || (from && from->isVisible() && from->isEnabled())) {
        return;
    }
    // The overview has a headline of its own.
    for (auto* headline : findChildren<Headline*>()) {
        for (auto* sentence : headline->findChildren<SentenceLabel*>()) {
            if (sentence->isVisible() && sentence->isEnabled() &&
                (sentence->focusPolicy() & Qt::TabFocus) != 0) {
                sentence->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
}

void MainWindow::follow(const TextLink& link)
{
    switch (link.kind) {
    case LinkKind::Iteration:
        if (link.iteration) {
            goToIteration(*link.iteration);
        }
        return;
    case LinkKind::Range:
        if (link.iteration && link.lastIteration && *link.iteration < *link.lastIteration) {
            goTo(View::Iterations);
            m_selection.setRange(ViewRange{static_cast<double>(*link.iteration),
                                           static_cast<double>(*link.lastIteration)});
        } else if (link.iteration) {
            goToIteration(*link.iteration);
        }
        return;
    case LinkKind::Gate:
        goTo(View::Overview);
        return;
    case LinkKind::Metric:
        if (link.iteration) {
            goToIteration(*link.iteration);
        }
        goTo(View::Iterations);
        if (const auto metric = metricFromKey(link.name)) {
            iterationsView()->addMetric(*metric);
        }
        return;
    case LinkKind::Parameter:
        if (link.iteration) {
            m_selection.setCursor(*link.iteration);
        }
        goTo(View::Iterations);
        iterationsView()->addParameter(toQString(link.name));
        return;
    case LinkKind::File:
        if (const OpenRun* open = m_context.primary()) {
            showBytes(QString::fromStdString((open->folder / link.name).string()));
        }
        return;
    case LinkKind::Action:
        QApplication::clipboard()->setText(toQString(link.name));
        m_notice->tell(tr("In the clipboard: %1").arg(toQString(link.name)));
        return;
    }
}

// The next iteration that was read, in either direction.
void MainWindow::step(int by)
{
    const OpenRun* open = m_context.primary();
    if (open == nullptr || open->run->table.rowCount() == 0) {
        return;
    }
    const auto iterations = open->run->table.iterations();
    const int last = static_cast<int>(iterations.size()) - 1;
    int row = by > 0 ? 0 : last;
    if (const auto cursor = m_selection.cursor()) {
        const auto at = std::ranges::lower_bound(iterations, *cursor) - iterations.begin();
        row = std::clamp(static_cast<int>(at) + by, 0, last);
    }
    m_selection.setCursor(iterations[static_cast<std::size_t>(row)]);
}

void MainWindow::back()
{
    if (currentView() == View::Iterations && m_selection.hasPreviousRange()) {
        m_selection.previousRange();
    } else if (const std::optional<Place> before = m_navigation.back()) {
        showView(static_cast<View>(before->tab));
        if (before->run == m_selection.primary() && before->iteration) {
            m_selection.setCursor(before->iteration);
        }
    }
    enableActions();
}

// Ctrl+F: of the parts with a list the one that has the focus; else the history where it is shown,
// else the list of runs.
void MainWindow::filterFocused()
{
    QWidget* at = QApplication::focusWidget();
    while (at != nullptr && dynamic_cast<Filterable*>(at) == nullptr) {
        at = at->parentWidget();
    }
    if (at == nullptr && currentView() == View::History) {
        at = viewWidget(View::History);
    }
    auto* list = dynamic_cast<Filterable*>(at);
    if (list == nullptr) {
        m_runsDock->show();
        list = m_runs;
    }
    list->beginFilter();
}

std::vector<CommandEntry> MainWindow::offers(const QString& typed)
{
    std::vector<CommandEntry> entries;
    const QString text = typed.trimmed();
    if (text.startsWith(QLatin1Char('>'))) {
        offerActions(text.mid(1), entries);
        return entries;
    }
    offerIteration(text, entries);
    offerRuns(text, entries);
    offerParameters(text, entries);
    if (!text.isEmpty()) {
        offerActions(text, entries);
    }
    return entries;
}

void MainWindow::offerActions(const QString& typed, std::vector<CommandEntry>& entries)
{
    for (const ActionRow& row : actionTable()) {
        QAction* action = m_actions.at(row.act);
        const QString text = action->text().remove(QLatin1Char('&'));
        if (action->isEnabled() && matchesTyped(text, typed)) {
            entries.push_back({text, action->shortcut().toString(QKeySequence::NativeText),
                               [action] { action->trigger(); }});
        }
    }
}

void MainWindow::offerIteration(const QString& typed, std::vector<CommandEntry>& entries)
{
    const OpenRun* open = m_context.primary();
    if (open == nullptr) {
        return;
    }
    QString digits = typed;
    digits.remove(QLatin1Char('#'));
    bool isNumber = false;
    const int iteration = digits.toInt(&isNumber);
    if (isNumber && open->run->table.rowOf(iteration)) {
        entries.push_back({tr("Iteration %1").arg(iteration), m_session.nameOf(open->identity),
                           [this, iteration] { goToIteration(iteration); }});
    } else if (isNumber) {
        entries.push_back({tr("Iteration %1 was not read").arg(iteration), {}, [] {}});
    } else if (typed == QStringLiteral("#") && open->run->table.rowCount() > 0) {
        const auto iterations = open->run->table.iterations();
        entries.push_back(
            {tr("Type a number from %1 to %2").arg(iterations.front()).arg(iterations.back()),
             {},
             [] {}});
    }
}

void MainWindow::offerRuns(const QString& typed, std::vector<CommandEntry>& entries)
{
    if (typed.startsWith(QLatin1Char('#'))) {
        return;
    }
    for (const RunListItem& item : m_runs->model().items()) {
        if (!matchesTyped(item.name + QLatin1Char(' ') + item.folder, typed)) {
            continue;
        }
        entries.push_back({item.name, coreWord(item.word), [this, item] {
                               if (item.isOpen) {
                                   m_selection.setPrimary(item.identity);
                               } else {
                                   openPath(item.folder);
                               }
                           }});
    }
}

void MainWindow::offerParameters(const QString& typed, std::vector<CommandEntry>& entries)
{
    constexpr qsizetype kFewestSigns = 2;
    if (m_context.primary() == nullptr || typed.size() < kFewestSigns) {
        return;
    }
    for (const ParameterSpec& spec : ParameterRegistry::builtin().specs()) {
        const QString name = toQString(spec.name);
        if (matchesTyped(name, typed)) {
            entries.push_back({name, tr("parameter"), [this, name] {
                                   TextLink link;
                                   link.kind = LinkKind::Parameter;
                                   link.name = name.toStdString();
                                   navigate(link);
                               }});
        }
    }
}

} // namespace soak::ui
