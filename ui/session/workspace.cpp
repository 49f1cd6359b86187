// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/workspace.h"

#include <QUndoCommand>

#include <utility>

namespace soak::ui
{
namespace
{

class Edit final : public QUndoCommand
{
public:
    Edit(const QString& text, std::function<void()> redo, std::function<void()> undo)
        : QUndoCommand(text), m_redo(std::move(redo)), m_undo(std::move(undo))
    {
    }

    void redo() override { m_redo(); }

    void undo() override { m_undo(); }

private:
    std::function<void()> m_redo;
    std::function<void()> m_undo;
};

} // namespace

Workspace::Workspace(QObject* parent) : QObject(parent) {}

const RunMarks& Workspace::marksOf(const QString& identity) const
{
    static const RunMarks none;
    const auto found = m_runs.find(identity);
    return found == m_runs.end() ? none : found->second;
}

void Workspace::restore(const WorkspaceData& data)
{
    const std::map<QString, RunMarks> before = std::exchange(m_runs, data.runs);
    m_unknown = data.unknown;
    m_history.clear();
    for (const auto& [identity, marks] : before) {
        Q_EMIT changed(identity);
    }
    for (const auto& [identity, marks] : m_runs) {
        Q_EMIT changed(identity);
    }
    lay(data.layout);
}

void Workspace::setLayout(const QString& text, const ChartLayout& layout)
{
    if (layout != m_layout) {
        edit(
            text, [this, layout] { lay(layout); }, [this, before = m_layout] { lay(before); });
    }
}

void Workspace::lay(const ChartLayout& layout)
{
    if (layout != m_layout) {
        m_layout = layout;
        Q_EMIT layoutChanged();
    }
}

void Workspace::setAlias(const QString& identity, const QString& alias)
{
    RunMarks marks = marksOf(identity);
    marks.alias = alias.trimmed();
    replace(identity, tr("Name of a run"), std::move(marks));
}

void Workspace::setColour(const QString& identity, std::optional<std::size_t> slot)
{
    RunMarks marks = marksOf(identity);
    marks.colour = slot;
    replace(identity, tr("Colour of a run"), std::move(marks));
}

void Workspace::addNote(const QString& identity, RunNote note)
{
    RunMarks marks = marksOf(identity);
    marks.notes.push_back(std::move(note));
    replace(identity, tr("Note"), std::move(marks));
}

void Workspace::removeNote(const QString& identity, std::size_t index)
{
    RunMarks marks = marksOf(identity);
    if (index < marks.notes.size()) {
        marks.notes.erase(marks.notes.begin() + static_cast<std::ptrdiff_t>(index));
        replace(identity, tr("Note removed"), std::move(marks));
    }
}

void Workspace::edit(const QString& text, std::function<void()> redo, std::function<void()> undo)
{
    m_history.push(new Edit(text, std::move(redo), std::move(undo)));
}

void Workspace::replace(const QString& identity, const QString& text, RunMarks marks)
{
    const RunMarks before = marksOf(identity);
    if (before == marks) {
        return;
    }
    edit(
        text, [this, identity, marks] { set(identity, marks); },
        [this, identity, before] { set(identity, before); });
}

void Workspace::set(const QString& identity, const RunMarks& marks)
{
    if (marks == RunMarks{}) {
        m_runs.erase(identity);
    } else {
        m_runs[identity] = marks;
    }
    Q_EMIT changed(identity);
}

} // namespace soak::ui
