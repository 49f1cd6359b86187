// SPDX-License-Identifier: GPL-3.0-or-later
// Notes, the last green run, and where a number comes from.
#include "core/history/folder_index.h"
#include "core/history/last_green.h"
#include "ui/docks/runs_panel.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/explainer.h"
#include "ui/widgets/note_editor.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QApplication>
#include <QDockWidget>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

RunNote on(std::optional<int> from, std::optional<int> to)
{
    RunNote note;
    note.from = from;
    note.to = to;
    return note;
}

// What of the two runs is not alike, as the person reads it.
QString relaxedText(const GreenRun& green)
{
    if (!green.relaxed) {
        return {};
    }
    switch (*green.relaxed) {
    case Likeness::Engine:
        return MainWindow::tr("None has the same engine: this one has another.");
    case Likeness::Scenario:
        return MainWindow::tr("None has the same scenario: this one has another.");
    case Likeness::Profile:
        break;
    }
    return MainWindow::tr("None has the same profile: this one has another.");
}

} // namespace

// From A to B when both stand, else at the cursor, else on the whole run.
void MainWindow::writeNote(const QString& identity)
{
    std::vector<RunNote> subjects{on({}, {})};
    RunNote begun;
    if (identity == m_selection.primary()) {
        if (const auto range = m_selection.range()) {
            subjects.push_back(on(static_cast<int>(std::ceil(range->from)),
                                  static_cast<int>(std::floor(range->to))));
        }
        if (const auto cursor = m_selection.cursor()) {
            begun = on(cursor, cursor);
            subjects.push_back(begun);
        }
        const auto a = m_selection.markA();
        const auto b = m_selection.markB();
        if (a && b) {
            begun = on(std::min(*a, *b), std::max(*a, *b));
            subjects.push_back(begun);
        }
    }
    editNote(identity, std::move(begun), std::move(subjects), std::nullopt);
}

void MainWindow::writeNoteAt(int iteration)
{
    const RunNote begun = on(iteration, iteration);
    editNote(m_selection.primary(), begun, {on({}, {}), begun}, std::nullopt);
}

void MainWindow::changeNote(int index)
{
    const QString& identity = m_selection.primary();
    const std::vector<RunNote>& notes = m_session.workspace().marksOf(identity).notes;
    const auto at = static_cast<std::size_t>(index);
    if (at < notes.size()) {
        editNote(identity, notes[at], {on({}, {}), on(notes[at].from, notes[at].to)}, at);
    }
}

void MainWindow::editNote(const QString& identity, RunNote note, std::vector<RunNote> subjects,
                          std::optional<std::size_t> index)
{
    if (identity.isEmpty()) {
        return;
    }
    if (!index) {
        note.by = authorOf(m_preferences);
    }
    auto* editor =
        new NoteEditor(m_session.nameOf(identity), std::move(note), std::move(subjects), this);
    connect(editor, &NoteEditor::written, this, [this, identity, index](const RunNote& written) {
        m_preferences.author = written.by;
        preferencesChanged();
        if (index) {
            m_session.workspace().replaceNote(identity, *index, written);
        } else {
            m_session.workspace().addNote(identity, written);
        }
    });
    editor->open();
}

// Among the runs that are listed. What was not judged yet is judged now.
void MainWindow::goToLastGreen()
{
    const OpenRun* open = m_context.primary();
    if (open == nullptr) {
        return;
    }
    std::vector<RunRow> rows;
    std::optional<RunRow> shown;
    for (const RunListItem& item : m_runs->model().items()) {
        rows.push_back(*item.row);
        if (item.identity == open->identity) {
            shown = *item.row;
        }
    }
    if (!shown) {
        return;
    }
    m_jobs.run(
        tr("Look for the last green run"),
        [rows, shown = *shown](const std::stop_token& stop, const Progress&) {
            return lastGreenRun(FolderIndex({}), rows, shown, stop);
        },
        this,
        [this,
         counted = greenCandidates(rows, *shown)](const Result<std::optional<GreenRun>>& found) {
            if (!found) {
                if (found.error().code != Errc::Cancelled) {
                    m_notice->tell(tr("There is no green run to go to: %1")
                                       .arg(toQString(found.error().message)));
                }
                return;
            }
            if (!*found) {
                tellNoGreen(counted);
                return;
            }
            showGreen(**found);
        });
}

// Which runs were looked at, so that the person knows where else there may be one.
void MainWindow::tellNoGreen(const GreenCandidates& counted)
{
    QStringList folders;
    for (const fs::path& base : m_finder.bases()) {
        folders << QString::fromStdString(base.string());
    }
    m_notice->tell(tr("No green run to go to. Listed besides this one: %1; begun before it: %2; of "
                      "these made alike, or all but one thing: %3, none of them green. Looked "
                      "through: the open runs, %4.")
                       .arg(counted.others)
                       .arg(counted.before)
                       .arg(counted.alike)
                       .arg(folders.join(QStringLiteral(", "))));
}

void MainWindow::showGreen(const GreenRun& green)
{
    const QString identity = toQString(green.row.identity);
    if (m_session.find(identity) != nullptr) {
        const QString before = m_selection.primary();
        const bool wasAlone = m_selection.shown().size() <= 1;
        m_selection.setPrimary(identity);
        if (wasAlone && before != identity) {
            m_selection.setShown(before, false);
        }
    } else {
        openPath(QString::fromStdString(green.row.folder));
    }
    const QString name = toQString(shownName(green.row));
    m_notice->tell((tr("The last green run: %1.").arg(name) + QLatin1Char(' ') + relaxedText(green))
                       .trimmed());
}

void MainWindow::explainFocus()
{
    QWidget* focus = QApplication::focusWidget();
    const Explainer* explainer = Explainer::nearest(focus);
    const std::optional<Explanation> explanation =
        explainer == nullptr ? std::nullopt : explainer->answer(focus);
    if (!explanation) {
        m_notice->tell(tr("No number has the focus. Tab leads to one, F1 then says where it comes "
                          "from."));
        return;
    }
    auto* popover = new ExplainPopover(m_theme, this);
    popover->setExplanation(*explanation);
    connect(popover, &ExplainPopover::linkFollowed, this, &MainWindow::navigate);
    popover->showBelow(focus);
}

} // namespace soak::ui
